//! The parameters of `/v1/checkout/sessions`.

use super::listing::PAGING;
use crate::schema::{Kind, Rule, rule};

/// Which references can be written out.
const EXPANDABLE: &[&str] = &["line_items", "payment_intent"];
const EXPANDABLE_IN_LIST: &[&str] = &["data.line_items", "data.payment_intent"];

pub(super) const READ: &[&[Rule]] = &[&[rule("expand[#]", Kind::Expand(EXPANDABLE))]];

pub(super) const LIST: &[&[Rule]] = &[
    PAGING,
    &[
        rule("expand[#]", Kind::Expand(EXPANDABLE_IN_LIST)),
        rule("payment_intent", Kind::Text(255)),
        rule("status", Kind::OneOf(&["open", "complete", "expired"])),
    ],
];

/// The most a unit may cost, and the most units of a line.
const AMOUNT_MAX: i64 = 99_999_999;
const QUANTITY_MAX: i64 = 999_999;
/// Stripe's limit for texts that have no other.
const TEXT_MAX: usize = 5_000;

pub(super) const CREATE: &[&[Rule]] = &[
    &[
        rule("mode", Kind::OneOf(&["payment", "setup", "subscription"])),
        rule("ui_mode", Kind::OneOf(&["hosted_page", "embedded_page", "elements"])),
        rule("success_url", Kind::Url),
        rule("cancel_url", Kind::Url),
        rule("client_reference_id", Kind::Text(200)),
        rule("customer_email", Kind::Email),
        rule("customer_creation", Kind::OneOf(&["always", "if_required"])),
        rule("currency", Kind::Currency),
        rule("expires_at", Kind::Number(0, i64::MAX)),
        rule("locale", Kind::OneOf(LOCALES)),
        rule("submit_type", Kind::OneOf(&["auto", "book", "donate", "pay", "subscribe"])),
        rule("billing_address_collection", Kind::OneOf(&["auto", "required"])),
        rule("payment_method_types[#]", Kind::OneOf(&["card"])),
        rule("allow_promotion_codes", Kind::Flag),
        rule("adaptive_pricing[enabled]", Kind::Flag),
        rule("automatic_tax[enabled]", Kind::Flag),
        rule("invoice_creation[enabled]", Kind::Flag),
        rule("discounts[#][promotion_code]", Kind::Text(255)),
        rule("metadata[*]", Kind::MetadataValue),
        rule("expand[#]", Kind::Expand(EXPANDABLE)),
    ],
    &[
        rule("payment_intent_data[description]", Kind::Text(1_000)),
        rule("payment_intent_data[metadata][*]", Kind::MetadataValue),
    ],
    &[
        rule("line_items[#][quantity]", Kind::Number(1, QUANTITY_MAX)),
        rule("line_items[#][price_data][currency]", Kind::Currency),
        rule("line_items[#][price_data][unit_amount]", Kind::Number(0, AMOUNT_MAX)),
        rule("line_items[#][price_data][tax_behavior]", Kind::OneOf(&["exclusive", "inclusive", "unspecified"])),
        rule("line_items[#][price_data][product_data][name]", Kind::Text(TEXT_MAX)),
        rule("line_items[#][price_data][product_data][description]", Kind::Text(40_000)),
        rule("line_items[#][price_data][product_data][images][#]", Kind::Url),
        rule("line_items[#][price_data][product_data][metadata][*]", Kind::MetadataValue),
    ],
];

const LOCALES: &[&str] = &[
    "auto", "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hr", "hu",
    "id", "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sv",
    "th", "tr", "vi", "zh", "zh-HK", "zh-TW",
];
