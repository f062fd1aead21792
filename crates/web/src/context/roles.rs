//! The checks of roles: one that is to be given, one that an account begins with, one that is to be taken away, and what
//! somebody becomes in what they make.

use authorization::{
    Act, GrantObject, Granted, NotGiven, Principal, Role, RoleGrant, RoleTarget, authorize_giving, authorize_taking,
    conceivable, course_maker_role, maker_role,
};
use domain::PlaceKind;
use store::{GRANTS_MAX, Newcomer, RoleWish};

use super::Cx;
use crate::failure::Failure;

impl Cx {
    /// The one check of a role that is to be given: who may give it, to whom, and that it is not more than they have.
    pub async fn authorize_giving<A>(&self, wish: RoleWish) -> Result<Granted<A>, Failure>
    where
        A: Act<Target = RoleTarget>,
    {
        conceivable(&self.grid, &self.principal, A::ACTION)?;
        let target = self.store().role_to_give(wish).await?.ok_or(Failure::NotFound)?;
        if target.standing.grants.len() >= GRANTS_MAX {
            return Err(Failure::conflict(format!("an account holds at most {GRANTS_MAX} roles")));
        }
        let judged = authorize_giving::<A>(&self.grid, &self.principal, target);
        self.confirmed(judged.map_err(|not_given| self.not_given(not_given, wish.grant.role))?)
    }

    /// The one check of a role that an account is to begin with: the same as for an account that is there.
    pub async fn authorize_first_role<A>(&self, newcomer: &Newcomer, grant: RoleGrant) -> Result<Granted<A>, Failure>
    where
        A: Act<Target = RoleTarget>,
    {
        conceivable(&self.grid, &self.principal, A::ACTION)?;
        let target = self.store().first_role_to_give(newcomer.account(), &newcomer.held(), grant).await?;
        let judged = authorize_giving::<A>(&self.grid, &self.principal, target.ok_or(Failure::NotFound)?);
        self.confirmed(judged.map_err(|not_given| self.not_given(not_given, grant.role))?)
    }

    /// The one check of a role that is to be taken away.
    pub async fn authorize_taking<A>(&self, wish: RoleWish) -> Result<Granted<A>, Failure>
    where
        A: Act<Target = RoleTarget>,
    {
        conceivable(&self.grid, &self.principal, A::ACTION)?;
        let target = self.store().role_to_take(wish).await?.ok_or(Failure::NotFound)?;
        let judged = authorize_taking::<A>(&self.grid, &self.principal, target);
        self.confirmed(judged.map_err(|not_given| self.not_given(not_given, wish.grant.role))?)
    }

    fn not_given(&self, not_given: NotGiven, role: Role) -> Failure {
        tracing::info!(role = role.id(), reason = not_given.id(), actor = ?self.principal.actor(), "not given");
        Failure::not_given(not_given, role)
    }

    /// What the asking account becomes in a place that it makes.
    pub fn maker(&self, kind: PlaceKind) -> impl FnOnce(GrantObject) -> Option<Role> + use<'_> {
        move |place| match &self.principal {
            Principal::Account(maker) if maker.grants.len() < GRANTS_MAX => maker_role(&self.grid, maker, kind, place),
            _ => None,
        }
    }

    /// What the asking account becomes in a course that it makes.
    pub fn course_maker(&self) -> impl FnOnce(GrantObject) -> Option<Role> + use<'_> {
        move |course| match &self.principal {
            Principal::Account(maker) if maker.grants.len() < GRANTS_MAX => {
                course_maker_role(&self.grid, maker, course)
            }
            _ => None,
        }
    }
}
