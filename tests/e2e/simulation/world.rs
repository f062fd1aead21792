//! One world: a table, a provider, a mail server, people, and the platform's present process among them. Everything that
//! people do goes through [`World::ask`], which watches what comes back.

use std::sync::{Arc, Mutex};

use background::handle;
use dynoxide::Database;
use portico_tests::Reply;
use serde_json::json;

use super::clock::VirtualClock;
use super::dice::Dice;
use super::faults::Weather;
use super::known::Known;
use super::mail::Post;
use super::people::{Ask, Person};
use super::process::{Outside, Process};
use super::provider::Provider;
use super::replica::Replica;
use super::scene::Scene;
use super::stream::Stream;
use super::table::Wire;
use super::trace::Trace;
use portico_tests::cloud::named;

/// A world.
pub(super) struct World {
    pub(super) outside: Outside,
    pub(super) people: Mutex<Vec<Person>>,
    pub(super) partners: Vec<String>,
    pub(super) known: Mutex<Known>,
    process: Mutex<Option<Process>>,
    stream: Arc<Stream>,
    pumped: Mutex<usize>,
}

impl World {
    /// The world of a seed, a day after its scene was set.
    pub(super) async fn of(seed: u64, scene: &Scene, trace: Trace) -> Self {
        let clock = VirtualClock::start(1);
        let copy = || {
            let database = Database::memory_with_clock(Arc::new(clock)).unwrap();
            database.restore_from(&scene.table).unwrap();
            database
        };
        let world =
            Self::around(copy(), copy(), clock, Dice::new(seed), trace, scene.people.clone(), scene.partners.clone());
        world.stream.begin();
        *world.outside.post.taken.lock().unwrap() = scene.letters.clone();
        world.restart().await;
        world
    }

    /// A world with an empty table, in clear weather.
    pub(super) async fn empty() -> Self {
        let clock = VirtualClock::start(0);
        let database = || Database::memory_with_clock(Arc::new(clock)).unwrap();
        let table = database();
        let world = Self::around(table, database(), clock, Dice::new(0), Trace::default(), Vec::new(), Vec::new());
        world.restart().await;
        world.process().app.store.create_table_if_missing().await.unwrap();
        world.stream.begin();
        world
    }

    fn around(
        database: Database,
        copy: Database,
        clock: VirtualClock,
        dice: Dice,
        trace: Trace,
        people: Vec<Person>,
        partners: Vec<String>,
    ) -> Self {
        let dice = Arc::new(dice);
        let (weather, trace) = (Arc::new(Weather::new(&dice)), Arc::new(trace));
        let stream = Arc::new(Stream::new(database.clone()));
        let replica = Arc::new(Replica::new(copy, stream.clone()));
        let wire = Wire { database, replica, clock, dice: dice.clone(), weather: weather.clone(), trace };
        let book = Mutex::default();
        let provider = Arc::new(Provider { clock, dice: dice.clone(), weather: weather.clone(), book });
        let post = Arc::new(Post { clock, dice, weather, taken: Mutex::default() });
        Self {
            outside: Outside { wire, provider, post },
            people: Mutex::new(people),
            partners,
            known: Mutex::default(),
            process: Mutex::new(None),
            stream,
            pumped: Mutex::new(0),
        }
    }

    /// The process that answers at present.
    pub(super) fn process(&self) -> Process {
        self.process.lock().unwrap().clone().unwrap()
    }

    /// Drops everything that a process held, and starts the next one.
    pub(super) async fn restart(&self) {
        *self.process.lock().unwrap() = None;
        let process = Process::start(&self.outside).await;
        *self.process.lock().unwrap() = Some(process);
    }

    /// The clock.
    pub(super) fn clock(&self) -> VirtualClock {
        self.outside.wire.clock
    }

    /// The dice.
    pub(super) fn dice(&self) -> &Dice {
        &self.outside.wire.dice
    }

    /// The weather.
    pub(super) fn weather(&self) -> &Weather {
        &self.outside.wire.weather
    }

    /// Somebody, as they are now.
    pub(super) fn person(&self, who: usize) -> Person {
        self.people.lock().unwrap()[who].clone()
    }

    /// Asks as somebody with their cookies, or as nobody; keeps what the answer brings and looks at it.
    pub(super) async fn ask(&self, who: Option<usize>, ask: Ask) -> Reply {
        let shut_out = who.filter(|who| self.known.lock().unwrap().is_off(*who));
        let line = format!("{} {}", ask.method, ask.path);
        let ask = match who {
            Some(who) => ask.of(&self.person(who)),
            None => ask,
        };
        let reply = ask.at(&self.process()).await;
        let at_ms = self.clock().elapsed_ms();
        self.outside.wire.trace.note(at_ms, &format!("{who:?} {line} {} {}", reply.code(), reply.text()));
        if let Some(who) = who {
            self.people.lock().unwrap()[who].keep(&reply);
        }
        let standing = who.map(|who| self.person(who).standing);
        self.known.lock().unwrap().look_at(standing, shut_out, &self.partners, &line, &reply);
        reply
    }

    /// Signs somebody in with each password that may be theirs; tells whether one was right.
    pub(super) async fn sign_in(&self, who: usize) -> bool {
        let person = self.person(who);
        for password in person.passwords.iter().rev() {
            let form = json!({ "email": person.email, "password": password, "realm": person.realm });
            let reply = self.ask(Some(who), Ask::post("/api/login", &form)).await;
            if reply.code() == 200 {
                return true;
            }
        }
        false
    }

    /// Uses the newest link that was mailed to somebody; gives the answer's status where there is a link.
    pub(super) async fn set_password(&self, who: usize, password: &str) -> Option<u16> {
        let token = self.outside.post.newest_token(&self.person(who).email)?;
        // Whatever becomes of the answer, it may be the password from now on.
        self.people.lock().unwrap()[who].passwords.push(password.to_owned());
        let form = json!({ "token": token, "password": password });
        let reply = self.ask(Some(who), Ask::post("/api/signup/password", &form)).await;
        let person = &mut self.people.lock().unwrap()[who];
        match reply.code() {
            200 => {
                person.passwords = vec![password.to_owned()];
                person.has_password = true;
            }
            // Refused for good: it never became one. After an answer that promises nothing it may have.
            410 | 422 if person.passwords.len() > 1 && self.weather().is_clear() => {
                person.passwords.retain(|known| known != password);
            }
            _ => {}
        }
        Some(reply.code())
    }

    /// Hands some of what waits in the table's stream to the background function, in batches, again where it fails, and
    /// then no more: the sweeper is to find it. Tells how many records it was.
    pub(super) async fn pump(&self, records_max: usize) -> usize {
        let from = *self.pumped.lock().unwrap();
        let mut records = self.stream.after(from);
        records.truncate(records_max);
        let count = records.len();
        *self.pumped.lock().unwrap() += count;
        let background = self.process().background;
        let mut records: Vec<_> = records.into_iter().map(|record| serde_json::from_value(record).unwrap()).collect();
        for _ in 0..2 {
            if records.is_empty() {
                break;
            }
            let failures = named("Background", handle(&background, &records)).await.batch_item_failures;
            records.retain(|record: &aws_lambda_events::event::dynamodb::EventRecord| {
                let number = record.change.sequence_number.as_deref().unwrap_or_default();
                failures.iter().any(|failed| failed.item_identifier == number)
            });
        }
        count
    }
}
