//! What there is to tell people by mail.

use domain::{AccountId, EmailAddress, Locale, PersonName, Realm, Slug};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::patterns::second_factors::FactorChange;

/// What is to be mailed. Names accounts, not addresses: the address is read when the mail is sent, unless the mail is
/// about addresses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// A purchase made an account: the link to set its password.
    AccessReady {
        /// Whom.
        account: AccountId,
        /// What was bought.
        course_title: String,
        /// Whether nothing was paid for it: then it takes no link away that is out already.
        #[serde(default)]
        unpaid: bool,
    },
    /// A purchase added a course to an account that exists.
    CourseAdded {
        /// Whom.
        account: AccountId,
        /// What was bought.
        course_title: String,
    },
    /// An administrator made an account, or sends its link again.
    AccountInvited {
        /// Whom.
        account: AccountId,
    },
    /// The link to set another password.
    PasswordReset {
        /// Whom.
        account: AccountId,
    },
    /// The password was changed.
    PasswordChanged {
        /// Whom.
        account: AccountId,
        /// Whether other browsers were signed out by it.
        #[serde(default)]
        logins_ended: bool,
    },
    /// Somebody signed in with a browser that had never proved the password before.
    NewDevice {
        /// Whom.
        account: AccountId,
        /// What the browser calls itself.
        device: String,
        /// When.
        at: Timestamp,
    },
    /// Somebody keeps guessing the password.
    ManyFailures {
        /// Whom.
        account: AccountId,
        /// Whether it was switched off by that.
        password_off: bool,
    },
    /// Something happened with the second factors.
    SecondFactor {
        /// Whose.
        account: AccountId,
        /// What.
        change: FactorChange,
        /// Whether it is the account's first one: then the mail carries a link that takes it away.
        #[serde(default)]
        first: bool,
    },
    /// The link that proves an address somebody wants from now on; it goes there.
    EmailLink {
        /// Whose.
        account: AccountId,
        /// The address.
        email: EmailAddress,
        /// When the password was set that was proved for it. With another password the wish is nobody's any more.
        #[serde(default)]
        password_of: Option<Timestamp>,
        /// The account's login epoch then. With the end of all logins the wish is nobody's any more, either.
        #[serde(default)]
        epoch: Option<u64>,
    },
    /// Somebody asked for another address; the present one is told.
    EmailAsked {
        /// Whose.
        account: AccountId,
        /// The present address.
        to: EmailAddress,
        /// The address that was asked for.
        email: EmailAddress,
    },
    /// The address was changed; the former one is told.
    EmailChanged {
        /// Whose.
        account: AccountId,
        /// The former address.
        to: EmailAddress,
        /// The address from now on.
        email: EmailAddress,
    },
    /// The account was deleted by its owner, who is told at the address it had.
    AccountDeleted {
        /// Which account it was.
        account: AccountId,
        /// Whose platform it belonged to.
        realm: Realm,
        /// What its owner is called.
        name: PersonName,
        /// The address.
        to: EmailAddress,
        /// The language of its mails.
        #[serde(default, skip_serializing_if = "Locale::goes_without_saying")]
        locale: Locale,
    },
    /// Somebody applied for a course that the account has already.
    AlreadyOwned {
        /// Whom.
        account: AccountId,
        /// Which course.
        course_title: String,
    },
    /// Money went back.
    Refunded {
        /// Whom.
        account: AccountId,
        /// What had been bought.
        course_title: String,
        /// How much, as people read it.
        amount: String,
    },
    /// Money went back to a buyer who has no account, or none any more that mail goes to.
    PaidBack {
        /// What the buyer is called.
        name: PersonName,
        /// The language that the course was bought in.
        #[serde(default)]
        locale: Locale,
        /// The buyer's address.
        to: EmailAddress,
        /// What had been bought.
        course_title: String,
        /// How much, as people read it.
        amount: String,
    },
    /// Money that takes days did not come.
    PaymentFailed {
        /// What the buyer is called.
        name: PersonName,
        /// The language that the course was bought in.
        #[serde(default)]
        locale: Locale,
        /// The buyer's address.
        to: EmailAddress,
        /// What was to be bought.
        course_title: String,
        /// Its page.
        course_slug: Slug,
    },
    /// A seat became free, and whoever waited for it longest has it.
    SeatFree {
        /// Whom.
        account: AccountId,
        /// In which course.
        course_title: String,
    },
}

impl Task {
    /// Whose account it is for; `None` where it is for a buyer without one.
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Task::PaidBack { .. } | Task::PaymentFailed { .. } => None,
            Task::AccessReady { account, .. }
            | Task::CourseAdded { account, .. }
            | Task::AccountInvited { account }
            | Task::PasswordReset { account }
            | Task::PasswordChanged { account, .. }
            | Task::NewDevice { account, .. }
            | Task::ManyFailures { account, .. }
            | Task::SecondFactor { account, .. }
            | Task::EmailLink { account, .. }
            | Task::EmailAsked { account, .. }
            | Task::EmailChanged { account, .. }
            | Task::AccountDeleted { account, .. }
            | Task::AlreadyOwned { account, .. }
            | Task::Refunded { account, .. }
            | Task::SeatFree { account, .. } => Some(*account),
        }
    }

    /// Where it goes, where that is not the account's address at the time of sending.
    pub fn address(&self) -> Option<&EmailAddress> {
        match self {
            Task::EmailLink { email: to, .. }
            | Task::EmailAsked { to, .. }
            | Task::EmailChanged { to, .. }
            | Task::AccountDeleted { to, .. }
            | Task::PaidBack { to, .. }
            | Task::PaymentFailed { to, .. } => Some(to),
            _ => None,
        }
    }

    /// Whether it tells of a course that nobody paid for.
    pub fn is_unpaid(&self) -> bool {
        matches!(self, Task::AccessReady { unpaid: true, .. })
    }

    /// Whether nothing else here knows to whom it goes: its words are dropped once it is out.
    pub(crate) fn is_a_farewell(&self) -> bool {
        matches!(self, Task::AccountDeleted { .. } | Task::PaidBack { .. } | Task::PaymentFailed { .. })
    }
}
