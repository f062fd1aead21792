//! Buying a place in a dated run: one is chosen, frozen in the quote, and opened by the money.

use portico_tests::Reply;
use serde_json::{Value, json};

use super::till::{Applied, Till};

const EARLY: &str = "2199-01-01T09:00:00Z";
const LATE: &str = "2199-02-01T09:00:00Z";

/// A till whose course has two runs, the first of one seat; with their ids.
async fn dated() -> (Till, [String; 2]) {
    let till = Till::open().await;
    let terms = json!([{ "starts_at": EARLY, "seats": 1 }, { "starts_at": LATE, "place": "Berlin" }]);
    let terms = set_terms(&till, terms).await;
    let ids = [0, 1].map(|at| terms[at]["id"].as_str().unwrap().to_owned());
    (till, ids)
}

async fn set_terms(till: &Till, terms: Value) -> Value {
    let path = format!("/api/admin/courses/{}", till.course);
    till.staff.patch(&path, json!({ "terms": terms })).await.expect(200).json()["terms"].clone()
}

async fn ask(till: &Till, email: &str, term: Option<&str>) -> Reply {
    let form = json!({ "course": till.course, "name": "Ada Lovelace", "email": email, "term": term });
    till.world.browser().post("/api/checkout", form).await
}

async fn apply(till: &Till, email: &str, term: &str) -> Applied {
    let applied = ask(till, email, Some(term)).await.expect(201);
    let session = applied.str("/url").split("/c/pay/").nth(1).unwrap().to_owned();
    Applied { order: applied.str("/order"), session }
}

