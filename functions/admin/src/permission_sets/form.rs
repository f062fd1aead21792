//! What a profile or custom role is to be, read from what was sent; every mistake is told at once.

use std::fmt::Display;

use authorization::{Action, ActionSet, GrantObject, PermissionSet, Rights, Role, choosable, is_copied, profile_role};
use domain::{Tenant, Title};
use serde::Deserialize;
use store::{SET_OBJECTS_MAX, SetKind};
use utoipa::ToSchema;
use web::{Cx, Failure, FieldErrors};

/// A profile or custom role that is to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPermissionSetForm {
    /// `power_profile` or `custom_role`.
    #[serde(default)]
    #[schema(required = true, example = "power_profile")]
    kind: String,
    /// What it is called.
    #[serde(default)]
    #[schema(required = true)]
    name: String,
    /// The id of the role that a custom role is copied from.
    parent: Option<String>,
    /// Ids of the actions that a profile brings, or that a custom role keeps of its parent.
    #[serde(default)]
    #[schema(required = true)]
    actions: Vec<String>,
    /// What a profile reaches, at most 50 entries: `course:ID`, `courses:main` or `courses:ID` for all courses of a platform
    /// with those to come, `group:ID`, `team:ID`, `path:ID`, `channel:ID`, `person:ID`, `organization:ID` or `platform`.
    on: Option<Vec<String>>,
}

/// What a profile or custom role is to be from now on, as a whole.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PermissionSetForm {
    /// The version that was looked at.
    pub(super) version: u64,
    /// What it is called.
    #[serde(default)]
    #[schema(required = true)]
    name: String,
    /// Ids of the actions that a profile brings, or that a custom role keeps of its parent.
    #[serde(default)]
    #[schema(required = true)]
    actions: Vec<String>,
    /// What a profile reaches, at most 50 entries.
    on: Option<Vec<String>>,
}

/// The fields that both forms have.
struct Wish<'w> {
    name: &'w str,
    actions: &'w [String],
    on: Option<&'w [String]>,
}

impl NewPermissionSetForm {
    /// What it is to be, and which kind it is.
    pub(super) fn read(&self, cx: &Cx, tenant: Tenant) -> Result<PermissionSet, Failure> {
        let mut errors = FieldErrors::default();
        let kind = SetKind::from_word(&self.kind).ok_or("must be `power_profile` or `custom_role`");
        let kind = errors.take("kind", kind);
        let role = match (kind, &self.parent) {
            (Some(SetKind::PowerProfile), None) => Some(profile_role()),
            (Some(SetKind::PowerProfile), Some(_)) => errors.take("parent", Err("belongs to custom roles alone")),
            (Some(SetKind::CustomRole), parent_id) => errors.take("parent", required_parent(parent_id.as_deref())),
            (None, _) => None,
        };
        let wish = Wish { name: &self.name, actions: &self.actions, on: self.on.as_deref() };
        let (name, rights) = wish.read(cx, kind.zip(role), tenant, errors)?;
        Ok(PermissionSet { id: cx.store().new_set_id(), version: 1, tenant, name, rights, changed_at: cx.now() })
    }
}

impl PermissionSetForm {
    /// What becomes of it as it stands. What it is and which role it was copied from stays.
    pub(super) fn applied(&self, cx: &Cx, before: &PermissionSet) -> Result<PermissionSet, Failure> {
        let wish = Wish { name: &self.name, actions: &self.actions, on: self.on.as_deref() };
        let of = (SetKind::of(before), before.role());
        let (name, rights) = wish.read(cx, Some(of), before.tenant, FieldErrors::default())?;
        Ok(PermissionSet { version: before.version + 1, name, rights, changed_at: cx.now(), ..before.clone() })
    }
}

impl Wish<'_> {
    /// Reads every field. What could not be told from `of`, the kind and the role of the actions, stands in the errors
    /// already.
    fn read(
        &self,
        cx: &Cx,
        of: Option<(SetKind, Role)>,
        tenant: Tenant,
        mut errors: FieldErrors,
    ) -> Result<(Title, Rights), Failure> {
        let name = errors.take("name", Title::new(self.name));
        let actions = self.actions(cx, of.map(|(_, role)| role), tenant, &mut errors);
        let on = match (of, self.on) {
            (Some((SetKind::PowerProfile, _)), on) => objects(on.unwrap_or_default(), tenant, &mut errors),
            (Some((SetKind::CustomRole, _)), Some(_)) => {
                errors.take("on", Err("belongs to profiles alone: a custom role is held on what it is given on"))
            }
            _ => Some(Vec::new()),
        };
        let (Some((kind, parent)), Some(name), Some(actions), Some(on)) = (of, name, actions, on) else {
            return Err(errors.into_failure());
        };
        let rights = match kind {
            SetKind::PowerProfile => Rights::Profile { actions, on },
            SetKind::CustomRole => Rights::CustomRole { parent, actions },
        };
        Ok((name, rights))
    }

    fn actions(&self, cx: &Cx, role: Option<Role>, tenant: Tenant, errors: &mut FieldErrors) -> Option<ActionSet> {
        if self.actions.is_empty() {
            return errors.take("actions", Err("must name at least one action"));
        }
        let brought = role.map_or(ActionSet::ALL, |role| choosable(cx.grid(), role, tenant));
        let action = |id: &String| match Action::from_id(id) {
            None => Err("must be the id of an action, such as `course.edit`".to_owned()),
            Some(action) if !brought.contains(action) => {
                Err(format!("`{}` brings no `{id}`", role.map_or("the role", Role::id)))
            }
            Some(action) => Ok(action),
        };
        each(self.actions, "actions", action, errors).map(|actions| actions.into_iter().collect())
    }
}

fn required_parent(id: Option<&str>) -> Result<Role, &'static str> {
    parent(id.ok_or("is required: a custom role is copied from a role")?)
}

/// The role of an id, if custom roles are copied from it.
pub(crate) fn parent(id: &str) -> Result<Role, &'static str> {
    let copied = Role::from_id(id).filter(|role| is_copied(*role));
    copied.ok_or("must be the id of a role that is given by itself to more than one, such as `instructor`")
}

/// What a profile reaches; each object once.
fn objects(names: &[String], tenant: Tenant, errors: &mut FieldErrors) -> Option<Vec<GrantObject>> {
    if names.is_empty() || names.len() > SET_OBJECTS_MAX {
        return errors.take("on", Err(format!("must have 1 to {SET_OBJECTS_MAX} entries")));
    }
    let mut seen: Vec<GrantObject> = Vec::new();
    let object = |name: &String| {
        let object = crate::roles::object(name)?;
        if seen.contains(&object) {
            return Err("stands in the list already");
        }
        seen.push(object);
        match object {
            GrantObject::IltSession(_) => Err("is not there"),
            GrantObject::Courses(of) if of != tenant => Err("must be all courses of this platform"),
            object => Ok(object),
        }
    };
    each(names, "on", object, errors)
}

/// Reads each entry, and names each that is wrong.
fn each<T, E: Display>(
    entries: &[String],
    field: &str,
    mut read: impl FnMut(&String) -> Result<T, E>,
    errors: &mut FieldErrors,
) -> Option<Vec<T>> {
    let read: Vec<Option<T>> = entries
        .iter()
        .enumerate()
        .map(|(index, entry)| errors.take(&format!("{field}[{index}]"), read(entry)))
        .collect();
    read.into_iter().collect()
}
