//! Pages of long lists, and the cursors between them.

use aws_sdk_dynamodb::types::AttributeValue;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::item::{Attributes, read};
use crate::table::{Index, Question, Table};

/// One page of a list.
#[derive(Debug)]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// Where the next one starts; `None` at the end.
    pub next: Option<Cursor>,
}

/// A place in a list. Opaque outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor(Place);

/// Short names: a cursor travels in addresses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    /// The list that handed it out.
    l: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    p: Option<String>,
    s: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    i: Option<String>,
    /// The part of a list that is kept in several partitions (years).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    d: Option<String>,
}

/// Keys are shorter by far; this bounds what anybody may send.
const TEXT_BYTES_MAX: usize = 2_048;

/// DynamoDB's limits of a partition key and of a sort key.
const KEY_BYTES_MAX: usize = 2_048;
const SORT_KEY_BYTES_MAX: usize = 1_024;

impl Cursor {
    /// Reads what [`Cursor::text`] wrote.
    pub fn parse(text: &str) -> Result<Self, StoreError> {
        if text.len() > TEXT_BYTES_MAX {
            return Err(StoreError::Cursor);
        }
        let json = BASE64_URL_SAFE_NO_PAD.decode(text).map_err(|_| StoreError::Cursor)?;
        serde_json::from_slice(&json).map(Self).map_err(|_| StoreError::Cursor)
    }

    /// The cursor as text for an address.
    pub fn text(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(serde_json::to_vec(&self.0).unwrap_or_default())
    }

    /// A cursor at the beginning of a part, which this question answers.
    pub(crate) fn at_part(part: String, question: &Question) -> Self {
        Self(Place { l: question.list(), p: None, s: String::new(), i: None, d: Some(part) })
    }

    /// The same place, marked with its part.
    pub(crate) fn in_part(mut self, part: String) -> Self {
        self.0.d = Some(part);
        self
    }

    pub(crate) fn part(&self) -> Option<&str> {
        self.0.d.as_deref()
    }

    pub(crate) fn is_part_start(&self) -> bool {
        self.0.s.is_empty()
    }

    pub(crate) fn is_of(&self, question: &Question) -> bool {
        self.0.l == question.list()
    }

    pub(crate) fn after(question: &Question, last: &Attributes) -> Result<Self, StoreError> {
        let text = |name: &str| last.get(name).and_then(|value| value.as_s().ok()).cloned().ok_or(StoreError::Cursor);
        let (p, i) = match question.index {
            None => (None, None),
            Some(index) => (Some(text("pk")?), Some(text(sort_attribute(index))?)),
        };
        Ok(Self(Place { l: question.list(), p, s: text("sk")?, i, d: None }))
    }

    pub(crate) fn start(&self, question: &Question) -> Result<Attributes, StoreError> {
        let attribute = |name: &str, text: &str| (name.to_owned(), AttributeValue::S(text.to_owned()));
        let is_key = |text: &str, bytes_max: usize| !text.is_empty() && text.len() <= bytes_max;
        // The table refuses a start outside of the question's own range, and keys that none of its items can have.
        let is_sort_key = |text: &str| is_key(text, SORT_KEY_BYTES_MAX) && text.starts_with(&question.prefix);
        match (question.index, &self.0) {
            _ if !self.is_of(question) => Err(StoreError::Cursor),
            (None, Place { p: None, s, i: None, .. }) if is_sort_key(s) => {
                Ok(Attributes::from([attribute("pk", &question.pk), attribute("sk", s)]))
            }
            (Some(index), Place { p: Some(p), s, i: Some(i), .. })
                if is_key(p, KEY_BYTES_MAX) && is_key(s, SORT_KEY_BYTES_MAX) && is_sort_key(i) =>
            {
                Ok(Attributes::from([
                    attribute("pk", p),
                    attribute("sk", s),
                    attribute(partition_attribute(index), &question.pk),
                    attribute(sort_attribute(index), i),
                ]))
            }
            _ => Err(StoreError::Cursor),
        }
    }
}

impl Table {
    /// Answers a question page by page. A cursor of one list opens no other: it names its list, and the partition is
    /// always the question's own.
    pub(crate) async fn page<T: DeserializeOwned>(
        &self,
        question: &Question,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<T>, StoreError> {
        let start = cursor.map(|cursor| cursor.start(question)).transpose()?;
        let (items, last) = self.ask(question, start, Some(limit)).await?;
        let next = last.map(|key| Cursor::after(question, &key)).transpose()?;
        let items = items.into_iter().map(read).collect::<Result<_, _>>()?;
        Ok(Page { items, next })
    }

    /// One page of a list that is kept in parts (years), the newest first. A page never mixes parts: where one part
    /// ends, the page does, and the cursor goes on with the next.
    pub(crate) async fn page_of_parts<T: DeserializeOwned>(
        &self,
        parts: impl Iterator<Item = String>,
        question_of: impl Fn(&str) -> Question,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<T>, StoreError> {
        let mut start = cursor.cloned();
        let wanted = start.as_ref().and_then(|cursor| cursor.part().map(str::to_owned));
        let later = |part: &String| wanted.as_ref().is_some_and(|wanted| part > wanted);
        let mut parts = parts.skip_while(later).peekable();
        if wanted.is_some() && parts.peek() != wanted.as_ref() {
            return Err(StoreError::Cursor);
        }
        while let Some(part) = parts.next() {
            let question = question_of(&part);
            let from = start.take();
            if from.as_ref().is_some_and(|cursor| !cursor.is_of(&question)) {
                return Err(StoreError::Cursor);
            }
            let from = from.filter(|cursor| !cursor.is_part_start());
            let Page { items, next } = self.page(&question, from.as_ref(), limit).await?;
            let next = match next {
                Some(next) => Some(next.in_part(part)),
                None => parts.peek().cloned().map(|part| Cursor::at_part(part.clone(), &question_of(&part))),
            };
            if !items.is_empty() {
                return Ok(Page { items, next });
            }
        }
        Ok(Page { items: Vec::new(), next: None })
    }
}

const fn partition_attribute(index: Index) -> &'static str {
    match index {
        Index::Gsi1 => "gsi1pk",
        Index::Gsi2 => "gsi2pk",
    }
}

const fn sort_attribute(index: Index) -> &'static str {
    match index {
        Index::Gsi1 => "gsi1sk",
        Index::Gsi2 => "gsi2sk",
    }
}
