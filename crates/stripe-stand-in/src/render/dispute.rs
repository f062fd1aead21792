//! Disputes.

use serde_json::{Value, json};

use crate::rows::Dispute;

/// Banks give about two weeks to answer.
const EVIDENCE_SECONDS: i64 = 14 * 24 * 60 * 60;

/// The fields of evidence that are text or files; the stand-in takes none.
const EVIDENCE: [&str; 27] = [
    "access_activity_log",
    "billing_address",
    "cancellation_policy",
    "cancellation_policy_disclosure",
    "cancellation_rebuttal",
    "customer_communication",
    "customer_email_address",
    "customer_name",
    "customer_purchase_ip",
    "customer_signature",
    "duplicate_charge_documentation",
    "duplicate_charge_explanation",
    "duplicate_charge_id",
    "product_description",
    "receipt",
    "refund_policy",
    "refund_policy_disclosure",
    "refund_refusal_explanation",
    "service_date",
    "service_documentation",
    "shipping_address",
    "shipping_carrier",
    "shipping_date",
    "shipping_documentation",
    "shipping_tracking_number",
    "uncategorized_file",
    "uncategorized_text",
];

/// A dispute.
pub(crate) fn dispute(row: &Dispute) -> Value {
    let mut evidence: serde_json::Map<_, _> =
        EVIDENCE.into_iter().map(|field| (field.to_owned(), Value::Null)).collect();
    evidence.insert("enhanced_evidence".to_owned(), json!({}));
    json!({
        "id": row.id,
        "object": "dispute",
        "amount": row.amount,
        "balance_transactions": [],
        "charge": row.charge,
        "created": row.created,
        "currency": row.currency,
        "enhanced_eligibility_types": [],
        "evidence": evidence,
        "evidence_details": {
            "due_by": row.created + EVIDENCE_SECONDS, "enhanced_eligibility": {}, "has_evidence": false,
            "past_due": false, "submission_count": 0,
        },
        "is_charge_refundable": row.status.starts_with("warning_"),
        "livemode": false,
        "metadata": {},
        "payment_intent": row.payment,
        "payment_method_details": null,
        "reason": "general",
        "status": row.status,
    })
}
