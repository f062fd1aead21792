//! An action outside the grid cannot exist.

use authorization::{Act, Action, CourseTarget};

enum Peek {}

impl Act for Peek {
    type Target = CourseTarget;
    const ACTION: Action = Action::AccessCourse;
}

fn main() {}
