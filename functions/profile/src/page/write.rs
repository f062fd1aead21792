//! `PUT /api/me/profile`: what one writes about oneself.

use authorization::act;
use axum::Json;
use domain::{AboutText, LINKS_MAX, Profile, SocialLink};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure, FieldErrors, Problem};

use super::of_others::FRIENDS_SHOWN;
use super::view::ProfilePage;

/// A page as it shall be. Photos are put on it and taken off one by one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProfileForm {
    /// The version that was looked at; 0 where nothing was written yet.
    #[serde(default)]
    #[schema(required = true)]
    version: Option<u64>,
    /// What you write about yourself, as Markdown, at most 5,000 characters.
    #[serde(default)]
    about: String,
    /// Where else you are to be found: at most ten `https` addresses.
    #[serde(default)]
    #[schema(example = json!(["https://social.example/@ada"]))]
    links: Vec<String>,
}

impl ProfileForm {
    fn read(self, before: &Profile) -> Result<Profile, Failure> {
        let mut errors = FieldErrors::default();
        let version = errors.take("version", self.version.ok_or("is required: 0 before the first change"));
        let about = errors.take("about", AboutText::new(&self.about));
        if self.links.len() > LINKS_MAX {
            errors.take::<(), _>("links", Err(format!("must be at most {LINKS_MAX}")));
        }
        let read = |(at, link): (usize, &String)| errors.take(&format!("links[{at}]"), SocialLink::new(link));
        let links: Vec<_> = self.links.iter().take(LINKS_MAX).enumerate().filter_map(read).collect();
        if !errors.list().is_empty() {
            return Err(errors.into_failure());
        }
        if version != Some(before.version) {
            return Err(Failure::conflict("your profile page was changed meanwhile: read it again"));
        }
        Ok(Profile { about: about.unwrap_or_default(), links, ..before.clone() })
    }
}

/// Write your own profile page.
#[utoipa::path(
    put, path = "/api/me/profile", tag = "profiles", request_body = ProfileForm,
    responses(
        (status = 200, description = "The page as it is now", body = ProfilePage),
        (status = 401, description = "Nobody is signed in", body = Problem),
        (status = 409, description = "Changed meanwhile", body = Problem),
        (status = 422, description = "Some fields need another value", body = Problem),
    )
)]
pub(crate) async fn write_profile(cx: Cx, Body(form): Body<ProfileForm>) -> Result<Json<ProfilePage>, Failure> {
    let grant = cx.authorize::<act::EditProfile>(()).await?;
    let own = cx.authorize::<act::ManageFriends>(()).await?;
    let before = cx.store().own_profile(&grant).await?;
    let after = form.read(&before)?;
    let account = grant.target().account.clone();
    let written = cx.store().write_profile(grant, &before, after).await?;
    let friends = cx.store().own_friends(&own, None, FRIENDS_SHOWN).await?;
    Ok(Json(ProfilePage::of(&account, &written, friends, Some(cx.now()))))
}
