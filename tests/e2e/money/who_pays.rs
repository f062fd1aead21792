//! Whose account it is: the address that was typed at the platform, whoever pays, is signed in, or is gone.

use domain::EmailAddress;
use portico_tests::PASSWORD;
use serde_json::json;

use super::till::Till;

/// Proves: F21, F23
#[tokio::test(flavor = "multi_thread")]
async fn paying_with_somebody_elses_address_gives_them_the_course_and_the_payer_nothing() {
    let till = Till::open().await;
    let free = till.free_course().await;
    let owner = till.world.learner(&free, "ada@example.org").await;
    let before = till.world.mails_to("ada@example.org").await.len();
    let payer = till.world.browser();
    let form = json!({ "course": till.course, "name": "Eve", "email": "ada@example.org" });
    let url = payer.post("/api/checkout", form).await.expect(201).str("/url");
    let session = url.split("/c/pay/").nth(1).unwrap().to_owned();
    till.at_stripe(&format!("sessions/{session}/pay"), json!({ "email": "eve@example.org", "name": "Eve" }))
        .await
        .expect(200);
    let back = payer.get(&format!("/api/checkout/return?session_id={session}")).await.expect(200);
    assert!(back.headers_of("set-cookie").is_empty(), "no login");
    for secret in ["ada@example.org", "Ada", "token="] {
        assert!(!back.text().contains(secret), "the page tells nothing of the owner");
    }
    let mine = owner.get("/api/my/courses").await.expect(200).json();
    assert_eq!(mine["courses"].as_array().map(Vec::len), Some(2));
    let mails = till.world.mails_to("ada@example.org").await;
    assert_eq!(mails.len(), before + 1);
    assert!(mails.last().unwrap().text.contains("is in your account now"), "{:?}", mails.last());
    assert!(till.world.mails_to("eve@example.org").await.is_empty());
}

/// Proves: F22, P08
#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_signed_in_elsewhere_buys_for_the_typed_address() {
    let till = Till::open().await;
    let partner = till.staff.post("/api/admin/partners", json!({ "name": "North" })).await.expect(201).str("/id");
    let kind = json!({ "tier": "learner", "type": "partner", "partner": partner });
    let (_, member) = till.world.person(&till.staff, "ada@example.org", kind).await;
    let form = [("course", till.course.as_str()), ("name", "Ada"), ("email", "ada@example.org")];
    let plain = member.ask(http::Method::POST, "/api/checkout").without("x-csrf").form(&form);
    let page = plain.send().await.expect(303).header("location");
    till.world.pay(&page).await;
    assert_eq!(till.place("ada@example.org").await, "enrolled", "the public account of that address");
    let mine = member.get("/api/my/courses").await.expect(200).json();
    assert_eq!(mine["courses"], json!([]), "the partner's learner is another account");
}

/// Proves: F24
#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_was_deleted_while_its_owner_paid_is_not_made_anew() {
    let till = Till::open().await;
    let free = till.free_course().await;
    till.apply_for(&free, "ada@example.org").await;
    let ada = till.account("ada@example.org").await;
    let applied = till.apply("ada@example.org").await;
    till.staff.delete(&format!("/api/admin/accounts/{ada}")).await.expect(204);
    till.pay(&applied).await;
    let order = till.order(&applied.order).await;
    assert_eq!((&order["state"], &order["review"]), (&json!("in_review"), &json!("account_unavailable")));
    assert_eq!(till.accounts().await, 0);
    till.refund(&applied.order, None).await.expect(200);
    assert_eq!(till.state(&applied.order).await, "refunded");
}

/// Proves: F24
#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_was_switched_off_while_its_owner_paid_gains_nothing() {
    let till = Till::open().await;
    let free = till.free_course().await;
    till.apply_for(&free, "ada@example.org").await;
    let ada = till.account("ada@example.org").await;
    let applied = till.apply("ada@example.org").await;
    till.staff.post(&format!("/api/admin/accounts/{ada}/deactivate"), json!({})).await.expect(200);
    till.pay(&applied).await;
    assert_eq!(till.order(&applied.order).await["review"], "account_unavailable");
    till.enrollment("ada@example.org").await.expect(404);
    // Once it is on again, the same rules let it in.
    till.staff.post(&format!("/api/admin/accounts/{ada}/reactivate"), json!({})).await.expect(200);
    let path = format!("/api/admin/orders/{}/replay", applied.order);
    assert_eq!(till.staff.post(&path, json!({ "reason": "on again" })).await.expect(200).str("/outcome"), "fulfilled");
}

