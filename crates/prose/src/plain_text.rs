//! HTML as plain text, for summaries, search and meta descriptions. The result is text: who prints it escapes it.

/// Elements after which a reader pauses: their neighbours' words must not run together.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "u", "var", "wbr",
];

/// The text of HTML, as one line with single spaces. Made for safe HTML; of any other it gives the text too, without
/// scripts and styles.
pub fn to_plain_text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        push_decoded(&mut text, before);
        let Some((tag, after)) = after.split_once('>') else {
            rest = "";
            break;
        };
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).flat_map(char::to_lowercase).collect();
        let closed = tag.trim_start_matches('/').to_ascii_lowercase();
        if !INLINE.contains(&name.as_str()) && !INLINE.contains(&closed.trim()) {
            text.push(' ');
        }
        rest = if matches!(name.as_str(), "script" | "style") { after_end_tag(after, &name) } else { after };
    }
    push_decoded(&mut text, rest);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What follows the end tag of the element; nothing where it has none.
fn after_end_tag<'a>(html: &'a str, name: &str) -> &'a str {
    let end = format!("</{name}");
    let found = html
        .char_indices()
        .find(|(at, c)| *c == '<' && html.get(*at..at + end.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(&end)));
    found.and_then(|(at, _)| html.get(at..)).and_then(|tag| tag.split_once('>')).map_or("", |(_, after)| after)
}

/// The characters that HTML gives a meaning, as text. For text that could not be parsed.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn push_decoded(out: &mut String, html: &str) {
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        // The longest name that is decoded here has eight characters, a number at most as many.
        let entity = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        match entity.and_then(|(name, after)| Some((decoded(name)?, after))) {
            Some((c, after)) => {
                out.push(c);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
}

fn decoded(name: &str) -> Option<char> {
    let number = match name.strip_prefix('#') {
        Some(digits) => match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        },
        None => None,
    };
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "shy" => Some('\u{ad}'),
        _ => number.and_then(char::from_u32).filter(|c| !c.is_control()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_one_line_of_text() {
        for (html, text) in [
            ("<p>One</p><p>two</p>", "One two"),
            ("a<b>b</b>c<br>d", "abc d"),
            ("<ul><li>x</li><li>y &amp; z</li></ul>", "x y & z"),
            ("1 &lt; 2 &#8212; &#x41;&nbsp;&copy; & so", "1 < 2 — A &copy; & so"),
            ("<script>alert(1)</script>left<STYLE>p{}</style> over", "left over"),
            ("&amp;lt;", "&lt;"),
            ("open <b", "open"),
            ("<script>never closed", ""),
        ] {
            assert_eq!(to_plain_text(html), text, "{html}");
        }
    }
}
