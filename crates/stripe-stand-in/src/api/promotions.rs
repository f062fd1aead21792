//! Coupons, promotion codes and events: only read, never made by callers.

use serde_json::Value;

use super::listing::{Item, PAGING, page};
use crate::desk::World;
use crate::events::envelope;
use crate::options::PromotionCode;
use crate::params::Params;
use crate::refusal::Refusal;
use crate::render;
use crate::rows::{DeliveryState, Event, Row};
use crate::schema::{Kind, Rule, rule};

type Outcome = Result<(Value, Vec<Row>), Refusal>;

pub(super) const LIST: &[&[Rule]] = &[PAGING, &[rule("code", Kind::Text(500)), rule("active", Kind::Flag)]];

pub(super) const LIST_EVENTS: &[&[Rule]] = &[
    PAGING,
    &[rule("type", Kind::Text(255)), rule("types[#]", Kind::Text(255)), rule("delivery_success", Kind::Flag)],
];

fn coupon(world: &World<'_>, code: &PromotionCode) -> Value {
    render::coupon(code, world.book.redemptions(&code.code), world.started)
}

fn promotion_code(world: &World<'_>, code: &PromotionCode) -> Value {
    render::promotion_code(code, world.book.redemptions(&code.code), world.started)
}

/// The page function wants borrowed ids, and these are computed: so the objects are made first.
fn listed(params: &Params, url: &str, objects: &[Value]) -> Outcome {
    let item = |object: &Value| object.get("created").and_then(Value::as_i64).unwrap_or(0);
    fn id(object: &Value) -> &str {
        object.get("id").and_then(Value::as_str).unwrap_or_default()
    }
    let page =
        page(params, url, objects.iter(), |object| Item { id: id(object), created: item(object) }, Value::clone)?;
    Ok((page, Vec::new()))
}

fn read(world: &World<'_>, kind: &str, id: &str, show: fn(&World<'_>, &PromotionCode) -> Value) -> Outcome {
    let mut objects = world.promotion_codes.iter().map(|code| show(world, code));
    let found = objects.find(|object| object.get("id").and_then(Value::as_str) == Some(id));
    Ok((found.ok_or_else(|| Refusal::missing_object(kind, id, "id"))?, Vec::new()))
}

pub(super) fn list_coupons(world: &World<'_>, params: &Params, _: &str) -> Outcome {
    let objects: Vec<_> = world.promotion_codes.iter().map(|code| coupon(world, code)).collect();
    listed(params, "/v1/coupons", &objects)
}

pub(super) fn read_coupon(world: &World<'_>, _: &Params, id: &str) -> Outcome {
    read(world, "coupon", id, coupon)
}

pub(super) fn list_codes(world: &World<'_>, params: &Params, _: &str) -> Outcome {
    let wanted = params.get("code");
    let codes = world.promotion_codes.iter().filter(|code| wanted.is_none_or(|w| code.code.eq_ignore_ascii_case(w)));
    let objects = codes.map(|code| promotion_code(world, code));
    let active = params.flag("active");
    let fits = |object: &Value| active.is_none_or(|active| object.get("active") == Some(&Value::Bool(active)));
    listed(params, "/v1/promotion_codes", &objects.filter(fits).collect::<Vec<_>>())
}

pub(super) fn read_code(world: &World<'_>, _: &Params, id: &str) -> Outcome {
    read(world, "promotion code", id, promotion_code)
}

pub(super) fn list_events(world: &World<'_>, params: &Params, _: &str) -> Outcome {
    let types: Vec<_> = params.values("types").collect();
    let delivered = params.flag("delivery_success");
    let fits = |event: &&Event| {
        params.get("type").is_none_or(|wanted| event.type_name == wanted)
            && (types.is_empty() || types.contains(&event.type_name.as_str()))
            && delivered.is_none_or(|wanted| wanted == was_delivered(world, event))
    };
    let rows = world.book.events.iter().rev().filter(fits);
    Ok((page(params, "/v1/events", rows, event_item, |event| envelope(event, pending(world, event)))?, Vec::new()))
}

fn event_item(event: &Event) -> Item<'_> {
    Item { id: &event.id, created: event.created }
}

pub(super) fn read_event(world: &World<'_>, _: &Params, id: &str) -> Outcome {
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
