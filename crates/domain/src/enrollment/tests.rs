//! The state machine of enrollments, arrow by arrow.

use super::*;

fn enrollment(state: EnrollmentState) -> Enrollment {
    let order = Ground::Order(OrderId::from_bytes([9; 16]));
    Enrollment::new(AccountId::from_bytes([1; 16]), CourseId::from_bytes([2; 16]), state, order, Timestamp::UNIX_EPOCH)
}

/// Tries the event for a cause that may cause it.
fn moved(from: EnrollmentState, event: EnrollmentEvent) -> Option<EnrollmentState> {
    let causes = [Cause::Staff, Cause::Learner, Cause::Platform, Cause::Payment];
    let cause = causes.into_iter().find(|cause| event.may_be_caused_by(*cause)).unwrap();
    enrollment(from).after(event, cause, Timestamp::UNIX_EPOCH).ok().map(|after| after.state)
}

#[test]
fn every_arrow_and_no_other() {
    use EnrollmentEvent::*;
    use EnrollmentState as S;
    let arrows = [
        (S::ToConfirm, Confirm, S::Enrolled),
        (S::ToConfirm, Queue, S::Waiting),
        (S::ToConfirm, Overbook, S::Overbooked),
        (S::Waiting, Promote, S::Enrolled),
        (S::Waiting, Overbook, S::Overbooked),
        (S::Overbooked, Promote, S::Enrolled),
        (S::Overbooked, Queue, S::Waiting),
        (S::Enrolled, Start, S::InProgress),
        (S::Enrolled, Complete, S::Completed),
        (S::Enrolled, Queue, S::Waiting),
        (S::Enrolled, Overbook, S::Overbooked),
        (S::InProgress, Complete, S::Completed),
        (S::Completed, Reopen, S::InProgress),
        (S::Suspended, Reinstate, S::Enrolled),
        // By staff, beside the lack of money.
        (S::Suspended, Suspend, S::Suspended),
        (S::Suspended, Queue, S::Waiting),
        (S::Suspended, Overbook, S::Overbooked),
        (S::ToConfirm, Suspend, S::Suspended),
        (S::Waiting, Suspend, S::Suspended),
        (S::Overbooked, Suspend, S::Suspended),
        (S::Enrolled, Suspend, S::Suspended),
        (S::InProgress, Suspend, S::Suspended),
        (S::Completed, Suspend, S::Suspended),
    ];
    let states = [S::Waiting, S::ToConfirm, S::Enrolled, S::InProgress, S::Completed, S::Suspended, S::Overbooked];
    for from in states {
        for event in EnrollmentEvent::ALL {
            let expected = arrows.iter().find(|(f, e, _)| (*f, *e) == (from, event)).map(|(_, _, to)| *to);
            assert_eq!(moved(from, event), expected, "{from:?} {event:?}");
        }
    }
}

#[test]
fn learners_cannot_cause_what_is_for_staff() {
    for event in
        [EnrollmentEvent::Confirm, EnrollmentEvent::Promote, EnrollmentEvent::Reinstate, EnrollmentEvent::Overbook]
    {
        let refused = enrollment(EnrollmentState::Suspended).after(event, Cause::Learner, Timestamp::UNIX_EPOCH);
        assert_eq!(refused, Err(EnrollmentRefused::Cause { event, cause: Cause::Learner }));
    }
}

#[test]
fn access_holds_while_any_ground_stands_and_progress_survives_its_end() {
    let (first, second) = (Ground::Order(OrderId::from_bytes([9; 16])), Ground::Staff(AccountId::from_bytes([3; 16])));
    let lesson = LessonId::from_bytes([4; 16]);
    let now = Timestamp::UNIX_EPOCH;
    let begun = enrollment(EnrollmentState::Enrolled)
        .with_ground(second, now)
        .with_lesson_done(lesson, &[lesson, LessonId::from_bytes([5; 16])], now)
        .unwrap();
    let one_left = begun.without_ground(first, now);
    assert!(one_left.opens_lessons());
    let none_left = one_left.without_ground(second, now);
    assert_eq!(none_left.state, EnrollmentState::Suspended);
    let back = none_left.with_ground(first, now);
    assert_eq!(back.state, EnrollmentState::InProgress);
    assert!(back.progress.lessons_done.contains(&lesson));
}

#[test]
fn money_does_not_lift_what_staff_has_suspended() {
    let now = Timestamp::UNIX_EPOCH;
    let suspended = enrollment(EnrollmentState::Enrolled).after(EnrollmentEvent::Suspend, Cause::Staff, now).unwrap();
    let paid_again = suspended.with_ground(Ground::Order(OrderId::from_bytes([8; 16])), now);
    assert_eq!(paid_again.state, EnrollmentState::Suspended);
}

