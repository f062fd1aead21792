//! Promotion codes against the stand-in: made once whatever happens in between, listed, and switched off.

use domain::{Currency, Discount, Money, PromotionCode, PromotionState, PromotionTerms, RedemptionsMax};
use jiff::Timestamp;
use stripe_product::promotion_code::ListPromotionCode;
use stripe_stand_in::Faults;

use super::shop::{KEY, START, Shop};
use crate::{PaymentError, Payments, PromotionMade, PromotionRequest, Promotions};

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

/// A quarter off for three, for an hour, under the key.
fn spring(key: char) -> PromotionRequest {
    PromotionRequest {
        key: key.to_string().repeat(16),
        terms: PromotionTerms {
            code: PromotionCode::new("SPRING-25").unwrap(),
            discount: Discount::percent(25).unwrap(),
            redemptions_max: RedemptionsMax::new(3).ok(),
            expires_at: Some(at(START + 3_600)),
        },
        asked_at: at(START),
    }
}

fn named(code: &str, request: PromotionRequest) -> PromotionRequest {
    let code = PromotionCode::new(code).unwrap();
    PromotionRequest { terms: PromotionTerms { code, ..request.terms.clone() }, ..request }
}

async fn make(shop: &Shop, request: &PromotionRequest) -> domain::Promotion {
    match shop.stripe.make_promotion(request).await.unwrap() {
        PromotionMade::Made(made) => made,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_code_is_made_used_and_switched_off() {
    let shop = Shop::open().await;
    let request = spring('a');
    let made = make(&shop, &request).await;
    assert!(request.is(&made) && made.state(at(START)) == PromotionState::Active, "{made:?}");
    let opened = shop.stripe.open_checkout(&shop.request(1, 1_999, Currency::EUR)).await.unwrap();
    shop.press(&format!("sessions/{}/pay", opened.session), r#"{"promotion_code":"spring-25"}"#).await;
    assert_eq!(shop.stripe.promotion(&made.id).await.unwrap().redeemed, 1);
    let off = shop.stripe.switch_promotion_off(&made.id, at(START)).await.unwrap();
    assert_eq!((off.state(at(START)), off.redeemed), (PromotionState::Off, 1));
    assert_eq!(shop.stripe.switch_promotion_off(&made.id, at(START + 60)).await.unwrap(), off);
    let five = Discount::amount(Money::from_minor(500, Currency::EUR).unwrap()).unwrap();
    let again = PromotionRequest {
        terms: PromotionTerms { discount: five, redemptions_max: None, expires_at: None, ..request.terms.clone() },
        ..spring('b')
    };
    let again = make(&shop, &again).await;
    assert_eq!((again.discount, again.redemptions_max, again.expires_at), (Some(five), None, None));
    assert_ne!(again.id, made.id, "the name is free once the code is off");
}

#[tokio::test]
async fn one_key_makes_one_code_whatever_happened_before() {
    let shop = Shop::open().await;
    let request = spring('a');
    let made = make(&shop, &request).await;
    assert_eq!(make(&shop, &request).await, made);
    shop.clock.advance(2 * 24 * 3_600);
    let later = PromotionRequest { asked_at: at(START + 2 * 24 * 3_600), ..request.clone() };
    let PromotionMade::Made(found) = shop.stripe.make_promotion(&later).await.unwrap() else { panic!() };
    assert_eq!(found.id, made.id, "also when Stripe has forgotten the key");
    let other = named("SUMMER", request.clone());
    assert_eq!(shop.stripe.make_promotion(&other).await, Ok(PromotionMade::KeyUsed));
    let ids = shop.stripe.promotions(None, 100).await.unwrap().promotions;
    assert_eq!(ids.iter().filter(|code| code.code == "SPRING-25" || code.code == "SUMMER").count(), 1);
}

/// Leaves what a call leaves that dies between its two writes: the coupon.
async fn die_halfway(shop: &Shop) {
    let coupon = spring('a').coupon_to_stripe().unwrap();
    let _ = shop.stripe.once::<crate::answers::Coupon>(&coupon, "of-the-dead").await.unwrap();
}

#[tokio::test]
async fn a_call_that_died_between_coupon_and_code_is_finished_by_the_next() {
    let shop = Shop::open().await;
    die_halfway(&shop).await;
    let made = make(&shop, &spring('a')).await;
    assert!(spring('a').is(&made), "{made:?}");

    let shop = Shop::open().await;
    die_halfway(&shop).await;
    let mut other = spring('a');
    other.terms.discount = Discount::percent(50).unwrap();
    assert_eq!(shop.stripe.make_promotion(&other).await, Ok(PromotionMade::KeyUsed), "the coupon takes a quarter off");
}

#[tokio::test]
async fn calls_that_meet_make_one_code_and_a_name_is_had_once() {
    let shop = Shop::open().await;
    shop.stand_in.set_faults(Faults { slow_ms: 50, ..Faults::default() });
    let (one, two) = (spring('a'), spring('b'));
    let (first, second, third) = tokio::join!(
        shop.stripe.make_promotion(&one),
        shop.stripe.make_promotion(&one),
        shop.stripe.make_promotion(&two)
    );
    let outcomes = [first.unwrap(), second.unwrap(), third.unwrap()];
    let made = outcomes.iter().filter_map(|made| match made {
        PromotionMade::Made(made) => Some(made.id.clone()),
        _ => None,
    });
    let made: std::collections::BTreeSet<_> = made.collect();
    assert_eq!(made.len(), 1, "{outcomes:?}");
    assert!(outcomes.contains(&PromotionMade::Taken), "{outcomes:?}");
    let all = shop.stripe.promotions(None, 100).await.unwrap().promotions;
    assert_eq!(all.iter().filter(|code| code.code == "SPRING-25").count(), 1);
}

#[tokio::test]
async fn a_remembered_failure_does_not_stand_in_the_way_for_a_day() {
    let shop = Shop::open().await;
    let request = spring('a');
    shop.stand_in.set_faults(Faults { broken: true, ..Faults::default() });
    assert!(matches!(shop.stripe.make_promotion(&request).await, Err(PaymentError::Broken { .. })));
    shop.stand_in.set_faults(Faults { down: true, ..Faults::default() });
    assert!(shop.stripe.make_promotion(&request).await.unwrap_err().is_worth_retrying());
    shop.stand_in.set_faults(Faults::default());
    let later = PromotionRequest { asked_at: at(START + 60), ..request };
    make(&shop, &later).await;
}

#[tokio::test]
async fn codes_are_listed_page_by_page_and_foreign_ids_are_not_found() {
    let shop = Shop::open().await;
    for (key, code) in [('a', "FIRST"), ('b', "SECOND"), ('c', "THIRD-1")] {
        make(&shop, &named(code, spring(key))).await;
    }
    let first = shop.stripe.promotions(None, 2).await.unwrap();
    let codes = |page: &crate::PromotionPage| page.promotions.iter().map(|code| code.code.clone()).collect::<Vec<_>>();
    assert_eq!(codes(&first), ["THIRD-1", "SECOND"]);
    let second = shop.stripe.promotions(first.next.as_deref(), 100).await.unwrap();
    assert_eq!((codes(&second)[0].as_str(), second.next), ("FIRST", None));
    for id in ["promo_unknown", "promo_../../x", "co_1", ""] {
        assert_eq!(shop.stripe.promotion(id).await, Err(PaymentError::NotFound), "{id}");
        assert_eq!(shop.stripe.switch_promotion_off(id, at(START)).await, Err(PaymentError::NotFound), "{id}");
    }
    assert!(shop.stripe.promotions(Some("promo_unknown"), 2).await.is_err());
    let client = stripe::ClientBuilder::new(KEY).url(shop.stand_in.base_url()).build().unwrap();
    let whole = ListPromotionCode::new().expand(vec!["data.promotion.coupon".to_owned()]).send(&client).await.unwrap();
    assert_eq!(whole.data.len(), 5, "read by the types that Stripe's own description gives");
}
