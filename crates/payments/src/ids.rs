//! The shapes of Stripe's ids. An id becomes part of a path, so what does not look like one never gets that far.

/// Stripe's ids are opaque and may grow; far beyond any seen, far below what a URL holds.
const ID_BYTES_MAX: usize = 255;

/// Whether the text can be a Checkout Session's id: `cs_test_…` or `cs_live_…`.
pub fn is_session_id(text: &str) -> bool {
    is_id(text, "cs_test_") || is_id(text, "cs_live_")
}

/// Whether the text can be a PaymentIntent's id: `pi_…`.
pub fn is_payment_intent_id(text: &str) -> bool {
    is_id(text, "pi_")
}

/// Whether the text can be an invoice's id: `in_…`.
pub(crate) fn is_invoice_id(text: &str) -> bool {
    is_id(text, "in_")
}

/// Whether the text can be a promotion code's id: `promo_…`.
pub fn is_promotion_id(text: &str) -> bool {
    is_id(text, "promo_")
}

/// Whether the text can name one promotion code to make: 16 to 64 letters, digits and hyphens.
pub fn is_promotion_key(text: &str) -> bool {
    (16..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Whether the text can name a refund or a dispute in a list.
pub(crate) fn is_cursor(text: &str) -> bool {
    ["re_", "pyr_", "du_", "dp_"].iter().any(|prefix| is_id(text, prefix))
}

fn is_id(text: &str, prefix: &str) -> bool {
    let Some(rest) = text.strip_prefix(prefix) else { return false };
    text.len() <= ID_BYTES_MAX && !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ids_become_part_of_a_path() {
        assert!(is_session_id("cs_test_a1B2"));
        assert!(is_session_id("cs_live_a1B2"));
        assert!(is_payment_intent_id("pi_3abc"));
        for foreign in
            ["", "cs_test_", "cs_a1", "cs_test_../refunds", "cs_test_a?expand", "pi_x", "cs_test_é", "cs_test_a "]
        {
            assert!(!is_session_id(foreign), "{foreign}");
        }
        assert!(!is_session_id(&format!("cs_test_{}", "a".repeat(300))));
        assert!(!is_payment_intent_id("pi_a/../b"));
        assert!(is_promotion_id("promo_1a") && !is_promotion_id("promo_1/../2") && !is_promotion_id("co_1"));
        assert!(is_promotion_key("0123456789abcde-") && !is_promotion_key("short"));
        assert!(!is_promotion_key("0123456789abcdef/") && !is_promotion_key(&"a".repeat(65)));
    }
}
