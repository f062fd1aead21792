//! A permission that is asked for and not used is a check without an effect.

#![deny(unused_must_use)]

use authorization::{CourseTarget, Denied, Grid, Principal, act, authorize};

fn handler(principal: &Principal, target: CourseTarget) -> Result<(), Denied> {
    // error: unused `Granted` that must be used
    authorize::<act::AccessCourse>(&Grid::DEFAULT, principal, target)?;
    Ok(())
}

fn main() {}
