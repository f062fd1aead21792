//! The two values that a signed-in browser holds: a short access token, and an opaque value that refreshes it.
//!
//! The access token is a JWT with exactly one algorithm, whose every claim is required. It says who, never what they
//! may do: rights are read from the table on each request. The refresh value is derived from the login's seed and
//! generation with a key outside the table.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::{AccountId, LoginId};
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

use crate::secrets::{Secrets, equal};

/// RFC 9700 and A43: an access token lives ten minutes at most.
const ACCESS_LIFETIME_S: i64 = 600;
/// Clocks of our own functions differ by far less.
const LEEWAY_S: i64 = 10;
/// Tells our access tokens from every other kind of token.
const TYPE: &str = "at+jwt";
const AUDIENCE: &str = "portico";

/// Who a verified access token names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccessToken {
    /// The account.
    pub account: AccountId,
    /// The login.
    pub login: LoginId,
}

/// What a refresh value claims, before it is compared with the login.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefreshToken {
    /// The account.
    pub account: AccountId,
    /// The login.
    pub login: LoginId,
    /// How often it had been refreshed.
    pub generation: u64,
    key: String,
    secret: Vec<u8>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Claims {
    iss: String,
    aud: String,
    sub: AccountId,
    sid: LoginId,
    jti: String,
    iat: i64,
    nbf: i64,
    exp: i64,
}

/// Makes and verifies both values.
#[derive(Debug, Clone)]
pub struct Tokens {
    secrets: Secrets,
    issuer: String,
}

impl Tokens {
    /// With these keys, for this origin.
    pub fn new(secrets: Secrets, issuer: String) -> Self {
        Self { secrets, issuer }
    }

    pub(crate) fn secrets(&self) -> &Secrets {
        &self.secrets
    }

    /// A fresh access token. `nonce` makes it unique.
    pub fn access(&self, token: AccessToken, nonce: [u8; 16], now: Timestamp) -> Option<String> {
        let key = self.secrets.newest()?;
        let header =
            Header { typ: Some(TYPE.to_owned()), kid: Some(key.name.clone()), ..Header::new(Algorithm::HS256) };
        let iat = now.as_second();
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: AUDIENCE.to_owned(),
            sub: token.account,
            sid: token.login,
            jti: BASE64_URL_SAFE_NO_PAD.encode(nonce),
            iat,
            nbf: iat,
            exp: iat + ACCESS_LIFETIME_S,
        };
        jsonwebtoken::encode(&header, &claims, &EncodingKey::from_secret(&key.bytes)).ok()
    }

    /// Whom an access token names, if every part of it is right at `now`.
    pub fn verify_access(&self, token: &str, now: Timestamp) -> Option<AccessToken> {
        let header = jsonwebtoken::decode_header(token).ok()?;
        let plain = header.jku.is_none() && header.jwk.is_none() && header.x5u.is_none() && header.x5c.is_none();
        if header.alg != Algorithm::HS256 || header.typ.as_deref() != Some(TYPE) || !plain || names_extras(token) {
            return None;
        }
        let key = self.secrets.key(header.kid.as_deref()?)?;
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
        validation.set_issuer(&[&self.issuer]);
        validation.set_audience(&[AUDIENCE]);
        // Time is checked below, by the clock that was given to us.
        validation.validate_exp = false;
        validation.validate_nbf = false;
        let claims =
            jsonwebtoken::decode::<Claims>(token, &DecodingKey::from_secret(&key.bytes), &validation).ok()?.claims;
        let now = now.as_second();
        let timely = claims.nbf <= now + LEEWAY_S
            && claims.iat <= now + LEEWAY_S
            && now < claims.exp + LEEWAY_S
            && claims.exp - claims.iat <= ACCESS_LIFETIME_S;
        (timely && !claims.jti.is_empty()).then_some(AccessToken { account: claims.sub, login: claims.sid })
    }

    /// The refresh value of a login's generation.
    pub fn refresh(&self, token: AccessToken, seed: &str, generation: u64) -> Option<String> {
        let key = self.secrets.newest()?;
        let secret = self.refresh_secret(&key.name, token, seed, generation)?;
        let secret = BASE64_URL_SAFE_NO_PAD.encode(secret);
        Some(format!("{}.{}.{generation}.{}.{secret}", token.account, token.login, key.name))
    }

    /// Reads a refresh value. What it claims is proved only by [`Tokens::proves`].
    pub fn parse_refresh(text: &str) -> Option<RefreshToken> {
        let mut parts = text.splitn(5, '.');
        Some(RefreshToken {
            account: parts.next()?.parse().ok()?,
            login: parts.next()?.parse().ok()?,
            generation: parts.next()?.parse().ok()?,
            key: parts.next()?.to_owned(),
            secret: BASE64_URL_SAFE_NO_PAD.decode(parts.next()?).ok()?,
        })
    }

    /// Whether the refresh value was really given out for its generation of the login with this seed.
    pub fn proves(&self, token: &RefreshToken, seed: &str) -> bool {
        let claimed = AccessToken { account: token.account, login: token.login };
        let secret = self.refresh_secret(&token.key, claimed, seed, token.generation);
        secret.is_some_and(|secret| equal(&secret, &token.secret))
    }

    /// The value that a signed-in page must send along with every write; bound to the login.
    pub fn csrf(&self, login: LoginId) -> Option<String> {
        let key = self.secrets.newest()?;
        Secrets::derive(key, "csrf", &[&login.to_string()]).map(|value| BASE64_URL_SAFE_NO_PAD.encode(value))
    }

    /// Whether the value belongs to the login, under any key that still verifies.
    pub fn is_csrf(&self, login: LoginId, value: &str) -> bool {
        let login = login.to_string();
        self.secrets.signing.iter().any(|key| {
            let expected = Secrets::derive(key, "csrf", &[&login]).map(|value| BASE64_URL_SAFE_NO_PAD.encode(value));
            expected.is_some_and(|expected| equal(expected.as_bytes(), value.as_bytes()))
        })
    }

    fn refresh_secret(&self, key: &str, token: AccessToken, seed: &str, generation: u64) -> Option<[u8; 32]> {
        let parts = [&token.account.to_string(), &token.login.to_string(), seed, &generation.to_string()];
        Secrets::derive(self.secrets.key(key)?, "refresh", &parts.map(|part| part as &str))
    }
}