/// Proves: F24
#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_took_another_address_while_its_owner_paid_has_what_it_ordered() {
    let till = Till::open().await;
    let free = till.free_course().await;
    let ada = till.world.learner(&free, "ada@example.org").await;
    let applied = till.apply("ada@example.org").await;
    let wish = json!({ "password": PASSWORD, "email": "lovelace@example.org" });
    ada.post("/api/login/email", wish).await.expect(202);
    let link = till.world.link_mailed_to("lovelace@example.org").await.unwrap();
    let token = link.split_once("token=").unwrap().1;
    ada.post("/api/signup/email", json!({ "token": token })).await.expect(200);
    // Somebody else has the former address by now.
    till.apply_for(&free, "ada@example.org").await;
    till.pay(&applied).await;
    let places = async |email| till.enrollment(email).await.code();
    assert_eq!(till.state(&applied.order).await, "fulfilled");
    assert_eq!((places("lovelace@example.org").await, places("ada@example.org").await), (200, 404));
    let told = till.world.mails_to("lovelace@example.org").await;
    assert!(told.last().unwrap().text.contains("is in your account now"), "{told:?}");
}

/// Proves: F10
#[tokio::test(flavor = "multi_thread")]
async fn a_course_that_left_the_catalog_while_somebody_paid_is_still_theirs() {
    let till = Till::open().await;
    let applied = till.apply("ada@example.org").await;
    till.staff.post(&format!("/api/admin/courses/{}/unpublish", till.course), json!({})).await.expect(200);
    till.pay(&applied).await;
    assert_eq!(
        (till.state(&applied.order).await.as_str(), till.place("ada@example.org").await.as_str()),
        ("fulfilled", "enrolled")
    );
}

/// Proves: F19, P13
#[tokio::test(flavor = "multi_thread")]
async fn spellings_of_one_address_are_one_account() {
    let till = Till::open().await;
    let (paid, free) = (till.course.clone(), till.free_course().await);
    let composed = "zo\u{e9}@example.org";
    let decomposed = "ZOE\u{301}@Example.org";
    assert_eq!(EmailAddress::new(composed).unwrap().normal(), EmailAddress::new(decomposed).unwrap().normal());
    let applied = till.apply_for(&paid, "Ada@Example.org").await;
    let other = till.world.apply(&free, "Ada", "ada@example.ORG");
    let ((), other) = tokio::join!(till.pay(&applied), other);
    other.expect(201);
    let unicode = till.apply_for(&free, composed).await;
    let again = till.world.apply(&free, "Zoe", decomposed).await.expect(201);
    assert_ne!(again.str("/order"), unicode.order, "owned already, by the other spelling");
    assert_eq!(till.accounts().await, 2);
    let plus = till.apply_for(&free, "ada+x@example.org").await;
    assert_eq!((till.state(&plus.order).await.as_str(), till.accounts().await), ("fulfilled", 3), "no folding of plus");
}

/// Proves: F20, P10, P12
#[tokio::test(flavor = "multi_thread")]
async fn two_purchases_at_once_are_one_account_with_two_courses_and_strangers_are_two() {
    let till = Till::open().await;
    till.faults(json!({ "drop": true })).await;
    let first = till.sell("ada@example.org").await;
    let stranger = till.sell("bob@example.org").await;
    let free = till.free_course().await;
    let shop = &till.world.platform.shop;
    let (one, two, other) = tokio::join!(
        commerce::fulfill(shop, &first.session),
        till.world.apply(&free, "Ada", "ADA@example.org"),
        commerce::fulfill(shop, &stranger.session),
    );
    one.unwrap();
    other.unwrap();
    two.expect(201);
    assert_eq!(till.accounts().await, 2);
    till.world.use_password_link("ada@example.org").await;
    let learner = till.world.sign_in("ada@example.org", portico_tests::PASSWORD, "public").await;
    let mine = learner.get("/api/my/courses").await.expect(200).json();
    assert_eq!(mine["courses"].as_array().map(Vec::len), Some(2));
}
