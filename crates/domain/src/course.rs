//! A course: what the catalog shows of it, for whom it is, and how it is published.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::id::{CourseId, LessonId};
use crate::language::LanguageTag;
use crate::lesson_file::LessonFile;
use crate::money::{Money, MoneyError};
use crate::slug::Slug;
use crate::tenant::Audience;
use crate::term::Term;
use crate::text::{HttpUrl, Subject, Summary, Title};

/// Progress keeps one entry a lesson in one record of at most 400 kB; 500 ids are 15 kB.
pub const OUTLINE_LESSONS_MAX: usize = 500;
/// More subjects than this are keyword stuffing.
pub const SUBJECTS_MAX: usize = 20;

/// How hard a course is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// No knowledge assumed.
    Beginner,
    /// The basics are assumed.
    Intermediate,
    /// For people of the field.
    Advanced,
}

/// How a course is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CourseMode {
    /// Online, at any time.
    SelfPaced,
    /// Online, at fixed dates.
    Live,
    /// At a place.
    OnSite,
    /// Partly online, partly at a place.
    Blended,
}

/// What a course costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Price {
    /// Nothing: enrolled without a payment.
    Free,
    /// This much, once. Never zero.
    Paid(Money),
}

impl Price {
    /// A price of zero is free; any other must be one that can be charged.
    pub fn of(money: Money) -> Result<Self, MoneyError> {
        let least = money.currency.charge_minor_min();
        match money.minor {
            0 => Ok(Price::Free),
            minor if minor < least => {
                Err(MoneyError::TooLittle(Money { minor: least, currency: money.currency }.to_string()))
            }
            _ => Ok(Price::Paid(money)),
        }
    }

    /// The amount, where there is one.
    pub fn money(self) -> Option<Money> {
        match self {
            Price::Free => None,
            Price::Paid(money) => Some(money),
        }
    }
}

/// Whether a course stands in its catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Publication {
    /// Being written; seen by administrators only.
    Draft,
    /// In its catalog.
    Published,
    /// Taken out of the catalog; who is enrolled keeps access.
    Unpublished,
    /// Closed: kept for the record, nobody enrolls any more.
    Archived,
}

/// What an administrator may do to a course's publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublicationEvent {
    /// Puts it into its catalog.
    Publish,
    /// Takes it out of its catalog.
    Unpublish,
    /// Closes it.
    Archive,
}

/// A publication change that is not possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a course that is {} cannot be {}", state_word(*.from), event_word(*.event))]
pub struct PublicationRefused {
    /// What it is.
    pub from: Publication,
    /// What was asked.
    pub event: PublicationEvent,
}

fn state_word(state: Publication) -> &'static str {
    match state {
        Publication::Draft => "a draft",
        Publication::Published => "published",
        Publication::Unpublished => "unpublished",
        Publication::Archived => "archived",
    }
}

fn event_word(event: PublicationEvent) -> &'static str {
    match event {
        PublicationEvent::Publish => "published",
        PublicationEvent::Unpublish => "unpublished",
        PublicationEvent::Archive => "archived",
    }
}

impl Publication {
    /// The state after the event. An archived course can be published again.
    pub fn after(self, event: PublicationEvent) -> Result<Self, PublicationRefused> {
        match (self, event) {
            (Self::Draft | Self::Unpublished | Self::Archived, PublicationEvent::Publish) => Ok(Self::Published),
            (Self::Published, PublicationEvent::Unpublish) => Ok(Self::Unpublished),
            (Self::Draft | Self::Published | Self::Unpublished, PublicationEvent::Archive) => Ok(Self::Archived),
            (from, event) => Err(PublicationRefused { from, event }),
        }
    }
}

/// How a learner of the course's audience gets in without an administrator. Public courses are bought instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SelfEnrollment {
    /// Not at all: administrators enroll.
    Closed,
    /// By asking; an administrator confirms.
    OnRequest,
    /// At once.
    Open,
}

/// How many may be enrolled at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeatLimit {
    /// As many as come.
    Unlimited,
    /// This many; later ones wait.
    Seats(u32),
}

/// Who offers a course.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Publisher {
    /// Its name.
    pub name: Title,
    /// Its own site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<HttpUrl>,
}

/// A lesson as the outline lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonOutline {
    /// Its id.
    pub id: LessonId,
    /// Its title.
    pub title: Title,
    /// How long it takes.
    pub minutes: u32,
    /// The file that it came from; other lessons of the course link to it by this name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<LessonFile>,
}

