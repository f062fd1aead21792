//! Enrollments: the second family of statuses, and which kinds of courses there are.

use authorization::{Action, Object, Role, decide};
use domain::{AccountId, Audience, Cause, CourseId, CourseMode, Enrollment, EnrollmentEvent, EnrollmentState, Ground};
use jiff::Timestamp;

use super::{Fact, decision, domain};
use crate::world::{Where, as_it_comes, course, internal};

pub const FACTS: &[Fact] = &[
    domain("S001-16 S001-234 S001-237 S001-238 S001-239 S001-240 S001-241 S001-242", each_enrollment_has_one_status),
    domain("S001-243", every_move_between_statuses_is_in_one_table),
    domain("S001-61 S001-62", courses_are_read_alone_or_held_on_dates),
    decision("S001-57", being_enrolled_is_the_learners_role),
    decision("S001-76 S001-217", who_is_assigned_to_a_session_needs_no_enrollment),
    decision("S001-143", results_and_attendance_are_of_dated_sessions_alone),
];

const NOW: Timestamp = Timestamp::UNIX_EPOCH;
const STATES: [EnrollmentState; 7] = [
    EnrollmentState::Waiting,
    EnrollmentState::ToConfirm,
    EnrollmentState::Enrolled,
    EnrollmentState::InProgress,
    EnrollmentState::Completed,
    EnrollmentState::Suspended,
    EnrollmentState::Overbooked,
];

fn enrollment(state: EnrollmentState) -> Enrollment {
    let (account, course) = (AccountId::from_bytes([1; 16]), CourseId::from_bytes([2; 16]));
    Enrollment::new(account, course, state, Ground::Staff(account), NOW)
}

fn each_enrollment_has_one_status() {
    for state in STATES {
        assert_eq!(enrollment(state).state, state);
    }
}

fn every_move_between_statuses_is_in_one_table() {
    let mut moves = 0;
    for state in STATES {
        for event in EnrollmentEvent::ALL {
            for cause in [Cause::Learner, Cause::Staff, Cause::Payment, Cause::Platform] {
                match enrollment(state).after(event, cause, NOW) {
                    Ok(_) => moves += 1,
                    Err(refused) => assert!(!refused.to_string().is_empty()),
                }
                if !event.may_be_caused_by(cause) {
                    assert!(enrollment(state).after(event, cause, NOW).is_err());
                }
            }
        }
    }
    assert!(moves > 20, "{moves}");
}

fn courses_are_read_alone_or_held_on_dates() {
    let held_on_dates = |mode| match mode {
        CourseMode::SelfPaced => false,
        // As a webinar, in a classroom, or partly so.
        CourseMode::Live | CourseMode::OnSite | CourseMode::Blended => true,
    };
    assert!(!held_on_dates(CourseMode::SelfPaced));
    assert!([CourseMode::Live, CourseMode::OnSite, CourseMode::Blended].into_iter().all(held_on_dates));
}

fn being_enrolled_is_the_learners_role() {
    let outside = course(Where::Here, Audience::Internal);
    let enrolled = Object { asker_enrolled: true, ..outside };
    let basis = decide(&as_it_comes(), &internal(&[]), Action::KeepProgress, &enrolled).unwrap();
    assert_eq!(basis.role, Role::CourseLearner);
    assert!(decide(&as_it_comes(), &internal(&[]), Action::KeepProgress, &outside).is_err());
}

fn session(at: Where) -> Object {
    Object { place: Some(at.session()), ..course(Where::Here, Audience::Internal) }
}

fn who_is_assigned_to_a_session_needs_no_enrollment() {
    let assigned = internal(&[Role::IltInstructor]);
    for action in [Action::EvaluateIltSessionResult, Action::MarkIltSessionAttendance] {
        assert!(decide(&as_it_comes(), &assigned, action, &session(Where::Here)).is_ok());
        assert!(decide(&as_it_comes(), &assigned, action, &session(Where::Elsewhere)).is_err(), "session by session");
        let enrolled = internal(&[Role::CourseInstructor]);
        assert!(decide(&as_it_comes(), &enrolled, action, &session(Where::Here)).is_err(), "enrolled is not assigned");
    }
}

fn results_and_attendance_are_of_dated_sessions_alone() {
    let instructor = internal(&[Role::CourseInstructor, Role::IltInstructor]);
    let without_session = course(Where::Here, Audience::Internal);
    for action in [Action::EvaluateIltSessionResult, Action::MarkIltSessionAttendance] {
        assert!(decide(&as_it_comes(), &instructor, action, &without_session).is_err());
    }
    assert!(decide(&as_it_comes(), &instructor, Action::EvaluateTest, &without_session).is_ok());
}
