//! Bytes to text: UTF-8, with or without its mark. Everything else is named, never guessed.

use crate::error::FeedError;

/// The text, without a byte order mark.
pub(crate) fn as_text(bytes: &[u8]) -> Result<&str, FeedError> {
    if let Some(encoding) = wide_encoding(bytes) {
        return Err(FeedError::WideEncoding(encoding));
    }
    let text = std::str::from_utf8(bytes).map_err(|broken| {
        let (before, rest) = bytes.split_at(broken.valid_up_to());
        FeedError::NotUtf8 { line: newlines(before) + 1, byte: rest.first().copied().unwrap_or_default() }
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() { Err(FeedError::Empty) } else { Ok(text) }
}

fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some("UTF-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        // Without a mark: both formats begin with an ASCII character, of which UTF-16 makes one byte zero.
        [0, first, ..] | [first, 0, ..] if *first != 0 => Some("UTF-16"),
        _ => None,
    }
}

/// How many lines end in these bytes.
pub(crate) fn newlines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_encodings_are_named() {
        assert_eq!(as_text(b"\xef\xbb\xbf{}"), Ok("{}"));
        assert_eq!(as_text(b"\xff\xfe{\0"), Err(FeedError::WideEncoding("UTF-16")));
        assert_eq!(as_text(b"\0{\0}"), Err(FeedError::WideEncoding("UTF-16")));
        assert_eq!(as_text(b"{\0}\0"), Err(FeedError::WideEncoding("UTF-16")));
        assert_eq!(as_text(b"\xff\xfe\0\0{\0\0\0"), Err(FeedError::WideEncoding("UTF-32")));
        assert_eq!(as_text(b"code\ncaf\xe9,x"), Err(FeedError::NotUtf8 { line: 2, byte: 0xe9 }));
        assert_eq!(as_text(b"\xef\xbb\xbf \r\n"), Err(FeedError::Empty));
    }
}
