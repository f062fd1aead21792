//! Reading a mail as a mail program does.

use jiff::Timestamp;
use mail_parser::MessageParser;

use crate::mailbox::StoredMail;

/// The parts of a message that people look at. `None` where it is no mail.
pub(super) fn read(message: &[u8], to: &str, received_at: Timestamp) -> Option<StoredMail> {
    let parsed = MessageParser::default().parse(message)?;
    Some(StoredMail {
        id: parsed.message_id()?.to_owned(),
        to: to.to_owned(),
        subject: parsed.subject().unwrap_or_default().to_owned(),
        text: parsed.body_text(0).map(|text| text.into_owned()).unwrap_or_default(),
        received_at: received_at.to_string(),
    })
}
