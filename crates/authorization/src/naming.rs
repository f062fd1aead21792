//! How what a role is held on is named: `platform`, or `kind:ID`. The same words stand in addresses, keys and the audit.

use std::fmt;
use std::str::FromStr;

use domain::{PlaceId, Tenant};

use crate::principal::GrantObject;

/// The text names nothing that a role is held on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchObject;

impl GrantObject {
    /// What names may look like.
    pub const NAMES: &str = "must be `platform`, `organization:ID`, `course:ID`, `courses:main`, `courses:ID`, \
         `session:ID`, `path:ID`, `group:ID`, `team:ID`, `channel:ID` or `person:ID`";

    /// The place it is, where it is one.
    pub const fn place(self) -> Option<PlaceId> {
        match self {
            GrantObject::Path(id) => Some(PlaceId::Path(id)),
            GrantObject::Group(id) => Some(PlaceId::Group(id)),
            GrantObject::Team(id) => Some(PlaceId::Team(id)),
            GrantObject::Channel(id) => Some(PlaceId::Channel(id)),
            GrantObject::Platform
            | GrantObject::Organization(_)
            | GrantObject::Course(_)
            | GrantObject::Courses(_)
            | GrantObject::IltSession(_)
            | GrantObject::Person(_) => None,
        }
    }
}

impl From<PlaceId> for GrantObject {
    fn from(place: PlaceId) -> Self {
        match place {
            PlaceId::Group(id) => GrantObject::Group(id),
            PlaceId::Team(id) => GrantObject::Team(id),
            PlaceId::Channel(id) => GrantObject::Channel(id),
            PlaceId::Path(id) => GrantObject::Path(id),
        }
    }
}

impl fmt::Display for GrantObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GrantObject::Platform => f.write_str("platform"),
            GrantObject::Organization(id) => write!(f, "organization:{id}"),
            GrantObject::Course(id) => write!(f, "course:{id}"),
            GrantObject::Courses(Tenant::Main) => f.write_str("courses:main"),
            GrantObject::Courses(Tenant::Partner(id)) => write!(f, "courses:{id}"),
            GrantObject::IltSession(id) => write!(f, "session:{id}"),
            GrantObject::Path(id) => write!(f, "path:{id}"),
            GrantObject::Group(id) => write!(f, "group:{id}"),
            GrantObject::Team(id) => write!(f, "team:{id}"),
            GrantObject::Channel(id) => write!(f, "channel:{id}"),
            GrantObject::Person(id) => write!(f, "person:{id}"),
        }
    }
}

impl FromStr for GrantObject {
    type Err = NoSuchObject;
    fn from_str(text: &str) -> Result<Self, NoSuchObject> {
        let (kind, id) = text.split_once(':').unwrap_or((text, ""));
        let object = match kind {
            "platform" => return if text == kind { Ok(GrantObject::Platform) } else { Err(NoSuchObject) },
            "organization" => id.parse().map(GrantObject::Organization),
            "courses" if id == "main" => return Ok(GrantObject::Courses(Tenant::Main)),
            "courses" => id.parse().map(Tenant::Partner).map(GrantObject::Courses),
            "course" => id.parse().map(GrantObject::Course),
            "session" => id.parse().map(GrantObject::IltSession),
            "path" => id.parse().map(GrantObject::Path),
            "group" => id.parse().map(GrantObject::Group),
            "team" => id.parse().map(GrantObject::Team),
            "channel" => id.parse().map(GrantObject::Channel),
            "person" => id.parse().map(GrantObject::Person),
            _ => return Err(NoSuchObject),
        };
        object.map_err(|_| NoSuchObject)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_survives_its_name() {
        let id = "00000000000000000000000001";
        let kinds = ["organization", "course", "courses", "session", "path", "group", "team", "channel", "person"];
        for name in
            kinds.map(|kind| format!("{kind}:{id}")).iter().map(String::as_str).chain(["platform", "courses:main"])
        {
            let object: GrantObject = name.parse().unwrap();
            assert_eq!(object.to_string(), name);
            assert!(object.place().is_none_or(|place| GrantObject::from(place) == object));
        }
        for bad in [
            "",
            "platform:",
            "courses",
            "courses:everywhere",
            "group",
            "group:",
            "group:x",
            "lesson:00000000000000000000000001",
        ] {
            assert_eq!(bad.parse::<GrantObject>(), Err(NoSuchObject), "{bad}");
        }
    }
}
