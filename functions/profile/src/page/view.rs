//! How a profile page looks. What an account knows of its owner is shown to those alone who may see the account.

use domain::{Account, AccountId, AccountStatus, Photo, PhotoId, Profile, SocialLink, Tier, TypeName};
use jiff::Timestamp;
use prose::markdown_to_html;
use serde::Serialize;
use store::{Friend, Page};
use utoipa::ToSchema;

/// A profile page.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ProfilePage {
    basic: BasicView,
    /// `null` for whoever may see the page and not the account.
    account: Option<AccountDetails>,
    /// The first fifty of them.
    friends: Vec<FriendName>,
    /// Whether there are more friends than are shown here.
    more_friends: bool,
    /// The oldest first.
    photos: Vec<PhotoView>,
    links: Vec<LinkView>,
}

/// Who it is, and what they write about themselves.
#[derive(Debug, Serialize, ToSchema)]
struct BasicView {
    #[schema(value_type = String)]
    id: AccountId,
    /// What the person is called.
    #[schema(example = "Ada Lovelace")]
    name: String,
    /// What the person writes, as Markdown; empty where nothing was written.
    about: String,
    /// The same as HTML that is safe to show as it is, with the text of pictures in their place.
    about_html: String,
    /// Raised by every change, 0 before the first; to be sent along with the next one.
    version: u64,
    /// When the page was last changed; `null` before it was written.
    #[schema(value_type = Option<String>, format = DateTime)]
    updated_at: Option<Timestamp>,
}

/// What the account knows of its owner.
#[derive(Debug, Serialize, ToSchema)]
struct AccountDetails {
    email: String,
    /// `administrator` or `learner`.
    #[schema(value_type = String, example = "learner")]
    tier: Tier,
    /// `internal`, `partner` or `public`.
    #[serde(rename = "type")]
    #[schema(value_type = String, example = "internal")]
    type_name: TypeName,
    /// `activated`, `deactivated` or `expired`.
    #[schema(value_type = String, example = "activated")]
    status: AccountStatus,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

/// A friend as the page of another person names them.
#[derive(Debug, Serialize, ToSchema)]
struct FriendName {
    #[schema(value_type = String)]
    account: AccountId,
    name: String,
}

/// A photo of the page.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PhotoView {
    #[schema(value_type = String)]
    id: PhotoId,
    /// Where its picture is.
    #[schema(example = "/api/people/01J…/photos/01J…")]
    address: String,
    /// `image/jpeg`, `image/png` or `image/webp`.
    media_type: &'static str,
    /// The length of the picture.
    bytes: usize,
    #[schema(value_type = String, format = DateTime)]
    added_at: Timestamp,
}

/// Where else the person is to be found.
#[derive(Debug, Serialize, ToSchema)]
struct LinkView {
    /// An `https` address.
    address: String,
    /// The host that it leads to.
    #[schema(example = "social.example")]
    host: String,
}

impl PhotoView {
    pub(crate) fn of(account: AccountId, photo: &Photo) -> Self {
        Self {
            id: photo.id,
            address: format!("/api/people/{account}/photos/{}", photo.id),
            media_type: photo.format.media_type(),
            bytes: photo.bytes,
            added_at: photo.added_at,
        }
    }
}

impl AccountDetails {
    fn of(account: &Account, now: Timestamp) -> Self {
        Self {
            email: account.email.to_string(),
            tier: account.kind.tier(),
            type_name: account.kind.type_name(),
            status: account.status(now),
            created_at: account.created_at,
        }
    }
}

impl ProfilePage {
    /// The page of an account, with what the account knows where `seen` says when it is looked at.
    pub(super) fn of(account: &Account, profile: &Profile, friends: Page<Friend>, seen: Option<Timestamp>) -> Self {
        let link = |link: &SocialLink| LinkView { address: link.as_str().to_owned(), host: link.host().to_owned() };
        let friend = |friend: Friend| FriendName { account: friend.account, name: friend.name.to_string() };
        Self {
            basic: BasicView {
                id: account.id,
                name: account.name.to_string(),
                about: profile.about.as_str().to_owned(),
                // No picture of another server: it would learn who looks at the page, and when.
                about_html: markdown_to_html(profile.about.as_str()).without_pictures().into_string(),
                version: profile.version,
                updated_at: profile.updated_at,
            },
            account: seen.map(|now| AccountDetails::of(account, now)),
            more_friends: friends.next.is_some(),
            friends: friends.items.into_iter().map(friend).collect(),
            photos: profile.photos.iter().map(|photo| PhotoView::of(account.id, photo)).collect(),
            links: profile.links.iter().map(link).collect(),
        }
    }
}
