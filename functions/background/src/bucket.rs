//! The site in a bucket: only files that differ are put, and many changes at once become a release of their own, which
//! people see from one moment to the next. A run that is killed leaves what people see as it was, or each file of it
//! whole, and the next run goes on from there.
//!
//! A release is a folder of the bucket. Beside its files lies a list of them, which says what each holds; who changes
//! files first notes on the list that nobody knows what these hold, and writes the list only over the one that was
//! read. What the list does not vouch for is put again, or deleted where the site no longer has it.

mod kinds;
mod listing;
mod switch;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use aws_sdk_s3::Client;
use aws_sdk_s3::config::timeout::TimeoutConfig;
use aws_sdk_s3::config::{BehaviorVersion, SharedCredentialsProvider};
use aws_sdk_s3::primitives::ByteStream;
use store::Wire;
use thiserror::Error;
use tokio::task::JoinSet;

use kinds::{cache_control, content_type};
use listing::Listing;
use switch::Switch;

/// Files by path, each with the fingerprint of what it holds.
pub(crate) type Files = BTreeMap<String, String>;

/// Files that are put at once: enough to hide the way there, few enough for the function's memory.
const TOGETHER: usize = 32;
/// Where more of the files than one in so many differ, a new release is built beside the old one.
const WHOLE_FROM_ONE_IN: usize = 4;
/// Objects that one request deletes; the service takes no more.
const DELETED_TOGETHER: usize = 1_000;

/// Why the bucket does not hold what it should.
#[derive(Debug, Error)]
pub enum BucketError {
    /// Another run published meanwhile; the next try sees what it did.
    #[error("another run has published meanwhile")]
    Overtaken,
    /// A file of the folder cannot be read.
    #[error("`{0}` cannot be read: {1}")]
    Folder(PathBuf, std::io::Error),
    /// The service refused or did not answer.
    #[error("the bucket does not answer: {0}")]
    Service(String),
}

pub(crate) fn service<E: std::error::Error>(error: E) -> BucketError {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        words = format!("{words}: {inner}");
        cause = inner.source();
    }
    BucketError::Service(words)
}

/// The bucket, and what tells people which release of it they see.
pub struct Bucket {
    client: Client,
    name: String,
    switch: Switch,
}

/// What stands in the bucket.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    release: String,
    listing: Listing,
    /// The switch as it stood.
    turn: String,
}

impl Standing {
    /// Differs wherever somebody published.
    pub(crate) fn mark(&self) -> (String, String) {
        (self.release.clone(), self.listing.tag.clone())
    }
}

const BUCKET: &str = "PORTICO_SITE_BUCKET";
const SWITCH: &str = "PORTICO_SITE_SWITCH";

/// How long one request may take: files are small, so whatever takes longer has gone astray.
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(20);

fn patience() -> TimeoutConfig {
    TimeoutConfig::builder().operation_attempt_timeout(ATTEMPT_TIMEOUT).build()
}

impl Bucket {
    /// Reads the bucket's name and the switch through `lookup`: the ARN of a key-value store of CloudFront, or nothing,
    /// where an object of the bucket says which release is the present one. `None` where no bucket is named.
    pub fn read(lookup: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let lookup = |name: &str| lookup(name).filter(|text| !text.is_empty());
        let (name, wire) = (lookup(BUCKET)?, Wire::to_aws());
        let mut config = aws_sdk_s3::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .http_client(wire.http_client.clone())
            .region(wire.region.clone())
            .timeout_config(patience());
        config.set_endpoint_url(wire.endpoint.clone());
        config.set_credentials_provider(wire.credentials.clone().map(SharedCredentialsProvider::new));
        let client = Client::from_conf(config.build());
        let switch = match lookup(SWITCH) {
            None => Switch::object(client.clone(), name.clone()),
            Some(arn) => Switch::store(wire, arn),
        };
        Some(Self { client, name, switch })
    }

    /// What people see now.
    pub(crate) async fn look(&self) -> Result<Standing, BucketError> {
        let (release, turn) = self.switch.read().await?;
        let listing = match &release {
            None => Listing::default(),
            Some(release) => listing::read(&self.client, &self.name, release).await?,
        };
        Ok(Standing { release: release.unwrap_or_default(), listing, turn })
    }

