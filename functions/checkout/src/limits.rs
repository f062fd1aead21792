//! How often somebody may apply, and look at the page after paying. Each application is an order, a page at the
//! payment provider and perhaps a mail.

use domain::{AccountId, EmailAddress};
use jiff::SignedDuration;
use web::{App, ClientAddress, Failure, Limit};

/// A school behind one address may buy at once; whoever tries a list of addresses is slowed down.
const NETWORK: Limit = Limit { kind: "checkout-network", attempts_max: 300, window: SignedDuration::from_mins(1) };
/// A buyer clicks a few times and comes back a few times.
const BUYER: Limit = Limit { kind: "checkout-buyer", attempts_max: 30, window: SignedDuration::from_mins(10) };
/// Whoever is signed in: nobody else uses up their attempts.
const ACCOUNT: Limit = Limit { kind: "checkout-account", ..BUYER };
/// An address from wherever it is typed. Anybody can type it, so one network's worth of clicks keeps nobody else from buying.
const ADDRESS: Limit = Limit { kind: "checkout-address", attempts_max: 300, ..BUYER };
/// A mailbox must not be flooded through us.
const OWNER_MAILS: Limit = Limit { kind: "owner-mail", attempts_max: 3, window: SignedDuration::from_hours(1) };
/// The page asks the payment provider each time.
const RETURN_NETWORK: Limit =
    Limit { kind: "checkout-return-network", attempts_max: 300, window: SignedDuration::from_mins(1) };

/// Counts an application. The network goes first: one that is shut out uses up nobody else's attempts.
pub(crate) async fn before_applying(
    app: &App,
    client: &ClientAddress,
    signed_in: Option<AccountId>,
    email: &EmailAddress,
) -> Result<(), Failure> {
    let network = client.network();
    app.throttle(&NETWORK, &network).await?;
    if let Some(account) = signed_in {
        return app.throttle(&ACCOUNT, &account.to_string()).await;
    }
    app.throttle(&BUYER, &format!("{network} {}", email.normal())).await?;
    app.throttle(&ADDRESS, email.normal()).await
}

/// Counts a look at the page after paying.
pub(crate) async fn before_coming_back(app: &App, client: &ClientAddress) -> Result<(), Failure> {
    app.throttle(&RETURN_NETWORK, &client.network()).await
}

/// Whether an owner may be written to once more. The answer outside is the same either way.
pub(crate) async fn owner_may_be_told(app: &App, email: &EmailAddress) -> Result<bool, Failure> {
    match app.throttle(&OWNER_MAILS, email.normal()).await {
        Ok(()) => Ok(true),
        Err(Failure::Throttled { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}
