//! Everything remembered, in memory. It changes only by whole rows, which the journal has written before.

use std::collections::HashMap;

use crate::rows::{
    Coupon, Delivery, DeliveryState, Dispute, Event, Payment, Promotion, Refund, Reply, Row, Session, SessionStatus,
};

/// Stripe forgets an Idempotency-Key after a day at the earliest.
pub(crate) const REPLY_SECONDS_MAX: i64 = 24 * 60 * 60;
/// Stripe lists events for 30 days.
const EVENT_SECONDS_MAX: i64 = 30 * 24 * 60 * 60;

/// Rows in the order in which they were made.
#[derive(Debug)]
pub(crate) struct Table<T> {
    rows: Vec<T>,
    by_id: HashMap<String, usize>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), by_id: HashMap::new() }
    }
}

impl<T> Table<T> {
    pub fn get(&self, id: &str) -> Option<&T> {
        self.rows.get(*self.by_id.get(id)?)
    }

    /// Oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.rows.iter()
    }

    fn put(&mut self, id: &str, row: T) {
        match self.by_id.get(id).and_then(|at| self.rows.get_mut(*at)) {
            Some(old) => *old = row,
            None => {
                self.by_id.insert(id.to_owned(), self.rows.len());
                self.rows.push(row);
            }
        }
    }
}

/// All tables.
#[derive(Debug, Default)]
pub(crate) struct Book {
    pub sessions: Table<Session>,
    pub payments: Table<Payment>,
    pub refunds: Table<Refund>,
    pub disputes: Table<Dispute>,
    pub events: Table<Event>,
    pub deliveries: Table<Delivery>,
    pub replies: Table<Reply>,
    pub coupons: Table<Coupon>,
    pub promotions: Table<Promotion>,
}

impl Book {
    /// Takes the rows over, replacing those of the same id.
    pub fn apply(&mut self, rows: Vec<Row>) {
        for row in rows {
            match row {
                Row::Session(row) => self.sessions.put(&row.id.clone(), row),
                Row::Payment(row) => self.payments.put(&row.id.clone(), row),
                Row::Refund(row) => self.refunds.put(&row.id.clone(), row),
                Row::Dispute(row) => self.disputes.put(&row.id.clone(), row),
                Row::Event(row) => self.events.put(&row.id.clone(), row),
                Row::Delivery(row) => self.deliveries.put(&row.id.clone(), row),
                Row::Reply(row) => self.replies.put(&row.id.clone(), row),
                Row::Coupon(row) => self.coupons.put(&row.id.clone(), row),
                Row::Promotion(row) => self.promotions.put(&row.id.clone(), row),
            }
        }
    }

    /// Every row that is still worth keeping, for the fresh state file of the next run.
    pub fn into_rows(self, now: i64) -> Vec<Row> {
        let event_kept = |event: &Event| now - event.created < EVENT_SECONDS_MAX;
        let forgotten: Vec<_> =
            self.events.iter().filter(|event| !event_kept(event)).map(|event| event.id.clone()).collect();
        let events = self.events.rows.into_iter().filter(event_kept);
        let deliveries = self.deliveries.rows.into_iter().filter(|delivery| !forgotten.contains(&delivery.event));
        let replies = self.replies.rows.into_iter().filter(|reply| now - reply.created < REPLY_SECONDS_MAX);
        let sessions = self.sessions.rows.into_iter().map(Row::Session);
        sessions
            .chain(self.payments.rows.into_iter().map(Row::Payment))
            .chain(self.refunds.rows.into_iter().map(Row::Refund))
            .chain(self.disputes.rows.into_iter().map(Row::Dispute))
            .chain(events.map(Row::Event))
            .chain(deliveries.map(Row::Delivery))
            .chain(replies.map(Row::Reply))
            .chain(self.coupons.rows.into_iter().map(Row::Coupon))
            .chain(self.promotions.rows.into_iter().map(Row::Promotion))
            .collect()
    }

    /// The payment that holds the charge.
    pub fn payment_of_charge(&self, charge: &str) -> Option<&Payment> {
        self.payments.iter().find(|payment| payment.charges.iter().any(|held| held.id == charge))
    }

    /// How often a promotion code was used.
    pub fn redemptions(&self, promotion: &str) -> u64 {
        let used = |session: &&Session| {
            session.status == SessionStatus::Complete && session.promotion_code.as_deref() == Some(promotion)
        };
        self.sessions.iter().filter(used).count().try_into().unwrap_or(u64::MAX)
    }

    /// How often a coupon was used, by whichever code.
    pub fn coupon_redemptions(&self, coupon: &str) -> u64 {
        self.promotions.iter().filter(|code| code.coupon == coupon).map(|code| self.redemptions(&code.id)).sum()
    }

    /// Whether a coupon can be used now.
    pub fn is_valid(&self, coupon: &Coupon, now: i64) -> bool {
        coupon.redemptions_max.is_none_or(|max| self.coupon_redemptions(&coupon.id) < max)
            && coupon.redeem_by.is_none_or(|end| now < end)
    }

    /// The coupon behind a code, as long as both can be used.
    pub fn usable(&self, promotion: &Promotion, now: i64) -> Option<&Coupon> {
        let fits = promotion.on
            && promotion.redemptions_max.is_none_or(|max| self.redemptions(&promotion.id) < max)
            && promotion.expires_at.is_none_or(|end| now < end);
        self.coupons.get(&promotion.coupon).filter(|coupon| fits && self.is_valid(coupon, now))
    }

    /// The code that can be used now and reads so, in upper or lower case.
    pub fn usable_code(&self, code: &str, now: i64) -> Option<(&Promotion, &Coupon)> {
        let mut named = self.promotions.iter().filter(|known| known.code.eq_ignore_ascii_case(code));
        named.find_map(|known| Some((known, self.usable(known, now)?)))
    }

    /// Deliveries that still have to be made, oldest first.
    pub fn pending(&self) -> Vec<String> {
        let pending = self.deliveries.iter().filter(|delivery| delivery.state == DeliveryState::Pending);
        pending.map(|delivery| delivery.id.clone()).collect()
    }

    /// Whether every sending of these events is over, one way or another.
    pub fn settled(&self, events: &[String]) -> bool {
        let mut theirs = self.deliveries.iter().rev().filter(|delivery| events.contains(&delivery.event));
        theirs.all(|delivery| delivery.state != DeliveryState::Pending)
    }
}
