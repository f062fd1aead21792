//! What every endpoint costs at the table: round trips and capacity of one typical successful call, kept as
//! `docs/costs.md`. The file is compared with what is measured; `PORTICO_WRITE_COSTS=1` writes it anew.

mod budgets;
mod factors;
mod front;
pub(crate) mod meter;
mod own_account;
mod paths;
mod profiles;
mod report;
mod rights;
mod walk;

use std::collections::BTreeSet;

use serde_json::Value;

use meter::Meter;
use portico_tests::Browser;

/// Every route of the platform's own description.
fn described(meter: &Meter) -> BTreeSet<String> {
    let description: Value = serde_json::from_str(&meter.world.platform.description).unwrap();
    let paths = description["paths"].as_object().unwrap();
    let routes = paths.iter().flat_map(|(path, methods)| {
        let methods = methods.as_object().unwrap().keys();
        methods.map(move |method| format!("{} {path}", method.to_uppercase()))
    });
    routes.collect()
}

/// Calls every route once, with what it needs; gives the platform and its administrator.
pub(crate) async fn walk() -> (Meter, Browser) {
    let mut meter = Meter::start().await;
    let admin = walk::founding(&mut meter).await;
    walk::people(&mut meter, &admin).await;
    walk::logins(&mut meter, &admin).await;
    factors::second_factors(&mut meter, &admin).await;
    walk::handing_over(&mut meter, &admin).await;
    let course = walk::writing(&mut meter, &admin).await;
    rights::permission_sets(&mut meter, &admin, &course.0).await;
    walk::learning(&mut meter, &admin, course).await;
    walk::buying(&mut meter, &admin).await;
    own_account::own_account(&mut meter, &admin, "bea@example.org").await;
    profiles::profiles(&mut meter, &admin).await;
    walk::looking_back(&mut meter, &admin).await;
    (meter, admin)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_endpoint_costs_what_the_table_says_and_keeps_to_its_budget() {
    let (meter, _) = walk().await;
    let measured: BTreeSet<_> = meter.costs.keys().cloned().collect();
    assert_eq!(measured, described(&meter), "every route is measured, and nothing else");
    let complaints = budgets::complaints(&meter.costs);
    assert!(complaints.is_empty(), "{complaints:#?}\n{}", report::table(&meter.costs));
    report::compare(&report::page(&meter.costs));
}
