//! Profile pages, and the photos on them. A page lists its photos; each picture is an item of its own beside it, so that
//! nobody reads pictures who only wants the page.

use authorization::{Granted, act};
use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{AccountId, Photo, PhotoId, Profile};

use crate::item::{Attributes, Item, read};
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

/// The attribute that holds a picture's bytes.
const PICTURE: &str = "picture";

/// How often a page that somebody else changes meanwhile is looked at once more before it goes.
const DROPS_MAX: usize = 5;

impl Store {
    /// One's own page; a blank one where nothing was written yet.
    pub async fn own_profile(&self, grant: &Granted<act::EditProfile>) -> Result<Profile, StoreError> {
        self.profile_of(grant.target().account.id).await
    }

    /// Somebody's page.
    pub async fn profile(&self, grant: &Granted<act::ViewProfile>) -> Result<Profile, StoreError> {
        self.profile_of(grant.target().account.id).await
    }

    /// Somebody's photo with its picture; nothing where the page has no such photo.
    pub async fn photo(
        &self,
        grant: &Granted<act::ViewProfile>,
        id: PhotoId,
    ) -> Result<Option<(Photo, Vec<u8>)>, StoreError> {
        let Some(mut item) = self.table.get(&keys::photo(grant.target().account.id, id)).await? else {
            return Ok(None);
        };
        let picture = match item.remove(PICTURE) {
            Some(AttributeValue::B(picture)) => picture.into_inner(),
            _ => return Err(StoreError::Corrupt("a photo without its picture".to_owned())),
        };
        Ok(Some((read(item)?, picture)))
    }

    /// Writes one's own page over the version that was looked at. Its photos stay.
    pub async fn write_profile(
        &self,
        grant: Granted<act::EditProfile>,
        before: &Profile,
        after: Profile,
    ) -> Result<Profile, StoreError> {
        let after = Profile { photos: before.photos.clone(), ..after };
        let (transaction, after) = self.rewriting(&grant, before, after)?;
        transaction.commit().await?;
        Ok(after)
    }

    /// Puts a photo on one's own page, over the version that was looked at.
    pub async fn add_photo(
        &self,
        grant: Granted<act::EditProfile>,
        before: &Profile,
        photo: Photo,
        picture: Vec<u8>,
    ) -> Result<Profile, StoreError> {
        let mut item = Item::new(keys::photo(grant.target().account.id, photo.id), &photo)?;
        item.attributes.insert(PICTURE.to_owned(), AttributeValue::B(Blob::new(picture)));
        let photos = before.photos.iter().cloned().chain([photo]).collect();
        let (transaction, after) = self.rewriting(&grant, before, Profile { photos, ..before.clone() })?;
        transaction.create(item, "the photo").commit().await?;
        Ok(after)
    }

    /// Takes a photo off one's own page, over the version that was looked at.
    pub async fn remove_photo(
        &self,
        grant: Granted<act::EditProfile>,
        before: &Profile,
        id: PhotoId,
    ) -> Result<Profile, StoreError> {
        let photos = before.photos.iter().filter(|photo| photo.id != id).cloned().collect();
        let (transaction, after) = self.rewriting(&grant, before, Profile { photos, ..before.clone() })?;
        transaction.drop(&keys::photo(grant.target().account.id, id)).commit().await?;
        Ok(after)
    }

    async fn profile_of(&self, account: AccountId) -> Result<Profile, StoreError> {
        Ok(self.table.entity(&keys::profile(account)).await?.unwrap_or_else(|| Profile::blank(account)))
    }

    /// The page as it shall be, one version on. Nobody writes the page of an account that has gone meanwhile.
    fn rewriting(
        &self,
        grant: &Granted<act::EditProfile>,
        before: &Profile,
        after: Profile,
    ) -> Result<(Transaction<'_>, Profile), StoreError> {
        let account = grant.target().account.id;
        let after = Profile { account, version: before.version + 1, updated_at: Some(self.now()), ..after };
        let item = Item::new(keys::profile(account), &after)?;
        let there = Failure::Missing("the account");
        let transaction = Transaction::on(&self.table).holds(
            &keys::account(account),
            "attribute_exists(pk)",
            Attributes::new(),
            there,
        );
        let transaction = match before.version {
            0 => {
                let taken = Failure::Conflict("your profile page");
                transaction.put_where(item, "attribute_not_exists(pk)", Attributes::new(), taken)
            }
            version => transaction.replace(item, version, "your profile page"),
        };
        Ok((transaction, after))
    }

    /// Drops the page of an account that is going, with its photos.
    pub(crate) async fn drop_profile(&self, account: AccountId) -> Result<(), StoreError> {
        for _ in 0..DROPS_MAX {
            let Some(profile) = self.table.entity::<Profile>(&keys::profile(account)).await? else { return Ok(()) };
            let transaction = Transaction::on(&self.table).delete(&keys::profile(account), profile.version, "the page");
            let photos = profile.photos.iter().map(|photo| keys::photo(account, photo.id));
            match photos.fold(transaction, |transaction, key| transaction.drop(&key)).commit().await {
                Err(StoreError::Conflict(_)) => {}
                outcome => return outcome,
            }
        }
        Err(StoreError::Conflict("the profile page"))
    }
}
