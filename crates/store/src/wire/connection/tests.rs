//! Servers as there are: some keep a connection, some close it with or without a word, some say nothing at all.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::Entropy;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

use super::*;

const SIZED: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
const UNWELL: &str = "HTTP/1.1 500 Internal Server Error\r\ncontent-length: 2\r\n\r\n{}";
const LAST: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}";
const CHUNKS: [&str; 4] =
    ["HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{", "\r\n1", "\r\n}\r\n0\r\n", "\r\n"];
const NO_TIME: Duration = Duration::from_millis(20);

/// Pauses between attempts of equal length.
struct Sevens;

impl Entropy for Sevens {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

/// What a server does once it has read a request.
#[derive(Debug, Clone, Copy)]
enum Manner {
    /// Answers with these parts, one after the other.
    Answers(&'static [&'static str]),
    /// Answers, and closes without having said so.
    AnswersAndCloses,
    /// Closes without an answer.
    Closes,
    /// Keeps the connection, and says nothing.
    Stalls,
}

#[derive(Debug, Default)]
struct Seen {
    connections: AtomicUsize,
    requests: AtomicUsize,
    /// The other side has closed a connection, too.
    left: Notify,
}

impl Seen {
    fn counts(&self) -> (usize, usize) {
        (self.connections.load(Ordering::SeqCst), self.requests.load(Ordering::SeqCst))
    }
}

/// A server that treats its first requests so, each in its turn, and every later one like the last; where it is, and what
/// it sees.
async fn server(manners: &'static [Manner]) -> (String, Arc<Seen>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let seen = Arc::new(Seen::default());
    let watching = seen.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            watching.connections.fetch_add(1, Ordering::SeqCst);
            tokio::spawn(serve(stream, manners, watching.clone()));
        }
    });
    (address, seen)
}

async fn serve(mut stream: TcpStream, manners: &'static [Manner], seen: Arc<Seen>) {
    while read_request(&mut stream).await.is_some() {
        let number = seen.requests.fetch_add(1, Ordering::SeqCst);
        match manners[number.min(manners.len() - 1)] {
            Manner::Answers(parts) => {
                for part in parts {
                    stream.write_all(part.as_bytes()).await.unwrap();
                    stream.flush().await.unwrap();
                    tokio::task::yield_now().await;
                }
                if parts == [LAST] {
                    return;
                }
            }
            Manner::AnswersAndCloses => {
                stream.write_all(SIZED.as_bytes()).await.unwrap();
                stream.shutdown().await.unwrap();
                assert!(read_request(&mut stream).await.is_none(), "nothing is sent on a closed connection");
                seen.left.notify_one();
                return;
            }
            Manner::Closes => return,
            Manner::Stalls => {
                assert!(read_request(&mut stream).await.is_none(), "nothing more is sent where no answer came");
                seen.left.notify_one();
                return;
            }
        }
    }
}

/// One request with its body; `None` where the other side has closed.
async fn read_request(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut read = Vec::new();
    loop {
        if let Some(head) = read.windows(4).position(|window| window == b"\r\n\r\n") {
            let text = String::from_utf8_lossy(&read[..head]).to_lowercase();
            let length = text.split("content-length: ").nth(1).and_then(|rest| rest.lines().next());
            let length: usize = length.map_or(0, |digits| digits.parse().unwrap());
            if read.len() >= head + 4 + length {
                return Some(read);
            }
        }
        if stream.read_buf(&mut read).await.unwrap_or(0) == 0 {
            return None;
        }
    }
}

async fn ask(connections: &Connections, address: &str, limit: Option<Duration>) -> Result<String, ConnectorError> {
    let mut request = HttpRequest::new(SdkBody::from("{\"question\":1}"));
    request.set_method("POST").unwrap();
    request.set_uri(format!("{address}/")).unwrap();
    let answer = connections.clone().exchange(request, limit).await?;
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    Ok(String::from_utf8(body.to_vec()).unwrap())
}

async fn ask_often(manners: &'static [Manner], times: usize) -> (usize, usize) {
    let (address, seen) = server(manners).await;
    let connections = Connections::trusting(Roots::Amazon);
    for _ in 0..times {
        assert_eq!(ask(&connections, &address, None).await.unwrap(), "{}");
    }
    seen.counts()
}

