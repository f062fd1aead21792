//! The numbers by which a member import names the role of a row (S002-17 to S002-25).

use thiserror::Error;

/// The base role of an imported member. The owner and whatever is granted later have no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleCode {
    /// 0.
    Administrator,
    /// 1.
    Author,
    /// 2.
    Learner,
}

/// The text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a role is 0 (administrator), 1 (author) or 2 (learner)")]
pub struct RoleCodeError;

impl RoleCode {
    /// Every code, in the order of their numbers.
    pub const ALL: [RoleCode; 3] = [RoleCode::Administrator, RoleCode::Author, RoleCode::Learner];

    /// Reads the number, spelled as a number: words name no role in an import.
    pub fn new(text: &str) -> Result<Self, RoleCodeError> {
        match text.trim() {
            "0" => Ok(RoleCode::Administrator),
            "1" => Ok(RoleCode::Author),
            "2" => Ok(RoleCode::Learner),
            _ => Err(RoleCodeError),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_numbers_are_roles_and_nothing_else_is() {
        for (number, role) in RoleCode::ALL.into_iter().enumerate() {
            assert_eq!(RoleCode::new(&number.to_string()), Ok(role));
        }
        for wrong in ["", "3", "-1", "00", "2.0", "owner", "tutor", "learner", "１"] {
            assert_eq!(RoleCode::new(wrong), Err(RoleCodeError), "{wrong}");
        }
    }
}
