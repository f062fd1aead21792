//! Who owns a course, and who may buy it: what the account and its enrollment say, never an earlier order.

use serde_json::json;

use super::till::Till;

/// Proves: F18, P11, A31
#[tokio::test(flavor = "multi_thread")]
async fn only_the_signed_in_owner_is_told_of_what_they_own() {
    let till = Till::open().await;
    let free = till.free_course().await;
    let learner = till.world.learner(&till.course, "ada@example.org").await;
    let form = json!({ "course": till.course, "name": "Ada", "email": "ada@example.org" });
    learner.post("/api/checkout", form).await.expect(409);
    let before = till.world.mails_to("ada@example.org").await.len();
    // A stranger who types the address sees what everybody sees for whom nothing is due, in form and page.
    let taken = till.world.apply(&till.course, "Eve", "ada@example.org").await.expect(201);
    let fresh = till.world.apply(&free, "Eve", "new@example.org").await.expect(201);
    let shape = |reply: &portico_tests::Reply| reply.str("/url").replace(&reply.str("/order"), "ORDER");
    assert_eq!(shape(&taken), shape(&fresh));
    let page =
        async |reply: &portico_tests::Reply| till.world.browser().get(&reply.str("/url")).await.expect(200).text();
    assert_eq!(page(&taken).await, page(&fresh).await);
    let fields = [("course", till.course.as_str()), ("name", "Eve"), ("email", "ada@example.org")];
    let form = till.world.browser().submit("/api/checkout", &fields).await.expect(303).header("location");
    assert!(form.contains("/api/checkout/return?order="), "{form}");
    let mails = till.world.mails_to("ada@example.org").await;
    assert_eq!(mails.len(), before + 2, "the owner is told");
    assert!(mails.last().unwrap().text.contains("in your account already"), "{:?}", mails.last());
    for _ in 0..5 {
        till.world.apply(&till.course, "Eve", "ada@example.org").await.expect(201);
    }
    assert_eq!(till.world.mails_to("ada@example.org").await.len(), before + 3, "and not flooded");
    let orders = till.staff.get("/api/admin/orders").await.expect(200).json();
    assert_eq!(orders["items"].as_array().map(Vec::len), Some(2), "nobody is sold what they own");
}

/// Proves: F18
#[tokio::test(flavor = "multi_thread")]
async fn whoever_lost_account_or_enrollment_can_buy_again() {
    let till = Till::open().await;
    till.sell("ada@example.org").await;
    let ada = till.account("ada@example.org").await;
    till.staff.delete(&format!("/api/courses/{}/enrollments/{ada}", till.course)).await.expect(204);
    till.sell("ada@example.org").await;
    assert_eq!(till.place("ada@example.org").await, "enrolled");
    till.staff.delete(&format!("/api/admin/accounts/{ada}")).await.expect(204);
    till.sell("ada@example.org").await;
    assert_eq!(till.place("ada@example.org").await, "enrolled");
    assert_ne!(till.account("ada@example.org").await, ada);
}

/// Proves: P11
#[tokio::test(flavor = "multi_thread")]
async fn whom_staff_let_in_is_not_sold_the_course() {
    let till = Till::open().await;
    let free = till.free_course().await;
    till.apply_for(&free, "ada@example.org").await;
    till.enroll("ada@example.org").await;
    let applied = till.world.apply(&till.course, "Ada", "ada@example.org").await.expect(201);
    assert!(applied.str("/url").contains("return?order="), "{}", applied.text());
}

/// Proves: F10
#[tokio::test(flavor = "multi_thread")]
async fn another_price_closes_the_old_page_before_it_opens_the_new_one() {
    let till = Till::open().await;
    let old = till.apply("ada@example.org").await;
    till.edit_course(json!({ "price": { "amount": "39.00", "currency": "EUR" } })).await;
    let new = till.apply("ada@example.org").await;
    assert_ne!(old.session, new.session);
    let late = till.at_stripe(&format!("sessions/{}/pay", old.session), json!({})).await;
    assert_eq!(late.code(), 400, "the old page can no longer be paid: {}", late.text());
    assert_eq!(till.state(&old.order).await, "expired");
    till.pay(&new).await;
    assert_eq!(till.order(&new.order).await["paid"]["amount"], "39.00");
}

/// Proves: F10, F18
#[tokio::test(flavor = "multi_thread")]
async fn an_old_page_that_was_paid_meanwhile_is_fulfilled_and_nothing_is_sold_twice() {
    let till = Till::open().await;
    till.faults(json!({ "drop": true })).await;
    let old = till.sell("ada@example.org").await;
    till.edit_course(json!({ "price": { "amount": "39.00", "currency": "EUR" } })).await;
    let again = till.world.apply(&till.course, "Ada", "ada@example.org").await.expect(201);
    assert_eq!(again.str("/order"), old.order);
    assert!(again.str("/url").ends_with(&format!("session_id={}", old.session)), "{}", again.text());
    assert_eq!(till.state(&old.order).await, "fulfilled");
    assert_eq!(till.order(&old.order).await["paid"]["amount"], "29.00", "the frozen quote is honoured");
}

/// Proves: F18
#[tokio::test(flavor = "multi_thread")]
async fn whoever_paid_in_another_tab_is_shown_how_it_went() {
    let till = Till::open().await;
    till.faults(json!({ "drop": true })).await;
    let sold = till.sell("ada@example.org").await;
    let fields = [("course", till.course.as_str()), ("name", "Ada"), ("email", "ada@example.org")];
    let page = till.world.browser().submit("/api/checkout", &fields).await.expect(303).header("location");
    assert!(page.ends_with(&format!("session_id={}", sold.session)), "{page}");
    assert!(till.world.browser().get(&page).await.expect(200).text().contains("You are in"));
}
