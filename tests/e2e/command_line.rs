//! `portico` from the command line: what a person can get wrong costs nothing, and is named.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use local::{Options, Platform};
use portico_tests::{Browser, World, binary};
use tempfile::{TempDir, tempdir};

const CSV: &str = "code,title,language,publisher,price,currency\nknots-z,Knots,en,The Harbour,19.99,EUR\n";

fn portico(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(binary("portico")).current_dir(folder).args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A data folder that a platform was stopped on, inside another folder.
async fn stopped_platform() -> TempDir {
    let World { platform, folder, .. } = World::start().await;
    platform.stop().await;
    folder
}

#[tokio::test]
async fn a_file_in_the_folder_one_stands_in_is_imported() {
    let folder = stopped_platform().await;
    std::fs::write(folder.path().join("knots.csv"), CSV).unwrap();
    let output = portico(folder.path(), &["courses", "import", "knots.csv", "--data", "data"]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(said(&output).trim(), "1 created, 0 changed, 0 left as they are; 0 rows with errors");
    let again = portico(folder.path(), &["courses", "import", "knots.csv", "--data", "data"]);
    assert_eq!(said(&again).trim(), "0 created, 0 changed, 1 left as they are; 0 rows with errors");
}

#[tokio::test]
async fn an_operator_looks_at_orders_and_mails_of_a_stopped_platform() {
    let folder = stopped_platform().await;
    for (arguments, status) in [
        (&["orders", "list"][..], true),
        (&["mails", "given-up"], true),
        (&["mails", "redrive", "01HZZZZZZZZZZZZZZZZZZZZZZZ"], false),
    ] {
        let output = portico(folder.path(), &[arguments, &["--data", "data"]].concat());
        assert_eq!(output.status.success(), status, "{arguments:?}: {}", said(&output));
        assert!(!said(&output).contains("not available"), "{arguments:?}: {}", said(&output));
    }
}

#[tokio::test]
async fn a_machine_without_certificates_reaches_its_own_table() {
    let folder = stopped_platform().await;
    let mut command = Command::new(binary("portico"));
    command.current_dir(folder.path()).args(["orders", "list", "--data", "data"]);
    let output = command.env("SSL_CERT_FILE", "/nowhere").env("SSL_CERT_DIR", "/nowhere").output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
}

#[tokio::test]
async fn whoever_reads_along_may_stop() {
    let folder = tempdir().unwrap();
    let mut command = Command::new(binary("portico"));
    let mut child = command.current_dir(folder.path()).arg("openapi").stdout(Stdio::piped()).spawn().unwrap();
    // More is to come than a pipe holds, and nobody takes it.
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
}

#[tokio::test]
async fn an_order_is_not_replayed_for_no_reason() {
    let folder = stopped_platform().await;
    let replay = ["orders", "replay", "01HZZZZZZZZZZZZZZZZZZZZZZZ", "--data", "data", "--reason"];
    let output = portico(folder.path(), &[&replay[..], &[" "]].concat());
    assert!(!output.status.success());
    assert!(said(&output).contains("must not be empty"), "{}", said(&output));
}

#[tokio::test]
async fn commands_at_once_on_a_stopped_platform_wait_for_each_other() {
    let folder = stopped_platform().await;
    let started: Vec<_> = (0..4)
        .map(|number| {
            let email = format!("p{number}@example.org");
            let account =
                ["accounts", "create", "--tier", "learner", "--type", "internal", "--name", "P", "--email", &email];
            let mut command = Command::new(binary("portico"));
            command.current_dir(folder.path()).args(account).args(["--data", "data"]);
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for one in started {
        let output = one.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
    }
    let listed = portico(folder.path(), &["accounts", "list", "--data", "data"]);
    assert_eq!(said(&listed).matches("@example.org").count(), 4, "{}", said(&listed));
}

#[tokio::test]
async fn what_is_wrong_with_a_fresh_start_is_found_before_anything_is_forgotten() {
    let folder = stopped_platform().await;
    let table = folder.path().join("data/table.db");
    let kept = std::fs::metadata(&table).unwrap().len();
    std::fs::write(folder.path().join("broken.json"), "{").unwrap();
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    for (arguments, words) in [
        (vec!["--catalog", "missing.json", "--port", "0"], "missing.json"),
        (vec!["--catalog", "broken.json", "--port", "0"], "broken.json"),
        (vec!["--port", &port], "is taken"),
    ] {
        let all: Vec<&str> = ["--fresh", "--data", "data"].into_iter().chain(arguments).collect();
        let output = portico(folder.path(), &all);
        assert!(!output.status.success());
        assert!(said(&output).contains(words), "{}", said(&output));
        assert_eq!(std::fs::metadata(&table).unwrap().len(), kept, "{all:?}");
    }
}

#[tokio::test]
async fn the_pages_name_whom_a_catalogs_data_is_owed_to() {
    let folder = tempdir().unwrap();
    let catalog = folder.path().join("feed.json");
    let course = r#"{"id":"1","type":"Course","attributes":{"name":"Knots","courseCode":"knots","courseMode":["online"],
        "inLanguage":["en"],"learningResourceType":{"identifier":"x","type":"Concept","inScheme":"y"},
        "publisher":{"name":"Us"},"creator":[],"url":"https://us.example/knots","license":[],"access":["free"],
        "offer":[{"price":0,"priceCurrency":"EUR"}]}}"#;
    let feed = format!(r#"{{"links":{{}},"meta":{{"attribution":"Courses by Us, CC BY 4.0"}},"data":[{course}]}}"#);
    std::fs::write(&catalog, feed).unwrap();
    let options = Options { port: 0, catalog: Some(catalog), ..Options::new(folder.path().join("data")) };
    for fresh in [true, false] {
        let platform = Platform::start(Options { fresh, ..options.clone() }).await.unwrap();
        let page = Browser::new(&platform.origin).get("/courses/knots/").await.text();
        platform.stop().await;
        assert!(page.contains("Courses by Us, CC BY 4.0"), "{page}");
    }
}

#[test]
fn a_mistyped_folder_does_not_become_a_platform() {
    let folder = tempdir().unwrap();
    std::fs::write(folder.path().join("knots.csv"), CSV).unwrap();
    let output = portico(folder.path(), &["courses", "import", "knots.csv", "--data", "typo"]);
    assert!(!output.status.success());
    assert!(said(&output).contains("there is no platform in `typo`"), "{}", said(&output));
    assert!(!folder.path().join("typo").exists());
}

#[test]
fn the_generator_says_which_file_and_which_row() {
    let folder = tempdir().unwrap();
    let generator = |arguments: &[&str]| {
        let output = Command::new(binary("site-generator")).current_dir(folder.path()).args(arguments).output();
        let output = output.unwrap();
        (output.status.success(), said(&output))
    };
    let (ok, words) = generator(&["--catalog", "nowhere.csv", "--out", "site"]);
    assert!(!ok && words.contains("nowhere.csv"), "{words}");
    std::fs::write(folder.path().join("two.csv"), format!("{CSV},Untitled,en,Us,,\n")).unwrap();
    let (ok, words) = generator(&["--catalog", "two.csv", "--out", "site", "--base-url", "courses.example"]);
    assert!(!ok && words.contains("must be a scheme and a host"), "{words}");
    let (ok, words) = generator(&["--catalog", "two.csv", "--out", "site"]);
    assert!(ok && words.contains("line 3, line 3: code: is missing"), "{words}");
    assert!(words.contains("1 rows refused"), "{words}");
}

#[tokio::test]
async fn an_operator_does_from_the_command_line_what_an_administrator_does() {
    let folder = stopped_platform().await;
    let run = |arguments: &[&str]| {
        let all: Vec<&str> = arguments.iter().copied().chain(["--data", "data"]).collect();
        let output = portico(folder.path(), &all);
        assert!(output.status.success(), "{all:?}: {}", said(&output));
        said(&output).trim().to_owned()
    };
    let partner = run(&["partners", "create", "North Sea"]);
    assert_eq!(run(&["partners", "list"]), format!("{partner}\tnorth-sea\tNorth Sea"));
    let names = ["--name", "Ada", "--email", "ada@example.org"];
    let kind = ["accounts", "create", "--tier", "administrator", "--type", "partner", "--partner", &partner];
    let ada = run(&[&kind[..], &names[..]].concat());
    let row = |status: &str| format!("{ada}\t{status}\tadministrator\tpartner\tada@example.org\tAda");
    let accounts = || run(&["accounts", "list", "--realm", &partner]);
    assert_eq!(accounts(), row("activated"));
    run(&["accounts", "deactivate", &ada]);
    assert_eq!(accounts(), row("deactivated"));
    let course = run(&["courses", "list"]).split('\t').next().unwrap().to_owned();
    run(&["courses", "unpublish", &course]);
    assert!(run(&["courses", "list"]).contains(&format!("{course}\tunpublished\t")));
    let name = run(&["api", "GET", &format!("/api/admin/partners/{partner}")]);
    assert!(name.contains("\"North Sea\""), "{name}");

    let audit = run(&["audit", "--object", &format!("account:{ada}")]);
    let lines: Vec<Vec<&str>> = audit.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!([lines[0][1], lines[0][3]], ["operator", "account_status.assign"]);
    assert_eq!([lines[1][1], lines[1][3]], ["operator", "user.create"]);
}

#[tokio::test]
async fn people_of_a_file_come_in_and_again_is_nothing() {
    let folder = stopped_platform().await;
    let file = |table: &str| std::fs::write(folder.path().join("people.csv"), table).unwrap();
    let run = |more: &[&str]| {
        let all: Vec<&str> = ["accounts", "import", "people.csv"].iter().chain(more).copied().collect();
        let output = portico(folder.path(), &[&all[..], &["--data", "data"]].concat());
        (output.status.success(), said(&output))
    };
    let list = |realm: &str| said(&portico(folder.path(), &["accounts", "list", "--realm", realm, "--data", "data"]));
    file("name;email;role\nAda;ada@example.org;0\nBob;bob@example.org;1\nCy;;7\n");
    let (good, words) = run(&["--dry-run"]);
    assert!(!good && words.contains("error   line 4, line 4: role: a role is 0 (administrator)"), "{words}");
    assert!(words.contains("create  line 2, ada@example.org"), "{words}");
    assert!(words.contains("dry run, nothing written: 2 created, 0 had an account already; 1 rows with errors"));
    assert_eq!(list("main"), "");
    let (_, words) = run(&[]);
    assert!(words.contains("2 created, 0 had an account already; 1 rows with errors"), "{words}");
    file("name,email,role\nAda,ada@example.org,0\nBob,bob@example.org,1\n");
    let (good, words) = run(&[]);
    assert!(good && words.contains("0 created, 2 had an account already; 0 rows with errors"), "{words}");
    let accounts = list("main");
    assert_eq!(accounts.lines().count(), 2, "{accounts}");
    let bob = accounts.lines().find(|line| line.ends_with("\tBob")).unwrap().split('\t').next().unwrap().to_owned();
    let roles = format!("/api/admin/accounts/{bob}/roles");
    let roles = said(&portico(folder.path(), &["api", "GET", &roles, "--data", "data"]));
    assert!(roles.contains("\"author\""), "{roles}");
    let partner = said(&portico(folder.path(), &["partners", "create", "North", "--data", "data"])).trim().to_owned();
    let (good, words) = run(&["--realm", &partner]);
    assert!(good && words.contains("2 created"), "{words}");
    assert_eq!(list(&partner).lines().count(), 2);
    file("name,email\n");
    let (good, words) = run(&[]);
    assert!(!good && words.contains("people.csv") && words.contains("missing: role"), "{words}");
    let (good, words) = run(&["--realm", "public"]);
    assert!(!good && words.contains("the id of a partner"), "{words}");
}

#[tokio::test]
async fn what_an_operator_gets_wrong_is_named_and_keeps_nothing_else_back() {
    let folder = stopped_platform().await;
    let run = |arguments: &[&str]| {
        let all: Vec<&str> = arguments.iter().copied().chain(["--data", "data"]).collect();
        let output = portico(folder.path(), &all);
        (output.status.success(), said(&output))
    };
    let kind = ["accounts", "create", "--tier", "administrator", "--type", "partner", "--name", "A", "--email", "a"];
    let (good, words) = run(&kind);
    assert!(!good && words.contains("  partner: ") && words.contains("  email: "), "{words}");
    let (_, courses) = run(&["courses", "list"]);
    let course = courses.split('\t').next().unwrap();
    let (good, words) = run(&["courses", "unpublish", "../accounts", course]);
    assert!(!good && words.contains("../accounts: there is no such thing here"), "{words}");
    assert!(words.contains(&format!("{course}\tdone")), "{words}");
    let (good, words) = run(&["api", "POST", "/api/admin/partners", "--body", "{"]);
    assert!(!good && words.contains("the body"), "{words}");
}

#[tokio::test]
async fn an_operator_asks_who_may_what_and_why_and_what_differs_here() {
    let world = World::start().await;
    let owner = world.founder().await;
    let kind = serde_json::json!({ "tier": "learner", "type": "internal" });
    let (lena, _) = world.person(&owner, "lena@example.org", kind).await;
    let taken = serde_json::json!([{ "role": "instructor", "action": "course.create", "allowed": false }]);
    let form = serde_json::json!({ "version": 0, "overrides": taken });
    owner.put("/api/admin/overrides/everywhere", form).await.expect(200);
    let profile = serde_json::json!({
        "kind": "power_profile", "name": "Helpers", "actions": ["user.details.view"], "on": ["platform"],
    });
    let set = owner.post("/api/admin/permission-sets/main", profile).await.expect(201).str("/set/id");
    let held = serde_json::json!({ "role": format!("power_profile:{set}") });
    owner.post(&format!("/api/admin/accounts/{lena}/roles"), held).await.expect(201);
    let World { platform, folder, .. } = world;
    platform.stop().await;
    let ask = |arguments: &[&str]| {
        let all: Vec<&str> = ["permissions"].iter().chain(arguments).chain(&["--data", "data"]).copied().collect();
        portico(folder.path(), &all)
    };
    let explain = ["explain", "--as", &lena, "--do", "calendar.access", "--on", "tenant:main"];
    let explained = ask(&explain);
    assert!(explained.status.success(), "{}", said(&explained));
    let lines: Vec<String> = said(&explained).lines().map(str::to_owned).collect();
    assert_eq!(lines[0], "denied");
    assert!(lines[1].starts_with("withheld\tinternal_learner\t") && lines[1].contains("withheld.switch"), "{lines:?}");
    assert_eq!(said(&ask(&["diff"])).trim(), "-\tinstructor\tcourse.create");
    assert!(said(&ask(&["can", "--as", &lena])).lines().any(|line| line.starts_with("self.view\t")));
    // A right that comes from a profile says from which.
    let (action, on) = ("user.details.view", format!("account:{lena}"));
    let explained = said(&ask(&["explain", "--as", &lena, "--do", action, "--on", &on]));
    assert!(explained.lines().any(|line| line.starts_with("granted\tpower_user\theld\tHelpers\t")), "{explained}");
    let can = said(&ask(&["can", "--as", &lena, "--on", &on]));
    assert!(can.lines().any(|line| line.starts_with("user.details.view\tpower_user\theld\tHelpers\t")), "{can}");
    let holders = said(&ask(&["who", "--do", action, "--on", &on]));
    assert!(holders.lines().any(|line| line.starts_with(&format!("{lena}\tpower_user\theld\tHelpers\t"))), "{holders}");
    let who = said(&ask(&["who", "--do", "audit.view"]));
    assert!(who.lines().any(|line| line == "every\tinternal_administrator"), "{who}");
    let wrong = ask(&["explain", "--as", &lena, "--do", "course.steal"]);
    assert!(!wrong.status.success());
    assert!(said(&wrong).contains("action: must be the id of an action"), "{}", said(&wrong));
}
