//! The public catalog as the site is made of it. Public by nature, so nobody is asked for a permission.

use domain::{Course, CourseId};

use crate::item::read;
use crate::page::Cursor;
use crate::table::{Index, Question};
use crate::{Store, StoreError, keys};

/// Pages of the table are cut at 1 MB anyway; this only bounds one answer.
const PAGE: usize = 500;

impl Store {
    /// Every course of the public catalog, in no particular order.
    pub async fn public_catalog(&self) -> Result<Vec<Course>, StoreError> {
        let mut courses: Vec<Course> = Vec::new();
        for shard in 0..keys::SHARDS {
            let question = Question::of(keys::catalog_shard(shard), "").through(Index::Gsi2);
            let mut cursor: Option<Cursor> = None;
            loop {
                let page = self.table.page::<Course>(&question, cursor.as_ref(), PAGE).await?;
                courses.extend(page.items);
                match page.next {
                    Some(next) => cursor = Some(next),
                    None => break,
                }
            }
        }
        // An index lags behind: what it still lists may have left the catalog.
        courses.retain(Course::in_public_catalog);
        Ok(courses)
    }

    /// The id of the course that a record of the table's stream is about, told by its keys.
    pub fn course_from_stream(pk: &str, sk: &str) -> Option<CourseId> {
        if sk == "COURSE" { pk.strip_prefix("COURSE#")?.parse().ok() } else { None }
    }

    /// Courses by id, as far as they are in the public catalog now. Read strongly: a stream record may be old.
    pub async fn public_courses(&self, ids: &[CourseId]) -> Result<Vec<Course>, StoreError> {
        let mut courses = self.courses_by_id(ids).await?;
        courses.retain(Course::in_public_catalog);
        Ok(courses)
    }

    /// The courses of these ids, no id twice, as far as they exist.
    pub(crate) async fn courses_by_id(&self, ids: &[CourseId]) -> Result<Vec<Course>, StoreError> {
        let mut courses = Vec::with_capacity(ids.len());
        for chunk in ids.chunks(100) {
            let keys: Vec<_> = chunk.iter().map(|id| keys::course(*id)).collect();
            for item in self.table.get_all(&keys).await?.into_iter().flatten() {
                courses.push(read::<Course>(item)?);
            }
        }
        Ok(courses)
    }
}
