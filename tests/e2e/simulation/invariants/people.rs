//! Accounts, passwords, mail, and everything that somebody was told is done.

use std::collections::BTreeMap;

use domain::{AccountStatus, EnrollmentState, OrderState};
use payments::DisputeState;
use serde_json::json;
use store::Task;

use crate::simulation::dump::Dump;
use crate::simulation::people::Ask;
use crate::simulation::scene::scene;
use crate::simulation::world::World;

/// An address has one account in its realm, and its guard names it.
pub(super) fn one_account_an_address(dump: &Dump, breaches: &mut Vec<String>) {
    let mut seen = BTreeMap::new();
    for account in &dump.accounts {
        let key = (account.kind.realm(), account.email.normal().to_owned());
        if let Some(other) = seen.insert(key, account.id) {
            breaches.push(format!("two accounts of one address: {other} and {account:?}"));
        }
        let guarded = dump.emails.iter().filter(|(_, named)| *named == account.id.to_string()).count();
        if guarded != 1 {
            breaches.push(format!("{guarded} guards name {account:?}"));
        }
    }
    if dump.emails.len() != dump.accounts.len() {
        breaches.push(format!("{} addresses are guarded for {} accounts", dump.emails.len(), dump.accounts.len()));
    }
}

/// No login is older than the password of its account: setting one ended all of them. None is of an account that is
/// switched off, or of none.
pub(super) fn logins_end_in_time(dump: &Dump, breaches: &mut Vec<String>) {
    // What was begun under another epoch opens nothing any more, and is cleared away by later sign-ins.
    let opens = |login: &&store::Login| {
        let account = dump.accounts.iter().find(|account| account.id == login.account);
        account.is_none_or(|account| account.login_epoch == login.epoch)
    };
    for login in dump.logins.iter().filter(opens) {
        let id = login.account.to_string();
        let set_at = dump.passwords.iter().find(|(account, _)| *account == id).map(|(_, set_at)| *set_at);
        if set_at.is_some_and(|set_at| login.created_at < set_at) {
            breaches.push(format!(
                "a login outlived the password that it was begun with, set anew at {set_at:?}: {login:?}"
            ));
        }
        if dump.accounts.iter().all(|account| account.id != login.account || account.deactivated) {
            breaches.push(format!("a login of an account that is switched off or gone: {login:?}"));
        }
    }
}

/// What was promised was mailed; a mail that came twice came under one name, with one content.
pub(super) fn mail_went_out_once(world: &World, dump: &Dump, breaches: &mut Vec<String>) {
    let mut texts = BTreeMap::new();
    for letter in world.outside.post.letters() {
        let id = letter.id.trim_start_matches("portico-").to_uppercase();
        if texts.insert(id.clone(), letter.text.clone()).is_some_and(|text| text != letter.text) {
            breaches.push(format!("the mail {id} came twice and differs"));
        }
    }
    for entry in &dump.outbox {
        let account = dump.accounts.iter().find(|account| Some(account.id) == entry.task.account());
        let active = account
            .is_some_and(|account| account.status(domain::Clock::now(&world.clock())) == AccountStatus::Activated);
        // A link that another mail's has replaced opens nothing: its mail is not sent any more.
        let replaced = dump.outbox.iter().any(|other| {
            other.id != entry.id && other.link_key.is_some() && other.task.account() == entry.task.account()
        });
        let excused = !active || was_off(world, entry) || (replaced && entry.link_key.is_some());
        if entry.closed_at.is_none() || !(excused || texts.contains_key(&entry.id.to_string())) {
            breaches.push(format!("a mail was promised and not sent: {entry:?}"));
        }
    }
    let payments = world.outside.provider.at_desk(|book| book.payments.clone());
    for order in dump.orders.iter().filter(|order| order.account.is_some()) {
        let title = order.quote.course_title.to_string();
        let bought = |task: &Task| matches!(task, Task::AccessReady { account, course_title, .. } | Task::CourseAdded { account, course_title } if Some(*account) == order.account && *course_title == title);
        let promised = dump.outbox.iter().filter(|entry| bought(&entry.task)).count();
        let same = dump
            .orders
            .iter()
            .filter(|other| other.account == order.account && other.quote.course == order.quote.course);
        // Money that went away and came back is told of anew; where it went before the course was given, nothing is.
        let same: Vec<_> = same.collect();
        let moved = payments.iter().any(|payment| {
            let of_these = same.iter().any(|order| order.id == payment.order);
            of_these && (payment.dispute != DisputeState::None || !payment.refunds.is_empty())
        });
        // What nobody paid for is told as long as the address was not mailed too often.
        let paid = same.iter().filter(|order| order.settlement.is_some_and(|money| money.total_minor > 0)).count();
        let told = match moved {
            true => promised > 0 || !order.state.grants_access(),
            false => (paid..=same.len()).contains(&promised),
        };
        if !told {
            breaches.push(format!("{promised} mails were promised for {order:?}"));
        }
    }
}