    /// Brings the bucket to what lies in the folder; gives what stands then. `fresh` names a release that would be new.
    pub(crate) async fn follow(
        &self,
        folder: &Path,
        files: &Files,
        before: Standing,
        fresh: &str,
    ) -> Result<Standing, BucketError> {
        let differs = |path: &String, print: &String| before.listing.files.get(path) != Some(print);
        let changed: Vec<String> =
            files.iter().filter(|(path, print)| differs(path, print)).map(|(path, _)| path.clone()).collect();
        let gone: Vec<String> =
            before.listing.files.keys().filter(|path| !files.contains_key(*path)).cloned().collect();
        if before.release.is_empty() || changed.len() > files.len() / WHOLE_FROM_ONE_IN {
            return self.release(folder, files, before, fresh).await;
        }
        if changed.is_empty() && gone.is_empty() {
            return Ok(before);
        }
        // What is under way stays on the list, and holds nothing that anybody knows: whoever goes on after a run that
        // was killed puts it again or deletes it, though the folder may have changed its mind meanwhile.
        let mut listing = before.listing.clone();
        listing.files.extend(changed.iter().chain(&gone).map(|path| (path.clone(), String::new())));
        let claimed = listing::write(&self.client, &self.name, &before.release, &listing).await?;
        self.put_all(folder, &before.release, &changed).await?;
        self.delete(gone.iter().map(|path| format!("{}/{path}", before.release)).collect()).await?;
        let done = Listing { files: files.clone(), tag: claimed };
        let tag = listing::write(&self.client, &self.name, &before.release, &done).await?;
        Ok(Standing { listing: Listing { tag, ..done }, ..before })
    }

    /// A whole release beside the present one; then the switch; then what nobody sees any more goes.
    async fn release(
        &self,
        folder: &Path,
        files: &Files,
        before: Standing,
        fresh: &str,
    ) -> Result<Standing, BucketError> {
        let paths: Vec<String> = files.keys().cloned().collect();
        self.put_all(folder, fresh, &paths).await?;
        let listing = Listing { files: files.clone(), tag: String::new() };
        let tag = listing::write(&self.client, &self.name, fresh, &listing).await?;
        let turn = self.switch.turn_to(fresh, &before.turn).await?;
        tracing::info!(release = fresh, before = before.release, files = files.len(), "released");
        // The one before stays: that is where the switch can be turned back to.
        self.sweep(&[fresh, &before.release]).await?;
        Ok(Standing { release: fresh.to_owned(), listing: Listing { tag, ..listing }, turn })
    }

    /// What pages load is there before the pages.
    async fn put_all(&self, folder: &Path, release: &str, paths: &[String]) -> Result<(), BucketError> {
        for pages in [false, true] {
            let mut putting = JoinSet::new();
            for path in paths.iter().filter(|path| path.ends_with(".html") == pages) {
                if putting.len() >= TOGETHER {
                    done(putting.join_next().await)?;
                }
                let (client, bucket) = (self.client.clone(), self.name.clone());
                let (file, key) = (folder.join(path), format!("{release}/{path}"));
                putting.spawn(async move { put(&client, bucket, file, key).await });
            }
            while let Some(one) = putting.join_next().await {
                done(Some(one))?;
            }
        }
        Ok(())
    }

    /// Deletes every release but these.
    async fn sweep(&self, kept: &[&str]) -> Result<(), BucketError> {
        let folders = self.client.list_objects_v2().bucket(&self.name).delimiter("/").send().await.map_err(service)?;
        let folders = folders.common_prefixes.unwrap_or_default().into_iter().filter_map(|one| one.prefix);
        for folder in folders.filter(|folder| !kept.contains(&folder.trim_end_matches('/'))) {
            loop {
                let list = self.client.list_objects_v2().bucket(&self.name).prefix(&folder);
                let objects = list.send().await.map_err(service)?.contents.unwrap_or_default();
                let keys: Vec<String> = objects.into_iter().filter_map(|object| object.key).collect();
                if keys.is_empty() {
                    break;
                }
                self.delete(keys).await?;
            }
        }
        Ok(())
    }

    async fn delete(&self, keys: Vec<String>) -> Result<(), BucketError> {
        use aws_sdk_s3::types::{Delete, ObjectIdentifier};
        for some in keys.chunks(DELETED_TOGETHER) {
            let named = some.iter().map(|key| ObjectIdentifier::builder().key(key).build());
            let named: Vec<_> = named.collect::<Result<_, _>>().map_err(service)?;
            let wanted = Delete::builder().set_objects(Some(named)).quiet(true).build().map_err(service)?;
            let gone = self.client.delete_objects().bucket(&self.name).delete(wanted).send().await.map_err(service)?;
            if let Some(left) = gone.errors.unwrap_or_default().first() {
                return Err(BucketError::Service(format!("{:?} was not deleted: {:?}", left.key, left.message)));
            }
        }
        Ok(())
    }
}

async fn put(client: &Client, bucket: String, file: PathBuf, key: String) -> Result<(), BucketError> {
    let bytes = tokio::fs::read(&file).await.map_err(|error| BucketError::Folder(file, error))?;
    let path = key.split_once('/').map_or(key.as_str(), |(_, path)| path);
    let (kind, kept) = (content_type(path), cache_control(path));
    let put = client.put_object().bucket(bucket).content_type(kind).cache_control(kept);
    put.key(key).body(ByteStream::from(bytes)).send().await.map_err(service)?;
    Ok(())
}

fn done(one: Option<Result<Result<(), BucketError>, tokio::task::JoinError>>) -> Result<(), BucketError> {
    match one {
        Some(Ok(done)) => done,
        Some(Err(ended)) => Err(service(ended)),
        None => Ok(()),
    }
}
