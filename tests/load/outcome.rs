//! What became of the purchases: waited for by looking, and counted to the last one.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use authorization::{Principal, act};
use domain::{Audience, Course, CourseId, EnrollmentState, OrderState, Realm, SeatLimit};
use local::Running;
use store::Page;

/// How long to wait between two looks.
const LOOK_EVERY: Duration = Duration::from_millis(500);
const PAGE: usize = 100;

/// A paid course of the demo with room for everybody.
pub(crate) async fn course_for_sale(platform: &Running) -> CourseId {
    let courses = platform.app.store.public_catalog().await.unwrap();
    let fits = |course: &Course| course.price.money().is_some() && course.seats == SeatLimit::Unlimited;
    courses.into_iter().find(fits).unwrap().id
}

/// Returns once everybody has their mail, or time is up.
pub(crate) async fn wait_until_settled(platform: &Running, purchases: usize, within: Duration) {
    let began = Instant::now();
    while platform.mailbox.mails().len() < purchases && began.elapsed() < within {
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// Everything that is not as it must be.
pub(crate) async fn complaints(platform: &Running, course: CourseId, addresses: &[String]) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut expect = |what: &str, found: BTreeMap<String, usize>| {
        let missing = addresses.iter().filter(|address| !found.contains_key(*address)).count();
        let doubled = found.values().filter(|count| **count > 1).count();
        let strange = found.keys().filter(|address| !addresses.contains(address)).count();
        if missing + doubled + strange > 0 {
            complaints.push(format!("{what}: {missing} missing, {doubled} more than once, {strange} of nobody"));
        }
    };
    expect("fulfilled orders", orders(platform).await);
    let accounts = accounts(platform).await;
    let of_address = |id: &String| accounts.get(id).cloned().unwrap_or_else(|| format!("account {id}"));
    expect("accounts", counted(accounts.values().cloned()));
    expect("enrollments", counted(enrolled(platform, course).await.iter().map(of_address)));
    expect("mails", counted(platform.mailbox.mails().into_iter().map(|mail| mail.to)));
    let given_up = platform.app.store.given_up_entries(None, PAGE).await.unwrap().items;
    if !given_up.is_empty() {
        complaints.push(format!("{} mails were given up", given_up.len()));
    }
    // Beyond the lease of whoever died with one in hand.
    let due = platform.app.store.due_entries(PAGE).await.unwrap();
    if !due.is_empty() {
        complaints.push(format!("{} mails are still due", due.len()));
    }
    complaints
}

fn counted(names: impl Iterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    names.for_each(|name| *counts.entry(name).or_default() += 1);
    counts
}

/// The buyers of fulfilled orders; any other order under the name of its state.
async fn orders(platform: &Running) -> BTreeMap<String, usize> {
    let grant = platform.app.authorize_as::<act::ListOrders>(&Principal::Operator, ()).await.unwrap();
    let orders = all(async |cursor| platform.app.store.orders(&grant, cursor, PAGE).await.unwrap()).await;
    counted(orders.into_iter().map(|order| match order.state {
        OrderState::Fulfilled => order.buyer.email.to_string(),
        other => format!("{other:?}"),
    }))
}

/// The public accounts: address by id.
async fn accounts(platform: &Running) -> BTreeMap<String, String> {
    let tenant = Some(Audience::Public.tenant());
    let grant = platform.app.authorize_as::<act::ListAccounts>(&Principal::Operator, tenant).await.unwrap();
    let store = &platform.app.store;
    let found = all(async |cursor| store.accounts(&grant, Realm::Public, None, cursor, PAGE).await.unwrap()).await;
    found.into_iter().map(|account| (account.id.to_string(), account.email.to_string())).collect()
}

/// The accounts that are in the course.
async fn enrolled(platform: &Running, course: CourseId) -> Vec<String> {
    let grant = platform.app.authorize_as::<act::ListEnrollments>(&Principal::Operator, course).await.unwrap();
    let store = &platform.app.store;
    let found = all(async |cursor| store.enrollments(&grant, cursor, PAGE).await.unwrap()).await;
    let inside = found.into_iter().filter(|enrollment| enrollment.state == EnrollmentState::Enrolled);
    inside.map(|enrollment| enrollment.account.to_string()).collect()
}

/// Every page of a list.
async fn all<T>(page: impl AsyncFn(Option<&store::Cursor>) -> Page<T>) -> Vec<T> {
    let (mut all, mut cursor) = (Vec::new(), None);
    loop {
        let Page { items, next } = page(cursor.as_ref()).await;
        all.extend(items);
        match next {
            Some(next) => cursor = Some(next),
            None => return all,
        }
    }
}
