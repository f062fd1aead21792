//! Friends: who asked whom, and who is whose. Each friendship is two items, one in each of the two profiles, that come
//! and go together.

use authorization::{Granted, act};
use domain::{Account, AccountId, AccountStatus, EmailAddress, FriendRequest, Friendship, PersonName};
use jiff::Timestamp;

use crate::item::{Attributes, Item, is_expired, read};
use crate::keys::IndexKey;
use crate::page::{Cursor, Page};
use crate::table::{Index, Question};
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

/// A friend, or somebody who asks to be one.
#[derive(Debug, Clone)]
pub struct Friend {
    /// Who.
    pub account: AccountId,
    /// What the person is called.
    pub name: PersonName,
    /// Since when the two are friends, or when the question came.
    pub since: Timestamp,
}

fn friendship(account: AccountId, friend: AccountId, since: Timestamp) -> Result<Item, StoreError> {
    Item::new(keys::friend(account, friend), &Friendship { account, friend, since })
}

fn request_item(request: &FriendRequest) -> Result<Item, StoreError> {
    let by_asker = IndexKey { pk: keys::friends_asked(request.asker), sk: request.account.to_string() };
    let item = Item::new(keys::friend_request(request.account, request.asker), request)?;
    Ok(item.gsi1(by_asker).until(request.lapses_at()))
}

/// What stands between an account and another one: who that is, a friendship, and who asked whom.
struct Between {
    other: Option<Account>,
    friends: bool,
    received: Option<FriendRequest>,
    sent: Option<FriendRequest>,
}

impl Store {
    /// Asks whoever has this address in the realm of the asking account. The outcome is the same whether anybody has it.
    /// Whoever asks back somebody who asked is a friend at once. Whoever declined is not asked again.
    pub async fn ask_friend(
        &self,
        own: &Granted<act::ManageFriends>,
        _: Granted<act::AskFriend>,
        email: &EmailAddress,
    ) -> Result<(), StoreError> {
        let asker = &own.target().account;
        let Some(asked) = self.account_of_email(asker.kind.realm(), email).await? else { return Ok(()) };
        if asked == asker.id {
            return Ok(());
        }
        let Between { other, friends, received, sent } = self.between(asker.id, asked).await?;
        // Whoever cannot sign in is nobody to be asked.
        if other.is_none_or(|other| other.status(self.now()) != AccountStatus::Activated) {
            return Ok(());
        }
        let outcome = match (friends, received, sent) {
            (true, ..) => return Ok(()),
            (false, Some(received), _) if !received.declined => self.befriend(asker.id, asked).await,
            (false, _, Some(sent)) if sent.declined => return Ok(()),
            // Whoever declined and asks now has thought again.
            _ => self.keep_request(asker.id, asked).await,
        };
        match outcome {
            // Accepted, withdrawn or gone while we looked: there is nobody to ask any more.
            Err(StoreError::Missing(_)) => Ok(()),
            outcome => outcome,
        }
    }

    /// What stands between an account and another one.
    async fn between(&self, own: AccountId, other: AccountId) -> Result<Between, StoreError> {
        let keys = [
            keys::account(other),
            keys::friend(own, other),
            keys::friend_request(own, other),
            keys::friend_request(other, own),
        ];
        let (items, now) = (self.table.get_all(&keys).await?, self.now());
        let mut items = items.into_iter().map(|item| item.filter(|item| !is_expired(item, now)));
        let other = items.next().flatten().map(read).transpose()?;
        let friends = items.next().flatten().is_some();
        let mut question = || items.next().flatten().map(read).transpose();
        Ok(Between { other, friends, received: question()?, sent: question()? })
    }

    async fn keep_request(&self, asker: AccountId, asked: AccountId) -> Result<(), StoreError> {
        let request = FriendRequest { account: asked, asker, asked_at: self.now(), declined: false };
        let transaction = self.both_there(asker, asked).put(request_item(&request)?);
        transaction.drop(&keys::friend_request(asker, asked)).commit().await
    }

