//! A feed as it is sent: bytes whose type is said, read by the feeds' own rules.

use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use bytes::Bytes;
use domain::Audience;
use feeds::{Feed, FeedError, Format, Options};
use web::{Failure, body_bytes};

/// A feed of 100,000 courses has about 64 MB, and more is not read anyway. In the cloud the gateway in front of the
/// function takes at most 6 MB: larger catalogs go through the command line there.
pub(super) const FEED_BYTES_MAX: usize = feeds::FEED_BYTES_MAX;

const TYPES: &str = "application/json, application/vnd.api+json or text/csv";

/// A feed that is being sent. Nothing of it is taken in before it is asked for: permission comes first.
#[derive(Debug)]
pub(crate) struct FeedRequest(Request);

impl<S: Send + Sync> FromRequest<S> for FeedRequest {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &S) -> Result<Self, Failure> {
        Ok(Self(request))
    }
}

/// A feed that was sent.
#[derive(Debug)]
pub(crate) struct FeedBody {
    bytes: Bytes,
    format: Format,
}

impl FeedRequest {
    /// Takes the feed in.
    pub(super) async fn receive(self) -> Result<FeedBody, Failure> {
        let said = self.0.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let essence = said.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let format = match essence.as_str() {
            "application/json" | "application/vnd.api+json" => Format::MooChub,
            "text/csv" => Format::Csv,
            _ => return Err(Failure::UnsupportedType(TYPES)),
        };
        // The limit itself is set where the route is made.
        Ok(FeedBody { bytes: body_bytes(self.0, &()).await?, format })
    }
}

impl FeedBody {
    /// Reads the feed, away from the thread that answers requests: a large one takes seconds.
    pub(super) async fn read(self, audience: Audience, origin: Option<String>) -> Result<Feed, Failure> {
        let reading = tokio::task::spawn_blocking(move || {
            let options = Options { audience, origin: origin.as_deref(), load_lesson: None };
            feeds::read(&self.bytes, self.format, &options)
        });
        let feed = reading.await.map_err(|error| Failure::Internal(error.to_string()))?;
        feed.map_err(|error| match error {
            FeedError::TooLarge { .. } => Failure::TooLarge,
            other => Failure::Malformed(other.to_string()),
        })
    }
}
