//! What a passkey, or a browser before it, must not say.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::SignedDuration;
use portico_tests::{Browser, PASSWORD, SecurityKey, World};
use serde_json::{Value, json};

use super::{FACTORS, OWNER, PASSKEYS, PROVE, QUESTION, add, asked, founder, half_way, named, prove, signed_in};

/// Every window of the throttle is over by then.
const NEXT_WINDOW: SignedDuration = SignedDuration::from_mins(16);

/// One way to answer wrongly, and the honest key afterwards.
type Wrong = (&'static str, fn(&mut SecurityKey, &Value, &str) -> Value);

fn flipped(credential: &mut Value, field: &str) {
    let text = credential["response"][field].as_str().unwrap();
    let mut bytes = BASE64_URL_SAFE_NO_PAD.decode(text).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    credential["response"][field] = json!(BASE64_URL_SAFE_NO_PAD.encode(bytes));
}

/// Does something as the key of another browser or device would.
fn otherwise(
    key: &mut SecurityKey,
    change: impl Fn(&mut SecurityKey),
    act: impl Fn(&mut SecurityKey) -> Value,
) -> Value {
    let (origin, site, verifies, holder) = (key.origin.clone(), key.site.clone(), key.verifies, key.holder.clone());
    change(key);
    let answer = act(key);
    (key.origin, key.site, key.verifies, key.holder) = (origin, site, verifies, holder);
    answer
}

const WRONG: &[Wrong] = &[
    ("a page of another origin", |key, asked, _| {
        otherwise(key, |key| key.origin = "https://evil.example".to_owned(), |key| key.proves(asked))
    }),
    ("another port", |key, asked, _| {
        otherwise(key, |key| key.origin = "http://localhost:1".to_owned(), |key| key.proves(asked))
    }),
    ("the same place by its number", |key, asked, numbers| {
        otherwise(key, |key| key.origin = numbers.to_owned(), |key| key.proves(asked))
    }),
    ("another site's name", |key, asked, _| {
        otherwise(key, |key| key.site = Some("evil.example".to_owned()), |key| key.proves(asked))
    }),
    ("nobody made sure who it is", |key, asked, _| otherwise(key, |key| key.verifies = false, |key| key.proves(asked))),
    ("somebody else's", |key, asked, _| {
        otherwise(key, |key| key.holder = Some("AAAAAAAAAAAAAAAAAAAAAA".to_owned()), |key| key.proves(asked))
    }),
    ("another question", |key, asked, _| {
        let mut other = asked.clone();
        other["options"]["publicKey"]["challenge"] = json!("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        key.proves(&other)
    }),
    ("a signature of something else", |key, asked, _| {
        let mut answer = key.proves(asked);
        flipped(&mut answer, "authenticatorData");
        answer
    }),
    ("a key that nobody added", |key, asked, _| SecurityKey::at(&key.origin).proves(asked)),
    ("a key under another one's id", |key, asked, _| {
        let mut answer = SecurityKey::at(&key.origin).proves(asked);
        (answer["id"], answer["rawId"]) = (json!(key.id()), json!(key.id()));
        answer
    }),
];

/// Proves: A36
#[tokio::test(flavor = "multi_thread")]
async fn each_wrong_answer_is_refused_and_uses_the_question_up() {
    let world = World::start().await;
    let owner = founder(&world).await;
    let (mut key, _) = add(&world, &owner, "Key").await;
    for (what, wrong) in WRONG {
        let half = half_way(&world, OWNER).await;
        let question = asked(&half).await;
        let answer = wrong(&mut key, &question, &world.platform.origin);
        assert_eq!(prove(&half, &answer).await, 400, "{what}");
        let honest = key.proves(&question);
        assert_eq!(prove(&half, &honest).await, 400, "after {what}: the question is used up");
        half.get("/api/login/me").await.expect(401);
        world.forward(NEXT_WINDOW);
    }
    let half = half_way(&world, OWNER).await;
    let question = asked(&half).await;
    assert_eq!(prove(&half, &key.proves(&question)).await, 200, "the key itself is as good as ever");
}

/// Proves: A36
#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_new_passkey_is_refused_and_nothing_counts() {
    let world = World::start().await;
    let owner = founder(&world).await;
    type Spoils = fn(&mut SecurityKey);
    let wrong: [(&str, Spoils); 3] = [
        ("another origin", |key| key.origin = "https://evil.example".to_owned()),
        ("another site", |key| key.site = Some("evil.example".to_owned())),
        ("unverified", |key| key.verifies = false),
    ];
    for (what, change) in wrong {
        let mut key = SecurityKey::at(&named(&world));
        change(&mut key);
        let asked = owner.post(PASSKEYS, json!({})).await.expect(200).json();
        let form = json!({ "name": "Key", "credential": key.makes(&asked) });
        let refused = owner.post(&format!("{PASSKEYS}/confirm"), form).await.expect(400);
        assert_eq!(refused.str("/code"), "wrong_passkey", "{what}");
        let honest = json!({ "name": "Key", "credential": SecurityKey::at(&named(&world)).makes(&asked) });
        owner.post(&format!("{PASSKEYS}/confirm"), honest).await.expect(400);
    }
    assert_eq!(owner.get(FACTORS).await.expect(200).json()["asked_for"], false);
    // A name that does not read leaves the question open.
    let mut key = SecurityKey::at(&named(&world));
    let asked = owner.post(PASSKEYS, json!({})).await.expect(200).json();
    let credential = key.makes(&asked);
    for name in [" ", &"x".repeat(61)] {
        let form = json!({ "name": name, "credential": credential });
        let refused = owner.post(&format!("{PASSKEYS}/confirm"), form).await.expect(422);
        assert_eq!(refused.str("/fields/0/field"), "name");
    }
    owner.post(&format!("{PASSKEYS}/confirm"), json!({ "name": "Key", "credential": {} })).await.expect(422);
    let form = json!({ "name": "Key", "credential": credential });
    owner.post(&format!("{PASSKEYS}/confirm"), form).await.expect(200);
}

/// Proves: A36
#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_of_somebody_else_opens_nothing() {
    let world = World::start().await;
    let owner = founder(&world).await;
    world.person(&owner, "lea@example.org", json!({ "tier": "learner", "type": "internal" })).await;
    let lea = signed_in(&world, "lea@example.org").await;
    let (olgas, _) = add(&world, &owner, "Olga's").await;
    let (mut leas, _) = add(&world, &lea, "Lea's").await;
    let half = half_way(&world, OWNER).await;
    let question = asked(&half).await;
    assert_eq!(prove(&half, &leas.proves(&question)).await, 400);
    lea.delete(&format!("{PASSKEYS}/{}", olgas.id())).await.expect(404);
    super::browser(&world).post(QUESTION, json!({})).await.expect(401);
    for nobody in [super::browser(&world), lea] {
        nobody.post(PROVE, json!({ "credential": leas.proves(&question) })).await.expect(401);
    }
}

