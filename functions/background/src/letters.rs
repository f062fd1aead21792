//! From a task in the outbox to a letter: which template, which link, how long it lives.

use domain::{Account, OutboxId, PartnerId, Realm};
use jiff::SignedDuration;
use mail::Letter;
use store::{LinkPurpose, OutboxEntry, Task};
use templates::{AccessMail, AccountMail, CourseMail, Mail, TemplateError};
use web::{App, LinkSecret, LinkToken};

/// After a purchase people may read their mail tomorrow.
const FIRST_LINK: SignedDuration = SignedDuration::from_hours(24);
/// Whoever forgot a password is waiting for the mail.
const RESET_LINK: SignedDuration = SignedDuration::from_mins(10);

/// The link that a task's mail carries, if it carries one.
pub(crate) fn link_of(task: &Task) -> Option<(LinkPurpose, SignedDuration)> {
    match task {
        Task::AccessReady { .. } | Task::AccountInvited { .. } => Some((LinkPurpose::FirstPassword, FIRST_LINK)),
        Task::PasswordReset { .. } => Some((LinkPurpose::PasswordReset, RESET_LINK)),
        Task::CourseAdded { .. } | Task::AlreadyOwned { .. } | Task::PasswordChanged { .. } | Task::Refunded { .. } => {
            None
        }
    }
}

/// The secret of the link in the mail of this entry; the same at every attempt.
pub(crate) fn secret_of(app: &App, entry: &OutboxEntry) -> Option<LinkSecret> {
    LinkSecret::of_mail(&app.settings.secrets, entry.id, entry.task.account())
}

/// Writes the letter.
pub(crate) fn letter(
    app: &App,
    entry: &OutboxEntry,
    account: &Account,
    secret: Option<LinkSecret>,
) -> Result<Letter, TemplateError> {
    let origin = &app.settings.origin;
    let token = secret.map(|secret| LinkToken { account: account.id, secret }.text());
    let password_link = format!("{origin}/api/signup/password?token={}", token.unwrap_or_default());
    let mail = mail_of(app, &entry.task, account, &password_link)?;
    Ok(Letter { id: letter_id(entry.id), to: account.email.clone(), name: account.name.clone(), mail })
}

fn letter_id(entry: OutboxId) -> String {
    format!("portico-{entry}").to_lowercase()
}

fn mail_of(app: &App, task: &Task, account: &Account, password_link: &str) -> Result<Mail, TemplateError> {
    let (origin, platform_name) = (&app.settings.origin, app.settings.platform_name.as_str());
    let sign_in = &format!("{origin}{}", sign_in_path(account.kind.realm()));
    let again_link = &format!("{origin}/forgot-password/");
    let account_mail = |link, valid: SignedDuration| AccountMail {
        platform_name,
        link,
        valid_hours: u32::try_from(valid.as_hours()).unwrap_or(0),
    };
    match task {
        Task::AccessReady { course_title, .. } => app.templates.access_ready(&AccessMail {
            platform_name,
            course_title,
            link: password_link,
            valid_hours: u32::try_from(FIRST_LINK.as_hours()).unwrap_or(0),
            again_link,
        }),
        Task::CourseAdded { course_title, .. } => {
            app.templates.course_added(&CourseMail { platform_name, course_title, amount: "", link: sign_in })
        }
        Task::AlreadyOwned { course_title, .. } => {
            app.templates.already_owned(&CourseMail { platform_name, course_title, amount: "", link: sign_in })
        }
        Task::Refunded { course_title, amount, .. } => {
            app.templates.refund_done(&CourseMail { platform_name, course_title, amount, link: sign_in })
        }
        Task::AccountInvited { .. } => app.templates.account_invited(&account_mail(password_link, FIRST_LINK)),
        Task::PasswordReset { .. } => app.templates.password_reset(&account_mail(password_link, RESET_LINK)),
        Task::PasswordChanged { .. } => app.templates.password_changed(&account_mail(again_link, SignedDuration::ZERO)),
    }
}

/// Each realm has its own sign-in page.
fn sign_in_path(realm: Realm) -> String {
    let of_partner = |partner: PartnerId| format!("/sign-in/?realm={partner}");
    match realm {
        Realm::Public => "/sign-in/".to_owned(),
        Realm::Main => "/sign-in/?realm=main".to_owned(),
        Realm::Partner(partner) => of_partner(partner),
    }
}
