//! `PATCH /api/admin/accounts/{account}`

use authorization::act;
use axum::Json;
use domain::{AccountId, PersonName};
use serde::Deserialize;
use store::AccountChange;
use utoipa::ToSchema;
use web::fields::{moment, present};
use web::{Body, Cx, Failure, FieldErrors, Path, Problem};

use super::AccountView;

/// What to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountChangeForm {
    /// Another name.
    name: Option<String>,
    /// Another end; `null` for none. A moment in the past ends the account at once.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Option<String>>,
}

impl AccountChangeForm {
    fn read(self) -> Result<AccountChange, Failure> {
        let mut errors = FieldErrors::default();
        let name = errors.take("name", self.name.map(|name| PersonName::new(&name)).transpose());
        let expires_at = self.expires_at.map(|end| end.map(|text| moment(&text)).transpose()).transpose();
        let expires_at = errors.take("expires_at", expires_at);
        match (name, expires_at) {
            (Some(None), Some(None)) => Err(Failure::field("body", "must say what to change")),
            (Some(name), Some(expires_at)) => Ok(AccountChange { name, expires_at }),
            _ => Err(errors.into_failure()),
        }
    }
}

/// Change an account's name or end.
#[utoipa::path(
    patch, path = "/api/admin/accounts/{account}", tag = "accounts", request_body = AccountChangeForm,
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 200, description = "The account as it is now", body = AccountView),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn edit_account(
    cx: Cx,
    Path(account): Path<AccountId>,
    Body(form): Body<AccountChangeForm>,
) -> Result<Json<AccountView>, Failure> {
    let change = form.read()?;
    let grant = cx.authorize::<act::EditAccount>(account).await?;
    // An end is a way to switch an account off, and nobody shuts themselves out.
    if change.expires_at.is_some() && grant.account() == Some(account) {
        return Err(Failure::field("expires_at", "nobody may set the end of their own account"));
    }
    let after = cx.store().edit_account(grant, change).await?;
    Ok(Json(AccountView::of(&after, cx.now())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn left_out_null_and_a_moment_are_three_wishes() {
        let read = |json: &str| serde_json::from_str::<AccountChangeForm>(json).unwrap().read();
        assert_eq!(read(r#"{"expires_at":null}"#).unwrap().expires_at, Some(None));
        assert_eq!(read(r#"{"name":"Ada"}"#).unwrap().expires_at, None);
        let end = read(r#"{"expires_at":"2030-01-01T00:00:00Z"}"#).unwrap().expires_at.flatten();
        assert_eq!(end.unwrap().to_string(), "2030-01-01T00:00:00Z");
        for (json, field) in [("{}", "body"), (r#"{"name":""}"#, "name"), (r#"{"expires_at":"x"}"#, "expires_at")] {
            assert_eq!(read(json).unwrap_err().problem().fields[0].field, field);
        }
    }
}
