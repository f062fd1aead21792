//! How lists look of which each entry is shown by itself.

use serde::Serialize;
use utoipa::ToSchema;

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct PageOf<T: ToSchema> {
    /// What is on it.
    items: Vec<T>,
    /// The `cursor` of the next page; `null` on the last one.
    next: Option<String>,
}

impl<T: ToSchema> PageOf<T> {
    /// Shows each entry of a page of the table.
    pub fn of<S>(page: store::Page<S>, view: impl Fn(S) -> T) -> Self {
        let next = page.next.map(|cursor| cursor.text());
        Self { items: page.items.into_iter().map(view).collect(), next }
    }
}
