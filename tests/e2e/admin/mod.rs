//! The administration API through HTTP: people, partners, courses, imports, orders and the audit.

mod access_cuts;
mod account_types;
mod audit;
mod bad_input;
mod bulk;
mod courses;
mod deletion;
mod description;
mod explaining;
mod first_roles;
mod import_feeds;
mod lessons;
mod lists;
mod orders;
mod overrides;
mod owner;
mod people_import;
mod people_import_stops;
mod permission_set_rules;
mod permission_sets;
mod places;
mod roles;
mod scene;
mod settings;
mod side_by_side;
mod walls;
