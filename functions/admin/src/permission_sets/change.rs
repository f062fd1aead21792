//! One change of a profile or custom role: judged, told, and saved unless it was only asked for.

use authorization::{GrantObject, Granted, PermissionSet, SetFlip, act};
use domain::{PermissionSetId, Tenant};
use serde::Serialize;
use store::{Holders, SetKind};
use utoipa::ToSchema;
use web::{Cx, Failure};

use super::PermissionSetView;
use crate::permissions::flips::ids;

/// A change, and what it does.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PermissionSetChangeView {
    /// Whether it was saved.
    saved: bool,
    /// The profile or custom role after it; as it was where it is deleted.
    set: PermissionSetView,
    /// How many people hold it.
    holders: usize,
    /// Which decisions flip, object by object.
    flips: Vec<SetFlipView>,
    /// Whether there are more people than were counted.
    people_at_least: bool,
}

/// What changes on one object.
#[derive(Debug, Serialize, ToSchema)]
struct SetFlipView {
    /// The object; `null` for a custom role: whatever it is held on.
    object: Option<String>,
    /// For how many people: holders who have by no other role what is gained or lost.
    people: usize,
    /// Ids of the actions that it brings there afterwards and did not bring before.
    gained: Vec<String>,
    /// Ids of the actions that it brought there before and does not bring afterwards.
    lost: Vec<String>,
}

/// Whether what was looked at is what stands there.
pub(super) fn same_version(before: &PermissionSet, looked_at: u64) -> Result<(), Failure> {
    if before.version == looked_at {
        return Ok(());
    }
    Err(Failure::conflict(format!(
        "it has changed meanwhile: you looked at version {looked_at}, it is at {}; look again",
        before.version
    )))
}

/// A change that was permitted, and what it would do.
pub(super) struct Change {
    granted: Granted<act::DefinePermissionSet>,
    holders: Holders,
    flips: Vec<SetFlipView>,
    people_at_least: bool,
}

impl Change {
    /// Judges a change, and finds out which decisions flip for how many people.
    pub(super) async fn judged(
        cx: &Cx,
        tenant: Tenant,
        id: Option<PermissionSetId>,
        change: impl AsyncFnOnce(Option<&PermissionSet>) -> Result<Option<PermissionSet>, Failure>,
    ) -> Result<Self, Failure> {
        let not_there = |stranger| Failure::field("on", format!("`{stranger}` is not there, or not of this platform"));
        Self::judged_naming(cx, tenant, id, change, not_there).await
    }

    /// The same, where what is not there is told in words of one's own.
    pub(super) async fn judged_naming(
        cx: &Cx,
        tenant: Tenant,
        id: Option<PermissionSetId>,
        change: impl AsyncFnOnce(Option<&PermissionSet>) -> Result<Option<PermissionSet>, Failure>,
        not_there: impl FnOnce(GrantObject) -> Failure,
    ) -> Result<Self, Failure> {
        let granted = cx.authorize_defining(tenant, id, change).await?;
        if let Some(stranger) = cx.store().stranger_to_set(&granted).await? {
            return Err(not_there(stranger));
        }
        let target = granted.target();
        let flips = cx.grid().flips_of(target.before.as_ref(), target.after.as_ref());
        let holders = cx.store().holders_of_set(&granted).await?;
        let (standings, people_at_least) = cx.store().standings_of(&granted, &holders).await?;
        let notice = |flip: &SetFlip| match &target.before {
            Some(set) => standings.iter().filter(|holder| cx.grid().is_noticed(holder, set, flip)).count(),
            None => 0,
        };
        let flips = flips.iter().map(|flip| SetFlipView::of(flip, notice(flip))).collect();
        Ok(Self { granted, holders, flips, people_at_least })
    }

    /// Whether the platform has as many of the kind as it can have.
    pub(super) async fn is_one_too_many(&self, cx: &Cx) -> Result<bool, Failure> {
        match &self.granted.target().after {
            Some(set) => Ok(cx.store().has_all_sets(&self.granted, SetKind::of(set)).await?),
            None => Ok(false),
        }
    }

    /// How many people hold it.
    pub(super) fn holders(&self) -> &Holders {
        &self.holders
    }

    /// Writes it, or only tells of it.
    pub(super) async fn saved_unless(self, cx: &Cx, dry_run: bool) -> Result<PermissionSetChangeView, Failure> {
        let Self { granted, holders, flips, people_at_least } = self;
        let target = granted.target();
        let set = target.after.clone().or_else(|| target.before.clone()).ok_or(Failure::NotFound)?;
        let deleted = target.after.is_none();
        match (dry_run, deleted) {
            (true, _) => {}
            (false, true) => cx.store().delete_set(granted).await?,
            (false, false) => cx.store().define_set(granted).await.map(drop)?,
        }
        let (set, holders) = (PermissionSetView::of(&set), holders.people.len());
        Ok(PermissionSetChangeView { saved: !dry_run, set, holders, flips, people_at_least })
    }
}

impl SetFlipView {
    fn of(flip: &SetFlip, people: usize) -> Self {
        let object = flip.on.as_ref().map(GrantObject::to_string);
        Self { object, people, gained: ids(flip.gained), lost: ids(flip.lost) }
    }
}
