//! The single table. Only this crate knows DynamoDB; `keys` lists every item, `patterns` holds every access pattern
//! as a named function.
//!
//! Reads of protected data borrow a `Granted<Action>`, writes consume it and store their audit line in the same
//! transaction. What is free of charge: finding out who asks ([`Store::session`]), loading a target to be judged
//! ([`LoadTarget`]), and the public catalog. Nobody but `web` may load targets; the lints say so.
//!
//! Every write is conditional. Mutable records carry a version. Expired records count as absent here, whenever the
//! table gets round to deleting them.

mod error;
mod item;
mod keys;
mod page;
mod patterns;
mod pause;
mod schema;
mod table;
mod transaction;
mod wire;

use std::sync::Arc;

use domain::{Clock, Entropy};

pub use error::StoreError;
pub use page::{Cursor, Page};
pub use patterns::accounts::AccountChange;
pub use patterns::acting::{ACTING_LASTS, Acting};
pub use patterns::audit::AuditLine;
pub use patterns::checkout::{BuyerStanding, OrderOfBuyer};
pub use patterns::course_import::{CourseWrite, ImportOutcome};
pub use patterns::courses::LESSONS_TOGETHER;
pub use patterns::directory::{LISTED_MAX, Listed, ShowsDirectory};
pub use patterns::explain::{Explained, Facts};
pub use patterns::founding::FounderLink;
pub use patterns::friends::Friend;
pub use patterns::fulfillment::{Fulfillment, FulfillmentFacts};
pub use patterns::grid::{OVERRIDES_MAX, Overrides, Overrules, Sets, ShowsSettings, StoredOverride};
pub use patterns::guessing::{ProvedDevice, SignInFacts};
pub use patterns::headcount::{COUNTED_MAX, Headcount};
pub use patterns::links::{Link, LinkPurpose, UNDO_LIVES, WAY_OUT};
pub use patterns::login_room::LOGINS_MAX;
pub use patterns::logins::{Login, NewLogin, SecondFactor, Session};
pub use patterns::milestones::{Milestone, MilestoneKind};
pub use patterns::money_back::MoneyBackRead;
pub use patterns::newcomers::{FIRST_ROLES_MAX, FirstRole, NewAccount, Newcomer};
pub use patterns::outbox::{ATTEMPTS_MAX, OutboxEntry, Task};
pub use patterns::own_catalog::{CATALOG_PAGE_MAX, Offered};
pub use patterns::own_data::{OWN_ENTRIES_MAX, OwnData};
pub use patterns::passkeys::PasskeyQuestion;
pub use patterns::passwords::Credential;
pub use patterns::path_enrollments::{EnrollsInPaths, ListsPathEnrollments, RemovesFromPaths};
pub use patterns::permission_sets::{Holders, NamedObject, SET_OBJECTS_MAX, SETS_MAX, SetHolder, SetKind};
pub use patterns::places::{EndsPlaces, MakesPlaces, RunsPlaces, ShowsPlaces};
pub use patterns::promotions::PromotionOutcome;
pub use patterns::proofs::RefusedCodes;
pub use patterns::roles::{GRANTS_MAX, Gives, HeldOn, Holder, RoleWish, ShowsHolders, Takes};
pub use patterns::seats::NO_SEAT;
pub use patterns::second_factors::{FactorChange, OneTimeCodes, PASSKEYS_MAX, Passkey, SecondFactors};
pub use patterns::settlement::{PaidEnrollment, RefundOutcome, Settled};
pub use patterns::standing::Held;
pub use patterns::targets::{LoadTarget, PlaceKey};
pub use patterns::throttles::{Guesses, Throttle};
pub use table::{Consumption, Meter, TableConfig};
pub use wire::Wire;

use table::Table;

/// The table, with the clock and the dice it works with. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    table: Table,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("table", &self.table.name).finish_non_exhaustive()
    }
}

impl Store {
    /// Connects to the table. Nothing is sent before the first question.
    pub fn connect(config: TableConfig, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        Self { table: Table::connect(config, entropy.clone()), clock, entropy }
    }

    /// Makes the table where there is none; for engines on a laptop.
    pub async fn create_table_if_missing(&self) -> Result<(), StoreError> {
        self.table.create_if_missing().await
    }

    /// What was sent to the table and what it cost, since the start.
    pub fn consumption(&self) -> Consumption {
        self.table.meter.read()
    }

    fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }
}
