//! Promotion codes: what is asked of Stripe, and its answer in our words.

use domain::{Currency, Discount, Money, Promotion, PromotionTerms};
use jiff::Timestamp;
use stripe_product::CouponDuration;
use stripe_product::coupon::CreateCoupon;
use stripe_product::promotion_code::{
    CreatePromotionCode, CreatePromotionCodePromotion, CreatePromotionCodePromotionType,
};

use crate::answers::{CodeRow, Coupon};
use crate::error::PaymentError;

/// A promotion code to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromotionRequest {
    /// Names this one code: however often it is called, the same key makes one.
    pub key: String,
    /// What it is to be.
    pub terms: PromotionTerms,
    /// When it is asked for.
    pub asked_at: Timestamp,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PromotionMade {
    /// The code is there, from this call or an earlier one with its key.
    Made(Promotion),
    /// Another code of the same name can be used; no two can.
    Taken,
    /// The key has made a code of other terms.
    KeyUsed,
}

/// One page of promotion codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromotionPage {
    /// The newest first.
    pub promotions: Vec<Promotion>,
    /// The cursor of the next page, if there is one.
    pub next: Option<String>,
}

/// Stripe remembers also how it failed, for a day. What is asked again a minute later is asked anew: not the key keeps it
/// from being made twice, but the coupon's id, and that of two codes of one name one can be used.
pub(crate) fn key_of_the_minute(deed: &str, name: &str, at: Timestamp) -> String {
    format!("{deed}-{name}-{}", at.as_second().div_euclid(60))
}

impl PromotionRequest {
    /// The coupon's id is ours to choose: by it the code is found again.
    pub(crate) fn coupon_id(&self) -> String {
        format!("portico-{}", self.key)
    }

    pub(crate) fn coupon_to_stripe(&self) -> Result<CreateCoupon, PaymentError> {
        let coupon = CreateCoupon::new()
            .id(self.coupon_id())
            .name(self.terms.code.as_str())
            // What is sold is paid once, so nothing is taken off later.
            .duration(CouponDuration::Once);
        Ok(match self.terms.discount {
            Discount::Percent(percent) => coupon.percent_off(percent),
            Discount::Amount(Money { minor, currency }) => {
                let too_large = |_| PaymentError::Refused { message: "the amount is too large".to_owned() };
                let Ok(currency) = currency.lower_code().parse::<stripe_types::Currency>();
                coupon.amount_off(i64::try_from(minor).map_err(too_large)?).currency(currency)
            }
        })
    }

    pub(crate) fn code_to_stripe(&self) -> CreatePromotionCode {
        let mut promotion = CreatePromotionCodePromotion::new(CreatePromotionCodePromotionType::Coupon);
        promotion.coupon = Some(self.coupon_id());
        let PromotionTerms { code, redemptions_max, expires_at, .. } = &self.terms;
        let mut request = CreatePromotionCode::new(promotion).code(code.as_str()).expand(with_coupon());
        if let Some(max) = redemptions_max {
            request = request.max_redemptions(max.get());
        }
        if let Some(end) = expires_at {
            request = request.expires_at(end.as_second());
        }
        request
    }

    /// Whether a code is the one that is asked for.
    pub(crate) fn is(&self, made: &Promotion) -> bool {
        let PromotionTerms { code, discount, redemptions_max, expires_at } = &self.terms;
        made.code.eq_ignore_ascii_case(code.as_str())
            && made.discount == Some(*discount)
            && made.redemptions_max == redemptions_max.map(|max| u64::from(max.get()))
            && made.expires_at == *expires_at
    }
}

/// The coupon of one code is written out in the same answer.
pub(crate) fn with_coupon() -> Vec<String> {
    vec!["promotion.coupon".to_owned()]
}

impl Coupon {
    /// What it takes off, where that is one of our discounts.
    pub(crate) fn discount(&self) -> Option<Discount> {
        if let Some(percent) = self.percent_off {
            return (1..=100_u8).find(|whole| f64::from(*whole) == percent).map(Discount::Percent);
        }
        let currency = Currency::new(self.currency.as_ref()?).ok()?;
        Money::from_minor(u64::try_from(self.amount_off?).ok()?, currency).ok().map(Discount::Amount)
    }
}

impl TryFrom<CodeRow> for Promotion {
    type Error = PaymentError;

    fn try_from(row: CodeRow) -> Result<Self, PaymentError> {
        let malformed = |reason: &str| PaymentError::Malformed { reason: reason.to_owned() };
        let time = |second| Timestamp::from_second(second).map_err(|_| malformed("a promotion code without a time"));
        let count = |count| u64::try_from(count).map_err(|_| malformed("a promotion code used less than never"));
        Ok(Self {
            discount: row.promotion.coupon.as_ref().and_then(Coupon::discount),
            redeemed: count(row.times_redeemed)?,
            redemptions_max: row.max_redemptions.map(count).transpose()?,
            expires_at: row.expires_at.map(time).transpose()?,
            created_at: time(row.created)?,
            active: row.active,
            code: row.code,
            id: row.id,
        })
    }
}
