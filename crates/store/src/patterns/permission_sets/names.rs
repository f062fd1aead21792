//! What a profile reaches, by name: for those who see it, and to find what is not there or not the tenant's.

use authorization::{GrantObject, Granted, PermissionSet, Rights, act};
use domain::{Account, Course, Partner, Place, Tenant};

use crate::item::{Attributes, read};
use crate::keys::Key;
use crate::{Store, StoreError, keys};

/// Something that a profile reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedObject {
    /// What it is.
    pub object: GrantObject,
    /// What it is called; nothing for the platform and for all courses together.
    pub name: Option<String>,
}

/// What is known of an object: whose it is, and what it is called.
type Known = (Option<Tenant>, Option<String>);

impl Store {
    /// What a profile reaches, without what has gone since; nothing of a custom role, which is held on what it is given on.
    pub async fn objects_of_set(
        &self,
        _: &Granted<act::ViewPermissionGrid>,
        set: &PermissionSet,
    ) -> Result<Vec<NamedObject>, StoreError> {
        let Rights::Profile { on, .. } = &set.rights else { return Ok(Vec::new()) };
        let known = self.known(on).await?;
        let there = on.iter().zip(known).filter_map(|(object, known)| Some((*object, known?)));
        Ok(there.map(|(object, (_, name))| NamedObject { object, name }).collect())
    }

    /// Of what a profile is to reach, the first that is not there or not the tenant's own. What it reached before may
    /// have gone meanwhile.
    pub async fn stranger_to_set(
        &self,
        granted: &Granted<act::DefinePermissionSet>,
    ) -> Result<Option<GrantObject>, StoreError> {
        let target = granted.target();
        let on = |set: Option<&PermissionSet>| match set.map(|set| &set.rights) {
            Some(Rights::Profile { on, .. }) => on.clone(),
            _ => Vec::new(),
        };
        let (before, mut added) = (on(target.before.as_ref()), on(target.after.as_ref()));
        added.retain(|object| !before.contains(object));
        let known = self.known(&added).await?;
        let own = |known: Option<Known>| known.is_some_and(|(of, _)| of.is_none_or(|of| of == target.tenant));
        Ok(added.into_iter().zip(known).find(|(_, known)| !own(known.clone())).map(|(object, _)| object))
    }

    /// What is known of each object, in one round trip.
    async fn known(&self, objects: &[GrantObject]) -> Result<Vec<Option<Known>>, StoreError> {
        let keys: Vec<Option<Key>> = objects.iter().map(|object| key_of(*object)).collect();
        // Places of every kind share their keys: the id of a group that is called a team's is asked for once.
        let mut wanted: Vec<Key> = Vec::with_capacity(keys.len());
        for key in keys.iter().flatten() {
            if !wanted.contains(key) {
                wanted.push(key.clone());
            }
        }
        let items = self.table.get_all(&wanted).await?;
        let found = |key: &Key| {
            let at = wanted.iter().position(|wanted| wanted == key)?;
            items.get(at).cloned().flatten()
        };
        let known = objects.iter().zip(&keys).map(|(object, key)| match (object, key) {
            (GrantObject::Platform, _) => Ok(Some((None, None))),
            (GrantObject::Courses(tenant), _) => Ok(Some((Some(*tenant), None))),
            (_, None) => Ok(None),
            (object, Some(key)) => found(key).map_or(Ok(None), |item| read_known(*object, item)),
        });
        known.collect()
    }
}

/// Where an object that has a record of its own is kept.
pub(crate) fn key_of(object: GrantObject) -> Option<Key> {
    match object {
        GrantObject::Platform | GrantObject::Courses(_) | GrantObject::IltSession(_) => None,
        GrantObject::Organization(partner) => Some(keys::partner(partner)),
        GrantObject::Course(course) => Some(keys::course(course)),
        GrantObject::Person(person) => Some(keys::account(person)),
        place => place.place().map(keys::place),
    }
}

/// Whether the place is what the name says that it is: a team is no group.
pub(crate) fn is_it(object: GrantObject, place: &Place) -> bool {
    GrantObject::from(place.id) == object
}

/// Nothing where it is of another kind than its name says.
fn read_known(object: GrantObject, item: Attributes) -> Result<Option<Known>, StoreError> {
    Ok(Some(match object {
        GrantObject::Course(_) => {
            let course: Course = read(item)?;
            (Some(course.audience.tenant()), Some(course.title.to_string()))
        }
        GrantObject::Person(_) => {
            let account: Account = read(item)?;
            (Some(account.kind.tenant()), Some(account.name.to_string()))
        }
        GrantObject::Organization(_) => {
            let partner: Partner = read(item)?;
            (Some(Tenant::Partner(partner.id)), Some(partner.name.to_string()))
        }
        _ => {
            let place: Place = read(item)?;
            if !is_it(object, &place) {
                return Ok(None);
            }
            (Some(place.tenant), Some(place.name.to_string()))
        }
    }))
}
