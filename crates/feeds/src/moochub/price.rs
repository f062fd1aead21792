//! What a course costs, out of `offer`, `access` and `meta.priceMinor`.
//!
//! Only a price that is paid once for the course can be sold. Where the parts of a row contradict each other the
//! row is refused: nobody should pay a wrong price, or get a paid course for nothing, because of a typing error.

use domain::{Currency, Money, Price};

use super::object::Object;
use crate::findings::Findings;

struct Offer<'a> {
    field: String,
    amount: &'a str,
    currency: String,
    currency_field: String,
    once: bool,
    certificate_only: bool,
}

pub(crate) fn read(attributes: &Object<'_>, meta: Option<&Object<'_>>, findings: &mut Findings) -> Option<Price> {
    let access = attributes.texts("access", findings);
    let (says_free, says_paid) = (access.iter().any(|a| a == "free"), access.iter().any(|a| a == "paid"));
    let offers: Vec<Offer<'_>> = offers(attributes, findings)?;
    let courses: Vec<&Offer<'_>> = offers.iter().filter(|offer| !offer.certificate_only).collect();
    let sold_once = courses.iter().filter(|offer| offer.once || amount_is_zero(offer.amount));
    // A course that is free with something to pay for on top is a free course.
    let chosen = sold_once.min_by_key(|offer| !(says_free && amount_is_zero(offer.amount)));
    let Some(offer) = chosen else {
        return without_offer(courses.is_empty(), says_free, says_paid, findings);
    };
    let price = price_of(offer, meta, findings)?;
    match price {
        Price::Free if says_paid && !says_free => {
            findings.error(&offer.field, offer.amount, "is nothing, but `access` says paid");
            None
        }
        Price::Paid(_) if says_free && !says_paid => {
            findings.error(&offer.field, offer.amount, "is a price, but `access` says free");
            None
        }
        price => Some(price),
    }
}

fn without_offer(none_at_all: bool, says_free: bool, says_paid: bool, findings: &mut Findings) -> Option<Price> {
    if !none_at_all {
        findings.error("offer", "", "has no price that is paid once; subscriptions are not sold here");
        return None;
    }
    if says_paid && !says_free {
        findings.error("offer", "", "is missing, but `access` says paid");
        return None;
    }
    if !says_free {
        findings.warn("offer", "", "is missing: taken as free");
    }
    Some(Price::Free)
}

/// Every offer, or `None` where one of them cannot be read.
fn offers<'a>(attributes: &Object<'a>, findings: &mut Findings) -> Option<Vec<Offer<'a>>> {
    let errors_before = findings.errors.len();
    let mut offers = Vec::new();
    for offer in attributes.objects("offer", findings) {
        let field = offer.field("price");
        if offer.raw("price").is_none() {
            findings.error(&field, "", "is missing");
        }
        let frequency = offer.text("paymentFrequency", findings);
        let category = offer.text("category", findings);
        let currency = offer.needed_text("priceCurrency", findings);
        if let (Some(amount), Some(currency)) = (offer.number("price", findings), currency) {
            let once = frequency.as_deref().is_none_or(|frequency| frequency == "one-time");
            let currency_field = offer.field("priceCurrency");
            let certificate_only = category.as_deref() == Some("certificate");
            offers.push(Offer { field, amount, currency, currency_field, once, certificate_only });
        }
    }
    (findings.errors.len() == errors_before).then_some(offers)
}

/// The exact amount. `meta.priceMinor` is exact where `price` went through somebody's floating point; where both
/// are exact they have to agree.
fn price_of(offer: &Offer<'_>, meta: Option<&Object<'_>>, findings: &mut Findings) -> Option<Price> {
    let currency = findings.need(&offer.currency_field, &offer.currency, Currency::new(&offer.currency))?;
    let errors_before = findings.errors.len();
    let minor = meta.and_then(|meta| meta.number("priceMinor", findings));
    if findings.errors.len() > errors_before {
        return None;
    }
    let written = Money::from_major(offer.amount, currency);
    let Some(minor_text) = minor else {
        return findings.need(&offer.field, offer.amount, written.and_then(Price::of));
    };
    let minor = minor_text.parse().map_err(|_| "must be a whole number of the currency's smallest unit".to_owned());
    let minor = minor.and_then(|minor| Money::from_minor(minor, currency).map_err(|error| error.to_string()));
    let exact = findings.need("meta.priceMinor", minor_text, minor)?;
    match written {
        Ok(written) if written == exact => {}
        Ok(written) => {
            findings.error("meta.priceMinor", minor_text, format!("is {exact}, but `offer` says {written}"));
            return None;
        }
        Err(_) => {
            findings.warn(&offer.field, offer.amount, format!("is not exact; `meta.priceMinor` is taken: {exact}"))
        }
    }
    findings.need("meta.priceMinor", minor_text, Price::of(exact))
}

fn amount_is_zero(amount: &str) -> bool {
    amount.bytes().all(|byte| matches!(byte, b'0' | b'.'))
}
