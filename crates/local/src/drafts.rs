//! Importing a catalog file: the demo at the first start, or the operator's own.

use std::path::Path;

use authorization::{Granted, Principal, act};
use domain::{Audience, Publication};
use feeds::{Format, LoadLesson};
use include_dir::{Dir, include_dir};
use store::{CourseWrite, ImportOutcome};
use web::App;

use crate::options::{Options, StartError};

static DEMO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../demo");
const DEMO_CATALOG: &str = "catalog.json";
/// Says that a first catalog was imported, so that a restart does not bring back what was deleted.
const IMPORTED: &str = "catalog";

/// What an import did, row by row where something is to be said.
#[derive(Debug, Default)]
pub struct ImportReport {
    /// Courses that are new.
    pub created: usize,
    /// Courses that changed.
    pub changed: usize,
    /// Courses that are as they were.
    pub unchanged: usize,
    /// What was refused: line, course, field and reason.
    pub refused: Vec<String>,
}

/// Imports the catalog that a fresh platform starts with.
pub(crate) async fn first_catalog(app: &App, options: &Options) -> Result<(), StartError> {
    let mark = options.data.join(IMPORTED);
    if mark.exists() {
        return Ok(());
    }
    let name = options.catalog.clone().unwrap_or_else(|| DEMO_CATALOG.into());
    let broken = |why: &dyn std::fmt::Display| StartError::Catalog { path: name.clone(), why: why.to_string() };
    let report = match &options.catalog {
        Some(path) => import_file(app, path, |_, _| {}).await,
        None => {
            let bytes = DEMO.get_file(DEMO_CATALOG).map(include_dir::File::contents).unwrap_or_default();
            let lesson = |path: &str| DEMO.get_file(path)?.contents_utf8().map(str::to_owned);
            import(app, bytes, DEMO_CATALOG, Some(&lesson), |_, _| {}).await
        }
    };
    let report = report.map_err(|why| broken(&why))?;
    if let Some(first) = report.refused.first() {
        eprintln!("portico: {} rows of the catalog were refused; the first: {first}", report.refused.len());
    }
    std::fs::write(&mark, b"").map_err(|error| broken(&error))
}

/// Imports a file with the lessons beside it. `progress` hears how many of how many courses are done.
pub async fn import_file(
    app: &App,
    path: &Path,
    progress: impl FnMut(usize, usize),
) -> Result<ImportReport, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let folder = path.parent().unwrap_or(Path::new(".")).to_path_buf();
    let lesson = move |path: &str| std::fs::read_to_string(folder.join(path)).ok();
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    import(app, &bytes, name, Some(&lesson), progress).await
}

async fn import(
    app: &App,
    bytes: &[u8],
    name: &str,
    lesson: Option<&LoadLesson<'_>>,
    mut progress: impl FnMut(usize, usize),
) -> Result<ImportReport, String> {
    let format = Format::detect(bytes, Some(name)).map_err(|error| error.to_string())?;
    let options = feeds::Options { audience: Audience::Public, origin: None, load_lesson: lesson };
    let feed = feeds::read(bytes, format, &options).map_err(|error| error.to_string())?;
    let mut report = ImportReport::default();
    let grant: Granted<act::ImportCourses> = app
        .authorize_as(&Principal::Platform, Audience::Public)
        .await
        .map_err(|failure| failure.problem().message)?;
    let ids: Vec<_> = feed.drafts().map(|draft| draft.id).collect();
    let mut known = app.store.courses_to_import(&grant, &ids).await.map_err(|error| error.to_string())?;
    let now = app.clock.now();
    let mut writes = Vec::new();
    for row in feed.rows {
        match row.outcome {
            Err(errors) => {
                let errors = errors.into_iter().map(|error| format!("line {}, {}, {}", row.line, row.key, error));
                report.refused.extend(errors);
            }
            Ok(draft) => match known.remove(&draft.id) {
                Some(before) if draft.differs_from(&before).is_empty() => report.unchanged += 1,
                Some(before) => {
                    let (mut course, lessons) = draft.apply_to(before.clone(), now);
                    course.version = before.version + 1;
                    writes.push(CourseWrite { course, lessons, before: Some(before) });
                }
                None => {
                    let (mut course, lessons) = draft.into_course(now);
                    // What a platform starts with is its catalog, not a pile of drafts.
                    course.publication = Publication::Published;
                    writes.push(CourseWrite { course, lessons, before: None });
                }
            },
        }
    }
    let total = writes.len();
    let mut done = 0;
    for together in writes.chunks(TOGETHER) {
        let outcomes = app.store.import_courses(&grant, together).await;
        for (write, outcome) in together.iter().zip(outcomes) {
            match outcome {
                ImportOutcome::Written if write.before.is_some() => report.changed += 1,
                ImportOutcome::Written => report.created += 1,
                ImportOutcome::Refused(error) => report.refused.push(format!("{}: {error}", write.course.slug)),
            }
        }
        done += together.len();
        progress(done, total);
    }
    Ok(report)
}

/// Courses between two words of progress.
const TOGETHER: usize = 300;
