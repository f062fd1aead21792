//! Partner platforms.

use authorization::{Granted, act};
use domain::{Partner, PartnerId, Slug, Title};
use serde::{Deserialize, Serialize};

use crate::item::Item;
use crate::keys::IndexKey;
use crate::page::{Cursor, Page};
use crate::patterns::audit::Record;
use crate::patterns::courses::sort_text;
use crate::table::{Index, Question};
use crate::{Store, StoreError, keys};

/// Names the partner that a slug belongs to.
#[derive(Debug, Serialize, Deserialize)]
struct PartnerSlug {
    partner: PartnerId,
}

fn item(partner: &Partner) -> Result<Item, StoreError> {
    let by_name = format!("{}#{}", sort_text(partner.name.as_str()), partner.id);
    Ok(Item::new(keys::partner(partner.id), partner)?.gsi1(IndexKey { pk: keys::PARTNERS.to_owned(), sk: by_name }))
}

impl Store {
    /// Makes a partner platform.
    pub async fn create_partner(
        &self,
        grant: Granted<act::CreatePartner>,
        name: Title,
        slug: Slug,
    ) -> Result<Partner, StoreError> {
        let now = self.now();
        let partner = Partner { id: PartnerId::new(now, &*self.entropy), version: 1, name, slug, created_at: now };
        let guard = Item::new(keys::partner_slug(&partner.slug), &PartnerSlug { partner: partner.id })?;
        let record = Record::of(format!("partner:{}", partner.id), None, Some(&partner));
        let transaction =
            self.audited(&grant, None, record)?.create(guard, "the slug").create(item(&partner)?, "the partner");
        transaction.commit().await?;
        Ok(partner)
    }

    /// Partner platforms by name.
    pub async fn partners(
        &self,
        _: &Granted<act::ListPartners>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Partner>, StoreError> {
        self.table.page(&Question::of(keys::PARTNERS, "").through(Index::Gsi1), cursor, limit).await
    }

    /// Gives a partner platform another name. Its slug stays: people have its sign-in page in their bookmarks.
    pub async fn rename_partner(&self, grant: Granted<act::EditPartner>, name: Title) -> Result<Partner, StoreError> {
        let before = &grant.target().partner;
        let after = Partner { version: before.version + 1, name, ..before.clone() };
        let record = Record::of(format!("partner:{}", before.id), Some(before), Some(&after));
        let transaction = self.audited(&grant, None, record)?.replace(item(&after)?, before.version, "the partner");
        transaction.commit().await?;
        Ok(after)
    }

    /// The partner platform whose sign-in page has this slug; public, since that page is.
    pub async fn partner_of_slug(&self, slug: &Slug) -> Result<Option<PartnerId>, StoreError> {
        let found: Option<PartnerSlug> = self.table.entity(&keys::partner_slug(slug)).await?;
        Ok(found.map(|found| found.partner))
    }

    /// Whether the partner platform exists; true where none is named.
    pub(crate) async fn partner_exists(&self, partner: Option<PartnerId>) -> Result<bool, StoreError> {
        match partner {
            None => Ok(true),
            Some(partner) => Ok(self.table.get(&keys::partner(partner)).await?.is_some()),
        }
    }
}
