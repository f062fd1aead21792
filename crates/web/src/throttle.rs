//! Limits on how often something may be tried. Counted before the attempt is looked at, so that attempts in parallel
//! cannot slip through.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use jiff::SignedDuration;
use store::Throttle;

use crate::context::App;
use crate::failure::Failure;
use crate::origin::ClientAddress;

/// How often something may be tried in a window of time. The window ends by itself: no limit locks for good.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// What is counted; part of the counter's key.
    pub kind: &'static str,
    /// The most attempts of one subject in one window.
    pub attempts_max: u64,
    /// How long a window is.
    pub window: SignedDuration,
}

impl App {
    /// Counts an attempt of `subject`, and refuses it where it is one too many.
    pub async fn throttle(&self, limit: &Limit, subject: &str) -> Result<(), Failure> {
        self.count(limit, subject).await.map(drop)
    }

    /// The same, with what it takes to give the attempt back once it has succeeded.
    pub async fn count(&self, limit: &Limit, subject: &str) -> Result<Throttle, Failure> {
        let throttle = self.store.count_attempt(limit.kind, subject, limit.window).await?;
        if throttle.count <= limit.attempts_max {
            return Ok(throttle);
        }
        tracing::warn!(limit = limit.kind, count = throttle.count, "throttled");
        Err(Failure::Throttled { retry_after_s: throttle.window_ends_in_s.max(1) })
    }

    /// Gives an attempt back. What does not arrive makes a counter run out a little sooner, and nothing else.
    pub async fn give_back(&self, limit: &Limit, subject: &str, counted: &Throttle) {
        if let Err(error) = self.store.uncount_attempt(limit.kind, subject, counted).await {
            tracing::warn!(limit = limit.kind, %error, "an attempt was not given back");
        }
    }
}

impl ClientAddress {
    /// The network the client is in: an IPv4 /24 or an IPv6 /48, since one household or attacker has all of either.
    pub fn network(&self) -> String {
        let address = self.0.parse::<IpAddr>().or_else(|_| self.0.parse::<SocketAddr>().map(|socket| socket.ip()));
        // CloudFront writes an IPv6 address and its port without brackets.
        let without_port = || self.0.rsplit_once(':').map_or("", |(address, _)| address).parse::<IpAddr>();
        match address.or_else(|_| without_port()).map(|address| address.to_canonical()) {
            Ok(IpAddr::V4(address)) => {
                let [a, b, c, _] = address.octets();
                format!("{}/24", Ipv4Addr::new(a, b, c, 0))
            }
            Ok(IpAddr::V6(address)) => {
                let [a, b, c, ..] = address.segments();
                format!("{}/48", Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0))
            }
            Err(_) => self.0.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_a_network() {
        for (address, network) in [
            ("192.0.2.77", "192.0.2.0/24"),
            ("192.0.2.78:4711", "192.0.2.0/24"),
            ("::ffff:192.0.2.9", "192.0.2.0/24"),
            ("2001:db8:7:1::1", "2001:db8:7::/48"),
            ("[2001:db8:7:ffff::1]:443", "2001:db8:7::/48"),
            ("2001:db8:7:ffff:1:2:3:4:443", "2001:db8:7::/48"),
            ("unknown", "unknown"),
        ] {
            assert_eq!(ClientAddress(address.to_owned()).network(), network);
        }
    }
}
