//! A look for a quote that is never closed. A lenient reader would take the rest of the file into one cell, and every
//! course in it would be gone without a word.

use crate::error::FeedError;

/// Refuses a table that ends within quotes, naming the line in which they open.
pub(crate) fn refuse_open(text: &str, delimiter: u8) -> Result<(), FeedError> {
    let (mut line, mut opened_in) = (1, None);
    let mut at_cell_start = true;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        if byte == b'\n' {
            line += 1;
        }
        if opened_in.is_some() {
            if byte == b'"' && bytes.next_if_eq(&b'"').is_none() {
                opened_in = None;
            }
            at_cell_start = false;
        } else {
            if byte == b'"' && at_cell_start {
                opened_in = Some(line);
            }
            at_cell_start = byte == delimiter || matches!(byte, b'\n' | b'\r');
        }
    }
    opened_in.map_or(Ok(()), |line| Err(FeedError::OpenQuote { line }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_have_to_be_closed() {
        for good in ["a,b\n", "\"a\nb\",c\n", "\"a\"\"b\",c", "a \"b,c", "\"\",\"\"", "a,\"b\""] {
            assert_eq!(refuse_open(good, b','), Ok(()), "{good}");
        }
        assert_eq!(refuse_open("a\nb,\"c\nd\n", b','), Err(FeedError::OpenQuote { line: 2 }));
        assert_eq!(refuse_open("\"a\"\"", b','), Err(FeedError::OpenQuote { line: 1 }));
        assert_eq!(refuse_open("a;\"b", b';'), Err(FeedError::OpenQuote { line: 1 }));
    }
}
