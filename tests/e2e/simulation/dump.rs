//! The whole table as it is, read past the platform and its store: what is there is there, whatever anybody says.

use domain::{Account, Course, Enrollment, Order, Registration, SeatPlace};
use dynoxide::Database;
use dynoxide::actions::scan::ScanRequest;
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value};
use store::{Login, OutboxEntry};

use super::table::NAME;

/// Every item of the table, sorted by what it is.
#[derive(Debug, Default)]
pub(super) struct Dump {
    pub(super) accounts: Vec<Account>,
    pub(super) courses: Vec<Course>,
    pub(super) enrollments: Vec<Enrollment>,
    pub(super) orders: Vec<Order>,
    pub(super) registrations: Vec<Registration>,
    pub(super) outbox: Vec<OutboxEntry>,
    /// Guards of addresses: the key, and the account that it names.
    pub(super) emails: Vec<(String, String)>,
    /// Seat counts: the course, its run, and how many are taken.
    pub(super) seats: Vec<(String, Option<String>, i64)>,
    pub(super) logins: Vec<Login>,
    /// When the password of an account was last set.
    pub(super) passwords: Vec<(String, Timestamp)>,
    /// Payment events that were kept.
    pub(super) events: Vec<String>,
}

impl Dump {
    /// Reads everything.
    pub(super) fn of(database: &Database) -> Self {
        let mut dump = Self::default();
        let mut start = None;
        loop {
            let request = ScanRequest { table_name: NAME.to_owned(), exclusive_start_key: start, ..Default::default() };
            let page = serde_json::to_value(database.scan(request).unwrap()).unwrap();
            for item in page["Items"].as_array().unwrap() {
                dump.take(&Value::Object(item.as_object().unwrap().iter().map(plain_field).collect()));
            }
            match page.get("LastEvaluatedKey") {
                Some(key) if !key.is_null() => start = Some(serde_json::from_value(key.clone()).unwrap()),
                _ => return dump,
            }
        }
    }

    fn take(&mut self, item: &Value) {
        let text = |name: &str| item[name].as_str().unwrap_or_default().to_owned();
        let (pk, sk) = (text("pk"), text("sk"));
        let kind = pk.split('#').next().unwrap_or_default();
        match (kind, sk.as_str()) {
            ("ACCOUNT", "ACCOUNT") => self.accounts.push(read(item)),
            ("ACCOUNT", key) if key.starts_with("ACCOUNT#LOGIN#") => self.logins.push(read(item)),
            ("ACCOUNT", "PASSWORD") => {
                let account = pk.trim_start_matches("ACCOUNT#").to_owned();
                self.passwords.push((account, text("changed_at").parse().unwrap()));
            }
            ("EMAIL", _) => self.emails.push((pk, text("account"))),
            ("COURSE", "COURSE") => self.courses.push(read(item)),
            ("COURSE", key) if key.starts_with("SEATS") => {
                let course = pk.trim_start_matches("COURSE#").to_owned();
                let term = key.strip_prefix("SEATS#").map(str::to_owned);
                self.seats.push((course, term, item["taken"].as_i64().unwrap()));
            }
            ("COURSE", key) if key.starts_with("ENROLLMENT#") => self.enrollments.push(read(item)),
            ("ORDER", "ORDER") => self.orders.push(read(item)),
            ("ORDER", "REGISTRATION") => self.registrations.push(read(item)),
            ("OUTBOX", _) => self.outbox.push(read(item)),
            ("PAYMENT-EVENT", _) => self.events.push(text("event")),
            _ => {}
        }
    }

    /// How many seats a course, or a run of it, counts as taken.
    pub(super) fn seats_taken(&self, place: SeatPlace) -> i64 {
        let (id, run) = (place.course.to_string(), place.term.map(|term| term.to_string()));
        let counted = self.seats.iter().find(|(course, term, _)| (course, term) == (&id, &run));
        counted.map_or(0, |(_, _, taken)| *taken)
    }

    /// Where seats are counted: every course, and every run of it.
    pub(super) fn seat_places(&self) -> impl Iterator<Item = SeatPlace> {
        let of = |course: &Course| {
            let course_id = course.id;
            course.seat_places().map(move |term| SeatPlace { course: course_id, term }).collect::<Vec<_>>()
        };
        self.courses.iter().flat_map(of)
    }
}

fn read<T: DeserializeOwned>(item: &Value) -> T {
    serde_json::from_value(item.clone()).unwrap()
}

fn plain_field((name, value): (&String, &Value)) -> (String, Value) {
    (name.clone(), plain(value))
}

/// The table's way of writing values as everybody else's.
fn plain(value: &Value) -> Value {
    let (kind, inner) = value.as_object().and_then(|map| map.iter().next()).unwrap();
    match kind.as_str() {
        "N" => Value::Number(inner.as_str().unwrap().parse::<Number>().unwrap()),
        "NULL" => Value::Null,
        "L" => inner.as_array().unwrap().iter().map(plain).collect(),
        "M" => Value::Object(inner.as_object().unwrap().iter().map(plain_field).collect::<Map<_, _>>()),
        _ => inner.clone(),
    }
}
