//! `PUT /api/admin/overrides/{tenant}`

use authorization::{Override, Target, act};
use axum::Json;
use domain::Tenant;
use serde::Serialize;
use store::{LoadTarget, Overrides, Overrules};
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Path, Problem, Query};

use super::OverridesView;
use super::form::{OverridesForm, judge, read, stored};
use crate::permissions::flips::FlipView;
use crate::settings::change::SavingQuery;

/// A change, and what it does.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverridesChangeView {
    /// Whether it was saved.
    saved: bool,
    /// The overrides after it.
    overrides: OverridesView,
    /// Which decisions flip there, role by role.
    flips: Vec<FlipView>,
    /// Whether there are more people than were counted.
    people_at_least: bool,
}

/// Decide otherwise than the grid.
///
/// The list takes the place of the one before, which is kept. Organizations inherit what is decided `everywhere`. Nobody
/// decides about what they may not do themselves or about roles above their own; nothing narrows full administrators.
#[utoipa::path(
    put, path = "/api/admin/overrides/{tenant}", tag = "permissions", request_body = OverridesForm,
    params(("tenant" = String, Path,
        description = "`everywhere`, `main`, or the id of a partner platform or organization"), SavingQuery),
    responses(
        (status = 200, description = "The overrides as they are now, or would be", body = OverridesChangeView),
        (status = 409, description = "The overrides have changed meanwhile", body = Problem),
        (status = 422, description = "Some overrides cannot be", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn change_overrides(
    cx: Cx,
    Path(name): Path<String>,
    Query(saving): Query<SavingQuery>,
    Body(form): Body<OverridesForm>,
) -> Result<Json<OverridesChangeView>, Failure> {
    let tenant = super::tenant(&name)?;
    let list = read(&form.overrides, tenant)?;
    let change = Change { tenant, version: form.version, wish: Wish::List(list), dry_run: saving.dry_run };
    Ok(Json(change.by_permission(&cx).await?))
}

/// What is to hold.
pub(super) enum Wish {
    /// These.
    List(Vec<Override>),
    /// Those of a version before.
    Version(u64),
}

/// A change of one place's overrides.
pub(super) struct Change {
    pub(super) tenant: Option<Tenant>,
    /// The version that was looked at.
    pub(super) version: u64,
    pub(super) wish: Wish,
    pub(super) dry_run: bool,
}

impl Change {
    /// Whose place it is decides which permission it takes.
    pub(super) async fn by_permission(self, cx: &Cx) -> Result<OverridesChangeView, Failure> {
        match self.tenant {
            Some(Tenant::Partner(_)) => self.make::<act::OverrideOrganizationPermission>(cx).await,
            Some(Tenant::Main) | None => self.make::<act::CustomizePermission>(cx).await,
        }
    }

    async fn make<A: Overrules>(self, cx: &Cx) -> Result<OverridesChangeView, Failure>
    where
        A::Target: LoadTarget<Key = Option<Tenant>>,
    {
        let Self { tenant, version, wish, dry_run } = self;
        let grant = cx.authorize_change::<A>(tenant, dry_run).await?;
        let before = cx.store().overrides_to_change(&grant).await?;
        if before.version != version {
            return Err(Failure::conflict(format!(
                "the overrides have changed meanwhile: you looked at version {version}, they are at {}; look again",
                before.version
            )));
        }
        let old: Vec<Override> = before.read().collect();
        let new = match wish {
            Wish::List(list) => list,
            Wish::Version(former) => {
                let found = cx.store().overrides_of_version(&grant, former).await?;
                let none = || Failure::field("restore", format!("there is no version {former} before the present one"));
                found.ok_or_else(none)?.read().collect()
            }
        };
        judge(cx, &grant.target().object(), &old, &new)?;
        let grant = cx.by_all_rights(grant);
        let count = cx.store().headcount(&grant).await?;
        let flips = cx.grid().flips(&cx.grid().overruled(tenant, &new), tenant);
        let flips = flips.iter().map(|flip| FlipView::of(flip, &count)).collect();
        let after = match dry_run {
            true => Overrides { tenant, list: stored(&new), ..before },
            false => {
                let after = cx.store().overrule(grant, &before, stored(&new)).await?;
                cx.app().grid_changed();
                after
            }
        };
        let overrides = OverridesView::of(&after);
        Ok(OverridesChangeView { saved: !dry_run, overrides, flips, people_at_least: count.at_least })
    }
}
