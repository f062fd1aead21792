//! Requests for accounts: asked by strangers, decided by staff; and the rules by which they are asked.

use authorization::{Granted, act};
use domain::{
    Account, AccountId, AccountKind, AccountRequest, EmailAddress, PersonName, Realm, RegistrationRules, Tenant,
};

use crate::item::{Attributes, Item};
use crate::keys::IndexKey;
use crate::page::{Cursor, Page};
use crate::patterns::audit::Record;
use crate::table::{Index, Question};
use crate::transaction::Failure;
use crate::{Store, StoreError, keys};

/// What the rules are called in the audit.
const RULES: &str = "platform:registration";

fn object(id: AccountId) -> String {
    format!("account:{id}")
}

impl Store {
    /// The rules by which accounts are asked for.
    pub async fn registration_rules(&self) -> Result<RegistrationRules, StoreError> {
        Ok(self.table.entity(&keys::registration_rules()).await?.unwrap_or_default())
    }

    /// Changes the rules, over the version that was looked at.
    pub async fn set_registration_rules(
        &self,
        grant: Granted<act::ConfigurePlatform>,
        before: &RegistrationRules,
        after: RegistrationRules,
    ) -> Result<RegistrationRules, StoreError> {
        let after = RegistrationRules { version: before.version + 1, ..after };
        let record = Record::of(RULES.to_owned(), Some(before), Some(&after));
        let item = Item::new(keys::registration_rules(), &after)?;
        let transaction = self.audited(&grant, None, record)?;
        let transaction = match before.version {
            0 => transaction.create(item, "the rules of registration"),
            version => transaction.replace(item, version, "the rules of registration"),
        };
        transaction.commit().await?;
        Ok(after)
    }

    /// Keeps a stranger's request until it is decided or lapses. Written whether the address has an account or not.
    pub async fn ask_for_account(
        &self,
        kind: AccountKind,
        name: PersonName,
        email: EmailAddress,
        rules: &RegistrationRules,
    ) -> Result<AccountRequest, StoreError> {
        let now = self.now();
        let (id, lapses_at) = (AccountId::new(now, &*self.entropy), rules.lapses_at(now));
        let request = AccountRequest { id, kind, name, email, asked_at: now, lapses_at };
        let listed = IndexKey { pk: keys::account_requests(kind.realm()), sk: id.to_string() };
        let item = Item::new(keys::account_request(id), &request)?.gsi1(listed).until(lapses_at);
        self.table.put(item).await?;
        Ok(request)
    }

    /// The requests of a realm, the oldest first.
    pub async fn account_requests(
        &self,
        grant: &Granted<act::ListPendingUser>,
        realm: Realm,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<AccountRequest>, StoreError> {
        let within = match realm {
            Realm::Main | Realm::Public => Tenant::Main,
            Realm::Partner(partner) => Tenant::Partner(partner),
        };
        if grant.target().tenant.is_some_and(|granted| granted != within) {
            return Err(StoreError::Missing("the realm"));
        }
        let question = Question::of(keys::account_requests(realm), "").through(Index::Gsi1);
        let mut page: Page<AccountRequest> = self.table.page(&question, cursor, limit).await?;
        page.items.retain(|request| request.lapses_at > self.now());
        Ok(page)
    }

    /// Turns a request into an account and mails its owner a link to set the password. Of two decisions one counts.
    pub async fn approve_account(&self, grant: Granted<act::ApprovePendingUser>) -> Result<Account, StoreError> {
        let now = self.now();
        let request = &grant.target().request;
        let account = Account {
            id: request.id,
            version: 1,
            kind: request.kind,
            name: request.name.clone(),
            email: request.email.clone(),
            email_verified: false,
            deactivated: false,
            expires_at: None,
            created_at: now,
            login_epoch: 0,
            locale: domain::Locale::default(),
        };
        let transaction = self.audited(&grant, None, Record::of(object(account.id), None, Some(&account)))?;
        let transaction = self.with_new_account(transaction, &account)?;
        let key = keys::account_request(request.id);
        let there = "attribute_exists(pk)";
        let transaction = transaction.delete_where(&key, there, Attributes::new(), Failure::Missing("the request"));
        transaction.commit().await?;
        Ok(account)
    }

    /// Drops a request. Nobody is told: the address is known to nobody but whoever typed it.
    pub async fn refuse_account(&self, grant: Granted<act::ApprovePendingUser>) -> Result<(), StoreError> {
        let request = &grant.target().request;
        let record = Record::of(object(request.id), Some(request), None);
        let key = keys::account_request(request.id);
        let there = "attribute_exists(pk)";
        let transaction = self.audited(&grant, None, record)?;
        transaction.delete_where(&key, there, Attributes::new(), Failure::Missing("the request")).commit().await
    }
}
