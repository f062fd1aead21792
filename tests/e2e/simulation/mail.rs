//! The mail server: takes a letter or not, and sometimes takes it and says it did not. Keeps every letter it took as
//! often as it took it. Knows nothing of why a letter is sent.

use std::sync::{Arc, Mutex};

use mail::{Letter, MailError, Mailer, Sent};

use super::clock::VirtualClock;
use super::dice::Dice;
use super::faults::{Call, Weather};

/// A letter that was taken.
#[derive(Debug, Clone)]
pub(super) struct Taken {
    pub(super) id: String,
    pub(super) to: String,
    pub(super) text: String,
}

/// The mail server.
pub(super) struct Post {
    pub(super) clock: VirtualClock,
    pub(super) dice: Arc<Dice>,
    pub(super) weather: Arc<Weather>,
    pub(super) taken: Mutex<Vec<Taken>>,
}

impl Post {
    /// Everything that was taken, the oldest first.
    pub(super) fn letters(&self) -> Vec<Taken> {
        self.taken.lock().unwrap().clone()
    }

    /// The token of the newest link that was mailed to an address.
    pub(super) fn newest_token(&self, address: &str) -> Option<String> {
        let letters = self.taken.lock().unwrap();
        let mut theirs = letters.iter().rev().filter(|letter| letter.to.eq_ignore_ascii_case(address));
        theirs.find_map(|letter| {
            letter
                .text
                .split_whitespace()
                .filter(|word| word.contains("/api/signup/password?"))
                .find_map(|word| word.split_once("token=").map(|(_, token)| token.to_owned()))
        })
    }
}

impl Mailer for Post {
    fn send<'a>(&'a self, letter: &'a Letter) -> Sent<'a> {
        Box::pin(async move {
            self.dice.take_a_moment(&self.clock).await;
            let refused = || MailError::Server("by chance".to_owned());
            let call = self.weather.call(&self.dice);
            if call == Call::FailedBefore {
                return Err(refused());
            }
            let (id, to, text) = (letter.id.clone(), letter.to.normal().to_owned(), letter.mail.text.clone());
            self.taken.lock().unwrap().push(Taken { id, to, text });
            if call == Call::FailedAfter { Err(refused()) } else { Ok(()) }
        })
    }
}
