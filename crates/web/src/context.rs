//! The context of a request: who asks, and the one call that turns a wish into a permission.

use std::ops::Deref;
use std::sync::Arc;

use authorization::{
    Act, Action, ActionSet, Granted, Grid, Object, Override, OverrideRefused, Principal, Standing, Target, able,
    asks_for_confirmation, asks_for_second_factor, authorize, conceivable, decide, may_override, needs_second_factor,
};
use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use domain::{Account, AccountId, AccountKind, Clock, Entropy, Realm, Tenant};
use jiff::{SignedDuration, Timestamp};
use store::{LoadTarget, Login, SecondFactor, Session, Store};
use templates::Editions;

use crate::acting::refuse_what_stays_theirs;
use crate::asker::{Presented, bearer_of, presented, refuse_forgery};
use crate::body::AskedByVisitor;
use crate::failure::Failure;
use crate::grid::KeptGrid;
use crate::hashing::HashingPlaces;
use crate::origin::{ClientAddress, only_reads};
use crate::password::HashCost;
use crate::settings::Settings;
use crate::tokens::Tokens;

/// How long a password that was proved counts for what asks for it.
const CONFIRMATION_LASTS: SignedDuration = SignedDuration::from_mins(10);

/// Everything that a function's handlers share. Made once at start.
pub struct AppParts {
    /// The settings.
    pub settings: Settings,
    /// The table.
    pub store: Store,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The dice.
    pub entropy: Arc<dyn Entropy>,
    /// Every page and mail, by language.
    pub editions: Editions,
    /// Access and refresh tokens.
    pub tokens: Tokens,
    /// The grid that decides, kept for a moment.
    grid: KeptGrid,
    /// Where passwords are hashed.
    pub(crate) hashing: HashingPlaces,
}

/// The shared parts, cheap to clone.
#[derive(Clone)]
pub struct App(Arc<AppParts>);

impl App {
    /// Puts the parts together.
    pub fn new(
        settings: Settings,
        store: Store,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
    ) -> Result<Self, Failure> {
        Self::with_hash_cost(settings, store, clock, entropy, HashCost::TODAY)
    }

    /// The same with another cost of password hashes; for tests that sign people in by the thousand.
    pub fn with_hash_cost(
        settings: Settings,
        store: Store,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
        cost: HashCost,
    ) -> Result<Self, Failure> {
        let tokens = Tokens::new(settings.secrets.clone(), settings.origin.clone());
        let (editions, grid, hashing) = (Editions::new(), KeptGrid::default(), HashingPlaces::of(cost));
        Ok(Self(Arc::new(AppParts { settings, store, clock, entropy, editions, tokens, grid, hashing })))
    }

    /// The grid that decides, with what the deployment is set to.
    pub async fn grid(&self) -> Result<Arc<Grid>, Failure> {
        Ok(self.grid.at(self.clock.now(), &self.store).await?)
    }

    /// What the deployment is set to has changed: this process follows with its next request.
    pub fn grid_changed(&self) {
        self.grid.forget();
    }

    /// Asks for a permission as somebody other than the signed-in account: the holder of a link, the payment
    /// provider, the platform itself.
    pub async fn authorize_as<A>(
        &self,
        principal: &Principal,
        key: <A::Target as LoadTarget>::Key,
    ) -> Result<Granted<A>, Failure>
    where
        A: Act,
        A::Target: LoadTarget,
    {
        let grid = self.grid().await?;
        judge(self, &grid, principal, key, None).await
    }

    /// Asks for a permission as the account of a login that was proved by its refresh value, not by an access token.
    pub async fn authorize_login<A>(
        &self,
        session: &Session,
        key: <A::Target as LoadTarget>::Key,
    ) -> Result<Granted<A>, Failure>
    where
        A: Act,
        A::Target: LoadTarget,
    {
        let grid = self.grid().await?;
        let principal = Principal::Account(session.standing(self.clock.now()).offered_by(&grid));
        judge(self, &grid, &principal, key, Some(&session.account)).await
    }
}

impl Deref for App {
    type Target = AppParts;
    fn deref(&self) -> &AppParts {
        &self.0
    }
}

