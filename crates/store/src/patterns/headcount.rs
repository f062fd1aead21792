//! How many people hold a role: what a change of the grid would reach, told before it is saved.

use std::collections::BTreeMap;

use authorization::{GrantObject, Granted, Role, Seat};
use domain::{Account, Partner, Realm, Tenant};

use crate::item::read;
use crate::patterns::grid::{Overrules, Sets};
use crate::patterns::standing::StoredGrant;
use crate::table::{Index, Question};
use crate::{Store, StoreError, keys};

/// How many people of one tenant are counted at most; beyond, "so many at least" is said.
pub const COUNTED_MAX: usize = 1_000;

/// How many tenants are counted at most.
const TENANTS_MAX: usize = 100;

/// People by role.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headcount {
    by_role: BTreeMap<Role, usize>,
    /// Whether there were more than are counted.
    pub at_least: bool,
}

impl Headcount {
    /// How many hold the role; nothing for roles that are held on single objects, which are not kept by tenant.
    pub fn of(&self, role: Role) -> Option<usize> {
        match role.seat() {
            Seat::Kind | Seat::Type | Seat::Mark | Seat::Organization => {
                Some(self.by_role.get(&role).copied().unwrap_or(0))
            }
            _ => None,
        }
    }
}

impl Store {
    /// The people of the tenant that is decided about, or of all of them.
    pub async fn headcount<A: Overrules>(&self, granted: &Granted<A>) -> Result<Headcount, StoreError> {
        self.count_people(granted.target().tenant).await
    }

    /// The people of every tenant.
    pub async fn whole_headcount<A: Sets>(&self, _: &Granted<A>) -> Result<Headcount, StoreError> {
        self.count_people(None).await
    }

    async fn count_people(&self, of: Option<Tenant>) -> Result<Headcount, StoreError> {
        let mut count = Headcount::default();
        let tenants = match of {
            Some(tenant) => vec![tenant],
            None => {
                let question = Question::of(keys::PARTNERS, "").through(Index::Gsi1);
                let partners = self.table.some(&question, TENANTS_MAX).await?;
                count.at_least = partners.len() == TENANTS_MAX;
                let partners = partners.into_iter().map(|item| Ok(Tenant::Partner(read::<Partner>(item)?.id)));
                std::iter::once(Ok(Tenant::Main)).chain(partners).collect::<Result<Vec<_>, StoreError>>()?
            }
        };
        for tenant in tenants {
            self.count_tenant(&mut count, tenant).await?;
        }
        Ok(count)
    }

    async fn count_tenant(&self, count: &mut Headcount, tenant: Tenant) -> Result<(), StoreError> {
        let realms = match tenant {
            Tenant::Main => vec![Realm::Main, Realm::Public],
            Tenant::Partner(partner) => vec![Realm::Partner(partner)],
        };
        for realm in realms {
            let people = Question::of(keys::people(realm), "").through(Index::Gsi1);
            let people = self.table.some(&people, COUNTED_MAX).await?;
            count.at_least |= people.len() == COUNTED_MAX;
            for person in people {
                *count.by_role.entry(Role::of_kind(read::<Account>(person)?.kind)).or_default() += 1;
            }
        }
        let held = Question::of(keys::holders(GrantObject::Platform, tenant), "").through(Index::Gsi1);
        let held = self.table.some(&held, COUNTED_MAX).await?;
        count.at_least |= held.len() == COUNTED_MAX;
        for grant in held {
            *count.by_role.entry(read::<StoredGrant>(grant)?.role()?).or_default() += 1;
        }
        Ok(())
    }
}
