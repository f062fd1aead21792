//! Notes what each function asks of the table: the permission that DynamoDB would look for, the table or index, and
//! how the partition's key begins. It sits below the real SDK; which function is at work is said by whoever calls it.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use portico_tests::cloud::{Access, asked, at_work, watched};

static SEEN: Mutex<BTreeSet<Access>> = Mutex::new(BTreeSet::new());

/// Everything that was noted in this process.
pub(super) fn seen() -> BTreeSet<Access> {
    SEEN.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// Notes a request to the table, where a function is known to be at work.
pub(crate) fn note(request: &HttpRequest) {
    let Some(function) = at_work() else { return };
    SEEN.lock().unwrap_or_else(PoisonError::into_inner).extend(asked(&function, request));
}

/// A connection to the table that notes what is asked.
pub(crate) fn client() -> SharedHttpClient {
    watched(note)
}
