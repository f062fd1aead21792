//! What somebody becomes in what they make.

use authorization::{GrantObject, Principal, Role, course_maker_role, maker_role};
use domain::PlaceKind;
use store::GRANTS_MAX;

use crate::context::Cx;

impl Cx {
    /// What the asking account becomes in a place that it makes.
    pub fn maker(&self, kind: PlaceKind) -> impl FnOnce(GrantObject) -> Option<Role> + use<'_> {
        move |place| match &self.principal {
            Principal::Account(maker) if maker.grants.len() < GRANTS_MAX => maker_role(&self.grid, maker, kind, place),
            _ => None,
        }
    }

    /// What the asking account becomes in a course that it makes.
    pub fn course_maker(&self) -> impl FnOnce(GrantObject) -> Option<Role> + use<'_> {
        move |course| match &self.principal {
            Principal::Account(maker) if maker.grants.len() < GRANTS_MAX => {
                course_maker_role(&self.grid, maker, course)
            }
            _ => None,
        }
    }
}
