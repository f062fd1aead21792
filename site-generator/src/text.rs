//! Small steps from stored text to shown text.

/// The words of HTML that `prose` made safe: tags fall out, the entities that it writes are read.
pub(crate) fn plain_text(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, special) = rest.split_at(at);
        out.push_str(before);
        let end = if special.starts_with('<') { special.find('>') } else { special.find(';').filter(|end| *end <= 6) };
        let Some((mark, after)) = end.and_then(|end| special.split_at_checked(end + 1)) else {
            out.push_str(special);
            return out;
        };
        out.push_str(match mark {
            "&amp;" => "&",
            "&lt;" => "<",
            "&gt;" => ">",
            "&quot;" => "\"",
            "&#39;" => "'",
            _ => " ",
        });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The beginning of a text, cut between words.
pub(crate) fn beginning(text: &str, chars_max: usize) -> String {
    let mut out = String::new();
    let mut chars = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count() + 1;
        if chars + length > chars_max {
            if out.is_empty() {
                out = word.chars().take(chars_max).collect();
            }
            out.push('…');
            return out;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
        chars += length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_words() {
        assert_eq!(plain_text("<p>A &amp; B</p><p>C&nbsp;D &lt;"), " A & B  C D <");
        assert_eq!(plain_text("broken <"), "broken <");
        assert_eq!(beginning("one two  three", 9), "one two…");
        assert_eq!(beginning(&"w".repeat(20), 5), "wwwww…");
    }
}