/// Refuses without a look at the table what no role of the asker could ever do; else loads the target and judges.
async fn judge<A>(
    app: &App,
    grid: &Grid,
    principal: &Principal,
    key: <A::Target as LoadTarget>::Key,
    asker: Option<&Account>,
) -> Result<Granted<A>, Failure>
where
    A: Act,
    A::Target: LoadTarget,
{
    conceivable(grid, principal, A::ACTION)?;
    let target = A::Target::load(&app.store, key, asker).await?.ok_or(Failure::NotFound)?;
    let judged = authorize::<A>(grid, principal, target);
    if let Err(denied) = &judged {
        tracing::info!(action = denied.action.id(), reason = denied.id(), actor = ?principal.actor(), "denied");
    }
    Ok(judged?)
}

fn confirm_first() -> Failure {
    Failure::Forbidden("confirm_first", "prove your password once more to do this, and your second factor")
}

/// Laid beside a request that an operator makes from inside the process; nothing that comes over a line carries it.
#[derive(Debug, Clone, Copy)]
pub struct AskedByOperator;

/// Who asks, with what they need to act.
pub struct Cx {
    app: App,
    pub(crate) grid: Arc<Grid>,
    pub(crate) principal: Principal,
    session: Option<Session>,
    /// Who is logged in as the session's account, where it is somebody else.
    behind: Option<Account>,
    /// Where the request came from.
    pub client: ClientAddress,
}

impl Cx {
    /// The context of an operator's work from inside the process.
    pub async fn of_operator(app: App) -> Result<Self, Failure> {
        let grid = app.grid().await?;
        let client = ClientAddress("command line".to_owned());
        Ok(Self { app, grid, principal: Principal::Operator, session: None, behind: None, client })
    }

    /// The account that asks, where it is one.
    pub fn own_account(&self) -> Option<AccountId> {
        self.session.as_ref().map(|session| session.account.id)
    }

    /// The one check: loads the target, decides, and hands the permission back with the target inside.
    pub async fn authorize<A>(&self, key: <A::Target as LoadTarget>::Key) -> Result<Granted<A>, Failure>
    where
        A: Act,
        A::Target: LoadTarget,
    {
        self.confirmed(self.judged(key).await?)
    }

    /// The same for a change that may be only tried: what writes nothing needs no password proved lately.
    pub async fn authorize_change<A>(
        &self,
        key: <A::Target as LoadTarget>::Key,
        dry_run: bool,
    ) -> Result<Granted<A>, Failure>
    where
        A: Act,
        A::Target: LoadTarget,
    {
        let granted = self.judged(key).await?;
        if dry_run { self.with_second_factor(granted) } else { self.confirmed(granted) }
    }

    /// The permission, where other rights of the asker had a say beside the one that it names.
    pub fn by_all_rights<A: Act>(&self, granted: Granted<A>) -> Granted<A> {
        granted.by_all_of(&self.principal)
    }

    async fn judged<A>(&self, key: <A::Target as LoadTarget>::Key) -> Result<Granted<A>, Failure>
    where
        A: Act,
        A::Target: LoadTarget,
    {
        let asker = self.session.as_ref().map(|session| &session.account);
        judge::<A>(&self.app, &self.grid, &self.principal, key, asker).await
    }

    /// Refuses what no role of the asker brings on any object, before several objects are judged one by one.
    pub fn refuse_inconceivable(&self, action: Action) -> Result<(), Failure> {
        Ok(conceivable(&self.grid, &self.principal, action)?)
    }

    /// Every action that some role of the asker brings, on whatever object; for showing what there is to open. Opening
    /// it is judged anew.
    pub fn able(&self) -> ActionSet {
        able(&self.grid, &self.principal)
    }

    /// Whether the one who asks may do something more to an object that they were permitted to see already; for showing
    /// more of it. Doing it is judged anew.
    pub fn may(&self, action: Action, on: &Object) -> bool {
        decide(&self.grid, &self.principal, action, on).is_ok()
    }

    /// The permission, where it needs no password or one was proved lately.
    pub(crate) fn confirmed<A: Act>(&self, granted: Granted<A>) -> Result<Granted<A>, Failure> {
        let granted = self.with_second_factor(granted)?;
        if asks_for_confirmation(A::ACTION, &granted.target().object()) {
            self.refuse_old_proof()?;
        }
        Ok(granted)
    }

    /// The permission, where it stays with nobody else and the second factor that it needs was proved with this login.
    fn with_second_factor<A: Act>(&self, granted: Granted<A>) -> Result<Granted<A>, Failure> {
        refuse_what_stays_theirs(self.behind.as_ref(), A::ACTION)?;
        if self.app.settings.second_factor_for_administrators
            && asks_for_second_factor(&granted.basis())
            && !self.second_factor_proved()
        {
            let words = "administrators need a second factor: set one up, or sign in with it";
            return Err(Failure::Forbidden("second_factor_first", words));
        }
        Ok(granted)
    }

