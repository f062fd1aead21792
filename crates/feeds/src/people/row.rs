//! One row: from texts to somebody who is to get an account.

use domain::{AccountKind, EmailAddress, KindError, PartnerId, PersonName, RoleCode, Tier, TypeName};
use jiff::Timestamp;

use super::{PeopleOptions, PersonCells, PersonDraft, PersonRow};
use crate::csv_rows::disarmed;
use crate::error::shortened;
use crate::findings::Findings;

/// Longer keys are shortened in reports.
const KEY_CHARS_MAX: usize = 80;

pub(super) fn row(cells: &PersonCells, options: &PeopleOptions) -> PersonRow {
    let key = match cells.email.trim() {
        "" => format!("line {}", cells.line),
        email => shortened(email, KEY_CHARS_MAX),
    };
    let mut findings = Findings::default();
    let draft = draft(cells, options, &mut findings);
    let outcome = match draft {
        Some(draft) if findings.errors.is_empty() => Ok(draft),
        _ => Err(findings.errors),
    };
    PersonRow { line: cells.line, key, name: shortened(cells.name.trim(), KEY_CHARS_MAX), outcome }
}

fn draft(cells: &PersonCells, options: &PeopleOptions, findings: &mut Findings) -> Option<PersonDraft> {
    let name = needed("name", &cells.name, findings);
    let name = name.and_then(|name| findings.need("name", name, PersonName::new(name)));
    let email = needed("email", &cells.email, findings);
    let email = email.and_then(|email| findings.need("email", email, EmailAddress::new(email)));
    let role = needed("role", &cells.role, findings);
    let role = role.and_then(|role| findings.need("role", role, RoleCode::new(role)));
    let tier = if role == Some(RoleCode::Administrator) { Tier::Administrator } else { Tier::Learner };
    let kind = kind(tier, cells, options, findings);
    let expires_at = given(&cells.expires_at).map(|end| findings.need("expires_at", end, future(end, options.now)));
    let expires_at = expires_at.map_or(Some(None), |end| end.map(Some));
    Some(PersonDraft { kind: kind?, role: role?, name: name?, email: email?, expires_at: expires_at? })
}

/// The cell without the space around it and the `'` that keeps a spreadsheet from calculating it. A formula is nothing
/// but text here.
fn given(cell: &str) -> Option<&str> {
    Some(disarmed(cell.trim()).trim()).filter(|cell| !cell.is_empty())
}

fn needed<'a>(column: &str, cell: &'a str, findings: &mut Findings) -> Option<&'a str> {
    let cell = given(cell);
    if cell.is_none() {
        findings.error(column, "", "is missing");
    }
    cell
}

fn kind(tier: Tier, cells: &PersonCells, options: &PeopleOptions, findings: &mut Findings) -> Option<AccountKind> {
    let partner = given(&cells.partner).map(|id| {
        let read = id.parse::<PartnerId>().map_err(|_| "must be the id of a partner platform");
        findings.need("partner", id, read)
    });
    let type_name = given(&cells.type_name).map(|word| findings.need("type", word, type_of(word)));
    let (type_name, partner) = match (type_name, partner) {
        (None, None) => match options.home {
            Some(home) => (TypeName::Partner, Some(home)),
            None => (TypeName::Internal, None),
        },
        (None, Some(partner)) => (TypeName::Partner, Some(partner?)),
        (Some(type_name), None) => (type_name?, options.home.filter(|_| type_name == Some(TypeName::Partner))),
        (Some(type_name), Some(partner)) => (type_name?, Some(partner?)),
    };
    match AccountKind::new(tier, Some(type_name), partner) {
        Ok(kind) => Some(kind),
        Err(error) => {
            let (column, cell) = match error {
                KindError::TypeMissing | KindError::PublicAdministrator => ("type", &cells.type_name),
                KindError::PartnerMissing | KindError::PartnerUnexpected => ("partner", &cells.partner),
            };
            findings.error(column, cell, error);
            None
        }
    }
}

fn type_of(word: &str) -> Result<TypeName, &'static str> {
    match word.to_ascii_lowercase().as_str() {
        "internal" => Ok(TypeName::Internal),
        "partner" => Ok(TypeName::Partner),
        "public" => Err("public accounts are made by buying a course: write `internal` or `partner`"),
        _ => Err("must be `internal` or `partner`"),
    }
}

fn future(text: &str, now: Timestamp) -> Result<Timestamp, &'static str> {
    let at: Timestamp = text.parse().map_err(|_| "must be a moment such as `2030-01-31T00:00:00Z`")?;
    if at > now { Ok(at) } else { Err("must lie in the future") }
}
