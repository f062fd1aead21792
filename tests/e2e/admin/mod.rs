//! The administration API through HTTP: people, partners, courses, imports, orders and the audit.

mod access_cuts;
mod account_types;
mod audit;
mod bad_input;
mod courses;
mod description;
mod explaining;
mod import_feeds;
mod lessons;
mod lists;
mod orders;
mod overrides;
mod owner;
mod permission_set_rules;
mod permission_sets;
mod places;
mod roles;
mod scene;
mod settings;
mod side_by_side;
mod walls;
