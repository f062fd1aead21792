//! Setting a text apart that runs the other way, so that it does not turn the sentence around it (Unicode UAX 9, 2.4.2).

use std::borrow::Cow;

use domain::{Direction, Locale};

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// The text, between isolation marks where something in it runs against the language around it.
pub(super) fn apart(locale: Locale, text: &str) -> Cow<'_, str> {
    let against = match locale.direction() {
        Direction::Ltr => |c: char| runs_left(c) || steers(c),
        Direction::Rtl => |c: char| steers(c) || (c.is_alphabetic() && !runs_left(c)),
    };
    if text.contains(against) {
        return Cow::Owned(format!("{FIRST_STRONG_ISOLATE}{text}{POP_DIRECTIONAL_ISOLATE}"));
    }
    Cow::Borrowed(text)
}

/// Letters of scripts that are written from right to left: the blocks that Unicode keeps for them.
fn runs_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

/// Invisible marks that turn what follows them.
fn steers(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_runs_the_other_way_is_set_apart() {
        assert_eq!(apart(Locale::Polish, "Rust & łódź 12"), "Rust & łódź 12");
        assert_eq!(apart(Locale::English, "تعليم الآلة"), "\u{2068}تعليم الآلة\u{2069}");
        assert_eq!(apart(Locale::French, "a\u{202e}b"), "\u{2068}a\u{202e}b\u{2069}");
        assert_eq!(apart(Locale::Arabic, "تعليم 12"), "تعليم 12");
        assert_eq!(apart(Locale::Arabic, "Rust"), "\u{2068}Rust\u{2069}");
    }
}
