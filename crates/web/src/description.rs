//! What any endpoint may answer because of what all of them share: the layers in front, the extractors, the table
//! behind. It is described once, here, so that an endpoint's own description holds what is its own.

use utoipa::openapi::path::{Operation, ParameterIn, PathItem};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder};

/// Refusals are JSON, and pages for whoever asks for pages.
const PAGE: &str = "text/html";
const JSON: &str = "application/json";

const FOREIGN: (u16, &str) = (403, "Not permitted, or not sent by a page of this platform");
const UNREADABLE: (u16, &str) = (400, "It cannot be read, or names something that is not taken here");
const IMPOSSIBLE: (u16, &str) = (422, "Some fields need another value");
const UNKNOWN: (u16, &str) = (404, "There is no such thing, or the asker may not know of it");
const TOO_LARGE: (u16, &str) = (413, "More than is taken here");
const OTHER_TYPE: (u16, &str) = (415, "Not the kind of content that is taken here");
const UNAVAILABLE: (u16, &str) = (503, "Something we need does not answer; nothing was changed");

/// Completes the description of every endpoint.
pub fn describe_shared_answers(api: &mut OpenApi) {
    for item in api.paths.paths.values_mut() {
        for (writes, operation) in operations(item) {
            for (status, words) in shared_answers(writes, operation) {
                describe(operation, status, words);
            }
            refusals_are_pages_too(operation);
        }
    }
}

/// The operations of a path, and whether they may write.
fn operations(item: &mut PathItem) -> impl Iterator<Item = (bool, &mut Operation)> {
    let PathItem { get, put, post, delete, patch, .. } = item;
    let reads = [get].into_iter().flatten().map(|operation| (false, operation));
    reads.chain([put, post, delete, patch].into_iter().flatten().map(|operation| (true, operation)))
}

fn shared_answers(writes: bool, operation: &Operation) -> Vec<(u16, &'static str)> {
    let takes = |place: ParameterIn| {
        let parameters = operation.parameters.iter().flatten();
        parameters.into_iter().any(|one| matches!(one, RefOr::T(one) if one.parameter_in == place))
    };
    let mut answers = vec![UNAVAILABLE];
    if writes {
        answers.push(FOREIGN);
    }
    if takes(ParameterIn::Path) {
        answers.push(UNKNOWN);
    }
    if takes(ParameterIn::Query) {
        answers.extend([UNREADABLE, IMPOSSIBLE]);
    }
    if operation.request_body.is_some() {
        answers.extend([UNREADABLE, IMPOSSIBLE, TOO_LARGE, OTHER_TYPE]);
    }
    answers
}

/// Adds an answer, unless the endpoint describes it in words of its own.
fn describe(operation: &mut Operation, status: u16, words: &str) {
    let described = &mut operation.responses.responses;
    let whole_class = described.contains_key(&format!("{}XX", status / 100));
    if !whole_class {
        described.entry(status.to_string()).or_insert_with(|| RefOr::T(problem(words)));
    }
}

fn problem(words: &str) -> Response {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    ResponseBuilder::new().description(words).content(JSON, content).build()
}

fn refusals_are_pages_too(operation: &mut Operation) {
    for (status, answer) in &mut operation.responses.responses {
        let RefOr::T(answer) = answer else { continue };
        if status.starts_with(['4', '5']) && answer.content.contains_key(JSON) {
            let text = ObjectBuilder::new().schema_type(Type::String).build();
            let page = ContentBuilder::new().schema(Some(text)).build();
            answer.content.entry(PAGE.to_owned()).or_insert(RefOr::T(page));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn described(operation: Value) -> Value {
        let document = json!({
            "openapi": "3.1.0", "info": { "title": "", "version": "" }, "paths": { "/api/x/{y}": { "post": operation } }
        });
        let mut api: OpenApi = serde_json::from_value(document).unwrap();
        describe_shared_answers(&mut api);
        let whole = serde_json::to_value(api).unwrap();
        whole.pointer("/paths/~1api~1x~1{y}/post/responses").unwrap().clone()
    }

    fn statuses(answers: &Value) -> Vec<&str> {
        answers.as_object().unwrap().keys().map(String::as_str).collect()
    }

    #[test]
    fn each_part_of_a_request_brings_its_refusals() {
        let bare = described(json!({ "responses": {} }));
        assert_eq!(statuses(&bare), ["403", "503"]);
        let y = json!({ "name": "y", "in": "path", "required": true, "schema": { "type": "string" } });
        let z = json!({ "name": "z", "in": "query", "required": false, "schema": { "type": "string" } });
        let body = json!({ "content": { "application/json": {} } });
        let asked = json!({ "responses": {}, "parameters": [y, z], "requestBody": body });
        assert_eq!(statuses(&described(asked)), ["400", "403", "404", "413", "415", "422", "503"]);
    }

    #[test]
    fn words_of_ones_own_stay_and_refusals_are_pages_too() {
        let own = json!({ "description": "Own words", "content": { "application/json": {} } });
        let answers = described(json!({ "responses": { "403": own, "200": own } }));
        assert_eq!(answers["403"]["description"], "Own words");
        assert!(answers["403"]["content"]["text/html"].is_object());
        assert!(answers["200"]["content"]["text/html"].is_null());
        let class = described(json!({ "responses": { "4XX": own } }));
        assert_eq!(statuses(&class), ["4XX", "503"]);
        assert!(class["4XX"]["content"]["text/html"].is_object());
    }
}
