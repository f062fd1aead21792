//! Tests of the stand-in through HTTP on loopback, with a webhook endpoint that tests own.

mod faults;
mod idempotency;
mod page;
mod promotions;
mod restart;
mod strictness;
mod webhooks;
mod world;
