//! What comes with being somebody: one's own account, and a link that was mailed to its owner.

use super::Cell;
use crate::action::Action::*;
use crate::object::Reach;

pub(super) const ONESELF: &[Cell] =
    &[Cell::always(Reach::Own, &[ViewSelf, ChangePassword, ChangeOwnEmail, ManageOwnLogins, ListOwnCourses], &[])];

pub(super) const LINK_HOLDER: &[Cell] =
    &[Cell::always(Reach::Own, &[SetPassword, ConfirmEmail], &[]), Cell::always(Reach::Held, &[FoundPlatform], &[])];
