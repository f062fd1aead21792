//! Learning and enrollments through HTTP: who reaches which course, how enrollments move, who gets a seat.

mod access_ends;
mod answer;
mod audiences;
mod bulk;
mod catalog;
mod certificates;
mod completion;
mod costs;
mod doors;
mod outline;
mod public_learners;
mod runs;
mod runs_changed;
mod scene;
mod seats;
mod self_enrollment;
mod staff;
mod transitions;
