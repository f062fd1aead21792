//! What the people of a run know to be so, because the platform told them; and everything that it should never have
//! said, found while it was said.

use std::collections::{BTreeMap, BTreeSet};

use portico_tests::Reply;

use super::people::Standing;

/// A lesson of an account that was acknowledged as done: course, account, lesson.
pub(super) type Done = (String, String, String);

/// What is known.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Orders whose buyers were sent on to pay.
    pub(super) orders: BTreeSet<String>,
    /// Refunds that staff was told are made, by order.
    pub(super) refunds: BTreeMap<String, String>,
    /// Events that were taken.
    pub(super) events: BTreeSet<String>,
    pub(super) lessons_done: BTreeSet<Done>,
    /// Enrollments that were made by hand or by oneself: course, account.
    pub(super) enrolled: BTreeSet<(String, String)>,
    /// Enrollments that somebody may have removed.
    pub(super) removed: BTreeSet<(String, String)>,
    /// Limits of seats that staff set and was not told of as done, by course.
    pub(super) seats_wished: BTreeMap<usize, Option<u64>>,
    /// People who are switched off, and nobody has tried to switch them on since.
    off: BTreeSet<usize>,
    /// People whom somebody tried to switch off at some time: mail that was due then goes to nobody.
    pub(super) ever_off: BTreeSet<usize>,
    /// How often somebody tried to switch somebody on.
    switched_on: BTreeMap<usize, u64>,
    /// How often each status was answered.
    pub(super) answers: BTreeMap<String, u64>,
    /// What should never have been.
    pub(super) breaches: Vec<String>,
}

impl Known {
    /// Whether somebody is switched off for certain.
    pub(super) fn is_off(&self, who: usize) -> bool {
        self.off.contains(&who)
    }

    /// How often somebody may have been switched on; asked before an attempt to switch them off.
    pub(super) fn times_on(&self, who: usize) -> u64 {
        self.switched_on.get(&who).copied().unwrap_or(0)
    }

    /// Somebody tries to switch somebody on; from now on they may be.
    pub(super) fn may_be_on(&mut self, who: usize) {
        self.off.remove(&who);
        *self.switched_on.entry(who).or_default() += 1;
    }

    /// Switching somebody off was acknowledged, and began when they had been switched on so often.
    pub(super) fn is_off_now(&mut self, who: usize, times_on: u64) {
        if self.times_on(who) == times_on {
            self.off.insert(who);
        }
    }

    /// Everybody who is switched off for certain.
    pub(super) fn all_off(&self) -> Vec<usize> {
        self.off.iter().copied().collect()
    }

    /// Looks at an answer: whatever was asked, some things must never come back.
    pub(super) fn look_at(
        &mut self,
        standing: Option<Standing>,
        shut_out: Option<usize>,
        partners: &[String],
        asked: &str,
        reply: &Reply,
    ) {
        let code = reply.code();
        *self.answers.entry(format!("status {code}")).or_default() += 1;
        if code >= 500 && code != 503 {
            self.breaches.push(format!("{asked} was answered {code}: {}", reply.text()));
        }
        if asked.contains("/api/stripe/webhook") && !matches!(code, 200 | 503) {
            self.breaches.push(format!("a signed event was answered {code}: {}", reply.text()));
        }
        if asked.contains("/api/checkout/return") && !matches!(code, 200 | 503) {
            self.breaches.push(format!("{asked} was answered {code}: {}", reply.text()));
        }
        // Asked before and still so: nobody can have switched them on meanwhile.
        let still_off = shut_out.is_some_and(|who| self.is_off(who));
        let harmless = ["/api/logout", "/api/login/reset", "/api/signup/link", "/api/checkout"];
        if still_off && code < 400 && !harmless.iter().any(|path| asked.ends_with(path)) {
            self.breaches.push(format!("somebody who is switched off was answered {code} to {asked}"));
        }
        if let Some(Standing::PartnerAdministrator(own) | Standing::PartnerLearner(own)) = standing {
            let text = reply.text();
            for (number, partner) in partners.iter().enumerate() {
                // An answer may repeat what was asked.
                if number != own && text.contains(partner) && !asked.contains(partner) {
                    self.breaches.push(format!("a partner's people were told of another partner by {asked}: {text}"));
                }
            }
        }
    }
}
