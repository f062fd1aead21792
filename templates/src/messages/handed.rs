//! The messages that scripts say, handed over with the page: those of `messages/{code}/scripts.ftl` and, for the console,
//! of the files beside it, as JSON.
//!
//! A message is a text, or a list of parts: texts, `{"of": "name"}` for what is told, and
//! `{"of": "count", "forms": {"one": …, "other": …}}` for what chooses its form. The script beside it
//! (`assets/js/messages.js`) puts them together with the browser's own rules for numbers and plurals.

use std::collections::BTreeMap;

use domain::Locale;
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use serde_json::{Value, json};

use super::sources_of;

/// The files that hold them.
const FILES: [&str; 5] =
    ["scripts.ftl", "console-scripts.ftl", "console-people.ftl", "console-courses.ftl", "console-rules.ftl"];

/// The messages of these groups: a group is how ids begin, up to a hyphen. What the language lacks is said in English.
/// `None` where a group has no message, or one is written in a way that scripts do not read.
pub(crate) fn handed_over(locale: Locale, groups: &[String]) -> Option<BTreeMap<String, Value>> {
    let mut handed = BTreeMap::new();
    for (locale, file) in [Locale::English, locale].into_iter().flat_map(|locale| FILES.map(|file| (locale, file))) {
        let source = sources_of(locale, file)?;
        // Most files have nothing for most pages.
        if !source.lines().any(|line| groups.iter().any(|group| belongs(line, group))) {
            continue;
        }
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            let wanted = groups.iter().any(|group| belongs(message.id.name, group));
            if let Some(value) = message.value.as_ref().filter(|_| wanted) {
                handed.insert(message.id.name.to_owned(), pattern(value)?);
            }
        }
    }
    let known = groups.iter().all(|group| handed.keys().any(|id| belongs(id, group)));
    known.then_some(handed)
}

fn belongs(id: &str, group: &str) -> bool {
    id.strip_prefix(group).is_some_and(|rest| rest.starts_with('-'))
}

fn pattern(pattern: &Pattern<&str>) -> Option<Value> {
    let parts: Option<Vec<Value>> = pattern.elements.iter().map(part).collect();
    let parts = parts?;
    Some(match parts.as_slice() {
        [Value::String(only)] => json!(only),
        _ => Value::Array(parts),
    })
}

fn part(element: &PatternElement<&str>) -> Option<Value> {
    match element {
        PatternElement::TextElement { value } => Some(json!(value)),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => {
            Some(json!({ "of": variable(inline)? }))
        }
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            let form = |key: &VariantKey<&str>| match key {
                VariantKey::Identifier { name } => (*name).to_owned(),
                VariantKey::NumberLiteral { value } => (*value).to_owned(),
            };
            let forms = variants.iter().map(|variant| Some((form(&variant.key), pattern(&variant.value)?)));
            let forms: Option<BTreeMap<String, Value>> = forms.collect();
            // The script takes this one where no other fits.
            let forms = forms.filter(|forms| forms.contains_key("other"))?;
            Some(json!({ "of": variable(selector)?, "forms": forms }))
        }
    }
}

fn variable<'a>(inline: &InlineExpression<&'a str>) -> Option<&'a str> {
    match inline {
        InlineExpression::VariableReference { id } => Some(id.name),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(locale: Locale, group: &str) -> BTreeMap<String, Value> {
        handed_over(locale, &[group.to_owned()]).unwrap()
    }

    #[test]
    fn texts_arguments_and_forms_are_told_apart() {
        let lesson = of(Locale::Polish, "lesson");
        assert_eq!(lesson["lesson-minutes"], json!([{ "of": "count" }, " min"]));
        assert!(lesson["lesson-done"].is_string());
        let found = of(Locale::Polish, "find");
        let [count] = found["find-count"].as_array().unwrap().as_slice() else { panic!("{found:?}") };
        assert_eq!(count["of"], "count");
        assert_eq!(count["forms"]["few"], json!([{ "of": "count" }, " kursy."]));
        assert_eq!(count["forms"].as_object().unwrap().len(), 4);
    }

    #[test]
    fn a_group_is_the_whole_beginning_and_exists() {
        assert!(of(Locale::English, "state").keys().all(|id| id.starts_with("state-")));
        assert_eq!(handed_over(Locale::English, &["stat".to_owned()]), None);
    }
}
