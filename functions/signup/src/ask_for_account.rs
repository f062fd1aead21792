//! `POST /api/signup/request`: asking for an account.

use authorization::{Principal, act};
use axum::extract::State;
use axum::http::StatusCode;
use domain::{AccountKind, EmailAddress, PersonName, Realm, RegistrationMode, RegistrationRules, RequestRefused};
use jiff::SignedDuration;
use serde::Deserialize;
use store::StoreError;
use utoipa::ToSchema;
use web::{App, Body, ClientAddress, Failure, FieldErrors, Limit, RealmName, in_equal_time};

/// A class behind one address can ask; whoever fills the page of those who wait is slowed down.
const REQUESTS_OF_NETWORK: Limit =
    Limit { kind: "account-request-network", attempts_max: 40, window: SignedDuration::from_hours(1) };
/// One address asks so often; what goes beyond is answered like the rest and not kept.
const REQUESTS_OF_ADDRESS: Limit =
    Limit { kind: "account-request", attempts_max: 3, window: SignedDuration::from_hours(24) };

/// Somebody who asks for an account.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountRequestForm {
    /// What the person is called.
    #[serde(default)]
    #[schema(required = true)]
    name: String,
    /// Where the person is reached.
    #[serde(default)]
    #[schema(required = true)]
    email: String,
    /// `main`, or a partner platform by slug or id. Accounts of the realm `public` come with a purchase.
    #[serde(default = "main_realm")]
    #[schema(value_type = String, default = "main")]
    realm: RealmName,
}

fn main_realm() -> RealmName {
    RealmName::Main
}

/// Ask for an account.
///
/// Depending on the platform's rules somebody decides about it, or the account is made at once; a link to set the
/// password is mailed then. The answer is the same whether the address has an account or not.
#[utoipa::path(
    post, path = "/api/signup/request", tag = "signup", request_body = AccountRequestForm,
    responses(
        (status = 202, description = "Taken, whatever becomes of it"),
        (status = 403, description = "Accounts are made by administrators here", body = web::Problem),
        (status = 422, description = "Some fields need another value", body = web::Problem),
        (status = 429, description = "Too many requests from one network", body = web::Problem),
    )
)]
pub(crate) async fn ask_for_account(
    State(app): State<App>,
    client: ClientAddress,
    Body(form): Body<AccountRequestForm>,
) -> Result<StatusCode, Failure> {
    let mut errors = FieldErrors::default();
    let name = errors.take("name", PersonName::new(&form.name));
    let email = errors.take("email", EmailAddress::new(&form.email));
    let kind = match app.realm(&form.realm).await? {
        Realm::Main => Ok(AccountKind::InternalLearner),
        Realm::Partner(partner) => Ok(AccountKind::PartnerLearner(partner)),
        Realm::Public => Err("accounts of the public catalog come with a purchase"),
    };
    let kind = errors.take("realm", kind);
    let (Some(name), Some(email), Some(kind)) = (name, email, kind) else { return Err(errors.into_failure()) };
    let rules = app.store.registration_rules().await?;
    rules.admit(&email).map_err(|refused| match refused {
        RequestRefused::Closed => Failure::Forbidden("registration.closed", "accounts are made by administrators here"),
        RequestRefused::Domain => Failure::field("email", refused),
    })?;
    app.throttle(&REQUESTS_OF_NETWORK, &client.network()).await?;
    in_equal_time(keep(&app, kind, name, email, &rules)).await?;
    Ok(StatusCode::ACCEPTED)
}

async fn keep(
    app: &App,
    kind: AccountKind,
    name: PersonName,
    email: EmailAddress,
    rules: &RegistrationRules,
) -> Result<(), Failure> {
    let subject = format!("{}#{}", RealmName::from(kind.realm()), email.normal());
    match app.throttle(&REQUESTS_OF_ADDRESS, &subject).await {
        Err(Failure::Throttled { .. }) => return Ok(()),
        counted => counted?,
    }
    let request = app.store.ask_for_account(kind, name, email, rules).await?;
    if rules.mode != RegistrationMode::Open {
        return Ok(());
    }
    let approved = match app.authorize_as::<act::ApprovePendingUser>(&Principal::Platform, request.id).await {
        // A platform that does not exist has no accounts; whoever asks for one is told no more than others.
        Err(Failure::Forbidden(..) | Failure::NotFound) => return Ok(()),
        grant => app.store.approve_account(grant?).await,
    };
    match approved {
        // The address has an account. The request waits among the others until it lapses.
        Ok(_) | Err(StoreError::Taken(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
