//! Who holds what on an object, and whom somebody looks after.

use authorization::{
    AccountTarget, Act, CourseTarget, GrantObject, Granted, PlaceTarget, Role, RoleGrant, TenantTarget, act,
};
use domain::{Account, AccountId, Tenant};

use crate::item::read;
use crate::page::{Cursor, Page};
use crate::patterns::standing::StoredGrant;
use crate::table::{Index, Question};
use crate::{Store, StoreError, keys};

/// One batch read takes at most 100 keys.
const READ_KEYS_MAX: usize = 100;

/// A permission that shows who holds roles on its target.
pub trait ShowsHolders: Act<Target: HeldOn> {}

macro_rules! acts {
    ($($act:ident)*) => { $(impl ShowsHolders for act::$act {})* };
}

acts!(ListAccounts ListEnrollments ListSupervision ListGroupMember ListTeamMember);
acts!(ReviewChannelContent AssistPath LeadProgram);

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

impl Store {
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
        let sets = self.sets_of(&page.items).await?;
        let holder = |stored: StoredGrant| {
            let account = stored.account;
            let name = names.iter().find(|known| known.id == account).map(|known| known.name.to_string());
            stored.as_given(&sets).map(|grant| Holder { account, name, grant })
        };
        Ok(Page { items: page.items.into_iter().map(holder).collect::<Result<_, _>>()?, next: page.next })
    }

    /// The people whom the asking account looks after, each with the role that it looks after them in.
    pub async fn looked_after(&self, granted: &Granted<act::ViewSelf>) -> Result<Vec<Holder>, StoreError> {
        let own = granted.target().account.id;
        let items = self.table.all(&Question::of(keys::account_partition(own), keys::ROLE)).await?;
        let stored = items.into_iter().map(read::<StoredGrant>).collect::<Result<Vec<_>, _>>()?;
        let sets = self.sets_of(&stored).await?;
        let grants: Vec<RoleGrant> = stored.iter().map(|one| one.as_given(&sets)).collect::<Result<_, _>>()?;
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
}
