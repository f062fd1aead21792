//! How often passwords may be tried. Every window ends by itself; which one stands in the way depends on the address,
//! the network and the browser's own past, never on whether the account exists. An attempt that succeeds is given back.

use domain::{AccountId, random_bytes};
use jiff::SignedDuration;
use store::{FactorChange, Guesses, Login, RefusedCodes, SecondFactor, Session, SignInFacts, StoreError, Throttle};
use web::{App, ClientAddress, Failure, Limit};

/// A person mistypes a few times in a row; a minute later they may go on.
const GUESSES_BY_MINUTE: u64 = 10;
/// Whoever goes on guessing waits longer: this keeps guesses at one account near a thousand a day, hopeless against
/// fifteen characters, while a victim waits an hour at worst.
const GUESSES_BY_HOUR: u64 = 50;
/// NIST SP 800-63B-4, 3.2.2: at most a hundred failures in a row. Ten guesses may be under way at once, so it is the
/// ninetieth that switches the password off, for all but the browsers that have proved it before.
pub(crate) const FAILURES_MAX: u64 = 90;
/// So many in a row are no slip any more: the owner is told.
const FAILURES_TOLD: u64 = 10;
/// A class that starts at nine shares one network; somebody who tries one password on many accounts needs more.
const NETWORK: Limit = Limit { kind: "sign-in-network", attempts_max: 60, window: SignedDuration::from_mins(1) };
/// Sign-ins that one account begins, right passwords included: the person at the keyboard needs a few, a program one. What
/// is given back for a right password is not given back here, or one account alone could use up what everybody shares.
/// Browsers that are known to the account count apart, so that strangers take nothing from them.
const BEGUN: Limit = Limit { kind: "sign-in-begun", attempts_max: 20, window: SignedDuration::from_mins(1) };
/// The same of one network: a school that starts at nine fits, and it is a quarter of what everybody shares.
const BEGUN_BY_NETWORK: Limit =
    Limit { kind: "sign-in-begun-network", attempts_max: 300, window: SignedDuration::from_mins(1) };
/// In each shard. All shards together take 1,200 a minute, some 50 seconds of one core's hashing: what comes beyond
/// must not take the platform from those who are signed in.
const OVERALL: Limit = Limit { kind: "sign-in-overall", attempts_max: 150, window: SignedDuration::from_mins(1) };
/// Browsers that are known to the account have a reserve of their own: whoever floods the sign-in from many networks does
/// not keep out those who were here before.
const OVERALL_OF_KNOWN: Limit = Limit { kind: "sign-in-known", ..OVERALL };
/// One counter for everybody would be one hot key.
const OVERALL_SHARDS: u8 = 8;

/// How often a second factor may be tried with a password that was right: a person who mistypes waits a quarter of an hour
/// at worst.
const FACTOR_GUESSES: u64 = 5;
const FACTOR: Limit =
    Limit { kind: "second-factor", attempts_max: FACTOR_GUESSES, window: SignedDuration::from_mins(15) };

/// So many codes in a row may be wrong before the app's are taken no more: three of a million fit at any moment, so of ten
/// thousand accounts whose passwords are known two fall. A passkey, a recovery code and another password stay.
const CODES_MAX: u64 = 50;
/// So many within thirty days, whatever became of the password: whoever holds the mailbox chooses another one after every
/// fifty. A passkey, a recovery code and an administrator's reset stay.
const CODES_LATELY_MAX: u64 = 100;
/// So many codes or passkeys in a row are no slip any more: the owner is told.
pub(crate) const REFUSED_TOLD: [u64; 2] = [3, 10];

/// What one login may be asked for passkeys: somebody who looks for the right key asks a few times.
pub(crate) const QUESTIONS: Limit =
    Limit { kind: "passkey-questions", attempts_max: 10, window: SignedDuration::from_mins(10) };

/// Whether codes of the app are taken after so many refused ones.
pub(crate) fn codes_count(refused: RefusedCodes) -> bool {
    refused.in_a_row < CODES_MAX && refused.lately < CODES_LATELY_MAX
}

/// What the owner is told after so many refused codes.
pub(crate) fn worth_telling(refused: RefusedCodes) -> Option<FactorChange> {
    match refused {
        RefusedCodes { lately: CODES_LATELY_MAX, .. } => Some(FactorChange::CodesOffForLong),
        RefusedCodes { in_a_row: CODES_MAX, .. } => Some(FactorChange::CodesOff),
        RefusedCodes { in_a_row, .. } if REFUSED_TOLD.contains(&in_a_row) => Some(FactorChange::Refused),
        _ => None,
    }
}

/// Where guesses at a second factor are counted. Whoever learned the password somewhere does not shut out its owner's own
/// browsers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lane {
    /// A browser that was signed in before, each by itself.
    Known(String),
    /// All others.
    New,
    /// Browsers that are signed in and asked once more.
    SignedIn,
}

