//! What a decision must not cost.

use domain::PermissionSetId;

use super::*;

#[test]
fn a_decision_allocates_nothing() {
    let many: Vec<RoleGrant> = (0..50)
        .map(|byte| RoleGrant::new(Role::CourseInstructor, GrantObject::Course(CourseId::from_bytes([byte; 16]))))
        .collect();
    // Ten profiles of fifty objects each, merged before anybody asks.
    let profiles = (0..10_u8).flat_map(|byte| {
        let actions = ActionSet::of(&[Action::EditCourse, Action::ViewCourse]);
        let source = Source { set: PermissionSetId::from_bytes([byte; 16]), version: 1 };
        let on = move |of: u8| GrantObject::Course(CourseId::from_bytes([of; 16]));
        (0..50_u8).map(move |of| RoleGrant::chosen(Role::PowerUser, on(of), actions).part_of(source))
    });
    let power = holding(AccountKind::InternalLearner, &profiles.collect::<Vec<_>>());
    let askers = [
        account(AccountKind::InternalAdministrator),
        holding(AccountKind::InternalLearner, &many),
        power,
        Principal::Visitor,
    ];
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
