//! A crash between any two steps: the process dies at each request to the table in turn, before and after it, and a
//! later delivery finishes what was begun.

use background::{Background, Schedule};
use commerce::{Shop, fulfill};
use jiff::SignedDuration;
use portico_tests::World;

use super::shop_floor::{assert_exactly_one, sell_unheard, send_completed};
use super::tripwire::{Break, Tripwire};

/// More requests than a fulfillment or a mail makes; the loop ends at the first number that is never reached.
const REQUESTS_MAX: usize = 30;

/// Proves: F01, F02, F27, F30
#[tokio::test(flavor = "multi_thread")]
async fn f01_f02_a_crash_at_any_request_of_a_fulfillment_loses_and_doubles_nothing() {
    let mut world = World::start().await;
    let (mut attempts, mut crashes) = (0, 0);
    for breaks in [Break::BeforeRequest as fn(usize) -> Break, Break::AfterRequest] {
        for number in 0..REQUESTS_MAX {
            attempts += 1;
            let sold = sell_unheard(&world, &format!("buyer{attempts}@example.org")).await;
            let wire = Tripwire::new(breaks(number));
            let shop = Shop { store: wire.store(&world).await, ..world.platform.shop.clone() };
            let crashed = wire.run(fulfill(&shop, &sold.session)).await.is_none();
            crashes += usize::from(crashed);
            if crashes % 7 == 6 {
                world = world.restart().await;
            }
            // Long after the table has forgotten that it heard of the transaction.
            world.forward(SignedDuration::from_mins(11));
            send_completed(&world, "evt_again", &sold.session).await.expect(200);
            send_completed(&world, "evt_again", &sold.session).await.expect(200);
            assert_exactly_one(&world, &sold).await;
            if !crashed {
                break;
            }
        }
    }
    assert!(crashes >= 8, "a fulfillment makes several requests, only {crashes} were broken");
}

/// Proves: F30
#[tokio::test(flavor = "multi_thread")]
async fn a_crash_at_any_request_of_a_mail_sends_it_once() {
    let world = World::start().await;
    let (mut attempts, mut crashes) = (0, 0);
    for breaks in [Break::BeforeRequest as fn(usize) -> Break, Break::AfterRequest] {
        for number in 0..REQUESTS_MAX {
            attempts += 1;
            let sold = sell_unheard(&world, &format!("buyer{attempts}@example.org")).await;
            let wire = Tripwire::new(breaks(number));
            let parts = &world.platform.app;
            let store = wire.store(&world).await;
            let app = web::App::new(parts.settings.clone(), store, parts.clock.clone(), parts.entropy.clone()).unwrap();
            let background = Background { app, site: None, ..world.platform.background().clone() };
            fulfill(&world.platform.shop, &sold.session).await.unwrap();
            let crashed = wire.run(Schedule::SweepOutbox.run(&background)).await.is_none();
            crashes += usize::from(crashed);
            // What the crashed process had claimed becomes due again when its lease ends.
            world.forward(SignedDuration::from_secs(61));
            Schedule::SweepOutbox.run(world.platform.background()).await.unwrap();
            assert_exactly_one(&world, &sold).await;
            if !crashed {
                break;
            }
        }
    }
    assert!(crashes >= 4, "sending a mail makes several requests, only {crashes} were broken");
}
