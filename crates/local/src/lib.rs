//! The whole platform in one process, on one laptop: the embedded table, the stand-in for Stripe, a mailbox, every
//! function's router, the site, the table's stream and the schedules. The functions are the very same that are
//! deployed; only what surrounds them is local.
//!
//! Everything listens on loopback. What it keeps lies in one folder (`.portico/`), and survives being killed.

mod ask;
mod drafts;
mod front;
mod keys;
mod lock;
mod mailbox;
mod openapi;
mod operator;
mod options;
mod people;
mod platform;
mod pump;
mod schedules;
mod site;
mod stream;
mod table;

pub use ask::Reply;
pub use drafts::{ImportWish, import_file};
pub use front::Routers;
pub use mailbox::{Mailbox, StoredMail};
pub use openapi::description;
pub use operator::{Operator, app_of_environment, founder_link};
pub use options::{Between, Options, OtherTable, StartError};
pub use people::{PeopleWish, import_people};
pub use platform::{Platform, Running};
pub use table::EmbeddedTable;
