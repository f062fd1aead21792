//! `docs/permissions.md`: the grid printed for people, below the words that tell how it is read and changed.

use std::fmt::Write as _;
use std::fs;

use authorization::{Condition, Guard, Module, Role, Seat, Switch, Widget, cells, holders, included, offered};

const PAGE: &str = "docs/permissions.md";
const WORDS: &str = include_str!("permissions.md");

/// Writes the page anew.
pub(crate) fn write() -> Result<(), String> {
    fs::write(PAGE, page()).map_err(|error| format!("{PAGE}: {error}"))
}

/// Whether the page says what the grid says.
pub(crate) fn check(breaches: &mut Vec<String>) {
    if fs::read_to_string(PAGE).unwrap_or_default() != page() {
        breaches.push(format!("{PAGE}: is not what the grid says: run `cargo xtask permissions`"));
    }
}

// Writing into a string does not fail.
fn page() -> String {
    let mut page = WORDS.to_owned();
    page.push_str("## Guards\n\n| id | rule | hides the object |\n|---|---|---|\n");
    for guard in Guard::ALL {
        let hides = if guard.hides_object() { "yes" } else { "" };
        let _ = writeln!(page, "| `{}` | {} | {hides} |", guard.id(), guard.words());
    }
    page.push_str("\n## Switches, modules, widgets\n\n| id | what it says | as it comes |\n|---|---|---|\n");
    for switch in Switch::ALL {
        let default = if switch.default_on() { "on" } else { "off" };
        let _ = writeln!(page, "| `{}` | {} | {default} |", switch.id(), switch.words());
    }
    for module in Module::ALL {
        let default = if *module == Module::ECommerce { "there" } else { "not there" };
        let _ = writeln!(page, "| `{}` | {} | {default} |", module.id(), module.words());
    }
    for widget in Widget::ALL {
        let _ = writeln!(page, "| `{}` | {} | as the course has it |", widget.id(), widget.words());
    }
    page.push_str("\n## The grid\n");
    Role::ALL.iter().for_each(|role| print(&mut page, *role));
    page
}

fn print(page: &mut String, role: Role) {
    let _ = write!(page, "\n### `{}`\n\n{}", role.id(), role.words());
    match role.seat() {
        Seat::Kind => page.push_str(" Comes with the kind of the account."),
        Seat::Outside => page.push_str(" Never given."),
        seat => {
            let _ = write!(page, " Held on: {}.", seat.id());
        }
    }
    let _ = write!(page, " Rank {}.", role.rank());
    if offered(role) != Condition::Always {
        let _ = write!(page, " Exists only {}.", offered(role).words());
    }
    page.push('\n');
    let of: Vec<_> = holders(role).iter().map(|of| format!("`{}`", of.id())).collect();
    if !of.is_empty() {
        let _ = writeln!(page, "\nMay be held by: {}.", of.join(", "));
    }
    page.push('\n');
    for other in included(role) {
        let _ = writeln!(page, "- everything of `{}`", other.id());
    }
    let mut ways: Vec<(String, Vec<String>)> = Vec::new();
    for cell in cells(role) {
        let way = format!("**{}** {}", cell.reach.id(), cell.condition.words());
        let statements = if cell.statements.is_empty() { String::new() } else { format!(" ({})", cell.statements) };
        let (last, rest) = match cell.actions.split_last() {
            Some((last, rest)) => (format!("`{}`{statements}", last.id()), rest),
            None => continue,
        };
        let actions = rest.iter().map(|action| format!("`{}`", action.id())).chain([last]);
        match ways.iter_mut().find(|(known, _)| *known == way) {
            Some((_, all)) => all.extend(actions),
            None => ways.push((way, actions.collect())),
        }
    }
    for (way, actions) in ways {
        let _ = writeln!(page, "- {}: {}", way.trim_end(), actions.join(", "));
    }
}
