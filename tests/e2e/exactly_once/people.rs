//! A process that brings people in dies at each request to the table in turn, before and after it. What is there is
//! whole, and the same table again brings in the rest.

use admin::people_import::plan;
use domain::{EmailAddress, Realm};
use feeds::{PeopleOptions, read_people};
use portico_tests::World;
use web::{App, Cx};

use super::tripwire::{Break, Tripwire};

/// More than go with one transaction.
const PEOPLE: usize = 20;

/// More requests than an import of so many makes; the loop ends at the first number that is never reached.
const REQUESTS_MAX: usize = 20;

fn address(attempt: usize, n: usize) -> String {
    format!("p{n}-{attempt}@example.org")
}

fn table(attempt: usize) -> String {
    let rows: String = (0..PEOPLE).map(|n| format!("Person {n},{},{}\n", address(attempt, n), 1 + n % 2)).collect();
    format!("name,email,role\n{rows}")
}

async fn import(app: &App, attempt: usize) -> usize {
    let cx = Cx::of_operator(app.clone()).await.unwrap();
    let options = PeopleOptions { home: None, now: cx.now(), rows_max: PEOPLE };
    let plan = plan(&cx, read_people(table(attempt).as_bytes(), &options).unwrap()).await.unwrap();
    plan.apply(&cx, None, &mut |_, _| {}).await.counts().error
}

/// Proves: F32
#[tokio::test(flavor = "multi_thread")]
async fn a_crash_at_any_request_of_an_import_leaves_nobody_half_made() {
    let world = World::start().await;
    let parts = &world.platform.app;
    let (mut attempt, mut crashes) = (0, 0);
    for breaks in [Break::BeforeRequest as fn(usize) -> Break, Break::AfterRequest] {
        for number in 0..REQUESTS_MAX {
            attempt += 1;
            let wire = Tripwire::new(breaks(number));
            let store = wire.store(&world).await;
            let app = App::new(parts.settings.clone(), store, parts.clock.clone(), parts.entropy.clone()).unwrap();
            let crashed = wire.run(import(&app, attempt)).await.is_none();
            crashes += usize::from(crashed);
            assert_eq!(import(parts, attempt).await, 0, "the same table goes on");
            for n in 0..PEOPLE {
                let email = EmailAddress::new(&address(attempt, n)).unwrap();
                assert!(parts.store.account_by_email(Realm::Main, &email).await.unwrap().is_some(), "{email}");
            }
            world.catch_up().await;
            if !crashed {
                break;
            }
        }
    }
    assert!(crashes >= 6, "an import makes several requests, only {crashes} were broken");
    let mails = world.platform.mailbox.mails();
    for n in 0..PEOPLE {
        for attempt in 1..=attempt {
            let to = address(attempt, n);
            assert_eq!(mails.iter().filter(|mail| mail.to == to).count(), 1, "{to}");
        }
    }
}
