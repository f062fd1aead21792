//! The pages of the grid: which roles are columns of which page, and what stands in their cells.

use authorization::{Action, Grid, Reach, Role, Seat, Tick};
use domain::Tenant;
use serde::Serialize;
use utoipa::ToSchema;

/// One page: a column for each role, a row for each action.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct GridPage {
    /// `business` for what holds site-wide, `course` for what holds inside a course.
    part: &'static str,
    /// Whose it is: `top` for the top organization, `sub_organizations` for all others together, or the id of one.
    of: String,
    /// The columns.
    roles: Vec<ColumnView>,
    /// The rows: every action that some column brings.
    rows: Vec<RowView>,
}

/// A role, as a column.
#[derive(Debug, Serialize, ToSchema)]
struct ColumnView {
    /// The role's id.
    role: String,
    /// What it is, in words.
    words: String,
    /// Whether the deployment has the role.
    offered: bool,
}

/// An action, as a row.
#[derive(Debug, Serialize, ToSchema)]
struct RowView {
    /// The action's id.
    action: String,
    /// What it is, in words.
    words: String,
    /// One cell for each role that brings it, or would.
    cells: Vec<CellView>,
}

/// How one role brings one action.
#[derive(Debug, Serialize, ToSchema)]
struct CellView {
    /// The role's id.
    role: String,
    /// Whether it brings the action as the platform is set now.
    ticked: bool,
    /// Each way in which it does, or would.
    ways: Vec<WayView>,
}

/// One way in which a role brings an action.
#[derive(Debug, Serialize, ToSchema)]
struct WayView {
    /// How far it reaches.
    reach: String,
    /// When; empty where it is always so.
    condition: String,
    /// Whether it holds now.
    holds: bool,
}

/// Whose page it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// The top organization: the main platform.
    Top,
    /// All partner platforms and organizations together.
    SubOrganizations,
    /// One of them.
    One(Tenant),
}

impl Whose {
    fn tenant(self) -> Option<Tenant> {
        match self {
            Whose::Top => Some(Tenant::Main),
            Whose::SubOrganizations => None,
            Whose::One(tenant) => Some(tenant),
        }
    }

    fn name(self) -> String {
        match self {
            Whose::SubOrganizations => "sub_organizations".to_owned(),
            Whose::One(Tenant::Partner(partner)) => partner.to_string(),
            Whose::Top | Whose::One(Tenant::Main) => "top".to_owned(),
        }
    }

    /// Whether a role's way of bringing an action counts there: those of the main platform reach others only as far as
    /// they reach anywhere, and those of a partner platform or organization are nobody's on the main one.
    fn counts(self, role: Role, reach: Reach) -> bool {
        match (self, role.is_of_main()) {
            (Whose::Top, of_main) => of_main != Some(false),
            (_, Some(true)) => reach == Reach::Anywhere,
            (_, _) => true,
        }
    }
}

impl GridPage {
    /// What holds site-wide.
    pub(super) fn business(grid: &Grid, whose: Whose) -> Self {
        let wide = |seat| matches!(seat, Seat::Kind | Seat::Type | Seat::Mark | Seat::Organization | Seat::Chosen);
        Self::of(grid, "business", whose, wide)
    }

    /// What holds inside a course.
    pub(super) fn course(grid: &Grid, whose: Whose) -> Self {
        Self::of(grid, "course", whose, |seat| matches!(seat, Seat::Course | Seat::IltSession))
    }

    fn of(grid: &Grid, part: &'static str, whose: Whose, is_column: impl Fn(Seat) -> bool) -> Self {
        let roles = Role::ALL.iter().copied().filter(|role| is_column(role.seat()));
        let columns: Vec<(Role, Vec<Tick>)> = roles
            .map(|role| {
                let mut ticks = grid.ticks(role, whose.tenant());
                ticks.retain(|tick| whose.counts(role, tick.reach));
                (role, ticks)
            })
            .filter(|(_, ticks)| !ticks.is_empty())
            .collect();
        let rows = Action::ALL.iter().map(|action| RowView::of(*action, &columns));
        let rows = rows.filter(|row| !row.cells.is_empty()).collect();
        let column = |(role, _): &(Role, Vec<Tick>)| ColumnView {
            role: role.id().to_owned(),
            words: role.words().to_owned(),
            offered: grid.offers(*role),
        };
        Self { part, of: whose.name(), roles: columns.iter().map(column).collect(), rows }
    }
}

impl RowView {
    fn of(action: Action, columns: &[(Role, Vec<Tick>)]) -> Self {
        let cell = |(role, ticks): &(Role, Vec<Tick>)| {
            let ways = ticks.iter().filter(|tick| tick.action == action).map(|tick| WayView {
                reach: tick.reach.id().to_owned(),
                condition: tick.condition.words(),
                holds: tick.holds,
            });
            let ways: Vec<WayView> = ways.collect();
            let ticked = ways.iter().any(|way| way.holds);
            (!ways.is_empty()).then(|| CellView { role: role.id().to_owned(), ticked, ways })
        };
        let cells = columns.iter().filter_map(cell).collect();
        Self { action: action.id().to_owned(), words: action.words().to_owned(), cells }
    }
}
