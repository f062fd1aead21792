//! The template as data. CloudFormation's own tags (`!Ref`, `!Sub` and so on) become maps with one key, as they are
//! written in JSON.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value, json};
use yaml_serde::Value as Yaml;

const TEMPLATE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../infra/template.yaml"));

static READ: LazyLock<Value> = LazyLock::new(|| plain(yaml_serde::from_str(TEMPLATE).unwrap()));

fn plain(yaml: Yaml) -> Value {
    match yaml {
        Yaml::Null => Value::Null,
        Yaml::Bool(yes) => json!(yes),
        Yaml::Number(number) => serde_json::to_value(number).unwrap(),
        Yaml::String(text) => json!(text),
        Yaml::Sequence(items) => items.into_iter().map(plain).collect(),
        Yaml::Mapping(pairs) => {
            let pairs = pairs.into_iter().map(|(key, value)| (key.as_str().unwrap().to_owned(), plain(value)));
            Value::Object(pairs.collect::<Map<_, _>>())
        }
        Yaml::Tagged(tagged) => {
            let tag = tagged.tag.to_string();
            json!({ tag: plain(tagged.value) })
        }
    }
}

/// A resource's properties.
pub fn properties(resource: &str) -> &'static Value {
    let found = &READ["Resources"][resource]["Properties"];
    assert!(!found.is_null(), "the template has no `{resource}`");
    found
}

/// Every resource of a type, by name, with its properties.
pub fn of_type(kind: &str) -> BTreeMap<&'static str, &'static Value> {
    let all = READ["Resources"].as_object().unwrap();
    let found = all.iter().filter(|(_, resource)| resource["Type"] == kind);
    found.map(|(name, resource)| (name.as_str(), &resource["Properties"])).collect()
}

/// The functions, by name, with the package that each is built from.
pub fn functions() -> BTreeMap<&'static str, &'static str> {
    let names = of_type("AWS::Serverless::Function").into_keys();
    let built = |name: &str| READ["Resources"][name]["Metadata"]["BuildProperties"]["Binary"].as_str().unwrap();
    names.map(|name| (name, built(name))).collect()
}

/// Every route that has a name, such as `GET /api/my/courses/{course}`, with the function behind it.
pub fn routes() -> BTreeMap<&'static str, String> {
    let behind = |route: &Value| {
        let target = route["Target"]["!Sub"].as_str().unwrap();
        target.strip_prefix("integrations/${").unwrap().strip_suffix("Integration}").unwrap().to_owned()
    };
    let all = of_type("AWS::ApiGatewayV2::Route").into_values();
    all.map(|route| (route["RouteKey"].as_str().unwrap(), behind(route)))
        .filter(|(key, _)| *key != "$default")
        .collect()
}

/// The function that a request goes to: of two routes that fit, the one that spells out more.
pub fn function_behind(method: &str, path: &str) -> Option<String> {
    static ROUTES: LazyLock<BTreeMap<&str, String>> = LazyLock::new(routes);
    let gap = |part: &str| part.starts_with('{');
    let fits = |key: &str| {
        let (verb, pattern) = key.split_once(' ').unwrap();
        let (wanted, given): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
        let same =
            wanted.len() == given.len() && wanted.iter().zip(&given).all(|(one, other)| gap(one) || one == other);
        (verb == method && same).then(|| wanted.iter().filter(|part| !gap(part)).count())
    };
    let best = ROUTES.iter().filter_map(|(key, function)| fits(key).map(|spelled| (spelled, function))).max();
    best.map(|(_, function)| function.clone())
}

/// Every statement of a function's own role.
pub fn statements(function: &str) -> Vec<&'static Value> {
    let policies = properties(function)["Policies"].as_array().unwrap();
    policies.iter().flat_map(|policy| policy["Statement"].as_array().unwrap()).collect()
}

/// One text or several, as a list.
pub fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    }
}
