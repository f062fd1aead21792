//! A statement that is a decision, decided: what it allows is permitted, what it denies is refused, and what it
//! makes conditional is shown from both sides.

use authorization::{
    Action, Grid, Module, Object, Principal, Role, RoleGrant, Switch, Widget, WidgetSet, decide, may_hold,
};

use crate::questions::{action, object, seat_of};
use crate::subjects::{holder, principal};
use crate::table::{Row, Verdict};
use crate::world::{Where, as_it_comes, everything_on, with_switch};

/// What a permission hangs on, as `conditions.csv` says it.
enum Condition {
    /// `switch.ID`: permitted while on, refused while off; `unless switch.ID`: the other way round.
    Switch(Switch, bool),
    /// `module.ID`: refused where it is missing.
    Module(Module),
    /// `widget.ID`: refused in a course without it.
    Widget(Widget),
    /// `elsewhere`: permitted here, refused on another object of the same kind.
    Elsewhere,
    /// `assigned ROLE`: refused to who holds all the same roles but this one.
    Assigned(Role),
    /// `given ROLE`: permitted to who is given this role as well, refused without it.
    Given(Role),
    /// `but not ACTION`: permitted, while this wider action is refused.
    ButNot(Action),
    /// `not on the owner`: refused where the account is the owner's.
    NotOnOwner,
    /// `closed by staff`: permitted to administrators and to those who run the object, refused to the subject itself.
    ByStaff,
}

fn read(words: &str) -> Result<Condition, String> {
    let unknown = || format!("no such condition: {words}");
    let switch = |id: &str| Switch::ALL.iter().copied().find(|switch| switch.id() == id).ok_or_else(unknown);
    let role = |id: &str| Role::from_id(id).ok_or_else(unknown);
    Ok(match words.split_once(' ').unwrap_or((words, "")) {
        ("elsewhere", "") => Condition::Elsewhere,
        ("unless", id) => Condition::Switch(switch(id)?, false),
        ("assigned", id) => Condition::Assigned(role(id)?),
        ("given", id) => Condition::Given(role(id)?),
        ("not", "on the owner") => Condition::NotOnOwner,
        ("closed", "by staff") => Condition::ByStaff,
        ("but", rest) => {
            let id = rest.strip_prefix("not ").ok_or_else(unknown)?;
            Condition::ButNot(Action::from_id(id).ok_or_else(unknown)?)
        }
        (id, "") if id.starts_with("switch.") => Condition::Switch(switch(id)?, true),
        (id, "") if id.starts_with("module.") => {
            Condition::Module(Module::ALL.iter().copied().find(|module| module.id() == id).ok_or_else(unknown)?)
        }
        (id, "") if id.starts_with("widget.") => {
            Condition::Widget(Widget::ALL.iter().copied().find(|widget| widget.id() == id).ok_or_else(unknown)?)
        }
        _ => return Err(unknown()),
    })
}

/// One question with the answer that the statement demands.
struct Case {
    grid: Grid,
    who: Principal,
    action: Action,
    on: Object,
    permitted: bool,
}

/// Decides a row. The error says which case came out wrong.
pub fn verify(row: &Row, condition: Option<&str>) -> Result<(), String> {
    if row.capability.starts_with("role.") && row.capability.ends_with(".hold") {
        return holds(row);
    }
    for case in cases(row, condition)? {
        let answer = decide(&case.grid, &case.who, case.action, &case.on);
        if answer.is_ok() != case.permitted {
            let wanted = if case.permitted { "permitted" } else { "refused" };
            return Err(format!(
                "{} is to be {wanted}: {answer:?} for {:?} on {:?}",
                case.action.id(),
                case.who,
                case.on
            ));
        }
    }
    Ok(())
}

fn cases(row: &Row, condition: Option<&str>) -> Result<Vec<Case>, String> {
    let who = principal(row).ok_or("no principal of this subject")?;
    let action = action(row).ok_or("no action of this capability")?;
    let on = object(row, &who, Where::Here);
    let elsewhere = object(row, &who, Where::Elsewhere);
    let condition = condition.map(read).transpose()?;
    let case =
        |grid: Grid, who: &Principal, on: Object, permitted| Case { grid, who: who.clone(), action, on, permitted };
    let plain = |permitted| case(as_it_comes(), &who, on, permitted);
    Ok(match (row.verdict, condition) {
        (Verdict::Allow, None) => vec![plain(true)],
        // Refused as it comes, and refused still with everything on.
        (Verdict::Deny, None) => {
            let mut both = vec![plain(false), case(everything_on(), &who, on, false)];
            both.extend(somebody_else(row).map(|other| case(everything_on(), &other, on, true)));
            both
        }
        (Verdict::Deny, Some(Condition::Elsewhere)) => {
            let mut cases = vec![case(everything_on(), &who, elsewhere, false)];
            cases.extend(somebody_else(row).map(|other| case(everything_on(), &other, elsewhere, true)));
            cases
        }
        (Verdict::Allow | Verdict::Conditional, Some(condition)) => match condition {
            Condition::Switch(switch, on_when) => {
                let with = |on| with_switch(switch, on);
                vec![case(with(on_when), &who, on, true), case(with(!on_when), &who, on, false)]
            }
            Condition::Module(module) => {
                let mut settings = *as_it_comes().settings();
                settings.modules = settings.modules.without(module);
                vec![plain(true), case(Grid::set_to(settings), &who, on, false)]
            }
            Condition::Widget(widget) => {
                let without = Object { widgets: WidgetSet::ALL.without(widget), ..on };
                vec![plain(true), case(everything_on(), &who, without, false)]
            }
            Condition::Elsewhere => vec![plain(true), case(everything_on(), &who, elsewhere, false)],
            Condition::Assigned(role) => {
                vec![plain(true), case(everything_on(), &without(&who, role), on, false)]
            }
            Condition::Given(role) => vec![case(as_it_comes(), &with(&who, role), on, true), plain(false)],
            Condition::ButNot(wider) => {
                let more = Case { action: wider, ..case(everything_on(), &who, on, false) };
                vec![plain(true), more]
            }
            Condition::NotOnOwner => {
                let owners = Object { of_owner: true, ..on };
                vec![plain(true), case(everything_on(), &who, owners, false)]
            }
            Condition::ByStaff => {
                let staff = [Role::Instructor, Role::CourseOwner, Role::PathAdministrator, Role::GroupOwner];
                let staff = [crate::world::administrator(&[]), crate::world::internal(&staff)];
                let mut both: Vec<Case> = staff.iter().map(|who| case(as_it_comes(), who, on, true)).collect();
                both.push(case(everything_on(), &who, on, false));
                both
            }
        },
        (Verdict::Conditional, None) => return Err("conditional, and no condition in conditions.csv".to_owned()),
        (Verdict::Deny, Some(_)) => return Err("denied, and yet a condition in conditions.csv".to_owned()),
        (Verdict::Fact, _) => return Err("a fact that nothing shows".to_owned()),
    })
}

