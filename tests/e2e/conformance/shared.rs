//! One platform for all tests of a file: starting one takes longer than most of these tests.
//!
//! Every test of the harness runs on a thread of its own, and a platform dies with the runtime that it was started
//! on. So these tests share a runtime too. A platform is dropped, with its folder, when the last test that uses it
//! has ended.

use std::sync::{Arc, LazyLock, Weak};

use tokio::runtime::Runtime;
use tokio::sync::Mutex;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

/// What several tests use at once, and none of them changes for the others.
pub trait Stage: Send + Sync + Sized + 'static {
    /// Makes it.
    fn set() -> impl Future<Output = Self>;
}

/// A stage, as long as somebody stands on it.
pub struct Shared<T>(Mutex<Weak<T>>);

impl<T: Stage> Shared<T> {
    /// Nobody stands on it yet.
    pub const fn new() -> Self {
        Self(Mutex::const_new(Weak::new()))
    }

    /// Runs a test on the stage that is there, or on a new one.
    pub fn play(&self, test: impl AsyncFnOnce(&T)) {
        RUNTIME.block_on(async {
            let stage = self.stage().await;
            test(&stage).await;
        });
    }

    async fn stage(&self) -> Arc<T> {
        let mut known = self.0.lock().await;
        match known.upgrade() {
            Some(stage) => stage,
            None => {
                let stage = Arc::new(T::set().await);
                *known = Arc::downgrade(&stage);
                stage
            }
        }
    }
}
