//! The template engine, set up once: strict about missing values, escaping HTML, knowing the assets.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use domain::{Direction, Locale};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Rest, Serde, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, Template, UndefinedBehavior};
use serde::Serialize;

use crate::assets::{self, Asset};
use crate::error::TemplateError;
use crate::escape::{JsonLd, write_html};
use crate::messages::{self, Argument};
use crate::registry::{FILES, SHARED};

/// Longer subjects are cut: mail programs show some 70 characters, and a title may have 400.
const SUBJECT_CHARS_MAX: usize = 150;

/// A rendered e-mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// One line.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

/// Every template, in one language. Each is compiled when it is first rendered: a function that answers with one page must not wait for
/// forty. What comes of it is kept, so make one and share it.
pub struct Templates {
    locale: Locale,
    environment: Environment<'static>,
    asked_for: Arc<RwLock<BTreeMap<&'static str, &'static str>>>,
}

/// A file of the registry: its name and its source.
pub(crate) type File = (&'static str, &'static str);

impl fmt::Debug for Templates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Templates").field("locale", &self.locale).finish_non_exhaustive()
    }
}

impl Templates {
    /// Sets the engine up, in English.
    pub fn new() -> Result<Self, TemplateError> {
        Self::speaking(Locale::English)
    }

    /// Sets the engine up in a language.
    pub fn speaking(locale: Locale) -> Result<Self, TemplateError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_syntax(syntax().map_err(|error| TemplateError::Engine(Box::new(error)))?);
        environment.set_formatter(write_value);
        environment.add_filter("thousands", move |number: u64| crate::labels::grouped(locale, &number.to_string()));
        environment.add_function("t", move |id: &str, arguments: Kwargs| text(locale, id, &arguments));
        environment.add_function("messages", move |groups: Rest<String>| handed_over(locale, &groups));
        environment.add_function("at", move |address: &str| format!("{}{address}", locale.root()));
        environment.add_function("posts", move |action: &str| format!("{action}?language={}", locale.code()));
        environment.add_global("language", locale.code());
        let direction = if locale.direction() == Direction::Rtl { "rtl" } else { "ltr" };
        environment.add_global("direction", direction);
        environment.add_function("asset", |name: &str| {
            assets::path(name)
                .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("no asset is called `{name}`")))
        });
        // Whoever renders a page brings its source along; a list of all of them would put every page into every function.
        let asked_for = Arc::new(RwLock::new(BTreeMap::from_iter(SHARED.iter().copied())));
        let known = asked_for.clone();
        environment.set_loader(move |name| {
            let known = known.read().unwrap_or_else(PoisonError::into_inner);
            Ok(known.get(name).map(|source| (*source).to_owned()))
        });
        Ok(Self { locale, environment, asked_for })
    }

    /// The language that they speak.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Every template by name, with its source, and all that is said in this language.
    pub fn sources(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let words = messages::sources(self.locale).iter().map(|source| ("messages", *source));
        FILES.iter().copied().chain(words)
    }

    /// The files that pages load, to be served or written beside them.
    pub fn assets(&self) -> &'static [Asset] {
        assets::FILES
    }

    /// The template of a file, which is compiled where it was not asked for before.
    fn template(&self, (name, source): File) -> Result<Template<'_, '_>, Error> {
        if let Ok(template) = self.environment.get_template(name) {
            return Ok(template);
        }
        self.asked_for.write().unwrap_or_else(PoisonError::into_inner).insert(name, source);
        self.environment.get_template(name)
    }

    pub(crate) fn render<C: Serialize>(&self, file: File, context: &C) -> Result<String, TemplateError> {
        let rendered = self.template(file).and_then(|template| template.render(Serde(context)));
        rendered.map_err(|source| TemplateError::Render { name: file.0, source: Box::new(source) })
    }

    pub(crate) fn mail<C: Serialize>(&self, files: [File; 3], context: &C) -> Result<Mail, TemplateError> {
        let [subject, text, html] = files;
        let subject = one_line(&self.render(subject, context)?);
        Ok(Mail { subject, text: self.render(text, context)?, html: self.render(html, context)? })
    }
}

/// What a template says: a message by its id, told what the template names.
fn text(locale: Locale, id: &str, arguments: &Kwargs) -> Result<Value, Error> {
    let values: Vec<(&str, Value)> =
        arguments.args().map(|name| Ok((name, arguments.get::<Value>(name)?))).collect::<Result<_, Error>>()?;
    let told: Vec<(&str, Argument<'_>)> = values
        .iter()
        .map(|(name, value)| match (value.as_str(), value.as_usize()) {
            (Some(text), _) => Ok((*name, Argument::from(text))),
            (None, Some(count)) => Ok((*name, Argument::from(count))),
            (None, None) => {
                Err(Error::new(ErrorKind::InvalidOperation, format!("{id}: {name} is neither text nor count")))
            }
        })
        .collect::<Result<_, Error>>()?;
    let said = messages::message(locale, id, &told);
    let said = said.map_err(|error| Error::new(ErrorKind::InvalidOperation, error.to_string()))?;
    Ok(if messages::is_markup(id) {
        Value::from_safe_string(said.into_owned())
    } else {
        Value::from(said.into_owned())
    })
}

/// What the scripts of a page say, for its `<script type="application/json" data-messages>` element.
fn handed_over(locale: Locale, groups: &[String]) -> Result<Value, Error> {
    let refused = |why: String| Error::new(ErrorKind::InvalidOperation, why);
    let handed = messages::handed_over(locale, groups);
    let handed =
        handed.ok_or_else(|| refused(format!("a group of {groups:?} has no messages that scripts can say")))?;
    let json = JsonLd::new(&handed).map_err(|error| refused(error.to_string()))?;
    Ok(Value::from_safe_string(json.as_str().to_owned()))
}

/// A line that holds only a tag leaves no empty line behind.
fn syntax() -> Result<SyntaxConfig, Error> {
    SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()
}

/// A value that is absent must be asked for (`{% if %}`), never printed: `none` on a page is always a mistake.
fn write_value(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if value.is_none() || value.is_undefined() {
        return Err(Error::new(ErrorKind::UndefinedError, "the value is absent"));
    }
    let plain = value.is_safe() || matches!(state.auto_escape(), AutoEscape::None);
    match value.as_str() {
        Some(text) if plain => out.write_str(text).map_err(Error::from),
        Some(text) => write_html(out, text).map_err(Error::from),
        None => write!(out, "{value}").map_err(Error::from),
    }
}

/// Whatever a title holds, a subject stays one header line.
fn one_line(text: &str) -> String {
    let visible = |c: char| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
    let flat: String = text.chars().map(visible).collect();
    let words: Vec<&str> = flat.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().count() <= SUBJECT_CHARS_MAX {
        return line;
    }
    let cut: String = line.chars().take(SUBJECT_CHARS_MAX - 1).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_compiles() {
        let templates = Templates::new().unwrap();
        for file in FILES {
            templates.template(*file).unwrap_or_else(|error| panic!("{}: {error:?}", file.0));
        }
    }

    #[test]
    fn a_subject_is_one_line_of_bounded_length() {
        assert_eq!(one_line("a\r\nBcc: x@example.org\u{2028}b "), "a Bcc: x@example.org b");
        assert_eq!(one_line(&"w".repeat(400)).chars().count(), SUBJECT_CHARS_MAX);
    }
}