/// Whether the account was switched off at some time: mail that was due then is closed unsent.
fn was_off(world: &World, entry: &store::OutboxEntry) -> bool {
    let Some(account) = entry.task.account().map(|account| account.to_string()) else { return false };
    let people = world.people.lock().unwrap();
    let who = people.iter().position(|person| person.account.as_deref() == Some(&account));
    who.is_some_and(|who| world.known.lock().unwrap().ever_off.contains(&who))
}

/// Every write that was acknowledged is there.
pub(super) fn what_was_acknowledged_is_there(world: &World, dump: &Dump, breaches: &mut Vec<String>) {
    let known = world.known.lock().unwrap();
    let enrollment = |course: &str, account: &str| {
        dump.enrollments.iter().find(|e| e.course.to_string() == course && e.account.to_string() == account)
    };
    for order in known.orders.iter().filter(|id| !dump.orders.iter().any(|order| order.id.to_string() == **id)) {
        breaches.push(format!("the order {order} was acknowledged and is not there"));
    }
    for event in known.events.iter().filter(|event| !dump.events.contains(event)) {
        breaches.push(format!("the event {event} was taken and is not there"));
    }
    for (course, account) in known.enrolled.iter().filter(|key| !known.removed.contains(key)) {
        if enrollment(course, account).is_none() {
            breaches.push(format!("{account} was enrolled in {course} and is not"));
        }
    }
    for (course, account, lesson) in &known.lessons_done {
        let removed = known.removed.contains(&(course.clone(), account.clone()));
        let done = enrollment(course, account)
            .is_some_and(|e| e.progress.lessons_done.iter().any(|done| done.to_string() == *lesson));
        if !removed && !done {
            breaches.push(format!("{account} did {lesson} of {course}, and it is not kept"));
        }
    }
    for who in known.all_off() {
        let account = world.person(who).account;
        let on = dump.accounts.iter().any(|known| Some(known.id.to_string()) == account && !known.deactivated);
        if on {
            breaches.push(format!("{who} was switched off and is on"));
        }
    }
    let books = world.outside.provider.at_desk(|book| book.payments.clone());
    for refund in known.refunds.keys() {
        if !books.iter().any(|payment| payment.refunds.iter().any(|made| made.id == *refund)) {
            breaches.push(format!("the refund {refund} was acknowledged and never made"));
        }
    }
    let waits = |state| matches!(state, OrderState::Created | OrderState::Paid);
    for order in dump.orders.iter().filter(|order| waits(order.state)) {
        breaches.push(format!("an order still waits: {order:?}"));
    }
    let without = dump.enrollments.iter().filter(|e| e.grounds.is_empty() && e.state != EnrollmentState::Suspended);
    breaches.extend(without.map(|e| format!("an enrollment without a ground is not suspended: {e:?}")));
}

/// Whoever set a password in this run can sign in with it; whoever is switched off cannot do anything.
pub(super) async fn passwords_open_and_shut(world: &World, dump: &Dump, breaches: &mut Vec<String>) {
    // Attempts of the run are forgotten by then.
    world.clock().pass(3_700).await;
    for (who, before) in scene().people.iter().enumerate() {
        let person = world.person(who);
        let deactivated = person.account.as_ref().is_some_and(|account| {
            dump.accounts.iter().any(|known| known.id.to_string() == *account && known.deactivated)
        });
        let set = person.has_password && person.passwords != before.passwords;
        if set && !deactivated && !world.sign_in(who).await {
            breaches.push(format!("{who} has set a password and cannot sign in"));
        }
        if world.known.lock().unwrap().is_off(who) {
            world.ask(Some(who), Ask::get("/api/login/me")).await;
            world.ask(Some(who), Ask::post("/api/login/refresh", &json!({}))).await;
            world.sign_in(who).await;
        }
    }
}
