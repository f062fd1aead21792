//! Every word that pages and mails say, by language: `messages/{code}/*.ftl`, written in Fluent.
//!
//! A message whose id ends in `-html` is markup: its arguments are escaped as they come in, and the template takes it as
//! it stands. Every other message is text: its arguments stay as they are, those that run the other way are set apart by
//! isolation marks (FSI, PDI), and whoever places it escapes it. A language is read when it is first spoken: a function
//! that answers one French page must not parse three other languages.

mod handed;
mod isolation;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::OnceLock;

use domain::Locale;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentValue;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::escape::escape_html;
use crate::labels::grouped;
pub(crate) use handed::handed_over;

/// Ends the id of a message that is markup.
const MARKUP: &str = "-html";
/// The argument by which a message chooses among its forms where no number does: a word of ours.
const CHOICE: &str = "choice";

macro_rules! files {
    ($($file:literal),+ $(,)?) => {
        /// Every file of each language, in the order of [`Locale::ALL`].
        const SOURCES: [&[&str]; 4] = [
            &[$(include_str!(concat!("../messages/en/", $file))),+],
            &[$(include_str!(concat!("../messages/pl/", $file))),+],
            &[$(include_str!(concat!("../messages/fr/", $file))),+],
            &[$(include_str!(concat!("../messages/ar/", $file))),+],
        ];
        const NAMES: &[&str] = &[$($file),+];
    };
}

files![
    "account.ftl",
    "catalog.ftl",
    "checkout.ftl",
    "console-courses.ftl",
    "console-people.ftl",
    "console-rules.ftl",
    "console-scripts.ftl",
    "console.ftl",
    "course.ftl",
    "frame.ftl",
    "labels.ftl",
    "languages.ftl",
    "mails.ftl",
    "own.ftl",
    "scripts.ftl"
];

/// What a message is told: a text, or how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Argument<'a> {
    /// A text of any language.
    Text(&'a str),
    /// A number; it is written as the language writes numbers, and chooses among the forms of a message.
    Count(u64),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Argument<'_> {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Argument<'_> {
    fn from(count: usize) -> Self {
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }
}

/// A message that does not exist, not even in English.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no message is called `{0}`")]
pub struct NoSuchMessage(String);

/// Says a message.
pub(crate) fn message(
    locale: Locale,
    id: &str,
    arguments: &[(&str, Argument<'_>)],
) -> Result<Cow<'static, str>, NoSuchMessage> {
    let of = |locale: Locale| {
        let bundle = bundle(locale);
        Some((locale, bundle, bundle.get_message(id)?.value()?))
    };
    let (locale, bundle, pattern) =
        of(locale).or_else(|| of(Locale::English)).ok_or_else(|| NoSuchMessage(id.to_owned()))?;
    let told: FluentArgs<'_> =
        arguments.iter().map(|(name, argument)| (*name, told(locale, id, name, *argument))).collect();
    // What is not told stays visible as `{$name}`; the tests hold every message to what it is told.
    let text = bundle.format_pattern(pattern, Some(&told), &mut Vec::new());
    Ok(Cow::Owned(text.into_owned()))
}

/// Says a message. One that does not exist is said by its id: the tests know every id that the code names.
pub fn say(locale: Locale, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
    message(locale, id, arguments).map_or_else(|_| id.to_owned(), Cow::into_owned)
}

/// The files of a language.
pub(crate) fn sources(locale: Locale) -> &'static [&'static str] {
    let [english, polish, french, arabic] = SOURCES;
    match locale {
        Locale::English => english,
        Locale::Polish => polish,
        Locale::French => french,
        Locale::Arabic => arabic,
    }
}

/// One file of a language, by its name.
fn sources_of(locale: Locale, file: &str) -> Option<&'static str> {
    NAMES.iter().zip(sources(locale)).find(|(name, _)| **name == file).map(|(_, source)| *source)
}

/// Whether a message of this id is markup.
pub(crate) fn is_markup(id: &str) -> bool {
    id.ends_with(MARKUP)
}

fn told<'a>(locale: Locale, id: &str, name: &str, argument: Argument<'a>) -> FluentValue<'a> {
    match argument {
        // Compared with the names of the forms, and never shown.
        Argument::Text(word) if name == CHOICE => FluentValue::from(word),
        Argument::Text(text) if is_markup(id) => FluentValue::String(escape_html(text)),
        Argument::Text(text) => FluentValue::String(isolation::apart(locale, text)),
        // Numbers of people and courses are far below where a float stops counting.
        Argument::Count(count) => FluentValue::from(count),
    }
}

fn bundle(locale: Locale) -> &'static FluentBundle<FluentResource> {
    static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; 4] = [const { OnceLock::new() }; 4];
    let [english, polish, french, arabic] = &BUNDLES;
    let (kept, formatter): (_, fn(&FluentValue<'_>, &_) -> Option<String>) = match locale {
        Locale::English => (english, |value, _| number(Locale::English, value)),
        Locale::Polish => (polish, |value, _| number(Locale::Polish, value)),
        Locale::French => (french, |value, _| number(Locale::French, value)),
        Locale::Arabic => (arabic, |value, _| number(Locale::Arabic, value)),
    };
    kept.get_or_init(|| {
        let mut bundle = FluentBundle::new_concurrent(locale.code().parse().into_iter().collect());
        // Ours are set only where a text runs the other way; see `isolation`.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(formatter));
        for source in sources(locale) {
            // What does not parse falls out, and a test names it.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            let _ = bundle.add_resource(resource);
        }
        bundle
    })
}

/// Numbers as the language writes them.
fn number(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(grouped(locale, &number.as_string())),
        _ => None,
    }
}
