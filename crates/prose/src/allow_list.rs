//! The allow-list: which elements, attributes and addresses may appear in text from outside.
//!
//! This is the place to read when asking what an author can do. Everything that is not named here is removed.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use crate::links::{self, Address};

/// In front of every `id`, so that a text can neither take an id of the page around it nor shadow a property of
/// `document`.
pub(crate) const ID_PREFIX: &str = "text-";

/// What a link to another host carries: the other page learns nothing of ours, and search engines no opinion.
pub(crate) const OUTSIDE_REL: &str = "noopener noreferrer nofollow ugc";

const ELEMENTS: &[&str] = &[
    // Blocks.
    "blockquote",
    "br",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "summary",
    "ul",
    // Within a line.
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "cite",
    "code",
    "del",
    "dfn",
    "em",
    "i",
    "img",
    "ins",
    "kbd",
    "mark",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
    "var",
    "wbr",
    // Tables.
    "caption",
    "col",
    "colgroup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
];

/// Their text is not for people, so it goes with them.
const GONE_WITH_THEIR_TEXT: &[&str] = &["script", "style", "template", "title", "noscript", "iframe", "object"];

static ALLOW_LIST: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(ELEMENTS.iter().copied().collect())
        .clean_content_tags(GONE_WITH_THEIR_TEXT.iter().copied().collect())
        .generic_attributes(HashSet::from(["dir", "id", "lang"]))
        .add_tag_attributes("a", ["href"])
        .add_tag_attributes("abbr", ["title"])
        .add_tag_attributes("code", ["class"])
        .add_tag_attributes("img", ["src", "alt", "width", "height"])
        .add_tag_attributes("ol", ["start", "reversed"])
        .add_tag_attributes("details", ["open"])
        .add_tag_attributes("th", ["align", "colspan", "rowspan", "scope"])
        .add_tag_attributes("td", ["align", "colspan", "rowspan"])
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some(OUTSIDE_REL))
        .id_prefix(Some(ID_PREFIX))
        .strip_comments(true)
        .attribute_filter(attribute);
    builder
});

/// HTML with nothing but what the list names. Its only `<` and `>` are those of tags.
pub(crate) fn clean(html: &str) -> String {
    ALLOW_LIST.clean(html).to_string()
}

fn attribute<'v>(element: &str, name: &str, value: &'v str) -> Option<Cow<'v, str>> {
    match (element, name) {
        (_, "dir") => matches!(value, "ltr" | "rtl" | "auto").then_some(Cow::Borrowed(value)),
        (_, "lang") => language(value).then_some(Cow::Borrowed(value)),
        ("code", "class") => code_language(value).map(Cow::Owned),
        ("img", "src") => (Address::of(value) == Address::Https).then_some(Cow::Borrowed(value)),
        ("a", "href") => links::own_fragment(value),
        _ => Some(Cow::Borrowed(value)),
    }
}

fn language(value: &str) -> bool {
    (2..=35).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// `language-rust` out of `language-rust,editable`: the one class that a text may set.
fn code_language(classes: &str) -> Option<String> {
    let name = classes.split_whitespace().find_map(|class| class.strip_prefix("language-"))?;
    let name: String =
        name.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+' | '#')).take(30).collect();
    (!name.is_empty()).then(|| format!("language-{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_language_of_code_is_a_class() {
        assert_eq!(code_language("x language-rust,editable y"), Some("language-rust".into()));
        assert_eq!(code_language("language-c++"), Some("language-c++".into()));
        assert_eq!(code_language("button primary"), None);
        assert_eq!(
            clean("<p class=button>a</p><code class='language-js evil'>b</code>"),
            "<p>a</p><code class=\"language-js\">b</code>"
        );
    }

    #[test]
    fn ids_stay_out_of_the_page_around_them() {
        assert_eq!(
            clean("<p id=cookie>a</p><a href='#cookie'>b</a>"),
            concat!(
                "<p id=\"text-cookie\">a</p>",
                "<a href=\"#text-cookie\" rel=\"noopener noreferrer nofollow ugc\">b</a>",
            )
        );
    }
}
