//! By what decisions differ from the grid of the program: what the deployment is set to, and what it or one of its
//! tenants decided otherwise. Data with versions; former overrides are kept.

use std::sync::Arc;

use authorization::{Act, Action, Choices, Granted, Grid, Override, PlatformTarget, Role, TenantTarget, act};
use domain::Tenant;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::item::{Attributes, Item, read, sort_key};
use crate::page::{Cursor, Page};
use crate::patterns::audit::Record;
use crate::table::{Question, Table};
use crate::transaction::Failure;
use crate::{Store, StoreError, keys};

/// The most overrides of one tenant: with more of them a role of one's own says it better, and each decision reads them.
pub const OVERRIDES_MAX: usize = 200;

/// One override as stored: ids, so that a word that the product no longer has changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredOverride {
    /// The role's id.
    pub role: String,
    /// The action's id.
    pub action: String,
    /// Given or taken.
    pub allowed: bool,
}

/// What one tenant, or the platform for all of them, decided otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Overrides {
    /// Raised by every change; zero where nothing was decided yet.
    pub version: u64,
    /// The tenant; nothing for all of them.
    pub tenant: Option<Tenant>,
    /// The decisions.
    pub list: Vec<StoredOverride>,
    /// When it was decided.
    #[serde(default)]
    pub at: Timestamp,
}

impl Overrides {
    /// As decisions take them.
    pub fn read(&self) -> impl Iterator<Item = Override> {
        self.list.iter().filter_map(|stored| {
            let (role, action) = Role::from_id(&stored.role).zip(Action::from_id(&stored.action))?;
            Override::new(self.tenant, role, action, stored.allowed).ok()
        })
    }
}

/// The actions that overriding the grid can be.
pub trait Overrules: Act<Target = TenantTarget> {}
impl Overrules for act::OverrideOrganizationPermission {}
impl Overrules for act::CustomizePermission {}

/// The actions that seeing what is set can be.
pub trait ShowsSettings: Act<Target = PlatformTarget> {}
impl ShowsSettings for act::ViewPlatformSettings {}
impl ShowsSettings for act::ViewPolicy {}
impl ShowsSettings for act::ConfigurePlatform {}
impl ShowsSettings for act::SetPolicy {}
impl ShowsSettings for act::EnableAccountType {}

/// The actions that setting something can be.
pub trait Sets: Act<Target = PlatformTarget> {}
impl Sets for act::ConfigurePlatform {}
impl Sets for act::SetPolicy {}
impl Sets for act::EnableAccountType {}

impl Store {
    /// The grid of this deployment as it is now: one strongly read question. Finding out by what to decide is free of
    /// charge. It is counted apart: a process asks it every few seconds, whoever calls.
    pub async fn grid(&self) -> Result<Arc<Grid>, StoreError> {
        let apart = Table { meter: Arc::default(), ..self.table.clone() };
        let (mut choices, mut overrides) = (Choices::default(), Vec::new());
        for item in apart.all(&Question::of(keys::GRID, "")).await? {
            if sort_key(&item) == keys::SETTINGS {
                choices = read(item)?;
            } else {
                overrides.extend(read::<Overrides>(item)?.read());
            }
        }
        Ok(Arc::new(Grid::set_to(choices.settings()).with_overrides(overrides)))
    }

    /// What the deployment chose.
    pub async fn choices<A: ShowsSettings>(&self, _: &Granted<A>) -> Result<Choices, StoreError> {
        Ok(self.table.entity(&keys::settings()).await?.unwrap_or_default())
    }

    /// Stores what the deployment chooses from now on, over what `before` says.
    pub async fn choose<A: Sets>(
        &self,
        granted: Granted<A>,
        before: &Choices,
        after: Choices,
    ) -> Result<Choices, StoreError> {
        let after = Choices { version: before.version + 1, ..after };
        let record = Record::of("platform:settings".to_owned(), Some(before), Some(&after));
        let item = Item::new(keys::settings(), &after)?;
        let transaction = self.audited(&granted, None, record)?;
        let transaction = match before.version {
            0 => transaction.create(item, "the settings"),
            version => transaction.replace(item, version, "the settings"),
        };
        transaction.commit().await?;
        Ok(after)
    }

    /// Whether the tenant whose grid is shown exists.
    pub async fn has_tenant(&self, granted: &Granted<act::ViewPermissionGrid>) -> Result<bool, StoreError> {
        match granted.target().tenant {
            Some(Tenant::Partner(partner)) => self.partner_exists(Some(partner)).await,
            _ => Ok(true),
        }
    }

    /// What a tenant, or the platform for all of them, decided otherwise.
    pub async fn overrides(&self, granted: &Granted<act::ViewPermissionGrid>) -> Result<Overrides, StoreError> {
        self.overrides_of(granted.target().tenant).await
    }

    /// The same, for whoever is to change it.
    pub async fn overrides_to_change<A: Overrules>(&self, granted: &Granted<A>) -> Result<Overrides, StoreError> {
        self.overrides_of(granted.target().tenant).await
    }

    async fn overrides_of(&self, tenant: Option<Tenant>) -> Result<Overrides, StoreError> {
        let found: Option<Overrides> = self.table.entity(&keys::overrides(tenant)).await?;
        Ok(found.unwrap_or(Overrides { tenant, ..Overrides::default() }))
    }

    /// Stores what is decided otherwise from now on, over what `before` says, and keeps what was decided before.
    pub async fn overrule<A: Overrules>(
        &self,
        granted: Granted<A>,
        before: &Overrides,
        list: Vec<StoredOverride>,
    ) -> Result<Overrides, StoreError> {
        let tenant = granted.target().tenant;
        let after = Overrides { version: before.version + 1, tenant, list, at: self.now() };
        let object = format!("overrides:{}", keys::everywhere_or(tenant));
        let transaction = self.audited(&granted, None, Record::of(object, Some(before), Some(&after)))?;
        let transaction = match tenant {
            Some(Tenant::Partner(partner)) => {
                let there = "attribute_exists(pk)";
                transaction.holds(&keys::partner(partner), there, Attributes::new(), Failure::Missing("the partner"))
            }
            _ => transaction,
        };
        let item = Item::new(keys::overrides(tenant), &after)?;
        let transaction = match before.version {
            0 => transaction.create(item, "the overrides"),
            version => {
                let former = Item::new(keys::former_overrides(tenant, version), before)?;
                transaction.replace(item, version, "the overrides").put(former)
            }
        };
        transaction.commit().await?;
        Ok(after)
    }

    /// What was decided before, the newest first.
    pub async fn former_overrides(
        &self,
        granted: &Granted<act::ViewPermissionGrid>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Overrides>, StoreError> {
        let partition = keys::former_overrides_partition(granted.target().tenant);
        self.table.page(&Question::of(partition, "").newest_first(), cursor, limit).await
    }

    /// What was decided in one version: the present one, or one that is kept.
    pub async fn overrides_of_version<A: Overrules>(
        &self,
        granted: &Granted<A>,
        version: u64,
    ) -> Result<Option<Overrides>, StoreError> {
        self.table.entity(&keys::former_overrides(granted.target().tenant, version)).await
    }
}
