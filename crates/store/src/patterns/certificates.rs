//! Certificates of completion. What one says stands in its enrollment; an item of its own leads there from its id.

use authorization::CertificateTarget;
use domain::{Account, AccountId, Certificate, CertificateId, Course, CourseId, Enrollment};
use serde::{Deserialize, Serialize};

use crate::item::{Item, read};
use crate::patterns::milestones::with_completion;
use crate::patterns::targets::LoadTarget;
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// Names the enrollment that a certificate was earned with.
#[derive(Debug, Serialize, Deserialize)]
struct Earned {
    account: AccountId,
    course: CourseId,
}

impl Store {
    /// The enrollment with its certificate, once it is completed.
    pub(crate) fn certified(&self, course: &Course, enrollment: Enrollment) -> Enrollment {
        if !enrollment.deserves_certificate() {
            return enrollment;
        }
        let issued_at = self.now();
        let id = CertificateId::new(issued_at, &*self.entropy);
        let certificate = Some(Certificate { id, course_title: course.title.clone(), issued_at });
        Enrollment { certificate, ..enrollment }
    }
}

/// The transaction with what leads from a certificate's id to its enrollment, and with what the reports of the course's
/// platform count, once one is issued.
pub(crate) fn with_certificate<'t>(
    transaction: Transaction<'t>,
    course: &Course,
    before: &Enrollment,
    after: &Enrollment,
) -> Result<Transaction<'t>, StoreError> {
    match (&before.certificate, &after.certificate) {
        (None, Some(issued)) => {
            let earned = Earned { account: after.account, course: after.course };
            let transaction = transaction.create(Item::new(keys::certificate(issued.id), &earned)?, "the certificate");
            with_completion(transaction, course.audience.tenant(), issued, after)
        }
        (Some(gone), None) => Ok(transaction.drop(&keys::certificate(gone.id))),
        _ => Ok(transaction),
    }
}

/// The transaction without what leads to the certificate of an enrollment that ends.
pub(crate) fn without_certificate<'t>(transaction: Transaction<'t>, ended: &Enrollment) -> Transaction<'t> {
    match &ended.certificate {
        Some(gone) => transaction.drop(&keys::certificate(gone.id)),
        None => transaction,
    }
}

impl LoadTarget for CertificateTarget {
    type Key = CertificateId;

    /// Only a certificate that counts: of an account that is there and switched on, which is still in the course.
    async fn load(store: &Store, id: CertificateId, _: Option<&Account>) -> Result<Option<Self>, StoreError> {
        let Some(earned) = store.table.entity::<Earned>(&keys::certificate(id)).await? else { return Ok(None) };
        let keys = [keys::account(earned.account), keys::enrollment(earned.course, earned.account)];
        let mut items = store.table.get_all(&keys).await?.into_iter().map(Option::unwrap_or_default);
        let mut next = || items.next().filter(|item| !item.is_empty());
        let account: Option<Account> = next().map(read).transpose()?;
        let enrollment: Option<Enrollment> = next().map(read).transpose()?;
        let certificate = enrollment.as_ref().and_then(Enrollment::valid_certificate).filter(|one| one.id == id);
        Ok(account
            .filter(|account| !account.deactivated)
            .zip(certificate)
            .map(|(account, certificate)| Self { learner: account.name, certificate: certificate.clone() }))
    }
}