#[test]
fn staff_shuts_out_whom_the_lack_of_money_has_shut_out_and_alone_lets_in_again() {
    let (staff, now) = (AccountId::from_bytes([7; 16]), Timestamp::UNIX_EPOCH);
    let paid = Ground::Order(OrderId::from_bytes([9; 16]));
    let begun = enrollment(EnrollmentState::InProgress);
    let both = begun.without_ground(paid, now).after(EnrollmentEvent::Suspend, Cause::Staff, now).unwrap();
    assert!(both.suspended_by_staff && both.suspended_from == Some(EnrollmentState::InProgress));
    let once_more = both.clone().after(EnrollmentEvent::Suspend, Cause::Staff, now);
    assert!(matches!(once_more, Err(EnrollmentRefused::State { .. })));
    let paid_again = both.with_ground(paid, now);
    assert_eq!(paid_again.state, EnrollmentState::Suspended);
    let back = paid_again.after_word_of(staff, EnrollmentEvent::Reinstate, now).unwrap();
    assert_eq!((back.state, back.grounds), (EnrollmentState::InProgress, BTreeSet::from([paid])));
}

#[test]
fn the_last_lesson_completes_the_course() {
    let now = Timestamp::UNIX_EPOCH;
    let lessons = [LessonId::from_bytes([4; 16]), LessonId::from_bytes([5; 16])];
    let half = enrollment(EnrollmentState::Enrolled).with_lesson_done(lessons[0], &lessons, now).unwrap();
    assert_eq!(half.state, EnrollmentState::InProgress);
    let done = half.with_lesson_done(lessons[1], &lessons, now).unwrap();
    assert_eq!((done.state, done.completed_at), (EnrollmentState::Completed, Some(now)));
}

#[test]
fn nobody_is_reinstated_by_no_right_at_all() {
    let (staff, now) = (AccountId::from_bytes([7; 16]), Timestamp::UNIX_EPOCH);
    let paid = Ground::Order(OrderId::from_bytes([9; 16]));
    let shut_out = enrollment(EnrollmentState::Enrolled).after(EnrollmentEvent::Suspend, Cause::Staff, now).unwrap();
    let still_paid = shut_out.clone().after_word_of(staff, EnrollmentEvent::Reinstate, now).unwrap();
    assert_eq!(still_paid.grounds, BTreeSet::from([paid]), "a later refund takes it away");
    let refunded = shut_out.without_ground(paid, now);
    for (event, state) in [
        (EnrollmentEvent::Reinstate, EnrollmentState::Enrolled),
        (EnrollmentEvent::Queue, EnrollmentState::Waiting),
        (EnrollmentEvent::Overbook, EnrollmentState::Overbooked),
    ] {
        let back = refunded.clone().after_word_of(staff, event, now).unwrap();
        assert_eq!(
            (back.state, back.grounds, back.suspended_from),
            (state, BTreeSet::from([Ground::Staff(staff)]), None)
        );
    }
}

#[test]
fn money_takes_people_out_of_the_line_but_past_no_suspension() {
    use EnrollmentState as S;
    let (ground, now) = (Ground::Order(OrderId::from_bytes([8; 16])), Timestamp::UNIX_EPOCH);
    for state in [S::Waiting, S::ToConfirm, S::Overbooked] {
        assert_eq!(enrollment(state).with_paid_ground(ground, None, now).state, S::Enrolled, "{state:?}");
    }
    let shut_out = enrollment(S::Waiting).after(EnrollmentEvent::Suspend, Cause::Staff, now).unwrap();
    assert_eq!(shut_out.with_paid_ground(ground, None, now).state, S::Suspended);
}

#[test]
fn what_has_happened_is_so_already() {
    let staff = AccountId::from_bytes([7; 16]);
    for state in [EnrollmentState::ToConfirm, EnrollmentState::Enrolled, EnrollmentState::Suspended] {
        for event in EnrollmentEvent::ALL {
            let Ok(after) = enrollment(state).after_word_of(staff, event, Timestamp::UNIX_EPOCH) else { continue };
            assert!(after.is_already(event), "{state:?} {event:?}");
            assert!(!enrollment(state).is_already(event), "{state:?} {event:?}");
        }
    }
    // Shut out for the money, and shut out by staff, are not the same: the money may come back.
    assert!(!enrollment(EnrollmentState::Suspended).is_already(EnrollmentEvent::Suspend));
}
