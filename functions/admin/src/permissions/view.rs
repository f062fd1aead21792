//! How an explanation looks.

use std::collections::BTreeSet;

use authorization::{Action, Basis, Explanation, Grid, Guard, Object, PermissionSet};
use serde::Serialize;
use utoipa::ToSchema;

/// A decision with all that speaks for it and against it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ExplanationView {
    /// The outcome: at least one grant and no guard.
    allowed: bool,
    /// The action's id.
    action: String,
    /// What grants it. Nothing here means that nothing does.
    granted_by: Vec<GrantView>,
    /// What would grant it, but for a switch, a module, a widget or an override.
    withheld: Vec<WithheldView>,
    /// What stands in between, whatever was granted.
    denied_by: Vec<GuardView>,
}

/// A role that brings the action, and how far it reaches.
#[derive(Debug, Serialize, ToSchema)]
struct GrantView {
    /// The role's id.
    role: String,
    /// The reach's id.
    reach: String,
    /// Ids of the statements it follows from; none where it is the platform's own choice.
    statements: BTreeSet<String>,
    /// The profile or custom role that the role comes from; `null` where it comes from none.
    set: Option<SourceView>,
}

/// A profile or custom role as the source of a right.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SourceView {
    /// `power_profile:ID` or `custom_role:ID`.
    id: String,
    /// What it is called.
    name: String,
}

impl SourceView {
    /// The profile or custom role of a basis, among those that are held.
    pub(super) fn of(basis: Basis, sets: &[PermissionSet]) -> Option<Self> {
        let source = basis.source?;
        let set = sets.iter().find(|set| set.id == source.set)?;
        Some(Self { id: crate::roles::set_name(basis.role, source), name: set.name.to_string() })
    }
}

/// A role that would bring the action, and what keeps it back.
#[derive(Debug, Serialize, ToSchema)]
struct WithheldView {
    /// The role and its reach.
    #[serde(flatten)]
    grant: GrantView,
    /// The reason's id.
    id: String,
    /// The reason in words.
    words: String,
}

/// A rule that denies.
#[derive(Debug, Serialize, ToSchema)]
struct GuardView {
    /// The rule's id.
    id: String,
    /// The rule in words.
    words: String,
}

impl ExplanationView {
    /// Shows an explanation.
    pub(crate) fn of(explanation: &Explanation, grid: &Grid, object: &Object, sets: &[PermissionSet]) -> Self {
        let granted = |basis: &Basis| GrantView::of(*basis, explanation.action, sets);
        let withheld = |basis: &Basis| {
            let why = grid.withholding(basis, explanation.action, object);
            let grant = granted(basis);
            WithheldView { grant, id: why.id().to_owned(), words: why.words() }
        };
        Self {
            allowed: explanation.allowed,
            action: explanation.action.id().to_owned(),
            granted_by: explanation.granted_by.iter().map(granted).collect(),
            withheld: explanation.withheld.iter().map(withheld).collect(),
            denied_by: explanation.denied_by.iter().copied().map(GuardView::of).collect(),
        }
    }
}

impl GrantView {
    fn of(basis: Basis, action: Action, sets: &[PermissionSet]) -> Self {
        let statements = basis.statements(action).map(str::to_owned).collect();
        let set = SourceView::of(basis, sets);
        Self { role: basis.role.id().to_owned(), reach: basis.reach.id().to_owned(), statements, set }
    }
}

impl GuardView {
    fn of(guard: Guard) -> Self {
        Self { id: guard.id().to_owned(), words: guard.words().to_owned() }
    }
}
