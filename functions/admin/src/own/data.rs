//! `GET /api/me/data`: everything that is kept of oneself, as one file.

use authorization::act;
use axum::Json;
use axum::http::header::CONTENT_DISPOSITION;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::Serialize;
use store::OwnData;
use utoipa::ToSchema;
use web::{Cx, Failure, Problem};

use super::keys::{FactorsView, LoginView, is_open};
use super::learned::{LearnedCourse, LearnedPath};
use super::met::{DeedView, FriendshipView, WrittenProfile};
use crate::accounts::AccountView;
use crate::orders::OrderView;
use crate::roles::RoleView;

/// The name of the file.
const FILE: &str = "attachment; filename=\"my-data.json\"";

/// Everything that is kept of an account, without what only opens it: passwords and links are kept as hashes that say
/// nothing of anybody, and logins and second factors without their secrets.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DataOfOneself {
    /// When this was put together.
    #[schema(value_type = String, format = DateTime)]
    made_at: Timestamp,
    account: AccountView,
    /// The code of the language of the mails to it.
    #[schema(example = "en")]
    language: &'static str,
    roles: Vec<RoleView>,
    /// Where the account is signed in.
    logins: Vec<LoginView>,
    /// What is proved beside the password; `null` where nothing is.
    second_factors: Option<FactorsView>,
    profile: WrittenProfile,
    friends: Vec<FriendshipView>,
    /// Those who ask to be friends.
    friend_requests: Vec<FriendshipView>,
    /// Who was asked to be a friend.
    friends_asked: Vec<FriendshipView>,
    courses: Vec<LearnedCourse>,
    paths: Vec<LearnedPath>,
    orders: Vec<OrderView>,
    /// What was done to the account, by its owner's right or by staff.
    audit: Vec<DeedView>,
    /// The lists that go on beyond their first 1,000 entries, which is how far each is read.
    #[schema(example = json!([]))]
    cut_off: Vec<&'static str>,
}

/// Download everything that is kept of you.
#[utoipa::path(
    get, path = "/api/me/data", tag = "accounts",
    responses(
        (status = 200, description = "All of it, as a file", body = DataOfOneself),
        (status = 403, description = "Somebody else is logged in as you", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn download_own_data(cx: Cx) -> Result<Response, Failure> {
    let grant = cx.authorize::<act::ExportSelf>(()).await?;
    let data = cx.store().own_data(&grant).await?;
    let (account, now) = (&grant.target().account, cx.now());
    let OwnData { roles, logins, profile, friends, friend_requests, friends_asked, orders, audit, .. } = &data;
    let file = DataOfOneself {
        made_at: now,
        account: AccountView::of(account, now),
        language: account.locale.code(),
        roles: roles.iter().map(RoleView::of).collect(),
        logins: logins.iter().filter(|login| is_open(login, account, now)).map(LoginView::of).collect(),
        second_factors: data.second_factors.as_ref().map(FactorsView::of),
        profile: WrittenProfile::of(profile),
        friends: friends.iter().map(FriendshipView::of).collect(),
        friend_requests: friend_requests.iter().map(FriendshipView::by_asker).collect(),
        friends_asked: friends_asked.iter().map(FriendshipView::by_asked).collect(),
        courses: data.enrollments.iter().map(LearnedCourse::of).collect(),
        paths: data.path_enrollments.iter().map(LearnedPath::of).collect(),
        orders: orders.iter().map(OrderView::of).collect(),
        audit: audit.iter().map(|line| DeedView::of(line, account.id)).collect(),
        cut_off: data.cut_off,
    };
    Ok(([(CONTENT_DISPOSITION, FILE)], Json(file)).into_response())
}
