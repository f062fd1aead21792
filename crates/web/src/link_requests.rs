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
        if !self.store.mail_may_go(Some(&client.network()), realm, email).await? {
            return Ok(());
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
