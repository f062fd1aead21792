//! Pages and mails in the reader's language: said by the form, kept for what follows, and changed by the account's owner.

use axum::Router;
use axum::body::{Body, to_bytes};
use http::{Method, Request, StatusCode};
use portico_tests::{Browser, PASSWORD, World};
use serde_json::json;
use tower::ServiceExt;
use web::with_policies;

const EMAIL: &str = "ola@example.org";

/// Buys a course on the pages of a language; gives what the return page says.
async fn buy(world: &World, browser: &Browser, language: &str) -> String {
    let course = world.course_with_lessons(true).await.id.to_string();
    let form = [("course", course.as_str()), ("name", "Ola"), ("email", EMAIL)];
    let page = browser.submit(&format!("/api/checkout?language={language}"), &form).await.expect(303);
    let session = world.pay(&page.header("location")).await;
    browser.get(&format!("/api/checkout/return?session_id={session}")).await.expect(200).text()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_buys_on_polish_pages_reads_polish_until_they_choose_french() {
    let world = World::in_every_language().await;
    let back = buy(&world, &world.browser(), "pl").await;
    assert!(back.contains("<html lang=\"pl\" dir=\"ltr\">") && back.contains("Zapis gotowy"), "{back}");
    assert!(back.contains("href=\"/pl/forgot-password/\""), "{back}");

    let mail = world.mails_to(EMAIL).await.pop().unwrap();
    assert!(mail.subject.starts_with("Twoje miejsce na kursie"), "{}", mail.subject);
    assert!(mail.text.contains("przez 24 godziny"), "{}", mail.text);
    // The page behind the link is Polish in whatever browser it is opened.
    let link = world.link_mailed_to(EMAIL).await.unwrap();
    let form = world.browser().get(link.strip_prefix(&world.platform.origin).unwrap()).await.expect(200).text();
    assert!(form.contains("<html lang=\"pl\"") && form.contains("Zapisz hasło"), "{form}");
    world.use_password_link(EMAIL).await;

    let ola = world.sign_in(EMAIL, PASSWORD, "public").await;
    assert_eq!(ola.get("/api/login/me").await.expect(200).str("/account/language"), "pl");
    ola.put("/api/login/language", json!({ "language": "fr" })).await.expect(204);
    assert_eq!(ola.get("/api/login/me").await.expect(200).str("/account/language"), "fr");
    assert_eq!(ola.get("/api/me/data").await.expect(200).str("/language"), "fr");
    world.browser().post("/api/login/reset", json!({ "email": EMAIL })).await.expect(202);
    let mail = world.mails_to(EMAIL).await.pop().unwrap();
    assert!(mail.subject.starts_with("Choisissez un nouveau mot de passe"), "{}", mail.subject);
    assert!(mail.text.contains("reste valable 10 minutes") && mail.text.contains("language=fr"), "{}", mail.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_language_is_chosen_for_oneself_and_among_those_there_are() {
    let world = World::in_every_language().await;
    world.browser().put("/api/login/language", json!({ "language": "fr" })).await.expect(401);
    buy(&world, &world.browser(), "en").await;
    world.use_password_link(EMAIL).await;
    let ola = world.sign_in(EMAIL, PASSWORD, "public").await;
    for wrong in ["de", "", "FR", "en,fr"] {
        let refused = ola.put("/api/login/language", json!({ "language": wrong })).await.expect(422);
        assert!(refused.text().contains("must be one of en, pl, fr, ar"), "{}", refused.text());
    }
    assert_eq!(ola.get("/api/login/me").await.expect(200).str("/account/language"), "en");
}

/// What a form or a link says counts most, then what was said before, then the browser's wish.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_in_the_language_that_was_said_last() {
    let world = World::in_every_language().await;
    let browser = world.browser();
    let wish = async |browser: &Browser, address: &str, wished: &str| {
        let ask = browser.ask(Method::GET, address).header("accept-language", wished);
        ask.send().await.expect(200).text()
    };
    let page = "/api/login/page?realm=main";
    assert!(wish(&browser, page, "de, fr;q=0.8").await.contains("<html lang=\"fr\" dir=\"ltr\">"));
    assert!(wish(&browser, page, "de").await.contains("<html lang=\"en\" dir=\"ltr\">"));
    let said = wish(&browser, &format!("{page}&language=ar"), "fr").await;
    assert!(said.contains("<html lang=\"ar\" dir=\"rtl\">") && said.contains("action=\"/api/login?language=ar\""));
    assert!(wish(&browser, page, "fr").await.contains("<html lang=\"ar\" dir=\"rtl\">"), "it is kept");
    assert!(wish(&browser, &format!("{page}&language=xx"), "fr").await.contains("<html lang=\"ar\""));
    assert!(wish(&browser, &format!("{page}&language=en"), "fr").await.contains("<html lang=\"en\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_form_says_in_its_language_what_was_wrong_and_keeps_what_was_typed() {
    let world = World::in_every_language().await;
    let course = world.course_with_lessons(true).await.id.to_string();
    let form = [("course", course.as_str()), ("name", " "), ("email", "ola<b>@")];
    let again = world.browser().submit("/api/checkout?language=pl", &form).await.expect(422).text();
    for said in ["Imię i nazwisko nie mogą być puste.", "musi mieć postać taką jak", "ola&lt;b&gt;@"] {
        assert!(again.contains(said), "{said}: {again}");
    }
    let failed = [("email", "nobody@example.org"), ("password", PASSWORD), ("realm", "public")];
    let browser = world.browser();
    let there = browser.submit("/api/login?language=ar", &failed).await.expect(303).header("location");
    let page = browser.get(&there).await.expect(200).text();
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">") && page.contains("role=\"alert\""), "{page}");
}

/// A page of another language than English was chosen; the English one may just have been there.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_signs_in_starts_in_their_language_unless_they_were_on_the_way_to_a_page() {
    let world = World::in_every_language().await;
    buy(&world, &world.browser(), "pl").await;
    world.use_password_link(EMAIL).await;
    for (language, next, leads_to) in [
        ("en", "", "/pl/learn/"),
        ("pl", "", "/pl/learn/"),
        ("fr", "", "/fr/learn/"),
        ("fr", "//evil.example/", "/fr/learn/"),
        ("en", "/learn/course/?id=1", "/learn/course/?id=1"),
        ("fr", "/ar/account/", "/ar/account/"),
    ] {
        let form = [("email", EMAIL), ("password", PASSWORD), ("realm", "public"), ("next", next)];
        let answer = world.browser().submit(&format!("/api/login?language={language}"), &form).await.expect(303);
        assert_eq!(answer.header("location"), leads_to, "{language} {next}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_stands_is_said_in_the_language_of_the_tree() {
    let world = World::in_every_language().await;
    for (address, language) in [
        ("/pl/courses/nothing/", "pl"),
        ("/ar/nothing/", "ar"),
        ("/fr/.generated", "fr"),
        ("/fr/courses/%2Egenerated", "fr"),
        ("/courses/nothing/", "en"),
        ("/pl.html", "en"),
    ] {
        let page = world.browser().get(address).await.expect(404).text();
        assert!(page.contains(&format!("<html lang=\"{language}\"")), "{address}: {page}");
    }
}

/// In the cloud a function answers for the files that are not there.
#[tokio::test(flavor = "multi_thread")]
async fn a_function_answers_for_a_missing_page_in_the_language_of_its_tree() {
    let world = World::in_every_language().await;
    for (address, said) in
        [("/pl/nothing/", "Nie znaleziono"), ("/ar/nothing/", "غير موجود"), ("/nothing/", "Not found")]
    {
        let asked = Request::get(address).header("accept", "text/html").body(Body::empty()).unwrap();
        let answer = with_policies(Router::new(), world.platform.app.clone()).oneshot(asked).await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
        assert!(!answer.headers().contains_key("set-cookie"), "{address}: nobody chose a language");
        let page = String::from_utf8(to_bytes(answer.into_body(), 100_000).await.unwrap().into()).unwrap();
        assert!(page.contains(said), "{address}: {page}");
    }
}

/// A site in English has no other pages to lead to.
#[tokio::test(flavor = "multi_thread")]
async fn a_platform_in_english_answers_in_english() {
    let world = World::start().await;
    let page = world.browser().get("/api/login/page?realm=main&language=pl").await.expect(200).text();
    assert!(page.contains("<html lang=\"en\"") && !page.contains("/pl/"), "{page}");
    world.browser().get("/pl/").await.expect(404);
}
