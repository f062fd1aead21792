//! The settings of a process, from its environment. Each error names the variable, what is wrong with it, and what
//! it should be.

use domain::{HttpUrl, Locale};
use thiserror::Error;

use crate::secrets::{Pepper, SecretError, Secrets, SigningKey};

/// A setting that is missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SettingsError {
    /// It is not set.
    #[error("`{0}` is not set: {1}")]
    Missing(&'static str, &'static str),
    /// It does not read.
    #[error("`{0}` {1}")]
    Wrong(&'static str, String),
}

/// What every function needs to know of its surroundings.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Scheme, host and port that people see, without a slash at the end. Links in mails are made from it, never
    /// from a request's headers.
    pub origin: String,
    /// What the platform is called.
    pub platform_name: String,
    /// The languages that pages and mails are written in (`PORTICO_LANGUAGES`), English first.
    pub locales: Vec<Locale>,
    /// The table's name.
    pub table: String,
    /// Another endpoint than AWS's own.
    pub table_endpoint: Option<String>,
    /// The keys.
    pub secrets: Secrets,
    /// Scheme and host of the page where buyers pay; forms may lead there.
    pub payment_page_origin: String,
    /// Whether administrators need a second factor for what they do as such (`PORTICO_SECOND_FACTOR=administrators`), or
    /// whether everybody decides for themselves (`optional`).
    pub second_factor_for_administrators: bool,
    /// How many proxies in front of us may be believed about the client's address: each appends the address that it was
    /// called from to `X-Forwarded-For`. 1 behind a gateway, 2 behind CloudFront and a gateway, 0 for none.
    pub trusted_proxies: usize,
    /// What CloudFront says in `X-Portico-Front` with every request. Where it is set, the viewer's address is taken from
    /// `X-Portico-Viewer`, and from nobody who does not know the secret: a gateway can be called directly.
    pub front_secret: Option<String>,
}

const ORIGIN: &str = "PORTICO_ORIGIN";
const NAME: &str = "PORTICO_NAME";
const LANGUAGES: &str = "PORTICO_LANGUAGES";
const TABLE: &str = "PORTICO_TABLE";
const ENDPOINT: &str = "PORTICO_TABLE_ENDPOINT";
const SIGNING: &str = "PORTICO_SIGNING_KEYS";
const PEPPER: &str = "PORTICO_PEPPER";
const PAYMENT_PAGE: &str = "PORTICO_PAYMENT_PAGE";
const SECOND_FACTOR: &str = "PORTICO_SECOND_FACTOR";
const PROXIES: &str = "PORTICO_TRUSTED_PROXIES";
const FRONT: &str = "PORTICO_FRONT_SECRET";
/// What Lambda tells a function, and what a table at AWS needs.
const AWS: [(&str, &str); 3] = [
    ("AWS_REGION", "the region of the table, such as `eu-central-1`"),
    ("AWS_ACCESS_KEY_ID", "the credentials for the table"),
    ("AWS_SECRET_ACCESS_KEY", "the credentials for the table"),
];
/// Nobody guesses so many characters.
const FRONT_SECRET_BYTES_MIN: usize = 32;

impl Settings {
    /// Reads the settings through `lookup`, which is `std::env::var` outside tests.
    pub fn read(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, SettingsError> {
        let required =
            |name, what| lookup(name).filter(|text| !text.is_empty()).ok_or(SettingsError::Missing(name, what));
        let wrong = |name| move |error: SecretError| SettingsError::Wrong(name, error.to_string());
        let table_endpoint = lookup(ENDPOINT).filter(|text| !text.is_empty());
        if table_endpoint.is_none() {
            AWS.iter().try_for_each(|(name, what)| required(name, what).map(drop))?;
        }
        let origin = required(ORIGIN, "the address people see, such as `https://learn.example.org`")?;
        let signing = required(SIGNING, "the signing keys as `name:key`, the newest first, separated by commas")?;
        let signing: Result<Vec<_>, _> = signing.split(',').map(SigningKey::parse).collect();
        let signing = signing.map_err(wrong(SIGNING))?;
        refuse_doubles(SIGNING, signing.iter().map(|key| &*key.name))?;
        let peppers = required(PEPPER, "32 random bytes in URL-safe base64; several as `name:key`, the newest first")?;
        let peppers: Result<Vec<_>, _> = peppers.split(',').map(Pepper::parse).collect();
        let peppers = peppers.map_err(wrong(PEPPER))?;
        refuse_doubles(PEPPER, peppers.iter().map(|pepper| &*pepper.name))?;
        Ok(Self {
            origin: parse_origin(ORIGIN, &origin)?,
            platform_name: lookup(NAME).filter(|text| !text.is_empty()).unwrap_or_else(|| "Portico".to_owned()),
            locales: match lookup(LANGUAGES).filter(|text| !text.is_empty()) {
                None => Locale::ALL.to_vec(),
                Some(text) => {
                    Locale::list(&text).map_err(|error| SettingsError::Wrong(LANGUAGES, error.to_string()))?
                }
            },
            table: required(TABLE, "the name of the DynamoDB table")?,
            table_endpoint,
            secrets: Secrets { signing, peppers },
            payment_page_origin: match lookup(PAYMENT_PAGE).filter(|text| !text.is_empty()) {
                None => "https://checkout.stripe.com".to_owned(),
                Some(text) => parse_origin(PAYMENT_PAGE, &text)?,
            },
            second_factor_for_administrators: match lookup(SECOND_FACTOR).as_deref() {
                Some("administrators") => true,
                None | Some("" | "optional") => false,
                Some(_) => {
                    let why = "must be `administrators` or `optional`".to_owned();
                    return Err(SettingsError::Wrong(SECOND_FACTOR, why));
                }
            },
            trusted_proxies: match lookup(PROXIES) {
                None => 1,
                Some(text) => text.parse().map_err(|_| SettingsError::Wrong(PROXIES, "must be a number".to_owned()))?,
            },
            front_secret: match lookup(FRONT).filter(|text| !text.is_empty()) {
                Some(text) if text.len() < FRONT_SECRET_BYTES_MIN => {
                    let why = format!("must have at least {FRONT_SECRET_BYTES_MIN} characters");
                    return Err(SettingsError::Wrong(FRONT, why));
                }
                secret => secret,
            },
        })
    }
}

/// A name twice would leave the second key without effect, unnoticed until the first one goes.
fn refuse_doubles<'k>(name: &'static str, keys: impl Iterator<Item = &'k str>) -> Result<(), SettingsError> {
    let mut seen = std::collections::BTreeSet::new();
    for key in keys {
        if !seen.insert(key) {
            return Err(SettingsError::Wrong(name, format!("names the key `{key}` twice")));
        }
    }
    Ok(())
}

