//! A passkey as it is kept, and as its owner sees it.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::PasskeyName;
use jiff::Timestamp;
use serde::Serialize;
use store::Passkey;
use utoipa::ToSchema;
use web::Failure;
use webauthn_rs::prelude::{AuthenticationResult, Passkey as Credential};

/// One's own passkey.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OwnPasskey)]
pub(crate) struct PasskeyView {
    /// Names it where it is taken away.
    id: String,
    /// What its owner calls it.
    name: String,
    #[schema(value_type = String, format = DateTime)]
    added_at: Timestamp,
    /// When it signed in last; `null` where it never did.
    #[schema(value_type = Option<String>, format = DateTime)]
    used_at: Option<Timestamp>,
}

impl PasskeyView {
    pub(crate) fn of(passkey: &Passkey) -> Self {
        let Passkey { id, name, created_at, used_at, .. } = passkey;
        Self { id: id.clone(), name: name.to_string(), added_at: *created_at, used_at: *used_at }
    }
}

/// The id as it is kept and as browsers say it.
pub(super) fn id(raw: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(raw)
}

/// A passkey that has just been made.
pub(super) fn fresh(credential: &Credential, name: PasskeyName, now: Timestamp) -> Result<Passkey, Failure> {
    let id = id(credential.cred_id());
    Ok(Passkey { id, name, credential: written(credential)?, created_at: now, used_at: None })
}

/// What checks the signatures of a passkey.
pub(super) fn credential(passkey: &Passkey) -> Result<Credential, Failure> {
    serde_json::from_str(&passkey.credential).map_err(broken)
}

/// The passkeys once this one has signed in; nothing where it is none of them any more.
pub(super) fn after_use(
    passkeys: &[Passkey],
    used: &AuthenticationResult,
    now: Timestamp,
) -> Result<Option<Vec<Passkey>>, Failure> {
    let id = id(used.cred_id());
    let mut after = passkeys.to_vec();
    let Some(passkey) = after.iter_mut().find(|passkey| passkey.id == id) else { return Ok(None) };
    let mut checked = credential(passkey)?;
    checked.update_credential(used);
    passkey.credential = written(&checked)?;
    passkey.used_at = Some(now);
    Ok(Some(after))
}

fn written(credential: &Credential) -> Result<String, Failure> {
    serde_json::to_string(credential).map_err(broken)
}

fn broken(error: serde_json::Error) -> Failure {
    Failure::Internal(format!("a passkey cannot be kept or read: {error}"))
}
