//! Histories: what happens in a run, step by step, drawn from the seed alone before anything happens. A step names things
//! by number and is looked up when its time comes, so that a history can be printed, read and played again.

use super::dice::Dice;
use super::provider::{Dispute, Way};
use super::scene::PUBLIC_COURSES;

/// Something that happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// A buyer applies for a public course, spelling the address in one way or another.
    Apply {
        buyer: usize,
        course: usize,
        loudly: bool,
    },
    Pay {
        page: usize,
        way: Way,
    },
    Transfer {
        number: usize,
        arrives: bool,
    },
    /// A buyer's browser comes back from a page, paid or not.
    ComeBack {
        page: usize,
    },
    /// The provider sends an event, of those that were not heard yet or of all.
    Deliver {
        event: usize,
        again: bool,
    },
    RefundByStaff {
        order: usize,
        half: bool,
    },
    RefundByHand {
        payment: usize,
        half: bool,
    },
    RefundFails {
        payment: usize,
    },
    Dispute {
        payment: usize,
        what: Dispute,
    },
    SignIn {
        who: usize,
    },
    Refresh {
        who: usize,
    },
    SignOut {
        who: usize,
    },
    AskForLink {
        who: usize,
    },
    UseLink {
        who: usize,
    },
    /// Lists one's courses, and reads and finishes a lesson of one.
    Learn {
        who: usize,
        course: usize,
        lesson: usize,
    },
    EnrollSelf {
        who: usize,
        course: usize,
    },
    EnrollOther {
        course: usize,
        who: usize,
    },
    MoveEnrollment {
        course: usize,
        who: usize,
        to: &'static str,
    },
    RemoveEnrollment {
        course: usize,
        who: usize,
    },
    Deactivate {
        who: usize,
    },
    Reactivate {
        who: usize,
    },
    /// A partner's administrator looks at everything, also where they have no business.
    LookAround {
        partner: usize,
        at: usize,
    },
    Reprice {
        course: usize,
        minor: u64,
    },
    Seats {
        course: usize,
        seats: Option<u64>,
    },
    Unpublish {
        course: usize,
    },
    Publish {
        course: usize,
    },
    Stream {
        records: u64,
    },
    SweepOutbox,
    Reconcile,
    SweepExpired,
    Wait {
        seconds: u64,
    },
    /// The process will die at a request to the table.
    Crash {
        at: u64,
        after: bool,
    },
    /// A pause too short for a step of its own.
    Moment {
        ms: u64,
    },
    /// Two people, or a person and the platform, at once: each does one thing after the other.
    Together([Vec<Step>; 2]),
}

/// Everybody of the scene by number: the owner, an administrator, two administrators of partners, four learners, and
/// the buyers.
const PEOPLE: u64 = 12;
/// The first of the learners whom staff has invited, and the first buyer.
pub(super) const FIRST_LEARNER: usize = 4;
pub(super) const FIRST_BUYER: usize = 8;
const BUYERS: u64 = 4;
const COURSES: u64 = 6;
/// Numbers are counted round what there is; this many are enough to reach all of it.
const ANY: u64 = 12;
const DAY_S: u64 = 24 * 60 * 60;

/// The history of a run.
pub(super) fn history(dice: &Dice) -> Vec<Step> {
    let steps = usize::try_from(dice.within(25..50)).unwrap();
    let mut history = Vec::new();
    while history.len() < steps {
        match dice.within(0..100) {
            0..12 => history.extend(purchase(dice)),
            12..20 => history.push(rush(dice)),
            20..30 => history.push(together(dice)),
            _ => history.push(step(dice)),
        }
    }
    history
}

/// What most histories are about: somebody buys, is told, and learns. What comes between is chance's to say.
fn purchase(dice: &Dice) -> Vec<Step> {
    let (buyer, course) = (pick(dice, BUYERS), pick(dice, PUBLIC_COURSES as u64));
    let who = FIRST_BUYER + buyer;
    vec![
        Step::Apply { buyer, course, loudly: dice.per_mille(500) },
        Step::Pay { page: pick(dice, ANY), way: way(dice) },
        Step::Deliver { event: pick(dice, ANY), again: false },
        Step::Stream { records: dice.within(5..40) },
        Step::UseLink { who },
        Step::Learn { who, course, lesson: pick(dice, 2) },
    ]
}

