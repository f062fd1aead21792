//! What a decision must not cost.

use super::*;

#[test]
fn a_decision_allocates_nothing() {
    let many: Vec<RoleGrant> = (0..50)
        .map(|byte| RoleGrant::new(Role::CourseInstructor, GrantObject::Course(CourseId::from_bytes([byte; 16]))))
        .collect();
    let askers =
        [account(AccountKind::InternalAdministrator), holding(AccountKind::InternalLearner, &many), Principal::Visitor];
    let objects = [course(Audience::Internal), course(Audience::Partner(OURS)), person(AccountKind::InternalLearner)];
    let grid = Grid::DEFAULT;
    let mut allowed = 0;
    let count = allocation_counter::measure(|| {
        for asker in &askers {
            for action in Action::ALL {
                allowed += objects.iter().filter(|object| decide(&grid, asker, *action, object).is_ok()).count();
                allowed += usize::from(able(&grid, asker).contains(*action));
            }
        }
    });
    assert_eq!(count.count_total, 0);
    assert!(allowed > 100);
}
