//! Closed lists of words for the description of an API, made from the types themselves so that they cannot drift apart.

use serde::Serialize;
use utoipa::openapi::schema::{Object, ObjectBuilder, SchemaType, Type};

/// A text that is one of the words for these values.
pub fn one_of<T: Serialize>(values: &[T]) -> Object {
    let words = values.iter().filter_map(|value| serde_json::to_value(value).ok());
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words)).build()
}

/// A text that is one of the words for these values, or `null`.
pub fn one_of_or_null<T: Serialize>(values: &[T]) -> Object {
    let words = values.iter().filter_map(|value| serde_json::to_value(value).ok());
    let words = words.chain([serde_json::Value::Null]);
    let types = SchemaType::from_iter([Type::String, Type::Null]);
    ObjectBuilder::new().schema_type(types).enum_values(Some(words)).build()
}

#[cfg(test)]
mod tests {
    use domain::Level;

    use super::*;

    #[test]
    fn the_words_are_those_of_the_types() {
        let json = serde_json::to_value(one_of_or_null(&[Level::Beginner, Level::Advanced])).unwrap();
        assert_eq!(json["enum"], serde_json::json!(["beginner", "advanced", null]));
        let json = serde_json::to_value(one_of(&[Level::Intermediate])).unwrap();
        assert_eq!(json["enum"], serde_json::json!(["intermediate"]));
    }
}
