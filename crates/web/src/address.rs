//! Addresses of our own pages.

/// A path with these fields as its query.
pub fn with_query(path: &str, fields: &[(&str, &str)]) -> String {
    format!("{path}?{}", serde_urlencoded::to_string(fields).unwrap_or_default())
}
