//! `POST /api/admin/accounts`

use authorization::{RoleGrant, act};
use axum::Json;
use axum::http::StatusCode;
use domain::{AccountKind, EmailAddress, KindError, PartnerId, PersonName, Tier, TypeName};
use jiff::Timestamp;
use serde::Deserialize;
use store::NewAccount;
use utoipa::ToSchema;
use web::fields::{moment, required};
use web::{Body, Cx, Failure, FieldErrors, Problem};

use super::{AccountView, first_roles};
use crate::roles::give::RoleForm;
use crate::words;

/// An account to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountForm {
    /// What it is for.
    #[schema(schema_with = words::tier)]
    tier: Option<Tier>,
    /// Which platform it belongs to. An account is invalid without it.
    #[serde(rename = "type")]
    #[schema(schema_with = words::type_name)]
    type_name: Option<TypeName>,
    /// The partner platform; for accounts of type `partner`, and for those only.
    #[schema(value_type = Option<String>)]
    partner: Option<PartnerId>,
    /// What the person is called.
    #[serde(default)]
    #[schema(required = true)]
    name: String,
    /// Where the person is reached; unique in the platform that the account belongs to.
    #[serde(default)]
    #[schema(required = true)]
    email: String,
    /// When the account ends by itself.
    #[schema(format = DateTime)]
    expires_at: Option<String>,
    /// The roles that it begins with, at most 10; given together with the account, or not at all.
    #[serde(default)]
    #[schema(required = false)]
    roles: Vec<RoleForm>,
}

impl AccountForm {
    /// Reads every field and names all that are wrong.
    fn read(self, now: Timestamp) -> Result<(AccountKind, NewAccount, Vec<RoleGrant>), Failure> {
        let mut errors = FieldErrors::default();
        let tier = errors.take("tier", required(self.tier));
        let kind = AccountKind::new(tier.unwrap_or(Tier::Learner), self.type_name, self.partner);
        let field_at_fault = kind.as_ref().err().map_or("type", field_of);
        let kind = errors.take(field_at_fault, kind);
        let name = errors.take("name", PersonName::new(&self.name));
        let email = errors.take("email", EmailAddress::new(&self.email));
        let expires_at = self.expires_at.map(|text| future(&text, now)).transpose();
        let expires_at = errors.take("expires_at", expires_at);
        let roles = first_roles::read(self.roles, &mut errors);
        match (tier, kind, name, email, expires_at, roles) {
            (Some(_), Some(kind), Some(name), Some(email), Some(expires_at), Some(roles)) => {
                Ok((kind, NewAccount { name, email, expires_at }, roles))
            }
            _ => Err(errors.into_failure()),
        }
    }
}

fn field_of(error: &KindError) -> &'static str {
    match error {
        KindError::TypeMissing | KindError::PublicAdministrator => "type",
        KindError::PartnerMissing | KindError::PartnerUnexpected => "partner",
    }
}

fn future(text: &str, now: Timestamp) -> Result<Timestamp, &'static str> {
    moment(text).and_then(|at| if at > now { Ok(at) } else { Err("must lie in the future") })
}

/// The same words for a platform that exists and for one that does not.
const NOT_YOURS: &str = "names a platform that is not yours to administer";

/// Make an account.
///
/// Its owner gets a mail with a link to set the password. The roles that it is to begin with are given with it, and
/// judged like any other: nobody gives more than they have.
#[utoipa::path(
    post, path = "/api/admin/accounts", tag = "accounts", request_body = AccountForm,
    responses(
        (status = 201, description = "Made; the invitation is on its way", body = AccountView),
        (status = 409, description = "The address has an account there already", body = Problem),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn create_account(
    cx: Cx,
    Body(form): Body<AccountForm>,
) -> Result<(StatusCode, Json<AccountView>), Failure> {
    let (kind, new, roles) = form.read(cx.now())?;
    let elsewhere = || Failure::field(if kind.partner().is_some() { "partner" } else { "type" }, NOT_YOURS);
    let grant = match cx.authorize::<act::CreateAccount>(kind).await {
        Err(Failure::NotFound) => return Err(elsewhere()),
        judged => judged?,
    };
    let newcomer = first_roles::judged(&cx, cx.store().newcomer(kind, new), roles).await?;
    let account = cx.store().create_account(grant, newcomer).await?;
    Ok((StatusCode::CREATED, Json(AccountView::of(&account, cx.now()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fields that are named when this is sent.
    fn named(json: serde_json::Value) -> Vec<String> {
        let form: AccountForm = serde_json::from_value(json).unwrap();
        match form.read(Timestamp::UNIX_EPOCH) {
            Ok(_) => Vec::new(),
            Err(failure) => failure.problem().fields.into_iter().map(|field| field.field).collect(),
        }
    }

    #[test]
    fn every_wrong_field_is_named_at_once() {
        let partner = PartnerId::from_bytes([1; 16]).to_string();
        let good = serde_json::json!({ "tier": "learner", "type": "internal", "name": "Ada", "email": "a@b.org" });
        let with = |changes: serde_json::Value| {
            let mut form = good.clone();
            for (key, value) in changes.as_object().unwrap() {
                form[key] = value.clone();
            }
            named(form)
        };
        assert_eq!(named(good.clone()), Vec::<String>::new());
        for (changes, fields) in [
            (serde_json::json!({ "type": null }), vec!["type"]),
            (serde_json::json!({ "tier": "administrator", "type": "public" }), vec!["type"]),
            (serde_json::json!({ "type": "partner" }), vec!["partner"]),
            (serde_json::json!({ "partner": partner }), vec!["partner"]),
            (
                serde_json::json!({ "name": " ", "email": "x", "expires_at": "soon" }),
                vec!["name", "email", "expires_at"],
            ),
            (serde_json::json!({ "expires_at": "1969-12-31T00:00:00Z" }), vec!["expires_at"]),
            (
                serde_json::json!({ "roles": [{ "role": "author" }, { "role": "king", "object": "moon" }] }),
                vec!["roles[1].role", "roles[1].object"],
            ),
            (serde_json::json!({ "roles": [{ "role": "author" }, { "role": "author" }] }), vec!["roles[1]"]),
            (serde_json::json!({ "roles": vec![serde_json::json!({ "role": "author" }); 11] }), vec!["roles"]),
        ] {
            assert_eq!(with(changes.clone()), fields, "{changes}");
        }
        assert_eq!(named(serde_json::json!({})), ["tier", "type", "name", "email"]);
    }
}
