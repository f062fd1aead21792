//! Keys of what people show of themselves: page, photos, friends. None of it lies beside the account.

use domain::{AccountId, PhotoId};

use super::{Key, key};

pub(crate) fn profile_partition(account: AccountId) -> String {
    format!("PROFILE#{account}")
}

pub(crate) fn profile(account: AccountId) -> Key {
    key(profile_partition(account), "PAGE")
}

pub(crate) fn photo(account: AccountId, photo: PhotoId) -> Key {
    key(profile_partition(account), format!("PHOTO#{photo}"))
}

pub(crate) const FRIEND: &str = "FRIEND#";

pub(crate) fn friend(account: AccountId, friend: AccountId) -> Key {
    key(profile_partition(account), format!("{FRIEND}{friend}"))
}

pub(crate) const FRIEND_REQUEST: &str = "FRIEND-REQUEST#";

pub(crate) fn friend_request(asked: AccountId, asker: AccountId) -> Key {
    key(profile_partition(asked), format!("{FRIEND_REQUEST}{asker}"))
}

/// Whom somebody has asked; looked at when the one who asked goes.
pub(crate) fn friends_asked(asker: AccountId) -> String {
    format!("FRIENDS-ASKED#{asker}")
}
