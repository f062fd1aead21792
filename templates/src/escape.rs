//! The only places where text becomes markup: HTML, XML, and JSON inside a page.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::error::TemplateError;

/// HTML that one of our own templates rendered; other templates embed it as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Markup(Arc<str>);

impl Serialize for Markup {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Markup {
    /// Marks rendered HTML. Only for the output of [`crate::Templates`] or of the `prose` crate.
    pub fn new(html: &str) -> Self {
        Self(Arc::from(html))
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Structured data, written so that no text in it can end the element around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct JsonLd(String);

impl JsonLd {
    /// Writes the value as JSON for a `<script type="application/ld+json">` block.
    pub fn new<T: Serialize>(value: &T) -> Result<Self, TemplateError> {
        let json = serde_json::to_string(value)?;
        let special = |c: char| matches!(c, '<' | '>' | '&' | '\u{2028}' | '\u{2029}');
        let mut safe = String::with_capacity(json.len() + 64);
        let mut rest = json.as_str();
        // These stand only inside JSON strings, where the escape means the same character.
        while let Some(at) = rest.find(special) {
            let (plain, marked) = rest.split_at(at);
            safe.push_str(plain);
            let mut chars = marked.chars();
            if let Some(c) = chars.next() {
                safe.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            rest = chars.as_str();
        }
        safe.push_str(rest);
        Ok(Self(safe))
    }

    /// The JSON.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Writes text for HTML, in an element or a quoted attribute.
pub(crate) fn write_html<W: fmt::Write + ?Sized>(out: &mut W, text: &str) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(['<', '>', '&', '"', '\'']) {
        let (plain, special) = rest.split_at(at);
        out.write_str(plain)?;
        let mut chars = special.chars();
        out.write_str(match chars.next() {
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('&') => "&amp;",
            Some('"') => "&quot;",
            _ => "&#39;",
        })?;
        rest = chars.as_str();
    }
    out.write_str(rest)
}

/// Text for HTML, in an element or a quoted attribute.
pub fn escape_html(text: &str) -> Cow<'_, str> {
    if !text.contains(['<', '>', '&', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 32);
    // Writing into a string does not fail.
    let _ = write_html(&mut out, text);
    Cow::Owned(out)
}

/// Text for XML: as for HTML, without the characters that XML 1.0 has no way to hold.
pub fn escape_xml(text: &str) -> Cow<'_, str> {
    let forbidden =
        |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(forbidden) {
        return Cow::Owned(escape_html(&text.replace(forbidden, "")).into_owned());
    }
    escape_html(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_block_of_structured_data() {
        let hostile = "</script><!--&\u{2028}\u{2029}\"";
        let json = JsonLd::new(&serde_json::json!({ "name": hostile })).unwrap();
        assert!(!json.as_str().contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{}", json.as_str());
        let back: serde_json::Value = serde_json::from_str(json.as_str()).unwrap();
        assert_eq!(back["name"], hostile);
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(escape_html(r#"<a href="x" o='y'>&"#), "&lt;a href=&quot;x&quot; o=&#39;y&#39;&gt;&amp;");
        assert_eq!(escape_xml("a\u{1}b\u{fffe}<"), "ab&lt;");
        assert!(matches!(escape_html("plain / text"), Cow::Borrowed(_)));
    }
}
