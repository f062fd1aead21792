//! As much of SMTP (RFC 5321) as a client on the same machine speaks.

use std::sync::Arc;
use std::time::Duration;

use domain::Clock;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use crate::mailbox::{Mailbox, letter};

/// Our mails have a few kilobytes; more is somebody else's.
const MAIL_BYTES_MAX: u64 = 1024 * 1024;
/// A client that says nothing for so long is gone.
const IDLE: Duration = Duration::from_secs(60);

/// Answers clients for ever.
pub(super) async fn serve(listener: TcpListener, mailbox: Mailbox, clock: Arc<dyn Clock>) {
    while let Ok((client, _)) = listener.accept().await {
        let (mailbox, clock) = (mailbox.clone(), clock.clone());
        tokio::spawn(async move {
            if let Err(error) = converse(client, &mailbox, &*clock).await {
                tracing::debug!(%error, "a mail client went away");
            }
        });
    }
}

async fn converse(client: TcpStream, mailbox: &Mailbox, clock: &dyn Clock) -> std::io::Result<()> {
    let (read, mut write) = client.into_split();
    let mut read = BufReader::new(read);
    let mut to = String::new();
    write.write_all(b"220 local mailbox\r\n").await?;
    loop {
        let mut line = String::new();
        let heard = timeout(IDLE, (&mut read).take(2_048).read_line(&mut line)).await;
        if !matches!(heard, Ok(Ok(bytes)) if bytes > 0) {
            return Ok(());
        }
        let command = line.trim_end();
        let verb = command.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let answer = match verb.as_str() {
            "EHLO" => "250-local mailbox\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
            "RCPT" => {
                to = address(command);
                "250 known\r\n"
            }
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                let message = read_message(&mut read).await?;
                let mail = letter::read(&message, &to, clock.now());
                // Only now the sender may forget it.
                match mail.map(|mail| mailbox.keep(mail)) {
                    Some(Ok(())) => "250 kept\r\n",
                    Some(Err(_)) => "452 no room\r\n",
                    None => "554 no mail\r\n",
                }
            }
            "QUIT" => {
                write.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            "HELO" | "MAIL" | "RSET" | "NOOP" => "250 fine\r\n",
            _ => "502 not here\r\n",
        };
        write.write_all(answer.as_bytes()).await?;
    }
}

/// The address between the angle brackets.
fn address(command: &str) -> String {
    let inside = command.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map_or(String::new(), |(address, _)| address.to_owned())
}

/// Everything up to the lonely dot, with doubled dots made single again.
async fn read_message(read: &mut (impl AsyncBufReadExt + Unpin)) -> std::io::Result<Vec<u8>> {
    let mut message = Vec::new();
    let mut read = read.take(MAIL_BYTES_MAX);
    loop {
        let mut line = Vec::new();
        if read.read_until(b'\n', &mut line).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        match line.strip_prefix(b".") {
            Some(b"\r\n") => return Ok(message),
            Some(rest) => message.extend_from_slice(rest),
            None => message.extend_from_slice(&line),
        }
    }
}
