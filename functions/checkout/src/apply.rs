//! The buyer's form: name and address in, the way to the payment page out. Works without JavaScript.

use authorization::{Granted, Principal, act};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use commerce::{CommerceError, Placed, Shop, place_order};
use domain::{AccountId, Buyer, Course, CourseId, EmailAddress, OrderId, PersonName, TermId, TermRefused};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::StoreError;
use utoipa::ToSchema;
use web::{App, Asker, BodyOrForm, ClientAddress, Failure, FieldErrors, Problem, Reader, Sent};

use crate::failure::failure;
use crate::limits;

/// What a buyer types.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Application {
    /// The course's id.
    course: String,
    /// The buyer's name.
    name: String,
    /// The buyer's e-mail address; the course will belong to its account.
    email: String,
    /// The id of the dated run. Needed where more than one is not over yet.
    #[serde(default)]
    term: Option<String>,
}

/// Where an application leads.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Applied {
    /// The order.
    order: String,
    /// The payment page, or the page that says that nothing was due.
    url: String,
}

/// Apply for a public course.
///
/// Makes a registration and an order with the price frozen, and leads to the payment page; a free course is enrolled
/// at once. No account exists before the payment does. A form is answered with a redirect, JSON with the address.
/// Where the course is in the account of that address already, only its signed-in owner is told so here; everybody
/// else is told that a mail was sent, and the owner gets one.
#[utoipa::path(
    post, path = "/api/checkout", tag = "buying",
    request_body(content((Application = "application/x-www-form-urlencoded"), (Application = "application/json"))),
    responses(
        (status = 201, description = "Go to `url`", body = Applied),
        (status = 303, description = "A form: go there"),
        (status = 404, description = "Not in the public catalog", body = Problem),
        (status = 409, description = "You have this course already, every seat is taken, or it cannot be sold", body = Problem),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = 429, description = "Too many applications from one network or address", body = Problem),
        (status = 503, description = "The payment provider is down; nothing was charged", body = Problem),
    )
)]
pub(crate) async fn apply(
    State(app): State<App>,
    State(shop): State<Shop>,
    client: ClientAddress,
    Asker(login): Asker,
    reader: Reader,
    BodyOrForm(typed, sent): BodyOrForm<Application>,
) -> Result<Response, Failure> {
    let course: CourseId = typed.course.parse().map_err(|_| Failure::NotFound)?;
    let grant = permission(&app, course).await?;
    let now = app.clock.now();
    let buyer = match buyer(&typed, &grant.target().course, now) {
        Ok(buyer) => buyer,
        Err(_) if sent == Sent::Form => return form_again(&reader, &grant, &typed, now),
        Err(errors) => return Err(errors.into_failure()),
    };
    // Whoever is logged in as somebody else does not speak for them.
    let signed_in = login.as_ref().filter(|login| login.acting.is_none()).map(|login| login.account);
    limits::before_applying(&app, &client, signed_in, &buyer.email).await?;
    let from = (signed_in, &*client.network());
    let term = typed.wished().unwrap_or(None);
    let wish = commerce::Application { buyer, locale: reader.locale(), term };
    let placed = placed(&app, &shop, grant, &wish, from).await?;
    let origin = &app.settings.origin;
    let (order, url) = match placed {
        Placed::Pay { order, url } => (order, url),
        Placed::Done { order, session: Some(session), .. } => {
            (order, format!("{origin}/api/checkout/return?session_id={session}"))
        }
        Placed::Done { order, session: None, .. } => (order, format!("{origin}/api/checkout/return?order={order}")),
        Placed::Owned { grant, account } => {
            if signed_in == Some(account) {
                return Err(Failure::conflict("this course is in your account already"));
            }
            tell_owner(&app, &grant, account, &wish.buyer.email).await?;
            // Looks like an order for which nothing was due.
            let order = OrderId::new(app.clock.now(), &*app.entropy);
            (order, format!("{origin}/api/checkout/return?order={order}"))
        }
    };
    Ok(match sent {
        Sent::Form => Redirect::to(&url).into_response(),
        Sent::Json => (StatusCode::CREATED, Json(Applied { order: order.to_string(), url })).into_response(),
    })
}

