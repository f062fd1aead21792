//! What changes when a grid is set otherwise: told before it is saved.

use domain::Tenant;

use crate::action::ActionSet;
use crate::grid::Grid;
use crate::role::{Role, Seat};

/// What one role gains and loses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flip {
    /// The role.
    pub role: Role,
    /// What it brings afterwards and did not bring before.
    pub gained: ActionSet,
    /// What it brought before and does not bring afterwards.
    pub lost: ActionSet,
}

impl Grid {
    /// Role by role, which decisions flip in a tenant from this grid to another one. What comes without being given is
    /// no matter of settings, and left out.
    pub fn flips(&self, after: &Grid, tenant: Option<Tenant>) -> Vec<Flip> {
        let given = Role::ALL.iter().filter(|role| role.seat() != Seat::Outside);
        let flips = given.map(|role| {
            let (old, new) = (self.brought_in(*role, tenant), after.brought_in(*role, tenant));
            Flip { role: *role, gained: new.minus(old), lost: old.minus(new) }
        });
        flips.filter(|flip| !(flip.gained.is_empty() && flip.lost.is_empty())).collect()
    }
}

#[cfg(test)]
mod tests {
    use domain::PartnerId;

    use super::*;
    use crate::action::Action;
    use crate::condition::Switch;
    use crate::overrides::Override;

    #[test]
    fn a_flip_names_what_a_switch_and_an_override_change_and_nothing_else() {
        let base = Grid::DEFAULT;
        assert_eq!(base.flips(&Grid::DEFAULT, None), []);
        let closed = base.flips(&Grid::new(&[Switch::InstructorsRunReports]), None);
        let instructor = closed.iter().find(|flip| flip.role == Role::Instructor).unwrap();
        assert!(instructor.lost.contains(Action::RunReport) && instructor.gained.is_empty());
        let north = Tenant::Partner(PartnerId::from_bytes([1; 16]));
        let taken = Override::new(Some(north), Role::Instructor, Action::CreateCourse, false).unwrap();
        let after = Grid::DEFAULT.with_overrides([taken]);
        let lost = ActionSet::of(&[Action::CreateCourse]);
        let expected = Flip { role: Role::Instructor, gained: ActionSet::NONE, lost };
        assert_eq!(base.flips(&after, Some(north)), [expected]);
        assert_eq!(base.flips(&after, Some(Tenant::Main)), []);
        let back = Flip { gained: lost, lost: ActionSet::NONE, ..expected };
        assert_eq!(after.flips(&base, Some(north)), [back]);
    }
}
