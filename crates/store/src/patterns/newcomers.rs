//! Accounts that staff makes: one at a time or by the thousand, each with the roles that it begins with and the mail
//! that invites its owner, all of it in one transaction. There is never an account that lacks a role it was to begin
//! with, nor a mail about an account that is not there.

use std::collections::{BTreeSet, HashMap};

use authorization::{Act, Granted, NewAccountTarget, RoleGrant, RoleTarget, Source, act};
use domain::{Account, AccountId, AccountKind, EmailAddress, PersonName};
use jiff::Timestamp;

use crate::item::read;
use crate::patterns::accounts::{EmailGuard, account_item, email_guard_item, object};
use crate::patterns::audit::{Doer, Record};
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::patterns::path_enrollments::{enrolls, with_enrollment_of};
use crate::patterns::roles::{Gives, with_object_there};
use crate::patterns::standing::StoredGrant;
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// The most roles that an account begins with. Each takes up to four of the hundred writes of a transaction, and people
/// who begin with more are rare enough to be given the rest afterwards.
pub const FIRST_ROLES_MAX: usize = 10;

/// The writes of a new account: its address, itself, the mail, and a line of the audit.
const WRITES_OF_ACCOUNT: usize = 4;

/// A transaction takes a hundred writes.
const WRITES_MAX: usize = 100;
/// The account of the one who asks, and that of whoever acts as it.
const CHECKED_OF_ASKER: usize = 2;

/// One batch read takes at most 100 keys.
const READ_KEYS_MAX: usize = 100;

/// What staff says of a new account.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// The name.
    pub name: PersonName,
    /// The address; unique in the realm of the kind.
    pub email: EmailAddress,
    /// When it ends by itself.
    pub expires_at: Option<Timestamp>,
}

/// A role that an account begins with: judged, and not given yet.
#[derive(Debug)]
pub struct FirstRole {
    account: AccountId,
    grant: RoleGrant,
    giver: Doer,
    /// The versions of the profiles and custom roles that it was judged by.
    sources: Vec<Source>,
}

impl FirstRole {
    /// Keeps the permission to give a role until its account is made.
    pub fn of<A: Gives>(granted: Granted<A>) -> Self {
        let (giver, sources) = (Doer::of(&granted), granted.sources().to_vec());
        let RoleTarget { account, grant, .. } = granted.into_target();
        Self { account: account.id, grant, giver, sources }
    }

    /// How many writes of a transaction it takes at most: itself, its line of the audit, what it is held on, and an
    /// enrollment.
    fn writes(&self) -> usize {
        3 + usize::from(enrolls(&self.grant))
    }

    /// The role, with what it is held on.
    pub fn grant(&self) -> &RoleGrant {
        &self.grant
    }
}

/// An account that is to be made, with the roles that it begins with.
#[derive(Debug)]
pub struct Newcomer {
    account: Account,
    roles: Vec<FirstRole>,
}

impl Newcomer {
    /// The account as it is to be made.
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// The roles that it begins with so far.
    pub fn held(&self) -> Vec<RoleGrant> {
        self.roles.iter().map(|role| role.grant).collect()
    }

    fn writes(&self) -> usize {
        WRITES_OF_ACCOUNT + self.roles.iter().map(|role| role.writes()).sum::<usize>()
    }

    /// The same with one role more. A role that was judged for somebody else is nobody's.
    pub fn with(mut self, role: FirstRole) -> Self {
        self.roles.extend(Some(role).filter(|role| role.account == self.account.id));
        self
    }
}

impl Store {
    /// An account with an id of its own, which nothing knows of yet.
    pub fn newcomer(&self, kind: AccountKind, new: NewAccount) -> Newcomer {
        let now = self.now();
        let account = Account {
            id: AccountId::new(now, &*self.entropy),
            version: 1,
            kind,
            name: new.name,
            email: new.email,
            email_verified: false,
            deactivated: false,
            expires_at: new.expires_at,
            created_at: now,
            login_epoch: 0,
            locale: domain::Locale::default(),
        };
        Newcomer { account, roles: Vec::new() }
    }

    /// Makes an account with its first roles, and mails its owner a link to set the password.
    pub async fn create_account(
        &self,
        grant: Granted<act::CreateAccount>,
        newcomer: Newcomer,
    ) -> Result<Account, StoreError> {
        self.bring_in(&grant, std::slice::from_ref(&newcomer)).await?;
        Ok(newcomer.account)
    }

    /// The accounts that addresses belong to already in the realm of the kind that was granted, by the address in its
    /// normal form.
    pub async fn accounts_to_import(
        &self,
        grant: &Granted<act::ImportUser>,
        addresses: &[EmailAddress],
    ) -> Result<HashMap<String, Account>, StoreError> {
        let realm = grant.target().kind.realm();
        let mut ids = Vec::new();
        for together in addresses.chunks(READ_KEYS_MAX) {
            let keys: Vec<_> = together.iter().map(|address| keys::email(realm, address)).collect();
            for item in self.table.get_all(&keys).await?.into_iter().flatten() {
                ids.push(read::<EmailGuard>(item)?.account);
            }
        }
        let mut found = HashMap::new();
        for together in ids.chunks(READ_KEYS_MAX) {
            let keys: Vec<_> = together.iter().map(|id| keys::account(*id)).collect();
            for item in self.table.get_all(&keys).await?.into_iter().flatten() {
                let account: Account = read(item)?;
                found.insert(account.email.normal().to_owned(), account);
            }
        }
        Ok(found)
    }

