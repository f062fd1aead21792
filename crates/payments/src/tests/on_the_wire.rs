//! What leaves this process, byte by byte, and what comes of answers that are not Stripe's.

use domain::{Currency, EmailAddress, Money, OrderId, Title};
use jiff::Timestamp;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::{ApiKey, CheckoutRequest, PaymentError, Payments, STRIPE_VERSION, Service, Stripe};

/// Answers one request with the text, and gives the request.
async fn one_call(answer: &'static str) -> (String, Result<crate::CheckoutOpened, PaymentError>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}", listener.local_addr().unwrap());
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = vec![0; 64 * 1024];
        let mut read = 0;
        while !String::from_utf8_lossy(&request[..read]).contains("success_url") {
            read += stream.read(&mut request[read..]).await.unwrap();
        }
        stream.write_all(answer.as_bytes()).await.unwrap();
        stream.shutdown().await.unwrap();
        String::from_utf8_lossy(&request[..read]).into_owned()
    });
    let stripe = Stripe::new(&ApiKey::new("sk_test_abc").unwrap(), &Service::StandIn { base_url }).unwrap();
    let request = CheckoutRequest {
        order: OrderId::from_bytes([9; 16]),
        title: Title::new("Geology").unwrap(),
        price: Money::from_minor(1_999, Currency::EUR).unwrap(),
        email: EmailAddress::new("søren@example.org").unwrap(),
        success_url: "http://127.0.0.1/thanks".to_owned(),
        cancel_url: "http://127.0.0.1/course".to_owned(),
        expires_at: Timestamp::from_second(1_800_003_600).unwrap(),
        promotion_codes: false,
        automatic_tax: true,
        attempt: 0,
    };
    let outcome = stripe.open_checkout(&request).await;
    (served.await.unwrap(), outcome)
}

#[test]
fn the_version_is_that_of_the_requests() {
    assert_eq!(STRIPE_VERSION, stripe_shared::version::VERSION.as_str());
}

#[tokio::test]
async fn every_call_names_its_version_key_and_choices() {
    let (request, outcome) = one_call("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 4\r\n\r\noops").await;
    assert!(matches!(outcome, Err(PaymentError::Unavailable { .. })), "{outcome:?}");
    let lower = request.to_ascii_lowercase();
    assert!(lower.contains(&format!("stripe-version: {STRIPE_VERSION}")), "{request}");
    assert!(
        lower.contains(&format!("idempotency-key: checkout-{}", OrderId::from_bytes([9; 16])).to_ascii_lowercase())
    );
    assert!(request.contains("Bearer sk_test_abc"));
    let body = request.replace("%5B", "[").replace("%5D", "]");
    for chosen in [
        "adaptive_pricing[enabled]=false",
        "automatic_tax[enabled]=true",
        "invoice_creation[enabled]=true",
        "[tax_behavior]=exclusive",
        "locale=auto",
        "mode=payment",
        "=1999",
    ] {
        assert!(body.contains(chosen), "{chosen}: {body}");
    }
    assert!(!body.contains("customer_email"), "an address beyond ASCII would be refused: {body}");
}

#[tokio::test]
async fn answers_that_are_not_stripes_are_told_apart() {
    let (_, empty) = one_call("").await;
    assert!(matches!(empty, Err(PaymentError::Unavailable { .. })), "{empty:?}");
    let (_, nonsense) = one_call("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await;
    assert!(matches!(nonsense, Err(PaymentError::Malformed { .. })), "{nonsense:?}");
}
