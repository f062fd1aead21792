//! Importing a catalog file: the demo at the first start, or the operator's own. The same import as the API's.

use std::path::Path;

use admin::import::{Outcome, Permits, Plan, plan};
use authorization::Principal;
use domain::{Audience, Publication};
use feeds::{Format, LoadLesson};
use include_dir::{Dir, include_dir};
use web::App;

use crate::options::{Options, StartError};

static DEMO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../demo");
const DEMO_CATALOG: &str = "catalog.json";
/// Says that a first catalog was imported, so that a restart does not bring back what was deleted.
const IMPORTED: &str = "catalog";

/// How an operator imports.
#[derive(Debug, Clone, Copy)]
pub struct ImportWish {
    /// Whom the courses are made for where a row does not say.
    pub audience: Audience,
    /// Whether new courses stand in their catalog at once, or begin as drafts.
    pub publish: bool,
    /// Only say what would happen.
    pub dry_run: bool,
}

/// Imports the catalog that a fresh platform starts with. It is published: what a platform starts with is its
/// catalog, not a pile of drafts.
#[expect(clippy::print_stderr, reason = "nothing is refused silently")]
pub(crate) async fn first_catalog(app: &App, options: &Options) -> Result<(), StartError> {
    let mark = options.data.join(IMPORTED);
    if mark.exists() {
        return Ok(());
    }
    let name = options.catalog.clone().unwrap_or_else(|| DEMO_CATALOG.into());
    let broken = |why: &dyn std::fmt::Display| StartError::Catalog { path: name.clone(), why: why.to_string() };
    let wish = ImportWish { audience: Audience::Public, publish: true, dry_run: false };
    let imported = match &options.catalog {
        Some(path) => import_file(app, path, wish, &mut |_, _| {}).await,
        None => {
            let bytes = DEMO.get_file(DEMO_CATALOG).map(include_dir::File::contents).unwrap_or_default();
            let lesson = |path: &str| DEMO.get_file(path)?.contents_utf8().map(str::to_owned);
            import(app, bytes, DEMO_CATALOG, &lesson, wish, &mut |_, _| {}).await
        }
    };
    let plan = imported.map_err(|why| broken(&why))?;
    for row in plan.rows {
        if let Outcome::Error(errors) = row.outcome {
            for error in errors {
                eprintln!("portico: {}: line {}, {}: {error}", name.display(), row.line, row.key);
            }
        }
    }
    std::fs::write(&mark, b"").map_err(|error| broken(&error))
}

/// Imports a file with the lessons beside it. `progress` hears how many of how many courses are done.
pub async fn import_file(
    app: &App,
    path: &Path,
    wish: ImportWish,
    progress: &mut (dyn FnMut(usize, usize) + Send),
) -> Result<Plan, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let folder = path.parent().unwrap_or(Path::new(".")).canonicalize().map_err(|error| error.to_string())?;
    let lesson = move |path: &str| {
        // A link in the folder must not lead out of it.
        let whole = folder.join(path).canonicalize().ok().filter(|whole| whole.starts_with(&folder))?;
        std::fs::read_to_string(whole).ok()
    };
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    import(app, &bytes, name, &lesson, wish, progress).await
}

async fn import(
    app: &App,
    bytes: &[u8],
    name: &str,
    lesson: &LoadLesson<'_>,
    wish: ImportWish,
    progress: &mut (dyn FnMut(usize, usize) + Send),
) -> Result<Plan, String> {
    let feed = {
        let format = Format::detect(bytes, Some(name)).map_err(|error| error.to_string())?;
        let options = feeds::Options { audience: wish.audience, origin: None, load_lesson: Some(lesson) };
        feeds::read(bytes, format, &options).map_err(|error| error.to_string())?
    };
    let permits = Permits::of_principal(app, &Principal::Platform, wish.audience).await;
    let permits = permits.map_err(|failure| failure.problem().message)?;
    let new_as = if wish.publish { Publication::Published } else { Publication::Draft };
    let plan = plan(&app.store, &permits, feed, new_as, app.clock.now()).await.map_err(|error| error.to_string())?;
    Ok(if wish.dry_run { plan } else { plan.apply(&app.store, &permits, progress).await })
}
