//! Histories that broke a promise once, as short as they could be made. Each names what was wrong; what `PORTICO_SEED`
//! prints when it finds something new goes here.

use super::history::Step::{self, *};
use super::provider::Dispute::*;
use super::provider::Way::*;
use super::run::play_history;
use super::trace::Trace;

/// Plays a history with the dice of a seed, and finds nothing.
fn keeps_its_promises(seed: u64, history: &[Step]) {
    let outcome = play_history(seed, Some(history), Trace::default());
    assert!(outcome.breaches.is_empty(), "{:#?}", outcome.breaches);
}

/// The payment of an order in review was not known by its name, so a refund at the provider's desk never arrived.
#[test]
fn an_order_in_review_follows_its_money() {
    keeps_its_promises(
        22,
        &[
            Apply { buyer: 0, course: 1, loudly: true },
            Pay { page: 0, way: OtherCurrency },
            Deliver { event: 0, again: false },
            RefundByHand { payment: 0, half: true },
            Deliver { event: 0, again: false },
            Dispute { payment: 0, what: Opens },
            Deliver { event: 0, again: false },
            Dispute { payment: 0, what: Won },
        ],
    );
}

/// The provider refuses to give back what a bank holds already; that was answered 500.
#[test]
fn a_refund_that_the_provider_refuses_is_a_conflict() {
    keeps_its_promises(
        23,
        &[
            Apply { buyer: 0, course: 0, loudly: false },
            Pay { page: 0, way: Card },
            Deliver { event: 0, again: false },
            Dispute { payment: 0, what: Opens },
            RefundByStaff { order: 0, half: false },
        ],
    );
}

/// Somebody signed in between the look at the account's logins and the write that ended them: the login outlived it.
#[test]
fn no_login_slips_through_while_all_of_them_end() {
    for ms in [0, 24, 56, 76] {
        let by_link = [vec![SignIn { who: 4 }], vec![Moment { ms }, UseLink { who: 4 }]];
        let by_staff = [vec![SignIn { who: 5 }], vec![Moment { ms }, Deactivate { who: 5 }]];
        let history = [AskForLink { who: 4 }, Stream { records: 9 }, Together(by_link), Together(by_staff)];
        keeps_its_promises(234, &history);
    }
}

/// The refund arrived while the order was being fulfilled, after its payment was read: nobody ever heard of it again.
#[test]
fn a_refund_during_the_fulfillment_is_not_lost() {
    for (seed, ms) in [(7, 100), (10, 100), (22, 100), (23, 250)] {
        let refund = RefundByHand { payment: 0, half: false };
        let race = [vec![ComeBack { page: 0 }], vec![Moment { ms }, refund, Deliver { event: 1, again: true }]];
        let buy = [Apply { buyer: 0, course: 0, loudly: false }, Pay { page: 0, way: Card }];
        keeps_its_promises(seed, &[&buy[..], &[Together(race)]].concat());
    }
}

/// Of two refunds that were settled at once, the one that asked the provider first wrote last: a course that was given
/// back in full opened again.
#[test]
fn an_older_answer_of_the_provider_never_overwrites_a_newer_one() {
    for (seed, ms) in [(7, 80), (19, 110), (22, 110)] {
        let refund = RefundByHand { payment: 0, half: false };
        let again = |event| Deliver { event, again: true };
        let race = [vec![again(1)], vec![Moment { ms }, refund, again(2)]];
        let buy = [Apply { buyer: 0, course: 0, loudly: false }, Pay { page: 0, way: Card }];
        let first = [again(0), again(0), RefundByHand { payment: 0, half: true }];
        keeps_its_promises(seed, &[&buy[..], &first, &[Together(race)]].concat());
    }
}

/// Money was taken back before the course was given and came back later: who had a password by then was told nothing.
#[test]
fn a_course_that_comes_late_is_told_of() {
    let heard = vec![Deliver { event: 3, again: false }, Deliver { event: 9, again: false }];
    let disputed = vec![Moment { ms: 275 }, Dispute { payment: 6, what: Opens }, Deliver { event: 6, again: false }];
    let back = vec![RefundFails { payment: 9 }];
    keeps_its_promises(
        959,
        &[
            Apply { buyer: 2, course: 2, loudly: true },
            Apply { buyer: 2, course: 1, loudly: false },
            Pay { page: 0, way: Card },
            RefundByHand { payment: 8, half: false },
            Together([heard, disputed]),
            Together([back, vec![Moment { ms: 99 }, Pay { page: 7, way: Card }]]),
            Stream { records: 17 },
            UseLink { who: 10 },
        ],
    );
}

/// The write that should have kept a page's address failed, its news was lost, and nobody looked for days: the order was
/// closed as never paid, although it was.
#[test]
fn an_order_whose_page_nobody_knew_is_not_given_up_while_it_is_paid() {
    let together = [vec![Apply { buyer: 0, course: 1, loudly: false }], vec![Moment { ms: 26 }, SignIn { who: 6 }]];
    keeps_its_promises(
        9120,
        &[
            Together(together),
            Wait { seconds: 86_400 },
            Apply { buyer: 2, course: 1, loudly: true },
            Apply { buyer: 0, course: 0, loudly: false },
            Learn { who: 0, course: 1, lesson: 0 },
            Apply { buyer: 3, course: 1, loudly: true },
            Pay { page: 4, way: Card },
            Pay { page: 0, way: Card },
            Pay { page: 1, way: Card },
            Wait { seconds: 259_200 },
            Apply { buyer: 1, course: 1, loudly: false },
            Pay { page: 11, way: Transfer },
        ],
    );
}

/// Staff took an enrollment away, and its learner bought the course again: the former order gives nothing any more.
#[test]
fn who_buys_again_what_staff_took_away_stands_on_the_new_order() {
    keeps_its_promises(
        9148,
        &[
            Apply { buyer: 0, course: 2, loudly: true },
            Stream { records: 38 },
            UseLink { who: 8 },
            RemoveEnrollment { course: 2, who: 8 },
            Apply { buyer: 0, course: 2, loudly: false },
        ],
    );
}

/// The mail about a free course had gone out with its link when its process died; then a paid course's mail replaced the
/// link, and the first one was sent again, in other words.
#[test]
fn a_mail_that_goes_out_twice_says_one_thing() {
    keeps_its_promises(
        170,
        &[
            Apply { buyer: 0, course: 0, loudly: false },
            Apply { buyer: 3, course: 2, loudly: false },
            Apply { buyer: 0, course: 2, loudly: false },
            Stream { records: 17 },
            Stream { records: 20 },
            Pay { page: 5, way: Card },
            Stream { records: 13 },
        ],
    );
}