    /// Makes imported accounts of one kind, several to a transaction, and says of each what became of it. One that is
    /// refused takes no other with it, except where the table is not available or the one who asked has changed: then
    /// nothing after it is written either.
    pub async fn import_accounts(
        &self,
        grant: &Granted<act::ImportUser>,
        newcomers: &[Newcomer],
    ) -> Vec<Result<(), StoreError>> {
        let mut outcomes = Vec::with_capacity(newcomers.len());
        for together in that_fit(newcomers, grant.sources()) {
            match self.bring_in(grant, together).await {
                Ok(()) => outcomes.extend(together.iter().map(|_| Ok(()))),
                Err(error) if ends_import(&error) => {
                    outcomes.push(Err(error));
                    return outcomes;
                }
                Err(_) => {
                    for one in together {
                        let outcome = self.bring_in(grant, std::slice::from_ref(one)).await;
                        let ends = outcome.as_ref().is_err_and(ends_import);
                        outcomes.push(outcome);
                        if ends {
                            return outcomes;
                        }
                    }
                }
            }
        }
        outcomes
    }

    async fn bring_in<A>(&self, grant: &Granted<A>, newcomers: &[Newcomer]) -> Result<(), StoreError>
    where
        A: Act<Target = NewAccountTarget>,
    {
        let mut transaction: Option<Transaction<'_>> = None;
        for Newcomer { account, roles } in newcomers {
            if account.kind != grant.target().kind {
                return Err(StoreError::Missing("the kind of account"));
            }
            let record = Record::of(object(account.id), None, Some(account));
            let audited = match transaction {
                None => self.audited(grant, None, record)?,
                Some(begun) => self.with_audit_line(begun, grant, record)?,
            };
            let with_account = self.with_new_account(audited, account)?;
            transaction = Some(self.with_first_roles(with_account, account, roles)?);
        }
        let Some(mut transaction) = transaction else { return Ok(()) };
        for source in sources_of(newcomers).difference(&grant.sources().iter().copied().collect()) {
            let key = keys::permission_set(source.set);
            if !transaction.touches(&key) {
                transaction = transaction.unmoved(&key, source.version, "your rights");
            }
        }
        transaction.commit().await
    }

    /// The account, its address, and the mail that invites its owner.
    pub(crate) fn with_new_account<'t>(
        &self,
        transaction: Transaction<'t>,
        account: &Account,
    ) -> Result<Transaction<'t>, StoreError> {
        let task = Task::AccountInvited { account: account.id };
        let invitation = OutboxEntry::new(task, account.created_at, &*self.entropy);
        Ok(transaction
            .create(email_guard_item(account)?, "the e-mail address")
            .create(account_item(account)?, "the account")
            .create(invitation.item()?, "the mail"))
    }

    fn with_first_roles<'t>(
        &self,
        mut transaction: Transaction<'t>,
        account: &Account,
        roles: &[FirstRole],
    ) -> Result<Transaction<'t>, StoreError> {
        for role in roles {
            let stored = StoredGrant::of(account.id, &role.grant);
            let record = Record::of(object(account.id), None, Some(&stored));
            transaction = transaction.create(stored.item(account.kind.tenant())?, "the role");
            transaction = self.with_line(transaction, role.giver, record)?;
            transaction = with_enrollment_of(transaction, account.id, &role.grant, account.created_at)?;
            transaction = with_object_there(transaction, role.grant.object);
        }
        Ok(transaction)
    }
}

/// What everything that follows would fail by, too.
fn ends_import(error: &StoreError) -> bool {
    matches!(error, StoreError::Unavailable(_) | StoreError::Conflict("your account" | "your rights"))
}

/// The newcomers in as many parts as it takes: each fits into one transaction, with what it checks of the one who asks.
fn that_fit<'n>(mut left: &'n [Newcomer], sources: &[Source]) -> Vec<&'n [Newcomer]> {
    let checked = sources.iter().copied().chain(sources_of(left)).collect::<BTreeSet<_>>().len() + CHECKED_OF_ASKER;
    let room = WRITES_MAX.saturating_sub(checked);
    let mut parts = Vec::new();
    while !left.is_empty() {
        let mut writes = 0;
        let fitting = left.iter().take_while(|one| {
            writes += one.writes();
            writes <= room
        });
        let (part, rest) = left.split_at(fitting.count().max(1));
        parts.push(part);
        left = rest;
    }
    parts
}

fn sources_of(newcomers: &[Newcomer]) -> BTreeSet<Source> {
    newcomers.iter().flat_map(|newcomer| &newcomer.roles).flat_map(|role| role.sources.iter().copied()).collect()
}
