//! `GET /api/me/menu`: what the caller may open, and where it stands.

use authorization::{Action, act};
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Cx, Failure};

/// An entry as it is kept: the menus that lead to it, its name, what opening it is, and where it leads.
struct Entry {
    within: &'static [&'static str],
    name: &'static str,
    opens: Action,
    address: Option<&'static str>,
}

const fn entry(
    within: &'static [&'static str],
    name: &'static str,
    opens: Action,
    address: Option<&'static str>,
) -> Entry {
    Entry { within, name, opens, address }
}

/// Every entry, in the order of the menus. A page that is one per course, program or person has no address of its own.
const ENTRIES: &[Entry] = &[
    entry(&[], "My learning", Action::ListOwnCourses, Some("/api/my/courses")),
    // The gear at the top right.
    entry(&[], "Administration", Action::AccessAdminArea, Some("/api/admin/accounts")),
    entry(&["Users"], "Catalog", Action::ViewUserDirectory, Some("/api/admin/directory")),
    entry(&["Users"], "Administrators", Action::ViewByTypeUserDirectory, Some(section::ADMINISTRATORS)),
    entry(&["Users"], "Instructors", Action::ViewByTypeUserDirectory, Some(section::INSTRUCTORS)),
    entry(&["Users"], "Teaching assistants", Action::ViewByTypeUserDirectory, Some(section::TEACHING_ASSISTANTS)),
    entry(&["Users"], "Learners", Action::ViewByTypeUserDirectory, Some(section::LEARNERS)),
    entry(&["Users"], "Parents", Action::ViewByTypeUserDirectory, Some(section::PARENTS)),
    entry(&["Users"], "Managers", Action::ViewByTypeUserDirectory, Some(section::MANAGERS)),
    entry(&["Users"], "Mentors", Action::ViewByTypeUserDirectory, Some(section::MENTORS)),
    entry(&["Users"], "Monitors", Action::ViewByTypeUserDirectory, Some(section::MONITORS)),
    entry(&["Users"], "Affiliates", Action::ViewByTypeUserDirectory, Some(section::AFFILIATES)),
    entry(&["Dashboard"], "Course statistics", Action::ViewCourseReport, None),
    entry(&["Dashboard"], "Program statistics", Action::ViewProgramReport, None),
    entry(&["Dashboard"], "Members", Action::ListAccounts, Some("/api/admin/accounts")),
    entry(&["Admin"], "Import", Action::BulkImportResource, None),
    entry(&["Advanced settings"], "Export of courses", Action::ExportJsonCourse, None),
];

/// The sections of the directory.
mod section {
    pub(super) const ADMINISTRATORS: &str = "/api/admin/directory?section=administrators";
    pub(super) const INSTRUCTORS: &str = "/api/admin/directory?section=instructors";
    pub(super) const TEACHING_ASSISTANTS: &str = "/api/admin/directory?section=teaching_assistants";
    pub(super) const LEARNERS: &str = "/api/admin/directory?section=learners";
    pub(super) const PARENTS: &str = "/api/admin/directory?section=parents";
    pub(super) const MANAGERS: &str = "/api/admin/directory?section=managers";
    pub(super) const MENTORS: &str = "/api/admin/directory?section=mentors";
    pub(super) const MONITORS: &str = "/api/admin/directory?section=monitors";
    pub(super) const AFFILIATES: &str = "/api/admin/directory?section=affiliates";
}

/// What the caller may open.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Menu {
    /// The entries, in the order of the menus.
    entries: Vec<MenuEntry>,
    /// The id of every action that some role of the caller brings, on some object or other: what a page may offer.
    actions: Vec<&'static str>,
}

/// An entry of a menu.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MenuEntry {
    /// The menus that lead to it, from the outside in; none where it stands at the top.
    within: Vec<&'static str>,
    /// What it is called.
    name: &'static str,
    /// The id of the action that opening it is.
    action: &'static str,
    /// What it reads; `null` where it is reached from the object that it is about.
    address: Option<&'static str>,
}

/// See what you may open, and where it stands.
///
/// An entry is here when some role of yours brings its action. Opening it is judged anew, with the object at hand.
#[utoipa::path(
    get, path = "/api/me/menu", tag = "login",
    responses(
        (status = 200, description = "The entries", body = Menu),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
    )
)]
pub(crate) async fn show_menu(cx: Cx) -> Result<Json<Menu>, Failure> {
    cx.authorize::<act::ViewSelf>(()).await.map(drop)?;
    let able = cx.able();
    let entries = ENTRIES.iter().filter(|entry| able.contains(entry.opens)).map(|entry| MenuEntry {
        within: entry.within.to_vec(),
        name: entry.name,
        action: entry.opens.id(),
        address: entry.address,
    });
    let actions = able.iter().map(Action::id).collect();
    Ok(Json(Menu { entries: entries.collect(), actions }))
}
