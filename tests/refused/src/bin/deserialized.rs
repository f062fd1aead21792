//! A permission never arrives in a request.

use authorization::{Granted, act};
use serde::de::DeserializeOwned;

fn from_a_request<T: DeserializeOwned>() -> Option<T> {
    None
}

fn main() {
    // error[E0277]: the trait bound `Granted<authorization::act::EditCourse>: serde::de::DeserializeOwned` is not satisfied
    let _: Option<Granted<act::EditCourse>> = from_a_request();
}
