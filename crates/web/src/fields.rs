//! What the forms of several functions have in common: fields that may be left out, be `null` or hold a value, and moments.

use jiff::Timestamp;
use serde::{Deserialize, Deserializer};

/// Tells `null` (take it away) from a field that was left out (leave it as it is).
pub fn present<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// A moment with its offset from UTC.
pub fn moment(text: &str) -> Result<Timestamp, &'static str> {
    text.trim().parse().map_err(|_| "must be a moment such as `2027-01-31T18:00:00Z`")
}

/// The value, or the sentence for a field that must not be missing.
pub fn required<T>(value: Option<T>) -> Result<T, &'static str> {
    value.ok_or("is required")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Sample {
        #[serde(default, deserialize_with = "present")]
        ends: Option<Option<String>>,
    }

    #[test]
    fn null_is_not_the_same_as_left_out() {
        let read = |json: &str| serde_json::from_str::<Sample>(json).unwrap().ends;
        assert_eq!(read("{}"), None);
        assert_eq!(read(r#"{"ends":null}"#), Some(None));
        assert_eq!(read(r#"{"ends":"x"}"#), Some(Some("x".to_owned())));
    }

    #[test]
    fn moments_carry_their_offset() {
        assert_eq!(moment("2027-01-31T19:00:00+01:00").unwrap(), moment("2027-01-31T18:00:00Z").unwrap());
        for bad in ["", "tomorrow", "2027-01-31", "2027-01-31T18:00:00", "2027-13-31T18:00:00Z"] {
            assert!(moment(bad).is_err(), "{bad}");
        }
    }
}