    fn both_there(&self, one: AccountId, other: AccountId) -> Transaction<'_> {
        Transaction::on(&self.table).still_there(one).still_there(other)
    }

    /// Accepts somebody who asked and whose question still stands.
    pub async fn accept_friend(&self, grant: Granted<act::ManageFriends>, asker: AccountId) -> Result<(), StoreError> {
        let account = grant.target().account.id;
        // Nobody is their own friend, and one batch reads no key twice.
        if asker == account {
            return Err(StoreError::Missing("the request"));
        }
        match self.between(account, asker).await?.received {
            Some(request) if !request.declined => self.befriend(account, asker).await,
            _ => Err(StoreError::Missing("the request")),
        }
    }

    async fn befriend(&self, account: AccountId, asker: AccountId) -> Result<(), StoreError> {
        let now = self.now();
        let gone = Failure::Missing("the request");
        self.both_there(account, asker)
            .delete_where(&keys::friend_request(account, asker), "attribute_exists(pk)", Attributes::new(), gone)
            .drop(&keys::friend_request(asker, account))
            .put(friendship(account, asker, now)?)
            .put(friendship(asker, account, now)?)
            .commit()
            .await
    }

    /// Ends a friendship, or declines or withdraws a question; done already is as good. What was declined is kept until
    /// it lapses, whoever takes it back: it is not to be asked again.
    pub async fn part_from(&self, grant: Granted<act::ManageFriends>, other: AccountId) -> Result<(), StoreError> {
        let account = grant.target().account.id;
        // Nobody is their own friend, and a transaction takes no key twice.
        if other == account {
            return Ok(());
        }
        let Between { received, sent, .. } = self.between(account, other).await?;
        let mut transaction =
            Transaction::on(&self.table).drop(&keys::friend(account, other)).drop(&keys::friend(other, account));
        if let Some(received) = received {
            let item = request_item(&FriendRequest { declined: true, ..received })?;
            let changed = Failure::Conflict("the request");
            transaction = transaction.put_where(item, "attribute_exists(pk)", Attributes::new(), changed);
        }
        if sent.is_some_and(|sent| !sent.declined) {
            transaction = transaction.drop(&keys::friend_request(other, account));
        }
        transaction.commit().await
    }

    /// One's own friends.
    pub async fn own_friends(
        &self,
        grant: &Granted<act::ManageFriends>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Friend>, StoreError> {
        self.friends_of(grant.target().account.id, cursor, limit).await
    }

    /// The first friends of whoever's profile page is shown.
    pub async fn friends_on_profile(
        &self,
        grant: &Granted<act::ViewProfile>,
        limit: usize,
    ) -> Result<Page<Friend>, StoreError> {
        self.friends_of(grant.target().account.id, None, limit).await
    }

    async fn friends_of(
        &self,
        account: AccountId,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Friend>, StoreError> {
        let question = Question::of(keys::profile_partition(account), keys::FRIEND);
        let page: Page<Friendship> = self.table.page(&question, cursor, limit).await?;
        let known = page.items.iter().map(|one| (one.friend, one.since)).collect();
        Ok(Page { items: self.with_names(known).await?, next: page.next })
    }

    /// Those who ask to be friends and are not answered yet.
    pub async fn friend_requests(
        &self,
        grant: &Granted<act::ManageFriends>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Friend>, StoreError> {
        let question = Question::of(keys::profile_partition(grant.target().account.id), keys::FRIEND_REQUEST);
        let page: Page<FriendRequest> = self.table.page(&question, cursor, limit).await?;
        let now = self.now();
        let standing = page.items.iter().filter(|one| one.is_open(now));
        let known = standing.map(|one| (one.asker, one.asked_at)).collect();
        Ok(Page { items: self.with_names(known).await?, next: page.next })
    }

    async fn with_names(&self, known: Vec<(AccountId, Timestamp)>) -> Result<Vec<Friend>, StoreError> {
        let ids: Vec<AccountId> = known.iter().map(|(account, _)| *account).collect();
        let accounts: Vec<Account> = self.names_of(&ids).await?;
        let named = known.into_iter().filter_map(|(id, since)| {
            let account = accounts.iter().find(|account| account.id == id)?;
            Some(Friend { account: id, name: account.name.clone(), since })
        });
        Ok(named.collect())
    }

    /// Drops every friendship of an account that is going, on both sides, and every question by it or to it.
    pub(crate) async fn drop_friends(&self, account: AccountId) -> Result<(), StoreError> {
        let partition = keys::profile_partition(account);
        let own = Question::of(partition.as_str(), keys::FRIEND);
        let received = Question::of(partition.as_str(), keys::FRIEND_REQUEST);
        let sent = Question::of(keys::friends_asked(account), "").through(Index::Gsi1);
        let (own, received, sent) =
            tokio::try_join!(self.table.all(&own), self.table.all(&received), self.table.all(&sent))?;
        let mut going = Vec::new();
        for item in own {
            let friend = read::<Friendship>(item)?.friend;
            going.extend([keys::friend(account, friend), keys::friend(friend, account)]);
        }
        for item in received.into_iter().chain(sent) {
            let request: FriendRequest = read(item)?;
            going.push(keys::friend_request(request.account, request.asker));
        }
        self.drop_together(&going).await
    }
}
