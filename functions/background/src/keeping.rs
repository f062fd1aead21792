//! Keeping the site up with the table: what changed is read, rendered, and followed by the bucket where there is one.

use std::pin::Pin;
use std::sync::Arc;

use domain::CourseId;
use site_generator::{Published, SiteError};
use store::{Store, StoreError};
use thiserror::Error;

use crate::bucket::BucketError;
use crate::site::SiteKeeper;

/// Why the site is not what the table says.
#[derive(Debug, Error)]
pub enum KeepingError {
    /// The catalog could not be read.
    #[error("the catalog could not be read: {0}")]
    Store(#[from] StoreError),
    /// The folder could not be written.
    #[error("the site could not be rendered: {0}")]
    Site(#[from] SiteError),
    /// The bucket did not follow.
    #[error(transparent)]
    Bucket(#[from] BucketError),
    /// The work was ended from outside.
    #[error("the work was ended")]
    Ended,
}

/// The future of a site that is kept up.
pub type Keeping<'k> = Pin<Box<dyn Future<Output = Result<Published, KeepingError>> + Send + 'k>>;

impl SiteKeeper {
    /// Publishes what became of some courses; with none, renders anew where a day has begun or the last time failed.
    pub fn keep_up<'k>(self: &'k Arc<Self>, store: &'k Store, changed: &'k [CourseId]) -> Keeping<'k> {
        // Boxed: what it is made of is too deep for the compiler where it lies inside of others' work.
        Box::pin(self.keep(store, changed))
    }

    async fn keep(self: &Arc<Self>, store: &Store, changed: &[CourseId]) -> Result<Published, KeepingError> {
        let _turn = self.turn().await;
        let Some(bucket) = &self.bucket else { return self.render(store, changed).await };
        let standing = bucket.look().await?;
        let mut done = Published::default();
        if !self.remembers(&standing.mark()) {
            // This process is new, or another one has published: what is remembered here may be old.
            let courses = store.public_catalog().await?;
            done = self.apart(move |site| site.publish_all(courses)).await?;
        }
        let more = self.render(store, changed).await?;
        done.written.extend(more.written);
        done.deleted.extend(more.deleted);
        let followed = bucket.follow(&self.folder, &self.files(), standing, &self.fresh_release()).await?;
        self.remember(followed.mark());
        Ok(done)
    }

    async fn render(self: &Arc<Self>, store: &Store, changed: &[CourseId]) -> Result<Published, KeepingError> {
        if changed.is_empty() {
            return self.apart(|site| site.refresh().map(Option::unwrap_or_default)).await;
        }
        let (now_public, changed) = (store.public_courses(changed).await?, changed.to_vec());
        self.apart(move |site| site.publish_changes(&changed, now_public)).await
    }

    /// Rendering keeps every core busy; requests are answered on another thread meanwhile.
    async fn apart<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Self) -> Result<T, SiteError> + Send + 'static,
    ) -> Result<T, KeepingError> {
        let site = self.clone();
        Ok(tokio::task::spawn_blocking(move || work(&site)).await.map_err(|_| KeepingError::Ended)??)
    }
}
