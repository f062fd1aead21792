//! Every id in the product, in one list. An id is 128 bits, written as 26 characters of Crockford's base 32.
//!
//! Most ids are made from the present moment and ten random bytes, so they sort by age. Ids of imported courses
//! are derived from their origin instead, so that importing the same course again finds the same record.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ulid::Ulid;

use crate::ports::{Entropy, random_bytes};

/// The text is no id.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("an id has 26 characters of `0-9` and `A-Z` without I, L, O and U")]
pub struct IdError;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(u128);

        impl $name {
            /// A fresh id that sorts after every id made earlier.
            pub fn new(now: Timestamp, entropy: &dyn Entropy) -> Self {
                let unix_ms = u64::try_from(now.as_millisecond()).unwrap_or(0);
                let mut random = [0; 16];
                let (_, low) = random.split_at_mut(6);
                low.copy_from_slice(&random_bytes::<10>(entropy));
                Self(Ulid::from_parts(unix_ms, u128::from_be_bytes(random)).0)
            }

            /// The id that these bytes spell: the same bytes are the same id.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(u128::from_be_bytes(bytes))
            }

            /// The bytes that spell it, for those who keep ids as bytes.
            pub const fn to_bytes(self) -> [u8; 16] {
                self.0.to_be_bytes()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                Ulid(self.0).fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                let id = Ulid::from_string(text).map_err(|_| IdError)?;
                // One id has one spelling: lower case and overflowing first characters are other people's dialects.
                if id.to_string() == text { Ok(Self(id.0)) } else { Err(IdError) }
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.to_string()
            }
        }
    )*};
}

ids! {
    /// A person's account in one realm.
    AccountId;
    /// A line of the audit log.
    AuditId;
    /// A certificate of completion. Its ten random bytes keep it from being guessed.
    CertificateId;
    /// A channel, in which learners share what they know.
    ChannelId;
    /// A course.
    CourseId;
    /// A group of people.
    GroupId;
    /// A lesson of a course.
    LessonId;
    /// One signed-in browser of one account (a refresh family).
    LoginId;
    /// A purchase, paid or not.
    OrderId;
    /// A mail or publication that is still to be carried out.
    OutboxId;
    /// A partner platform, or an organization: both are tenants below the platform.
    PartnerId;
    /// A power-user profile or a custom role: actions under a name, given as one.
    PermissionSetId;
    /// A learning path or a training program: one kind of object with two families of roles.
    PathId;
    /// A photo on somebody's profile page.
    PhotoId;
    /// A team.
    TeamId;
    /// A dated run of a course: a session of an instructor-led one.
    TermId;
}

impl OrderId {
    /// When the order was placed.
    pub fn made_at(self) -> Timestamp {
        let unix_ms = i64::try_from(Ulid(self.0).timestamp_ms()).unwrap_or(0);
        Timestamp::from_millisecond(unix_ms).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Sevens;
    impl Entropy for Sevens {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.fill(7);
        }
    }

    #[test]
    fn an_id_survives_its_text_and_sorts_by_age() {
        let early = AccountId::new(Timestamp::from_millisecond(1_000).unwrap(), &Sevens);
        let late = AccountId::new(Timestamp::from_millisecond(2_000).unwrap(), &Sevens);
        assert!(early < late);
        assert!(early.to_string() < late.to_string());
        assert_eq!(early.to_string().parse(), Ok(early));
    }

    #[test]
    fn an_order_tells_when_it_was_placed() {
        let at = Timestamp::from_millisecond(1_234_567).unwrap();
        assert_eq!(OrderId::new(at, &Sevens).made_at(), at);
    }

    #[test]
    fn only_the_one_spelling_is_an_id() {
        let id = CourseId::from_bytes([1; 16]).to_string();
        for wrong in ["", "../../etc/passwd", &id.to_lowercase(), &id[1..], "ZZZZZZZZZZZZZZZZZZZZZZZZZZ"] {
            assert_eq!(wrong.parse::<CourseId>(), Err(IdError), "{wrong}");
        }
    }
}
