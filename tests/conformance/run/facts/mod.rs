//! Statements that are shown rather than asked: rules and values, each with the code that holds it.

mod accounts;
mod combined;
mod enrollments;
mod included;
mod instances;
mod powers;
mod reports;
mod terms;
mod widgets;

/// How a statement is verified when no table asks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// By decisions of the grid that need more than one question.
    Decision,
    /// By a rule or value of the product.
    Domain,
}

/// Some statements, and what shows that they hold.
pub struct Fact {
    /// Their ids, with spaces between them.
    pub ids: &'static str,
    pub how: How,
    /// Fails where they do not hold.
    pub shows: fn(),
}

const fn domain(ids: &'static str, shows: fn()) -> Fact {
    Fact { ids, how: How::Domain, shows }
}

const fn decision(ids: &'static str, shows: fn()) -> Fact {
    Fact { ids, how: How::Decision, shows }
}

/// Every one of them.
pub fn all() -> impl Iterator<Item = &'static Fact> {
    [
        accounts::FACTS,
        combined::FACTS,
        enrollments::FACTS,
        included::FACTS,
        instances::FACTS,
        powers::FACTS,
        reports::FACTS,
        terms::FACTS,
        widgets::FACTS,
    ]
    .into_iter()
    .flatten()
}