/// Everybody buys as a visitor, signed in or not: the course goes to the account of the typed address.
async fn permission(app: &App, course: CourseId) -> Result<Granted<act::ApplyForCourse>, Failure> {
    app.authorize_as::<act::ApplyForCourse>(&Principal::Visitor, course).await.map_err(not_in_the_catalog)
}

/// Clicks of one buyer that meet: each that was overtaken looks again, and finds the order of the first.
const ATTEMPTS: usize = 8;

async fn placed(
    app: &App,
    shop: &Shop,
    mut grant: Granted<act::ApplyForCourse>,
    wish: &commerce::Application,
    (signed_in, network): (Option<AccountId>, &str),
) -> Result<Placed, Failure> {
    let course = grant.target().course.id;
    for _ in 1..ATTEMPTS {
        match place_order(shop, grant, wish.clone(), signed_in, network).await {
            Err(CommerceError::Store(StoreError::Conflict(_) | StoreError::Taken(_))) => {}
            settled => return settled.map_err(failure),
        }
        grant = permission(app, course).await?;
    }
    place_order(shop, grant, wish.clone(), signed_in, network).await.map_err(failure)
}

async fn tell_owner(
    app: &App,
    grant: &Granted<act::ApplyForCourse>,
    account: AccountId,
    email: &EmailAddress,
) -> Result<(), Failure> {
    if limits::owner_may_be_told(app, email).await? {
        let course_title = grant.target().course.title.to_string();
        app.store.tell_owner(grant, account, course_title).await?;
    }
    Ok(())
}

/// A course outside the public catalog is not to be found by buyers, and signing in would not help them.
fn not_in_the_catalog(failure: Failure) -> Failure {
    match failure {
        Failure::SignedOut => Failure::NotFound,
        other => other,
    }
}

impl Application {
    /// The run that was chosen. A form sends an empty text where none was.
    fn wished(&self) -> Result<Option<TermId>, TermRefused> {
        let said = self.term.as_deref().map(str::trim).filter(|text| !text.is_empty());
        said.map(|text| text.parse().map_err(|_| TermRefused::Unknown)).transpose()
    }

    /// Why nobody comes into the course with this choice.
    fn term_refused(&self, course: &Course, now: Timestamp) -> Option<TermRefused> {
        self.wished().and_then(|wished| course.term_for(wished, now)).err()
    }
}

fn buyer(typed: &Application, course: &Course, now: Timestamp) -> Result<Buyer, FieldErrors> {
    let mut errors = FieldErrors::default();
    let term = errors.take("term", typed.term_refused(course, now).map_or(Ok(()), Err));
    let name = errors.take("name", PersonName::new(&typed.name));
    let email = errors.take("email", EmailAddress::new(&typed.email));
    match (name, email, term) {
        (Some(name), Some(email), Some(())) => Ok(Buyer { name, email }),
        _ => Err(errors),
    }
}

fn form_again(
    reader: &Reader,
    grant: &Granted<act::ApplyForCourse>,
    typed: &Application,
    now: Timestamp,
) -> Result<Response, Failure> {
    let (course, locale) = (&grant.target().course, reader.locale());
    let title = reader.say("checkout-title", &[]);
    let (name_error, email_error) = (reader.name_error(&typed.name), reader.email_error(&typed.email));
    let term_error = typed.term_refused(course, now).map(|refused| term_error(reader, refused));
    let page = reader.pages()?.checkout_form(&templates::CheckoutForm {
        head: reader.head(&title),
        course_href: &format!("{}/courses/{}/", locale.root(), course.slug),
        course_title: course.title.as_str(),
        price: &templates::price_label(course.price, locale),
        form: templates::BuyerForm {
            course: &typed.course,
            free: course.price.money().is_none(),
            name: &typed.name,
            name_error: name_error.as_deref(),
            email: &typed.email,
            email_error: email_error.as_deref(),
            terms: templates::term_choices(course.open_terms(now), locale, typed.term.as_deref()),
            term_error: term_error.as_deref(),
        },
    })?;
    Ok(web::html(StatusCode::UNPROCESSABLE_ENTITY, page))
}

fn term_error(reader: &Reader, refused: TermRefused) -> String {
    let choice = match refused {
        TermRefused::Needed => "needed",
        TermRefused::Unknown | TermRefused::Over => "gone",
        TermRefused::AllOver => "none",
    };
    reader.say("buyer-term-wrong", &[("choice", choice.into())])
}