/// Proves: A34, A36
#[tokio::test(flavor = "multi_thread")]
async fn wrong_passkeys_are_counted_like_wrong_codes() {
    let world = World::start().await;
    let owner = founder(&world).await;
    let (mut key, _) = add(&world, &owner, "Key").await;
    let half: Browser = half_way(&world, OWNER).await;
    for _ in 0..5 {
        let question = asked(&half).await;
        assert_eq!(prove(&half, &SecurityKey::at(&named(&world)).proves(&question)).await, 400);
    }
    let question = asked(&half).await;
    assert_eq!(prove(&half, &key.proves(&question)).await, 429);
    half.post("/api/login/second-factor", json!({ "code": "123456" })).await.expect(429);
    let told = world.mails_to(OWNER).await;
    assert!(told.iter().any(|mail| mail.subject.contains("knows your password")), "{told:?}");
    // Whoever goes on is told of once more, and then no more: the owner's mailbox is not theirs to fill.
    let warnings = async || {
        let told = world.mails_to(OWNER).await;
        told.into_iter().filter(|mail| mail.subject.contains("knows your password")).count()
    };
    for _ in 0..4 {
        world.forward(NEXT_WINDOW);
        let half = half_way(&world, OWNER).await;
        for _ in 0..5 {
            let question = asked(&half).await;
            assert_eq!(prove(&half, &SecurityKey::at(&named(&world)).proves(&question)).await, 400);
        }
    }
    assert_eq!(warnings().await, 2);
    world.forward(NEXT_WINDOW);
    let again = super::browser(&world);
    world.try_sign_in(&again, OWNER, PASSWORD, "main").await.expect(202);
    let question = asked(&again).await;
    assert_eq!(prove(&again, &key.proves(&question)).await, 200);
    // A right one begins the count anew.
    let half = half_way(&world, OWNER).await;
    for _ in 0..3 {
        let question = asked(&half).await;
        assert_eq!(prove(&half, &SecurityKey::at(&named(&world)).proves(&question)).await, 400);
    }
    assert_eq!(warnings().await, 3);
}
