//! Events: made together with the change they tell of, in the same line of the journal.

use serde_json::{Value, json};

use crate::desk::World;
use crate::faults::Faults;
use crate::options::API_VERSION;
use crate::rows::{Delivery, DeliveryState, Event, Row};

/// The rows of a new event about the object as it now is, with its sendings. Faults may add a twin or copies.
pub(crate) fn announce(world: &World<'_>, type_name: &str, object: &Value) -> Vec<Row> {
    let twins = if world.faults.twin { 2 } else { 1 };
    (0..twins).flat_map(|_| one_event(world, type_name, object)).collect()
}

fn one_event(world: &World<'_>, type_name: &str, object: &Value) -> Vec<Row> {
    let event = Event {
        id: world.mint.id("evt_"),
        created: world.now,
        type_name: type_name.to_owned(),
        object: object.to_string(),
        livemode: world.faults.livemode,
        request: world.caller.request.clone(),
        idempotency_key: world.caller.idempotency_key.clone(),
    };
    let mut rows = sendings(&event.id, 0, world.faults);
    rows.insert(0, Row::Event(event));
    rows
}

/// A sending for the event and one for each copy that faults ask for. `made` were made before.
pub(crate) fn sendings(event: &str, made: usize, faults: &Faults) -> Vec<Row> {
    let copies = usize::try_from(faults.duplicate).unwrap_or(0).min(COPIES_MAX);
    let state = if faults.drop { DeliveryState::Dropped } else { DeliveryState::Pending };
    let sending = |copy: usize| {
        let id = format!("{event}-{}", made + copy + 1);
        Row::Delivery(Delivery { id, event: event.to_owned(), state, attempts: 0, last_status: None })
    };
    (0..=copies).map(sending).collect()
}

/// More copies than any test needs.
const COPIES_MAX: usize = 1_000;

/// The envelope, as it is sent and listed.
pub(crate) fn envelope(event: &Event, pending_webhooks: usize) -> Value {
    let object: Value = serde_json::from_str(&event.object).unwrap_or(Value::Null);
    json!({
        "id": event.id,
        "object": "event",
        "api_version": API_VERSION,
        "created": event.created,
        "data": { "object": object },
        "livemode": event.livemode,
        "pending_webhooks": pending_webhooks,
        "request": { "id": event.request, "idempotency_key": event.idempotency_key },
        "type": event.type_name,
    })
}
