//! Roles that are given to accounts and taken from them, and who holds what on an object.
//!
//! Giving and taking raise the version of the account that holds the role: whatever was judged by its roles before, and
//! is not written yet, fails.

use authorization::{
    AccountTarget, Act, CourseTarget, GrantObject, Granted, PlaceTarget, Role, RoleGrant, RoleTarget, Standing,
    TenantTarget, act,
};
use domain::{Account, AccountId, Course, Place, Tenant};

use crate::item::{Attributes, read};
use crate::keys::Key;
use crate::page::{Cursor, Page};
use crate::patterns::audit::Record;
use crate::patterns::logins::{StoredGrant, standing};
use crate::patterns::path_enrollments::{with_enrollment_of, without_enrollment_of};
use crate::table::{Index, Question};
use crate::transaction::{Failure, Transaction, number};
use crate::{Store, StoreError, keys};

/// The most roles that one account holds. The question who asks reads them all: so many are about 100 kB.
pub const GRANTS_MAX: usize = 500;

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

/// A permission that shows who holds roles on its target.
pub trait ShowsHolders: Act<Target: HeldOn> {}

acts!(ShowsHolders: ListAccounts ListEnrollments ListSupervision ListGroupMember ListTeamMember);
acts!(ShowsHolders: ReviewChannelContent AssistPath LeadProgram);

/// What roles are held on.
pub trait HeldOn {
    /// The object, and its tenant.
    fn held_on(&self) -> Option<(GrantObject, Tenant)>;
}

impl HeldOn for TenantTarget {
    fn held_on(&self) -> Option<(GrantObject, Tenant)> {
        self.tenant.map(|tenant| (GrantObject::Platform, tenant))
    }
}

impl HeldOn for CourseTarget {
    fn held_on(&self) -> Option<(GrantObject, Tenant)> {
        Some((GrantObject::Course(self.course.id), self.course.audience.tenant()))
    }
}

impl HeldOn for AccountTarget {
    fn held_on(&self) -> Option<(GrantObject, Tenant)> {
        Some((GrantObject::Person(self.account.id), self.account.kind.tenant()))
    }
}

impl HeldOn for PlaceTarget {
    fn held_on(&self) -> Option<(GrantObject, Tenant)> {
        self.place.as_ref().map(|place| (place.id.into(), place.tenant))
    }
}

/// Somebody who holds a role.
#[derive(Debug, Clone)]
pub struct Holder {
    /// Who.
    pub account: AccountId,
    /// What the person is called; nothing where the account is gone.
    pub name: Option<String>,
    /// The role, with what it is held on.
    pub grant: RoleGrant,
}

fn object(account: AccountId) -> String {
    format!("account:{account}")
}

/// What is to be judged about a role.
#[derive(Debug, Clone, Copy)]
pub struct RoleWish {
    /// Whose role.
    pub account: AccountId,
    /// Which, on what, with which actions.
    pub grant: RoleGrant,
}

/// What a role is to be held on: whose it is, and how the person stands where it is one.
struct There {
    tenant: Option<Tenant>,
    looked_after: Option<Standing>,
}

impl Store {
    /// Loads what the giving of a role is judged by: the account with what it holds, and the tenant of what the role is
    /// to be held on. Only `web` calls this, and hands nothing on but what was granted.
    pub async fn role_to_give(&self, wish: RoleWish) -> Result<Option<RoleTarget>, StoreError> {
        let (target, there) = tokio::try_join!(self.role_target(wish), self.there(wish.grant.object))?;
        Ok(target.zip(there).map(|(target, there)| RoleTarget {
            held_in: there.tenant,
            looked_after: there.looked_after,
            ..target
        }))
    }

    /// Loads what the giving of a first role is judged by: the account as it is to be made, with the roles that it
    /// begins with so far. Nothing where the object does not exist.
    pub async fn first_role_to_give(
        &self,
        account: &Account,
        held: &[RoleGrant],
        grant: RoleGrant,
    ) -> Result<Option<RoleTarget>, StoreError> {
        let Some(There { tenant, looked_after }) = self.there(grant.object).await? else { return Ok(None) };
        let standing = Standing::of(account, held.to_vec(), self.now());
        Ok(Some(RoleTarget { account: account.clone(), standing, grant, held_in: tenant, looked_after }))
    }

    /// Loads what the taking of a role is judged by. What it was held on may be gone already.
    pub async fn role_to_take(&self, wish: RoleWish) -> Result<Option<RoleTarget>, StoreError> {
        let target = self.role_target(wish).await?;
        // Taken away is what is held, with the actions it is held with.
        Ok(target.and_then(|target| {
            let same = |held: &&RoleGrant| held.role == wish.grant.role && held.object == wish.grant.object;
            let grant = target.standing.grants.iter().find(same).copied();
            grant.map(|grant| RoleTarget { grant, ..target })
        }))
    }

