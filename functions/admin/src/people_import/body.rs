//! People as they are sent: a file with commas, or rows of an on-screen grid.

use std::fmt;

use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use domain::PartnerId;
use feeds::{FeedError, PeopleOptions, PersonCells, PersonRow, people_of_rows, read_people};
use jiff::Timestamp;
use serde::de::{IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use utoipa::ToSchema;
use web::{Body, Failure, body_bytes};

/// The most rows of one request. So many are judged in a few seconds of the half minute that the gateway waits; where
/// making their accounts, sixteen with each transaction, takes longer, the same table goes on with the next request.
pub(super) const ROWS_MAX: usize = 10_000;

/// The most bytes of one request, also where they are carried in Base64: the gateway takes 6 MB.
pub(super) const BYTES_MAX: usize = 4 * 1024 * 1024;

const TYPES: &str = "text/csv or application/json";

/// A number, or the same as text: a grid knows both.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "a role is 0 (administrator), 1 (author) or 2 (learner)")]
enum NumberOrText {
    Number(u8),
    Text(String),
}

/// A row of a grid.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonForm {
    /// What the person is called.
    #[serde(default)]
    #[schema(required = true)]
    name: String,
    /// Where the person is reached; once in a platform.
    #[serde(default)]
    #[schema(required = true)]
    email: String,
    /// `0` administrator, `1` author, `2` learner.
    #[schema(value_type = i32, minimum = 0, maximum = 2, required = true)]
    role: Option<NumberOrText>,
    /// `internal` or `partner`; where nothing is said, what `partner` says, or the platform of the import.
    #[serde(rename = "type")]
    type_name: Option<String>,
    /// The partner platform, for accounts of type `partner`.
    partner: Option<String>,
    /// When the account ends by itself.
    #[schema(format = DateTime)]
    expires_at: Option<String>,
}

/// Rows of a grid.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PeopleForm {
    /// The people, at most 10,000.
    #[schema(value_type = Vec<PersonForm>, max_items = 10000)]
    rows: Rows,
}

/// The rows that are looked at: as many as are taken, and one that tells of more. Further ones are passed over, so that
/// a request of many empty rows takes no more room than any other.
#[derive(Debug)]
struct Rows(Vec<PersonCells>);

impl<'de> Deserialize<'de> for Rows {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(EveryRow)
    }
}

struct EveryRow;

impl<'de> Visitor<'de> for EveryRow {
    type Value = Rows;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Rows, A::Error> {
        let mut rows = Vec::new();
        while rows.len() <= ROWS_MAX {
            let Some(row) = sequence.next_element::<PersonForm>()? else { return Ok(Rows(rows)) };
            rows.push(row.cells(rows.len() + 1));
        }
        while sequence.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Rows(rows))
    }
}

impl PersonForm {
    fn cells(self, number: usize) -> PersonCells {
        PersonCells {
            line: number,
            name: self.name,
            email: self.email,
            role: match self.role {
                None => String::new(),
                Some(NumberOrText::Number(number)) => number.to_string(),
                Some(NumberOrText::Text(text)) => text,
            },
            type_name: self.type_name.unwrap_or_default(),
            partner: self.partner.unwrap_or_default(),
            expires_at: self.expires_at.unwrap_or_default(),
        }
    }
}

/// People that are being sent. Nothing of them is taken in before it is asked for: permission comes first.
#[derive(Debug)]
pub(crate) struct PeopleRequest(Request);

impl<S: Send + Sync> FromRequest<S> for PeopleRequest {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &S) -> Result<Self, Failure> {
        Ok(Self(request))
    }
}

impl PeopleRequest {
    /// Takes the people in and reads every row.
    pub(super) async fn read(self, home: Option<PartnerId>, now: Timestamp) -> Result<Vec<PersonRow>, Failure> {
        let options = PeopleOptions { home, now, rows_max: ROWS_MAX };
        let said = self.0.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let essence = said.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let rows = match essence.as_str() {
            // The limit itself is set where the route is made.
            "text/csv" => read_people(&body_bytes(self.0, &()).await?, &options),
            "application/json" => {
                let Body(form) = Body::<PeopleForm>::from_request(self.0, &()).await?;
                people_of_rows(&form.rows.0, &options)
            }
            _ => return Err(Failure::UnsupportedType(TYPES)),
        };
        rows.map_err(|error| match error {
            FeedError::TooManyPeople { .. } => Failure::field("rows", error),
            other => Failure::Malformed(other.to_string()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: &str) -> Result<usize, serde_json::Error> {
        let form: PeopleForm = serde_json::from_str(&format!("{{\"rows\":[{rows}]}}"))?;
        Ok(form.rows.0.len())
    }

    #[test]
    fn rows_beyond_the_limit_take_no_room() {
        let rows = |count: usize| vec!["{}"; count].join(",");
        assert_eq!(read("").unwrap(), 0);
        assert_eq!(read(&rows(ROWS_MAX)).unwrap(), ROWS_MAX);
        assert_eq!(read(&rows(20 * ROWS_MAX)).unwrap(), ROWS_MAX + 1);
        assert!(read(&(rows(2 * ROWS_MAX) + ",]")).is_err(), "what is passed over is read all the same");
        let numbers: PeopleForm = serde_json::from_str(r#"{"rows":[{"role":2},{"role":"1"}]}"#).unwrap();
        let lines: Vec<_> = numbers.rows.0.iter().map(|row| (row.line, row.role.as_str())).collect();
        assert_eq!(lines, [(1, "2"), (2, "1")]);
    }
}
