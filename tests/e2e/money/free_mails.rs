//! What nobody paid for: mails that anybody can cause, to an address that anybody can type.

use portico_tests::Browser;
use serde_json::json;

use super::till::Till;

const HOUR: jiff::SignedDuration = jiff::SignedDuration::from_hours(1);

impl Till {
    /// Lets an address go from a course, so that it can be applied for once more.
    async fn let_go(&self, course: &str, email: &str) {
        let account = self.account(email).await;
        self.staff.delete(&format!("/api/courses/{course}/enrollments/{account}")).await.expect(204);
    }

    /// Uses up what an address may be mailed in an hour.
    async fn fill_mailbox_of(&self, email: &str) {
        let store = &self.world.platform.app.store;
        for _ in 0..12 {
            store.count_attempt("link-mail", &format!("public#{email}"), HOUR).await.unwrap();
        }
    }

    /// Pays nothing, with a code that takes the whole price off.
    async fn pay_with_code(&self, email: &str) {
        let applied = self.apply(email).await;
        let path = format!("sessions/{}/pay", applied.session);
        self.at_stripe(&path, json!({ "promotion_code": "FREE" })).await.expect(200);
        assert_eq!(self.state(&applied.order).await, "fulfilled");
    }
}

/// Proves: P09, A27
#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_paid_for_takes_no_link_away_that_somebody_paid_for() {
    let till = Till::open().await;
    let free = till.free_course().await;
    till.sell("ada@example.org").await;
    let link = till.world.link_mailed_to("ada@example.org").await.unwrap();
    till.apply_for(&free, "ada@example.org").await;
    let mails = till.world.mails_to("ada@example.org").await;
    assert_eq!(mails.len(), 2, "the owner is told");
    assert!(!mails[1].text.contains("token="), "{}", mails[1].text);
    till.world.browser().get(&link).await.expect(200);
    // One that has run out leads nowhere: then the next mail is the way in.
    till.let_go(&free, "ada@example.org").await;
    till.world.forward(jiff::SignedDuration::from_hours(25));
    till.world.browser().get(&link).await.expect(410);
    till.apply_for(&free, "ada@example.org").await;
    let fresh = till.world.link_mailed_to("ada@example.org").await.unwrap();
    till.world.browser().get(&fresh).await.expect(200);
}

/// Proves: A27
#[tokio::test(flavor = "multi_thread")]
async fn free_courses_mail_an_address_no_more_often_than_links_do() {
    let till = Till::open().await;
    let free = till.free_course().await;
    for _ in 0..6 {
        till.apply_for(&free, "ada@example.org").await;
        till.let_go(&free, "ada@example.org").await;
    }
    assert_eq!(till.world.mails_to("ada@example.org").await.len(), 3, "of one network");
    let link = json!({ "email": "ada@example.org", "realm": "public" });
    till.world.browser().post("/api/login/reset", &link).await.expect(202);
    assert_eq!(till.world.mails_to("ada@example.org").await.len(), 3, "links count among them");
    let elsewhere = Browser::from(&till.world.platform.origin, "127.0.7.1".parse().unwrap());
    elsewhere.post("/api/login/reset", &link).await.expect(202);
    assert_eq!(till.world.mails_to("ada@example.org").await.len(), 4);
    // Whoever has no account yet needs the way in, whatever others asked for.
    till.fill_mailbox_of("bob@example.org").await;
    till.apply_for(&free, "bob@example.org").await;
    assert!(till.world.link_mailed_to("bob@example.org").await.unwrap().contains("token="));
}

/// Proves: A27, F13
#[tokio::test(flavor = "multi_thread")]
async fn what_a_code_made_free_counts_among_them() {
    let till = Till::open().await;
    let course = till.course.clone();
    till.pay_with_code("ada@example.org").await;
    till.let_go(&course, "ada@example.org").await;
    till.fill_mailbox_of("ada@example.org").await;
    till.pay_with_code("ada@example.org").await;
    assert_eq!(till.place("ada@example.org").await, "enrolled");
    assert_eq!(till.world.mails_to("ada@example.org").await.len(), 1);
    till.let_go(&course, "ada@example.org").await;
    till.sell("ada@example.org").await;
    assert_eq!(till.world.mails_to("ada@example.org").await.len(), 2, "whoever pays is always told");
}
