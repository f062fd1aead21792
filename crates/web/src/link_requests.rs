//! Asking for the link that sets a password. The answer is one and the same whether the address has an account or
//! not, in what it says and in how long it takes; asking changes nothing but the outbox.

use authorization::{Principal, act};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::{AccountStatus, EmailAddress, Realm};
use jiff::SignedDuration;
use serde::Deserialize;
use templates::LinkSent;
use utoipa::ToSchema;

use crate::body::Sent;
use crate::context::App;
use crate::equal_time::in_equal_time;
use crate::failure::Failure;
use crate::headers::html;
use crate::origin::ClientAddress;
use crate::reader::Reader;
use crate::realm::RealmName;
use crate::throttle::Limit;

/// A mailbox must not be flooded through us. Counted by network and address: what others ask for does not keep an owner
/// from asking.
const MAILS_FROM_NETWORK: Limit =
    Limit { kind: "link-mail-network", attempts_max: 3, window: SignedDuration::from_hours(1) };
/// And not from many networks either; whoever has so many of them at hand can silence the form for an hour.
const MAILS_OF_ACCOUNT: Limit = Limit { kind: "link-mail", attempts_max: 12, window: SignedDuration::from_hours(1) };
/// A school behind one address can ask; whoever tries a list of addresses is slowed down.
const REQUESTS_OF_NETWORK: Limit =
    Limit { kind: "link-request-network", attempts_max: 100, window: SignedDuration::from_mins(10) };

/// Whose link is asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkRequest {
    /// The account's address.
    #[schema(example = "ada@example.org")]
    email: String,
    /// `public`, `main`, or a partner platform by slug or id.
    #[serde(default)]
    #[schema(value_type = String, default = "public")]
    realm: RealmName,
}

impl App {
    /// Takes the request for a link and answers it: 202 to a program, a page to a person.
    pub async fn answer_link_request(
        &self,
        client: &ClientAddress,
        reader: &Reader,
        request: LinkRequest,
        sent: Sent,
    ) -> Result<Response, Failure> {
        let email = EmailAddress::new(&request.email).map_err(|error| Failure::field("email", error))?;
        self.throttle(&REQUESTS_OF_NETWORK, &client.network()).await?;
        let realm = self.realm(&request.realm).await?;
        in_equal_time(self.mail_link(client, realm, &email)).await?;
        match sent {
            Sent::Json => Ok(StatusCode::ACCEPTED.into_response()),
            Sent::Form => {
                let (title, again_href) =
                    (reader.say("sent-title", &[]), &request.realm.forgot_password_path(reader.locale()));
                let page = LinkSent { head: reader.head(&title), again_href };
                Ok(html(StatusCode::ACCEPTED, reader.pages()?.link_sent(&page)?))
            }
        }
    }

    async fn mail_link(&self, client: &ClientAddress, realm: Realm, email: &EmailAddress) -> Result<(), Failure> {
        // Counted for every address, so that neither the count nor its time tells which ones have an account.
        let subject = format!("{}#{}", RealmName::from(realm), email.normal());
        let near = format!("{}#{subject}", client.network());
        for (limit, subject) in [(&MAILS_FROM_NETWORK, &near), (&MAILS_OF_ACCOUNT, &subject)] {
            match self.throttle(limit, subject).await {
                Err(Failure::Throttled { .. }) => return Ok(()),
                counted => counted?,
            }
        }
        let Some((account, credential)) = self.store.credential(realm, email).await? else { return Ok(()) };
        // A link that could not be used would only puzzle its reader.
        if account.status(self.clock.now()) != AccountStatus::Activated {
            return Ok(());
        }
        let grant = self.authorize_as::<act::RequestPasswordLink>(&Principal::Visitor, account.id).await?;
        Ok(self.store.request_password_link(grant, credential.is_some()).await?)
    }
}
