//! The switch: which release people see. In the cloud it is a key in CloudFront's own store, which its router asks with
//! every request; where there is none, an object of the bucket.

use aws_sdk_cloudfrontkeyvaluestore::Client as StoreClient;
use aws_sdk_cloudfrontkeyvaluestore::config::{BehaviorVersion, SharedCredentialsProvider};
use aws_sdk_cloudfrontkeyvaluestore::operation::get_key::GetKeyError;
use aws_sdk_cloudfrontkeyvaluestore::operation::put_key::PutKeyError;
use aws_sdk_s3::Client;
use aws_sdk_s3::operation::get_object::GetObjectError;
use aws_sdk_s3::primitives::ByteStream;
use store::Wire;

use super::listing::was_overtaken;
use super::{BucketError, patience, service};

/// The key's name, and the object's.
const KEY: &str = "release";

pub(crate) enum Switch {
    Store { client: StoreClient, arn: String },
    Object { client: Client, bucket: String },
}

impl Switch {
    pub(crate) fn store(wire: Wire, arn: String) -> Self {
        let mut config = aws_sdk_cloudfrontkeyvaluestore::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .http_client(wire.http_client)
            .region(wire.region)
            .timeout_config(patience());
        config.set_endpoint_url(wire.endpoint);
        config.set_credentials_provider(wire.credentials.map(SharedCredentialsProvider::new));
        Self::Store { client: StoreClient::from_conf(config.build()), arn }
    }

    pub(crate) fn object(client: Client, bucket: String) -> Self {
        Self::Object { client, bucket }
    }

    /// The present release, and the state of the switch for turning it.
    pub(crate) async fn read(&self) -> Result<(Option<String>, String), BucketError> {
        match self {
            Self::Store { client, arn } => {
                // The state first: who turns between the two questions is noticed.
                let state = client.describe_key_value_store().kvs_arn(arn).send().await.map_err(service)?.e_tag;
                match client.get_key().kvs_arn(arn).key(KEY).send().await {
                    Ok(found) => Ok((Some(found.value), state)),
                    Err(error)
                        if error.as_service_error().is_some_and(GetKeyError::is_resource_not_found_exception) =>
                    {
                        Ok((None, state))
                    }
                    Err(error) => Err(service(error)),
                }
            }
            Self::Object { client, bucket } => match client.get_object().bucket(bucket).key(KEY).send().await {
                Ok(found) => {
                    let state = found.e_tag.unwrap_or_default();
                    let bytes = found.body.collect().await.map_err(service)?.into_bytes();
                    Ok((Some(String::from_utf8_lossy(&bytes).trim().to_owned()), state))
                }
                Err(error) if error.as_service_error().is_some_and(GetObjectError::is_no_such_key) => {
                    Ok((None, String::new()))
                }
                Err(error) => Err(service(error)),
            },
        }
    }

    /// Turns it, unless somebody else did; gives its new state.
    pub(crate) async fn turn_to(&self, release: &str, state: &str) -> Result<String, BucketError> {
        match self {
            Self::Store { client, arn } => {
                let put = client.put_key().kvs_arn(arn).key(KEY).value(release).if_match(state).send().await;
                match put {
                    Ok(turned) => Ok(turned.e_tag),
                    Err(error) if error.as_service_error().is_some_and(PutKeyError::is_conflict_exception) => {
                        Err(BucketError::Overtaken)
                    }
                    Err(error) => Err(service(error)),
                }
            }
            Self::Object { client, bucket } => {
                let put = client.put_object().bucket(bucket).key(KEY).content_type("text/plain");
                let put = if state.is_empty() { put.if_none_match("*") } else { put.if_match(state) };
                match put.body(ByteStream::from(release.as_bytes().to_vec())).send().await {
                    Ok(turned) => Ok(turned.e_tag.unwrap_or_default()),
                    Err(error) if was_overtaken(&error) => Err(BucketError::Overtaken),
                    Err(error) => Err(service(error)),
                }
            }
        }
    }
}
