//! `POST /api/admin/partners`

use authorization::act;
use axum::Json;
use axum::http::StatusCode;
use domain::{Partner, Slug, SlugError, Title};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure, FieldErrors, Problem};

use super::PartnerView;

/// A partner platform to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartnerForm {
    /// Its name.
    #[serde(default)]
    #[schema(required = true)]
    name: String,
    /// Names its sign-in page and stays for good; made from the name where it is left out.
    slug: Option<String>,
}

impl PartnerForm {
    fn read(self) -> Result<(Title, Slug), Failure> {
        let mut errors = FieldErrors::default();
        let name = errors.take("name", Title::new(&self.name));
        let slug = match (self.slug.as_deref(), &name) {
            (Some(slug), _) => errors.take("slug", Slug::new(slug).and_then(Partner::slug)),
            // A name in another script gives no slug: it has to be said.
            (None, Some(name)) => {
                let slug = Slug::from_text(name.as_str()).ok_or(SlugError::Alphabet);
                errors.take("slug", slug.and_then(Partner::slug))
            }
            (None, None) => None,
        };
        name.zip(slug).ok_or_else(|| errors.into_failure())
    }
}

/// Make a partner platform.
#[utoipa::path(
    post, path = "/api/admin/partners", tag = "partners", request_body = PartnerForm,
    responses(
        (status = 201, description = "Made", body = PartnerView),
        (status = 409, description = "The slug is taken", body = Problem),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn create_partner(
    cx: Cx,
    Body(form): Body<PartnerForm>,
) -> Result<(StatusCode, Json<PartnerView>), Failure> {
    let (name, slug) = form.read()?;
    let grant = cx.authorize::<act::CreatePartner>(()).await?;
    let partner = cx.store().create_partner(grant, name, slug).await?;
    Ok((StatusCode::CREATED, Json(PartnerView::of(&partner))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slug_follows_from_the_name_where_it_can() {
        let read = |json: &str| serde_json::from_str::<PartnerForm>(json).unwrap().read();
        assert_eq!(read(r#"{"name":"Écoles & Co."}"#).unwrap().1.as_str(), "ecoles-co");
        assert_eq!(read(r#"{"name":"Écoles","slug":"ec"}"#).unwrap().1.as_str(), "ec");
        for (json, fields) in [
            (r#"{"name":"مدرسة"}"#, vec!["slug"]),
            (r#"{"name":"","slug":"A b"}"#, vec!["name", "slug"]),
            (r#"{"name":"Main"}"#, vec!["slug"]),
            (r#"{"name":"North","slug":"public"}"#, vec!["slug"]),
            (r#"{}"#, vec!["name"]),
        ] {
            let problem = read(json).unwrap_err().problem();
            assert_eq!(problem.fields.iter().map(|field| field.field.as_str()).collect::<Vec<_>>(), fields);
        }
    }
}
