//! Promotion codes at Stripe: a coupon says what is taken off, and a code is what buyers type for it.

use domain::{Promotion, PromotionCode};
use jiff::Timestamp;
use stripe_product::coupon::RetrieveCoupon;
use stripe_product::promotion_code::{ListPromotionCode, RetrievePromotionCode, UpdatePromotionCode};

use super::{PAGE_ROWS, Stripe};
use crate::answers::{CodeRow, Coupon, List, read};
use crate::error::PaymentError;
use crate::ids::{is_promotion_id, is_promotion_key};
use crate::port::{Answer, Promotions};
use crate::promotion::{PromotionMade, PromotionPage, PromotionRequest, key_of_the_minute, with_coupon};

impl Stripe {
    async fn listed(&self, request: ListPromotionCode) -> Result<PromotionPage, PaymentError> {
        let request = request.expand(vec!["data.promotion.coupon".to_owned()]);
        let page: List<CodeRow> = read(&request).send(&self.wire).await?;
        let next = page.next();
        let promotions = page.data.into_iter().map(TryInto::try_into).collect::<Result<_, _>>()?;
        Ok(PromotionPage { promotions, next })
    }

    /// Three requests, four the first time. Whatever of it was done by an earlier call is found and not done again.
    async fn make(&self, request: &PromotionRequest) -> Result<PromotionMade, PaymentError> {
        if !is_promotion_key(&request.key) {
            return Err(PaymentError::Refused { message: "this is no key".to_owned() });
        }
        if let Some(made) = self.made_before(request).await? {
            return Ok(made);
        }
        if self.is_taken(&request.terms.code).await? {
            return Ok(PromotionMade::Taken);
        }
        if !self.has_coupon(request).await? {
            return Ok(PromotionMade::KeyUsed);
        }
        let key = key_of_the_minute("promotion", &request.key, request.asked_at);
        match self.once::<CodeRow>(&request.code_to_stripe(), &key).await {
            // Another call was quicker: one with this key, or one for a code of this name.
            Err(refused @ PaymentError::Refused { .. }) => match self.made_before(request).await? {
                Some(made) => Ok(made),
                None if self.is_taken(&request.terms.code).await? => Ok(PromotionMade::Taken),
                None => Err(refused),
            },
            made => Ok(PromotionMade::Made(made?.try_into()?)),
        }
    }

    async fn made_before(&self, request: &PromotionRequest) -> Result<Option<PromotionMade>, PaymentError> {
        let of_coupon = ListPromotionCode::new().coupon(request.coupon_id()).limit(PAGE_ROWS);
        let promotions = self.listed(of_coupon).await?.promotions;
        let any = !promotions.is_empty();
        let made = promotions.into_iter().find(|made| request.is(made)).map(PromotionMade::Made);
        Ok(made.or_else(|| any.then_some(PromotionMade::KeyUsed)))
    }

    async fn is_taken(&self, code: &PromotionCode) -> Result<bool, PaymentError> {
        let named = ListPromotionCode::new().code(code.as_str()).active(true).limit(1);
        Ok(!self.listed(named).await?.promotions.is_empty())
    }

    /// Makes the coupon, or finds it made; `false` where it takes something else off.
    async fn has_coupon(&self, request: &PromotionRequest) -> Result<bool, PaymentError> {
        let key = key_of_the_minute("coupon", &request.key, request.asked_at);
        let made = self.once::<Coupon>(&request.coupon_to_stripe()?, &key).await;
        let Err(refused @ PaymentError::Refused { .. }) = made else { return made.map(|_| true) };
        match read::<Coupon>(&RetrieveCoupon::new(request.coupon_id())).send(&self.wire).await {
            Ok(coupon) => Ok(coupon.discount() == Some(request.terms.discount)),
            Err(PaymentError::NotFound) => Err(refused),
            Err(error) => Err(error),
        }
    }
}

impl Promotions for Stripe {
    fn promotions<'a>(&'a self, cursor: Option<&'a str>, limit: u8) -> Answer<'a, PromotionPage> {
        Box::pin(async move {
            let mut request = ListPromotionCode::new().limit(limit);
            if let Some(cursor) = cursor {
                ask_for_promotion(cursor)?;
                request = request.starting_after(cursor);
            }
            self.listed(request).await
        })
    }

    fn promotion<'a>(&'a self, id: &'a str) -> Answer<'a, Promotion> {
        Box::pin(async move {
            ask_for_promotion(id)?;
            let request = RetrievePromotionCode::new(id).expand(with_coupon());
            read::<CodeRow>(&request).send(&self.wire).await?.try_into()
        })
    }

    fn make_promotion<'a>(&'a self, request: &'a PromotionRequest) -> Answer<'a, PromotionMade> {
        Box::pin(self.make(request))
    }

    fn switch_promotion_off<'a>(&'a self, id: &'a str, asked_at: Timestamp) -> Answer<'a, Promotion> {
        Box::pin(async move {
            ask_for_promotion(id)?;
            let request = UpdatePromotionCode::new(id).active(false).expand(with_coupon());
            let key = key_of_the_minute("switch-off", id, asked_at);
            self.once::<CodeRow>(&request, &key).await?.try_into()
        })
    }
}

fn ask_for_promotion(id: &str) -> Result<(), PaymentError> {
    if is_promotion_id(id) { Ok(()) } else { Err(PaymentError::NotFound) }
}
