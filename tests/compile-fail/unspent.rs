//! A permission that is asked for and not used is a check without an effect.

#![deny(unused_must_use)]

use authorization::act;
use domain::CourseId;
use web::{Cx, Failure};

async fn handler(cx: &Cx, course: CourseId) -> Result<(), Failure> {
    cx.authorize::<act::AccessCourse>(course).await?;
    Ok(())
}

fn main() {}
