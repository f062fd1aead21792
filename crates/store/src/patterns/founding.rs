//! The first administrator. A platform without one prints a one-time link; using it founds the platform, once.

use authorization::{GrantObject, Granted, Role, RoleGrant, act};
use domain::{Account, AccountId, AccountKind, EmailAddress, PersonName};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::item::Item;
use crate::patterns::accounts::{account_item, email_guard_item};
use crate::patterns::audit::Record;
use crate::patterns::passwords::Credential;
use crate::patterns::standing::StoredGrant;
use crate::{Store, StoreError, keys};

/// The one-time link of a fresh platform; a hash of its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FounderLink {
    /// SHA-256 of the secret, in hexadecimal.
    pub secret_hash: String,
    /// From this moment on it opens nothing.
    pub expires_at: Timestamp,
}

/// Says that the platform has been founded.
#[derive(Debug, Serialize, Deserialize)]
struct Founded {
    account: AccountId,
    at: Timestamp,
}

impl Store {
    /// Whether a first administrator was ever made.
    pub async fn is_founded(&self) -> Result<bool, StoreError> {
        Ok(self.table.get(&keys::founded()).await?.is_some())
    }

    /// Stores a fresh founder's link over the one before. Only whoever runs the platform's processes calls this.
    pub async fn issue_founder_link(&self, link: &FounderLink) -> Result<(), StoreError> {
        self.table.put(Item::new(keys::founder_link(), link)?.until(link.expires_at)).await
    }

    /// The founder's link, unless it has expired or the platform is founded.
    pub async fn founder_link(&self) -> Result<Option<FounderLink>, StoreError> {
        let link: Option<FounderLink> = self.table.entity(&keys::founder_link()).await?;
        Ok(link.filter(|link| link.expires_at > self.now()))
    }

    /// Makes the first administrator and owner. Of many attempts one succeeds.
    pub async fn found_platform(
        &self,
        grant: Granted<act::FoundPlatform>,
        name: PersonName,
        email: EmailAddress,
        password_hash: String,
    ) -> Result<Account, StoreError> {
        let now = self.now();
        let account = Account {
            id: AccountId::new(now, &*self.entropy),
            version: 1,
            kind: AccountKind::InternalAdministrator,
            name,
            email,
            email_verified: true,
            deactivated: false,
            expires_at: None,
            created_at: now,
            login_epoch: 0,
            locale: domain::Locale::default(),
        };
        let owner = RoleGrant::new(Role::Owner, GrantObject::Platform);
        let owner_item = StoredGrant::of(account.id, &owner).item(account.kind.tenant())?;
        let credential = Credential { version: 1, hash: password_hash, changed_at: now };
        let record = Record::of(format!("account:{}", account.id), None, Some(&account));
        let transaction = self
            .audited(&grant, None, record)?
            .create(Item::new(keys::founded(), &Founded { account: account.id, at: now })?, "the first administrator")
            .create(email_guard_item(&account)?, "the e-mail address")
            .create(account_item(&account)?, "the account")
            .create(owner_item, "the owner")
            .create(Item::new(keys::password(account.id), &credential)?, "the password")
            .drop(&keys::founder_link());
        transaction.commit().await?;
        Ok(account)
    }
}
