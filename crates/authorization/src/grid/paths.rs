//! Roles on one path or program.

use super::{Cell, cell};
use crate::action::Action::*;
use crate::condition::Condition::Always;
use crate::object::Reach::Held;

/// Every right in the path.
pub(super) const ADMINISTRATOR: &[Cell] = &[
    cell(Held, Always, &[AdministerPath], "S004-347"),
    cell(Held, Always, &[ConfigurePath], "S003-92 S003-111 S004-141 S004-172 S004-348"),
    cell(Held, Always, &[ConfigurePathGoal], "S004-349"),
    cell(Held, Always, &[AddPathAdministrator], "S004-350"),
    cell(Held, Always, &[CreatePathEnrollment], "S004-351"),
    cell(Held, Always, &[ChangePathEnrollment], "S001-236"),
    cell(Held, Always, &[AccessPath, RestrictPath], ""),
];

/// Helps; configures only as administrator of the path.
pub(super) const ASSISTANT: &[Cell] =
    &[cell(Held, Always, &[AssistPath], "S003-107 S004-168"), cell(Held, Always, &[AccessPath], "")];

pub(super) const LEARNER: &[Cell] =
    &[cell(Held, Always, &[ParticipatePath], "S001-23 S003-126 S004-193"), cell(Held, Always, &[AccessPath], "")];

/// Leads the program, unlike the tutor of a course, who only moderates.
pub(super) const PROGRAM_TUTOR: &[Cell] = &[
    cell(Held, Always, &[LeadProgram], "S002-55"),
    cell(Held, Always, &[ViewProgramReport], "S002-57"),
    cell(Held, Always, &[ReceiveProgramNotification], "S002-58 S002-59 S002-60 S002-61"),
    cell(Held, Always, &[CorrectOpenQuestion], "S002-62"),
    cell(Held, Always, &[CreateProgramEnrollment], "S002-63"),
    cell(Held, Always, &[RemoveProgramEnrollment], "S002-64"),
    cell(Held, Always, &[FollowUpProgramParticipant], "S002-65"),
    cell(Held, Always, &[AccessProgram, ChangePathEnrollment], ""),
];

pub(super) const PROGRAM_LEARNER: &[Cell] =
    &[cell(Held, Always, &[AccessProgram], "S002-30"), cell(Held, Always, &[ParticipateProgram], "S002-28")];
