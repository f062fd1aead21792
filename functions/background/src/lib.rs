//! What happens when nobody asks: the table's stream sends mail and publishes the catalog, schedules look after what
//! the stream missed. Every piece of work may be started twice, at once or a day later, and is done once.

mod bucket;
mod keeping;
mod letters;
mod mail_room;
mod schedule;
mod site;
mod stream;

use std::sync::Arc;

use commerce::Shop;
use mail::Mailer;
use web::App;

pub use bucket::{Bucket, BucketError};
pub use keeping::{Keeping, KeepingError};
pub use schedule::{Schedule, ScheduleReport, refresh};
pub use site::{SiteKeeper, SiteUpdate};
pub use stream::{Failures, handle, publish};

/// What background work needs.
#[derive(Clone)]
pub struct Background {
    /// Settings, table, clock, templates.
    pub app: App,
    /// For the reconciler.
    pub shop: Shop,
    /// Carries mail.
    pub mailer: Arc<dyn Mailer>,
    /// Keeps the public site; `None` where another process does.
    pub site: Option<Arc<SiteKeeper>>,
}
