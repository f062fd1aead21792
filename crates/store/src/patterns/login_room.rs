//! Room for one more login: which of an account's others give way.

use domain::Account;

use crate::item::read;
use crate::keys::Key;
use crate::patterns::logins::Login;
use crate::table::Question;
use crate::{Store, StoreError, keys};

/// The most browsers an account is signed in with at once; the oldest gives way. Keeps the standing query small.
pub const LOGINS_MAX: usize = 20;
/// A transaction takes a hundred writes; what is left over is cleared next time, or runs out.
const CLEARED_MAX: usize = 50;

impl Store {
    /// Logins that make room for a new one: those of an earlier epoch, and those that ran out; then the oldest beyond
    /// [`LOGINS_MAX`]. One that owes its second factor takes no room: whoever knows the password alone pushes out nobody.
    /// Those by which somebody acts as the account end by themselves, and push out none of its own.
    pub(super) async fn logins_to_clear(&self, account: &Account, new: &Login) -> Result<Vec<Key>, StoreError> {
        if new.second_factor.is_owed() {
            return Ok(Vec::new());
        }
        let items = self.table.all(&Question::of(keys::account_partition(account.id), keys::LOGIN)).await?;
        let logins = items.into_iter().map(read::<Login>).collect::<Result<Vec<_>, _>>()?;
        let now = self.now();
        let own = logins.into_iter().filter(|login| login.acting.is_none() || login.expires_at <= now);
        let live = |login: &Login| login.epoch == account.login_epoch && login.expires_at > now;
        let (live, mut gone): (Vec<_>, Vec<_>) = own.partition(live);
        // Ids sort by age, so the first are the oldest.
        let surplus = (live.len() + 1).saturating_sub(LOGINS_MAX);
        gone.extend(live.into_iter().take(surplus));
        Ok(gone.into_iter().take(CLEARED_MAX).map(|login| keys::login(account.id, login.id)).collect())
    }
}
