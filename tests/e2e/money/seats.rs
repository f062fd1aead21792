//! Seats: the last one goes to one, what is given back is passed on, and every change of a limit finds a true count.

use serde_json::json;

use super::till::Till;

/// Somebody with an account, by way of a free course.
async fn person(till: &Till, email: &str) {
    let free = till.free_course().await;
    till.apply_for(&free, email).await;
}

/// Proves: P19
#[tokio::test(flavor = "multi_thread")]
async fn a_free_course_is_not_given_beyond_its_seats() {
    let till = Till::open().await;
    let free = till.free_course().await;
    till.staff.patch(&format!("/api/admin/courses/{free}"), json!({ "seats": 2 })).await.expect(200);
    let emails: Vec<String> = (0..6).map(|n| format!("buyer{n}@example.org")).collect();
    let apply = |n: usize| till.world.apply(&free, "Ada", &emails[n]);
    let (a, b, c, d, e, f) = tokio::join!(apply(0), apply(1), apply(2), apply(3), apply(4), apply(5));
    let mut codes: Vec<u16> = [a, b, c, d, e, f].iter().map(portico_tests::Reply::code).collect();
    codes.sort_unstable();
    assert_eq!(codes, [201, 201, 409, 409, 409, 409]);
    assert_eq!(till.accounts().await, 2, "who found no seat has no account");
}

/// Proves: P19
#[tokio::test(flavor = "multi_thread")]
async fn a_limit_that_is_set_while_people_buy_finds_every_one_of_them() {
    let till = Till::open().await;
    let mut pages = Vec::new();
    for n in 0..4 {
        pages.push(till.apply(&format!("buyer{n}@example.org")).await);
    }
    let limit = till.edit_course(json!({ "seats": 4 }));
    tokio::join!(till.pay(&pages[0]), till.pay(&pages[1]), till.pay(&pages[2]), limit, till.pay(&pages[3]));
    till.world.apply(&till.course, "Late", "late@example.org").await.expect(409);
    till.edit_course(json!({ "seats": 5 })).await;
    till.world.apply(&till.course, "Late", "late@example.org").await.expect(201);
}

/// Proves: P19
#[tokio::test(flavor = "multi_thread")]
async fn a_seat_that_a_refund_gives_back_goes_to_the_next_in_line() {
    let till = Till::open().await;
    person(&till, "bob@example.org").await;
    till.edit_course(json!({ "seats": 1 })).await;
    let sold = till.sell("ada@example.org").await;
    assert_eq!(till.enroll("bob@example.org").await, "waiting");
    till.refund(&sold.order, None).await.expect(200);
    assert_eq!(till.place("bob@example.org").await, "enrolled");
    till.world.apply(&till.course, "Late", "late@example.org").await.expect(409);
}