#[tokio::test]
async fn a_connection_is_kept_however_the_answer_is_cut() {
    assert_eq!(ask_often(&[Manner::Answers(&[SIZED])], 5).await, (1, 5));
    assert_eq!(ask_often(&[Manner::Answers(&CHUNKS)], 5).await, (1, 5));
}

#[tokio::test]
async fn a_connection_that_is_said_to_close_is_not_used_again() {
    assert_eq!(ask_often(&[Manner::Answers(&[LAST])], 3).await, (3, 3));
}

#[tokio::test]
async fn a_kept_connection_that_was_closed_without_a_word_is_replaced() {
    let (address, seen) = server(&[Manner::AnswersAndCloses]).await;
    let connections = Connections::trusting(Roots::Amazon);
    for asked in 1..=3 {
        ask(&connections, &address, None).await.unwrap();
        seen.left.notified().await;
        assert_eq!(seen.counts(), (asked, asked));
    }
}

/// Whether it was carried out nobody knows: that it is tried again is for the SDK to decide, which knows what may be.
#[tokio::test]
async fn a_request_that_was_sent_is_not_sent_again() {
    let (address, seen) = server(&[Manner::Answers(&[SIZED]), Manner::Closes]).await;
    let connections = Connections::trusting(Roots::Amazon);
    ask(&connections, &address, None).await.unwrap();
    let failed = ask(&connections, &address, None).await.unwrap_err();
    assert_eq!(failed.as_other(), Some(ErrorKind::TransientError), "{failed:?}");
    assert_eq!(seen.counts(), (1, 2));
}

#[tokio::test]
async fn who_does_not_answer_is_given_up_and_the_connection_with_it() {
    let (address, seen) = server(&[Manner::Stalls, Manner::Answers(&[SIZED])]).await;
    let connections = Connections::trusting(Roots::Amazon);
    let failed = ask(&connections, &address, Some(NO_TIME)).await.unwrap_err();
    assert!(failed.is_timeout(), "{failed:?}");
    seen.left.notified().await;
    ask(&connections, &address, None).await.unwrap();
    assert_eq!(seen.counts(), (2, 2));
}

#[tokio::test]
async fn nobody_there_is_a_broken_connection() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let failed = ask(&Connections::trusting(Roots::Amazon), &address, None).await.unwrap_err();
    assert!(failed.is_io(), "{failed:?}");
}

/// Through the table: one answer that is lost costs one more round trip, on a connection of its own.
#[tokio::test]
async fn a_lost_answer_is_asked_for_once_more() {
    let (address, seen) = server(&[Manner::Answers(&[SIZED]), Manner::Closes, Manner::Answers(&[SIZED])]).await;
    let config = crate::TableConfig { name: "portico".to_owned(), endpoint: Some(address), http_client: None };
    let table = crate::table::Table::connect(config, Arc::new(Sevens));
    let key = crate::keys::course(domain::CourseId::from_bytes([1; 16]));
    for _ in 0..3 {
        assert!(table.get(&key).await.unwrap().is_none());
    }
    assert_eq!(seen.counts(), (2, 4));
}

/// Who cannot answer now may sit behind this very connection: the SDK's next attempt goes over another one.
#[tokio::test]
async fn after_a_fault_of_the_other_side_another_connection_is_tried() {
    let (address, seen) = server(&[Manner::Answers(&[UNWELL]), Manner::Answers(&[SIZED])]).await;
    let config = crate::TableConfig { name: "portico".to_owned(), endpoint: Some(address), http_client: None };
    let table = crate::table::Table::connect(config, Arc::new(Sevens));
    assert!(table.get(&crate::keys::course(domain::CourseId::from_bytes([1; 16]))).await.unwrap().is_none());
    assert_eq!(seen.counts(), (2, 2));
}

#[test]
fn amazons_roots_are_read() {
    assert!(trust(Roots::Amazon).is_ok());
    assert_eq!(AMAZON_ROOTS.windows(10).filter(|bytes| bytes == b"-----BEGIN").count(), 5);
}
