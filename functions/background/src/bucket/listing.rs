//! The list of a release: what each of its files holds. It is written only over the list that was read.

use aws_sdk_s3::Client;
use aws_sdk_s3::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_s3::operation::get_object::GetObjectError;
use aws_sdk_s3::primitives::ByteStream;

use super::{BucketError, Files, service};

/// Its name begins with a point, so no page can have it, and CloudFront's router refuses it.
const NAME: &str = ".written";

/// A list, with the tag of the object that it was read from; empty where there is none.
#[derive(Debug, Clone, Default)]
pub(crate) struct Listing {
    pub(crate) files: Files,
    pub(crate) tag: String,
}

/// Reads a release's list; an empty one where there is none.
pub(crate) async fn read(client: &Client, bucket: &str, release: &str) -> Result<Listing, BucketError> {
    let found = client.get_object().bucket(bucket).key(format!("{release}/{NAME}")).send().await;
    let found = match found {
        Err(error) if error.as_service_error().is_some_and(GetObjectError::is_no_such_key) => {
            return Ok(Listing::default());
        }
        found => found.map_err(service)?,
    };
    let tag = found.e_tag.unwrap_or_default();
    let bytes = found.body.collect().await.map_err(service)?.into_bytes();
    let text = String::from_utf8_lossy(&bytes);
    // A line that is not understood is a file that is not known, so it is put again.
    let files = text.lines().filter_map(|line| line.split_once(' '));
    Ok(Listing { files: files.map(|(print, path)| (path.to_owned(), print.to_owned())).collect(), tag })
}

/// Writes a list over the one with its tag, or where there is none; gives the new tag.
pub(crate) async fn write(
    client: &Client,
    bucket: &str,
    release: &str,
    listing: &Listing,
) -> Result<String, BucketError> {
    let text: String = listing.files.iter().map(|(path, print)| format!("{print} {path}\n")).collect();
    let put = client.put_object().bucket(bucket).key(format!("{release}/{NAME}")).content_type("text/plain");
    let put = match listing.tag.as_str() {
        "" => put.if_none_match("*"),
        tag => put.if_match(tag),
    };
    match put.body(ByteStream::from(text.into_bytes())).send().await {
        Ok(written) => Ok(written.e_tag.unwrap_or_default()),
        Err(error) if was_overtaken(&error) => Err(BucketError::Overtaken),
        Err(error) => Err(service(error)),
    }
}

/// Whether a write under a condition came second.
pub(super) fn was_overtaken<E: ProvideErrorMetadata>(error: &SdkError<E>) -> bool {
    let code = error.as_service_error().and_then(ProvideErrorMetadata::code);
    matches!(code, Some("PreconditionFailed" | "ConditionalRequestConflict"))
}
