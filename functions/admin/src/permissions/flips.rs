//! How a change of decisions is told: role by role, with the people it reaches.

use authorization::{ActionSet, Flip};
use serde::Serialize;
use store::Headcount;
use utoipa::ToSchema;

/// What one role gains and loses.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FlipView {
    /// The role's id.
    role: String,
    /// How many people hold it; `null` for roles that are held on single objects.
    people: Option<usize>,
    /// Ids of the actions that it brings afterwards and did not bring before.
    gained: Vec<String>,
    /// Ids of the actions that it brought before and does not bring afterwards.
    lost: Vec<String>,
}

impl FlipView {
    /// How the flip looks.
    pub(crate) fn of(flip: &Flip, count: &Headcount) -> Self {
        Self {
            role: flip.role.id().to_owned(),
            people: count.of(flip.role),
            gained: ids(flip.gained),
            lost: ids(flip.lost),
        }
    }
}

pub(crate) fn ids(actions: ActionSet) -> Vec<String> {
    actions.iter().map(|action| action.id().to_owned()).collect()
}
