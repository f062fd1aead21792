//! Texts of courses that want to be markup: what the generator makes of them is text, in every file (F39, F40).

use std::fs;
use std::path::{Path, PathBuf};

use portico_tests::{Browser, World};
use serde_json::{Value, json};

const TEXTS: &[&str] = &[
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "\"><img src=x onerror=alert(3)>",
    "' onmouseover='alert(4)",
    "</title></head><body onload=alert(5)>",
    "]]><script>alert(6)</script><![CDATA[",
    "<!--<script>alert(7)</script>",
    "{{ 7 * 7 }}{% include 'x' %}",
    "<svg/onload=alert(8)>",
];

/// Live in any file that a browser reads.
const ALIVE: &[&str] = &["<script>alert", "<img src=x", "<svg/onload", "<body onload", "href=\"javascript:"];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// Names of attributes that would run a script, within tags and outside of quotes.
fn handlers(text: &str) -> Vec<&str> {
    let tags = text.split('<').skip(1).filter_map(|tag| tag.split_once('>')).map(|(tag, _)| tag);
    let unquoted = tags.flat_map(|tag| tag.split('"').step_by(2));
    unquoted.flat_map(str::split_whitespace).filter(|word| word.starts_with("on") && word.contains('=')).collect()
}

async fn publish(founder: &Browser, form: Value) -> String {
    let id = founder.post("/api/admin/courses", form).await.expect(201).str("/id");
    founder.post(&format!("/api/admin/courses/{id}/publish"), json!({})).await.expect(200);
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_courses_are_published_as_text() {
    let world = World::start().await;
    let founder = world.founder().await;
    for (number, text) in TEXTS.iter().enumerate() {
        let form = json!({
            "audience": "public", "languages": ["en"], "slug": format!("hostile-{number}"),
            "title": text, "summary": text, "subjects": [text], "publisher": { "name": text },
            "description_markdown": format!("{text}\n\n[x](javascript:alert(9))\n\n<a href=javascript:alert(9)>x</a>"),
        });
        publish(&founder, form).await;
    }
    world.catch_up().await;
    let site = world.folder().join("data/site");
    let mut all = Vec::new();
    files(&site, &mut all);
    let (mut pages, mut told) = (0, 0);
    for path in all {
        let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        if !["html", "xml"].contains(&kind) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        pages += 1;
        told += usize::from(text.contains("alert(1)"));
        assert_eq!(handlers(&text), Vec::<&str>::new(), "{}", path.display());
        for alive in ALIVE {
            assert!(!text.contains(alive), "{} in {}", alive, path.display());
        }
        // Data for machines stands in a script of its own; nothing in it ends that script.
        for data in text.split("application/ld+json\">").skip(1) {
            let data = data.split("</script>").next().unwrap_or_default();
            assert!(serde_json::from_str::<Value>(data).is_ok(), "{}: {data}", path.display());
        }
    }
    assert!(pages > 40 && told >= 3, "{pages} pages, of which {told} show the text");
    let page = world.browser().get("/courses/hostile-0/").await.expect(200).text();
    assert!(page.contains("&lt;script&gt;alert(1)&lt;"), "{page}");
    let search = world.browser().get("/courses/hostile-7/").await.expect(200).text();
    assert!(search.contains("7 * 7"), "{search}");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_slug_leaves_its_folder() {
    let world = World::start().await;
    let founder = world.founder().await;
    let parent = world.folder().join("data");
    let before: Vec<_> = fs::read_dir(&parent).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    for slug in [
        "../x",
        "..",
        ".",
        "/etc/passwd",
        "a/../../b",
        "%2e%2e%2f",
        "..\\x",
        "a\u{0}",
        "con",
        "nul",
        "aux",
        "com1",
        "index",
        "api",
        "assets",
        "A",
        "é",
        "-a",
        "a-",
        "a--b",
        " a",
        "a ",
        "",
        "a.html",
    ] {
        let form = json!({ "audience": "public", "languages": ["en"], "title": "A course", "slug": slug });
        let answer = founder.post("/api/admin/courses", form).await.expect(422);
        assert!(answer.names_field("slug"), "{slug:?}: {}", answer.text());
    }
    // A title gives a slug that keeps the rule, or one of digits where nothing of it can be written.
    for title in ["../../etc/passwd", "con", "api", "..", "القسم السادس", "🦀", "a\u{202e}b"] {
        let id = publish(&founder, json!({ "audience": "public", "languages": ["en"], "title": title })).await;
        let slug = founder.get(&format!("/api/admin/courses/{id}")).await.expect(200).str("/slug");
        assert!(domain::Slug::new(&slug).is_ok(), "{title}: {slug}");
    }
    world.catch_up().await;
    let after: Vec<_> = fs::read_dir(&parent).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(before.len(), after.len(), "{after:?}");
}
