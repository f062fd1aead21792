//! The invoice of a paid checkout: as much of it as people are shown.

use serde_json::{Value, json};

use crate::rows::Session;

/// The invoice.
pub(crate) fn invoice(id: &str, row: &Session, base_url: &str) -> Value {
    json!({
        "id": id,
        "object": "invoice",
        "amount_due": row.amount_total,
        "amount_paid": row.amount_total,
        "amount_remaining": 0,
        "currency": row.currency,
        "customer_email": row.email,
        "hosted_invoice_url": format!("{base_url}/i/{id}"),
        "invoice_pdf": null,
        "livemode": false,
        "metadata": row.metadata,
        "number": id.to_ascii_uppercase(),
        "status": "paid",
        "subtotal": row.amount_subtotal,
        "total": row.amount_total,
    })
}
