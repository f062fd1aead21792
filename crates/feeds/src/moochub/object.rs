//! A JSON object whose values stay as they were written until somebody asks for one of them: each field can then be
//! wrong by itself, and a number keeps its digits.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::findings::Findings;

/// An object and where it stands.
pub(crate) struct Object<'a> {
    path: String,
    fields: BTreeMap<String, &'a RawValue>,
}

impl<'a> Object<'a> {
    /// Reads an object. Anything else, and an object that says a thing twice, is an error at `path`.
    pub(crate) fn parse(raw: &'a RawValue, path: &str, findings: &mut Findings) -> Option<Self> {
        let fields = fields_of(raw).map_err(|reason| findings.error(path, shown(raw), reason)).ok()?;
        Some(Self { path: path.to_owned(), fields })
    }

    /// Reads an object whose fields are known by their own names alone: those of a course stand in `attributes`, and
    /// everybody knows.
    pub(crate) fn root(raw: &'a RawValue, called: &str, findings: &mut Findings) -> Option<Self> {
        Self::parse(raw, called, findings).map(|object| Self { path: String::new(), ..object })
    }

    /// The field's name as reports give it.
    pub(crate) fn field(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// The value as it was written; `null` is nothing.
    pub(crate) fn raw(&self, name: &str) -> Option<&'a RawValue> {
        self.fields.get(name).copied().filter(|raw| raw.get() != "null")
    }

    pub(crate) fn object(&self, name: &str, findings: &mut Findings) -> Option<Object<'a>> {
        Object::parse(self.raw(name)?, &self.field(name), findings)
    }

    pub(crate) fn text(&self, name: &str, findings: &mut Findings) -> Option<String> {
        text(self.raw(name)?, &self.field(name), findings)
    }

    /// A text that has to be there.
    pub(crate) fn needed_text(&self, name: &str, findings: &mut Findings) -> Option<String> {
        if self.raw(name).is_none() {
            findings.error(self.field(name), "", "is missing");
        }
        self.text(name, findings)
    }

    /// The digits of a number, exactly as written.
    pub(crate) fn number(&self, name: &str, findings: &mut Findings) -> Option<&'a str> {
        let written = self.raw(name)?.get();
        if written.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
            return Some(written);
        }
        findings.error(self.field(name), written, "must be a number");
        None
    }

    /// The values of a list. One value alone is taken as a list of one, as older feeds write it.
    pub(crate) fn list(&self, name: &str) -> Vec<&'a RawValue> {
        let Some(raw) = self.raw(name) else { return Vec::new() };
        serde_json::from_str(raw.get()).unwrap_or_else(|_| vec![raw])
    }

    pub(crate) fn texts(&self, name: &str, findings: &mut Findings) -> Vec<String> {
        self.list(name).into_iter().filter_map(|raw| text(raw, &self.field(name), findings)).collect()
    }

    pub(crate) fn objects(&self, name: &str, findings: &mut Findings) -> Vec<Object<'a>> {
        let field = |index: usize| format!("{}[{index}]", self.field(name));
        let numbered = self.list(name).into_iter().enumerate();
        numbered.filter_map(|(index, raw)| Object::parse(raw, &field(index), findings)).collect()
    }
}

fn text(raw: &RawValue, field: &str, findings: &mut Findings) -> Option<String> {
    let found = serde_json::from_str(raw.get());
    found.map_err(|_| findings.error(field, raw.get(), "must be text")).ok()
}

fn fields_of(raw: &RawValue) -> Result<BTreeMap<String, &RawValue>, String> {
    if !raw.get().starts_with('{') {
        return Err("must be an object".to_owned());
    }
    serde_json::from_str(raw.get()).map(|Fields(fields)| fields).map_err(|error| {
        let sentence = error.to_string();
        sentence.split(" at line ").next().unwrap_or_default().to_owned()
    })
}

/// An object says nothing in its first characters.
fn shown(raw: &RawValue) -> &str {
    if raw.get().starts_with('{') { "" } else { raw.get() }
}

struct Fields<'a>(BTreeMap<String, &'a RawValue>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Distinct;
        impl<'de> Visitor<'de> for Distinct {
            type Value = BTreeMap<String, &'de RawValue>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
                let mut fields = BTreeMap::new();
                while let Some((name, value)) = entries.next_entry::<String, &'de RawValue>()? {
                    // Two programs would choose differently between the two values.
                    if fields.contains_key(&name) {
                        return Err(A::Error::custom(format!("`{name}` is given twice")));
                    }
                    fields.insert(name, value);
                }
                Ok(fields)
            }
        }
        deserializer.deserialize_map(Distinct).map(Fields)
    }
}