/// Proves: P19
#[tokio::test(flavor = "multi_thread")]
async fn when_a_limit_is_raised_the_line_moves_before_any_newcomer() {
    let till = Till::open().await;
    for email in ["bob@example.org", "cem@example.org"] {
        person(&till, email).await;
    }
    till.edit_course(json!({ "seats": 1 })).await;
    till.sell("ada@example.org").await;
    assert_eq!(till.enroll("bob@example.org").await, "waiting");
    assert_eq!(till.enroll("cem@example.org").await, "waiting");
    let newcomer = till.world.apply(&till.course, "Late", "late@example.org");
    let (_, newcomer) = tokio::join!(till.edit_course(json!({ "seats": 2 })), newcomer);
    newcomer.expect(409);
    assert_eq!(
        (till.place("bob@example.org").await.as_str(), till.place("cem@example.org").await.as_str()),
        ("enrolled", "waiting")
    );
    till.edit_course(json!({ "seats": null })).await;
    assert_eq!(till.place("cem@example.org").await, "enrolled");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_free_seat_goes_to_whoever_can_use_it_and_they_are_told() {
    let till = Till::open().await;
    for email in ["bob@example.org", "cem@example.org", "dora@example.org"] {
        person(&till, email).await;
    }
    till.edit_course(json!({ "seats": 1 })).await;
    let sold = till.sell("ada@example.org").await;
    for email in ["bob@example.org", "cem@example.org", "dora@example.org"] {
        assert_eq!(till.enroll(email).await, "waiting");
    }
    let bob = till.account("bob@example.org").await;
    till.staff.post(&format!("/api/admin/accounts/{bob}/deactivate"), json!({})).await.expect(200);
    till.refund(&sold.order, None).await.expect(200);
    assert_eq!(
        (till.place("bob@example.org").await, till.place("cem@example.org").await),
        ("waiting".into(), "enrolled".into())
    );
    let mails = till.world.mails_to("cem@example.org").await;
    assert!(mails.last().unwrap().subject.starts_with("A seat is free"), "{mails:?}");
    // The same where the line moves because there are more seats.
    till.edit_course(json!({ "seats": 2 })).await;
    assert_eq!(
        (till.place("bob@example.org").await, till.place("dora@example.org").await),
        ("waiting".into(), "enrolled".into())
    );
    let mails = till.world.mails_to("dora@example.org").await;
    assert!(mails.last().unwrap().subject.starts_with("A seat is free"), "{mails:?}");
    // Who is back is the next.
    till.staff.post(&format!("/api/admin/accounts/{bob}/reactivate"), json!({})).await.expect(200);
    till.edit_course(json!({ "seats": 3 })).await;
    assert_eq!(till.place("bob@example.org").await, "enrolled");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_account_gives_its_seat_back() {
    let till = Till::open().await;
    person(&till, "bob@example.org").await;
    till.edit_course(json!({ "seats": 1 })).await;
    till.sell("ada@example.org").await;
    assert_eq!(till.enroll("bob@example.org").await, "waiting");
    let ada = till.account("ada@example.org").await;
    till.staff.delete(&format!("/api/admin/accounts/{ada}")).await.expect(204);
    assert_eq!(till.place("bob@example.org").await, "enrolled");
    let listed = till.staff.get(&format!("/api/courses/{}/enrollments", till.course)).await.expect(200).json();
    assert!(!listed.to_string().contains(&ada), "nothing of the deleted account is left in the course: {listed}");
    till.staff.delete(&format!("/api/courses/{}/enrollments/{ada}", till.course)).await.expect(404);
}

/// Proves: P11
#[tokio::test(flavor = "multi_thread")]
async fn whoever_pays_gets_in_from_the_line() {
    let till = Till::open().await;
    person(&till, "ada@example.org").await;
    till.enroll("ada@example.org").await;
    for place in ["queue", "overbook"] {
        till.change("ada@example.org", place).await.expect(200);
    }
    assert_eq!(till.place("ada@example.org").await, "overbooked");
    let sold = till.sell("ada@example.org").await;
    assert_eq!(
        (till.state(&sold.order).await.as_str(), till.place("ada@example.org").await.as_str()),
        ("fulfilled", "enrolled")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn money_alone_does_not_let_in_whom_staff_shut_out() {
    let till = Till::open().await;
    person(&till, "ada@example.org").await;
    let applied = till.apply("ada@example.org").await;
    till.enroll("ada@example.org").await;
    till.change("ada@example.org", "suspend").await.expect(200);
    till.pay(&applied).await;
    let order = till.order(&applied.order).await;
    assert_eq!((&order["state"], &order["review"]), (&json!("in_review"), &json!("suspended_by_staff")));
    till.change("ada@example.org", "reinstate").await.expect(200);
    let path = format!("/api/admin/orders/{}/replay", applied.order);
    till.staff.post(&path, json!({ "reason": "cleared up" })).await.expect(200);
    assert_eq!(till.state(&applied.order).await, "fulfilled");
}

/// Proves: P17
#[tokio::test(flavor = "multi_thread")]
async fn whom_staff_reinstates_after_the_refund_is_in_by_staffs_word() {
    let till = Till::open().await;
    let sold = till.sell("ada@example.org").await;
    till.change("ada@example.org", "suspend").await.expect(200);
    till.refund(&sold.order, None).await.expect(200);
    let reinstated = till.change("ada@example.org", "reinstate").await.expect(200).json();
    assert_eq!((&reinstated["state"], &reinstated["grounds"][0]["kind"]), (&json!("enrolled"), &json!("staff")));
}

/// Proves: P15
#[tokio::test(flavor = "multi_thread")]
async fn a_refund_takes_only_the_ground_that_it_paid_for() {
    let till = Till::open().await;
    person(&till, "ada@example.org").await;
    let applied = till.apply("ada@example.org").await;
    till.enroll("ada@example.org").await;
    till.pay(&applied).await;
    assert_eq!(till.state(&applied.order).await, "fulfilled");
    till.refund(&applied.order, None).await.expect(200);
    assert_eq!(till.place("ada@example.org").await, "enrolled", "staff's word still stands");
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_staff_lets_in_is_told() {
    let till = Till::open().await;
    let world = &till.world;
    let (bob, herself) =
        world.person(&till.staff, "bob@example.org", json!({ "tier": "learner", "type": "internal" })).await;
    let form = json!({ "title": "Fire drill", "audience": "internal", "languages": ["en"] });
    let course = till.staff.post("/api/admin/courses", form).await.expect(201).str("/id");
    let settings = format!("/api/admin/courses/{course}");
    till.staff.patch(&settings, json!({ "self_enrollment": "on_request", "seats": 1 })).await.expect(200);
    till.staff.post(&format!("{settings}/publish"), json!({})).await.expect(200);
    herself.post(&format!("/api/my/courses/{course}/enroll"), json!({})).await.expect(201);
    let moved = |way: &'static str| format!("/api/courses/{course}/enrollments/{bob}/{way}");
    for (way, subject) in [
        ("confirm", Some("Fire drill is in your account")),
        ("queue", None),
        ("promote", Some("A seat is free: Fire drill")),
        ("suspend", None),
        ("reinstate", None),
    ] {
        let before = world.mails_to("bob@example.org").await.len();
        till.staff.post(&moved(way), json!({})).await.expect(200);
        let mails = world.mails_to("bob@example.org").await;
        let told: Vec<&str> = mails.iter().skip(before).map(|mail| mail.subject.as_str()).collect();
        assert_eq!(told, Vec::from_iter(subject), "{way}");
    }
}
