//! Stripe's form encoding: `line_items[0][price_data][currency]=eur`, read into names and values.

use std::collections::BTreeSet;

use crate::refusal::Refusal;
use crate::rows::Metadata;

/// More pairs than any call has.
const PAIRS_MAX: usize = 1_000;

/// A request's parameters under their full names, in the order of the names. A name may come again: `expand[]` does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Params(Vec<(String, String)>);

impl Params {
    /// Reads a body or a query.
    pub fn read(encoded: &[u8]) -> Result<Self, Refusal> {
        let mut pairs: Vec<_> = form_urlencoded::parse(encoded).into_owned().take(PAIRS_MAX + 1).collect();
        if pairs.len() > PAIRS_MAX {
            return Err(Refusal::invalid("Too many parameters."));
        }
        pairs.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(Self(pairs))
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The last of equal names counts.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().filter(|(known, _)| *known == name).last().map(|(_, value)| value)
    }

    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(str::to_owned)
    }

    pub fn require(&self, name: &str) -> Result<&str, Refusal> {
        self.get(name).ok_or_else(|| Refusal::missing_param(name))
    }

    /// A number that the schema has checked.
    pub fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.get(name)?.parse().ok()
    }

    pub fn flag(&self, name: &str) -> Option<bool> {
        self.get(name).map(|value| value == "true")
    }

    /// The pairs right under a name: `metadata[a]` for `metadata`.
    pub fn pairs(&self, name: &str) -> Metadata {
        let under = |full: &str| Some(full.strip_prefix(name)?.strip_prefix('[')?.strip_suffix(']')?.to_owned());
        self.iter().filter_map(|(full, value)| Some((under(full)?, value.to_owned()))).collect()
    }

    /// The values of a list of texts.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let held = move |full: &str| full.strip_prefix(name).is_some_and(|rest| rest.starts_with('['));
        self.iter().filter(move |(full, _)| held(full)).map(|(_, value)| value)
    }

    /// The indexes of a list, ascending.
    pub fn indexes(&self, name: &str) -> BTreeSet<usize> {
        let index = |full: &str| full.strip_prefix(name)?.strip_prefix('[')?.split_once(']')?.0.parse().ok();
        self.iter().filter_map(|(full, _)| index(full)).collect()
    }

    /// One text that is equal for equal parameters.
    pub fn fingerprint(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(self.iter()).finish()
    }
}

/// The segments of a name: `a[0][b]` is `a`, `0`, `b`. `None` when the brackets do not match.
pub(crate) fn segments(name: &str) -> Option<Vec<&str>> {
    let Some((head, rest)) = name.split_once('[') else { return Some(vec![name]) };
    let inner = rest.strip_suffix(']')?;
    let mut all = vec![head];
    all.extend(inner.split("]["));
    if all.iter().skip(1).any(|part| part.contains(['[', ']'])) { None } else { Some(all) }
}