/// As browsers write it: scheme and host in lower case, the usual port left out. `Origin` headers are compared with it.
fn parse_origin(name: &'static str, text: &str) -> Result<String, SettingsError> {
    let wrong = |why: &str| SettingsError::Wrong(name, why.to_owned());
    let url = HttpUrl::new(text).map_err(|error| SettingsError::Wrong(name, error.to_string()))?;
    let origin = url.as_str().trim_end_matches('/').to_ascii_lowercase();
    let Some((scheme, host)) = origin.split_once("://").filter(|(_, host)| *host == url.host().to_ascii_lowercase())
    else {
        return Err(wrong("must not have a path"));
    };
    if host.contains('@') {
        return Err(wrong("must not name a user"));
    }
    let usual_port = if scheme == "https" { ":443" } else { ":80" };
    Ok(format!("{scheme}://{}", host.strip_suffix(usual_port).unwrap_or(host)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "q7d1pU3bM0xwYcVh2nZkS5fJtRgEaLo9iB8QvW4yX6s";

    fn with(name: &'static str, value: &'static str) -> Result<Settings, SettingsError> {
        Settings::read(move |asked| match asked {
            _ if asked == name => Some(value.to_owned()),
            ORIGIN => Some("https://learn.example.org/".to_owned()),
            TABLE => Some("portico".to_owned()),
            SIGNING => Some(format!("a:{KEY}")),
            PEPPER => Some(KEY.to_owned()),
            _ if AWS.iter().any(|(name, _)| *name == asked) => Some("x".to_owned()),
            _ => None,
        })
    }

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        for (typed, origin) in [
            ("https://Learn.Example.org:443/", "https://learn.example.org"),
            ("HTTP://localhost:80", "http://localhost"),
            ("https://learn.example.org:8443", "https://learn.example.org:8443"),
        ] {
            assert_eq!(parse_origin(ORIGIN, typed).unwrap(), origin);
        }
        assert!(parse_origin(ORIGIN, "https://user@learn.example.org").is_err());
    }

    /// Proves: A38
    #[test]
    fn each_wrong_setting_is_named() {
        assert_eq!(with("", "").unwrap().origin, "https://learn.example.org");
        for (name, value) in [
            (ORIGIN, ""),
            (ORIGIN, "learn.example.org"),
            (ORIGIN, "https://learn.example.org/app"),
            (TABLE, ""),
            ("AWS_REGION", ""),
            ("AWS_SECRET_ACCESS_KEY", ""),
            (SIGNING, "short:abc"),
            (SIGNING, KEY),
            (SIGNING, "a:sample-key-for-development-only-000"),
            (PEPPER, "abc"),
            (PEPPER, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
            (PROXIES, "many"),
            (SECOND_FACTOR, "everybody"),
            (FRONT, "short"),
            (LANGUAGES, "pl"),
            (SIGNING, "a:q7d1pU3bM0xwYcVh2nZkS5fJtRgEaLo9iB8QvW4yX6s,a:q7d1pU3bM0xwYcVh2nZkS5fJtRgEaLo9iB8QvW4yX6t"),
        ] {
            let message = with(name, value).unwrap_err().to_string();
            assert!(message.contains(name), "{message}");
            assert!(value.len() < 4 || !message.contains(value), "{message} repeats a secret");
        }
    }
}