/// State and run of an enrollment.
async fn standing(till: &Till, email: &str) -> (String, String) {
    let line = till.enrollment(email).await.expect(200);
    (line.str("/state"), line.str("/term/id"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_run_that_was_bought_is_the_one_that_opens() {
    let (till, [early, late]) = dated().await;
    let applied = apply(&till, "ada@example.org", &late).await;
    till.pay(&applied).await;
    assert_eq!(standing(&till, "ada@example.org").await, ("enrolled".to_owned(), late.clone()));
    let order = till.order(&applied.order).await;
    assert_eq!((&order["term"]["id"], &order["term"]["place"]), (&json!(late), &json!("Berlin")));
    till.world.use_password_link("ada@example.org").await;
    let ada = till.world.sign_in("ada@example.org", portico_tests::PASSWORD, "public").await;
    assert_eq!(ada.get("/api/my/courses").await.expect(200).str("/courses/0/term/id"), late);
    assert_eq!(ada.get("/api/my/orders").await.expect(200).str("/orders/0/term/place"), "Berlin");
    // The other run has lost no seat.
    till.pay(&apply(&till, "bob@example.org", &early).await).await;
    assert_eq!(standing(&till, "bob@example.org").await, ("enrolled".to_owned(), early.clone()));
    ask(&till, "late@example.org", Some(&early)).await.expect(409);
    ask(&till, "late@example.org", Some(&late)).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_date_is_chosen_before_anything_is_sold() {
    let (till, [early, _]) = dated().await;
    for (term, words) in [
        (None, "several dates"),
        (Some("01J00000000000000000000000"), "no date of this course"),
        (Some("x"), "no date"),
    ] {
        let refused = ask(&till, "ada@example.org", term).await.expect(422);
        assert!(refused.names_field("term") && refused.text().contains(words), "{}", refused.text());
    }
    // A form is shown again, with the dates to choose from.
    let form = [("course", till.course.as_str()), ("name", "Ada"), ("email", "ada@example.org"), ("term", "")];
    let page = till.world.browser().submit("/api/checkout", &form).await.expect(422).text();
    assert!(page.contains("Please choose a date.") && page.contains(&early) && page.contains("Berlin"), "{page}");
    let chosen = [form[0], form[1], form[2], ("term", early.as_str())];
    till.world.browser().submit("/api/checkout", &chosen).await.expect(303);
    // One date that is left is meant, and none is not for sale.
    set_terms(&till, json!([{ "starts_at": "2001-01-01T09:00:00Z" }, { "starts_at": LATE, "place": "Berlin" }])).await;
    ask(&till, "bob@example.org", None).await.expect(201);
    set_terms(&till, json!([{ "starts_at": "2001-01-01T09:00:00Z" }])).await;
    let over = ask(&till, "bob@example.org", None).await.expect(422);
    assert!(over.names_field("term") && over.text().contains("every date"), "{}", over.text());
}

/// Proves: F10
#[tokio::test(flavor = "multi_thread")]
async fn whoever_chooses_another_date_pays_for_that_one() {
    let (till, [early, late]) = dated().await;
    let first = apply(&till, "ada@example.org", &early).await;
    assert_eq!(apply(&till, "ada@example.org", &early).await.order, first.order, "one order for one wish");
    let second = apply(&till, "ada@example.org", &late).await;
    assert_ne!(second.order, first.order);
    assert_eq!(till.state(&first.order).await, "expired");
    till.pay(&second).await;
    assert_eq!(standing(&till, "ada@example.org").await, ("enrolled".to_owned(), late));
}

/// Proves: P11, P19
#[tokio::test(flavor = "multi_thread")]
async fn what_was_paid_for_is_given_beyond_the_seats_of_the_run_and_counted_there() {
    let (till, [early, late]) = dated().await;
    let (first, second) =
        (apply(&till, "ada@example.org", &early).await, apply(&till, "bob@example.org", &early).await);
    till.pay(&first).await;
    till.pay(&second).await;
    for email in ["ada@example.org", "bob@example.org"] {
        assert_eq!(standing(&till, email).await, ("enrolled".to_owned(), early.clone()));
    }
    till.refund(&first.order, None).await.expect(200);
    ask(&till, "late@example.org", Some(&early)).await.expect(409);
    till.refund(&second.order, None).await.expect(200);
    ask(&till, "late@example.org", Some(&early)).await.expect(201);
    assert_eq!(standing(&till, "bob@example.org").await, ("suspended".to_owned(), early));
    // Whoever comes back for another date is in that one.
    till.pay(&apply(&till, "bob@example.org", &late).await).await;
    assert_eq!(standing(&till, "bob@example.org").await, ("enrolled".to_owned(), late));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refund_moves_the_line_of_its_run() {
    let (till, [early, late]) = dated().await;
    till.apply_for(&till.free_course().await, "cem@example.org").await;
    till.apply_for(&till.free_course().await, "dora@example.org").await;
    let sold = apply(&till, "ada@example.org", &early).await;
    till.pay(&sold).await;
    let path = format!("/api/courses/{}/enrollments", till.course);
    for email in ["cem@example.org", "dora@example.org"] {
        let form = json!({ "account": till.account(email).await, "term": early });
        assert_eq!(till.staff.post(&path, form).await.expect(201).str("/state"), "waiting");
    }
    till.refund(&sold.order, None).await.expect(200);
    assert_eq!(standing(&till, "cem@example.org").await, ("enrolled".to_owned(), early.clone()));
    assert_eq!(standing(&till, "dora@example.org").await, ("waiting".to_owned(), early.clone()));
    // Whoever buys another run than the one they are in leaves a seat behind.
    let other = apply(&till, "erik@example.org", &late).await;
    till.apply_for(&till.free_course().await, "erik@example.org").await;
    till.change("cem@example.org", "suspend").await.expect(200);
    assert_eq!(standing(&till, "dora@example.org").await.0, "enrolled");
    till.change("dora@example.org", "suspend").await.expect(200);
    let form = json!({ "account": till.account("erik@example.org").await, "term": early });
    assert_eq!(till.staff.post(&path, form).await.expect(201).str("/state"), "enrolled");
    assert_eq!(till.change("dora@example.org", "queue").await.expect(200).str("/state"), "waiting");
    till.pay(&other).await;
    assert_eq!(standing(&till, "erik@example.org").await, ("enrolled".to_owned(), late));
    assert_eq!(standing(&till, "dora@example.org").await.0, "enrolled");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_paid_for_a_run_that_is_gone_is_in_the_course() {
    let (till, [early, late]) = dated().await;
    let applied = apply(&till, "ada@example.org", &early).await;
    set_terms(&till, json!([{ "id": late, "starts_at": LATE }])).await;
    till.pay(&applied).await;
    assert_eq!(till.state(&applied.order).await, "fulfilled");
    assert_eq!(standing(&till, "ada@example.org").await, ("enrolled".to_owned(), String::new()));
    assert_eq!(till.order(&applied.order).await["term"]["id"], json!(early), "staff sees what was bought");
}

/// Proves: P19
#[tokio::test(flavor = "multi_thread")]
async fn a_free_run_is_not_given_beyond_its_seats() {
    let (till, [early, late]) = dated().await;
    till.edit_course(json!({ "price": null })).await;
    let ask = |n: usize| {
        let email = format!("buyer{n}@example.org");
        let (till, early) = (&till, &early);
        async move { ask(till, &email, Some(early)).await.code() }
    };
    let (a, b, c, d) = tokio::join!(ask(0), ask(1), ask(2), ask(3));
    let mut codes = [a, b, c, d];
    codes.sort_unstable();
    assert_eq!(codes, [201, 409, 409, 409]);
    let form = json!({ "course": till.course, "name": "Ada", "email": "ada@example.org", "term": late });
    till.world.browser().post("/api/checkout", form).await.expect(201);
    assert_eq!(till.accounts().await, 2);
}

/// Runs were kept without ids once.
#[tokio::test(flavor = "multi_thread")]
async fn runs_of_before_they_had_ids_take_people_within_the_seats_of_the_course() {
    let (till, _) = dated().await;
    till.edit_course(json!({ "seats": 1, "price": null })).await;
    let key = json!({ "pk": { "S": format!("COURSE#{}", till.course) }, "sk": { "S": "COURSE" } });
    let table = till.world.platform.app.settings.table.clone();
    let forget = "REMOVE terms[0].id, terms[1].id, terms[0].seats";
    till.at_table("UpdateItem", &json!({ "TableName": table, "Key": key, "UpdateExpression": forget })).await;
    let course = till.staff.get(&format!("/api/admin/courses/{}", till.course)).await.expect(200);
    let early = course.str("/terms/0/id");
    assert_eq!(course.json()["terms"][0]["seats"], json!(null));
    ask(&till, "ada@example.org", Some(&early)).await.expect(201);
    ask(&till, "bob@example.org", Some(&early)).await.expect(409);
    ask(&till, "bob@example.org", Some(&course.str("/terms/1/id"))).await.expect(201);
    assert_eq!(standing(&till, "ada@example.org").await, ("enrolled".to_owned(), early.clone()));
    // Written anew, it keeps the id that was read.
    till.edit_course(json!({ "title": "Written anew" })).await;
    assert_eq!(
        till.staff.get(&format!("/api/admin/courses/{}", till.course)).await.expect(200).str("/terms/0/id"),
        early
    );
    ask(&till, "cem@example.org", Some(&early)).await.expect(409);
}
