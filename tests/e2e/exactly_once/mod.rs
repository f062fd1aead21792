//! Money becomes access exactly once: whatever is repeated, raced or broken off, there is one account, one enrollment
//! and one mail. The numbers are those of the faults in `docs/trust.md`.

mod course_import;
mod crashes;
mod deletion;
mod people;
mod repeats;
mod shop_floor;
mod throttled;
mod tripwire;