    async fn role_target(&self, RoleWish { account, grant }: RoleWish) -> Result<Option<RoleTarget>, StoreError> {
        let person = self.person(account).await?;
        Ok(person.map(|(account, standing)| RoleTarget { standing, account, grant, held_in: None, looked_after: None }))
    }

    /// An account with how it stands.
    async fn person(&self, id: AccountId) -> Result<Option<(Account, Standing)>, StoreError> {
        let items = self.table.all(&Question::of(keys::account_partition(id), keys::STANDING)).await?;
        let now = self.now();
        Ok(standing(items)?.map(|(account, grants)| {
            let standing = Standing::of(&account, grants, now);
            (account, standing)
        }))
    }

    /// What a role is to be held on; nothing where there is no such thing.
    async fn there(&self, object: GrantObject) -> Result<Option<There>, StoreError> {
        let of = |tenant| There { tenant: Some(tenant), looked_after: None };
        Ok(match object {
            GrantObject::Platform => Some(There { tenant: None, looked_after: None }),
            GrantObject::Organization(partner) => {
                self.partner_exists(Some(partner)).await?.then(|| of(Tenant::Partner(partner)))
            }
            GrantObject::Course(id) => {
                let course: Option<Course> = self.table.entity(&keys::course(id)).await?;
                course.map(|course| of(course.audience.tenant()))
            }
            GrantObject::Person(id) => {
                let person = self.person(id).await?;
                person.map(|(account, standing)| There { looked_after: Some(standing), ..of(account.kind.tenant()) })
            }
            // Dated sessions come with the life of courses.
            GrantObject::IltSession(_) => None,
            place => {
                let Some(id) = place.place() else { return Ok(None) };
                let place: Option<Place> = self.table.entity(&keys::place(id)).await?;
                place.map(|place| of(place.tenant))
            }
        })
    }

    /// Gives a role.
    pub async fn give_role<A: Gives>(&self, granted: Granted<A>) -> Result<RoleGrant, StoreError> {
        let RoleTarget { account, grant, .. } = granted.target();
        let stored = StoredGrant::of(account.id, grant);
        let record = Record::of(object(account.id), None, Some(&stored));
        let transaction = self
            .audited(&granted, Some(&keys::account(account.id)), record)?
            .judged_anew(account.id, account.version)
            .create(stored.item(account.kind.tenant())?, "the role");
        let transaction = with_enrollment_of(transaction, account.id, grant, self.now())?;
        let asker = granted.judged_account().map(|(asker, _)| asker);
        with_object_there(transaction, grant.object, &[Some(account.id), asker]).commit().await?;
        Ok(*grant)
    }

    /// Takes a role away.
    pub async fn take_role<A: Takes>(&self, granted: Granted<A>) -> Result<(), StoreError> {
        let RoleTarget { account, grant, .. } = granted.target();
        let stored = StoredGrant::of(account.id, grant);
        let record = Record::of(object(account.id), Some(&stored), None);
        let key = keys::role(account.id, grant.role.id(), grant.object);
        let transaction = self
            .audited(&granted, Some(&keys::account(account.id)), record)?
            .judged_anew(account.id, account.version)
            .delete_where(&key, "attribute_exists(pk)", Attributes::new(), Failure::Missing("the role"));
        without_enrollment_of(transaction, account.id, grant).commit().await
    }

    /// Hands the one role that its giver loses over: of several attempts at once, one succeeds.
    pub async fn hand_over(&self, granted: Granted<act::TransferSuperStatus>) -> Result<(), StoreError> {
        let RoleTarget { account, grant, .. } = granted.target();
        let Some((giver, version)) = granted.judged_account() else {
            return Err(StoreError::Missing("the present holder"));
        };
        let (lost, won) = (StoredGrant::of(giver, grant), StoredGrant::of(account.id, grant));
        let given_up = keys::role(giver, grant.role.id(), grant.object);
        let transaction = self
            .audited(&granted, Some(&keys::account(giver)), Record::of(object(account.id), None, Some(&won)))?
            .judged_anew(giver, version)
            .delete_where(&given_up, "attribute_exists(pk)", Attributes::new(), Failure::Conflict("the role"))
            .judged_anew(account.id, account.version)
            .create(won.item(account.kind.tenant())?, "the role");
        let record = Record::of(object(giver), Some(&lost), None);
        self.with_audit_line(transaction, &granted, record)?.commit().await
    }

