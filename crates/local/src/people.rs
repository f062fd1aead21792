//! Bringing people in from a file, as an operator does. The same import as the API's.

use std::path::Path;

use admin::people_import::{Plan, plan};
use domain::PartnerId;
use feeds::{FEED_BYTES_MAX, FeedError, PeopleOptions, ROWS_MAX, read_people};
use web::{App, Cx, Failure};

/// How an operator brings people in.
#[derive(Debug, Clone, Copy)]
pub struct PeopleWish {
    /// The partner platform of people whose row does not say; the main platform without one.
    pub home: Option<PartnerId>,
    /// Only say what would happen.
    pub dry_run: bool,
}

/// Brings in the people of a file. `progress` hears how many of how many accounts are made. The API takes a few thousand
/// people with one request; here nobody waits for an answer, and a file may hold as many as a catalog holds courses.
pub async fn import_people(
    app: &App,
    path: &Path,
    wish: PeopleWish,
    progress: &mut (dyn FnMut(usize, usize) + Send),
) -> Result<Plan, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    if bytes.len() > FEED_BYTES_MAX {
        return Err(FeedError::TooLarge { bytes: bytes.len() }.to_string());
    }
    let options = PeopleOptions { home: wish.home, now: app.clock.now(), rows_max: ROWS_MAX };
    let rows = read_people(&bytes, &options).map_err(|error| error.to_string())?;
    let cx = Cx::of_operator(app.clone()).await.map_err(|failure| words(&failure))?;
    let plan = plan(&cx, rows).await.map_err(|failure| words(&failure))?;
    Ok(if wish.dry_run { plan } else { plan.apply(&cx, None, progress).await })
}

/// Why nothing was read, in words: the fields at fault, where there are some.
fn words(failure: &Failure) -> String {
    let problem = failure.problem();
    let fields: Vec<_> = problem.fields.iter().map(|one| format!("{} {}", one.field, one.message)).collect();
    if fields.is_empty() { problem.message } else { fields.join("; ") }
}
