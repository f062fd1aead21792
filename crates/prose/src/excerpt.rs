//! The beginning of a text, cut where a word ends.

/// The text itself where it has at most `chars_max` characters, else its beginning and `…`, together at most
/// `chars_max` characters. It is cut after a word; in scripts without spaces, and within very long words, between
/// characters.
pub fn excerpt(text: &str, chars_max: usize) -> String {
    let text = text.trim();
    let Some((limit, _)) = text.char_indices().nth(chars_max) else { return text.to_owned() };
    let Some((hard, _)) = text.char_indices().nth(chars_max.saturating_sub(1)) else { return String::new() };
    if chars_max == 0 || limit == 0 {
        return String::new();
    }
    let head = text.get(..hard).unwrap_or_default();
    let ends_a_word = text.get(hard..).and_then(|rest| rest.chars().next()).is_some_and(char::is_whitespace);
    let word_end = if ends_a_word { Some(hard) } else { head.rfind(char::is_whitespace) };
    let cut = match word_end {
        // Half of what is allowed is the least worth keeping.
        Some(at) if at * 2 >= head.len() => head.get(..at).unwrap_or_default(),
        _ => whole_characters(head, text.get(hard..).unwrap_or_default()),
    };
    let cut = cut.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '(' | '،' | '、')
    });
    format!("{cut}…")
}

/// Drops the last letter where the marks on it would be cut off.
fn whole_characters<'a>(head: &'a str, rest: &str) -> &'a str {
    let mark = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
    if rest.chars().next().is_some_and(mark) || head.ends_with('\u{200d}') {
        let stripped = head.trim_end_matches(mark);
        stripped.char_indices().next_back().and_then(|(at, _)| stripped.get(..at)).unwrap_or_default()
    } else {
        head
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_end_where_words_end() {
        for (text, chars_max, expected) in [
            ("short", 10, "short"),
            ("exactly ten", 11, "exactly ten"),
            ("one two three four", 10, "one two…"),
            ("one two, three four", 10, "one two…"),
            ("unbreakablylongword", 8, "unbreak…"),
            ("日本語の文章には空白がありません", 6, "日本語の文…"),
            ("e\u{301}e\u{301}e\u{301}", 4, "e\u{301}…"),
            ("anything", 0, ""),
            ("  ", 5, ""),
        ] {
            let found = excerpt(text, chars_max);
            assert_eq!(found, expected, "{text}");
            assert!(found.chars().count() <= chars_max);
        }
    }
}
