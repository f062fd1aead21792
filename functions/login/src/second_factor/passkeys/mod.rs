//! Passkeys: keys that a person's device keeps and that browsers use for one site only (Web Authentication, level 3). The
//! device makes sure who holds it, by a finger or a code; what it signs holds a question of ours that counts once.
//!
//! The library that checks answers is made when it is needed: most requests of this function are about something else.

pub(crate) mod add;
pub(crate) mod ask;
pub(crate) mod confirm;
pub(crate) mod kept;
pub(crate) mod prove;
mod question;
pub(crate) mod remove;
pub(crate) mod site;

use domain::AccountId;
use webauthn_rs::prelude::Uuid;

/// Whose a passkey is, as the device that keeps it knows it: nothing that anybody could read.
fn user_handle(account: AccountId) -> Uuid {
    Uuid::from_bytes(account.to_bytes())
}
