//! From types to items and back: the entity's own attributes, its keys, and nothing that the table refuses.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::StoreError;
use crate::keys::{IndexKey, Key, TTL};

/// A stored item.
pub(crate) type Attributes = HashMap<String, AttributeValue>;

/// An item that is about to be written.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) attributes: Attributes,
}

impl Item {
    /// The entity under its key.
    pub(crate) fn new(key: Key, entity: &impl Serialize) -> Result<Self, StoreError> {
        let mut attributes: Attributes = serde_dynamo::to_item(entity)?;
        attributes.insert("pk".to_owned(), AttributeValue::S(key.pk));
        attributes.insert("sk".to_owned(), AttributeValue::S(key.sk));
        Ok(Self { attributes })
    }

    /// Also found through the first index.
    pub(crate) fn gsi1(self, key: IndexKey) -> Self {
        self.index("gsi1", key)
    }

    /// Also found through the second index.
    pub(crate) fn gsi2(self, key: IndexKey) -> Self {
        self.index("gsi2", key)
    }

    fn index(mut self, index: &str, key: IndexKey) -> Self {
        self.attributes.insert(format!("{index}pk"), AttributeValue::S(key.pk));
        self.attributes.insert(format!("{index}sk"), AttributeValue::S(key.sk));
        self
    }

    /// Counts as absent from this moment on, and is deleted by the table some time later.
    pub(crate) fn until(mut self, at: Timestamp) -> Self {
        self.attributes.insert(TTL.to_owned(), AttributeValue::N(at.as_second().to_string()));
        self
    }
}

/// Reads an entity back. Keys and index attributes are not part of it.
pub(crate) fn read<T: DeserializeOwned>(attributes: Attributes) -> Result<T, StoreError> {
    Ok(serde_dynamo::from_item(attributes)?)
}

/// The sort key of an item.
pub(crate) fn sort_key(attributes: &Attributes) -> &str {
    attributes.get("sk").and_then(|value| value.as_s().ok()).map_or("", String::as_str)
}

/// Whether an item's time has passed. The table may keep it for days; for us it is gone.
pub(crate) fn is_expired(attributes: &Attributes, now: Timestamp) -> bool {
    let expires = attributes.get(TTL).and_then(|value| value.as_n().ok()).and_then(|text| text.parse::<i64>().ok());
    expires.is_some_and(|second| second <= now.as_second())
}
