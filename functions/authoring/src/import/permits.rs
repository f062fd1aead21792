//! The permissions of one import.

use authorization::{Action, Granted, Principal, Target, act};
use domain::{Audience, Publication};
use web::{App, Cx, Failure};

/// The permissions of one import: for the audience that it is for, and for the others of the same tenant, since a
/// row may name another one.
#[derive(Debug)]
pub struct Permits(Vec<Granted<act::ImportCourses>>);

impl Permits {
    /// Asks as whoever sent the request. Courses that are published at once take the right to publish there, too.
    pub async fn of_request(cx: &Cx, audience: Audience, new_as: Publication) -> Result<Self, Failure> {
        let mut grants = Vec::new();
        for audience in within_tenant(audience) {
            let grant = cx.authorize::<act::ImportCourses>(audience).await?;
            let publishes = new_as == Publication::Published;
            if publishes && !cx.may(Action::PublishCourse, &grant.target().object()) {
                let words = "you may import here, and not publish: import drafts instead";
                return Err(Failure::Forbidden("grant.missing", words));
            }
            grants.push(if publishes { cx.by_all_rights(grant) } else { grant });
        }
        Ok(Self(grants))
    }

    /// Asks as somebody else: the command line's.
    pub async fn of_principal(app: &App, principal: &Principal, audience: Audience) -> Result<Self, Failure> {
        let mut grants = Vec::new();
        for audience in within_tenant(audience) {
            grants.push(app.authorize_as::<act::ImportCourses>(principal, audience).await?);
        }
        Ok(Self(grants))
    }

    /// The permission for the audience that the import is for.
    pub(super) fn main(&self) -> Option<&Granted<act::ImportCourses>> {
        self.0.first()
    }

    /// The permission for courses of this audience.
    pub(super) fn of_audience(&self, audience: Audience) -> Option<&Granted<act::ImportCourses>> {
        self.0.iter().find(|grant| grant.target().audience == audience)
    }
}

/// The audience itself, then the others of its tenant.
fn within_tenant(audience: Audience) -> Vec<Audience> {
    match audience {
        Audience::Internal => vec![Audience::Internal, Audience::Public],
        Audience::Public => vec![Audience::Public, Audience::Internal],
        Audience::Partner(partner) => vec![Audience::Partner(partner)],
    }
}
