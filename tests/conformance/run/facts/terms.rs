//! Words: two labels of one thing, one label of two things, and how the chart of three columns is read.

use std::collections::BTreeMap;

use authorization::{Role, Seat, able};

use super::{Fact, domain};
use crate::table::{Verdict, rows};
use crate::world::{everything_on, internal};

pub const FACTS: &[Fact] = &[
    domain("S001-94", the_chart_has_three_columns),
    domain("S003-86", || one_label("instructor", "teacher")),
    domain("S003-128", || one_label("internal_learner", "student")),
    domain("S003-207", || {
        let affiliate = able(&everything_on(), &internal(&[Role::Affiliate]));
        assert_eq!(affiliate.iter().find(|action| action.id().starts_with("partner_platform.")), None);
        assert_eq!(Role::Affiliate.seat(), Seat::Type);
    }),
];

fn one_label(id: &str, other: &str) {
    assert!(Role::from_id(id).is_some());
    assert_eq!(Role::from_id(other), None);
}

/// Every line of the chart has a cell for the learner, the instructor and the tutor.
fn the_chart_has_three_columns() {
    let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let number = |id: &str| id.strip_prefix("S001-").and_then(|number| number.parse::<u32>().ok()).unwrap_or(0);
    for row in rows() {
        let cell = (95..=216).contains(&number(&row.id)) && row.verdict != Verdict::Fact;
        if cell && ["learner", "instructor", "tutor"].contains(&row.subject.as_str()) {
            lines.entry(row.capability).or_default().push(row.subject);
        }
    }
    assert_eq!(lines.len(), 39);
    for (capability, columns) in lines {
        assert_eq!(columns, ["learner", "instructor", "tutor"], "{capability}");
    }
}
