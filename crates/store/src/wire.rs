//! How requests reach the table: which certificates are trusted, and with whose credentials they are signed.
//!
//! A function must answer within milliseconds of its start. What the SDK does by default (every certificate of the
//! machine is read, every source of credentials is tried) costs more than the rest of the start together. In the cloud
//! there is one answer to either question: Amazon's own roots, and the environment that Lambda gives a function.

use aws_sdk_dynamodb::config::{Credentials, Region};
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_runtime_api::client::http::SharedHttpClient;

/// The roots that AWS's own endpoints stand on (amazontrust.com/repository).
const AMAZON_ROOTS: &[u8] = include_bytes!("amazon_roots.pem");

/// Where requests go and how they are signed.
pub(crate) struct Wire {
    pub(crate) http_client: SharedHttpClient,
    pub(crate) region: Option<Region>,
    pub(crate) credentials: Option<Credentials>,
}

impl Wire {
    /// To AWS, as the environment says.
    pub(crate) fn to_aws() -> Self {
        let lookup = |name: &str| std::env::var(name).ok().filter(|text| !text.is_empty());
        let keys = lookup("AWS_ACCESS_KEY_ID").zip(lookup("AWS_SECRET_ACCESS_KEY"));
        let credentials =
            keys.map(|(key, secret)| Credentials::new(key, secret, lookup("AWS_SESSION_TOKEN"), None, "environment"));
        let roots = TrustStore::empty().with_pem_certificate(AMAZON_ROOTS);
        Self { http_client: https(roots), region: lookup("AWS_REGION").map(Region::new), credentials }
    }

    /// To an engine of our own, which asks for no signature but gets one.
    pub(crate) fn to_engine(endpoint: &str) -> Self {
        let encrypted = endpoint.starts_with("https://");
        let http_client = if encrypted { https(TrustStore::default()) } else { Builder::new().build_http() };
        let credentials = Credentials::new("local", "local", None, None, "own-endpoint");
        Self { http_client, region: Some(Region::from_static("local")), credentials: Some(credentials) }
    }
}

fn https(roots: TrustStore) -> SharedHttpClient {
    let builder = Builder::new().tls_provider(Provider::Rustls(CryptoMode::AwsLc));
    match TlsContext::builder().with_trust_store(roots).build() {
        Ok(context) => builder.tls_context(context).build_https(),
        // Without a context of ours the SDK takes its own: slower, and as safe.
        Err(_) => builder.build_https(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amazons_roots_are_read() {
        // A certificate that does not read would stop the function here.
        let _ = https(TrustStore::empty().with_pem_certificate(AMAZON_ROOTS));
        assert_eq!(AMAZON_ROOTS.windows(10).filter(|bytes| bytes == b"-----BEGIN").count(), 5);
    }
}
