//! A platform with people and courses in it, made through the same store functions and permissions that the admin
//! pages use.

use authorization::{Principal, Standing, act};
use domain::{
    Account, AccountKind, Audience, Course, CourseId, CourseMode, EmailAddress, LanguageTag, Lesson, LessonFile,
    LessonId, LessonOutline, PartnerId, PersonName, Price, Publication, Publisher, SeatLimit, Section, SelfEnrollment,
    Slug, Term, Title, random_bytes,
};
use jiff::SignedDuration;
use portico_tests::{Browser, World};
use store::NewAccount;
use web::{AccessToken, App};

use super::answer::Person;

/// Stands in the text of every lesson, and must be nowhere else.
pub const SECRET: &str = "the-text-of-a-lesson";

/// The platform.
pub struct Scene {
    /// What handlers share.
    pub app: App,
    /// Sends the requests; who asks is said by each.
    pub browser: Browser,
    /// The internal administrator.
    pub admin: Person,
    /// The whole platform.
    pub world: World,
}

/// A course to make. It starts as published, internal, open, without a limit and with two lessons.
pub struct Wanted {
    pub title: &'static str,
    pub audience: Audience,
    pub publication: Publication,
    pub self_enrollment: SelfEnrollment,
    pub seats: SeatLimit,
    pub lessons: u8,
    pub terms: Vec<Term>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            title: "Rust for the curious",
            audience: Audience::Internal,
            publication: Publication::Published,
            self_enrollment: SelfEnrollment::Open,
            seats: SeatLimit::Unlimited,
            lessons: 2,
            terms: Vec::new(),
        }
    }
}

impl Scene {
    /// A fresh platform with its administrator.
    pub async fn new() -> Self {
        let world = World::start().await;
        let app = world.platform.app.clone();
        let grant = app.authorize_as::<act::FoundPlatform>(&Principal::Founder, ()).await.unwrap();
        let (name, email) = (PersonName::new("Ada").unwrap(), EmailAddress::new("ada@example.org").unwrap());
        let founder = app.store.found_platform(grant, name, email, String::new()).await.unwrap();
        let admin = signed_in(&app, founder).await;
        Self { app, browser: world.browser(), admin, world }
    }

    /// A partner platform.
    pub async fn partner(&self, slug: &str) -> PartnerId {
        let grant = self.app.authorize_as::<act::CreatePartner>(&self.admin.principal, ()).await.unwrap();
        let slug = Slug::new(slug).unwrap();
        let partner = self.app.store.create_partner(grant, Title::new(slug.as_str()).unwrap(), slug).await;
        partner.unwrap().id
    }

    /// A signed-in account that staff made.
    pub async fn person(&self, kind: AccountKind) -> Person {
        let grant = self.app.authorize_as::<act::CreateAccount>(&self.admin.principal, kind).await.unwrap();
        let email = EmailAddress::new(&format!("{}@example.org", self.word())).unwrap();
        let new = NewAccount { name: PersonName::new("Somebody").unwrap(), email, expires_at: None };
        let newcomer = self.app.store.newcomer(kind, new);
        signed_in(&self.app, self.app.store.create_account(grant, newcomer).await.unwrap()).await
    }

    /// An internal learner.
    pub async fn learner(&self) -> Person {
        self.person(AccountKind::InternalLearner).await
    }

    /// A course with its lessons.
    pub async fn course(&self, wanted: Wanted) -> Course {
        let grant = self.app.authorize_as::<act::CreateCourse>(&self.admin.principal, wanted.audience).await.unwrap();
        let now = self.app.clock.now();
        let id = CourseId::new(now, &*self.app.entropy);
        let lessons: Vec<Lesson> = (1..=wanted.lessons).map(|number| self.lesson(number)).collect();
        let outline = lessons.iter().map(|lesson| LessonOutline {
            id: lesson.id,
            title: lesson.title.clone(),
            minutes: lesson.minutes,
            file: LessonFile::new(&format!("{}.md", lesson.title.as_str().replace(' ', "-"))).ok(),
        });
        let course = Course {
            id,
            version: 1,
            slug: Slug::new(&self.word()).unwrap(),
            title: Title::new(wanted.title).unwrap(),
            summary: None,
            description_html: String::new(),
            languages: vec![LanguageTag::new("pt-br").unwrap()],
            subjects: Vec::new(),
            level: None,
            mode: CourseMode::SelfPaced,
            audience: wanted.audience,
            publication: wanted.publication,
            price: Price::Free,
            self_enrollment: wanted.self_enrollment,
            seats: wanted.seats,
            publisher: Publisher { name: Title::new("Portico").unwrap(), url: None },
            source_url: None,
            licence: None,
            workload_minutes: None,
            terms: wanted.terms,
            outline: vec![Section { title: Title::new("One").unwrap(), lessons: outline.collect() }],
            created_at: now,
            updated_at: now,
        };
        let made = self.app.store.create_course(grant, course, |_| None).await.unwrap();
        let grant = self.app.authorize_as::<act::EditCourse>(&self.admin.principal, id).await.unwrap();
        self.app.store.edit_course(grant, made, lessons).await.unwrap()
    }

    fn lesson(&self, number: u8) -> Lesson {
        Lesson {
            id: LessonId::new(self.app.clock.now(), &*self.app.entropy),
            title: Title::new(&format!("Lesson {number}")).unwrap(),
            minutes: 5,
            markdown: format!(
                "# {SECRET}\n\n<script>alert({number})</script>\n\n[on](Lesson-2.md#part) [out](../x.md)\n"
            ),
        }
    }

    /// A word that nobody used yet.
    pub fn word(&self) -> String {
        random_bytes::<8>(&*self.app.entropy).iter().map(|byte| char::from(b'a' + byte % 26)).collect()
    }
}

/// The account with a login of its own.
pub async fn signed_in(app: &App, account: Account) -> Person {
    let lifetime = SignedDuration::from_hours(1);
    let facts = app.store.sign_in_facts(account.kind.realm(), &account.email, None).await.unwrap();
    let begun = store::NewLogin {
        seed: "seed".to_owned(),
        device: "test".to_owned(),
        tell_owner: false,
        second_factor: store::SecondFactor::NotAsked,
        known_as: None,
        password_of: facts.credential.map(|credential| credential.changed_at),
        factors_of: Some(facts.factors_version),
    };
    let login = app.store.begin_login(&account, begun, lifetime).await.unwrap();
    let named = AccessToken { account: account.id, login: login.id };
    let token = app.tokens.access(named, random_bytes(&*app.entropy), app.clock.now());
    let principal = Principal::Account(Standing::of(&account, Vec::new(), app.clock.now()));
    Person { id: account.id, principal, token }
}
