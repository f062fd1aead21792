//! The Checkout Session and its lines.

use serde_json::{Value, json};

use crate::render::{address, list};
use crate::rows::{Line, Session, SessionStatus};

/// The session. Its page lives at this run's address, so a session outlives a change of port.
pub(crate) fn session(row: &Session, base_url: &str) -> Value {
    let open = row.status == SessionStatus::Open;
    let typed = row.email.as_ref().or(row.customer_email.as_ref());
    let details = json!({
        "address": address(), "business_name": null, "email": typed, "individual_name": null, "name": row.name,
        "phone": null, "tax_exempt": "none", "tax_ids": [],
    });
    let discounts: Vec<_> =
        row.promotion_code.iter().map(|code| json!({ "coupon": null, "promotion_code": code })).collect();
    json!({
        "id": row.id,
        "object": "checkout.session",
        "adaptive_pricing": { "enabled": row.adaptive_pricing },
        "after_expiration": null,
        "allow_promotion_codes": row.allow_promotion_codes,
        "amount_subtotal": row.amount_subtotal,
        "amount_total": row.amount_total,
        "automatic_tax": {
            "enabled": row.automatic_tax,
            "liability": if row.automatic_tax { json!({ "type": "self" }) } else { Value::Null },
            "provider": if row.automatic_tax { "stripe".into() } else { Value::Null },
            "status": if row.automatic_tax { "complete".into() } else { Value::Null },
        },
        "billing_address_collection": row.billing_address_collection,
        "cancel_url": row.cancel_url,
        "client_reference_id": row.client_reference_id,
        "client_secret": null,
        "collected_information": null,
        "consent": null,
        "consent_collection": null,
        "created": row.created,
        "currency": row.currency,
        "currency_conversion": null,
        "custom_fields": [],
        "custom_text": {
            "after_submit": null, "shipping_address": null, "submit": null, "terms_of_service_acceptance": null,
        },
        "customer": null,
        "customer_account": null,
        "customer_creation": row.customer_creation,
        "customer_details": if typed.is_some() { details } else { Value::Null },
        "customer_email": row.customer_email,
        "discounts": discounts,
        "expires_at": row.expires_at,
        "invoice": row.invoice,
        "invoice_creation": {
            "enabled": row.invoice_creation,
            "invoice_data": {
                "account_tax_ids": null, "custom_fields": null, "description": null, "footer": null, "issuer": null,
                "metadata": {}, "rendering_options": null,
            },
        },
        "livemode": false,
        "locale": row.locale,
        "metadata": row.metadata,
        "mode": "payment",
        "origin_context": null,
        "payment_intent": row.payment,
        "payment_link": null,
        "payment_method_collection": "if_required",
        "payment_method_configuration_details": null,
        "payment_method_options": { "card": { "request_three_d_secure": "automatic" } },
        "payment_method_types": ["card"],
        "payment_status": row.payment_status,
        "permissions": null,
        "phone_number_collection": { "enabled": false },
        "recovered_from": null,
        "saved_payment_method_options": null,
        "setup_intent": null,
        "shipping_address_collection": null,
        "shipping_cost": null,
        "shipping_options": [],
        "status": row.status,
        "submit_type": row.submit_type,
        "subscription": null,
        "success_url": row.success_url,
        "total_details": {
            "amount_discount": row.amount_discount, "amount_shipping": 0, "amount_tax": row.amount_tax,
        },
        "ui_mode": "hosted_page",
        "url": if open { format!("{base_url}/c/pay/{}", row.id).into() } else { Value::Null },
        "wallet_options": null,
    })
}

/// The session's lines as a list.
pub(crate) fn line_items(row: &Session) -> Value {
    let url = format!("/v1/checkout/sessions/{}/line_items", row.id);
    let mut discount_left = row.amount_discount;
    let mut lines = Vec::new();
    for line in &row.lines {
        let discount = discount_left.min(line.unit_amount.saturating_mul(line.quantity));
        discount_left -= discount;
        lines.push(line_item(line, row, discount));
    }
    list(&url, lines, false)
}

fn line_item(line: &Line, row: &Session, discount: u64) -> Value {
    let subtotal = line.unit_amount.saturating_mul(line.quantity);
    json!({
        "id": line.id,
        "object": "item",
        "adjustable_quantity": null,
        "amount_discount": discount,
        "amount_subtotal": subtotal,
        "amount_tax": 0,
        "amount_total": subtotal - discount,
        "currency": row.currency,
        "description": line.description.as_ref().unwrap_or(&line.name),
        "metadata": {},
        "price": {
            "id": line.price,
            "object": "price",
            "active": false,
            "billing_scheme": "per_unit",
            "created": row.created,
            "currency": row.currency,
            "custom_unit_amount": null,
            "livemode": false,
            "lookup_key": null,
            "metadata": {},
            "nickname": null,
            "product": line.product,
            "recurring": null,
            "tax_behavior": line.tax_behavior,
            "tiers_mode": null,
            "transform_quantity": null,
            "type": "one_time",
            "unit_amount": line.unit_amount,
            "unit_amount_decimal": line.unit_amount.to_string(),
        },
        "quantity": line.quantity,
    })
}
