//! How long a decision takes, and merging everything that a person holds. `cargo bench -p authorization`; the benchmark
//! of `portico-referee` asks Cedar the same.

#![expect(clippy::print_stdout, reason = "a benchmark speaks to whoever started it")]

use std::hint::black_box;
use std::time::Instant;

use authorization::{
    Action, GrantObject, Grid, Object, ObjectKind, Override, Principal, Role, RoleGrant, Standing, able, decide,
};
use domain::{AccountId, AccountKind, AccountStatus, Audience, CourseId, PartnerId, Tenant};

const ROUNDS: usize = 40;
const CALLS: u32 = 200_000;

/// The least of many rounds: what other work on the machine adds is in the others.
fn nanoseconds(mut call: impl FnMut()) -> f64 {
    let mut least = f64::MAX;
    for _ in 0..ROUNDS {
        let started = Instant::now();
        for _ in 0..CALLS {
            call();
        }
        least = least.min(started.elapsed().as_secs_f64() * 1e9 / f64::from(CALLS));
    }
    least
}

fn somebody(kind: AccountKind, grants: Vec<RoleGrant>) -> Principal {
    let id = AccountId::from_bytes([1; 16]);
    Principal::Account(Standing { id, version: 1, kind, status: AccountStatus::Activated, grants, behind: None })
}

fn course(byte: u8, audience: Audience) -> Object {
    Object {
        tenant: Some(audience.tenant()),
        audience: Some(audience),
        published: true,
        course: Some(CourseId::from_bytes([byte; 16])),
        ..Object::new(ObjectKind::Course)
    }
}

fn main() {
    let grid = Grid::DEFAULT;
    let partner = PartnerId::from_bytes([7; 16]);
    let teaches = |courses: u8| {
        let on = |byte| RoleGrant::new(Role::CourseInstructor, GrantObject::Course(CourseId::from_bytes([byte; 16])));
        somebody(AccountKind::InternalLearner, (1..=courses).map(on).collect())
    };
    let internal = course(1, Audience::Internal);
    let enrolled = Object { asker_enrolled: true, ..internal };
    let cases = [
        (
            "an administrator edits a course",
            somebody(AccountKind::InternalAdministrator, vec![]),
            Action::EditCourse,
            internal,
        ),
        ("a learner reads a lesson", somebody(AccountKind::InternalLearner, vec![]), Action::ReadLesson, enrolled),
        ("a learner is refused an edit", somebody(AccountKind::InternalLearner, vec![]), Action::EditCourse, internal),
        (
            "a partner's administrator meets the wall",
            somebody(AccountKind::PartnerAdministrator(partner), vec![]),
            Action::EditCourse,
            internal,
        ),
        ("an instructor of 1 course grades", teaches(1), Action::EvaluateTest, internal),
        (
            "an instructor of 50 courses grades in the last",
            teaches(50),
            Action::EvaluateTest,
            course(50, Audience::Internal),
        ),
        ("an instructor of 50 courses is refused", teaches(50), Action::EnrollAccount, internal),
    ];
    println!("one decision, nanoseconds (the least of {ROUNDS} rounds of {CALLS})");
    for (what, who, action, on) in &cases {
        let each = nanoseconds(|| {
            let _ = black_box(decide(black_box(&grid), black_box(who), black_box(*action), black_box(on)));
        });
        println!("  {what:<48} {each:>8.1}");
    }
    let refused = |action| Override::new(Some(Tenant::Partner(partner)), Role::Instructor, action, false).ok();
    let overridden = Grid::DEFAULT.with_overrides(Action::ALL.iter().take(20).filter_map(|action| refused(*action)));
    println!("everything that a person may, grid and overrides and grants merged, nanoseconds");
    for (what, grid, who) in [
        ("no grants", &grid, teaches(0)),
        ("50 grants", &grid, teaches(50)),
        ("50 grants, 20 overrides, merged anew", &overridden, teaches(50)),
    ] {
        let each = nanoseconds(|| {
            let merged = black_box(grid).clone();
            let _ = black_box(able(&merged, black_box(&who)));
        });
        println!("  {what:<48} {each:>8.1}");
    }
}
