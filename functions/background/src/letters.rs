//! From a task in the outbox to a letter: which template, which link, how long it lives.

use domain::{Account, AccountId, EmailAddress, Locale, OutboxId, PersonName, Realm};
use jiff::SignedDuration;
use mail::Letter;
use store::{LinkPurpose, OutboxEntry, Task, UNDO_LIVES};
use templates::{
    AccessMail, AccountDeletedMail, CourseMail, EmailMail, LinkMail, Mail, ManyFailuresMail, NewDeviceMail,
    PasswordChangedMail, SecondFactorMail, TemplateError, Templates, say,
};
use web::{App, LinkSecret, LinkToken, RealmName};

/// After a purchase people may read their mail tomorrow.
const FIRST_LINK: SignedDuration = SignedDuration::from_hours(24);
/// Whoever forgot a password is waiting for the mail.
const RESET_LINK: SignedDuration = SignedDuration::from_mins(10);
/// The other mailbox may be at home.
const EMAIL_LINK: SignedDuration = SignedDuration::from_hours(24);

/// The link that a task's mail carries, if it carries one.
pub(crate) fn link_of(task: &Task) -> Option<(LinkPurpose, SignedDuration)> {
    match task {
        Task::AccessReady { .. } | Task::AccountInvited { .. } => Some((LinkPurpose::FirstPassword, FIRST_LINK)),
        Task::PasswordReset { .. } => Some((LinkPurpose::PasswordReset, RESET_LINK)),
        Task::EmailLink { .. } => Some((LinkPurpose::EmailChange, EMAIL_LINK)),
        Task::SecondFactor { first: true, .. } => Some((LinkPurpose::FactorUndo, UNDO_LIVES)),
        Task::EmailAsked { .. }
        | Task::EmailChanged { .. }
        | Task::AccountDeleted { .. }
        | Task::CourseAdded { .. }
        | Task::AlreadyOwned { .. }
        | Task::PasswordChanged { .. }
        | Task::NewDevice { .. }
        | Task::ManyFailures { .. }
        | Task::SecondFactor { first: false, .. }
        | Task::Refunded { .. }
        | Task::PaidBack { .. }
        | Task::PaymentFailed { .. }
        | Task::SeatFree { .. } => None,
    }
}

/// The secret of the link in the mail of this entry, and the name of its key; the same at every attempt.
pub(crate) fn secret_of<'a>(app: &'a App, entry: &OutboxEntry) -> Option<(&'a str, LinkSecret)> {
    LinkSecret::of_mail(&app.settings.secrets, entry.link_key.as_deref(), entry.id, entry.task.account()?)
}

/// Whom a letter is for.
#[derive(Debug, Clone)]
pub(crate) struct Recipient {
    /// `None` where it is nobody's account any more.
    account: Option<AccountId>,
    realm: Realm,
    name: PersonName,
    email: EmailAddress,
    locale: Locale,
}

impl Recipient {
    pub(crate) fn of(account: Account) -> Self {
        Self {
            account: Some(account.id),
            realm: account.kind.realm(),
            name: account.name,
            email: account.email,
            locale: account.locale,
        }
    }

    /// Whom a mail is for that no account leads to: it is gone with the mail, or there never was one.
    pub(crate) fn without_account(task: &Task) -> Option<Self> {
        let (realm, name, to, locale) = match task {
            Task::AccountDeleted { realm, name, to, locale, .. } => (*realm, name, to, *locale),
            Task::PaidBack { name, to, locale, .. } | Task::PaymentFailed { name, to, locale, .. } => {
                (Realm::Public, name, to, *locale)
            }
            _ => return None,
        };
        Some(Self { account: None, realm, name: name.clone(), email: to.clone(), locale })
    }
}

/// Writes the letter.
pub(crate) fn letter(
    app: &App,
    entry: &OutboxEntry,
    task: &Task,
    recipient: &Recipient,
    secret: Option<LinkSecret>,
) -> Result<Letter, TemplateError> {
    let origin = &app.settings.origin;
    let token = secret.zip(recipient.account).map(|(secret, account)| LinkToken { account, secret }.text());
    let token = token.unwrap_or_default();
    let realm = RealmName::from(recipient.realm);
    let language = match recipient.locale {
        Locale::English => String::new(),
        // What the page behind the link is written in, whatever browser opens it.
        locale => format!("language={}&", locale.code()),
    };
    let link = match task {
        Task::EmailLink { .. } => format!("{origin}/api/signup/email?{language}token={token}"),
        _ if realm == RealmName::Public => format!("{origin}/api/signup/password?{language}token={token}"),
        // The realm goes along for the day when the link is too old, and its page asks for another one.
        _ => format!("{origin}/api/signup/password?{language}realm={realm}&token={token}"),
    };
    let mail = mail_of(app, app.editions.of(recipient.locale)?, task, recipient.realm, &link)?;
    let to = task.address().unwrap_or(&recipient.email).clone();
    Ok(Letter { id: letter_id(entry.id), to, name: recipient.name.clone(), mail })
}

