//! Every access pattern, one file a subject.

pub(crate) mod accounts;
pub(crate) mod audit;
pub(crate) mod catalog;
pub(crate) mod checkout;
pub(crate) mod courses;
pub(crate) mod email_change;
pub(crate) mod enrollments;
pub(crate) mod explain;
pub(crate) mod founding;
pub(crate) mod fulfillment;
pub(crate) mod grid;
pub(crate) mod guessing;
pub(crate) mod headcount;
pub(crate) mod learning;
pub(crate) mod links;
pub(crate) mod logins;
pub(crate) mod orders;
pub(crate) mod outbox;
pub(crate) mod partners;
pub(crate) mod passwords;
pub(crate) mod places;
pub(crate) mod roles;
pub(crate) mod seats;
pub(crate) mod settlement;
pub(crate) mod targets;
pub(crate) mod throttles;
