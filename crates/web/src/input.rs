//! What comes in with the address: path, query, and the place in a list.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use store::Cursor;
use utoipa::IntoParams;

use crate::failure::{Failure, FieldProblem};

/// The parts of the path. One that does not read names nothing: the answer is the same as for an unknown one.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        // The raw parameters are looked at first: percent-encoded rubbish must not be a different answer.
        RawPathParams::from_request_parts(parts, state).await.map_err(|_| Failure::NotFound)?;
        let path = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        path.map(|axum::extract::Path(value)| Self(value)).map_err(|_| Failure::NotFound)
    }
}

/// The query of the address. Unknown names are refused where `T` says so.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let query = axum::extract::Query::<T>::from_request_parts(parts, state).await;
        query.map(|axum::extract::Query(value)| Self(value)).map_err(|error| Failure::Malformed(error.body_text()))
    }
}

/// Where a page of a list starts and how long it is.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// The `next` of the page before.
    pub cursor: Option<String>,
    /// Entries on a page, 1 to 100; 50 where it is not said.
    pub limit: Option<usize>,
}

/// What a page holds where nothing is said.
const PAGE_DEFAULT: usize = 50;
/// More would make one answer slow for everybody.
const PAGE_MAX: usize = 100;

impl PageQuery {
    /// The cursor, if there is one and it reads.
    pub fn cursor(&self) -> Result<Option<Cursor>, Failure> {
        Ok(self.cursor.as_deref().map(Cursor::parse).transpose()?)
    }

    /// The length of the page.
    pub fn limit(&self) -> Result<usize, Failure> {
        match self.limit {
            None => Ok(PAGE_DEFAULT),
            Some(limit) if (1..=PAGE_MAX).contains(&limit) => Ok(limit),
            Some(_) => Err(Failure::field("limit", format!("must be between 1 and {PAGE_MAX}"))),
        }
    }
}

/// Collects what is wrong with the fields of a form, so that all of it is told at once.
#[derive(Debug, Default)]
pub struct FieldErrors(Vec<FieldProblem>);

impl FieldErrors {
    /// The value, or `None` and a line in the list.
    pub fn take<T, E: ToString>(&mut self, field: &str, parsed: Result<T, E>) -> Option<T> {
        parsed.map_err(|error| self.0.push(FieldProblem { field: field.to_owned(), message: error.to_string() })).ok()
    }

    /// The value of a part of the form, or `None` and every field of it that is at fault, named within `place`.
    pub fn take_part<T>(&mut self, place: &str, read: Result<T, Failure>) -> Option<T> {
        let within = |problem: FieldProblem| FieldProblem { field: format!("{place}.{}", problem.field), ..problem };
        match read {
            Ok(value) => return Some(value),
            Err(Failure::Fields(problems)) => self.0.extend(problems.into_iter().map(within)),
            Err(other) => self.0.push(FieldProblem { field: place.to_owned(), message: other.problem().message }),
        }
        None
    }

    /// Every field that is at fault.
    pub fn list(&self) -> &[FieldProblem] {
        &self.0
    }

    /// The failure that names them all.
    pub fn into_failure(self) -> Failure {
        Failure::Fields(self.0)
    }
}
