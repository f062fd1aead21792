//! Imports of many, and what comes in between: the table of thousands, a demotion, the end of the time that a request
//! has. Whatever happens, the same table again goes on from there.

use admin::people_import::{Outcome, Plan, plan};
use axum::extract::FromRequestParts;
use feeds::{PeopleOptions, read_people};
use http::{Method, Request};
use jiff::SignedDuration;
use portico_tests::{Browser, World};
use serde_json::{Value, json};
use web::{ACCESS_COOKIE, Cx};

const IMPORT: &str = "/api/admin/accounts/import";

/// A table of so many learners.
fn table(people: usize) -> String {
    let rows: String = (0..people).map(|n| format!("Person {n},person-{n}@example.org,2\n")).collect();
    format!("name,email,role\n{rows}")
}

async fn send(browser: &Browser, query: &str, table: String) -> Value {
    let ask = browser.ask(Method::POST, &format!("{IMPORT}{query}")).header("content-type", "text/csv");
    ask.body(table).send().await.expect(200).json()
}

/// Accounts and mails that wait; each person has one of each or neither.
async fn here(world: &World) -> (usize, usize) {
    let store = &world.platform.app.store;
    let address = |n: usize| domain::EmailAddress::new(&format!("person-{n}@example.org")).unwrap();
    let mut accounts = 0;
    for n in 0..200 {
        accounts += usize::from(store.account_by_email(domain::Realm::Main, &address(n)).await.unwrap().is_some());
    }
    world.catch_up().await;
    let mails = world.platform.mailbox.mails().into_iter().filter(|mail| mail.to.starts_with("person-")).count();
    (accounts, mails)
}

/// The context of a signed-in browser's request.
async fn context(world: &World, browser: &Browser) -> Cx {
    let token = format!("Bearer {}", browser.cookie(ACCESS_COOKIE).unwrap());
    let (mut parts, ()) = Request::post(IMPORT).header("authorization", token).body(()).unwrap().into_parts();
    Cx::from_request_parts(&mut parts, &world.platform.app).await.unwrap()
}

async fn planned(world: &World, cx: &Cx, people: usize) -> Plan {
    let options = PeopleOptions { home: None, now: world.platform.app.clock.now(), rows_max: people };
    plan(cx, read_people(table(people).as_bytes(), &options).unwrap()).await.unwrap()
}

/// The reason that the last row was not written for.
fn last_reason(plan: &Plan) -> String {
    match &plan.rows.last().unwrap().outcome {
        Outcome::Error(errors) => errors[0].reason.clone(),
        other => format!("{other:?}"),
    }
}

/// Proves: F32
#[tokio::test(flavor = "multi_thread")]
async fn thousands_of_people_come_in_with_a_few_hundred_questions() {
    let world = World::start().await;
    let owner = world.founder().await;
    let store = &world.platform.app.store;
    let asked = || store.consumption().round_trips;
    let before = asked();
    let dry = send(&owner, "?dry_run=true", table(10_000)).await;
    assert_eq!((&dry["counts"]["create"], &dry["more"]), (&json!(10_000), &json!(8_000)));
    // Who asks, and a hundred addresses at a time.
    assert!(asked() - before <= 105, "{}", asked() - before);
    let before = asked();
    let mut report = send(&owner, "", table(5_000)).await;
    // On a slow machine the time of one request is not enough, and the same table goes on.
    for _ in 0..20 {
        if report["cut_off"] == json!(false) {
            break;
        }
        report = send(&owner, "", table(5_000)).await;
    }
    let sums = [&report["counts"]["create"], &report["counts"]["skip"]].map(|sum| sum.as_u64().unwrap());
    assert_eq!((sums[0] + sums[1], &report["counts"]["error"]), (5_000, &json!(0)), "{}", report["counts"]);
    if sums[1] == 0 {
        // Three transactions for each sixty-four accounts.
        assert!(asked() - before <= 55 + 237 + 5, "{}", asked() - before);
    }
    let again = send(&owner, "", table(5_000)).await;
    assert_eq!(again["counts"], json!({ "create": 0, "skip": 5_000, "error": 0 }));
    let many = owner.ask(Method::POST, IMPORT).header("content-type", "text/csv").body(table(10_001)).send().await;
    assert!(many.expect(422).names_field("rows"));
}

