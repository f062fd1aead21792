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
}

impl Store {
    /// Logins that make room for one more: those of an earlier epoch, and those that ran out; then the oldest beyond
    /// [`LOGINS_MAX`], and of those that owe a second factor the oldest beyond [`HALF_LOGINS_MAX`]. Those count apart,
    /// and those of browsers that are new to the account apart from the others: whoever knows the password alone pushes
    /// out the owner neither here nor there. Those by which somebody acts as the account end by themselves, and push out
    /// none of its own.
    pub(super) async fn logins_to_clear(&self, account: &Account) -> Result<Vec<Key>, StoreError> {
        let items = self.table.all(&Question::of(keys::account_partition(account.id), keys::LOGIN)).await?;
        let logins = items.into_iter().map(read::<Login>).collect::<Result<Vec<_>, _>>()?;
        let now = self.now();
        let own = logins.into_iter().filter(|login| login.acting.is_none() || login.expires_at <= now);
        let lives = |login: &Login| login.epoch == account.login_epoch && login.expires_at > now;
        let (live, mut gone): (Vec<_>, Vec<_>) = own.partition(lives);
        for (kind, most) in [
            (Kind::Signed, LOGINS_MAX),
            (Kind::HalfOnKnownDevice, HALF_LOGINS_MAX),
            (Kind::HalfOnNewDevice, HALF_LOGINS_MAX),
        ] {
            let of_kind: Vec<&Login> = live.iter().filter(|login| Kind::of(login) == kind).collect();
            // Ids sort by age, so the first are the oldest.
            let surplus = (of_kind.len() + 1).saturating_sub(most);
            gone.extend(of_kind.into_iter().take(surplus).cloned());
        }
        Ok(gone.into_iter().take(CLEARED_MAX).map(|login| keys::login(account.id, login.id)).collect())
    }
}
