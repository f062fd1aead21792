//! Room for one more login: which of an account's others give way.

use domain::Account;

use crate::item::read;
use crate::keys::Key;
use crate::patterns::logins::{Login, SecondFactor};
use crate::table::Question;
use crate::{Store, StoreError, keys};

/// The most browsers an account is signed in with at once; the oldest gives way. Keeps the standing query small.
pub const LOGINS_MAX: usize = 20;
/// The same of those that owe a second factor and of each kind of browser: enough for somebody who signs in from several at
/// once.
const HALF_LOGINS_MAX: usize = 5;
/// A transaction takes a hundred writes; what is left over is cleared next time, or runs out.
const CLEARED_MAX: usize = 50;

/// Which logins make room for each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Signed,
    HalfOnKnownDevice,
    HalfOnNewDevice,
}

impl Kind {
    fn of(login: &Login) -> Self {
        match login.second_factor {
            SecondFactor::Owed { known_device: true, .. } => Self::HalfOnKnownDevice,
            SecondFactor::Owed { known_device: false, .. } => Self::HalfOnNewDevice,
            SecondFactor::NotAsked | SecondFactor::Proved { .. } => Self::Signed,
        }
    }

    /// How many there are at once.
    fn most(self) -> usize {
        match self {
            Self::Signed => LOGINS_MAX,
            Self::HalfOnKnownDevice | Self::HalfOnNewDevice => HALF_LOGINS_MAX,
        }
    }
}

impl Store {
    /// Logins that make room for a new one: those of an earlier epoch, and those that ran out; then the oldest of its own
    /// kind beyond [`LOGINS_MAX`] or [`HALF_LOGINS_MAX`]. Those that owe a second factor count apart, and those of browsers
    /// that are new to the account apart from the others: whoever knows the password alone pushes out the owner neither
    /// here nor there. Those by which somebody acts as the account end by themselves, and push out none of its own.
    pub(super) async fn logins_to_clear(&self, account: &Account, new: &Login) -> Result<Vec<Key>, StoreError> {
        let (live, mut gone) = self.own_and_gone(account).await?;
        let kind = Kind::of(new);
        let of_kind: Vec<Login> = live.into_iter().filter(|login| Kind::of(login) == kind).collect();
        // Ids sort by age, so the first are the oldest.
        let surplus = (of_kind.len() + 1).saturating_sub(kind.most());
        gone.extend(of_kind.into_iter().take(surplus));
        Ok(gone.into_iter().take(CLEARED_MAX).map(|login| keys::login(account.id, login.id)).collect())
    }

    /// The logins of an account that owe a second factor.
    pub(super) async fn half_logins(&self, account: &Account) -> Result<Vec<Key>, StoreError> {
        let (live, _) = self.own_and_gone(account).await?;
        let half = live.into_iter().filter(|login| login.second_factor.is_owed());
        Ok(half.map(|login| keys::login(account.id, login.id)).collect())
    }

    /// An account's own logins, the oldest first: those that live, and those that open nothing any more.
    async fn own_and_gone(&self, account: &Account) -> Result<(Vec<Login>, Vec<Login>), StoreError> {
        let items = self.table.all(&Question::of(keys::account_partition(account.id), keys::LOGIN)).await?;
        let logins = items.into_iter().map(read::<Login>).collect::<Result<Vec<_>, _>>()?;
        let now = self.now();
        let own = logins.into_iter().filter(|login| login.acting.is_none() || login.expires_at <= now);
        Ok(own.partition(|login| login.epoch == account.login_epoch && login.expires_at > now))
    }
}
