//! `GET /api/certificates/{certificate}`: whether a certificate is genuine. Anybody may ask who was told its id; the
//! answer says what stands on it, and nothing else of anybody.

use authorization::{Principal, act};
use axum::Json;
use axum::extract::State;
use domain::{CertificateId, PersonName, Title};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use utoipa::ToSchema;
use web::{App, Failure, Path, Problem};

/// What a certificate says.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CertificatePage {
    /// What the learner is called.
    #[schema(value_type = String, example = "Ada Lovelace")]
    learner: PersonName,
    /// The course's title on the day it was completed.
    #[schema(value_type = String)]
    course: Title,
    /// That day, in UTC.
    #[schema(value_type = String, format = Date, example = "2026-02-05")]
    completed_on: Date,
}

/// Verify a certificate.
///
/// Who asks makes no difference. A certificate counts no more once its learner is out of the course, shut out, or gone.
#[utoipa::path(
    get, path = "/api/certificates/{certificate}", tag = "learning", params(("certificate" = String, Path)),
    responses(
        (status = 200, body = CertificatePage, description = "It is genuine"),
        (status = 404, body = Problem, description = "there is no such certificate, or it counts no more"),
    )
)]
pub(crate) async fn show_certificate(
    State(app): State<App>,
    Path(id): Path<CertificateId>,
) -> Result<Json<CertificatePage>, Failure> {
    let grant = app.authorize_as::<act::VerifyCertificate>(&Principal::Visitor, id).await?;
    let target = grant.into_target();
    let completed_on = target.certificate.issued_at.to_zoned(TimeZone::UTC).date();
    Ok(Json(CertificatePage { learner: target.learner, course: target.certificate.course_title, completed_on }))
}
