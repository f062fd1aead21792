//! Dated runs of a course: when and where each is held, how many it takes, which one somebody comes into, and where a
//! seat is counted.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::course::{Course, SeatLimit, is_raised};
use crate::id::{CourseId, TermId};
use crate::text::Title;

/// Real classes have up to 128 terms on record; older ones are of no use to a visitor.
pub const TERMS_MAX: usize = 40;

/// How long a run lasts whose end nobody said: whoever comes later on its first day is still in time.
const WITHOUT_END: SignedDuration = SignedDuration::from_hours(24);

/// One run of a dated course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "StoredTerm")]
pub struct Term {
    /// Its id, which stays whatever else changes.
    pub id: TermId,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<Timestamp>,
    /// Where it is held, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Title>,
    /// How many may be in it at once; as many as the course says where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u32>,
}

/// A run as it was stored before runs had ids.
#[derive(Deserialize)]
struct StoredTerm {
    id: Option<TermId>,
    starts_at: Timestamp,
    ends_at: Option<Timestamp>,
    place: Option<Title>,
    seats: Option<u32>,
}

impl From<StoredTerm> for Term {
    fn from(stored: StoredTerm) -> Self {
        let dated = Self::dated(stored.starts_at, stored.ends_at, stored.place);
        Self { id: stored.id.unwrap_or(dated.id), seats: stored.seats, ..dated }
    }
}

/// Where a seat is counted: the run that somebody is in, or the course where that is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeatPlace {
    /// The course.
    pub course: CourseId,
    /// Its run.
    pub term: Option<TermId>,
}

/// Why somebody does not come into a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TermRefused {
    /// There are several, and none was named.
    #[error("is required: the course has several dates")]
    Needed,
    /// It is none of this course's.
    #[error("is no date of this course")]
    Unknown,
    /// It is over.
    #[error("is over: choose another date")]
    Over,
    /// All of them are.
    #[error("every date of this course is over")]
    AllOver,
}

