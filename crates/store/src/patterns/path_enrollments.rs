//! Enrollments in paths and programs. Each has one state, and while that lets somebody in, they hold the learner's role
//! on the path: both are written together.

use authorization::{Act, GrantObject, Granted, PathEnrollmentTarget, PlaceTarget, RoleGrant, act, member_role};
use domain::{Account, AccountId, PathEnrollment, PathId, Place, PlaceId, PlaceKind, Tenant};
use jiff::Timestamp;

use crate::item::{Attributes, Item, read};
use crate::keys::{IndexKey, Key};
use crate::page::{Cursor, Page};
use crate::patterns::audit::Record;
use crate::patterns::standing::StoredGrant;
use crate::table::{Index, Question};
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

/// The actions that enrolling somebody in a path or program can be.
pub trait EnrollsInPaths: Act<Target = PathEnrollmentTarget> {}
/// The actions that taking somebody out of a path or program can be.
pub trait RemovesFromPaths: Act<Target = PathEnrollmentTarget> {}
/// The actions that seeing who is enrolled can be.
pub trait ListsPathEnrollments: Act<Target = PlaceTarget> {}

impl EnrollsInPaths for act::CreatePathEnrollment {}
impl EnrollsInPaths for act::CreateProgramEnrollment {}
impl RemovesFromPaths for act::ChangePathEnrollment {}
impl RemovesFromPaths for act::RemoveProgramEnrollment {}
impl ListsPathEnrollments for act::AssistPath {}
impl ListsPathEnrollments for act::LeadProgram {}

fn item(enrollment: &PathEnrollment) -> Result<Item, StoreError> {
    let by_age = format!("{:.3}#{}", enrollment.created_at, enrollment.path);
    let of_learner = IndexKey { pk: keys::path_learner(enrollment.account), sk: by_age };
    Ok(Item::new(keys::path_enrollment(enrollment.path, enrollment.account), enrollment)?.gsi1(of_learner))
}

fn object(enrollment: &PathEnrollment) -> String {
    format!("path_enrollment:{}:{}", enrollment.path, enrollment.account)
}

fn path_of(place: &Place) -> Result<PathId, StoreError> {
    match place.id {
        PlaceId::Path(path) => Ok(path),
        _ => Err(StoreError::Missing("the path")),
    }
}

/// The path in which a role is that of its learners.
fn learnt(grant: &RoleGrant) -> Option<PathId> {
    let learns = [PlaceKind::Path, PlaceKind::Program].into_iter().any(|kind| member_role(kind) == grant.role);
    match grant.object {
        GrantObject::Path(path) if learns => Some(path),
        _ => None,
    }
}

/// Whether an enrollment comes with the role.
pub(crate) fn enrolls(grant: &RoleGrant) -> bool {
    learnt(grant).is_some()
}

/// With the role of a path's learner comes the enrollment.
pub(crate) fn with_enrollment_of<'t>(
    transaction: Transaction<'t>,
    account: AccountId,
    grant: &RoleGrant,
    now: Timestamp,
) -> Result<Transaction<'t>, StoreError> {
    let Some(path) = learnt(grant) else { return Ok(transaction) };
    Ok(transaction.create(item(&PathEnrollment::new(account, path, now))?, "the enrollment"))
}

/// With the role of a path's learner goes the enrollment.
pub(crate) fn without_enrollment_of<'t>(
    transaction: Transaction<'t>,
    account: AccountId,
    grant: &RoleGrant,
) -> Transaction<'t> {
    match learnt(grant) {
        Some(path) => transaction.drop(&keys::path_enrollment(path, account)),
        None => transaction,
    }
}

/// The learner's role is held from now on, or no longer, as the states before and after say.
fn with_role<'t>(
    transaction: Transaction<'t>,
    place: &Place,
    (account, of): (AccountId, Tenant),
    (had, has): (bool, bool),
) -> Result<Transaction<'t>, StoreError> {
    let grant = RoleGrant::new(member_role(place.kind), place.id.into());
    Ok(match (had, has) {
        (false, true) => transaction.put(StoredGrant::of(account, &grant).item(of)?),
        (true, false) => transaction.drop(&keys::role(account, grant.role.id(), grant.object)),
        _ => transaction,
    })
}

impl Store {
    /// Enrolls an account in a path or program.
    pub async fn enroll_in_path<A: EnrollsInPaths>(&self, granted: Granted<A>) -> Result<PathEnrollment, StoreError> {
        let PathEnrollmentTarget { place, account, .. } = granted.target();
        let enrollment = PathEnrollment::new(account.id, path_of(place)?, self.now());
        let record = Record::of(object(&enrollment), None, Some(&enrollment));
        let transaction = self.audited(&granted, Some(&keys::account(account.id)), record)?;
        self.fresh(transaction, place, (account.id, account.version, account.kind.tenant()), &enrollment).await?;
        Ok(enrollment)
    }

    /// Enrolls the account that asks.
    pub async fn enroll_self_in_path(
        &self,
        granted: Granted<act::EnrollSelfPath>,
    ) -> Result<(Place, PathEnrollment), StoreError> {
        let Some((account, version)) = granted.judged_account() else { return Err(StoreError::Missing("the account")) };
        let Some(place) = granted.target().place.clone() else { return Err(StoreError::Missing("the path")) };
        let enrollment = PathEnrollment::new(account, path_of(&place)?, self.now());
        let transaction = self.own(&granted, || Record::of(object(&enrollment), None, Some(&enrollment)))?;
        self.fresh(transaction, &place, (account, version, place.tenant), &enrollment).await?;
        Ok((place, enrollment))
    }

