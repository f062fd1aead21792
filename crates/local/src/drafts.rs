//! Importing a catalog file: the demo at the first start, or the operator's own. The same import as the API's.

use std::path::{Path, PathBuf};

use authoring::import::{Outcome, Permits, Plan, origin_of, plan};
use authorization::Principal;
use domain::{Audience, Publication};
use feeds::{Feed, Format, LoadLesson};
use include_dir::{Dir, include_dir};
use web::App;

use crate::options::{Options, StartError};

static DEMO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../demo");
const DEMO_CATALOG: &str = "catalog.json";
/// Says that a first catalog was imported, so that a restart does not bring back what was deleted; and whom its data is
/// owed to.
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

/// The catalog that a fresh platform starts with, read and not yet imported.
pub(crate) struct FirstCatalog {
    name: PathBuf,
    feed: Feed,
}

impl FirstCatalog {
    /// Reads it; `None` where the platform has its catalog already.
    #[expect(clippy::print_stderr, reason = "nothing is passed over silently")]
    pub(crate) fn read(options: &Options) -> Result<Option<Self>, StartError> {
        if !options.fresh && options.data.join(IMPORTED).exists() {
            if options.catalog.is_some() {
                eprintln!(
                    "portico: `--catalog` is passed over, since this platform has a catalog: add to it with \
                     `portico courses import FILE`, or start over with `--fresh`"
                );
            }
            return Ok(None);
        }
        let name = options.catalog.clone().unwrap_or_else(|| DEMO_CATALOG.into());
        let feed = match &options.catalog {
            Some(path) => read_file(path, Audience::Public),
            None => {
                let bytes = DEMO.get_file(DEMO_CATALOG).map(include_dir::File::contents).unwrap_or_default();
                let lesson = |path: &str| DEMO.get_file(path)?.contents_utf8().map(str::to_owned);
                read(bytes, DEMO_CATALOG, &lesson, Audience::Public)
            }
        };
        match feed {
            Ok(feed) => Ok(Some(Self { name, feed })),
            Err(why) => Err(StartError::Catalog { path: name, why }),
        }
    }

    /// Imports it. It is published: what a platform starts with is its catalog, not a pile of drafts.
    #[expect(clippy::print_stderr, reason = "nothing is refused silently")]
    pub(crate) async fn import(self, app: &App, data: &Path) -> Result<(), StartError> {
        let Self { name, mut feed } = self;
        let attribution = feed.attribution.take().unwrap_or_default();
        let broken = |why: String| StartError::Catalog { path: name.clone(), why };
        let wish = ImportWish { audience: Audience::Public, publish: true, dry_run: false };
        let plan = import(app, feed, wish, &mut |_, _| {}).await.map_err(broken)?;
        if plan.was_cut_off() {
            return Err(broken("the table went away in the middle of it: start again, and it goes on".to_owned()));
        }
        for row in plan.rows {
            if let Outcome::Error(errors) = row.outcome {
                for error in errors {
                    eprintln!("portico: {}: line {}, {}: {error}", name.display(), row.line, row.key);
                }
            }
        }
        std::fs::write(data.join(IMPORTED), attribution).map_err(|error| broken(error.to_string()))
    }
}

/// Whom the data of the first catalog is owed to, where its licence asks for a line on every page.
pub(crate) fn attribution(data: &Path) -> Option<String> {
    std::fs::read_to_string(data.join(IMPORTED)).ok().filter(|text| !text.trim().is_empty())
}

/// Imports a file with the lessons beside it. `progress` hears how many of how many courses are done.
pub async fn import_file(
    app: &App,
    path: &Path,
    wish: ImportWish,
    progress: &mut (dyn FnMut(usize, usize) + Send),
) -> Result<Plan, String> {
    import(app, read_file(path, wish.audience)?, wish, progress).await
}

fn read_file(path: &Path, audience: Audience) -> Result<Feed, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    // The parent of a bare file name is the empty path, which no system knows.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = folder.canonicalize().map_err(|error| error.to_string())?;
    let lesson = move |path: &str| {
        // A link in the folder must not lead out of it.
        let whole = folder.join(path).canonicalize().ok().filter(|whole| whole.starts_with(&folder))?;
        std::fs::read_to_string(whole).ok()
    };
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    read(&bytes, name, &lesson, audience)
}

fn read(bytes: &[u8], name: &str, lesson: &LoadLesson<'_>, audience: Audience) -> Result<Feed, String> {
    let format = Format::detect(bytes, Some(name)).map_err(|error| error.to_string())?;
    let origin = origin_of(audience, None);
    let options = feeds::Options { audience, origin: origin.as_deref(), load_lesson: Some(lesson) };
    feeds::read(bytes, format, &options).map_err(|error| error.to_string())
}

async fn import(
    app: &App,
    feed: Feed,
    wish: ImportWish,
    progress: &mut (dyn FnMut(usize, usize) + Send),
) -> Result<Plan, String> {
    let permits = Permits::of_principal(app, &Principal::Platform, wish.audience).await;
    let permits = permits.map_err(|failure| failure.problem().message)?;
    let new_as = if wish.publish { Publication::Published } else { Publication::Draft };
    let plan = plan(&app.store, &permits, feed, new_as, app.clock.now()).await.map_err(|error| error.to_string())?;
    Ok(if wish.dry_run { plan } else { plan.apply(&app.store, &permits, progress).await })
}
