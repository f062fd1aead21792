//! The console of the staff: shells that ask the functions what the caller may see. They hold nothing themselves, so they
//! are files like every other page.

use templates::{Head, SignedInPage, TemplateError, Templates};

use super::Frame;
use crate::error::SiteError;

/// One page of the console.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    address: &'static str,
    title: &'static str,
    render: fn(&Templates, &SignedInPage<'_>) -> Result<String, TemplateError>,
}

const fn room(
    address: &'static str,
    title: &'static str,
    render: fn(&Templates, &SignedInPage<'_>) -> Result<String, TemplateError>,
) -> Room {
    Room { address, title, render }
}

impl Room {
    /// All of them.
    pub(super) const ALL: [Room; 22] = [
        room("/console/", "Overview", Templates::console_home),
        room("/console/people/", "People", Templates::console_people),
        room("/console/person/", "Person", Templates::console_person),
        room("/console/people/import/", "Import people", Templates::console_people_import),
        room("/console/directory/", "Directory", Templates::console_directory),
        room("/console/requests/", "Requests", Templates::console_requests),
        room("/console/courses/", "Courses", Templates::console_courses),
        room("/console/course/", "Course", Templates::console_course),
        room("/console/lesson/", "Lesson", Templates::console_lesson),
        room("/console/learners/", "Enrollments", Templates::console_learners),
        room("/console/orders/", "Orders", Templates::console_orders),
        room("/console/order/", "Order", Templates::console_order),
        room("/console/promotions/", "Promotion codes", Templates::console_promotions),
        room("/console/audit/", "Audit log", Templates::console_audit),
        room("/console/reports/", "Reports", Templates::console_reports),
        room("/console/partners/", "Partner platforms", Templates::console_partners),
        room("/console/permissions/", "Permissions", Templates::console_permissions),
        room("/console/profiles/", "Profiles and custom roles", Templates::console_profiles),
        room("/console/profile/", "Profile or custom role", Templates::console_profile),
        room("/console/overrides/", "Decided otherwise", Templates::console_overrides),
        room("/console/settings/", "Settings", Templates::console_settings),
        room("/console/policies/", "Policies", Templates::console_policies),
    ];
}

impl Frame<'_> {
    pub(super) fn console(&self, room: Room) -> Result<(String, String), SiteError> {
        let page = SignedInPage { head: Head::private(self.platform(), room.title) };
        Ok((room.address.to_owned(), (room.render)(self.templates, &page)?))
    }
}
