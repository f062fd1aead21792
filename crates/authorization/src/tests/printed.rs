//! The grid printed for review, and what must be so of its lists.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::*;

/// Actions that no role brings: the product has no such thing, and an override cannot add it.
const BROUGHT_BY_NOBODY: &[(Action, &str)] = &[
    (Action::ViewCredentials, "no password or other secret is readable by anybody"),
    (Action::EditPermissionGrid, "the grid is read; what differs is an override"),
    (Action::CopyCertificateEmail, "nobody is a copy recipient of a mail with a certificate"),
];

#[test]
fn the_grid_is_what_was_reviewed() {
    let mut print = String::new();
    for role in Role::ALL {
        write!(print, "{} (rank {}, held on {})", role.id(), role.rank(), role.seat().id()).unwrap();
        if offered(*role) != Condition::Always {
            write!(print, " {}", offered(*role).words()).unwrap();
        }
        writeln!(print).unwrap();
        for other in included(*role) {
            writeln!(print, "  and everything of {}", other.id()).unwrap();
        }
        for cell in cells(*role) {
            for action in cell.actions {
                let line = format!(
                    "  {:<36} {:<15} {:<44} {}",
                    action.id(),
                    cell.reach.id(),
                    cell.condition.words(),
                    cell.statements
                );
                writeln!(print, "{}", line.trim_end()).unwrap();
            }
        }
    }
    insta::assert_snapshot!("grid", print);
}

#[test]
fn the_holders_are_what_was_reviewed() {
    let mut print = String::new();
    for role in Role::ALL {
        let of: Vec<_> = holders(*role).iter().map(|of| of.id()).collect();
        writeln!(print, "{:<28} {}", role.id(), if of.is_empty() { "–".to_owned() } else { of.join(" ") }).unwrap();
    }
    insta::assert_snapshot!("holders", print);
}

#[test]
fn every_action_is_brought_by_some_role_or_named_as_nobodys() {
    for action in Action::ALL {
        let brought = Role::ALL.iter().any(|role| cells(*role).iter().any(|cell| cell.actions.contains(action)));
        let nobodys = BROUGHT_BY_NOBODY.iter().any(|(of, _)| of == action);
        assert_ne!(brought, nobodys, "{action:?}");
    }
}

#[test]
fn ids_never_collide() {
    let actions: BTreeSet<_> = Action::ALL.iter().map(|action| action.id()).collect();
    assert_eq!(actions.len(), Action::ALL.len());
    let roles: BTreeSet<_> = Role::ALL.iter().map(|role| role.id()).collect();
    assert_eq!(roles.len(), Role::ALL.len());
    let guards: BTreeSet<_> = Guard::ALL.iter().map(|guard| guard.id()).collect();
    assert_eq!(guards.len(), Guard::ALL.len());
    assert!(Switch::ALL.iter().map(|switch| switch.id()).collect::<BTreeSet<_>>().len() == Switch::ALL.len());
    for role in Role::ALL {
        assert_eq!(Role::from_id(role.id()), Some(*role));
        assert_eq!(RoleSet::of(*role).iter().collect::<Vec<_>>(), [*role]);
    }
}

#[test]
fn every_switch_and_module_and_widget_decides_something() {
    let conditions: Vec<_> = Role::ALL
        .iter()
        .flat_map(|role| cells(*role).iter().map(|cell| cell.condition).chain([offered(*role)]))
        .collect();
    let used = |condition| conditions.contains(&condition);
    for switch in Switch::ALL {
        assert!(used(Condition::While(*switch)) || used(Condition::Unless(*switch)), "{}", switch.id());
    }
    for module in Module::ALL {
        assert!(used(Condition::Module(*module)), "{}", module.id());
    }
    for widget in Widget::ALL {
        assert!(used(Condition::Widget(*widget)), "{}", widget.id());
    }
}

#[test]
fn no_cell_says_the_same_twice() {
    for role in Role::ALL {
        let mut said = Vec::new();
        for cell in cells(*role) {
            for action in cell.actions {
                let line = (*action, cell.reach, cell.condition, cell.statements);
                assert!(!said.contains(&line), "{}: {}", role.id(), action.id());
                said.push(line);
            }
        }
    }
}

#[test]
fn a_role_that_is_held_on_an_object_reaches_that_object_alone() {
    let everywhere = [Seat::Kind, Seat::Type, Seat::Mark, Seat::Outside];
    for role in Role::ALL.iter().filter(|role| !everywhere.contains(&role.seat())) {
        for cell in crate::grid::cells_with_included(*role) {
            assert_eq!(cell.reach, Reach::Held, "{}", role.id());
        }
    }
}
