//! Who holds a profile or custom role: counted before it is changed or deleted, listed for those who see the tenant's
//! people.

use std::collections::BTreeSet;

use authorization::{GrantObject, Granted, PermissionSet, Rights, Standing, act, beyond_its_types, makes_a_type};
use domain::{AccountId, PermissionSetId};
use tokio::task::JoinSet;

use crate::item::read;
use crate::keys::Key;
use crate::page::{Cursor, Page};
use crate::patterns::audit::Doer;
use crate::patterns::headcount::COUNTED_MAX;
use crate::patterns::standing::{Held, StoredGrant};
use crate::table::{Index, Question};
use crate::{Store, StoreError, keys};

/// The people who hold a profile or custom role.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holders {
    /// Each of them once.
    pub people: Vec<AccountId>,
    /// Whether there are more than were counted.
    pub at_least: bool,
}

/// How many people are looked at one by one to say for how many a decision flips.
const LOOKED_AT_MAX: usize = 100;

/// Somebody who holds a profile or custom role.
#[derive(Debug, Clone)]
pub struct SetHolder {
    /// Who.
    pub account: AccountId,
    /// What the person is called; nothing where the account is gone.
    pub name: Option<String>,
    /// What it is held on: a profile on the platform, a custom role on what its parent is held on.
    pub object: GrantObject,
}

impl Store {
    /// Who holds what is to be changed or deleted.
    pub async fn holders_of_set(&self, granted: &Granted<act::DefinePermissionSet>) -> Result<Holders, StoreError> {
        let Some(before) = &granted.target().before else { return Ok(Holders::default()) };
        let question = Question::of(keys::holders_of(before.id), "").through(Index::Gsi2);
        let held = self.table.some(&question, COUNTED_MAX).await?;
        let at_least = held.len() == COUNTED_MAX;
        let people: BTreeSet<_> =
            held.into_iter().map(|item| Ok(read::<StoredGrant>(item)?.account)).collect::<Result<_, StoreError>>()?;
        Ok(Holders { people: people.into_iter().collect(), at_least })
    }

    /// How the first of them stand, read side by side, and whether there are more. Who has gone meanwhile is left out.
    pub async fn standings_of(
        &self,
        _: &Granted<act::DefinePermissionSet>,
        holders: &Holders,
    ) -> Result<(Vec<Standing>, bool), StoreError> {
        let mut reads = JoinSet::new();
        for account in holders.people.iter().take(LOOKED_AT_MAX).copied() {
            let store = self.clone();
            reads.spawn(async move {
                let question = Question::of(keys::account_partition(account), keys::STANDING);
                store.held(store.table.all(&question).await?).await
            });
        }
        let mut standings = Vec::new();
        while let Some(read) = reads.join_next().await {
            let held = read.map_err(|error| StoreError::Unavailable(error.to_string()))?;
            standings.extend(held?.map(|Held { account, grants, .. }| Standing::of(&account, grants, self.now())));
        }
        Ok((standings, holders.at_least || holders.people.len() > LOOKED_AT_MAX))
    }

    /// Who holds a profile or custom role of the tenant whose people may be seen.
    pub async fn list_set_holders(
        &self,
        granted: &Granted<act::ListAccounts>,
        id: PermissionSetId,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<SetHolder>, StoreError> {
        let found = self.set_to_judge(id).await?.filter(|set| granted.target().tenant == Some(set.tenant));
        let set = found.ok_or(StoreError::Missing("the profile or custom role"))?;
        let question = Question::of(keys::holders_of(set.id), "").through(Index::Gsi2);
        let page: Page<StoredGrant> = self.table.page(&question, cursor, limit).await?;
        let accounts: Vec<AccountId> = page.items.iter().map(|stored| stored.account).collect();
        let names = self.names_of(&accounts).await?;
        let holder = |stored: StoredGrant| {
            let name = names.iter().find(|known| known.id == stored.account).map(|known| known.name.to_string());
            SetHolder { account: stored.account, name, object: stored.object }
        };
        Ok(Page { items: page.items.into_iter().map(holder).collect(), next: page.next })
    }

    /// Every grant of a profile or custom role: who holds it, and its key.
    pub(super) async fn grants_of_set(&self, id: PermissionSetId) -> Result<Vec<(AccountId, Key)>, StoreError> {
        let question = Question::of(keys::holders_of(id), "").through(Index::Gsi2);
        let held = self.table.all(&question).await?.into_iter().map(read::<StoredGrant>);
        held.map(|stored| stored.map(|stored| (stored.account, stored.key()))).collect()
    }

    /// What its former holders may hold by a custom role alone that was a type of accounts goes after it. It brings nothing
    /// any more, so a crash in between leaves nothing but dust.
    pub(super) async fn drop_beyond_types(
        &self,
        doer: Doer,
        set: &PermissionSet,
        holders: &BTreeSet<AccountId>,
    ) -> Result<(), StoreError> {
        // Whatever power users hold, plain accounts may hold, too.
        let Rights::CustomRole { parent, .. } = &set.rights else { return Ok(()) };
        if !makes_a_type(*parent) {
            return Ok(());
        }
        for holder in holders {
            let question = Question::of(keys::account_partition(*holder), keys::STANDING);
            let Some(Held { account, grants, .. }) = self.held(self.table.all(&question).await?).await? else {
                continue;
            };
            let left = beyond_its_types(&Standing::of(&account, grants, self.now()));
            self.drop_grants(doer, account.id, &left).await?;
        }
        Ok(())
    }
}
