//! Keeping the public site: the catalog in memory, brought up to date course by course, and the folder that follows.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use domain::{Clock, Course, CourseId};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use site_generator::{Catalog, Published, Publisher, SiteError, SiteOptions};
use templates::Editions;

use crate::bucket::{Bucket, Files};

/// What an update did.
pub type SiteUpdate = Result<Published, SiteError>;

/// Keeps the site of one catalog in one folder.
pub struct SiteKeeper {
    options: SiteOptions,
    editions: Editions,
    clock: Arc<dyn Clock>,
    kept: Mutex<Kept>,
    turn: tokio::sync::Mutex<()>,
    pub(crate) folder: PathBuf,
    pub(crate) bucket: Option<Bucket>,
    /// What stood in the bucket when this process was last done with it.
    left: Mutex<Option<(String, String)>>,
}

struct Kept {
    /// `None` until somebody has read the catalog: what stands in the folder is then all we have.
    courses: Option<BTreeMap<CourseId, Course>>,
    publisher: Publisher,
    /// The day that the pages were made for; `None` where they are not what the courses say.
    made_on: Option<Date>,
}

impl SiteKeeper {
    /// Takes a folder over.
    pub fn open(
        out: &Path,
        options: SiteOptions,
        editions: Editions,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, SiteError> {
        let kept = Kept { courses: None, publisher: Publisher::open(out)?, made_on: None };
        Ok(Self {
            options,
            editions,
            clock,
            kept: Mutex::new(kept),
            turn: tokio::sync::Mutex::default(),
            folder: out.to_path_buf(),
            bucket: None,
            left: Mutex::default(),
        })
    }

    /// Has a bucket follow the folder.
    pub fn followed_by(self, bucket: Option<Bucket>) -> Self {
        Self { bucket, ..self }
    }

    /// Every file of the folder, with the fingerprint of what it holds.
    pub(crate) fn files(&self) -> Files {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.publisher.files().map(|(path, print)| (path.as_str().to_owned(), print)).collect()
    }

    /// The name of a release that begins now.
    pub(crate) fn fresh_release(&self) -> String {
        format!("r{}", self.clock.now().as_millisecond())
    }

    pub(crate) fn remembers(&self, mark: &(String, String)) -> bool {
        self.left.lock().unwrap_or_else(PoisonError::into_inner).as_ref() == Some(mark)
    }

    pub(crate) fn remember(&self, mark: (String, String)) {
        *self.left.lock().unwrap_or_else(PoisonError::into_inner) = Some(mark);
    }

    /// Held from reading courses to publishing them: of two changes of one course the older never comes last.
    pub async fn turn(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.turn.lock().await
    }

    /// Renders everything anew where a day has begun since, or where the last time failed; else `None`.
    pub fn refresh(&self) -> Result<Option<Published>, SiteError> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let nothing_to_do = kept.courses.is_none() || kept.made_on == Some(self.today());
        drop(kept);
        if nothing_to_do { Ok(None) } else { self.update(|_| {}).map(Some) }
    }

    fn today(&self) -> Date {
        self.clock.now().to_zoned(TimeZone::UTC).date()
    }

    /// Publishes a whole catalog.
    pub fn publish_all(&self, courses: Vec<Course>) -> SiteUpdate {
        self.update(|kept| *kept = courses.into_iter().map(|course| (course.id, course)).collect())
    }

    /// Publishes the catalog after some courses changed: `now_public` are those among `changed` that are in it.
    pub fn publish_changes(&self, changed: &[CourseId], now_public: Vec<Course>) -> SiteUpdate {
        self.update(|kept| {
            for id in changed {
                kept.remove(id);
            }
            kept.extend(now_public.into_iter().map(|course| (course.id, course)));
        })
    }

    fn update(&self, change: impl FnOnce(&mut BTreeMap<CourseId, Course>)) -> SiteUpdate {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.made_on = None;
        let courses = kept.courses.get_or_insert_default();
        change(courses);
        let catalog = Catalog::new(courses.values().cloned().collect());
        let published = kept.publisher.publish(&catalog, &self.editions, &self.options, self.clock.now())?;
        kept.made_on = Some(self.today());
        Ok(published)
    }
}