fn letter_id(entry: OutboxId) -> String {
    format!("portico-{entry}").to_lowercase()
}

fn mail_of(
    app: &App,
    pages: &Templates,
    task: &Task,
    realm: Realm,
    one_time_link: &str,
) -> Result<Mail, TemplateError> {
    let (origin, platform_name) = (&app.settings.origin, app.settings.platform_name.as_str());
    let realm = RealmName::from(realm);
    let sign_in = &format!("{origin}{}", realm.sign_in_path(pages.locale()));
    let again_link = &format!("{origin}{}", realm.forgot_password_path(pages.locale()));
    let (first, reset) = (in_words(FIRST_LINK, pages.locale()), in_words(RESET_LINK, pages.locale()));
    match task {
        Task::AccessReady { course_title, .. } => pages.access_ready(&AccessMail {
            platform_name,
            course_title,
            link: one_time_link,
            valid: &first,
            again_link,
        }),
        Task::CourseAdded { course_title, .. } => {
            pages.course_added(&CourseMail { platform_name, course_title, amount: "", link: sign_in })
        }
        Task::AlreadyOwned { course_title, .. } => {
            pages.already_owned(&CourseMail { platform_name, course_title, amount: "", link: sign_in })
        }
        Task::Refunded { course_title, amount, .. } => {
            pages.refund_done(&CourseMail { platform_name, course_title, amount, link: sign_in })
        }
        Task::PaidBack { course_title, amount, .. } => {
            pages.refund_done(&CourseMail { platform_name, course_title, amount, link: "" })
        }
        Task::PaymentFailed { course_title, course_slug, .. } => {
            let link = &format!("{origin}{}/courses/{course_slug}/", pages.locale().root());
            pages.payment_failed(&CourseMail { platform_name, course_title, amount: "", link })
        }
        Task::SeatFree { course_title, .. } => {
            pages.seat_free(&CourseMail { platform_name, course_title, amount: "", link: sign_in })
        }
        Task::AccountInvited { .. } => {
            let invitation = LinkMail { platform_name, link: one_time_link, valid: &first, again_link };
            pages.account_invited(&invitation)
        }
        Task::PasswordReset { .. } => {
            let way = LinkMail { platform_name, link: one_time_link, valid: &reset, again_link };
            pages.password_reset(&way)
        }
        Task::PasswordChanged { logins_ended, .. } => {
            let notice = PasswordChangedMail { platform_name, link: again_link, logins_ended: *logins_ended };
            pages.password_changed(&notice)
        }
        Task::EmailLink { .. } => {
            let proof = LinkMail { platform_name, link: one_time_link, valid: &first, again_link: sign_in };
            pages.email_link(&proof)
        }
        Task::EmailAsked { email, .. } => {
            pages.email_asked(&EmailMail { platform_name, email: email.typed(), link: again_link })
        }
        Task::EmailChanged { email, .. } => {
            pages.email_changed(&EmailMail { platform_name, email: email.typed(), link: again_link })
        }
        Task::AccountDeleted { .. } => pages.account_deleted(&AccountDeletedMail { platform_name }),
        Task::NewDevice { device, at, .. } => {
            let at = &at.strftime("%Y-%m-%d %H:%M UTC").to_string();
            pages.new_device(&NewDeviceMail { platform_name, device, at, link: again_link })
        }
        Task::SecondFactor { change, first, .. } => {
            let undo = if *first { one_time_link } else { "" };
            let valid = &in_words(UNDO_LIVES, pages.locale());
            let notice = SecondFactorMail { platform_name, change: change.word(), link: again_link, undo, valid };
            pages.second_factor(&notice)
        }
        Task::ManyFailures { password_off, .. } => {
            let warning = ManyFailuresMail { platform_name, password_off: *password_off, link: again_link };
            pages.many_failures(&warning)
        }
    }
}

/// How long a link works, as people read it.
fn in_words(duration: SignedDuration, locale: Locale) -> String {
    let minutes = u64::try_from(duration.as_mins()).unwrap_or(0);
    match (minutes / 60, minutes % 60) {
        (hours, 0) => say(locale, "valid-hours", &[("count", hours.into())]),
        _ => say(locale, "valid-minutes", &[("count", minutes.into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_says_how_long_it_works() {
        assert_eq!(in_words(RESET_LINK, Locale::English), "10 minutes");
        assert_eq!(in_words(FIRST_LINK, Locale::English), "24 hours");
        assert_eq!(in_words(SignedDuration::from_mins(60), Locale::English), "1 hour");
        assert_eq!(in_words(SignedDuration::from_mins(90), Locale::Arabic), "90 دقيقة");
    }
}
