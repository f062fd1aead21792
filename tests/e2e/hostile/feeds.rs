//! Files of courses that want to be formulas, markup or other people's pages (F33, F38-F40).

use http::Method;
use portico_tests::{Browser, Reply, World};
use serde_json::{Value, json};

async fn import(founder: &Browser, query: &str, kind: &str, file: impl Into<bytes::Bytes>) -> Reply {
    let path = format!("/api/admin/courses/import?audience=public{query}");
    founder.ask(Method::POST, &path).header("content-type", kind).body(file).send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn formulas_are_text_and_a_guarded_cell_loses_its_guard() {
    let world = World::start().await;
    let founder = world.founder().await;
    let cells = ["=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)", "=cmd|'/c calc'!A1", "'=1+1", "＝1"];
    let rows = cells.iter().enumerate().map(|(number, cell)| format!("formula-{number},\"{cell}\",en,Somebody\n"));
    let table = format!("code,title,language,publisher\n{}", rows.collect::<String>());
    let report = import(&founder, "&apply=true&publish=true", "text/csv", table).await.expect(200).json();
    assert_eq!(report["counts"]["create"], json!(cells.len()), "{report}");
    world.catch_up().await;
    for (number, cell) in cells.iter().enumerate() {
        let page = world.browser().get(&format!("/courses/formula-{number}/")).await.expect(200).text();
        let shown = cell.strip_prefix("'=").map_or((*cell).to_owned(), |rest| format!("={rest}"));
        let shown = shown.replace('\'', "&#39;");
        assert!(page.contains(&format!(">{shown}<")), "{shown} in {page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_table_makes_no_course_and_no_mess() {
    let world = World::start().await;
    let founder = world.founder().await;
    let rows = [
        "../../etc/passwd,A,en,P,,",
        "x\0y,A,en,P,,",
        "ok-1,\"A\nB\",en,P,,",
        "ok-2,A,klingon speech,P,,",
        "ok-3,A,en,P,1e9,EUR",
        "ok-4,A,en,P,-5,EUR",
        "ok-5,A,en,P,5,BTC",
        "ok-6,,en,P,,",
        "ok-7,A,en,P,9.999,EUR",
        "ok-8,A,en,P,5,EUR,too,many,cells",
    ];
    let table = format!("code,title,language,publisher,price,currency\n{}\n", rows.join("\n"));
    let before = world.platform.app.store.consumption().write_units;
    let report = import(&founder, "&apply=true", "text/csv", table).await.expect(200).json();
    let outcomes: Vec<&Value> = report["rows"].as_array().unwrap().iter().map(|row| &row["outcome"]).collect();
    // A code that cannot name a page is a key all the same: the page is then named after the title.
    let created = outcomes.iter().filter(|outcome| **outcome == "create").count();
    assert_eq!(report["counts"]["error"], json!(rows.len() - created), "{report:#}");
    assert!(created <= 2, "{report:#}");
    if created == 0 {
        assert_eq!(world.platform.app.store.consumption().write_units, before);
    }
    let courses = founder.get("/api/admin/courses?audience=public&limit=100").await.expect(200).json();
    for course in courses["items"].as_array().unwrap() {
        assert!(domain::Slug::new(course["slug"].as_str().unwrap()).is_ok(), "{course}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_are_no_feeds_are_refused_whole() {
    let world = World::start().await;
    let founder = world.founder().await;
    let before = world.platform.app.store.consumption().write_units;
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(10_000), close.repeat(10_000)).into_bytes();
    for (kind, file, status) in [
        ("text/plain", b"code".to_vec(), 415),
        ("application/json", Vec::new(), 400),
        ("application/json", b"{}".to_vec(), 400),
        ("application/json", b"\xff\xfe{\0}\0".to_vec(), 400),
        ("application/json", deep("[", "]"), 400),
        ("application/json", deep("{\"data\":", "}"), 400),
        ("application/json", b"{\"data\":[],\"data\":[{}]}".to_vec(), 400),
        ("text/csv", Vec::new(), 400),
        ("text/csv", b"\0\0\0".to_vec(), 400),
        ("text/csv", b"nothing,known\n1,2\n".to_vec(), 400),
        ("text/csv", b"code,title,language,publisher\n\"a".to_vec(), 400),
        ("application/json", vec![b' '; feeds::FEED_BYTES_MAX + 1], 413),
    ] {
        let shown = String::from_utf8_lossy(&file).chars().take(40).collect::<String>();
        let answer = import(&founder, "&apply=true", kind, file).await;
        assert_eq!(answer.code(), status, "{kind} {shown}: {}", answer.text());
        assert!(answer.json()["message"].is_string(), "{shown}");
    }
    assert_eq!(world.platform.app.store.consumption().write_units, before);
    founder.get("/api/health").await.expect(200);
}
