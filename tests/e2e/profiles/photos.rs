//! Photos: what is taken, what of it is kept, who sees it, and when it is gone.

use http::Method;
use jiff::SignedDuration;
use portico_tests::pictures::{PLACE, bomb, jpeg, png};
use portico_tests::{Browser, Reply};
use serde_json::json;

use super::scene::Scene;

const PHOTOS: &str = "/api/me/photos";
/// The most that is taken.
const BYTES_MAX: usize = 250_000;

async fn send(browser: &Browser, said: &str, picture: Vec<u8>) -> Reply {
    browser.ask(Method::POST, PHOTOS).header("content-type", said).body(picture).send().await
}

fn tells_the_place(bytes: &[u8]) -> bool {
    bytes.windows(PLACE.len()).any(|part| part == PLACE)
}

#[tokio::test]
async fn a_photo_is_kept_without_the_place_and_served_as_what_it_is() {
    let scene = Scene::set().await;
    let (ada, bob) = (scene.person("Ada").await, scene.person("Bob").await);
    assert!(tells_the_place(&jpeg(9)) && tells_the_place(&png()));
    // What the bytes are counts, not what they are said to be.
    for (picture, said, is) in [(jpeg(9), "image/jpeg", "image/jpeg"), (png(), "text/html", "image/png")] {
        let put = send(&ada.browser, said, picture.clone()).await.expect(201).json();
        assert_eq!(put["media_type"], is);
        let address = put["address"].as_str().unwrap();
        let shown = ada.browser.get(address).await.expect(200);
        assert!(!tells_the_place(&shown.body) && shown.body.len() < picture.len());
        assert_eq!(put["bytes"], shown.body.len());
        assert_eq!(shown.header("content-type"), is);
        assert_eq!(shown.header("x-content-type-options"), "nosniff");
        assert_eq!(shown.header("content-security-policy"), "default-src 'none'; sandbox; frame-ancestors 'none'");
        assert_eq!(shown.header("cache-control"), "no-store");
        // Whoever may not see the page sees no photo of it.
        bob.browser.get(address).await.expect(403);
        scene.world.browser().get(address).await.expect(401);
        scene.owner.get(address).await.expect(200);
        let elsewhere = address.replace(&ada.id, &bob.id);
        scene.owner.get(&elsewhere).await.expect(404);
    }
    ada.befriend(&bob).await;
    let page = bob.browser.get(&ada.profile()).await.expect(200).json();
    bob.browser.get(page["photos"][1]["address"].as_str().unwrap()).await.expect(200);
}

#[tokio::test]
async fn what_is_no_photo_too_large_or_one_too_many_is_refused() {
    let scene = Scene::set().await;
    let ada = scene.person("Ada").await;
    for (other, code) in [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec(), 415),
        (b"GIF89a".to_vec(), 415),
        (Vec::new(), 415),
        (jpeg(9)[..30].to_vec(), 422),
        (jpeg(BYTES_MAX), 413),
    ] {
        send(&ada.browser, "image/jpeg", other).await.expect(code);
    }
    let whole = jpeg(BYTES_MAX - jpeg(0).len());
    assert_eq!(whole.len(), BYTES_MAX);
    for _ in 0..6 {
        send(&ada.browser, "image/jpeg", whole.clone()).await.expect(201);
    }
    send(&ada.browser, "image/jpeg", whole.clone()).await.expect(409);
    let page = ada.browser.get("/api/me/profile").await.expect(200).json();
    let photo = format!("{PHOTOS}/{}", page["photos"][2]["id"].as_str().unwrap());
    ada.browser.delete(&photo).await.expect(204);
    ada.browser.delete(&photo).await.expect(404);
    ada.browser.get(page["photos"][2]["address"].as_str().unwrap()).await.expect(404);
    send(&ada.browser, "image/jpeg", whole).await.expect(201);
    // What is written meanwhile leaves the photos where they are.
    let version = ada.browser.get("/api/me/profile").await.expect(200).json()["basic"]["version"].clone();
    let form = json!({ "version": version, "about": "Hello" });
    let after = ada.browser.put("/api/me/profile", form).await.expect(200).json();
    assert_eq!(after["photos"].as_array().unwrap().len(), 6);
}

#[tokio::test]
async fn pictures_that_fill_the_memory_of_others_and_more_than_anybody_tries_in_a_day_are_refused() {
    let scene = Scene::set().await;
    let (ada, bob) = (scene.person("Ada").await, scene.person("Bob").await);
    let refused = send(&ada.browser, "image/jpeg", bomb()).await.expect(422);
    assert!(refused.names_field("body") && refused.text().contains("megapixels"), "{}", refused.text());
    for _ in 0..29 {
        let photo = send(&ada.browser, "image/jpeg", jpeg(9)).await.expect(201).str("/id");
        ada.browser.delete(&format!("{PHOTOS}/{photo}")).await.expect(204);
    }
    let refused = send(&ada.browser, "image/jpeg", jpeg(9)).await.expect(429);
    assert!(refused.header("retry-after").parse::<u32>().unwrap() > 0);
    send(&bob.browser, "image/jpeg", jpeg(9)).await.expect(201);
    scene.world.forward(SignedDuration::from_hours(24));
    let ada = scene.world.sign_in(&ada.email, portico_tests::PASSWORD, "main").await;
    send(&ada, "image/jpeg", jpeg(9)).await.expect(201);
}

#[tokio::test]
async fn a_deleted_account_leaves_no_page_and_no_photo() {
    let scene = Scene::set().await;
    let (ada, bob) = (scene.person("Ada").await, scene.person("Bob").await);
    let put = send(&ada.browser, "image/jpeg", jpeg(9)).await.expect(201).json();
    let (eve, address) = (scene.person("Eve").await, put["address"].as_str().unwrap());
    ada.befriend(&bob).await;
    ada.ask(&eve.email).await.expect(202);
    scene.owner.delete(&format!("/api/admin/accounts/{}", ada.id)).await.expect(204);
    for path in [address, &ada.profile()] {
        scene.owner.get(path).await.expect(404);
        bob.browser.get(path).await.expect(404);
    }
    assert!(bob.friends().await.is_empty() && eve.asked_by().await.is_empty());
    eve.accept(&ada).await.expect(404);
    // Nothing of it is left in the table.
    let named = json!({ "TableName": scene.world.platform.app.settings.table });
    let all = crate::cloud::shape::ask_table(&scene.world, "Scan", &named).await;
    let of_ada = |item: &&serde_json::Value| {
        let keys = format!("{}{}", item["pk"], item["sk"]);
        keys.contains(&ada.id) && !keys.contains("AUDIT") && !keys.contains("THROTTLE")
    };
    let left: Vec<_> = all["Items"].as_array().unwrap().iter().filter(of_ada).collect();
    assert!(left.is_empty(), "{left:?}");
}
