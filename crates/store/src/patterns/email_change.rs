//! Another address for one's own account: asked for with the password, taken over with a link that is mailed to it.

use authorization::{Granted, act};
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Account, EmailAddress};

use crate::item::Attributes;
use crate::patterns::accounts::{account_item, email_guard_item};
use crate::patterns::links::Link;
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::patterns::passwords::Credential;
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

impl Store {
    /// Promises a link to the wanted address and a warning to the present one, unless only the spelling is another.
    /// Nothing else changes yet. Fails where the password is no longer the one that was proved, where all logins were ended,
    /// and with [`WAY_OUT`](crate::WAY_OUT) while a first second factor can be undone by the present mailbox.
    pub async fn ask_for_email(
        &self,
        grant: Granted<act::ChangeOwnEmail>,
        email: EmailAddress,
        proved: &Credential,
    ) -> Result<(), StoreError> {
        let account = &grant.target().account;
        let now = self.now();
        let (id, to) = (account.id, account.email.clone());
        let other_mailbox = email != to;
        let password_of = Some(proved.changed_at);
        let epoch = account.login_epoch;
        let link = Task::EmailLink { account: id, email: email.clone(), password_of, epoch: Some(epoch) };
        let link = OutboxEntry::new(link, now, &*self.entropy);
        let changed = Failure::Conflict("the password");
        let mut transaction = Transaction::on(&self.table)
            .same_password(id, password_of, changed)
            .same_epoch(id, epoch)
            .create(link.item()?, "the mail");
        if other_mailbox {
            transaction = transaction.without_way_out(id, now);
            let warning = OutboxEntry::new(Task::EmailAsked { account: id, to, email }, now, &*self.entropy);
            transaction = transaction.create(warning.item()?, "the mail");
        }
        transaction.commit().await
    }

    /// Takes over the address that a link proved: the guards of both addresses, the account and the link move in one
    /// write. A link to a password that went to the former address opens nothing afterwards. Fails with
    /// [`WAY_OUT`](crate::WAY_OUT) as the wish does.
    pub async fn confirm_email(&self, grant: Granted<act::ConfirmEmail>, link: &Link) -> Result<Account, StoreError> {
        let before = &grant.target().account;
        let email = link.email.clone().ok_or(StoreError::Missing("the address"))?;
        if !link.is_of_these_logins(before) {
            return Err(StoreError::Missing("the link"));
        }
        let after = Account { version: before.version + 1, email_verified: true, email, ..before.clone() };
        let now = self.now();
        let (to, email) = (before.email.clone(), after.email.clone());
        let notice = OutboxEntry::new(Task::EmailChanged { account: before.id, to, email }, now, &*self.entropy);
        let values = Attributes::from([(":hash".to_owned(), AttributeValue::S(link.secret_hash.clone()))]);
        let mut transaction = Transaction::on(&self.table)
            .replace(account_item(&after)?, before.version, "the account")
            .delete_where(&keys::email_link(before.id), "secret_hash = :hash", values, Failure::Missing("the link"))
            .drop(&keys::link(before.id))
            .create(notice.item()?, "the mail");
        // Only its spelling may have changed: then the guard stays.
        if after.email != before.email {
            transaction = transaction
                .without_way_out(before.id, now)
                .create(email_guard_item(&after)?, "the e-mail address")
                .drop(&keys::email(before.kind.realm(), &before.email));
        }
        transaction.commit().await?;
        Ok(after)
    }
}