    /// Who holds roles on the target, by role; or who holds this one.
    pub async fn holders<A: ShowsHolders>(
        &self,
        granted: &Granted<A>,
        role: Option<Role>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Holder>, StoreError> {
        let Some((on, tenant)) = granted.target().held_on() else { return Err(StoreError::Missing("the object")) };
        let prefix = role.map(|role| format!("{}#", role.id())).unwrap_or_default();
        let question = Question::of(keys::holders(on, tenant), prefix).through(Index::Gsi1);
        let page: Page<StoredGrant> = self.table.page(&question, cursor, limit).await?;
        let accounts: Vec<AccountId> = page.items.iter().map(|stored| stored.account).collect();
        let names = self.names_of(&accounts).await?;
        let holder = |stored: StoredGrant| {
            let account = stored.account;
            let name = names.iter().find(|known| known.id == account).map(|known| known.name.to_string());
            stored.into_grant().map(|grant| Holder { account, name, grant })
        };
        Ok(Page { items: page.items.into_iter().map(holder).collect::<Result<_, _>>()?, next: page.next })
    }

    /// The people whom the asking account looks after, each with the role that it looks after them in.
    pub async fn looked_after(&self, granted: &Granted<act::ViewSelf>) -> Result<Vec<Holder>, StoreError> {
        let own = granted.target().account.id;
        let items = self.table.all(&Question::of(keys::account_partition(own), keys::ROLE)).await?;
        let grants = items.into_iter().map(|item| read::<StoredGrant>(item)?.into_grant());
        let grants: Vec<RoleGrant> = grants.collect::<Result<_, _>>()?;
        let person = |grant: &RoleGrant| match grant.object {
            GrantObject::Person(person) => Some(person),
            _ => None,
        };
        let people: Vec<AccountId> = grants.iter().filter_map(person).collect();
        let names = self.names_of(&people).await?;
        let looked_after = grants.iter().filter_map(|grant| {
            let known = names.iter().find(|known| Some(known.id) == person(grant))?;
            Some(Holder { account: known.id, name: Some(known.name.to_string()), grant: *grant })
        });
        Ok(looked_after.collect())
    }

    pub(crate) async fn names_of(&self, accounts: &[AccountId]) -> Result<Vec<Account>, StoreError> {
        let mut ids = accounts.to_vec();
        ids.sort_unstable();
        ids.dedup();
        let mut found = Vec::new();
        for together in ids.chunks(READ_KEYS_MAX) {
            let keys: Vec<_> = together.iter().map(|id| keys::account(*id)).collect();
            let items = self.table.get_all(&keys).await?.into_iter().flatten();
            found.extend(items.map(read).collect::<Result<Vec<Account>, _>>()?);
        }
        Ok(found)
    }

    /// Drops every role that is held on an object which is going: with it they reach nothing.
    pub(crate) async fn drop_roles_on(&self, on: GrantObject, tenant: Tenant) -> Result<(), StoreError> {
        self.drop_together(&self.roles_on(on, tenant).await?).await
    }

    /// The keys of every role that is held on an object.
    pub(crate) async fn roles_on(&self, on: GrantObject, tenant: Tenant) -> Result<Vec<Key>, StoreError> {
        let question = Question::of(keys::holders(on, tenant), "").through(Index::Gsi1);
        let held = self.table.all(&question).await?.into_iter().map(read::<StoredGrant>);
        held.map(|stored| stored.map(|stored| keys::role(stored.account, &stored.role, stored.object))).collect()
    }

    /// Drops items by their keys, however many they are.
    pub(crate) async fn drop_together(&self, keys: &[Key]) -> Result<(), StoreError> {
        for together in keys.chunks(DROPPED_TOGETHER) {
            together.iter().fold(Transaction::on(&self.table), Transaction::drop).commit().await?;
        }
        Ok(())
    }
}

/// One batch read takes at most 100 keys, and one transaction at most 100 writes.
const READ_KEYS_MAX: usize = 100;
const DROPPED_TOGETHER: usize = 100;

/// Nothing is held on what has gone meanwhile. Accounts that the transaction writes or checks anyway are left out.
pub(crate) fn with_object_there<'t>(
    transaction: Transaction<'t>,
    on: GrantObject,
    checked: &[Option<AccountId>],
) -> Transaction<'t> {
    let key = match on {
        GrantObject::Platform | GrantObject::IltSession(_) => return transaction,
        GrantObject::Person(person) if checked.contains(&Some(person)) => return transaction,
        GrantObject::Person(person) => keys::account(person),
        GrantObject::Organization(partner) => keys::partner(partner),
        GrantObject::Course(course) => keys::course(course),
        place => match place.place() {
            Some(id) => keys::place(id),
            None => return transaction,
        },
    };
    transaction.holds(&key, "attribute_exists(pk)", Attributes::new(), Failure::Missing("the object"))
}

impl Transaction<'_> {
    /// Raises an account's version: what was judged by its roles before is judged anew.
    pub(crate) fn judged_anew(self, account: AccountId, version: u64) -> Self {
        let values = Attributes::from([(":version".to_owned(), number(version)), (":one".to_owned(), number(1))]);
        let raise = "SET version = version + :one";
        self.update(&keys::account(account), raise, "version = :version", values, Failure::Conflict("the account"))
    }
}
