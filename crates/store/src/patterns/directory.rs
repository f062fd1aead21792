//! The directory: the accounts of a realm by type, each with what it holds and who its managers are.

use authorization::{Act, GrantObject, Granted, RoleGrant, Section, Standing, TenantTarget, act, sole_organization};
use domain::{Account, AccountId, Partner, PartnerId, Realm, Tenant};
use futures_util::future::try_join_all;

use crate::item::read;
use crate::page::{Cursor, Page};
use crate::patterns::logins::{StoredGrant, standing};
use crate::patterns::roles::Holder;
use crate::table::{Index, Question};
use crate::{Store, StoreError, keys};

/// The actions that looking into the directory can be.
pub trait ShowsDirectory: Act<Target = TenantTarget> {}

impl ShowsDirectory for act::ViewUserDirectory {}
impl ShowsDirectory for act::ViewByTypeUserDirectory {}

/// A line of the directory.
#[derive(Debug)]
pub struct Listed {
    /// The account.
    pub account: Account,
    /// How it stands now.
    pub standing: Standing,
    /// Who looks after it.
    pub managers: Vec<Holder>,
    /// The name of the one organization that it administers.
    pub organization: Option<String>,
}

/// Everything that a line takes is read for each person, so a page of the directory is shorter than others.
pub const LISTED_MAX: usize = 25;

/// So many pages of names are looked through for one page of a section whose people are rare.
const LOOKED_THROUGH_MAX: usize = 20;

impl Store {
    /// The accounts of a realm, or those of one section. A page may hold fewer than `limit`, and none, while `next`
    /// names another.
    pub async fn directory<A: ShowsDirectory>(
        &self,
        grant: &Granted<A>,
        realm: Realm,
        section: Option<Section>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Listed>, StoreError> {
        let tenant = match realm {
            Realm::Main | Realm::Public => Tenant::Main,
            Realm::Partner(partner) => Tenant::Partner(partner),
        };
        if grant.target().tenant.is_some_and(|granted| granted != tenant) {
            return Err(StoreError::Missing("the realm"));
        }
        let limit = limit.min(LISTED_MAX);
        let found = match section {
            None => self.by_name(realm, cursor, limit, |_| true).await?,
            Some(section) if section.given().is_empty() => {
                self.by_name(realm, cursor, limit, |account| section.of_kind(account.kind)).await?
            }
            Some(Section::Administrators) => {
                let mut page =
                    self.by_name(realm, cursor, limit, |account| Section::Administrators.of_kind(account.kind)).await?;
                let given = self.given_here(Section::Administrators, realm, tenant).await?;
                page.items.retain(|id| !given.contains(id));
                // Whoever was given administration comes first: they are few.
                if cursor.is_none() {
                    page.items.splice(0..0, given);
                }
                page
            }
            Some(section) => self.by_role(section, realm, tenant, cursor, limit).await?,
        };
        let mut lines = self.lines(found.items).await?;
        if let Some(section) = section.filter(|section| section.given().is_empty()) {
            lines.retain(|line| section.by_kind(&line.standing));
        }
        lines.retain(|line| line.account.kind.realm() == realm);
        Ok(Page { items: lines, next: found.next })
    }

    async fn by_name(
        &self,
        realm: Realm,
        cursor: Option<&Cursor>,
        limit: usize,
        wanted: impl Fn(&Account) -> bool,
    ) -> Result<Page<AccountId>, StoreError> {
        let question = Question::of(keys::people(realm), "").through(Index::Gsi1);
        let mut next = cursor.cloned();
        for _ in 0..LOOKED_THROUGH_MAX {
            let page: Page<Account> = self.table.page(&question, next.as_ref(), limit).await?;
            let items: Vec<_> = page.items.into_iter().filter(&wanted).map(|account| account.id).collect();
            next = page.next;
            if !items.is_empty() || next.is_none() {
                return Ok(Page { items, next });
            }
        }
        Ok(Page { items: Vec::new(), next })
    }

    /// Those who were given what puts them into a section.
    async fn given_here(&self, section: Section, realm: Realm, tenant: Tenant) -> Result<Vec<AccountId>, StoreError> {
        let mut given = Vec::new();
        if realm == Realm::Public {
            return Ok(given);
        }
        for role in section.given() {
            let prefix = format!("{}#", role.id());
            let question = Question::of(keys::holders(GrantObject::Platform, tenant), prefix).through(Index::Gsi1);
            for item in self.table.all(&question).await? {
                given.push(read::<StoredGrant>(item)?.account);
            }
        }
        given.sort_unstable();
        given.dedup();
        Ok(given)
    }

    /// Those who hold the one role of a section.
    async fn by_role(
        &self,
        section: Section,
        realm: Realm,
        tenant: Tenant,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<AccountId>, StoreError> {
        let role = section.given().first().filter(|_| realm != Realm::Public);
        let Some(role) = role else { return Ok(Page { items: Vec::new(), next: None }) };
        let prefix = format!("{}#", role.id());
        let question = Question::of(keys::holders(GrantObject::Platform, tenant), prefix).through(Index::Gsi1);
        let page: Page<StoredGrant> = self.table.page(&question, cursor, limit).await?;
        Ok(Page { items: page.items.into_iter().map(|stored| stored.account).collect(), next: page.next })
    }

    /// The lines of these accounts, read side by side, in this order. Who has gone meanwhile is left out.
    async fn lines(&self, accounts: Vec<AccountId>) -> Result<Vec<Listed>, StoreError> {
        let lines = try_join_all(accounts.into_iter().map(|id| self.directory_line(id))).await?;
        Ok(lines.into_iter().flatten().collect())
    }

    async fn directory_line(&self, id: AccountId) -> Result<Option<Listed>, StoreError> {
        let own = Question::of(keys::account_partition(id), keys::STANDING);
        let on = GrantObject::Person(id);
        // What is held on a person is kept by the person, whatever the tenant.
        let above = Question::of(keys::holders(on, Tenant::Main), "").through(Index::Gsi1);
        let (own, above) = tokio::try_join!(self.table.all(&own), self.table.all(&above))?;
        let Some((account, grants)) = standing(own)? else { return Ok(None) };
        let standing = Standing::of(&account, grants, self.now());
        let mut managers = Vec::new();
        for item in above {
            let stored: StoredGrant = read(item)?;
            let holder = stored.account;
            let name = self.table.entity::<Account>(&keys::account(holder)).await?.map(|known| known.name.to_string());
            let grant: RoleGrant = stored.into_grant()?;
            managers.push(Holder { account: holder, name, grant });
        }
        let organization = match sole_organization(&standing) {
            Some(organization) => self.organization_name(organization).await?,
            None => None,
        };
        Ok(Some(Listed { account, standing, managers, organization }))
    }

    async fn organization_name(&self, id: PartnerId) -> Result<Option<String>, StoreError> {
        let partner: Option<Partner> = self.table.entity(&keys::partner(id)).await?;
        Ok(partner.map(|partner| partner.name.to_string()))
    }
}
