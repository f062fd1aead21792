//! HTML that went through the allow-list, as a type: who holds one may print it as it is.

use std::fmt;

use crate::allow_list;
use crate::finish::finish;
use crate::plain_text::escape;

/// More text than this is cut before it is parsed: no record of the table can hold as much, and parsing nested
/// elements takes time that grows with the square of their number.
pub const TEXT_BYTES_MAX: usize = 400_000;

/// A text in which its author typed more tags than this is no text for people; it is shown as it was typed. Real
/// pages of 60,000 bytes have about 1,000, and this many nested ones still parse in a tenth of a second.
const TAGS_MAX: usize = 5_000;

/// One round settles what people write. What does not settle after a few is shown as it was typed.
const ROUNDS_MAX: usize = 5;

/// HTML without anything live in it: no script, no style, no form, no frame, links to the web and to mail only.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The HTML, given away.
    pub fn into_string(self) -> String {
        self.0
    }

    /// The same with the text of each picture in its place: whoever looks at it asks no other server for anything, and
    /// no other server learns who looks.
    #[must_use]
    pub fn without_pictures(self) -> Self {
        let mut out = String::with_capacity(self.0.len());
        let mut rest = self.0.as_str();
        while let Some((before, after)) = rest.split_once("<img") {
            let (attributes, after) = after.split_once('>').unwrap_or((after, ""));
            out.push_str(before);
            // What stands within an attribute is escaped, and stays so as text.
            let text = attributes.split_once(" alt=\"").and_then(|(_, text)| text.split('"').next());
            out.push_str(text.unwrap_or_default());
            rest = after;
        }
        out.push_str(rest);
        Self(out)
    }
}

impl fmt::Display for SafeHtml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<SafeHtml> for String {
    fn from(html: SafeHtml) -> String {
        html.0
    }
}

/// Makes any HTML safe. What is not on the allow-list goes, its text stays (of scripts and styles the text goes
/// too). Where the text has an `<h1>`, every heading moves down by one: the page's own title is the only `<h1>`.
/// Cleaning what is clean changes nothing.
pub fn clean_html(html: &str) -> SafeHtml {
    let html = cut(html);
    if too_many_tags(html) { as_typed(html) } else { cleaned(html) }
}

/// Cleans what this crate itself has written out of Markdown: its nesting is bounded already.
///
/// Elements that the allow-list takes out can leave others in places where no parser would put them, such as a
/// paragraph in a paragraph; whoever parses that sees another text than we have judged. So it is cleaned until nothing
/// changes any more.
pub(crate) fn cleaned(html: &str) -> SafeHtml {
    let mut clean = finish(&allow_list::clean(html));
    for _ in 0..ROUNDS_MAX {
        let again = finish(&allow_list::clean(&clean));
        if again == clean {
            return SafeHtml(clean);
        }
        clean = again;
    }
    as_typed(html)
}

/// The text with its markup shown instead of followed.
pub(crate) fn as_typed(text: &str) -> SafeHtml {
    SafeHtml(format!("<p>{}</p>", escape(text)))
}

pub(crate) fn too_many_tags(text: &str) -> bool {
    let opening = |pair: &[u8]| matches!(pair, [b'<', next] if next.is_ascii_alphabetic());
    text.as_bytes().windows(2).filter(|pair| opening(pair)).count() > TAGS_MAX
}

/// The text, or its beginning where it is longer than [`TEXT_BYTES_MAX`].
pub(crate) fn cut(text: &str) -> &str {
    text.get(..text.floor_char_boundary(TEXT_BYTES_MAX)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_authors_need_stays() {
        for kept in [
            "<p>Plain <strong>and</strong> <em>not</em>.</p>",
            "<details><summary>More</summary><p>H<sub>2</sub>O, E=mc<sup>2</sup>, <kbd>Ctrl</kbd></p></details>",
            "<table><thead><tr><th scope=\"col\">A</th></tr></thead><tbody><tr><td align=\"right\">1</td></tr></tbody></table>",
            "<pre><code class=\"language-rust\">let a = 1 &lt; 2;</code></pre>",
            "<p dir=\"rtl\" lang=\"he\">שלום</p>",
            "<ol start=\"3\"><li>three</li></ol>",
            "<p><img src=\"https://images.example/a.png\" alt=\"A drawing\"></p>",
            "<p><a href=\"/courses/rust\">inside</a> <a href=\"#text-top\">top</a></p>",
        ] {
            assert_eq!(clean_html(kept).as_str(), kept);
        }
    }

    #[test]
    fn links_that_leave_say_so() {
        assert_eq!(
            clean_html("<a href='https://elsewhere.example/' target=_blank rel=opener>x</a>").as_str(),
            "<a href=\"https://elsewhere.example/\" rel=\"noopener noreferrer nofollow ugc\">x</a>"
        );
        assert_eq!(clean_html("<a href='//elsewhere.example'>x</a>").as_str(), "<a>x</a>");
        assert_eq!(clean_html("<a href='next.html'>x</a>").as_str(), "<a>x</a>");
    }

    #[test]
    fn headings_make_room_for_the_title_of_the_page() {
        assert_eq!(clean_html("<h1>A</h1><h2>B</h2><h6>C</h6>").as_str(), "<h2>A</h2><h3>B</h3><h6>C</h6>");
        assert_eq!(clean_html("<h2>A</h2><h3>B</h3>").as_str(), "<h2>A</h2><h3>B</h3>");
    }

    #[test]
    fn images_come_over_https_only() {
        assert_eq!(clean_html("<img src='http://a.example/x.png' alt=x>").as_str(), "<img alt=\"x\">");
        assert_eq!(clean_html("<img src='//a.example/x.png' alt=x>").as_str(), "<img alt=\"x\">");
        assert_eq!(clean_html("<img src='data:image/png;base64,AAAA' alt=x>").as_str(), "<img alt=\"x\">");
    }

    #[test]
    fn too_long_a_text_is_cut_between_characters() {
        let long = "é".repeat(TEXT_BYTES_MAX);
        assert_eq!(clean_html(&long).as_str().len(), TEXT_BYTES_MAX);
    }

    #[test]
    fn a_picture_leaves_its_text() {
        for (html, without) in [
            (
                "<p>a <img src='https://t.example/p.png' alt='b &amp; \"c\" <i>'> d</p>",
                "<p>a b &amp; &quot;c&quot; &lt;i&gt; d</p>",
            ),
            (
                "<a href='https://t.example'><img src='https://t.example/p.png?alt=\"x\"'></a>",
                "<a href=\"https://t.example\" rel=\"noopener noreferrer nofollow ugc\"></a>",
            ),
            ("<p>&lt;img alt=\"x\"></p>", "<p>&lt;img alt=\"x\"&gt;</p>"),
        ] {
            assert_eq!(clean_html(html).without_pictures().as_str(), without);
        }
    }
}
