//! The grid in Cedar's language: a schema, one `permit` for each cell of each role, and the guards as `forbid`.

use std::fmt::Write;

use authorization::{Action, Cell, Condition, Effect, Reach, Role, cells, included, offered};
use cedar_policy::{PolicySet, Schema, ValidationMode, Validator};

use crate::scene::{half, half_id, is_halved};

/// A policy in words, with the actions it names; none where it speaks of all of them.
pub struct Policy {
    pub text: String,
    pub names: Option<Vec<Action>>,
    /// The role without which it permits nothing, or the half of one; none for guards.
    pub role: Option<String>,
}

/// Every guard and every cell.
pub fn policies() -> Vec<Policy> {
    let guards = include_str!("guards.cedar").split("@id(").skip(1).map(|text| {
        let text = format!("@id({text}");
        let (head, rest) = text.split_once("when {").unwrap();
        let within = |words: &str| Action::ALL.iter().copied().filter(|one| words.contains(&quoted(*one))).collect();
        let (named, excepted): (Vec<Action>, Vec<Action>) = (within(head), within(rest));
        // A guard names the actions that it is about, or those that it makes an exception of, or none.
        let others = || Action::ALL.iter().copied().filter(|one| !excepted.contains(one)).collect();
        let names = match (named.is_empty(), excepted.is_empty()) {
            (false, _) => Some(named),
            (true, false) => Some(others()),
            (true, true) => None,
        };
        Policy { names, role: None, text }
    });
    let mut all: Vec<Policy> = guards.collect();
    all.push(read_only_monitor());
    for role in Role::ALL {
        let mut row = Vec::new();
        collect(*role, &mut row);
        // Cells that differ in their statements alone are one policy.
        let mut merged: Vec<(&Cell, Vec<Action>)> = Vec::new();
        for cell in row {
            let like = |other: &Cell| other.reach == cell.reach && other.condition == cell.condition;
            match merged.iter_mut().find(|(other, _)| like(other)) {
                Some((_, actions)) => actions.extend(cell.actions),
                None => merged.push((cell, cell.actions.to_vec())),
            }
        }
        let id = role.id();
        all.extend(merged.iter().enumerate().map(|(number, (cell, actions))| permit(*role, id, number, cell, actions)));
        // A profile or custom role is a role of its own to Cedar: the same cells, with what was left of their actions.
        if is_halved(*role) {
            let id = half_id(*role);
            let left = merged.iter().map(|(cell, actions)| (cell, kept(actions))).filter(|(_, kept)| !kept.is_empty());
            all.extend(left.enumerate().map(|(number, (cell, actions))| permit(*role, &id, number, cell, &actions)));
        }
    }
    all
}

/// A role's own cells, and those of the roles that it includes.
fn collect(role: Role, row: &mut Vec<&'static Cell>) {
    row.extend(cells(role));
    for other in included(role) {
        collect(*other, row);
    }
}

fn kept(actions: &[Action]) -> Vec<Action> {
    actions.iter().copied().filter(|action| half().contains(*action)).collect()
}

fn quoted(action: Action) -> String {
    format!("Action::\"{}\"", action.id())
}

fn list(actions: &[Action]) -> String {
    actions.iter().map(|action| quoted(*action)).collect::<Vec<_>>().join(", ")
}

/// S003-192, S004-276: the actions that write are those that say so.
fn read_only_monitor() -> Policy {
    let writes: Vec<_> = Action::ALL.iter().copied().filter(|action| action.effect() == Effect::Writes).collect();
    let text = format!(
        "@id(\"guard.read_only_monitor\")\nforbid (principal, action in [{}], resource)\n\
         when {{ principal.account && principal.wide.containsAny([\"monitor\", \"half:monitor\"]) && resource.account != principal.id }}\n\
         unless {{ context.holds }};\n",
        list(&writes)
    );
    Policy { text, names: Some(writes), role: None }
}

