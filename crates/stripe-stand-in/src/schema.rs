//! Which parameters a call takes, as a table, and the strict check against it in Stripe's words.

use domain::{Currency, EmailAddress};

use crate::params::{Params, segments};
use crate::refusal::Refusal;
use crate::rows::Metadata;

/// A parameter. In its name `#` stands for an index and `*` for any key.
pub(crate) struct Rule {
    pub name: &'static str,
    pub kind: Kind,
}

/// What a parameter's value must be.
pub(crate) enum Kind {
    /// At most so many characters.
    Text(usize),
    /// An absolute web address.
    Url,
    Email,
    /// A whole number between the two.
    Number(i64, i64),
    /// More than 0, at most 100.
    Percent,
    Flag,
    OneOf(&'static [&'static str]),
    Currency,
    /// A value of Stripe's key-value pairs.
    MetadataValue,
    /// The name of a reference to write out.
    Expand(&'static [&'static str]),
}

/// Short for a rule in a table.
pub(crate) const fn rule(name: &'static str, kind: Kind) -> Rule {
    Rule { name, kind }
}

const METADATA_KEYS_MAX: usize = 50;
const METADATA_KEY_CHARS_MAX: usize = 40;
const METADATA_VALUE_CHARS_MAX: usize = 500;
const URL_CHARS_MAX: usize = 5_000;

/// Refuses what is unknown or of the wrong kind. What is required depends on the call and is asked for there.
pub(crate) fn check(rules: &[&[Rule]], params: &Params) -> Result<(), Refusal> {
    for (name, value) in params.iter() {
        let parts = segments(name).ok_or_else(|| Refusal::unknown_param(name))?;
        let known = rules
            .iter()
            .copied()
            .flatten()
            .find(|rule| fits(rule.name, &parts))
            .ok_or_else(|| Refusal::unknown_param(name))?;
        check_value(&known.kind, name, &parts, value)?;
    }
    Ok(())
}

fn fits(pattern: &str, parts: &[&str]) -> bool {
    let Some(pattern) = segments(pattern) else { return false };
    let part_fits = |(pattern, part): (&&str, &&str)| match *pattern {
        "#" => part.is_empty() || part.bytes().all(|b| b.is_ascii_digit()),
        "*" => !part.is_empty(),
        exact => exact == *part,
    };
    pattern.len() == parts.len() && pattern.iter().zip(parts).all(part_fits)
}

fn check_value(kind: &Kind, name: &str, parts: &[&str], value: &str) -> Result<(), Refusal> {
    if value.is_empty() {
        return Err(Refusal::invalid(format!(
            "You passed an empty string for '{name}'. We assume empty values are an attempt to unset a parameter; \
             however '{name}' cannot be unset. You should remove '{name}' from your request or supply a non-empty value."
        ))
        .code("parameter_invalid_empty")
        .param(name));
    }
    match kind {
        Kind::Text(max) => check_length(name, value, *max),
        Kind::Url => check_url(name, value),
        Kind::Email if EmailAddress::new(value).is_ok() && value.is_ascii() => Ok(()),
        Kind::Email => {
            Err(Refusal::invalid(format!("Invalid email address: {value}")).code("email_invalid").param(name))
        }
        Kind::Number(min, max) => check_number(name, value, *min, *max),
        Kind::Percent if value.parse().is_ok_and(|percent: f64| percent > 0.0 && percent <= 100.0) => Ok(()),
        Kind::Percent => {
            Err(Refusal::invalid(format!("Invalid {name}: must be greater than 0 and at most 100.")).param(name))
        }
        Kind::Flag if matches!(value, "true" | "false") => Ok(()),
        Kind::Flag => Err(Refusal::invalid(format!("Invalid boolean: {value}")).param(name)),
        Kind::OneOf(words) if words.contains(&value) => Ok(()),
        Kind::OneOf(words) => {
            Err(Refusal::invalid(format!("Invalid {name}: must be one of {}", words.join(", "))).param(name))
        }
        Kind::Currency if Currency::new(value).is_ok() => Ok(()),
        Kind::Currency => Err(Refusal::invalid(format!("Invalid currency: {value}.")).param(name)),
        Kind::MetadataValue => check_pair(name, parts.last().copied().unwrap_or_default(), value),
        Kind::Expand(known) if known.contains(&value) => Ok(()),
        Kind::Expand(_) => Err(Refusal::invalid(format!(
            "This property cannot be expanded ({value}). You may want to try expanding a different property."
        ))),
    }
}

fn check_length(name: &str, value: &str, max: usize) -> Result<(), Refusal> {
    let found = value.chars().count();
    if found <= max {
        return Ok(());
    }
    Err(Refusal::invalid(format!("Invalid string: must be at most {max} characters, yours is {found}"))
        .code("parameter_invalid_string_too_long")
        .param(name))
}

fn check_url(name: &str, value: &str) -> Result<(), Refusal> {
    let rest = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://")).unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let printable = value.chars().all(|c| !c.is_whitespace() && !c.is_control());
    if host.is_empty() || !printable {
        return Err(Refusal::invalid("Not a valid URL").code("url_invalid").param(name));
    }
    check_length(name, value, URL_CHARS_MAX)
}

fn check_number(name: &str, value: &str, min: i64, max: i64) -> Result<(), Refusal> {
    let number: i64 = value.parse().map_err(|_| {
        Refusal::invalid(format!("Invalid integer: {value}")).code("parameter_invalid_integer").param(name)
    })?;
    if number < min {
        let message = format!("This value must be greater than or equal to {min}.");
        return Err(Refusal::invalid(message).code("parameter_invalid_integer").param(name));
    }
    if number > max {
        let message = format!("This value must be less than or equal to {max}.");
        return Err(Refusal::invalid(message).code("parameter_invalid_integer").param(name));
    }
    Ok(())
}

fn check_pair(name: &str, key: &str, value: &str) -> Result<(), Refusal> {
    if key.chars().count() > METADATA_KEY_CHARS_MAX {
        let message = format!("Metadata keys can be up to {METADATA_KEY_CHARS_MAX} characters long.");
        return Err(Refusal::invalid(message).param(name));
    }
    if value.chars().count() > METADATA_VALUE_CHARS_MAX {
        let message = format!("Metadata values can have up to {METADATA_VALUE_CHARS_MAX} characters.");
        return Err(Refusal::invalid(message).param(name));
    }
    Ok(())
}

/// Metadata whose pairs were checked one by one and are now counted.
pub(crate) fn metadata(params: &Params, name: &str) -> Result<Metadata, Refusal> {
    let pairs = params.pairs(name);
    if pairs.len() > METADATA_KEYS_MAX {
        return Err(Refusal::invalid(format!("Metadata can have up to {METADATA_KEYS_MAX} keys.")).param(name));
    }
    Ok(pairs)
}
