//! How often passwords may be tried. Every window ends by itself, so nobody is locked out for good; which window
//! stands in the way depends on the address and the network alone, never on whether the account exists.

use domain::{EmailAddress, Realm, random_bytes};
use jiff::SignedDuration;
use web::{App, ClientAddress, Failure, Limit, RealmName};

/// A person mistypes a few times in a row; a minute later they may go on.
const ACCOUNT_BY_MINUTE: Limit =
    Limit { kind: "password-minute", attempts_max: 10, window: SignedDuration::from_mins(1) };
/// Whoever goes on guessing waits longer: this keeps guesses at one account near a thousand a day, hopeless against
/// fifteen characters, while a victim waits an hour at worst.
const ACCOUNT_BY_HOUR: Limit = Limit { kind: "password-hour", attempts_max: 50, window: SignedDuration::from_hours(1) };
/// A class that starts at nine shares one network; somebody who tries one password on many accounts needs more.
const NETWORK: Limit = Limit { kind: "sign-in-network", attempts_max: 60, window: SignedDuration::from_mins(1) };
/// In each shard. All shards together take 1,200 a minute, some 50 seconds of one core's hashing: what comes beyond
/// must not take the platform from those who are signed in.
const OVERALL: Limit = Limit { kind: "sign-in-overall", attempts_max: 150, window: SignedDuration::from_mins(1) };
/// One counter for everybody would be one hot key.
const OVERALL_SHARDS: u8 = 8;

/// Counts an attempt to sign in, and refuses it where it is one too many. The network goes first: one that is shut
/// out uses up nobody else's attempts.
pub(crate) async fn before_sign_in(
    app: &App,
    client: &ClientAddress,
    realm: Realm,
    email: &EmailAddress,
) -> Result<(), Failure> {
    app.throttle(&NETWORK, &client.network()).await?;
    let [dice] = random_bytes::<1>(&*app.entropy);
    let shard = (dice % OVERALL_SHARDS).to_string();
    tokio::try_join!(app.throttle(&OVERALL, &shard), before_password(app, realm, email))?;
    Ok(())
}

/// Counts an attempt at an account's password, wherever it is made.
pub(crate) async fn before_password(app: &App, realm: Realm, email: &EmailAddress) -> Result<(), Failure> {
    let subject = format!("{}#{}", RealmName::from(realm), email.normal());
    let (minute, hour) =
        tokio::join!(app.throttle(&ACCOUNT_BY_MINUTE, &subject), app.throttle(&ACCOUNT_BY_HOUR, &subject));
    // The longer wait is the one worth telling.
    hour.and(minute)
}