/// The text of a run's dates, folded into 64 bits as FNV-1a does it: the same dates give the same id on every machine.
fn folded(parts: &[&[u8]]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.iter().chain(&[0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

impl Term {
    /// A run of these dates. Its id follows from them: records of before runs had ids read alike every time.
    pub fn dated(starts_at: Timestamp, ends_at: Option<Timestamp>, place: Option<Title>) -> Self {
        let id = Self::derived_id(&[], starts_at, ends_at, place.as_ref());
        Self { id, starts_at, ends_at, place, seats: None }
    }

    fn derived_id(of: &[u8], starts_at: Timestamp, ends_at: Option<Timestamp>, place: Option<&Title>) -> TermId {
        let start_ms = starts_at.as_millisecond();
        let end_ms = ends_at.map_or(i64::MIN, Timestamp::as_millisecond);
        let place = place.map_or("", |place| place.as_str()).as_bytes();
        let low = folded(&[of, &start_ms.to_be_bytes(), &end_ms.to_be_bytes(), place]);
        let high = u64::try_from(start_ms).unwrap_or(0) << 16;
        TermId::from_bytes((u128::from(high) << 64 | u128::from(low)).to_be_bytes())
    }

    /// Whether nobody comes into it by themselves any more.
    pub fn is_over(&self, now: Timestamp) -> bool {
        let end = self.ends_at.or_else(|| self.starts_at.checked_add(WITHOUT_END).ok());
        end.is_some_and(|end| end <= now)
    }

    /// Whether a feed that names no ids means this run by its dates.
    pub fn is_held_like(&self, other: &Self) -> bool {
        (self.starts_at, &self.place) == (other.starts_at, &other.place)
    }
}

/// Runs as somebody dates them, for a course that has some already. Who names the id of one means that one; without an id
/// what begins at the same moment in the same place is the same run. It keeps its id and its seats.
pub fn matched_terms(course: CourseId, dated: Vec<(Option<TermId>, Term)>, before: &[Term]) -> Vec<Term> {
    let named: Vec<TermId> = dated.iter().filter_map(|(id, _)| *id).collect();
    let mut left: Vec<&Term> = before.iter().filter(|known| !named.contains(&known.id)).collect();
    let mut taken: Vec<TermId> = before.iter().map(|known| known.id).collect();
    let with_ids = dated.into_iter().map(|(named, term)| {
        let known = match named {
            Some(id) => before.iter().find(|known| known.id == id),
            None => left.iter().position(|known| known.is_held_like(&term)).map(|at| left.remove(at)),
        };
        if let Some(known) = known {
            return Term { id: known.id, seats: known.seats, ..term };
        }
        let mut id = Term::derived_id(&course.to_bytes(), term.starts_at, term.ends_at, term.place.as_ref());
        while taken.contains(&id) {
            id = TermId::from_bytes(u128::from_be_bytes(id.to_bytes()).wrapping_add(1).to_be_bytes());
        }
        taken.push(id);
        Term { id, ..term }
    });
    with_ids.collect()
}

impl Course {
    /// The run of this id.
    pub fn term(&self, id: TermId) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// How many may be in a run, or in the course without one; nothing for a run that is gone.
    pub fn seats_in(&self, term: Option<TermId>) -> Option<SeatLimit> {
        match term {
            None => Some(self.seats),
            Some(id) => Some(self.term(id)?.seats.map_or(self.seats, SeatLimit::Seats)),
        }
    }

    /// The runs that are not over.
    pub fn open_terms(&self, now: Timestamp) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |term| !term.is_over(now))
    }

    /// The run that somebody comes into who asks for this one, or for none: the only one that is left then, if there is
    /// one. Nothing for a course without dates.
    pub fn term_for(&self, wished: Option<TermId>, now: Timestamp) -> Result<Option<TermId>, TermRefused> {
        let Some(wished) = wished else {
            let mut open = self.open_terms(now);
            return match (open.next(), open.next()) {
                (Some(only), None) => Ok(Some(only.id)),
                (Some(_), Some(_)) => Err(TermRefused::Needed),
                (None, _) if self.terms.is_empty() => Ok(None),
                (None, _) => Err(TermRefused::AllOver),
            };
        };
        match self.term(wished) {
            None => Err(TermRefused::Unknown),
            Some(term) if term.is_over(now) => Err(TermRefused::Over),
            Some(term) => Ok(Some(term.id)),
        }
    }

    /// Everywhere that seats of it are counted: the course itself, and each run.
    pub fn seat_places(&self) -> impl Iterator<Item = Option<TermId>> {
        std::iter::once(None).chain(self.terms.iter().map(|term| Some(term.id)))
    }

    /// Everywhere that its own limit holds: a run may have another one.
    pub fn places_of_its_limit(&self) -> impl Iterator<Item = Option<TermId>> {
        let alike = self.terms.iter().filter(|term| term.seats.is_none()).map(|term| Some(term.id));
        std::iter::once(None).chain(alike)
    }

    /// Where more people are let in than before.
    pub fn raised_since(&self, before: &Self) -> Vec<Option<TermId>> {
        let is_raised = |term: &Option<TermId>| {
            let limits = before.seats_in(*term).zip(self.seats_in(*term));
            limits.is_some_and(|(before, after)| is_raised(before, after))
        };
        self.seat_places().filter(is_raised).collect()
    }

    /// Where another limit stands than before.
    pub fn limited_anew_since(&self, before: &Self) -> Vec<Option<TermId>> {
        let is_new = |term: &Option<TermId>| {
            let after = self.seats_in(*term);
            matches!(after, Some(SeatLimit::Seats(_)))
                && before.seats_in(*term).is_some_and(|before| Some(before) != after)
        };
        self.seat_places().filter(is_new).collect()
    }

    /// The runs that it had before and has no more. One that is over may go: whoever was in it has been there.
    pub fn terms_gone_since(&self, before: &Self, now: Timestamp) -> Vec<TermId> {
        before.open_terms(now).map(|term| term.id).filter(|id| self.term(*id).is_none()).collect()
    }
}

#[cfg(test)]
mod tests;
