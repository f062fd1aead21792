//! `infra/template.yaml` against the code that it deploys: routes, table, headers, schedules, settings and roles. The
//! two are read side by side; nothing of AWS is needed.

mod delivery;
mod policies;
pub(crate) mod recorder;
mod seldom;
pub(crate) mod shape;

pub(crate) use shape::ask_table;
