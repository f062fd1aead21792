//! No history makes promotion codes: the provider has none.

use domain::Promotion;
use jiff::Timestamp;
use payments::{Answer, PaymentError, PromotionMade, PromotionPage, PromotionRequest, Promotions};

use super::Provider;

impl Promotions for Provider {
    fn promotions<'a>(&'a self, _: Option<&'a str>, _: u8) -> Answer<'a, PromotionPage> {
        Box::pin(async { Ok(PromotionPage { promotions: Vec::new(), next: None }) })
    }

    fn promotion<'a>(&'a self, _: &'a str) -> Answer<'a, Promotion> {
        Box::pin(async { Err(PaymentError::NotFound) })
    }

    fn make_promotion<'a>(&'a self, _: &'a PromotionRequest) -> Answer<'a, PromotionMade> {
        Box::pin(async { Err(PaymentError::Refused { message: "no codes are made here".to_owned() }) })
    }

    fn switch_promotion_off<'a>(&'a self, _: &'a str, _: Timestamp) -> Answer<'a, Promotion> {
        Box::pin(async { Err(PaymentError::NotFound) })
    }
}
