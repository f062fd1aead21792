//! The roles that an account begins with: read with the account's own fields, judged before anything is written.

use authorization::RoleGrant;
use store::{FIRST_ROLES_MAX, Newcomer};
use web::{Cx, Failure, FieldErrors};

use crate::roles::{self, give::RoleForm};

/// The same words for an object that is not there and for one behind a wall.
const NOT_THERE: &str = "names nothing that you could give a role on";

/// Reads every role of a form; what is wrong stands in `errors` under the role's place in the list.
pub(crate) fn read(forms: Vec<RoleForm>, errors: &mut FieldErrors) -> Option<Vec<RoleGrant>> {
    if forms.len() > FIRST_ROLES_MAX {
        let refused: Result<_, String> = Err(format!("at most {FIRST_ROLES_MAX}; give the others afterwards"));
        return errors.take("roles", refused);
    }
    let mut grants: Vec<RoleGrant> = Vec::new();
    let mut complete = true;
    for (at, form) in forms.into_iter().enumerate() {
        let place = format!("roles[{at}]");
        let Some(grant) = errors.take_part(&place, form.plain()) else {
            complete = false;
            continue;
        };
        let twice = grants.iter().any(|other| (other.role, other.object) == (grant.role, grant.object));
        let once = if twice { Err("is there twice") } else { Ok(grant) };
        match errors.take(&place, once) {
            Some(grant) => grants.push(grant),
            None => complete = false,
        }
    }
    complete.then_some(grants)
}

/// Judges one role after the other, each as if the ones before it were held already.
pub(crate) async fn judged(cx: &Cx, mut newcomer: Newcomer, grants: Vec<RoleGrant>) -> Result<Newcomer, Failure> {
    let mut errors = FieldErrors::default();
    for (at, grant) in grants.into_iter().enumerate() {
        let first = match roles::first(cx, &newcomer, grant).await {
            Err(Failure::NotFound) => Err(Failure::field("object", NOT_THERE)),
            Err(failure) if !matches!(failure, Failure::Fields(_) | Failure::Conflict(_)) => return Err(failure),
            judged => judged,
        };
        if let Some(role) = errors.take_part(&format!("roles[{at}]"), first) {
            newcomer = newcomer.with(role);
        }
    }
    if errors.list().is_empty() { Ok(newcomer) } else { Err(errors.into_failure()) }
}
