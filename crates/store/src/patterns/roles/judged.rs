//! What the giving and the taking of a role are judged by.

use authorization::{GrantObject, PermissionSet, Role, RoleGrant, RoleTarget, Standing, is_role_of};
use domain::{Account, AccountId, Course, PermissionSetId, Place, Tenant};

use crate::item::{Attributes, read};
use crate::patterns::permission_sets::{is_it, key_of, read_set};
use crate::patterns::standing::{Held, StoredGrant, stored_standing};
use crate::table::Question;
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

/// What is to be judged about a role.
#[derive(Debug, Clone, Copy)]
pub struct RoleWish {
    /// Whose role.
    pub account: AccountId,
    /// Which, on what, with which actions.
    pub grant: RoleGrant,
    /// The profile or custom role that is meant instead; it says itself which role and which actions.
    pub set: Option<PermissionSetId>,
}

/// What a role is to be held on: whose it is, and how the person stands where it is one.
struct There {
    tenant: Option<Tenant>,
    looked_after: Option<Standing>,
}

impl Store {
    /// Loads what the giving of a role is judged by: the account with what it holds, the profile or custom role, and the
    /// tenant of what the role is to be held on. Only `web` calls this, and hands nothing on but what was granted.
    pub async fn role_to_give(&self, wish: RoleWish) -> Result<Option<RoleTarget>, StoreError> {
        let set = async {
            match wish.set {
                Some(id) => self.set_to_judge(id).await.map(|set| set.map(Some)),
                None => Ok(Some(None)),
            }
        };
        let (held, there, set) = tokio::try_join!(self.account_with_roles(wish.account), self.there(&wish.grant), set)?;
        let (Some((held, _)), Some(there), Some(set)) = (held, there, set) else { return Ok(None) };
        // A profile or custom role of another tenant is not there for whoever belongs to this one.
        if set.as_ref().is_some_and(|set| set.tenant != held.account.kind.tenant()) {
            return Ok(None);
        }
        let grant = set.as_ref().map_or(wish.grant, |set| set.as_given(wish.grant.object));
        Ok(Some(self.role_target(held, grant, set, there)))
    }

    /// Loads what the giving of a first role is judged by: the account as it is to be made, with the roles that it
    /// begins with so far. Nothing where the object does not exist.
    pub async fn first_role_to_give(
        &self,
        account: &Account,
        held: &[RoleGrant],
        grant: RoleGrant,
    ) -> Result<Option<RoleTarget>, StoreError> {
        let there = self.there(&grant).await?;
        let held = Held { account: account.clone(), grants: held.to_vec(), sets: Vec::new() };
        Ok(there.map(|there| self.role_target(held, grant, None, there)))
    }

    /// Loads what the taking of a role is judged by. What it was held on may be gone already.
    pub async fn role_to_take(&self, wish: RoleWish) -> Result<Option<RoleTarget>, StoreError> {
        let Some((held, stored)) = self.account_with_roles(wish.account).await? else { return Ok(None) };
        let same = |one: &&StoredGrant| {
            one.object == wish.grant.object
                && match wish.set {
                    None => one.set.is_none() && one.role == wish.grant.role.id(),
                    set => one.set == set,
                }
        };
        // Taken away is what is held, with the actions it is held with.
        let Some(stored) = stored.iter().find(same) else { return Ok(None) };
        let grant = stored.as_given(&held.sets)?;
        let set = held.sets.iter().find(|set| stored.set == Some(set.id)).cloned();
        Ok(Some(self.role_target(held, grant, set, There { tenant: None, looked_after: None })))
    }

    /// The role that a profile or custom role is one of, and whose it is. It says which permission is asked for, and nothing
    /// else; and only where the account could be given it: one of another tenant is not there for it.
    pub async fn role_of_set(
        &self,
        id: PermissionSetId,
        account: AccountId,
    ) -> Result<Option<(Role, Tenant)>, StoreError> {
        let mut items = self.table.get_all(&[keys::permission_set(id), keys::account(account)]).await?;
        let account: Option<Account> = items.pop().flatten().map(read).transpose()?;
        let set = items.pop().flatten().map(read_set).transpose()?;
        let set = set.filter(|set| account.is_some_and(|account| account.kind.tenant() == set.tenant));
        Ok(set.map(|set| (set.role(), set.tenant)))
    }

    async fn account_with_roles(&self, account: AccountId) -> Result<Option<(Held, Vec<StoredGrant>)>, StoreError> {
        let items = self.table.all(&Question::of(keys::account_partition(account), keys::STANDING)).await?;
        let Some(stored) = stored_standing(items)? else { return Ok(None) };
        let grants = stored.grants.clone();
        Ok(Some((self.merged(stored).await?, grants)))
    }

    fn role_target(&self, held: Held, grant: RoleGrant, set: Option<PermissionSet>, there: There) -> RoleTarget {
        let Held { account, grants, .. } = held;
        let There { tenant: held_in, looked_after } = there;
        let standing = Standing::of(&account, grants, self.now());
        RoleTarget { account, standing, grant, set, held_in, looked_after }
    }

    /// What a role is to be held on; nothing where there is no such thing: a path is no program.
    async fn there(&self, grant: &RoleGrant) -> Result<Option<There>, StoreError> {
        let of = |tenant| There { tenant: Some(tenant), looked_after: None };
        Ok(match grant.object {
            GrantObject::Platform => Some(There { tenant: None, looked_after: None }),
            GrantObject::Organization(partner) | GrantObject::Courses(Tenant::Partner(partner)) => {
                self.partner_exists(Some(partner)).await?.then(|| of(Tenant::Partner(partner)))
            }
            GrantObject::Courses(Tenant::Main) => Some(of(Tenant::Main)),
            GrantObject::Course(id) => {
                let course: Option<Course> = self.table.entity(&keys::course(id)).await?;
                course.map(|course| of(course.audience.tenant()))
            }
            GrantObject::Person(id) => self.account_with_roles(id).await?.map(|(held, _)| {
                let Held { account, grants, .. } = held;
                let looked_after = Some(Standing::of(&account, grants, self.now()));
                There { looked_after, ..of(account.kind.tenant()) }
            }),
            // Dated sessions come with the life of courses.
            GrantObject::IltSession(_) => None,
            place => {
                let Some(id) = place.place() else { return Ok(None) };
                let place: Option<Place> = self.table.entity(&keys::place(id)).await?;
                let fits = |place: &Place| is_it(grant.object, place) && is_role_of(place.kind, grant.role);
                place.filter(fits).map(|place| of(place.tenant))
            }
        })
    }
}

/// Nothing is held on what has gone meanwhile. What the transaction writes or checks anyway is there.
pub(crate) fn with_object_there(transaction: Transaction<'_>, on: GrantObject) -> Transaction<'_> {
    let key = match on {
        GrantObject::Courses(Tenant::Partner(partner)) => Some(keys::partner(partner)),
        on => key_of(on),
    };
    match key.filter(|key| !transaction.touches(key)) {
        None => transaction,
        Some(key) => {
            let there = Failure::Missing("the object");
            transaction.holds(&key, "attribute_exists(pk)", Attributes::new(), there)
        }
    }
}

/// What is given is the very version that was judged.
pub(super) fn with_set_there<'t>(transaction: Transaction<'t>, set: &PermissionSet) -> Transaction<'t> {
    transaction.unmoved(&keys::permission_set(set.id), set.version, "the profile or custom role")
}
