//! Invoices: read, never made by callers.

use serde_json::Value;

use crate::desk::World;
use crate::params::Params;
use crate::refusal::Refusal;
use crate::render;
use crate::rows::Row;

pub(super) fn read(world: &World<'_>, _: &Params, id: &str) -> Result<(Value, Vec<Row>), Refusal> {
    let mut sessions = world.book.sessions.iter();
    let session = sessions.find(|session| session.invoice.as_deref() == Some(id));
    let session = session.ok_or_else(|| Refusal::missing_object("invoice", id, "invoice"))?;
    Ok((render::invoice(id, session, world.base_url), Vec::new()))
}
