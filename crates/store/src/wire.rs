//! How requests reach AWS: over which connections, and with whose credentials they are signed.
//!
//! A function must answer within milliseconds of its start. What the SDK does by default (every certificate of the
//! machine is read, every source of credentials is tried) costs more than the rest of the start together. In the cloud
//! there is one answer to either question: Amazon's own roots, and the environment that Lambda gives a function.

mod connection;

use aws_sdk_dynamodb::config::{Credentials, Region};
use aws_smithy_runtime_api::client::http::SharedHttpClient;

use connection::{Connections, Roots};

/// Where requests go and how they are signed.
#[derive(Debug, Clone)]
pub struct Wire {
    /// The connections; clones share them.
    pub http_client: SharedHttpClient,
    /// The region, where the environment names one.
    pub region: Option<Region>,
    /// Whose requests they are, where the environment says so.
    pub credentials: Option<Credentials>,
    /// Another endpoint for all of AWS's services, where the environment names one; rehearsals do.
    pub endpoint: Option<String>,
}

impl Wire {
    /// To AWS, as the environment says.
    pub fn to_aws() -> Self {
        let lookup = |name: &str| std::env::var(name).ok().filter(|text| !text.is_empty());
        let keys = lookup("AWS_ACCESS_KEY_ID").zip(lookup("AWS_SECRET_ACCESS_KEY"));
        let credentials =
            keys.map(|(key, secret)| Credentials::new(key, secret, lookup("AWS_SESSION_TOKEN"), None, "environment"));
        Self {
            http_client: over(Roots::Amazon),
            region: lookup("AWS_REGION").map(Region::new),
            credentials,
            endpoint: lookup("AWS_ENDPOINT_URL"),
        }
    }

    /// To an engine of our own, which asks for no signature but gets one.
    pub fn to_engine() -> Self {
        let credentials = Credentials::new("local", "local", None, None, "own-endpoint");
        let region = Some(Region::from_static("local"));
        Self { http_client: over(Roots::Machine), region, credentials: Some(credentials), endpoint: None }
    }
}

fn over(roots: Roots) -> SharedHttpClient {
    SharedHttpClient::new(Connections::trusting(roots))
}