fn permit(role: Role, id: &str, number: usize, cell: &Cell, actions: &[Action]) -> Policy {
    let wide = format!("principal.wide.contains(\"{id}\")");
    let reach = match cell.reach {
        Reach::Held => format!("context.held.contains(\"{id}\")"),
        Reach::Anywhere => wide,
        Reach::OwnTenant => {
            format!("{wide} && principal.account && resource.tenant != \"\" && resource.tenant == principal.tenant")
        }
        Reach::PublicCatalog => {
            format!(
                "{wide} && (resource.kind == \"catalog\" || (resource.published && resource.audience == \"public\"))"
            )
        }
        Reach::OwnAudience => {
            format!(
                "{wide} && principal.account && resource.published && resource.realm != \"\" && resource.realm == principal.realm"
            )
        }
        Reach::OwnAdministrators => format!(
            "{wide} && [\"internal_administrator\", \"partner_administrator\"].contains(resource.account_kind) \
             && resource.tenant == principal.tenant"
        ),
        Reach::Friends => format!("{wide} && principal.account && context.friends && resource.account != \"\""),
        Reach::Own => format!("{wide} && principal.id != \"\" && resource.account == principal.id"),
    };
    let mut text = format!("@id(\"{id}.{number}\")\npermit (principal, action in [{}], resource)\n", list(actions));
    writeln!(text, "when {{ {reach} }}").unwrap();
    for condition in [cell.condition, offered(role)] {
        match condition {
            Condition::Always => {}
            Condition::While(switch) => {
                writeln!(text, "when {{ context.switches.contains(\"{}\") }}", switch.id()).unwrap()
            }
            Condition::Unless(switch) => {
                writeln!(text, "unless {{ context.switches.contains(\"{}\") }}", switch.id()).unwrap();
            }
            Condition::Module(module) => {
                writeln!(text, "when {{ context.modules.contains(\"{}\") }}", module.id()).unwrap()
            }
            Condition::Widget(widget) => {
                writeln!(text, "when {{ resource.widgets.contains(\"{}\") }}", widget.id()).unwrap()
            }
        }
    }
    text.push_str(";\n");
    Policy { text, names: Some(actions.to_vec()), role: Some(id.to_owned()) }
}

/// What Cedar is told about askers, things and actions.
pub fn schema() -> Schema {
    let mut text = String::from(
        "entity Asker {\n  account: Bool, id: String, kind: String, learner: Bool, tenant: String, realm: String,\n  \
         status: String, wide: Set<String>,\n};\n\
         entity Thing {\n  kind: String, tenant: String, home: String, audience: String, realm: String, published: Bool,\n  \
         account: String, account_kind: String, account_home: String, account_realm: String, height: Long, of_owner: Bool, placed: Bool,\n  \
         in_course: Bool, partner_exists: Bool, widgets: Set<String>,\n};\n",
    );
    for action in Action::ALL {
        writeln!(
            text,
            "action \"{}\" appliesTo {{ principal: [Asker], resource: [Thing], context: {{ held: Set<String>, holds: Bool, friends: Bool, \
             height: Long, switches: Set<String>, modules: Set<String> }} }};",
            action.id()
        )
        .unwrap();
    }
    Schema::from_cedarschema_str(&text).unwrap().0
}

/// Some policies, as Cedar reads them.
pub fn read(policies: &[Policy]) -> Vec<cedar_policy::Policy> {
    let id = |number: usize| Some(cedar_policy::PolicyId::new(format!("policy{number}")));
    let numbered = policies.iter().enumerate();
    numbered.map(|(number, policy)| cedar_policy::Policy::parse(id(number), &policy.text).unwrap()).collect()
}

/// A set of policies.
pub fn set<'p>(policies: impl Iterator<Item = &'p cedar_policy::Policy>) -> PolicySet {
    PolicySet::from_policies(policies.cloned()).unwrap()
}

/// Fails where Cedar's validator finds anything to say.
pub fn validate(schema: &Schema, policies: &[Policy]) {
    let result = Validator::new(schema.clone()).validate(&set(read(policies).iter()), ValidationMode::Strict);
    let errors: Vec<_> = result.validation_errors().map(ToString::to_string).collect();
    assert!(result.validation_passed(), "{}", errors.join("\n"));
}