impl Lane {
    /// That of a login.
    pub(crate) fn of(login: &Login) -> Self {
        match (login.second_factor, &login.known_as) {
            (SecondFactor::Owed { .. }, Some(device)) => Self::Known(device.clone()),
            (SecondFactor::Owed { .. }, None) => Self::New,
            (SecondFactor::NotAsked | SecondFactor::Proved { .. }, _) => Self::SignedIn,
        }
    }

    fn name(&self, account: AccountId) -> String {
        match self {
            Self::Known(device) => format!("{account}#known#{device}"),
            Self::New => account.to_string(),
            Self::SignedIn => format!("{account}#signed-in"),
        }
    }
}

/// An attempt as it was counted, to be given back.
pub(crate) struct Counted {
    network: (String, Throttle),
    guesses: Guesses,
}

/// Counts an attempt of a network.
pub(crate) async fn of_network(app: &App, client: &ClientAddress) -> Result<(String, Throttle), Failure> {
    let network = client.network();
    let counted = app.count(&NETWORK, &network).await?;
    Ok((network, counted))
}

/// Counts a guess at a second factor.
pub(crate) async fn of_factor(app: &App, account: AccountId, lane: &Lane) -> Result<Throttle, Failure> {
    app.count(&FACTOR, &lane.name(account)).await
}

/// Forgets a guess that was right, and what was refused before it.
pub(crate) async fn factor_proved(app: &App, session: &Session, counted: &Throttle, refused: RefusedCodes) {
    factor_added(app, session.account.id, &Lane::of(&session.login), counted).await;
    if refused != RefusedCodes::default()
        && let Err(error) = app.store.forget_refused_codes(&session.login, refused).await
    {
        tracing::warn!(%error, "refused codes still count");
    }
}

/// Forgets a guess that was right.
pub(crate) async fn factor_added(app: &App, account: AccountId, lane: &Lane, counted: &Throttle) {
    app.give_back(&FACTOR, &lane.name(account), counted).await;
}

/// Counts a guess in a lane, then what account and network begin, and then an attempt of everybody's: one that is refused
/// here takes nothing from others.
pub(crate) async fn of_guess(app: &App, network: (String, Throttle), facts: &SignInFacts) -> Result<Counted, Failure> {
    let guesses = of_lane(app, &facts.lane).await?;
    let begun = match &facts.account {
        Some(account) if facts.known_device => &format!("{}#known", account.id),
        _ => &facts.lane,
    };
    tokio::try_join!(app.throttle(&BEGUN, begun), app.throttle(&BEGUN_BY_NETWORK, &network.0))?;
    let limit = if facts.known_device { &OVERALL_OF_KNOWN } else { &OVERALL };
    let [dice] = random_bytes::<1>(&*app.entropy);
    let shard = |at: u8| (at % OVERALL_SHARDS).to_string();
    // Chance fills one counter before the others: who meets a full one has another try.
    match app.throttle(limit, &shard(dice)).await {
        Err(Failure::Throttled { .. }) => app.throttle(limit, &shard(dice.wrapping_add(1))).await?,
        counted => counted?,
    }
    Ok(Counted { network, guesses })
}

/// Counts a guess in a lane.
pub(crate) async fn of_lane(app: &App, lane: &str) -> Result<Guesses, Failure> {
    let guesses = app.store.count_guess(lane).await?;
    // The longer wait is the one worth telling.
    for (counted, max) in [(guesses.hour, GUESSES_BY_HOUR), (guesses.minute, GUESSES_BY_MINUTE)] {
        if counted.count > max {
            tracing::warn!(limit = "guesses", count = counted.count, "throttled");
            return Err(Failure::Throttled { retry_after_s: counted.window_ends_in_s.max(1) });
        }
    }
    Ok(guesses)
}

/// Forgets an attempt that was right. What does not arrive makes a counter run out a little sooner, and nothing else.
pub(crate) async fn succeeded(app: &App, facts: &SignInFacts, counted: &Counted) {
    let (network, throttle) = &counted.network;
    let forget = async { if facts.failures > 0 { app.store.forget_failures(facts).await } else { Ok(()) } };
    let given_back = app.store.uncount_guess(&facts.lane, &counted.guesses);
    let (forgotten, given_back, ()) = tokio::join!(forget, given_back, app.give_back(&NETWORK, network, throttle));
    if let Err(error) = forgotten.and(given_back) {
        tracing::warn!(%error, "a right password still counts as a guess");
    }
}

/// Counts a wrong password, and tells the owner of many.
pub(crate) async fn failed(app: &App, facts: &SignInFacts) -> Result<u64, StoreError> {
    let failures = app.store.count_failure(facts).await?;
    if failures == FAILURES_TOLD || failures == FAILURES_MAX {
        app.store.warn_of_failures(facts, failures == FAILURES_MAX).await?;
    }
    Ok(failures)
}