    /// Refuses whoever did not prove their password within the last minutes, and their second factor. For what asks for it
    /// only as it is wished here.
    pub fn refuse_old_proof(&self) -> Result<(), Failure> {
        if self.confirmed_lately() { Ok(()) } else { Err(confirm_first()) }
    }

    /// Refuses whoever has a second factor and did not prove it within the last minutes. For what asks for the password by
    /// itself.
    pub fn refuse_old_factor(&self) -> Result<(), Failure> {
        if self.factor_proved_lately() { Ok(()) } else { Err(confirm_first()) }
    }

    /// Whether the one who asks must have a second factor, since the deployment asks administrators for one.
    pub fn needs_second_factor(&self) -> bool {
        self.app.settings.second_factor_for_administrators && needs_second_factor(&self.principal)
    }

    /// Whether a second factor was proved with this login. Who is no account has none; whoever acts as somebody else has
    /// proved their own, or could not have begun.
    fn second_factor_proved(&self) -> bool {
        self.login().is_none_or(|login| login.acting.is_some() || login.second_factor.is_proved())
    }

    /// Whether the password was proved with this login within the last minutes, and the second factor where there is one.
    /// Who is no account has none to prove.
    fn confirmed_lately(&self) -> bool {
        self.login().is_none_or(|login| self.is_recent(login.confirmed_at)) && self.factor_proved_lately()
    }

    /// The same of the second factor alone. A login that was not asked for one has none: a factor that comes ends it.
    fn factor_proved_lately(&self) -> bool {
        self.login().is_none_or(|login| match login.second_factor {
            SecondFactor::Proved { at } => self.is_recent(at),
            SecondFactor::NotAsked | SecondFactor::Owed { .. } => true,
        })
    }

    fn is_recent(&self, proved_at: Timestamp) -> bool {
        self.now().duration_since(proved_at) <= CONFIRMATION_LASTS
    }

    /// The shared parts.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The grid that decides this request.
    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// Whether the one who asks may decide otherwise than the grid.
    pub fn may_override(&self, wish: &Override, at: &Object) -> Result<(), OverrideRefused> {
        may_override(&self.grid, &self.principal, wish, at)
    }

    /// The table.
    pub fn store(&self) -> &Store {
        &self.app.store
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    /// The realm of whoever asks; the main platform's for those whom no account names.
    pub fn own_realm(&self) -> Realm {
        self.session.as_ref().map_or(Realm::Main, |session| session.account.kind.realm())
    }

    /// Whether a tenant is that of whoever asks. Internal administrators are at home in every one, and so is who is no account.
    pub fn is_of(&self, tenant: Tenant) -> bool {
        self.session.as_ref().is_none_or(|session| {
            let kind = session.account.kind;
            kind == AccountKind::InternalAdministrator || kind.tenant() == tenant
        })
    }

    /// The person who is logged in as the account that asks, where it is somebody else.
    pub fn behind(&self) -> Option<&Account> {
        self.behind.as_ref()
    }

    /// Account, grants and login that the request came with.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// The login that the request came with.
    pub fn login(&self) -> Option<&Login> {
        self.session.as_ref().map(|session| &session.login)
    }
}

impl<S> FromRequestParts<S> for Cx
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let app = App::from_ref(state);
        let client = ClientAddress::of(parts, &app.settings);
        if parts.extensions.get::<AskedByOperator>().is_some() {
            return Ok(Self { client, ..Self::of_operator(app).await? });
        }
        let (presented, grid) = tokio::try_join!(presented(parts, &app), app.grid())?;
        let Some(Presented { session, behind }) = presented else {
            parts.extensions.insert(AskedByVisitor);
            return Ok(Self { app, grid, principal: Principal::Visitor, session: None, behind: None, client });
        };
        if bearer_of(parts).is_none() && !only_reads(&parts.method) {
            refuse_forgery(parts, &app, &session)?;
        }
        let (behind, as_judged) = behind.unzip();
        let standing = Standing { behind: as_judged, ..session.standing(app.clock.now()).offered_by(&grid) };
        let principal = Principal::Account(standing);
        Ok(Self { app, grid, principal, session: Some(session), behind, client })
    }
}
