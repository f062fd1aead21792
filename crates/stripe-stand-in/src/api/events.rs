//! Events, as they are listed.

use serde_json::Value;

use super::listing::{Item, PAGING, page};
use crate::desk::World;
use crate::events::envelope;
use crate::params::Params;
use crate::refusal::Refusal;
use crate::rows::{DeliveryState, Event, Row};
use crate::schema::{Kind, Rule, rule};

type Outcome = Result<(Value, Vec<Row>), Refusal>;

pub(super) const LIST: &[&[Rule]] = &[
    PAGING,
    &[rule("type", Kind::Text(255)), rule("types[#]", Kind::Text(255)), rule("delivery_success", Kind::Flag)],
];

pub(super) fn list(world: &World<'_>, params: &Params, _: &str) -> Outcome {
    let types: Vec<_> = params.values("types").collect();
    let delivered = params.flag("delivery_success");
    let fits = |event: &&Event| {
        params.get("type").is_none_or(|wanted| event.type_name == wanted)
            && (types.is_empty() || types.contains(&event.type_name.as_str()))
            && delivered.is_none_or(|wanted| wanted == was_delivered(world, event))
    };
    let rows = world.book.events.iter().rev().filter(fits);
    Ok((page(params, "/v1/events", rows, item, |event| envelope(event, pending(world, event)))?, Vec::new()))
}

fn item(event: &Event) -> Item<'_> {
    Item { id: &event.id, created: event.created }
}

pub(super) fn read(world: &World<'_>, _: &Params, id: &str) -> Outcome {
    let event = world.book.events.get(id).ok_or_else(|| Refusal::missing_object("event", id, "id"))?;
    Ok((envelope(event, pending(world, event)), Vec::new()))
}

fn pending(world: &World<'_>, event: &Event) -> usize {
    let theirs = world.book.deliveries.iter().filter(|delivery| delivery.event == event.id);
    theirs.filter(|delivery| delivery.state == DeliveryState::Pending).count().min(1)
}

fn was_delivered(world: &World<'_>, event: &Event) -> bool {
    let mut theirs = world.book.deliveries.iter().filter(|delivery| delivery.event == event.id);
    theirs.any(|delivery| delivery.state == DeliveryState::Delivered)
}
