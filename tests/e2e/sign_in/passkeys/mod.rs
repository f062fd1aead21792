//! Passkeys: how they come and go, and how they prove the second factor.

mod proving;
mod setting_up;
mod undisturbed;
mod wrong_answers;

use portico_tests::{Browser, PASSWORD, SecurityKey, World};
use serde_json::{Value, json};

pub const FACTORS: &str = "/api/login/second-factors";
pub const PASSKEYS: &str = "/api/login/second-factors/passkeys";
pub const PROVE: &str = "/api/login/second-factor/passkey";
pub const QUESTION: &str = "/api/login/second-factor/passkey/question";
pub const OWNER: &str = "olga@portico.example";

/// The platform's origin by a name: browsers keep no passkeys for an address of numbers.
pub fn named(world: &World) -> String {
    world.platform.origin.replace("127.0.0.1", "localhost")
}

/// A browser that opened the platform by its name.
pub fn browser(world: &World) -> Browser {
    Browser::new(&named(world))
}

/// A browser that opened the platform by its name and signed in.
pub async fn signed_in(world: &World, email: &str) -> Browser {
    let browser = browser(world);
    world.try_sign_in(&browser, email, PASSWORD, "main").await.expect(200);
    browser
}

/// A browser that has typed the password and nothing more.
pub async fn half_way(world: &World, email: &str) -> Browser {
    let browser = browser(world);
    let owed = world.try_sign_in(&browser, email, PASSWORD, "main").await.expect(202);
    assert!(owed.json()["second_factor"].as_array().unwrap().contains(&json!("passkey")), "{}", owed.text());
    browser
}

/// The founder in a browser that opened the platform by its name.
pub async fn founder(world: &World) -> Browser {
    world.founder().await;
    signed_in(world, OWNER).await
}

/// Adds a passkey, and gives it with the recovery codes.
pub async fn add(world: &World, browser: &Browser, name: &str) -> (SecurityKey, Vec<Value>) {
    let mut key = SecurityKey::at(&named(world));
    let asked = browser.post(PASSKEYS, json!({})).await.expect(200).json();
    let form = json!({ "name": name, "credential": key.makes(&asked) });
    let added = browser.post(&format!("{PASSKEYS}/confirm"), form).await.expect(200);
    browser.set_csrf(&added.str("/csrf"));
    let codes = added.json();
    (key, codes["recovery_codes"].as_array().unwrap().clone())
}

/// What a half signed-in browser is asked.
pub async fn asked(half: &Browser) -> Value {
    half.post(QUESTION, json!({})).await.expect(200).json()
}

/// Sends what a passkey signed.
pub async fn prove(half: &Browser, credential: &Value) -> u16 {
    let proved = half.post(PROVE, json!({ "credential": credential })).await;
    match proved.code() {
        200 => half.set_csrf(&proved.str("/csrf")),
        400 => assert_eq!(proved.str("/code"), "wrong_passkey", "{}", proved.text()),
        _ => {}
    }
    proved.code()
}
