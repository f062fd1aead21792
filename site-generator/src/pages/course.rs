//! The page of one course.

use domain::{Course, Locale, Price};
use templates::{
    BuyerForm, CoursePage, Cover, LessonLine, Link, NavEntry, SectionView, Templates, language_label, level_label,
    minutes_label, mode_label, price_label, say, term_choices,
};

use super::{Frame, cards, described};
use crate::catalog::coming_terms;
use crate::error::SiteError;
use crate::lists::{Kind, List, language_slug, level_slug};
use crate::render::Sink;
use crate::structured;
use crate::text::{beginning, plain_text};

/// Search engines cut longer descriptions.
const DESCRIPTION_CHARS_MAX: usize = 160;
/// Few, since each course whose title changes also changes the pages that name it.
const RELATED: usize = 3;

impl Frame<'_> {
    pub(super) fn course(&self, row: usize, sink: &dyn Sink) -> Result<(), SiteError> {
        let course = self.catalog.courses.get(row).ok_or_else(|| SiteError::Path(format!("course {row}")))?;
        let address = format!("/courses/{}/", course.slug);
        let (canonical, editions, locale) = (self.absolute(&address), self.editions(&address), self.locale());
        let description = description(course, locale);
        let json_ld = structured::course(course, &description, &canonical, self.today)?;
        let head = self.head(course.title.as_str(), &canonical, NavEntry::Courses, &editions);
        let lists: Vec<&List> = self.lists_with(row).collect();
        let links = |kind: Kind| {
            let of_kind = lists.iter().filter(move |list| list.kind == kind);
            of_kind.map(|list| Link { href: self.at(&list.address(1)), text: list.name_in(locale) })
        };
        let minutes = |lessons: &[domain::LessonOutline]| lessons.iter().map(|lesson| lesson.minutes).sum();
        let sections = course.outline.iter().map(|section| SectionView {
            title: section.title.as_str(),
            length: minutes_label(minutes(&section.lessons), locale),
            lessons: section
                .lessons
                .iter()
                .map(|lesson| LessonLine {
                    title: lesson.title.as_str(),
                    length: minutes_label(lesson.minutes, locale),
                })
                .collect(),
        });
        let first_language = course.languages.first();
        let subject = course.subjects.first().map(|subject| subject.as_str());
        let id = course.id.to_string();
        let licence = course.licence.as_ref().map(|licence| match licence.as_str() {
            "proprietary" => self.say("licence-reserved", &[]),
            name => name.to_owned(),
        });
        let page = CoursePage {
            head: described(head, &description, Some(&json_ld)),
            title: course.title.as_str(),
            lang: first_language.map_or("en", |tag| tag.as_str()),
            promise: course.summary.as_ref().map(|summary| summary.as_str()),
            publisher: links(Kind::Partner)
                .next()
                .unwrap_or(Link { href: self.at(Kind::Partner.address()), text: course.publisher.name.to_string() }),
            publisher_url: course.publisher.url.as_ref().map(|url| url.as_str()),
            subjects: links(Kind::Subject).collect(),
            cover: Cover::of(subject.unwrap_or_else(|| course.publisher.name.as_str())),
            price: &price_label(course.price, locale),
            currency: course.price.money().map(|money| money.currency.code()),
            form: self.form(course, &id),
            languages: course
                .languages
                .iter()
                .filter_map(|tag| Some((tag, language_slug(tag.as_str())?)))
                .map(|(tag, slug)| Link {
                    href: self.at(&format!("/languages/{slug}/")),
                    text: language_label(tag, locale),
                })
                .collect(),
            level: course.level.map(|level| Link {
                href: self.at(&format!("/levels/{}/", level_slug(level))),
                text: level_label(level, locale),
            }),
            length: course.minutes().map(|minutes| minutes_label(minutes, locale)),
            mode: mode_label(course.mode, locale),
            offering: cards::offering(course, self.today, locale),
            description: Some(course.description_html.as_str()).filter(|html| !html.is_empty()),
            sections: sections.collect(),
            lessons: course.lessons().count(),
            licence: licence.as_deref(),
            source: course.source_url.as_ref().map(|url| url.as_str()),
            updated: cards::moment(course.updated_at, locale),
            related: self.cards_of(self.related(row, subject).into_iter()),
        };
        self.unless_same(sink, &address, &page, Templates::course_page)
    }

    /// The form that leads to the payment, with the coming runs to choose from, or those that are under way where none is
    /// coming. Where every one is over, so is the sale.
    fn form<'a>(&self, course: &Course, id: &'a str) -> Option<BuyerForm<'a>> {
        let coming = coming_terms(course, self.today);
        let terms = if coming.is_empty() { course.open_terms(self.today).collect() } else { coming };
        let terms = term_choices(terms.into_iter(), self.locale(), None);
        let is_over = terms.is_empty() && !course.terms.is_empty();
        (!is_over).then(|| BuyerForm::empty(id, course.price == Price::Free, terms))
    }

    /// The lists of subjects and of the partner that hold this course.
    fn lists_with(&self, row: usize) -> impl Iterator<Item = &List> {
        let kinds = [Kind::Subject, Kind::Partner];
        self.catalog.memberships(row).filter(move |list| kinds.contains(&list.kind))
    }

    /// The next courses of the first subject, going round: every course is named by as many pages as it names.
    fn related(&self, row: usize, subject: Option<&str>) -> Vec<usize> {
        let named = |list: &&List| list.kind == Kind::Subject && Some(list.name.as_str()) == subject;
        let Some(list) = self.catalog.memberships(row).find(named) else { return Vec::new() };
        let at = list.rows.partition_point(|other| *other <= row);
        let around = list.rows.iter().cycle().skip(at).take(list.rows.len().saturating_sub(1));
        around.take(RELATED).copied().collect()
    }
}

/// What link previews and machines read: the promise, or how the text begins, or at least who offers what.
fn description(course: &Course, locale: Locale) -> String {
    let text = match &course.summary {
        Some(summary) => summary.to_string(),
        None => plain_text(&course.description_html),
    };
    if text.trim().is_empty() {
        let named = [("title", course.title.as_str().into()), ("publisher", course.publisher.name.as_str().into())];
        return beginning(&say(locale, "course-made-by", &named), DESCRIPTION_CHARS_MAX);
    }
    beginning(&text, DESCRIPTION_CHARS_MAX)
}
