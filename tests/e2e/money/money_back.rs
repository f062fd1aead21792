//! How much one run of the reconciler looks at, however much money went back.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use commerce::Shop;
use jiff::Timestamp;
use payments::{
    Answer, CheckoutOpened, CheckoutPage, CheckoutRequest, CheckoutState, DisputeState, MoneyBackPage, PaymentError,
    PaymentProgress, PaymentState, Payments, RefundMade, RefundRequest,
};
use portico_tests::World;

const PAGE: usize = 25;

/// A provider with long lists, all of other sellers of the same account; it counts how often each payment is looked at.
#[derive(Default)]
struct LongLists {
    /// The newest first.
    refunds: Mutex<Vec<String>>,
    disputes: Vec<String>,
    looks: Mutex<BTreeMap<String, usize>>,
}

fn payment(at: usize) -> String {
    format!("pi_{at:04}")
}

fn page(list: &[String], cursor: Option<&str>) -> Result<MoneyBackPage, PaymentError> {
    let from = match cursor {
        None => 0,
        Some(cursor) => 1 + list.iter().position(|entry| entry == cursor).ok_or(PaymentError::NotFound)?,
    };
    let rows: Vec<String> = list.iter().skip(from).take(PAGE).cloned().collect();
    let next = rows.last().filter(|_| from + PAGE < list.len()).cloned();
    Ok(MoneyBackPage { payment_intents: rows, next })
}

fn unasked<T>() -> Result<T, PaymentError> {
    Err(PaymentError::NotFound)
}

impl LongLists {
    fn looks(&self) -> BTreeMap<String, usize> {
        std::mem::take(&mut *self.looks.lock().unwrap())
    }
}

impl Payments for LongLists {
    fn livemode(&self) -> bool {
        false
    }

    fn open_checkout<'a>(&'a self, _: &'a CheckoutRequest) -> Answer<'a, CheckoutOpened> {
        Box::pin(async { unasked() })
    }

    fn checkout<'a>(&'a self, _: &'a str) -> Answer<'a, CheckoutState> {
        Box::pin(async { unasked() })
    }

    fn checkouts_since<'a>(&'a self, _: Timestamp, _: Option<&'a str>) -> Answer<'a, CheckoutPage> {
        Box::pin(async { unasked() })
    }

    fn expire_checkout<'a>(&'a self, _: &'a str, _: u32) -> Answer<'a, CheckoutState> {
        Box::pin(async { unasked() })
    }

    fn refund<'a>(&'a self, _: &'a RefundRequest) -> Answer<'a, RefundMade> {
        Box::pin(async { unasked() })
    }

    fn payment_state<'a>(&'a self, payment_intent: &'a str) -> Answer<'a, PaymentState> {
        *self.looks.lock().unwrap().entry(payment_intent.to_owned()).or_default() += 1;
        let state = PaymentState { order: None, charged_minor: 100, refunded_minor: 100, dispute: DisputeState::None };
        Box::pin(async move { Ok(state) })
    }

    fn payment_progress<'a>(&'a self, _: &'a str) -> Answer<'a, PaymentProgress> {
        Box::pin(async { unasked() })
    }

    fn refunds_since<'a>(&'a self, _: Timestamp, cursor: Option<&'a str>) -> Answer<'a, MoneyBackPage> {
        let page = page(&self.refunds.lock().unwrap(), cursor);
        Box::pin(async move { page })
    }

    fn disputes_since<'a>(&'a self, _: Timestamp, cursor: Option<&'a str>) -> Answer<'a, MoneyBackPage> {
        Box::pin(async move { page(&self.disputes, cursor) })
    }

    fn invoice_url<'a>(&'a self, _: &'a str) -> Answer<'a, Option<String>> {
        Box::pin(async { unasked() })
    }
}

/// Proves: F01
#[tokio::test(flavor = "multi_thread")]
async fn a_run_looks_at_so_many_payments_and_the_next_ones_at_the_others() {
    let world = World::start().await;
    let (refunds, disputes) = ((0..140).map(payment), (500..520).map(payment));
    let lists = Arc::new(LongLists {
        refunds: Mutex::new(refunds.clone().collect()),
        disputes: disputes.clone().collect(),
        ..LongLists::default()
    });
    let shop = Shop { payments: lists.clone(), ..world.platform.shop.clone() };
    let run = async || {
        let done = commerce::reconcile(&shop).await.unwrap();
        assert_eq!(done.failed, 0);
        let looks = lists.looks();
        let total: usize = looks.values().sum();
        assert!(total <= 4 * PAGE, "{total} looks");
        assert!(looks.contains_key(&payment(0)) && looks.contains_key(&payment(500)), "the newest ones in each run");
        looks
    };
    let mut seen = BTreeMap::new();
    for _ in 0..5 {
        seen.extend(run().await);
    }
    assert!(refunds.chain(disputes).all(|payment| seen.contains_key(&payment)), "{} were seen", seen.len());
    // It goes round: what money did later is found as well.
    seen.clear();
    for _ in 0..5 {
        seen.extend(run().await);
    }
    assert_eq!(seen.len(), 160);
    // Where the list was left is gone with time: it begins anew, and says so.
    run().await;
    let left = world.platform.app.store.money_back_read().await.unwrap().refunds.unwrap();
    lists.refunds.lock().unwrap().retain(|entry| *entry != left);
    assert_eq!(commerce::reconcile(&shop).await.unwrap().failed, 1);
    assert_eq!(world.platform.app.store.money_back_read().await.unwrap().refunds, None);
}
