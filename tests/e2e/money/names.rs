//! What a buyer is called: nobody but the one who pays decides it.

use portico_tests::{PASSWORD, Reply};
use serde_json::json;

use super::till::{Applied, Till};

const ADA: &str = "ada@example.org";
const RUDE: &str = "Silly Goose";

fn applied(reply: &Reply) -> Applied {
    let session = reply.str("/url").split("/c/pay/").nth(1).unwrap_or_default().to_owned();
    Applied { order: reply.str("/order"), session }
}

async fn apply_as(till: &Till, name: &str) -> Applied {
    applied(&till.world.apply(&till.course, name, ADA).await.expect(201))
}

async fn name(till: &Till) -> String {
    let account = till.account(ADA).await;
    till.staff.get(&format!("/api/admin/accounts/{account}")).await.expect(200).str("/name")
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_a_stranger_began_takes_the_name_of_whoever_applies_next() {
    let till = Till::open().await;
    let strangers = apply_as(&till, RUDE).await;
    let own = apply_as(&till, "Ada Lovelace").await;
    assert_eq!((&own.order, &own.session), (&strangers.order, &strangers.session), "of two clicks, one order");
    till.pay(&own).await;
    assert_eq!(name(&till).await, "Ada Lovelace");
    assert_eq!(till.order(&own.order).await["buyer"]["name"], "Ada Lovelace");
    let found = till.staff.get("/api/admin/accounts?realm=public&q=Ada").await.expect(200);
    assert_eq!(found.str("/items/0/name"), "Ada Lovelace", "the list of names follows");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_nobody_used_is_called_as_whoever_pays_first() {
    let till = Till::open().await;
    let free = till.free_course().await;
    till.world.apply(&free, RUDE, ADA).await.expect(201);
    assert_eq!(name(&till).await, RUDE);
    let other_free = till.free_course().await;
    till.world.apply(&other_free, "Another Stranger", ADA).await.expect(201);
    assert_eq!(name(&till).await, RUDE, "who pays nothing decides nothing");
    let paid = apply_as(&till, "Ada Lovelace").await;
    till.pay(&paid).await;
    assert_eq!(name(&till).await, "Ada Lovelace");
    let found = till.staff.get("/api/admin/accounts?realm=public&q=Silly").await.expect(200).json();
    assert_eq!(found["items"].as_array().map(Vec::len), Some(0), "the list of names follows");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_chose_a_password_keeps_their_name_whatever_is_paid() {
    let till = Till::open().await;
    let free = till.free_course().await;
    till.world.learner(&free, ADA).await;
    let before = name(&till).await;
    assert_ne!(before, RUDE);
    let paid = apply_as(&till, RUDE).await;
    till.pay(&paid).await;
    assert_eq!((name(&till).await, till.place(ADA).await.as_str()), (before, "enrolled"));
}

/// Proves: A23
#[tokio::test(flavor = "multi_thread")]
async fn the_owner_of_the_address_says_what_they_are_called_with_the_first_password() {
    let till = Till::open().await;
    let applied = apply_as(&till, RUDE).await;
    till.pay(&applied).await;
    let world = &till.world;
    let link = world.link_mailed_to(ADA).await.unwrap();
    let page = world.browser().get(link.strip_prefix(&world.platform.origin).unwrap()).await.expect(200).text();
    assert!(page.contains("value=\"Silly Goose\""), "shown, to be changed: {page}");
    let token = link.split_once("token=").unwrap().1;
    let set = |name: &'static str| [("token", token), ("name", name), ("password", PASSWORD)];
    let again = world.browser().submit("/api/signup/password", &set(" ")).await.expect(422).text();
    assert!(again.contains("Your name must not be empty"), "{again}");
    let nameless = json!({ "token": token, "name": "a\nb", "password": PASSWORD });
    assert!(world.browser().post("/api/signup/password", nameless).await.expect(422).names_field("name"));
    world.browser().submit("/api/signup/password", &set("Ada Lovelace")).await.expect(200);
    let ada = world.sign_in(ADA, PASSWORD, "public").await;
    assert_eq!(ada.get("/api/login/me").await.expect(200).str("/account/name"), "Ada Lovelace");

    // From then on the name is the account's: a link to another password takes no word of it.
    world.browser().post("/api/login/reset", json!({ "email": ADA })).await.expect(202);
    let link = world.link_mailed_to(ADA).await.unwrap();
    let token = link.split_once("token=").unwrap().1;
    let form = json!({ "token": token, "name": "Somebody Else", "password": "quiet rivers at dawn" });
    assert!(world.browser().post("/api/signup/password", form).await.expect(422).names_field("name"));
    let form = [("token", token), ("name", "Somebody Else"), ("password", "quiet rivers at dawn")];
    world.browser().submit("/api/signup/password", &form).await.expect(200);
    let ada = world.sign_in(ADA, "quiet rivers at dawn", "public").await;
    assert_eq!(ada.get("/api/login/me").await.expect(200).str("/account/name"), "Ada Lovelace");
}
