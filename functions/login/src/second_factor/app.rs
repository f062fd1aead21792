//! Codes of an authenticator app (RFC 6238): six digits that change every half minute. One step of drift either way is
//! taken; each code once.

use domain::{Account, random_bytes};
use jiff::Timestamp;
use store::OneTimeCodes;
use totp_rs::{Builder, Totp};
use web::{App, Failure};

/// RFC 4226, section 4: 160 bits.
const SECRET_BYTES: usize = 20;
/// RFC 6238, section 5.2: one step of drift.
const DRIFT_STEPS: u16 = 1;
/// Kept apart from whatever else is sealed.
const PURPOSE: &str = "one-time codes";

/// A fresh secret that app and platform share.
pub(crate) struct FreshApp {
    /// As it is kept.
    pub(crate) kept: OneTimeCodes,
    /// As people type it into an app that has no camera.
    pub(crate) secret: String,
    /// As an app reads it from a picture.
    pub(crate) address: String,
}

/// Makes a secret for an account.
pub(crate) fn fresh(app: &App, account: &Account) -> Result<FreshApp, Failure> {
    let secret = random_bytes::<SECRET_BYTES>(&*app.entropy);
    let codes = codes(app, account, &secret)?;
    let broken = |error: totp_rs::TotpError| Failure::Internal(error.to_string());
    Ok(FreshApp {
        kept: OneTimeCodes { sealed: sealed(app, account, &secret)?, since: app.clock.now(), last_step: 0 },
        secret: codes.secret().to_base32(),
        address: codes.to_url().map_err(broken)?,
    })
}

/// What is kept once this code was used; nothing where it is not the app's, or not newer than the last one.
pub(crate) fn after_code(
    app: &App,
    account: &Account,
    kept: &OneTimeCodes,
    code: &str,
) -> Result<Option<OneTimeCodes>, Failure> {
    let opened = app.settings.secrets.open(PURPOSE, &account.id.to_string(), &kept.sealed);
    let Some(opened) = opened else {
        // The key is gone or another one. To whoever signs in the code is wrong, and other ways stay open.
        tracing::error!(account = %account.id, "the secret of an app does not open with any key of the platform");
        return Ok(None);
    };
    // Apps show codes in two groups.
    let code: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
    let step = codes(app, account, &opened.secret)?.check(&code, seconds(app.clock.now()));
    let Some(step) = step.filter(|step| *step > kept.last_step) else { return Ok(None) };
    // Under the newest key, so that an older one can go some day.
    let sealed = if opened.outdated { sealed(app, account, &opened.secret)? } else { kept.sealed.clone() };
    Ok(Some(OneTimeCodes { sealed, last_step: step, ..kept.clone() }))
}

fn sealed(app: &App, account: &Account, secret: &[u8]) -> Result<String, Failure> {
    let sealed = app.settings.secrets.seal(PURPOSE, &account.id.to_string(), secret, random_bytes(&*app.entropy));
    sealed.ok_or_else(|| Failure::Internal("no key that seals".to_owned()))
}

fn codes(app: &App, account: &Account, secret: &[u8]) -> Result<Totp, Failure> {
    // A colon parts issuer and account in what the app reads.
    let plain = |text: &str| text.replace(':', " ");
    let codes = Builder::new()
        .with_secret(secret.to_vec())
        .with_skew(DRIFT_STEPS)
        .with_account_name(plain(account.email.typed()))
        .with_issuer(Some(plain(&app.settings.platform_name)))
        .build();
    codes.map_err(|error| Failure::Internal(error.to_string()))
}

fn seconds(now: Timestamp) -> u64 {
    u64::try_from(now.as_second()).unwrap_or_default()
}
