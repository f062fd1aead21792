//! Tests of this room: signatures by themselves, then everything against the stand-in over real HTTP.

mod against_stand_in;
mod fuzzed;
mod on_the_wire;
mod promotions;
mod shop;
mod signatures;
