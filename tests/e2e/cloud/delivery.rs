//! What CloudFront says with every page is what the functions say with every answer.

use std::collections::BTreeMap;

use portico_tests::World;
use serde_json::Value;

use portico_tests::cloud::template::properties;

/// The headers of the template's policy, as a browser sees them.
fn templated(payment_page: &str) -> BTreeMap<String, String> {
    let config = &properties("SiteHeaders")["ResponseHeadersPolicyConfig"];
    let security = &config["SecurityHeadersConfig"];
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let transport = &security["StrictTransportSecurity"];
    assert_eq!(transport["IncludeSubdomains"], true);
    assert!(!security["ContentTypeOptions"].is_null());
    let policy = text(&security["ContentSecurityPolicy"]["ContentSecurityPolicy"]["!Sub"]);
    let mut headers = BTreeMap::from([
        ("strict-transport-security", format!("max-age={}; includeSubDomains", transport["AccessControlMaxAgeSec"])),
        ("x-content-type-options", "nosniff".to_owned()),
        ("referrer-policy", text(&security["ReferrerPolicy"]["ReferrerPolicy"])),
        ("x-frame-options", text(&security["FrameOptions"]["FrameOption"])),
        ("content-security-policy", policy.replace("${PaymentPage}", payment_page)),
    ]);
    for item in config["CustomHeadersConfig"]["Items"].as_array().unwrap() {
        headers.insert(item["Header"].as_str().unwrap(), text(&item["Value"]));
    }
    headers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

#[tokio::test]
async fn pages_of_the_site_have_the_headers_of_the_functions() {
    let world = World::start().await;
    let settings = &world.platform.app.settings;
    let ours = web::security_headers(settings);
    let ours = ours.iter().map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    assert_eq!(templated(&settings.payment_page_origin), ours);
}

#[test]
fn the_viewer_is_named_by_the_front_alone_and_refusals_are_kept_by_nobody() {
    let code = properties("ApiRouter")["FunctionCode"].as_str().unwrap();
    assert!(code.contains("request.headers['x-portico-viewer'] = { value: event.viewer.ip }"), "{code}");
    let config = &properties("Distribution")["DistributionConfig"];
    let api = &config["CacheBehaviors"][0];
    assert_eq!(api["PathPattern"], "/api/*");
    assert_eq!(api["FunctionAssociations"][0]["FunctionARN"]["!GetAtt"], "ApiRouter.FunctionMetadata.FunctionARN");
    let origins = config["Origins"].as_array().unwrap();
    let origin = origins.iter().find(|origin| origin["Id"] == "api").unwrap();
    assert_eq!(origin["OriginCustomHeaders"][0]["HeaderName"], "X-Portico-Front");
    for refusal in config["CustomErrorResponses"].as_array().unwrap() {
        assert_eq!(refusal["ErrorCachingMinTTL"], 0, "{refusal}");
    }
}
