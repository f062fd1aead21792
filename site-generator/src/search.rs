//! The search index: one table of all courses, and word shards for what stands in their texts.
//!
//! `templates/assets/js` reads it; `words.rs` and `words.js` must split text alike. The table alone answers queries
//! over titles, subjects and partners and counts every facet; a shard is fetched for a word that may stand in a text.

mod shards;
mod table;
mod words;

use domain::Course;
use jiff::Timestamp;

use crate::catalog::Catalog;
use crate::error::SiteError;

/// Address and content of every file of the index.
pub(crate) fn index(catalog: &Catalog, today: Timestamp) -> Result<Vec<(String, Vec<u8>)>, SiteError> {
    let order = order(catalog);
    let courses: Vec<&Course> = order.iter().filter_map(|place| catalog.courses.get(*place)).collect();
    let found = shards::shards(&courses);
    let mut files = Vec::with_capacity(found.shards.len() + 1);
    for (number, shard) in &found.shards {
        files.push((format!("/search/words/{number}.json"), serde_json::to_vec(shard)?));
    }
    let table = table::table(catalog, &order, &courses, &found, today);
    files.push(("/search/table.json".to_owned(), serde_json::to_vec(&table)?));
    Ok(files)
}

/// The rows of the index, as places in the catalog. Courses of one import stand in the order of their slugs, where
/// neighbours resemble each other and compress well; what comes later goes to the end, so shards keep their rows.
fn order(catalog: &Catalog) -> Vec<usize> {
    let mut order: Vec<usize> = (0..catalog.courses.len()).collect();
    order.sort_by_key(|place| catalog.courses.get(*place).map(|course| (course.created_at, &course.slug)));
    order
}
