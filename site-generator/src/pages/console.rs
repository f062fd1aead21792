//! The console of the staff: shells that ask the functions what the caller may see. They hold nothing themselves, so they
//! are files like every other page.

use templates::{Head, SignedInPage, TemplateError, Templates};

use super::Frame;
use crate::error::SiteError;

/// One page of the console.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    address: &'static str,
    /// The message that is its title.
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
        room("/console/", "console-overview", Templates::console_home),
        room("/console/people/", "console-people", Templates::console_people),
        room("/console/person/", "console-person", Templates::console_person),
        room("/console/people/import/", "console-import-people", Templates::console_people_import),
        room("/console/directory/", "console-directory", Templates::console_directory),
        room("/console/requests/", "console-requests", Templates::console_requests),
        room("/console/courses/", "console-courses", Templates::console_courses),
        room("/console/course/", "console-course", Templates::console_course),
        room("/console/lesson/", "console-lesson", Templates::console_lesson),
        room("/console/learners/", "console-enrollments", Templates::console_learners),
        room("/console/orders/", "console-orders", Templates::console_orders),
        room("/console/order/", "console-order", Templates::console_order),
        room("/console/promotions/", "console-promotions", Templates::console_promotions),
        room("/console/audit/", "console-audit-log", Templates::console_audit),
        room("/console/reports/", "console-reports", Templates::console_reports),
        room("/console/partners/", "console-partner-platforms", Templates::console_partners),
        room("/console/permissions/", "console-permissions", Templates::console_permissions),
        room("/console/profiles/", "console-profiles-and-custom-roles", Templates::console_profiles),
        room("/console/profile/", "console-profile-or-custom-role", Templates::console_profile),
        room("/console/overrides/", "console-decided-otherwise", Templates::console_overrides),
        room("/console/settings/", "console-settings", Templates::console_settings),
        room("/console/policies/", "console-policies", Templates::console_policies),
    ];
}

impl Frame<'_> {
    pub(super) fn console(&self, room: Room) -> Result<(String, String), SiteError> {
        let (title, editions) = (self.say(room.title, &[]), self.editions(room.address));
        let page = SignedInPage { head: Head { editions: &editions, ..Head::private(self.platform(), &title) } };
        Ok((room.address.to_owned(), (room.render)(self.templates, &page)?))
    }
}
