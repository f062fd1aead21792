//! A process that imports a course dies at each request to the table in turn, before and after it; or somebody else
//! changes the course meanwhile. Whoever reads a lesson never sees a text of an import that did not take place.

use std::collections::HashSet;

use authoring::import::{Outcome, Permits, Plan, plan};
use authorization::{Principal, act};
use domain::{Audience, Course, CourseId, Publication};
use feeds::{Feed, Format, Options};
use portico_tests::World;
use serde_json::{Value, json};
use store::{Store, StoreError};

use super::tripwire::{Break, Tripwire};

/// More than go with their course in one transaction.
const LESSONS: usize = 60;

/// More requests than an import of so many makes; the loop ends at the first number that is never reached.
const REQUESTS_MAX: usize = 30;

/// A feed of one course with [`LESSONS`] lessons, which all say `text`.
fn feed(text: &str) -> Feed {
    let mut catalog: Value = serde_json::from_str(include_str!("../../../demo/catalog.json")).unwrap();
    let mut course = catalog["data"][0].take();
    let lessons =
        (0..LESSONS).map(|n| json!({ "title": format!("Lesson {n}"), "minutes": 5, "file": format!("{n}.md") }));
    course["meta"]["outline"] = json!([{ "title": "All", "lessons": lessons.collect::<Value>() }]);
    course["id"] = json!("many-lessons");
    course["attributes"]["courseCode"] = json!("many-lessons");
    catalog["data"] = json!([course]);
    let load = |_: &str| Some(text.to_owned());
    let options = Options { load_lesson: Some(&load), ..Options::default() };
    feeds::read(catalog.to_string().as_bytes(), Format::MooChub, &options).unwrap()
}

/// The platform's own hand, which imports catalogs.
struct Importer<'w> {
    world: &'w World,
    permits: Permits,
    course: CourseId,
}

impl<'w> Importer<'w> {
    async fn of(world: &'w World) -> Self {
        let permits = Permits::of_principal(&world.platform.app, &Principal::Platform, Audience::Public).await.unwrap();
        let course = feed("any").drafts().next().unwrap().id;
        Self { world, permits, course }
    }

    fn store(&self) -> &Store {
        &self.world.platform.app.store
    }

    async fn plan(&self, text: &str) -> Plan {
        let now = self.world.platform.app.clock.now();
        plan(self.store(), &self.permits, feed(text), Publication::Published, now).await.unwrap()
    }

    async fn import(&self, text: &str) -> Plan {
        self.plan(text).await.apply(self.store(), &self.permits, &mut |_, _| {}).await
    }

    /// The course as it is stored, and what its lessons say.
    async fn stored(&self) -> (Course, HashSet<String>) {
        let permit = self.world.platform.app.authorize_as::<act::ImportCourses>(&Principal::Platform, Audience::Public);
        let permit = permit.await.unwrap();
        let course =
            self.store().courses_to_import(&permit, &[self.course]).await.unwrap().remove(&self.course).unwrap();
        let lessons = self.store().lessons_to_import(&permit, &course).await.unwrap();
        assert_eq!(lessons.len(), LESSONS);
        (course, lessons.into_iter().map(|lesson| lesson.markdown).collect())
    }
}

/// Proves: F02, F32
#[tokio::test(flavor = "multi_thread")]
async fn a_crash_at_any_request_of_an_import_shows_no_text_before_its_course() {
    let world = World::start().await;
    let importer = Importer::of(&world).await;
    assert_eq!(importer.import("at first").await.counts().create, 1);
    let mut crashes = 0;
    for (breaks, when) in [(Break::BeforeRequest as fn(usize) -> Break, "before"), (Break::AfterRequest, "after")] {
        for number in 0..REQUESTS_MAX {
            let (before, old) = importer.stored().await;
            let text = format!("{when} {number}");
            let wire = Tripwire::new(breaks(number));
            let store = wire.store(&world).await;
            let plan = importer.plan(&text).await;
            let crashed = wire.run(plan.apply(&store, &importer.permits, &mut |_, _| {})).await.is_none();
            crashes += usize::from(crashed);
            let (left, texts) = importer.stored().await;
            assert!(left.version > before.version || texts == old, "{texts:?} before the course moved");
            assert_eq!(importer.import(&text).await.counts().error, 0, "the same feed goes on");
            assert_eq!(importer.stored().await.1, HashSet::from([text]));
            if !crashed {
                break;
            }
        }
    }
    assert!(crashes >= 10, "an import makes several requests, only {crashes} were broken");
}

/// Proves: F32
#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_comes_too_late_leaves_what_somebody_else_wrote() {
    let world = World::start().await;
    let importer = Importer::of(&world).await;
    importer.import("at first").await;
    let late = importer.plan("too late").await;
    importer.import("meanwhile").await;
    let late = late.apply(importer.store(), &importer.permits, &mut |_, _| {}).await;
    assert!(matches!(&late.rows[0].outcome, Outcome::Error(_)), "{:?}", late.rows[0]);
    assert_eq!(importer.stored().await.1, HashSet::from(["meanwhile".to_owned()]));
}

/// Whoever looked at a lesson while an import wrote its texts has looked at another text than is there by now.
///
/// Proves: F32
#[tokio::test(flavor = "multi_thread")]
async fn a_text_of_an_import_is_not_written_over_by_who_saw_the_one_before() {
    let world = World::start().await;
    let importer = Importer::of(&world).await;
    importer.import("at first").await;
    // The course has moved, and none of its texts has yet.
    let wire = Tripwire::new(Break::HeldBefore(1));
    let (store, app) = (wire.store(&world).await, &world.platform.app);
    let plan = importer.plan("imported").await;
    let silent = &mut |_, _| {};
    let (plan, seen) = tokio::join!(
        plan.apply(&store, &importer.permits, silent),
        wire.meanwhile(async {
            let edits = app.authorize_as::<act::EditCourse>(&Principal::Operator, importer.course).await.unwrap();
            let lesson = edits.target().course.lessons().next().unwrap().id;
            let lesson = app.store.lesson_to_edit(&edits, lesson).await.unwrap().unwrap();
            (edits, lesson)
        }),
    );
    assert_eq!(plan.counts().error, 0);
    let (edits, mut lesson) = seen;
    assert_eq!(lesson.markdown, "at first");
    lesson.markdown = "by hand".to_owned();
    let course = edits.target().course.clone();
    let late = app.store.edit_course(edits, course, vec![lesson]).await;
    assert!(matches!(late, Err(StoreError::Conflict(_))), "{late:?}");
    assert_eq!(importer.stored().await.1, HashSet::from(["imported".to_owned()]));
}
