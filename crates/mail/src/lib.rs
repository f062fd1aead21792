//! Sending mail: SMTP through lettre, behind one small trait. This room knows neither why a mail is sent nor how often
//! it was tried; a mail sent twice carries one `Message-ID`, so that it arrives as one.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use domain::{EmailAddress, PersonName};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use templates::Mail;
use thiserror::Error;

/// A mail server that does not answer within this time is tried again later.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Why a mail was not sent.
#[derive(Debug, Error)]
pub enum MailError {
    /// A setting is wrong.
    #[error("`{0}` {1}")]
    Settings(&'static str, String),
    /// The mail cannot be put together; trying again changes nothing.
    #[error("the mail cannot be written: {0}")]
    Content(String),
    /// The server refused or did not answer; later again.
    #[error("the mail server did not take the mail: {0}")]
    Server(String),
}

/// A mail to one person.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Names the mail: the same name is the same mail.
    pub id: String,
    /// To whom.
    pub to: EmailAddress,
    /// What the person is called.
    pub name: PersonName,
    /// Subject and both bodies.
    pub mail: Mail,
}

/// The future of a sent mail.
pub type Sent<'a> = Pin<Box<dyn Future<Output = Result<(), MailError>> + Send + 'a>>;

/// Whatever carries mail.
pub trait Mailer: Send + Sync {
    /// Hands a mail over. `Ok` means that the server has taken it.
    fn send<'a>(&'a self, letter: &'a Letter) -> Sent<'a>;
}

/// A mail server.
#[derive(Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

const SERVER: &str = "PORTICO_SMTP_URL";
const FROM: &str = "PORTICO_MAIL_FROM";

impl Smtp {
    /// Reads the server's address and the sender through `lookup`. The address is a URL: `smtps://host:465` with TLS,
    /// `smtp://host:587?tls=required` with STARTTLS, `smtp://127.0.0.1:2525` without either, on this machine only.
    pub fn read(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, MailError> {
        let required = |name| lookup(name).ok_or_else(|| MailError::Settings(name, "is not set".to_owned()));
        let (url, from) = (required(SERVER)?, required(FROM)?);
        let local = url.starts_with("smtp://127.0.0.1:") || url.starts_with("smtp://localhost:");
        if url.starts_with("smtp://") && !url.contains("tls=required") && !local {
            return Err(MailError::Settings(SERVER, "must use TLS: `smtps://…` or `…?tls=required`".to_owned()));
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&url)
            .map_err(|error| MailError::Settings(SERVER, error.to_string()))?;
        let builder = match (lookup("PORTICO_SMTP_USER"), lookup("PORTICO_SMTP_PASSWORD")) {
            (Some(user), Some(password)) => builder.credentials(Credentials::new(user, password)),
            _ => builder,
        };
        let from = from.parse().map_err(|error| MailError::Settings(FROM, format!("is no sender: {error}")))?;
        Ok(Self { transport: builder.timeout(Some(TIMEOUT)).build(), from })
    }

    fn message(&self, letter: &Letter) -> Result<Message, MailError> {
        let content = |error: &dyn std::fmt::Display| MailError::Content(error.to_string());
        let address = letter.to.typed().parse().map_err(|error| content(&error))?;
        let host = self.from.email.domain();
        Message::builder()
            .message_id(Some(format!("<{}@{host}>", letter.id)))
            .from(self.from.clone())
            .to(Mailbox::new(Some(letter.name.to_string()), address))
            .subject(letter.mail.subject.clone())
            .multipart(MultiPart::alternative_plain_html(letter.mail.text.clone(), letter.mail.html.clone()))
            .map_err(|error| content(&error))
    }
}

impl Mailer for Smtp {
    fn send<'a>(&'a self, letter: &'a Letter) -> Sent<'a> {
        Box::pin(async move {
            let message = self.message(letter)?;
            let sent = self.transport.send(message).await;
            sent.map(|_| ()).map_err(|error| MailError::Server(error.to_string()))
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn smtp() -> Smtp {
        let settings = |name: &str| match name {
            SERVER => Some("smtp://127.0.0.1:2525".to_owned()),
            FROM => Some("Portico <portico@portico.example>".to_owned()),
            _ => None,
        };
        Smtp::read(settings).unwrap()
    }

    fn letter_to(to: EmailAddress) -> Letter {
        let mail = Mail { subject: "Hello".to_owned(), text: "Hello".to_owned(), html: "<p>Hello</p>".to_owned() };
        Letter { id: "portico-1".to_owned(), to, name: PersonName::new("Ada").unwrap(), mail }
    }

    /// Parts of addresses: plain ones, every kind of letter and sign, and what only looks like one.
    fn typed() -> impl Strategy<Value = String> {
        let local =
            prop_oneof!["[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,20}", "\\PC{1,8}", "[\\p{L}\\p{N}\\p{M}\\p{S}]{1,10}"];
        let domain = prop_oneof!["[a-zA-Z0-9-]{1,12}\\.[a-z]{2,6}", "[\\p{L}\\p{N}]{1,8}\\.[\\p{L}]{2,5}", "\\PC{1,8}"];
        (local, domain).prop_map(|(local, domain)| format!("{local}@{domain}"))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

        #[test]
        fn whatever_is_an_address_here_makes_a_mail(text in typed()) {
            if let Ok(address) = EmailAddress::new(&text) {
                let made = smtp().message(&letter_to(address));
                prop_assert!(made.is_ok(), "{text:?}: {made:?}");
            }
        }
    }

    #[test]
    fn addresses_of_every_script_make_a_mail() {
        for text in [
            "ada@example.org",
            "ren\u{e9}.b+x@example.org",
            "\u{7528}\u{6237}@\u{4f8b}\u{5b50}.\u{516c}\u{53f8}",
            "o'hara@example.org",
        ] {
            let address = EmailAddress::new(text).unwrap();
            assert!(smtp().message(&letter_to(address)).is_ok(), "{text}");
        }
    }
}
