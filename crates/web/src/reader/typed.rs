//! What is wrong with what somebody typed, in whole sentences of their language.

use domain::{EmailAddress, EmailError, PersonName, TextError};

use super::Reader;
use crate::password::{PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN, PasswordRefused};

impl Reader {
    /// What is wrong with a name; `None` where nothing is.
    pub fn name_error(&self, typed: &str) -> Option<String> {
        let (choice, max) = match PersonName::new(typed).err()? {
            TextError::Empty => ("empty", 0),
            TextError::TooLong { max, .. } => ("long", max),
            _ => ("other", 0),
        };
        Some(self.say("buyer-name-wrong", &[("choice", choice.into()), ("max", max.into())]))
    }

    /// What is wrong with an address; `None` where nothing is.
    pub fn email_error(&self, typed: &str) -> Option<String> {
        let choice = match EmailAddress::new(typed).err()? {
            EmailError::TooLong => "long",
            EmailError::Shape => "other",
        };
        Some(self.say("buyer-email-wrong", &[("choice", choice.into()), ("max", EmailAddress::BYTES_MAX.into())]))
    }

    /// Why a password was refused.
    pub fn password_error(&self, refused: PasswordRefused) -> String {
        let choice = match refused {
            PasswordRefused::Short => "short",
            PasswordRefused::Long => "long",
            PasswordRefused::Common => "common",
            PasswordRefused::OwnAddress => "own",
        };
        let (min, max) = (PASSWORD_CHARS_MIN.into(), PASSWORD_CHARS_MAX.into());
        self.say("password-wrong", &[("choice", choice.into()), ("min", min), ("max", max)])
    }
}
