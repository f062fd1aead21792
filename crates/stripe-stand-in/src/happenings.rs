//! What buyers, banks and time do to a checkout, as pure functions from the book to new rows. The page, the control
//! interface and the timer call these; nothing else changes money.

mod checkout;
mod money_back;

pub(crate) use checkout::{Payer, decline, expire, pay, preview, settle, tamper};
pub(crate) use money_back::{RefundOrder, dispute, fail_refund, refund};
