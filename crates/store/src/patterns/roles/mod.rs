//! Roles that are given to accounts and taken from them, and who holds what on an object.
//!
//! Giving and taking raise the version of the account that holds the role: whatever was judged by its roles before, and
//! is not written yet, fails.

mod holders;
mod judged;

pub use holders::{HeldOn, Holder, ShowsHolders};
pub use judged::RoleWish;

use authorization::{Act, GrantObject, Granted, RoleGrant, RoleTarget, act};
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Account, AccountId, Tenant};

use crate::item::{Attributes, read};
use crate::keys::Key;
use crate::patterns::audit::{Doer, Record};
use crate::patterns::path_enrollments::{with_enrollment_of, without_enrollment_of};
use crate::patterns::standing::StoredGrant;
use crate::table::{Index, Question};
use crate::transaction::{Failure, Transaction, number};
use crate::{Store, StoreError, keys};
pub(crate) use judged::with_object_there;
use judged::with_set_there;

/// The most roles that one account holds. The question who asks reads them all: so many are about 100 kB.
pub const GRANTS_MAX: usize = 500;

/// The most roles that go in the very transaction that takes one away: each takes up to three of its hundred writes, and it
/// checks the rights of the one who asks, too.
const TAKEN_TOGETHER_MAX: usize = 20;

/// The actions that giving a role can be.
pub trait Gives: Act<Target = RoleTarget> {}
/// The actions that taking a role away can be.
pub trait Takes: Act<Target = RoleTarget> {}

macro_rules! acts {
    ($trait:ident: $($act:ident)*) => { $(impl $trait for act::$act {})* };
}

acts!(Gives: AssignRole AssignBillingContact GrantSubsetPermission AddPathAdministrator EnrollGroupMember);
acts!(Gives: EnrollTeamMember AssignChannelExpert AssignSupervision);
acts!(Takes: AssignRole AssignBillingContact GrantSubsetPermission AddPathAdministrator RemoveGroupMember);
acts!(Takes: RemoveTeamMember AssignChannelExpert AssignSupervision);

fn object(account: AccountId) -> String {
    format!("account:{account}")
}

impl Store {
    /// Gives a role.
    pub async fn give_role<A: Gives>(&self, granted: Granted<A>) -> Result<RoleGrant, StoreError> {
        let RoleTarget { account, grant, set, .. } = granted.target();
        let stored = StoredGrant::of(account.id, grant);
        let record = Record::of(object(account.id), None, Some(&stored));
        let transaction = self
            .audited(&granted, Some(&keys::account(account.id)), record)?
            .judged_anew(account.id, account.version)
            .create(stored.item(account.kind.tenant())?, "the role");
        let transaction = match set {
            Some(set) if granted.sources().iter().all(|by| by.set != set.id) => with_set_there(transaction, set),
            _ => transaction,
        };
        let transaction = with_enrollment_of(transaction, account.id, grant, self.now())?;
        with_object_there(transaction, grant.object).commit().await?;
        Ok(*grant)
    }

    /// Takes a role away, and what the account may hold by it alone. Of more of that than fits into one transaction the
    /// others follow: without the role they bring nothing any more.
    pub async fn take_role<A: Takes>(&self, granted: Granted<A>, with_it: &[RoleGrant]) -> Result<(), StoreError> {
        let (with_it, after_it) = with_it.split_at(with_it.len().min(TAKEN_TOGETHER_MAX));
        let RoleTarget { account, grant, .. } = granted.target();
        let stored = StoredGrant::of(account.id, grant);
        let record = Record::of(object(account.id), Some(&stored), None);
        let key = stored.key();
        let transaction = self
            .audited(&granted, Some(&keys::account(account.id)), record)?
            .judged_anew(account.id, account.version)
            .delete_where(&key, "attribute_exists(pk)", Attributes::new(), Failure::Missing("the role"));
        let transaction = without_enrollment_of(transaction, account.id, grant);
        let doer = Doer::of(&granted);
        self.without_grants(transaction, doer, account.id, with_it)?.commit().await?;
        self.drop_grants(doer, account.id, after_it).await
    }

    /// Drops roles that bring nothing any more, however many they are.
    pub(crate) async fn drop_grants(
        &self,
        doer: Doer,
        account: AccountId,
        grants: &[RoleGrant],
    ) -> Result<(), StoreError> {
        for together in grants.chunks(TAKEN_TOGETHER_MAX) {
            self.without_grants(Transaction::on(&self.table), doer, account, together)?.commit().await?;
        }
        Ok(())
    }