impl LessonOutline {
    /// Whether title and length are the same: what a lesson's own record holds of them.
    pub fn reads_like(&self, other: &Self) -> bool {
        self.title == other.title && self.minutes == other.minutes
    }
}

/// A section of the outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its title.
    pub title: Title,
    /// Its lessons in order.
    pub lessons: Vec<LessonOutline>,
}

/// Whether a change of a course lets more people in.
pub fn is_raised(before: SeatLimit, after: SeatLimit) -> bool {
    match (before, after) {
        (SeatLimit::Seats(_), SeatLimit::Unlimited) => true,
        (SeatLimit::Seats(before), SeatLimit::Seats(after)) => after > before,
        (SeatLimit::Unlimited, _) => false,
    }
}

/// The text of a lesson; kept apart from the course, which only lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    /// Its id.
    pub id: LessonId,
    /// Its title.
    pub title: Title,
    /// How long it takes.
    pub minutes: u32,
    /// Its text as its author wrote it; becomes safe HTML only when shown.
    pub markdown: String,
}

impl Lesson {
    /// The table holds records of at most 400 kB.
    pub const MARKDOWN_BYTES_MAX: usize = 200_000;
}

/// A course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// Its id.
    pub id: CourseId,
    /// Raised by every change.
    pub version: u64,
    /// Names its page; unique.
    pub slug: Slug,
    /// Its title.
    pub title: Title,
    /// What it is for, in one sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Summary>,
    /// Its description as HTML that has been made safe (see the `prose` crate). Empty where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description_html: String,
    /// The languages it is held in; never empty.
    pub languages: Vec<LanguageTag>,
    /// Its subjects, the most telling first.
    pub subjects: Vec<Subject>,
    /// How hard it is, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// How it is held.
    pub mode: CourseMode,
    /// Whom it is made for.
    pub audience: Audience,
    /// Whether it stands in its catalog.
    pub publication: Publication,
    /// What it costs.
    pub price: Price,
    /// How its learners get in by themselves.
    pub self_enrollment: SelfEnrollment,
    /// How many may be in; of dated courses in each run that says nothing else.
    pub seats: SeatLimit,
    /// Who offers it.
    pub publisher: Publisher,
    /// Its own page elsewhere, where it was imported from a feed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_url: Option<HttpUrl>,
    /// Licence of the content, as an SPDX name or `proprietary`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Title>,
    /// How long it takes in all, where that is known and the outline does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workload_minutes: Option<u32>,
    /// Its dated runs, the earliest first. Empty for self-paced courses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Term>,
    /// Sections and lessons in order. Empty where the lessons are elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outline: Vec<Section>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When what visitors see of it last changed.
    pub updated_at: Timestamp,
}

impl Course {
    /// Descriptions stay well under the table's 400 kB a record.
    pub const DESCRIPTION_BYTES_MAX: usize = 60_000;

    /// Whether visitors find it in the public catalog: S000-35, S000-38.
    pub fn in_public_catalog(&self) -> bool {
        self.audience == Audience::Public && self.publication == Publication::Published
    }

    /// Every lesson in order.
    pub fn lessons(&self) -> impl Iterator<Item = &LessonOutline> {
        self.outline.iter().flat_map(|section| &section.lessons)
    }

    /// Whether the outline lists a lesson.
    pub fn lists(&self, lesson: LessonId) -> bool {
        self.lessons().any(|line| line.id == lesson)
    }

    /// Minutes of all lessons, or the stated workload where there are none.
    pub fn minutes(&self) -> Option<u32> {
        let total: u32 = self.lessons().map(|lesson| lesson.minutes).sum();
        if total > 0 { Some(total) } else { self.workload_minutes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publication_moves_only_along_its_arrows() {
        use Publication::{Archived, Draft, Published, Unpublished};
        use PublicationEvent::{Archive, Publish, Unpublish};
        let table = [
            (Draft, [Some(Published), None, Some(Archived)]),
            (Published, [None, Some(Unpublished), Some(Archived)]),
            (Unpublished, [Some(Published), None, Some(Archived)]),
            (Archived, [Some(Published), None, None]),
        ];
        for (from, expected) in table {
            let found = [Publish, Unpublish, Archive].map(|event| from.after(event).ok());
            assert_eq!(found, expected, "{from:?}");
        }
    }
}