/// Who may do what the row denies to its subject, on the very same object: a refusal says something only where somebody
/// is permitted. `None` where nobody is.
fn somebody_else(row: &Row) -> Option<Principal> {
    let nobodys = row.capability.starts_with("super_admin.")
        || ["certificate.email.copy", "full_administrator.password.view", "platform.access"]
            .contains(&row.capability.as_str());
    (!nobodys).then(|| crate::world::administrator(&[Role::Owner]))
}

fn without(who: &Principal, role: Role) -> Principal {
    let mut who = who.clone();
    if let Principal::Account(standing) = &mut who {
        standing.grants.retain(|grant| grant.role != role);
    }
    who
}

fn with(who: &Principal, role: Role) -> Principal {
    let mut who = who.clone();
    if let Principal::Account(standing) = &mut who {
        standing.grants.push(RoleGrant::new(role, seat_of(role)));
    }
    who
}

/// The role of a `role.*.hold` row.
fn role(row: &Row) -> Option<Role> {
    Some(match row.capability.as_str() {
        "role.billing_contact.hold" => Role::BillingContact,
        "role.co_author.hold" => Role::CourseCoAuthor,
        "role.co_instructor.hold" => Role::CourseCoInstructor,
        "role.course_owner.hold" => Role::CourseOwner,
        "role.group_administrator.hold" => Role::GroupAdministrator,
        // The doubled line of the monitor is read as team member (settled, 10).
        "role.group_member.hold" if row.id == "S004-295" => Role::TeamMember,
        "role.group_member.hold" => Role::GroupMember,
        "role.group_owner.hold" => Role::GroupOwner,
        "role.learner.hold" => Role::CourseLearner,
        "role.manager.hold" => Role::SupervisingManager,
        "role.mentor.hold" => Role::SupervisingMentor,
        "role.network_administrator.hold" => Role::NetworkAdministrator,
        "role.organization_administrator.hold" => Role::OrganizationAdministrator,
        "role.organization_member.hold" => Role::OrganizationMember,
        "role.path_administrator.hold" => Role::PathAdministrator,
        "role.super_admin.hold" => Role::Owner,
        "role.teaching_assistant.hold" => Role::CourseAssistant,
        "role.team_administrator.hold" => Role::TeamAdministrator,
        "role.team_leader.hold" => Role::TeamLeader,
        "role.team_member.hold" => Role::TeamMember,
        "role.team_owner.hold" => Role::TeamOwner,
        "role.tutor.hold" => Role::ProgramTutor,
        _ => return None,
    })
}

fn holds(row: &Row) -> Result<(), String> {
    let role = role(row).ok_or("no role of this capability")?;
    let Some(Principal::Account(holder)) = holder(row) else { return Err("no account of this subject".to_owned()) };
    let answer = may_hold(&as_it_comes(), &holder, role, seat_of(role), 0);
    match row.verdict {
        Verdict::Allow if answer.is_ok() => Ok(()),
        Verdict::Deny if answer.is_err() => Ok(()),
        Verdict::Conditional | Verdict::Fact => Err("shown among the facts, or not at all".to_owned()),
        Verdict::Allow | Verdict::Deny => Err(format!("{} holds {}: {answer:?}", row.subject, role.id())),
    }
}

/// Whether a closed list refuses whoever has no row: every type that no row names is refused each role.
pub fn unlisted_pairs_are_refused(rows: &[Row]) {
    let listed =
        |wanted: Role| rows.iter().filter(move |row| row.verdict == Verdict::Allow && role(row) == Some(wanted));
    for wanted in Role::ALL.iter().copied().filter(|wanted| listed(*wanted).next().is_some()) {
        for of_type in
            [Role::Parent, Role::Affiliate, Role::Monitor, Role::ContentAdministrator, Role::TeachingAssistant]
        {
            let named = listed(wanted).any(|row| row.subject == of_type.id().replace('_', " "));
            let holder = crate::world::somebody(domain::AccountKind::InternalLearner, &[of_type]);
            let answer = may_hold(&as_it_comes(), &holder, wanted, seat_of(wanted), 0);
            // Made path administrator by S003-111 and S004-172, which no list of roles repeats.
            let made = wanted == Role::PathAdministrator && of_type == Role::TeachingAssistant;
            assert_eq!(answer.is_ok(), named || made, "{} holds {}", of_type.id(), wanted.id());
        }
    }
}
