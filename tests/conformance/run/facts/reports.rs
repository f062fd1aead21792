//! Reports on whom one looks after.

use authorization::{Action, Role, decide};
use domain::AccountKind;

use super::{Fact, decision};
use crate::world::{PUPIL, STRANGER, account, as_it_comes, internal};

pub const FACTS: &[Fact] = &[decision("S002-78", statistics_are_downloaded_of_whom_one_looks_after)];

/// At every level of detail it is one right: what may be seen of a program may be downloaded.
fn statistics_are_downloaded_of_whom_one_looks_after() {
    let manager = internal(&[Role::Manager, Role::SupervisingManager]);
    for action in [Action::ViewProgramReport, Action::DownloadProgramReport] {
        let may =
            |who, whose| decide(&as_it_comes(), who, action, &account(whose, AccountKind::InternalLearner)).is_ok();
        assert!(may(&manager, PUPIL));
        assert!(!may(&manager, STRANGER));
        assert!(!may(&internal(&[]), PUPIL));
    }
}