/// Two at the same order, or at the same person, at the same time.
fn rush(dice: &Dice) -> Step {
    let (page, payment) = (pick(dice, ANY), pick(dice, ANY));
    let moment = || Step::Moment { ms: dice.within(1..300) };
    let deliver = || Step::Deliver { event: pick(dice, ANY), again: dice.per_mille(300) };
    let who = FIRST_BUYER + pick(dice, BUYERS);
    let course = pick(dice, COURSES);
    Step::Together(match dice.within(0..7) {
        0 => [vec![Step::ComeBack { page }], vec![moment(), deliver()]],
        1 => [
            vec![Step::ComeBack { page }],
            vec![moment(), Step::RefundByHand { payment, half: dice.per_mille(500) }, deliver(), deliver()],
        ],
        2 => [vec![deliver(), deliver()], vec![moment(), Step::Dispute { payment, what: Dispute::Opens }, deliver()]],
        3 => [
            vec![Step::RefundByStaff { order: page, half: true }],
            vec![moment(), Step::RefundByStaff { order: page, half: false }],
        ],
        4 => [vec![Step::SignIn { who }], vec![moment(), Step::UseLink { who }]],
        5 => [vec![Step::SignIn { who }], vec![moment(), Step::Deactivate { who }]],
        _ => [
            vec![Step::EnrollSelf { who: FIRST_LEARNER + pick(dice, 4), course }],
            vec![moment(), Step::Seats { course, seats: Some(dice.within(0..3)) }],
        ],
    })
}

fn together(dice: &Dice) -> Step {
    let (first, second) = (step(dice), step(dice));
    // The same thing twice at once is what a double click is.
    let second = if dice.per_mille(300) { first.clone() } else { second };
    // Time and the process's end are nobody's own, and the stream is read by one.
    let alone = |step: &Step| matches!(step, Step::Wait { .. } | Step::Crash { .. } | Step::Stream { .. });
    match (alone(&first), alone(&second)) {
        (true, _) => first,
        (_, true) => second,
        _ => Step::Together([vec![first], vec![Step::Moment { ms: dice.within(1..100) }, second]]),
    }
}

fn pick(dice: &Dice, below: u64) -> usize {
    usize::try_from(dice.within(0..below)).unwrap()
}

fn step(dice: &Dice) -> Step {
    let number = |below: u64| pick(dice, below);
    let any = || number(ANY);
    let half = || dice.per_mille(500);
    let public = || number(PUBLIC_COURSES as u64);
    let course = || number(COURSES);
    let who = || number(PEOPLE);
    match dice.within(0..100) {
        0..14 => Step::Apply { buyer: number(BUYERS), course: public(), loudly: half() },
        14..25 => Step::Pay { page: any(), way: way(dice) },
        25..28 => Step::Transfer { number: any(), arrives: dice.per_mille(700) },
        28..33 => Step::ComeBack { page: any() },
        33..46 => Step::Deliver { event: any(), again: dice.per_mille(250) },
        46..49 => Step::RefundByStaff { order: any(), half: half() },
        49..52 => Step::RefundByHand { payment: any(), half: half() },
        52..53 => Step::RefundFails { payment: any() },
        53..57 => Step::Dispute {
            payment: any(),
            what: [Dispute::Opens, Dispute::Won, Dispute::Lost, Dispute::Opens][number(4)],
        },
        57..60 => Step::SignIn { who: who() },
        60..61 => Step::Refresh { who: who() },
        61..62 => Step::SignOut { who: who() },
        62..64 => Step::AskForLink { who: who() },
        64..67 => Step::UseLink { who: who() },
        67..72 => Step::Learn { who: who(), course: course(), lesson: number(2) },
        72..74 => Step::EnrollSelf { who: who(), course: course() },
        74..76 => Step::EnrollOther { course: course(), who: who() },
        76..78 => Step::MoveEnrollment {
            course: course(),
            who: who(),
            to: ["suspend", "reinstate", "queue", "promote", "another run"][number(5)],
        },
        78..79 => Step::RemoveEnrollment { course: course(), who: who() },
        79..81 => Step::Deactivate { who: who() },
        81..82 => Step::Reactivate { who: who() },
        82..84 => Step::LookAround { partner: number(2), at: any() },
        84..85 => match dice.within(0..4) {
            0 => Step::Reprice { course: public(), minor: dice.within(0..3) * 500 },
            1 => Step::Seats { course: course(), seats: [None, Some(0), Some(1), Some(3)][number(4)] },
            2 => Step::Unpublish { course: course() },
            _ => Step::Publish { course: course() },
        },
        85..89 => Step::Stream { records: dice.within(1..30) },
        89..91 => Step::SweepOutbox,
        91..93 => Step::Reconcile,
        93..94 => Step::SweepExpired,
        94..97 => Step::Wait { seconds: [1, 11, 61, 700, 3_600, DAY_S, 3 * DAY_S][number(7)] },
        _ => Step::Crash { at: dice.within(0..25), after: half() },
    }
}

fn way(dice: &Dice) -> Way {
    match dice.within(0..20) {
        0..11 => Way::Card,
        11..15 => Way::Transfer,
        15..17 => Way::HalfOff,
        17 => Way::AllOff,
        18 => Way::OtherSum,
        _ => Way::OtherCurrency,
    }
}
