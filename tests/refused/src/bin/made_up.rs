//! An action outside the grid cannot exist.

use authorization::{Act, Action, CourseTarget};

enum Peek {}

// error[E0277]: the trait bound `Peek: authorization::action::sealed::Sealed` is not satisfied
impl Act for Peek {
    type Target = CourseTarget;
    const ACTION: Action = Action::AccessCourse;
}

fn main() {}
