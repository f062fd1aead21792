//! The same word a hundred times, twins, races, and no word at all.

use commerce::reconcile;
use portico_tests::World;
use serde_json::json;

use super::shop_floor::{assert_exactly_one, sell_unheard, send_completed};

/// Proves: F03, F26, F28, P04, P14
#[tokio::test(flavor = "multi_thread")]
async fn f03_a_hundred_copies_at_once_make_one_of_everything() {
    let world = World::start().await;
    let sold = sell_unheard(&world, "ada@example.org").await;
    let copies = (0..100).map(|_| send_completed(&world, "evt_same", &sold.session));
    for reply in join_all(copies).await {
        assert!(matches!(reply, 200 | 503), "answered {reply}");
    }
    send_completed(&world, "evt_same", &sold.session).await.expect(200);
    assert_exactly_one(&world, &sold).await;
}

/// Proves: F04
#[tokio::test(flavor = "multi_thread")]
async fn f04_twin_events_make_one_of_everything() {
    let world = World::start().await;
    let sold = sell_unheard(&world, "ada@example.org").await;
    let twins = (0..10).map(|n| send_completed(&world, ["evt_one", "evt_two"][n % 2], &sold.session));
    for reply in join_all(twins).await {
        assert!(matches!(reply, 200 | 503), "answered {reply}");
    }
    send_completed(&world, "evt_two", &sold.session).await.expect(200);
    assert_exactly_one(&world, &sold).await;
}

/// Proves: F05
#[tokio::test(flavor = "multi_thread")]
async fn f05_webhook_and_return_page_race_and_both_show_one_result() {
    let world = World::start().await;
    for buyer in 0..5 {
        let sold = sell_unheard(&world, &format!("buyer{buyer}@example.org")).await;
        let page = format!("/api/checkout/return?session_id={}", sold.session);
        let browsers: Vec<_> = (0..5).map(|_| world.browser()).collect();
        let pages = browsers.iter().map(|browser| browser.get(&page));
        let hooks = (0..5).map(|_| send_completed(&world, "evt_race", &sold.session));
        let (pages, hooks) = tokio::join!(join_all(pages), join_all(hooks));
        for reply in pages.into_iter().chain(hooks) {
            assert!(matches!(reply, 200 | 503), "answered {reply}");
        }
        let shown = world.browser().get(&page).await.expect(200).text();
        assert!(shown.contains(sold.course.title.as_str()), "the page names the course");
        assert!(!shown.contains(&sold.email), "and nobody");
        assert_exactly_one(&world, &sold).await;
    }
}

/// Proves: F01, P01, P06
#[tokio::test(flavor = "multi_thread")]
async fn f01_the_reconciler_loses_nobody_when_no_webhook_ever_comes() {
    let world = World::start().await;
    let sold = sell_unheard(&world, "ada@example.org").await;
    let done = reconcile(&world.platform.shop).await.unwrap();
    assert_eq!((done.looked_at, done.fulfilled, done.failed), (1, 1, 0));
    let again = reconcile(&world.platform.shop).await.unwrap();
    assert_eq!((again.looked_at, again.fulfilled), (0, 0));
    assert_exactly_one(&world, &sold).await;
}

/// Proves: F19, P13
#[tokio::test(flavor = "multi_thread")]
async fn buying_a_second_course_adds_it_to_the_same_account() {
    let world = World::start().await;
    let first = world.course_with_lessons(true).await;
    let second = world.course_with_lessons(false).await;
    let learner = world.learner(&first.id.to_string(), "Ada@Example.org").await;
    world.apply(&second.id.to_string(), "A. L.", "ada@example.ORG").await.expect(201);
    let mine = learner.get("/api/my/courses").await.expect(200).json();
    assert_eq!(mine["courses"].as_array().map(Vec::len), Some(2));
    let again = json!({ "course": first.id, "name": "Ada", "email": "ada@example.org" });
    learner.post("/api/checkout", again).await.expect(409);
}

/// Runs all of them at once and gives their statuses.
async fn join_all(asks: impl IntoIterator<Item = impl Future<Output = portico_tests::Reply>>) -> Vec<u16> {
    let mut waiting: Vec<_> = asks.into_iter().map(Box::pin).collect();
    let mut done = Vec::with_capacity(waiting.len());
    std::future::poll_fn(|context| {
        waiting.retain_mut(|ask| match ask.as_mut().poll(context) {
            std::task::Poll::Ready(reply) => {
                done.push(reply.code());
                false
            }
            std::task::Poll::Pending => true,
        });
        if waiting.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    done
}
