//! The roles of the template against what the functions really ask of the table.
//!
//! What they ask is recorded below the SDK: during one call of every route, and during whole histories of the
//! simulation, which reach what single calls do not. Each access that was seen must be permitted, and each that is
//! permitted must have been seen, or be named here with its reason.

use std::collections::BTreeSet;

use portico_tests::cloud::template::functions;
use portico_tests::cloud::{Access, named, permitted};
use serde_json::json;

use super::recorder::seen;
use super::seldom::what_comes_together;
use crate::costs::walk;
use crate::simulation::play_some;

/// Histories that are played to see more than the walk.
const SEEDS: u64 = 40;

/// What a role permits although no recording shows it.
struct Unseen {
    function: &'static str,
    action: &'static str,
    partition: &'static str,
    #[expect(dead_code, reason = "it is for whoever reads the list")]
    why: &'static str,
}

const fn unseen(function: &'static str, action: &'static str, partition: &'static str, why: &'static str) -> Unseen {
    Unseen { function, action, partition, why }
}

const LIMITED: &str = "A seat that is given back goes to the next in line, who is told, where seats are limited.";

const KEPT_OUT: &str = "Where it is the first to hear of a refund, it looks for an order that the one had kept out.";

const HELD: &str = "Read for those alone who hold a profile or custom role.";
const JUDGED: &str = "A write that a custom role permitted: an override can give the refund to its parent.";

const UNSEEN: &[Unseen] = &[
    unseen("Signup", "dynamodb:BatchGetItem", "PERMISSION-SET#*", HELD),
    unseen("Checkout", "dynamodb:BatchGetItem", "PERMISSION-SET#*", HELD),
    unseen("Checkout", "dynamodb:ConditionCheckItem", "PERMISSION-SET#*", JUDGED),
    unseen("Checkout", "dynamodb:Query", "COURSE#*", LIMITED),
    unseen("StripeWebhook", "dynamodb:GetItem", "COURSE#*", LIMITED),
    unseen("StripeWebhook", "dynamodb:ConditionCheckItem", "COURSE#*", LIMITED),
    unseen("Background", "dynamodb:GetItem", "COURSE#*", LIMITED),
    unseen("Background", "dynamodb:Query", "COURSE#*", LIMITED),
    unseen("Background", "dynamodb:Query", "ACCOUNT#*", KEPT_OUT),
    unseen("Background", "dynamodb:BatchGetItem", "ORDER#*", KEPT_OUT),
    unseen("Background", "dynamodb:PutItem", "RECONCILER", "Written once a list of refunds is longer than a page."),
    unseen("Enrollment", "dynamodb:PutItem", "OUTBOX#*", LIMITED),
];

#[tokio::test(flavor = "multi_thread")]
async fn every_role_permits_what_its_function_asks_of_the_table_and_no_more() {
    let histories = std::thread::spawn(|| play_some(SEEDS));
    let (meter, admin) = walk().await;
    // Lists that are cut to something, and the pages of a partner.
    let someone = admin.get("/api/admin/accounts?limit=1").await.expect(200).str("/items/0/id");
    for list in ["accounts?q=lea%40", "orders?state=in_review", &format!("audit?object=account:{someone}")] {
        admin.get(&format!("/api/admin/{list}")).await.expect(200);
    }
    let partner = admin.get("/api/admin/partners").await.expect(200).str("/items/0/slug");
    admin.get(&format!("/api/login/page?realm={partner}")).await.expect(200);
    // With somebody go their page and their friends.
    let fay = admin.get("/api/admin/accounts?q=fay%40").await.expect(200).str("/items/0/id");
    admin.delete(&format!("/api/admin/accounts/{fay}")).await.expect(204);
    what_comes_together(&meter, &admin).await;
    let form = json!({ "email": "nobody@example.org", "realm": partner });
    admin.post("/api/login/reset", form.clone()).await;
    admin.post("/api/signup/link", form).await;
    let store = meter.front.app.store.clone();
    named("Site", async {
        let courses = store.public_catalog().await.unwrap();
        store.public_courses(&[courses[0].id]).await.unwrap();
    })
    .await;
    // By what to decide is kept for a moment, so that one function's question hides the next one's.
    for function in ["Signup", "Login", "Checkout", "Enrollment", "Profile", "Authoring", "Admin"] {
        named(function, store.grid()).await.unwrap();
    }
    histories.join().unwrap();
    let asked = seen();
    let allowed: BTreeSet<Access> = functions().into_keys().flat_map(permitted).collect();
    let listed = |access: &Access| {
        UNSEEN.iter().any(|one| {
            one.function == access.function && one.action == access.action && one.partition == access.partition
        })
    };
    let missing: Vec<_> = asked.difference(&allowed).collect();
    let idle: Vec<_> = allowed.difference(&asked).filter(|access| !listed(access)).collect();
    let stale: Vec<_> = asked.intersection(&allowed).filter(|access| listed(access)).collect();
    let words = |accesses: &[&Access]| {
        let line =
            |access: &&Access| format!("{} {} {} {}", access.function, access.action, access.place, access.partition);
        accesses.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    assert!(
        missing.is_empty() && idle.is_empty() && stale.is_empty(),
        "not permitted, and asked:\n{}\npermitted, and never asked:\n{}\nlisted as unseen, and seen:\n{}",
        words(&missing),
        words(&idle),
        words(&stale)
    );
}

/// What the design promises of roles, whatever the code asks.
#[test]
fn sign_in_sees_no_orders_checkout_lists_no_people_and_pictures_reach_no_account() {
    let of =
        |function: &str, fits: fn(&Access) -> bool| permitted(function).into_iter().filter(fits).collect::<Vec<_>>();
    for function in ["Login", "Signup"] {
        assert_eq!(of(function, |access| access.partition.starts_with("ORDER")), [], "{function} and orders");
    }
    for function in ["Checkout", "StripeWebhook", "Background", "Enrollment", "Profile", "Site"] {
        let lists = of(function, |access| {
            access.partition.starts_with("PEOPLE#") || access.partition.starts_with("ADDRESSES#")
        });
        assert_eq!(lists, [], "{function} and lists of people");
    }
    // Whoever takes in pictures of others writes beside no account: no password, no role.
    let writes = of("Profile", |access| {
        let reads = ["GetItem", "Query", "ConditionCheckItem"].iter().any(|read| access.action.ends_with(read));
        !reads && !["PROFILE#*", "THROTTLE#*"].contains(&access.partition.as_str())
    });
    assert_eq!(writes, [], "Profile and what is not a profile");
    for (function, _) in functions() {
        let scans = of(function, |access| access.action.contains("Scan") || access.action.contains('*'));
        assert_eq!(scans, [], "{function} reads by key alone");
        assert_eq!(of(function, |access| access.partition == "*"), [], "{function} and every partition");
    }
}
