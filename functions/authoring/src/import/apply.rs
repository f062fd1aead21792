//! Doing what a plan says.

use std::collections::HashMap;

use domain::{Audience, TermId};
use feeds::FieldError;
use store::{CourseWrite, ImportOutcome, Store, StoreError};

use super::permits::Permits;
use super::plan::{Outcome, Plan};

/// Told how many of how many courses are done.
pub type Progress<'a> = dyn FnMut(usize, usize) + Send + 'a;

/// Courses between two words of progress; a few transactions.
const COURSES_AT_ONCE: usize = 90;

const NOT_AVAILABLE: &str = "was not written, since the table is not available: import the same file again";

/// A row's place in the plan with its write.
type Numbered = (usize, CourseWrite);

impl Plan {
    /// Writes every course that is new or changes. A row that is refused becomes an error and takes no other with
    /// it; where the table goes away, the rest are errors too, and importing the same file again goes on from there.
    pub async fn apply(mut self, store: &Store, permits: &Permits, progress: &mut Progress<'_>) -> Self {
        let mut by_audience: HashMap<Audience, Vec<Numbered>> = HashMap::new();
        for (at, row) in self.rows.iter_mut().enumerate() {
            if let Some(write) = row.write.take() {
                by_audience.entry(write.course.audience).or_default().push((at, write));
            }
        }
        let total: usize = by_audience.values().map(Vec::len).sum();
        let mut done = 0;
        let mut reachable = true;
        for (audience, numbered) in by_audience {
            let mut numbered = numbered.into_iter();
            while numbered.len() > 0 {
                let (places, writes): (Vec<usize>, Vec<CourseWrite>) = numbered.by_ref().take(COURSES_AT_ONCE).unzip();
                let outcomes = if reachable { write(store, permits, audience, &writes).await } else { Vec::new() };
                let mut outcomes = outcomes.into_iter();
                for place in &places {
                    let refusal = refusal(outcomes.next(), &mut reachable);
                    self.refuse(*place, refusal);
                }
                done += places.len();
                progress(done, total);
            }
        }
        self.cut_off = !reachable;
        self
    }

    fn refuse(&mut self, place: usize, refusal: Option<FieldError>) {
        if let (Some(row), Some(error)) = (self.rows.get_mut(place), refusal) {
            row.outcome = Outcome::Error(vec![error]);
        }
    }
}

/// Writes the courses of one audience and counts the seats of those whose limit moved.
async fn write(store: &Store, permits: &Permits, audience: Audience, writes: &[CourseWrite]) -> Vec<ImportOutcome> {
    let Some(grant) = permits.of_audience(audience) else {
        return writes.iter().map(|_| ImportOutcome::Refused(StoreError::Missing("the audience"))).collect();
    };
    let mut outcomes = store.import_courses(grant, writes).await;
    for (outcome, write) in outcomes.iter_mut().zip(writes) {
        let Some(before) = &write.before else { continue };
        let (course, newly_limited) = (write.course.id, newly_limited(write));
        if matches!(outcome, ImportOutcome::Written)
            && !newly_limited.is_empty()
            && let Err(error) = store.recount_seats(course, &newly_limited).await
        {
            *outcome = ImportOutcome::Refused(error);
        }
        if let Err(error) = store.move_lines(&write.course, &write.course.raised_since(before)).await {
            tracing::warn!(%course, %error, "the lines were not moved on");
        }
    }
    outcomes
}

fn newly_limited(write: &CourseWrite) -> Vec<Option<TermId>> {
    write.before.as_ref().map(|before| write.course.limited_anew_since(before)).unwrap_or_default()
}

/// What stands against a row, in words that carry no internals; nothing where it is written.
fn refusal(outcome: Option<ImportOutcome>, reachable: &mut bool) -> Option<FieldError> {
    let (field, reason) = match outcome {
        Some(ImportOutcome::Written) => return None,
        Some(ImportOutcome::Refused(StoreError::Unavailable(_))) | None => {
            *reachable = false;
            ("", NOT_AVAILABLE.to_owned())
        }
        Some(ImportOutcome::Refused(StoreError::Corrupt(_))) => ("", "could not be written".to_owned()),
        Some(ImportOutcome::Refused(StoreError::Taken("the slug"))) => {
            ("code", "is the address of another course already".to_owned())
        }
        Some(ImportOutcome::Refused(error)) => ("", error.to_string()),
    };
    Some(FieldError { field: field.to_owned(), value: String::new(), reason })
}
