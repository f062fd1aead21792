//! The world that the end-to-end suites live in: a whole local platform in one process, on free ports and in a folder
//! of its own, with a clock that a test moves, and browsers that behave.
//!
//! A test speaks HTTP to it like anybody outside. `World::catch_up` does what is waiting in the table's stream, so
//! that no test has to wait for it.

mod authenticator;
mod binaries;
mod browser;
mod clock;
pub mod cloud;
mod people;
pub mod pictures;
mod reply;
mod security_key;
mod world;

pub use authenticator::Authenticator;
pub use binaries::binary;
pub use browser::{Ask, Browser};
pub use clock::MovableClock;
pub use people::Administrator;
pub use reply::Reply;
pub use security_key::SecurityKey;
pub use world::World;

/// A password that every rule accepts.
pub const PASSWORD: &str = "correct horse battery staple";
