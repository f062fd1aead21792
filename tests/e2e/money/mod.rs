//! Money that comes, goes back, comes twice, late or not at all, and access that follows it. The numbers behind
//! `Proves:` are those of `docs/trust.md` and `docs/peers.md`.

mod buying_again;
mod deciding;
mod free_mails;
mod held;
mod leaving;
mod lost_news;
mod mail_given_up;
mod money_back;
mod names;
mod other_currency;
mod own_orders;
mod paid_beside;
mod paid_twice;
mod placing;
mod promotions;
mod races;
mod runs;
mod seats;
mod strange_payments;
mod till;
mod ways_to_pay;
mod who_pays;
