//! `POST /api/signup/administrator`: makes the first administrator, who owns the platform. It works once.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::{EmailAddress, PersonName};
use serde::{Deserialize, Serialize};
use store::StoreError;
use utoipa::ToSchema;
use web::{App, BodyOrForm, Failure, FieldErrors, Password, PasswordRules, Reader, RealmName, Sent};

use super::page;
use crate::founder::{dead, open};
use crate::password::pages;

/// Who founds the platform. No `Debug`: it holds two secrets.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FoundPlatform {
    /// The link's token.
    token: String,
    /// What the administrator is called.
    name: String,
    /// The address to sign in with.
    email: String,
    /// The password to sign in with.
    password: String,
}

/// A founded platform.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Founded {
    /// The first administrator's id.
    account: String,
    /// Where to sign in.
    sign_in: String,
}

/// Make the first administrator.
#[utoipa::path(
    post,
    path = "/api/signup/administrator",
    tag = "signup",
    summary = "Make the first administrator",
    request_body(content((FoundPlatform = "application/json"), (FoundPlatform = "application/x-www-form-urlencoded"))),
    responses(
        (status = 201, description = "Founded; nobody is signed in by it. A page, where a form was sent", body = Founded),
        (status = 410, description = "The link was used or is too old", body = web::Problem),
        (status = 422, description = "Some fields need another value; the link stays good", body = web::Problem),
    )
)]
pub(crate) async fn found_platform(
    State(app): State<App>,
    reader: Reader,
    BodyOrForm(form, sent): BodyOrForm<FoundPlatform>,
) -> Result<Response, Failure> {
    let grant = open(&app, &form.token).await?;
    let (name, email, password) = match (form.read(), sent) {
        (Ok(read), _) => read,
        (Err(errors), Sent::Json) => return Err(errors.into_failure()),
        (Err(_), Sent::Form) => return form.show_again(&reader),
    };
    let hash = app.hash_password(password).await?;
    let account = match app.store.found_platform(grant, name, email, hash).await {
        Ok(account) => account,
        // Somebody else has founded it since the link was opened.
        Err(StoreError::Taken(_) | StoreError::Conflict(_)) => return Err(dead()),
        Err(error) => return Err(error.into()),
    };
    let sign_in = RealmName::from(account.kind.realm()).sign_in_path(reader.locale());
    match sent {
        Sent::Json => {
            Ok((StatusCode::CREATED, Json(Founded { account: account.id.to_string(), sign_in })).into_response())
        }
        Sent::Form => pages::saved(&reader, &sign_in),
    }
}

impl FoundPlatform {
    fn read(&self) -> Result<(PersonName, EmailAddress, Password), FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.take("name", PersonName::new(&self.name));
        let email = errors.take("email", EmailAddress::new(&self.email));
        // A password is judged beside its owner's address and name.
        let owner = email.as_ref().zip(name.as_ref());
        let password =
            owner.and_then(|(email, name)| errors.take("password", PasswordRules::check(&self.password, email, name)));
        match (name, email, password) {
            (Some(name), Some(email), Some(password)) => Ok((name, email, password)),
            _ => Err(errors),
        }
    }

    fn show_again(&self, reader: &Reader) -> Result<Response, Failure> {
        let (name, email) = (reader.name_error(&self.name), reader.email_error(&self.email));
        let password = match (PersonName::new(&self.name), EmailAddress::new(&self.email)) {
            (Ok(name), Ok(email)) => PasswordRules::check(&self.password, &email, &name).err(),
            _ => None,
        };
        let password = password.map(|refused| reader.password_error(refused));
        let error = [name, email, password].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let last = page::LastTry { name: &self.name, email: &self.email, error: Some(&error) };
        page::form(reader, &self.token, last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(name: &str, email: &str, password: &str) -> FoundPlatform {
        let [name, email, password] = [name, email, password].map(str::to_owned);
        FoundPlatform { token: String::new(), name, email, password }
    }

    #[test]
    fn every_field_at_fault_is_named_at_once() {
        let at_fault = |form: FoundPlatform| match form.read() {
            Ok(_) => Vec::new(),
            Err(errors) => errors.list().iter().map(|problem| problem.field.clone()).collect(),
        };
        assert!(at_fault(form("Ada", "ada@example.org", "correct horse battery")).is_empty());
        assert_eq!(at_fault(form("", "ada", "x")), ["name", "email"]);
        assert_eq!(at_fault(form("Ada", "ada@example.org", "x")), ["password"]);
        assert_eq!(at_fault(form("Ada\r\nBcc: x", "ada@example.org", "ada@example.org")), ["name"]);
        assert_eq!(at_fault(form("Ada", "ada@example.org", "ada@example.org")), ["password"]);
    }
}
