//! The description of the whole platform: put together from its functions, and still true of each of them.

use serde_json::Value;

use portico_tests::World;
use web::Routes;

fn schemas(description: &Value) -> impl Iterator<Item = (&String, &Value)> {
    description.pointer("/components/schemas").and_then(Value::as_object).into_iter().flatten()
}

#[tokio::test]
async fn no_two_functions_mean_different_things_by_one_name() {
    let world = World::start().await;
    let whole: Value = serde_json::from_str(&world.platform.description).unwrap();
    let (app, shop) = (world.platform.app.clone(), world.platform.shop.clone());
    let functions: [(&str, Routes); 7] = [
        ("signup", signup::routes(app.clone())),
        ("login", login::routes(app.clone())),
        ("checkout", checkout::routes(app.clone(), shop)),
        ("enrollment", enrollment::routes(app.clone())),
        ("profile", profile::routes(app.clone())),
        ("authoring", authoring::routes(app.clone())),
        ("admin", admin::routes(app)),
    ];
    let mut compared = 0;
    for (function, routes) in functions {
        let part = serde_json::to_value(routes.split_for_parts().1).unwrap();
        for (name, schema) in schemas(&part) {
            let told = whole.pointer(&format!("/components/schemas/{name}"));
            assert_eq!(told, Some(schema), "`{name}` of {function}");
            compared += 1;
        }
    }
    assert!(compared > 40, "only {compared} were compared");
}

#[tokio::test]
async fn every_endpoint_says_how_it_refuses() {
    let world = World::start().await;
    let whole: Value = serde_json::from_str(&world.platform.description).unwrap();
    for (path, operations) in whole["paths"].as_object().into_iter().flatten() {
        for (method, operation) in operations.as_object().into_iter().flatten() {
            let says = |status: &str| {
                let class = format!("{}XX", &status[..1]);
                operation["responses"].get(status).is_some() || operation["responses"].get(class).is_some()
            };
            assert!(says("503"), "{method} {path}");
            assert!(method == "get" || says("403"), "{method} {path}");
            let body = !operation["requestBody"].is_null();
            assert!(!body || ["400", "413", "415", "422"].into_iter().all(says), "{method} {path}");
        }
    }
    // Where passwords are tried and mail is asked for, somebody may come too often.
    for path in ["/api/login", "/api/login/password", "/api/login/reset", "/api/signup/link"] {
        let asked = &whole["paths"][path]["post"]["responses"]["429"];
        assert!(!asked.is_null(), "{path}");
    }
}
