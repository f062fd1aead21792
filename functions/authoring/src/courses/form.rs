//! What may be said of a course, when it is made and when it is changed.

use domain::{CourseMode, Level, PartnerId, SelfEnrollment};
use serde::Deserialize;
use utoipa::ToSchema;
use web::Amount;
use web::fields::present;

use super::outline::SectionForm;
use super::parts::{PublisherPart, TermPart};
use crate::audience::AudienceName;
use crate::words;

/// A course, or a change of one; what is left out stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CourseForm {
    /// Whom it is made for. Said when it is made; it does not change.
    pub(super) audience: Option<AudienceName>,
    /// The partner, for the audience `partner`.
    #[schema(value_type = Option<String>)]
    pub(super) partner: Option<PartnerId>,
    /// The version that the change was made from; another one is refused.
    pub(super) version: Option<u64>,
    /// Its title; required when it is made.
    pub(super) title: Option<String>,
    /// Names its page; made from the title where it is not said.
    pub(super) slug: Option<String>,
    /// What it is for, in one sentence.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub(super) summary: Option<Option<String>>,
    /// Its description as Markdown.
    pub(super) description_markdown: Option<String>,
    /// Its description as HTML; only what is harmless is kept of it.
    pub(super) description_html: Option<String>,
    /// The languages it is held in, as BCP 47 tags; at least one.
    pub(super) languages: Option<Vec<String>>,
    /// Its subjects, the most telling first.
    pub(super) subjects: Option<Vec<String>>,
    /// How hard it is.
    #[serde(default, deserialize_with = "present")]
    #[schema(schema_with = words::level)]
    pub(super) level: Option<Option<Level>>,
    /// How it is held.
    #[schema(schema_with = words::mode)]
    pub(super) mode: Option<CourseMode>,
    /// What it costs; `null` or zero is free.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Amount>)]
    pub(super) price: Option<Option<Amount>>,
    /// How its learners get in by themselves. Public courses are bought instead.
    #[schema(schema_with = words::self_enrollment)]
    pub(super) self_enrollment: Option<SelfEnrollment>,
    /// How many may be in at once, of a course with dates in each run that has no number of its own; `null` is without a
    /// limit.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<u32>)]
    pub(super) seats: Option<Option<u32>>,
    /// Who offers it.
    pub(super) publisher: Option<PublisherPart>,
    /// Its own page elsewhere.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub(super) source_url: Option<Option<String>>,
    /// Licence of the content, as an SPDX name or `proprietary`.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub(super) licence: Option<Option<String>>,
    /// How long it takes, in minutes, where the outline does not tell.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<u32>)]
    pub(super) workload_minutes: Option<Option<u32>>,
    /// Its dated runs, all of them.
    pub(super) terms: Option<Vec<TermPart>>,
    /// Its sections and lessons, all of them; a lesson that is no longer listed is gone.
    pub(super) outline: Option<Vec<SectionForm>>,
}
