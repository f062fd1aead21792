//! A device that keeps a passkey and signs with it (Web Authentication, level 3), and the browser before it. It does what
//! a test tells it, also what no honest one does.

use aws_lc_rs::rand::{SecureRandom, SystemRandom};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Somebody touched it; it made sure who; it says what it keeps.
const PRESENT: u8 = 1;
const VERIFIED: u8 = 1 << 2;
const TELLS_KEY: u8 = 1 << 6;

/// One passkey.
pub struct SecurityKey {
    key: EcdsaKeyPair,
    id: Vec<u8>,
    /// How often it has signed; its next signature says one more.
    pub count: u32,
    /// Whether it makes sure who holds it.
    pub verifies: bool,
    /// The page that the browser shows.
    pub origin: String,
    /// The domain name that it signs for; what it is asked for, where there is none.
    pub site: Option<String>,
    /// Whose it says it is, as it was told when it was made.
    pub holder: Option<String>,
}

impl SecurityKey {
    /// A fresh one before a page of this origin.
    #[expect(clippy::expect_used, reason = "a test without a key has failed")]
    pub fn at(origin: &str) -> Self {
        let mut id = vec![0; 32];
        SystemRandom::new().fill(&mut id).expect("dice");
        let key = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).expect("a key");
        Self { key, id, count: 0, verifies: true, origin: origin.to_owned(), site: None, holder: None }
    }

    /// Its id as browsers say it.
    pub fn id(&self) -> String {
        said(&self.id)
    }

    /// What a browser sends for `navigator.credentials.create`. `asked` is the platform's whole answer.
    pub fn makes(&mut self, asked: &Value) -> Value {
        let said_of = |what: &str| text(asked, &format!("/options/publicKey/{what}"));
        self.holder = Some(said_of("user/id").to_owned());
        let mut about = self.about(said_of("rp/id"), TELLS_KEY);
        about.extend([0; 16]);
        about.extend([0, 32]);
        about.extend(&self.id);
        about.extend(self.public_half());
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(about.len()).unwrap_or_default());
        object.extend(about);
        let page = self.page("webauthn.create", said_of("challenge"));
        self.credential(json!({ "attestationObject": said(&object), "clientDataJSON": said(&page) }))
    }

    /// What a browser sends for `navigator.credentials.get`.
    #[expect(clippy::expect_used, reason = "a test that cannot sign has failed")]
    pub fn proves(&mut self, asked: &Value) -> Value {
        let said_of = |what: &str| text(asked, &format!("/options/publicKey/{what}"));
        let about = self.about(said_of("rpId"), 0);
        let page = self.page("webauthn.get", said_of("challenge"));
        let signed = [&*about, &Sha256::digest(&page)].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).expect("a signature");
        self.credential(json!({
            "authenticatorData": said(&about),
            "clientDataJSON": said(&page),
            "signature": said(signature.as_ref()),
            "userHandle": self.holder,
        }))
    }

    fn credential(&self, response: Value) -> Value {
        let id = self.id();
        json!({ "id": id, "rawId": id, "type": "public-key", "clientExtensionResults": {}, "response": response })
    }

    /// Authenticator data up to its count.
    fn about(&mut self, asked_for: &str, flags: u8) -> Vec<u8> {
        let site = self.site.as_deref().unwrap_or(asked_for);
        self.count += 1;
        let mut about = Sha256::digest(site).to_vec();
        about.push(flags | PRESENT | if self.verifies { VERIFIED } else { 0 });
        about.extend(self.count.to_be_bytes());
        about
    }

    /// Client data, as browsers write it.
    fn page(&self, what: &str, challenge: &str) -> Vec<u8> {
        let page = json!({ "type": what, "challenge": challenge, "origin": self.origin, "crossOrigin": false });
        page.to_string().into_bytes()
    }

    /// A COSE key: ES256 on P-256, and the two halves of the point behind its leading 4.
    fn public_half(&self) -> Vec<u8> {
        let point = self.key.public_key().as_ref();
        let (x, y) = point.get(1..).unwrap_or_default().split_at(32);
        [&b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20"[..], x, b"\x22\x58\x20", y].concat()
    }
}

fn said(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}