    async fn fresh(
        &self,
        transaction: Transaction<'_>,
        place: &Place,
        (account, version, tenant): (AccountId, u64, Tenant),
        enrollment: &PathEnrollment,
    ) -> Result<(), StoreError> {
        let transaction = transaction
            .judged_anew(account, version)
            .holds(&keys::place(place.id), "attribute_exists(pk)", Attributes::new(), Failure::Missing("the path"))
            .create(item(enrollment)?, "the enrollment");
        with_role(transaction, place, (account, tenant), (false, true))?.commit().await
    }

    /// Stores an enrollment that staff moved.
    pub async fn change_path_enrollment(
        &self,
        granted: Granted<act::ChangePathEnrollment>,
        after: PathEnrollment,
    ) -> Result<PathEnrollment, StoreError> {
        let PathEnrollmentTarget { place, account, enrollment, .. } = granted.target();
        let Some(before) = enrollment else { return Err(StoreError::Missing("the enrollment")) };
        let record = Record::of(object(before), Some(before), Some(&after));
        let transaction = self
            .audited(&granted, Some(&keys::account(account.id)), record)?
            .judged_anew(account.id, account.version)
            .replace(item(&after)?, before.version, "the enrollment");
        let moved = (before.state.is_in(), after.state.is_in());
        with_role(transaction, place, (account.id, account.kind.tenant()), moved)?.commit().await?;
        Ok(after)
    }

    /// Takes an account out of a path or program.
    pub async fn remove_path_enrollment<A: RemovesFromPaths>(&self, granted: Granted<A>) -> Result<(), StoreError> {
        let PathEnrollmentTarget { place, account, enrollment, .. } = granted.target();
        let Some(before) = enrollment else { return Err(StoreError::Missing("the enrollment")) };
        let record = Record::of(object(before), Some(before), None);
        let transaction = self
            .audited(&granted, Some(&keys::account(account.id)), record)?
            .judged_anew(account.id, account.version)
            .delete(&keys::path_enrollment(before.path, account.id), before.version, "the enrollment");
        let left = (before.state.is_in(), false);
        with_role(transaction, place, (account.id, account.kind.tenant()), left)?.commit().await
    }

    /// Who is enrolled in a path or program, with their names.
    pub async fn path_enrollments<A: ListsPathEnrollments>(
        &self,
        granted: &Granted<A>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<(PathEnrollment, Option<String>)>, StoreError> {
        let Some(place) = &granted.target().place else { return Err(StoreError::Missing("the path")) };
        let question = Question::of(keys::place(place.id).pk, keys::ENROLLMENT);
        let page: Page<PathEnrollment> = self.table.page(&question, cursor, limit).await?;
        let ids: Vec<AccountId> = page.items.iter().map(|enrollment| enrollment.account).collect();
        let accounts: Vec<Account> = self.names_of(&ids).await?;
        let name = |id: AccountId| accounts.iter().find(|one| one.id == id).map(|one| one.name.to_string());
        let items = page.items.into_iter().map(|one| (name(one.account), one)).map(|(name, one)| (one, name));
        Ok(Page { items: items.collect(), next: page.next })
    }

    /// The paths and programs of the account that asks, with its enrollments, the newest first.
    pub async fn own_paths(
        &self,
        grant: &Granted<act::ListOwnCourses>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<(Place, PathEnrollment)>, StoreError> {
        let account = grant.target().account.id;
        let question = Question::of(keys::path_learner(account), "").through(Index::Gsi1).newest_first();
        let page: Page<PathEnrollment> = self.table.page(&question, cursor, limit).await?;
        let wanted: Vec<Key> = page.items.iter().map(|one| keys::place(PlaceId::Path(one.path))).collect();
        let places = self.table.get_all(&wanted).await?;
        let mut items = Vec::with_capacity(page.items.len());
        for (enrollment, place) in page.items.into_iter().zip(places) {
            if let Some(place) = place {
                items.push((read(place)?, enrollment));
            }
        }
        Ok(Page { items, next: page.next })
    }

    /// The keys of every enrollment in a place that is going.
    pub(crate) async fn path_enrollment_keys(&self, place: PlaceId) -> Result<Vec<Key>, StoreError> {
        // Only paths and programs have any.
        let PlaceId::Path(_) = place else { return Ok(Vec::new()) };
        let pk = keys::place(place).pk;
        let items = self.table.all(&Question::of(pk.as_str(), keys::ENROLLMENT)).await?.into_iter();
        let enrollments = items.map(read::<PathEnrollment>);
        enrollments.map(|one| one.map(|one| keys::path_enrollment(one.path, one.account))).collect()
    }

    /// Drops every enrollment in paths of an account that is going.
    pub(crate) async fn drop_path_enrollments(&self, account: AccountId) -> Result<(), StoreError> {
        let question = Question::of(keys::path_learner(account), "").through(Index::Gsi1);
        let items = self.table.all(&question).await?.into_iter().map(read::<PathEnrollment>);
        let going: Result<Vec<Key>, StoreError> =
            items.map(|one| one.map(|one| keys::path_enrollment(one.path, one.account))).collect();
        self.drop_together(&going?).await
    }
}
