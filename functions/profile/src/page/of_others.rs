//! `GET /api/people/{account}/profile`: somebody's page, for whoever may see it.

use authorization::{Action, Granted, Target, act};
use axum::Json;
use domain::{AccountId, AccountStatus};
use store::Page;
use web::{Cx, Failure, Path, Problem};

use super::view::ProfilePage;

/// So many friends stand on a page.
pub(super) const FRIENDS_SHOWN: usize = 50;

/// See somebody's profile page: your own, a friend's, or that of somebody you look after or administer.
///
/// What the account knows (address, type, status) is shown to those who may see the account. While it is switched off or
/// expired, nobody else finds its page.
#[utoipa::path(
    get, path = "/api/people/{account}/profile", tag = "profiles",
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 200, description = "The page", body = ProfilePage),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_profile(cx: Cx, Path(account): Path<AccountId>) -> Result<Json<ProfilePage>, Failure> {
    let grant = cx.authorize::<act::ViewProfile>(account).await?;
    let seen = sees_account(&cx, &grant)?;
    let friends = async {
        match cx.behind() {
            // Whom somebody is friends with is no business of whoever is logged in as them.
            Some(_) => Ok(Page { items: Vec::new(), next: None }),
            None => cx.store().friends_on_profile(&grant, FRIENDS_SHOWN).await,
        }
    };
    let (profile, friends) = tokio::try_join!(cx.store().profile(&grant), friends)?;
    Ok(Json(ProfilePage::of(&grant.target().account, &profile, friends, seen.then(|| cx.now()))))
}

/// Whether whoever sees the page sees the account, too. For all others the page is there as long as its owner can sign in.
pub(crate) fn sees_account(cx: &Cx, grant: &Granted<act::ViewProfile>) -> Result<bool, Failure> {
    let person = grant.target();
    let oneself = grant.account() == Some(person.account.id);
    match oneself || cx.may(Action::ViewAccount, &person.object()) {
        false if person.account.status(cx.now()) != AccountStatus::Activated => Err(Failure::NotFound),
        seen => Ok(seen),
    }
}
