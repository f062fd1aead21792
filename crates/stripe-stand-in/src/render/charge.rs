//! PaymentIntents, charges and refunds.

use serde_json::{Value, json};

use crate::render::address;
use crate::rows::{Charge, ChargeStatus, Payment, Refund};

/// The PaymentIntent.
pub(crate) fn payment_intent(row: &Payment) -> Value {
    let received = if row.status == "succeeded" { row.amount } else { 0 };
    json!({
        "id": row.id,
        "object": "payment_intent",
        "amount": row.amount,
        "amount_capturable": 0,
        "amount_details": { "tip": {} },
        "amount_received": received,
        "application": null,
        "application_fee_amount": null,
        "automatic_payment_methods": null,
        "canceled_at": null,
        "cancellation_reason": null,
        "capture_method": "automatic_async",
        "client_secret": null,
        "confirmation_method": "automatic",
        "created": row.created,
        "currency": row.currency,
        "customer": null,
        "customer_account": null,
        "description": row.description,
        "excluded_payment_method_types": null,
        "last_payment_error": null,
        "latest_charge": row.charges.last().map(|charge| charge.id.as_str()),
        "livemode": false,
        "metadata": row.metadata,
        "next_action": null,
        "on_behalf_of": null,
        "payment_method": null,
        "payment_method_configuration_details": null,
        "payment_method_options": null,
        "payment_method_types": ["card"],
        "processing": null,
        "receipt_email": null,
        "review": null,
        "setup_future_usage": null,
        "shipping": null,
        "source": null,
        "statement_descriptor": null,
        "statement_descriptor_suffix": null,
        "status": row.status,
        "transfer_data": null,
        "transfer_group": null,
    })
}

/// One charge of a payment.
pub(crate) fn charge(row: &Charge, payment: &Payment) -> Value {
    let failed = row.status == ChargeStatus::Failed;
    let through = row.status == ChargeStatus::Succeeded;
    json!({
        "id": row.id,
        "object": "charge",
        "amount": payment.amount,
        "amount_captured": if through { payment.amount } else { 0 },
        "amount_refunded": row.amount_refunded,
        "application": null,
        "application_fee": null,
        "application_fee_amount": null,
        "balance_transaction": null,
        "billing_details": {
            "address": address(), "email": payment.email, "name": payment.name, "phone": null, "tax_id": null,
        },
        "calculated_statement_descriptor": null,
        "captured": through,
        "created": row.created,
        "currency": payment.currency,
        "customer": null,
        "description": payment.description,
        "disputed": row.disputed,
        "failure_balance_transaction": null,
        "failure_code": if failed { "card_declined".into() } else { Value::Null },
        "failure_message": if failed { "Your card was declined.".into() } else { Value::Null },
        "fraud_details": {},
        "livemode": false,
        "metadata": payment.metadata,
        "on_behalf_of": null,
        "outcome": null,
        "paid": through,
        "payment_intent": payment.id,
        "payment_method": null,
        "payment_method_details": null,
        "radar_options": {},
        "receipt_email": null,
        "receipt_number": null,
        "receipt_url": null,
        "refunded": through && row.amount_refunded >= payment.amount,
        "review": null,
        "shipping": null,
        "source": null,
        "source_transfer": null,
        "statement_descriptor": null,
        "statement_descriptor_suffix": null,
        "status": row.status,
        "transfer_data": null,
        "transfer_group": null,
    })
}

/// A refund.
pub(crate) fn refund(row: &Refund) -> Value {
    let failed = row.status == "failed";
    let mut object = json!({
        "id": row.id,
        "object": "refund",
        "amount": row.amount,
        "balance_transaction": null,
        "charge": row.charge,
        "created": row.created,
        "currency": row.currency,
        "destination_details": { "card": { "reference_status": "pending", "type": "refund" }, "type": "card" },
        "metadata": row.metadata,
        "payment_intent": row.payment,
        "payment_method": null,
        "reason": row.reason,
        "receipt_number": null,
        "source_transfer_reversal": null,
        "status": row.status,
        "transfer_reversal": null,
    });
    if let Some(fields) = object.as_object_mut().filter(|_| failed) {
        fields.insert("failure_balance_transaction".to_owned(), Value::Null);
        fields.insert("failure_reason".to_owned(), "expired_or_canceled_card".into());
    }
    object
}
