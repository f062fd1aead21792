//! A permission never arrives in a request.

use authorization::{Granted, act};
use serde::Deserialize;

#[derive(Deserialize)]
struct Form {
    grant: Granted<act::EditCourse>,
}

fn main() {}
