//! Places: what people belong to beside courses. Groups, teams, channels, paths and programs are one kind of record;
//! what tells them apart is who holds which role on them.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::id::{ChannelId, GroupId, PathId, TeamId};
use crate::tenant::Tenant;
use crate::text::Title;

/// What a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// People who learn together, with a catalog of their own.
    Group,
    /// People who work together.
    Team,
    /// Where learners share what they know.
    Channel,
    /// Courses in a row.
    Path,
    /// A path that is led: participants, tutors, steps that are confirmed.
    Program,
}

/// The text names no kind of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchKind;

impl PlaceKind {
    /// Every kind.
    pub const ALL: [PlaceKind; 5] =
        [PlaceKind::Group, PlaceKind::Team, PlaceKind::Channel, PlaceKind::Path, PlaceKind::Program];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            PlaceKind::Group => "group",
            PlaceKind::Team => "team",
            PlaceKind::Channel => "channel",
            PlaceKind::Path => "path",
            PlaceKind::Program => "program",
        }
    }

    /// The id of a place of this kind that these bytes spell.
    pub const fn id(self, bytes: [u8; 16]) -> PlaceId {
        match self {
            PlaceKind::Group => PlaceId::Group(GroupId::from_bytes(bytes)),
            PlaceKind::Team => PlaceId::Team(TeamId::from_bytes(bytes)),
            PlaceKind::Channel => PlaceId::Channel(ChannelId::from_bytes(bytes)),
            PlaceKind::Path | PlaceKind::Program => PlaceId::Path(PathId::from_bytes(bytes)),
        }
    }

    /// The id of a place of this kind that a text spells.
    pub fn parse_id(self, text: &str) -> Option<PlaceId> {
        // Every id is spelled the same way.
        Some(match self {
            PlaceKind::Group => PlaceId::Group(text.parse().ok()?),
            PlaceKind::Team => PlaceId::Team(text.parse().ok()?),
            PlaceKind::Channel => PlaceId::Channel(text.parse().ok()?),
            PlaceKind::Path | PlaceKind::Program => PlaceId::Path(text.parse().ok()?),
        })
    }
}

impl FromStr for PlaceKind {
    type Err = NoSuchKind;
    fn from_str(text: &str) -> Result<Self, NoSuchKind> {
        Self::ALL.into_iter().find(|kind| kind.word() == text).ok_or(NoSuchKind)
    }
}

/// The id of a place. A path and a program are one kind of object with two families of roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceId {
    /// Of a group.
    Group(GroupId),
    /// Of a team.
    Team(TeamId),
    /// Of a channel.
    Channel(ChannelId),
    /// Of a path or program.
    Path(PathId),
}

impl fmt::Display for PlaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlaceId::Group(id) => id.fmt(f),
            PlaceId::Team(id) => id.fmt(f),
            PlaceId::Channel(id) => id.fmt(f),
            PlaceId::Path(id) => id.fmt(f),
        }
    }
}

/// A group, team, channel, path or program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its id.
    pub id: PlaceId,
    /// What it is.
    pub kind: PlaceKind,
    /// Raised by every change.
    pub version: u64,
    /// Whose it is; stays for good.
    pub tenant: Tenant,
    /// Its name.
    pub name: Title,
    /// When it was made.
    pub created_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_its_word_and_an_id_its_text() {
        for kind in PlaceKind::ALL {
            assert_eq!(kind.word().parse(), Ok(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.word());
            let id = kind.id([1; 16]);
            assert_eq!(kind.parse_id(&id.to_string()), Some(id));
            assert_eq!(kind.parse_id("x"), None);
        }
        assert_eq!("groups".parse::<PlaceKind>(), Err(NoSuchKind));
    }
}
