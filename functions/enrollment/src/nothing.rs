//! The body of a request whose address says everything: an empty JSON object. Anything in it is refused, so that
//! nobody believes a field was heard.

use serde::Deserialize;
use utoipa::ToSchema;

/// `{}`.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}
