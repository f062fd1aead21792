//! The description of every endpoint, put together from the routers themselves.

use utoipa::openapi::OpenApi;
use utoipa::openapi::info::InfoBuilder;

/// Names the whole and merges the parts.
pub fn description(platform_name: &str, parts: Vec<OpenApi>) -> OpenApi {
    let mut whole = OpenApi::default();
    whole.info = InfoBuilder::new()
        .title(format!("{platform_name} API"))
        .version("1")
        .description(Some("Writes of signed-in pages carry the `x-csrf` value of `GET /api/login/me`."))
        .build();
    for part in parts {
        whole.merge(part);
    }
    web::describe_shared_answers(&mut whole);
    whole
}