/// Imports 130 people, of whom 64 are there when something happens; nobody comes in after it.
async fn cut_off_by(world: &World, cx: &Cx, happens: impl Future<Output = ()> + Send) {
    let plan = planned(world, cx, 130).await;
    let mut happens = Some(happens);
    let mut in_between = |_: usize, _: usize| {
        if let Some(happens) = happens.take() {
            tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(happens));
        }
    };
    let plan = plan.apply(cx, None, &mut in_between).await;
    assert!(
        plan.was_cut_off() && last_reason(&plan).contains("your own account or your rights have changed"),
        "{}",
        last_reason(&plan)
    );
    assert_eq!((plan.counts().create, plan.counts().error), (64, 66));
    assert_eq!(here(world).await, (64, 64));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_that_is_narrowed_beside_an_import_ends_it() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (id, pol) = world.person(&owner, "pol@example.org", json!({ "tier": "learner", "type": "internal" })).await;
    let sets = "/api/admin/permission-sets/main";
    let form =
        |name: &str| json!({ "kind": "power_profile", "name": name, "actions": ["user.import"], "on": ["platform"] });
    let set = owner.post(sets, form("Bringers")).await.expect(201).str("/set/id");
    let role = json!({ "role": format!("power_profile:{set}") });
    owner.post(&format!("/api/admin/accounts/{id}/roles"), role).await.expect(201);
    let cx = context(&world, &pol).await;
    let narrowed = json!({ "version": 1, "name": "Bringers", "actions": ["user.invite"], "on": ["platform"] });
    let one = format!("{sets}/{set}");
    cut_off_by(&world, &cx, async { drop(owner.put(&one, narrowed).await.expect(200)) }).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_loses_their_rights_while_acting_brings_in_nobody_more() {
    let world = World::start().await;
    let owner = world.founder().await;
    let kind = json!({ "tier": "administrator", "type": "internal" });
    let (id, anna) = world.person(&owner, "anna@example.org", kind).await;
    let (pol, _) = world.person(&owner, "pol@example.org", json!({ "tier": "learner", "type": "internal" })).await;
    let form = json!({ "kind": "power_profile", "name": "B", "actions": ["user.import"], "on": ["platform"] });
    let set = owner.post("/api/admin/permission-sets/main", form).await.expect(201).str("/set/id");
    let role = json!({ "role": format!("power_profile:{set}") });
    owner.post(&format!("/api/admin/accounts/{pol}/roles"), role).await.expect(201);
    let reason = json!({ "reason": "asked by phone" });
    anna.post(&format!("/api/admin/accounts/{pol}/log-in-as"), reason).await.expect(200);
    let cx = context(&world, &anna).await;
    let off = format!("/api/admin/accounts/{id}/deactivate");
    cut_off_by(&world, &cx, async { drop(owner.post(&off, json!({})).await.expect(200)) }).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_loses_their_rights_beside_an_import_brings_in_nobody_more() {
    let world = World::start().await;
    let owner = world.founder().await;
    let kind = json!({ "tier": "administrator", "type": "internal" });
    let (id, anna) = world.person(&owner, "anna@example.org", kind).await;
    let cx = context(&world, &anna).await;
    let off = format!("/api/admin/accounts/{id}/deactivate");
    cut_off_by(&world, &cx, async { drop(owner.post(&off, json!({})).await.expect(200)) }).await;
    // Somebody else goes on with the same table.
    let report = send(&owner, "", table(130)).await;
    assert_eq!(report["counts"], json!({ "create": 66, "skip": 64, "error": 0 }));
    assert_eq!(here(&world).await, (130, 130));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_runs_out_of_time_says_so_and_goes_on_when_it_is_sent_again() {
    let world = World::start().await;
    let owner = world.founder().await;
    let cx = context(&world, &owner).await;
    let plan = planned(&world, &cx, 100).await;
    let until = cx.now() + SignedDuration::from_mins(1);
    let plan = plan.apply(&cx, Some(until), &mut |_, _| world.forward(SignedDuration::from_mins(2))).await;
    assert!(plan.was_cut_off() && last_reason(&plan).contains("import the same table again"), "{}", last_reason(&plan));
    assert_eq!(here(&world).await, (64, 64));
    let owner = world.sign_in("olga@portico.example", portico_tests::PASSWORD, "main").await;
    assert_eq!(send(&owner, "", table(100)).await["counts"], json!({ "create": 36, "skip": 64, "error": 0 }));
    assert_eq!(here(&world).await, (100, 100));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_imports_at_once_the_second_finds_the_people_there() {
    let world = World::start().await;
    let owner = world.founder().await;
    let cx = context(&world, &owner).await;
    let (first, second) = (planned(&world, &cx, 70).await, planned(&world, &cx, 100).await);
    assert_eq!(first.apply(&cx, None, &mut |_, _| {}).await.counts().create, 70);
    let second = second.apply(&cx, None, &mut |_, _| {}).await;
    assert_eq!((second.counts().create, second.counts().skip, second.counts().error), (30, 70, 0));
    assert!(second.rows.iter().all(|row| row.warnings.is_empty()) && !second.was_cut_off());
    assert_eq!(here(&world).await, (100, 100));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_of_very_many_platforms_is_refused_before_each_of_them_is_asked_for() {
    let world = World::start().await;
    let owner = world.founder().await;
    let rows: String =
        (0..101_u8).map(|n| format!("Ada,ada@example.org,2,{}\n", domain::PartnerId::from_bytes([n; 16]))).collect();
    let before = world.platform.app.store.consumption().round_trips;
    let ask = owner.ask(Method::POST, IMPORT).header("content-type", "text/csv");
    let refused = ask.body(format!("name,email,role,partner\n{rows}")).send().await.expect(422);
    assert!(refused.names_field("rows"), "{}", refused.text());
    assert!(world.platform.app.store.consumption().round_trips - before <= 2);
}