/// Whether the header names anything beyond `alg`, `typ` and `kid`: `crit` and the like must never be skipped over.
fn names_extras(token: &str) -> bool {
    let header = token.split('.').next().and_then(|part| BASE64_URL_SAFE_NO_PAD.decode(part).ok());
    let fields =
        header.and_then(|json| serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(&json).ok());
    fields.is_none_or(|fields| fields.keys().any(|name| !matches!(name.as_str(), "alg" | "typ" | "kid")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrets::{Pepper, SigningKey};

    fn tokens(names: &[(&str, u8)]) -> Tokens {
        let signing = names.iter().map(|(name, byte)| SigningKey::from_bytes(name, [*byte; 32])).collect();
        Tokens::new(
            Secrets { signing, peppers: vec![Pepper::from_bytes("", [9; 32])] },
            "https://learn.example.org".to_owned(),
        )
    }

    fn token() -> AccessToken {
        AccessToken { account: AccountId::from_bytes([1; 16]), login: LoginId::from_bytes([2; 16]) }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    /// Proves: A39, A43
    #[test]
    fn a_token_is_good_for_ten_minutes_and_for_its_issuer_only() {
        let ours = tokens(&[("a", 1)]);
        let text = ours.access(token(), [3; 16], at(1_000)).unwrap();
        assert_eq!(ours.verify_access(&text, at(1_000)), Some(token()));
        assert_eq!(ours.verify_access(&text, at(1_609)), Some(token()));
        assert_eq!(ours.verify_access(&text, at(1_611)), None);
        assert_eq!(ours.verify_access(&text, at(900)), None, "from the future");
        let other = Tokens { issuer: "https://evil.example".to_owned(), ..ours.clone() };
        assert_eq!(other.verify_access(&text, at(1_000)), None);
    }

    /// Proves: A42
    #[test]
    fn keys_rotate_with_an_overlap() {
        let text = tokens(&[("a", 1)]).access(token(), [3; 16], at(1_000)).unwrap();
        assert_eq!(tokens(&[("b", 2), ("a", 1)]).verify_access(&text, at(1_000)), Some(token()));
        assert_eq!(tokens(&[("b", 2)]).verify_access(&text, at(1_000)), None);
        assert_eq!(tokens(&[("a", 2)]).verify_access(&text, at(1_000)), None);
    }

    /// Signs any header and claims with the right key: what a thief of nothing but our format could not do.
    fn forged(header: &str, claims: &str) -> String {
        let parts = [header, claims].map(|part| BASE64_URL_SAFE_NO_PAD.encode(part)).join(".");
        let key = EncodingKey::from_secret(&[1; 32]);
        let signature = jsonwebtoken::crypto::sign(parts.as_bytes(), &key, Algorithm::HS256).unwrap();
        format!("{parts}.{signature}")
    }

    /// Proves: A37, A39, A41, F35
    #[test]
    fn every_odd_header_and_claim_is_refused() {
        let ours = tokens(&[("a", 1)]);
        let account = token().account;
        let good = format!(
            r#"{{"iss":"https://learn.example.org","aud":"portico","sub":"{account}","sid":"{}","jti":"x","iat":1000,"nbf":1000,"exp":1600}}"#,
            token().login
        );
        let header = r#"{"alg":"HS256","typ":"at+jwt","kid":"a"}"#;
        assert_eq!(ours.verify_access(&forged(header, &good), at(1_000)), Some(token()));
        for bad in [
            r#"{"alg":"none","typ":"at+jwt","kid":"a"}"#,
            r#"{"alg":"HS512","typ":"at+jwt","kid":"a"}"#,
            r#"{"alg":"HS384","typ":"at+jwt","kid":"a"}"#,
            r#"{"alg":"RS256","typ":"at+jwt","kid":"a"}"#,
            r#"{"alg":"HS256","typ":"JWT","kid":"a"}"#,
            r#"{"alg":"HS256","kid":"a"}"#,
            r#"{"alg":"HS256","typ":"at+jwt"}"#,
            r#"{"alg":"HS256","typ":"at+jwt","kid":"../a"}"#,
            r#"{"alg":"HS256","typ":"at+jwt","kid":"a","crit":["x"]}"#,
            r#"{"alg":"HS256","typ":"at+jwt","kid":"a","jku":"https://evil.example"}"#,
            r#"{"alg":"HS256","typ":"at+jwt","kid":"a","x5u":"https://evil.example/c.pem"}"#,
            r#"{"alg":"HS256","typ":"at+jwt","kid":"a","x5c":["AAAA"]}"#,
            r#"{"alg":"HS256","typ":"at+jwt","kid":"a","jwk":{"kty":"oct","k":"AAAA"}}"#,
        ] {
            assert_eq!(ours.verify_access(&forged(bad, &good), at(1_000)), None, "{bad}");
        }
        for (from, to) in [
            (r#""exp":1600"#, r#""exp":"1600""#),
            (r#""exp":1600"#, r#""exp":999999"#),
            (r#","exp":1600"#, ""),
            (r#""iat":1000,"#, ""),
            (r#""nbf":1000,"#, ""),
            (r#""jti":"x","#, ""),
            (r#""aud":"portico","#, ""),
            (r#""aud":"portico""#, r#""aud":"other""#),
            (r#""iss":"https://learn.example.org","#, ""),
            (r#""jti":"x""#, r#""jti":"x","exp":9999"#),
            (r#""jti":"x""#, r#""jti":"x","role":"owner""#),
        ] {
            let bad = good.replace(from, to);
            assert_eq!(ours.verify_access(&forged(header, &bad), at(1_000)), None, "{bad}");
        }
    }

    /// Proves: A44
    #[test]
    fn refresh_values_prove_their_generation_and_nothing_else() {
        let ours = tokens(&[("a", 1)]);
        let text = ours.refresh(token(), "seed", 4).unwrap();
        let parsed = Tokens::parse_refresh(&text).unwrap();
        assert!(ours.proves(&parsed, "seed"));
        assert!(!ours.proves(&parsed, "other seed"));
        assert!(!ours.proves(&RefreshToken { generation: 5, ..parsed.clone() }, "seed"));
        assert!(!tokens(&[("a", 7)]).proves(&parsed, "seed"));
        for bad in ["", "a.b.c.d.e", &text.replace('.', ":")] {
            assert_eq!(Tokens::parse_refresh(bad), None);
        }
    }
}