    fn without_grants<'t>(
        &self,
        mut transaction: Transaction<'t>,
        doer: Doer,
        account: AccountId,
        grants: &[RoleGrant],
    ) -> Result<Transaction<'t>, StoreError> {
        for held in grants {
            let stored = StoredGrant::of(account, held);
            let record = Record::of(object(account), Some(&stored), None);
            transaction = self.with_line(transaction.drop(&stored.key()), doer, record)?;
            transaction = without_enrollment_of(transaction, account, held);
        }
        Ok(transaction)
    }

    /// Hands the one role that its holder loses over: of several attempts at once, one succeeds. Whoever is no account
    /// hands it over from the one that holds it.
    pub async fn hand_over(&self, granted: Granted<act::TransferSuperStatus>) -> Result<(), StoreError> {
        let RoleTarget { account, grant, .. } = granted.target();
        let holder = match granted.judged_account() {
            Some(judged) => Some(judged),
            None => self.present_holder(grant).await?,
        };
        let Some((giver, version)) = holder else { return self.take_up(&granted).await };
        if giver == account.id {
            return Err(StoreError::Missing("the present holder"));
        }
        let (lost, won) = (StoredGrant::of(giver, grant), StoredGrant::of(account.id, grant));
        let given_up = keys::role(giver, grant.role.id(), grant.object);
        let transaction = self
            .audited(&granted, Some(&keys::account(giver)), Record::of(object(account.id), None, Some(&won)))?
            .judged_anew(giver, version)
            .delete_where(&given_up, "attribute_exists(pk)", Attributes::new(), Failure::Conflict("the role"))
            .judged_anew_and_lasting(account.id, account.version)
            .create(won.item(account.kind.tenant())?, "the role");
        let record = Record::of(object(giver), Some(&lost), None);
        self.with_audit_line(transaction, &granted, record)?.commit().await
    }

    /// Gives the one role where nobody holds it any more: whoever runs the platform's computers names its owner.
    async fn take_up(&self, granted: &Granted<act::TransferSuperStatus>) -> Result<(), StoreError> {
        let RoleTarget { account, grant, .. } = granted.target();
        let won = StoredGrant::of(account.id, grant);
        let record = Record::of(object(account.id), None, Some(&won));
        let transaction = self.audited(granted, None, record)?.judged_anew_and_lasting(account.id, account.version);
        transaction.create(won.item(account.kind.tenant())?, "the role").commit().await
    }

    /// Who holds a role that one account holds on the platform, and the version of that account; nobody where only accounts
    /// did that are gone.
    async fn present_holder(&self, grant: &RoleGrant) -> Result<Option<(AccountId, u64)>, StoreError> {
        let prefix = format!("{}#", grant.role.id());
        let question = Question::of(keys::holders(grant.object, Tenant::Main), prefix).through(Index::Gsi1);
        for item in self.table.all(&question).await? {
            let holder = read::<StoredGrant>(item)?.account;
            if let Some(account) = self.table.entity::<Account>(&keys::account(holder)).await? {
                return Ok(Some((holder, account.version)));
            }
        }
        Ok(None)
    }

    /// Drops every role that is held on an object which is going: with it they reach nothing.
    pub(crate) async fn drop_roles_on(&self, on: GrantObject, tenant: Tenant) -> Result<(), StoreError> {
        self.drop_together(&self.roles_on(on, tenant).await?).await
    }

    /// The keys of every role that is held on an object.
    pub(crate) async fn roles_on(&self, on: GrantObject, tenant: Tenant) -> Result<Vec<Key>, StoreError> {
        let question = Question::of(keys::holders(on, tenant), "").through(Index::Gsi1);
        let held = self.table.all(&question).await?.into_iter().map(read::<StoredGrant>);
        held.map(|stored| stored.map(|stored| stored.key())).collect()
    }

    /// Drops items by their keys, however many they are.
    pub(crate) async fn drop_together(&self, keys: &[Key]) -> Result<(), StoreError> {
        for together in keys.chunks(DROPPED_TOGETHER) {
            together.iter().fold(Transaction::on(&self.table), Transaction::drop).commit().await?;
        }
        Ok(())
    }
}

/// One transaction takes at most 100 writes.
const DROPPED_TOGETHER: usize = 100;

const RAISED: &str = "SET version = version + :one";

fn same_version(version: u64) -> Attributes {
    Attributes::from([(":version".to_owned(), number(version)), (":one".to_owned(), number(1))])
}

impl Transaction<'_> {
    /// Raises the version of an item that stands at this one.
    pub(crate) fn raised(self, key: &Key, version: u64, what: &'static str) -> Self {
        self.update(key, RAISED, "version = :version", same_version(version), Failure::Conflict(what))
    }

    /// Raises an account's version: what was judged by its roles before is judged anew.
    pub(crate) fn judged_anew(self, account: AccountId, version: u64) -> Self {
        self.raised(&keys::account(account), version, "the account")
    }

    /// The same of an account that lasts: one that belongs to whoever was invited, and does not end by itself.
    fn judged_anew_and_lasting(self, account: AccountId, version: u64) -> Self {
        let mut values = same_version(version);
        values.insert(":true".to_owned(), AttributeValue::Bool(true));
        values.insert(":null".to_owned(), AttributeValue::S("NULL".to_owned()));
        let lasting = "version = :version AND email_verified = :true \
             AND (attribute_not_exists(expires_at) OR attribute_type(expires_at, :null))";
        self.update(&keys::account(account), RAISED, lasting, values, Failure::Conflict("the account"))
    }
}
