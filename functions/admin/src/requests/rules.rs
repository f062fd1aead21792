//! `GET` and `PUT /api/admin/registration`

use authorization::act;
use axum::Json;
use domain::{DOMAINS_MAX, LAPSE_DAYS_MAX, RegistrationMode, RegistrationRules};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::fields::required;
use web::{Body, Cx, Failure, FieldErrors, Problem};

use crate::words;

/// How accounts are asked for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RegistrationView {
    /// Raised by every change; 0 while nothing was decided.
    version: u64,
    /// Who makes accounts.
    #[schema(schema_with = words::registration_mode)]
    mode: RegistrationMode,
    /// Domains whose addresses may ask; all of them where the list is empty.
    domains: Vec<String>,
    /// Days after which a request lapses that nobody decided.
    lapse_days: u16,
}

impl From<RegistrationRules> for RegistrationView {
    fn from(rules: RegistrationRules) -> Self {
        Self { version: rules.version, mode: rules.mode, domains: rules.domains, lapse_days: rules.lapse_days }
    }
}

/// How accounts are to be asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RegistrationForm {
    /// The version that was looked at.
    version: Option<u64>,
    /// Who makes accounts: administrators alone, whoever asks with an approval, or whoever asks.
    #[schema(schema_with = words::registration_mode)]
    mode: Option<RegistrationMode>,
    /// Domains whose addresses may ask, at most 100; all of them where nothing is said.
    #[serde(default)]
    domains: Vec<String>,
    /// Days after which a request lapses that nobody decided, 1 to 90; 14 where nothing is said.
    lapse_days: Option<u16>,
}

impl RegistrationForm {
    /// Reads every field and names all that are wrong.
    fn read(self) -> Result<(u64, RegistrationRules), Failure> {
        let mut errors = FieldErrors::default();
        let version = errors.take("version", required(self.version));
        let mode = errors.take("mode", required(self.mode));
        let domains = errors.take("domains", domains(&self.domains));
        let lapse_days = self.lapse_days.unwrap_or(RegistrationRules::default().lapse_days);
        let in_bounds = (1..=LAPSE_DAYS_MAX).contains(&lapse_days);
        let lapse_days = if in_bounds { Ok(lapse_days) } else { Err(format!("must be 1 to {LAPSE_DAYS_MAX}")) };
        let lapse_days = errors.take("lapse_days", lapse_days);
        match (version, mode, domains, lapse_days) {
            (Some(version), Some(mode), Some(domains), Some(lapse_days)) => {
                Ok((version, RegistrationRules { version, mode, domains, lapse_days }))
            }
            _ => Err(errors.into_failure()),
        }
    }
}

fn domains(texts: &[String]) -> Result<Vec<String>, String> {
    if texts.len() > DOMAINS_MAX {
        return Err(format!("must name at most {DOMAINS_MAX}"));
    }
    let read = |text: &String| RegistrationRules::domain(text).map_err(|error| format!("`{text}` {error}"));
    let mut domains: Vec<String> = texts.iter().map(read).collect::<Result<_, _>>()?;
    domains.sort_unstable();
    domains.dedup();
    Ok(domains)
}

/// See how accounts are asked for.
#[utoipa::path(
    get, path = "/api/admin/registration", tag = "requests",
    responses(
        (status = 200, description = "The rules", body = RegistrationView),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_registration(cx: Cx) -> Result<Json<RegistrationView>, Failure> {
    cx.authorize::<act::ViewPlatformSettings>(()).await.map(drop)?;
    Ok(Json(cx.store().registration_rules().await?.into()))
}

/// Decide how accounts are asked for. It counts with the next request.
#[utoipa::path(
    put, path = "/api/admin/registration", tag = "requests", request_body = RegistrationForm,
    responses(
        (status = 200, description = "The rules as they are now", body = RegistrationView),
        (status = 409, description = "They were changed since", body = Problem),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn set_registration(
    cx: Cx,
    Body(form): Body<RegistrationForm>,
) -> Result<Json<RegistrationView>, Failure> {
    let (version, rules) = form.read()?;
    let grant = cx.authorize::<act::ConfigurePlatform>(()).await?;
    let before = cx.store().registration_rules().await?;
    if before.version != version {
        return Err(Failure::conflict("the rules were changed since you looked at them"));
    }
    Ok(Json(cx.store().set_registration_rules(grant, &before, rules).await?.into()))
}
