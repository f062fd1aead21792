//! How text becomes words: the same steps as in `words.js`, or nothing is found.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longer words are cut: they are addresses and accidents.
const WORD_CHARS_MAX: usize = 24;

/// Words of a text in order: compatibility forms and marks fall away, case too; scripts that do not part words
/// give pairs of characters.
pub(crate) fn words(text: &str) -> Vec<String> {
    let folded = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    let mut words = Vec::new();
    let mut word = String::new();
    let mut run: Vec<char> = Vec::new();
    for c in folded {
        if unparted(c) {
            take_word(&mut words, &mut word);
            run.push(c);
        } else if c.is_alphanumeric() {
            take_run(&mut words, &mut run);
            word.push(c);
        } else {
            take_word(&mut words, &mut word);
            take_run(&mut words, &mut run);
        }
    }
    take_word(&mut words, &mut word);
    take_run(&mut words, &mut run);
    words
}

fn take_word(words: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        words.push(word.chars().take(WORD_CHARS_MAX).collect());
        word.clear();
    }
}

fn take_run(words: &mut Vec<String>, run: &mut Vec<char>) {
    match run.as_slice() {
        [] => {}
        [single] => words.push(single.to_string()),
        several => words.extend(several.windows(2).map(|pair| pair.iter().collect::<String>())),
    }
    run.clear();
}

/// Thai, Lao, Burmese, Khmer, kana, Han: no spaces between words.
fn unparted(c: char) -> bool {
    matches!(
        u32::from(c),
        0x0e00..=0x0eff
            | 0x1000..=0x109f
            | 0x1780..=0x17ff
            | 0x3040..=0x30ff
            | 0x3400..=0x4dbf
            | 0x4e00..=0x9fff
            | 0xf900..=0xfaff
            | 0x2_0000..=0x3_ffff
    )
}

/// The shard of a word, of so many, by its first two characters, so all words with one beginning lie in one file.
/// `None` for words of one character, which no shard holds.
pub(crate) fn shard_of(word: &str, shards: u32) -> Option<u32> {
    let mut chars = word.chars();
    let (first, second) = (chars.next()?, chars.next()?);
    let hash =
        [first, second].into_iter().fold(0x811c_9dc5_u32, |hash, c| (hash ^ u32::from(c)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)).checked_rem(shards)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_split_as_the_script_splits_it() {
        assert_eq!(words("Ça va, C++ & Ｒｕｓｔ 2x!"), ["ca", "va", "c", "rust", "2x"]);
        assert_eq!(words("機械学習 入門 a"), ["機械", "械学", "学習", "入門", "a"]);
        assert_eq!(words("Straße İstanbul"), ["straße", "istanbul"]);
        assert_eq!(words(&"w".repeat(60))[0].len(), WORD_CHARS_MAX);
        assert!(shard_of("c", 512).is_none());
        assert_eq!(shard_of("rust", 512), shard_of("ruby", 512));
        // What words.js answers to the same words.
        assert_eq!(["rust", "機械", "2x"].map(|word| shard_of(word, 512)), [Some(136), Some(421), Some(179)]);
        assert_eq!(words("カタカナ ไทยดี"), ["カタ", "タカ", "カナ", "ไท", "ทย", "ยด"]);
    }
}
