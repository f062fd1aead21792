//! `PUT /api/login/language`: the language that one is written to in.

use authorization::act;
use axum::http::StatusCode;
use domain::Locale;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure};

/// A language.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Language {
    /// The code of a language that pages are written in.
    #[schema(example = "pl")]
    language: String,
}

/// Choose the language of your mails.
#[utoipa::path(
    put,
    path = "/api/login/language",
    tag = "login",
    summary = "Choose the language of your mails",
    request_body = Language,
    responses(
        (status = 204, description = "From the next mail on"),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
        (status = 409, description = "The account was changed at the same moment", body = web::Problem),
        (status = 422, description = "No language that pages are written in", body = web::Problem),
    )
)]
pub(crate) async fn choose_language(cx: Cx, Body(form): Body<Language>) -> Result<StatusCode, Failure> {
    let grant = cx.authorize::<act::EditProfile>(()).await?;
    let spoken = &cx.app().settings.locales;
    let locale = Locale::of_code(&form.language).filter(|locale| spoken.contains(locale)).ok_or_else(|| {
        let codes: Vec<&str> = spoken.iter().map(|locale| locale.code()).collect();
        Failure::field("language", format!("must be one of {}", codes.join(", ")))
    })?;
    cx.store().set_own_locale(grant, locale).await?;
    Ok(StatusCode::NO_CONTENT)
}
