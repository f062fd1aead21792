//! A platform with people who have passwords, and the links that they were mailed.

use authorization::{Act, Granted, Principal, Standing, act};
use domain::{Account, AccountKind, EmailAddress, PartnerId, PersonName, Slug, StatusEvent, Title};
use jiff::SignedDuration;
use portico_tests::{Browser, PASSWORD, Reply, World};
use serde_json::{Value, json};
use store::{AccountChange, LoadTarget, NewAccount, NewLogin, SecondFactor, SignInFacts};
use web::{ACCESS_COOKIE, App, REFRESH_COOKIE};

/// What a password may be changed to.
pub const OTHER_PASSWORD: &str = "quiet rivers at dawn";

/// The platform.
pub struct Scene {
    pub world: World,
    admin: Principal,
}

impl Scene {
    /// A platform with its administrator.
    pub async fn new() -> Self {
        let world = World::start().await;
        world.founder().await;
        let mut scene = Self { world, admin: Principal::Visitor };
        let account = scene.account("main", "olga@portico.example").await;
        scene.admin = Principal::Account(Standing::of(&account, Vec::new(), scene.app().clock.now()));
        scene
    }

    /// What the platform's functions share.
    pub fn app(&self) -> &App {
        &self.world.platform.app
    }

    /// A browser that was never here.
    pub fn browser(&self) -> Browser {
        self.world.browser()
    }

    /// A browser with the same cookies: another tab, or a thief.
    pub fn copy_of(&self, browser: &Browser) -> Browser {
        let copy = self.browser();
        for name in [ACCESS_COOKIE, REFRESH_COOKIE] {
            if let Some(value) = browser.cookie(name) {
                copy.set_cookie(name, &value);
            }
        }
        if let Some(csrf) = browser.csrf() {
            copy.set_csrf(&csrf);
        }
        copy
    }

    /// Lets time pass.
    pub fn wait(&self, duration: SignedDuration) {
        self.world.forward(duration);
    }

    /// Waits for a full hour, where every window of every throttle begins anew.
    pub fn next_hour(&self) {
        let second = self.app().clock.now().as_second();
        self.wait(SignedDuration::from_secs(3_601 - second.rem_euclid(3_600)));
    }

    /// A partner platform.
    pub async fn partner(&self, slug: &str) -> PartnerId {
        let grant = self.app().authorize_as::<act::CreatePartner>(&self.admin, ()).await.unwrap();
        let slug = Slug::new(slug).unwrap();
        self.app().store.create_partner(grant, Title::new("Acme").unwrap(), slug).await.unwrap().id
    }

    /// An account without a password.
    pub async fn invited(&self, email: &str, kind: AccountKind) -> Account {
        let grant = self.app().authorize_as::<act::CreateAccount>(&self.admin, kind).await.unwrap();
        let email = EmailAddress::new(email).unwrap();
        let new = NewAccount { name: PersonName::new("Grace").unwrap(), email, expires_at: None };
        let newcomer = self.app().store.newcomer(kind, new);
        self.app().store.create_account(grant, newcomer).await.unwrap()
    }

    /// An internal learner with a password.
    pub async fn learner(&self, email: &str) -> Account {
        let account = self.invited(email, AccountKind::InternalLearner).await;
        let form = json!({"token": self.mailed_token(email).await, "password": PASSWORD});
        self.browser().post("/api/signup/password", form).await.expect(200);
        account
    }

    /// A learner's browser, signed in.
    pub async fn signed_in(&self, email: &str) -> Browser {
        self.world.sign_in(email, PASSWORD, "main").await
    }

    /// The account of an address.
    pub async fn account(&self, realm: &str, email: &str) -> Account {
        let realm = self.app().realm(&realm.to_owned().try_into().unwrap()).await.unwrap();
        self.app().store.account_by_email(realm, &EmailAddress::new(email).unwrap()).await.unwrap().unwrap()
    }

    /// Switches an account off.
    pub async fn deactivate(&self, account: &Account) {
        let grant = self.app().authorize_as::<act::SetAccountStatus>(&self.admin, account.id).await.unwrap();
        let off = grant.target().account.clone().after(StatusEvent::Deactivate, self.app().clock.now()).unwrap();
        self.app().store.set_account_status(grant, off).await.unwrap();
    }

    /// Permits what the administrator may do.
    pub async fn as_admin<A>(&self, key: <A::Target as LoadTarget>::Key) -> Granted<A>
    where
        A: Act,
        A::Target: LoadTarget,
    {
        self.app().authorize_as::<A>(&self.admin, key).await.unwrap()
    }

    /// Signs an account out everywhere.
    pub async fn end_logins(&self, account: &Account) {
        let grant = self.as_admin::<act::EndLogins>(account.id).await;
        self.app().store.end_logins_of(grant).await.unwrap();
    }

    /// Gives an account another name.
    pub async fn rename(&self, account: &Account, name: &str) {
        let grant = self.as_admin::<act::EditAccount>(account.id).await;
        let change = AccountChange { name: Some(PersonName::new(name).unwrap()), expires_at: None };
        self.app().store.edit_account(grant, change).await.unwrap();
    }

    /// Lets an account end now.
    pub async fn expire(&self, account: &Account) {
        let grant = self.app().authorize_as::<act::EditAccount>(&self.admin, account.id).await.unwrap();
        let change = AccountChange { name: None, expires_at: Some(Some(self.app().clock.now())) };
        self.app().store.edit_account(grant, change).await.unwrap();
    }

    /// How many mails an address has got.
    pub async fn mails(&self, email: &str) -> usize {
        self.world.mails_to(email).await.len()
    }

    /// The token of the newest link that was mailed to an address.
    pub async fn mailed_token(&self, email: &str) -> String {
        token_of(&self.world.link_mailed_to(email).await.unwrap())
    }
}

/// The token of a link.
pub fn token_of(link: &str) -> String {
    link.split_once("token=").unwrap().1.to_owned()
}

/// What is sent to sign in to the main platform.
pub fn credentials(email: &str, password: &str) -> Value {
    json!({"email": email, "password": password, "realm": "main"})
}

/// The login that follows from what was known when the password was proved.
pub fn begun_with(proved: &SignInFacts) -> NewLogin {
    NewLogin {
        seed: "seed".to_owned(),
        device: "late".to_owned(),
        tell_owner: false,
        second_factor: SecondFactor::NotAsked,
        known_as: None,
        password_of: proved.credential.as_ref().map(|credential| credential.changed_at),
        factors_of: Some(proved.factors_version),
    }
}

/// Everything of an answer but the request's own id and the time of day.
pub fn in_full(reply: &Reply) -> (u16, Vec<(String, String)>, String) {
    let headers = reply.headers.iter().filter(|(name, _)| *name != "x-request-id" && *name != "date");
    let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
    let mut body = reply.json();
    let text = match body.as_object_mut().map(|problem| problem.remove("request_id")) {
        Some(Some(_)) => body.to_string(),
        _ => reply.text(),
    };
    // Its length tells nothing but the length of what was compared already.
    (reply.code(), headers.collect(), text)
}

/// Starts everything before it waits for anything.
pub async fn all_at_once<T: Send + 'static>(
    works: impl Iterator<Item = impl Future<Output = T> + Send + 'static>,
) -> Vec<T> {
    let running: Vec<_> = works.map(tokio::spawn).collect();
    let mut done = Vec::new();
    for work in running {
        done.push(work.await.unwrap());
    }
    done
}
