//! Events as AWS sends them.

use serde_json::{Value, json};

/// A request through an HTTP API, payload format 2.0.
pub(super) fn http_event(method: &str, path: &str, headers: &[(&str, &str)], body: Option<&str>) -> Value {
    let mut all = serde_json::Map::new();
    for (name, value) in [
        ("host", "abc123.execute-api.eu-central-1.amazonaws.com"),
        ("x-forwarded-for", "203.0.113.7"),
        ("accept", "*/*"),
    ]
    .iter()
    .chain(headers)
    {
        all.insert((*name).to_owned(), json!(value));
    }
    json!({
        "version": "2.0",
        "routeKey": format!("{method} {path}"),
        "rawPath": path,
        "rawQueryString": "",
        "headers": all,
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "abc123",
            "domainName": "abc123.execute-api.eu-central-1.amazonaws.com",
            "domainPrefix": "abc123",
            "http": { "method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "203.0.113.7", "userAgent": "test" },
            "requestId": "JKJaXmPLvHcESHA=",
            "routeKey": format!("{method} {path}"),
            "stage": "$default",
            "time": "23/Nov/2026:09:12:38 +0000",
            "timeEpoch": 1_795_425_158_000_u64
        },
        "body": body,
        "isBase64Encoded": false
    })
}

/// A batch of a table's stream: sequence number, partition key and sort key of fresh items.
pub(super) fn stream_event(records: &[(&str, &str, &str)]) -> Value {
    let record = |(number, pk, sk): &(&str, &str, &str)| {
        let keys = json!({ "pk": { "S": pk }, "sk": { "S": sk } });
        json!({
            "eventID": format!("event-{number}"),
            "eventName": "INSERT",
            "eventVersion": "1.1",
            "eventSource": "aws:dynamodb",
            "awsRegion": "eu-central-1",
            "eventSourceARN": "arn:aws:dynamodb:eu-central-1:123456789012:table/portico/stream/2026-11-23T00:00:00.000",
            "dynamodb": {
                "ApproximateCreationDateTime": 1_795_425_158.0,
                "Keys": keys,
                "NewImage": keys,
                "SequenceNumber": number,
                "SizeBytes": 100,
                "StreamViewType": "NEW_AND_OLD_IMAGES"
            }
        })
    };
    json!({ "Records": records.iter().map(record).collect::<Vec<_>>() })
}
