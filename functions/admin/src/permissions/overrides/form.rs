//! The list of overrides that is to hold, read and judged.

use authorization::{Action, Object, Override};
use domain::Tenant;
use serde::Deserialize;
use store::{OVERRIDES_MAX, StoredOverride};
use utoipa::ToSchema;
use web::{Cx, Failure, FieldErrors};

use super::OverrideView;

/// What is to be decided otherwise, as a whole.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OverridesForm {
    /// The version that was looked at.
    pub(super) version: u64,
    /// The decisions, at most 200; what is not in the list follows the grid again.
    pub(super) overrides: Vec<OverrideView>,
}

/// The list that is to hold, each entry with its place in the form; every mistake is told at once.
pub(super) fn read(list: &[OverrideView], tenant: Option<Tenant>) -> Result<Vec<Override>, Failure> {
    if list.len() > OVERRIDES_MAX {
        return Err(Failure::field("overrides", format!("must have at most {OVERRIDES_MAX} entries")));
    }
    let mut errors = FieldErrors::default();
    let mut read: Vec<Override> = Vec::with_capacity(list.len());
    for (index, wish) in list.iter().enumerate() {
        let at = |field: &str| format!("overrides[{index}].{field}");
        let role = errors.take(&at("role"), crate::roles::role(&wish.role));
        let action = Action::from_id(&wish.action).ok_or("must be the id of an action, such as `course.edit`");
        let action = errors.take(&at("action"), action);
        let (Some(role), Some(action)) = (role, action) else { continue };
        let twice = read.iter().any(|other| other.role == role && other.action == action);
        let wish = match twice {
            true => Err("is decided in the list already"),
            false => Override::new(tenant, role, action, wish.allowed).map_err(|refused| refused.words()),
        };
        read.extend(errors.take(&at("action"), wish));
    }
    match errors.list() {
        [] => Ok(read),
        _ => Err(errors.into_failure()),
    }
}

/// Whether the one who asks may decide what differs between two lists, whichever way it differs.
pub(super) fn judge(cx: &Cx, at: &Object, before: &[Override], after: &[Override]) -> Result<(), Failure> {
    let added = after.iter().filter(|wish| !before.contains(wish));
    let dropped = before.iter().filter(|wish| !after.contains(wish));
    let mut errors = FieldErrors::default();
    for wish in added.chain(dropped) {
        let index = after.iter().position(|other| other.role == wish.role && other.action == wish.action);
        let field = index.map_or("overrides".to_owned(), |index| format!("overrides[{index}].action"));
        let judged = cx.may_override(wish, at);
        let named = |words: &str| format!("{} of {}: {words}", wish.action.id(), wish.role.id());
        errors.take(&field, judged.map_err(|refused| named(refused.words())));
    }
    match errors.list() {
        [] => Ok(()),
        _ => Err(errors.into_failure()),
    }
}

/// As the table keeps it.
pub(super) fn stored(list: &[Override]) -> Vec<StoredOverride> {
    let entry = |wish: &Override| StoredOverride {
        role: wish.role.id().to_owned(),
        action: wish.action.id().to_owned(),
        allowed: wish.allowed,
    };
    list.iter().map(entry).collect()
}
