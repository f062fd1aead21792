//! How much a route may ask of the table, and which routes may ask more, and why.

use std::collections::BTreeMap;

use super::meter::Cost;

/// Who asks, then what it is about with the answer itself.
const READ_ROUND_TRIPS_MAX: u64 = 2;
/// Who asks, then what it is about, then one transaction.
const WRITE_ROUND_TRIPS_MAX: u64 = 3;

/// A route that asks more often.
pub struct Exemption {
    pub route: &'static str,
    /// Exactly so often.
    pub round_trips: u64,
    pub why: &'static str,
}

pub const EXEMPTIONS: &[Exemption] = &[];

/// What a route may ask without an exemption.
pub fn round_trips_max(route: &str) -> u64 {
    if route.starts_with("GET ") { READ_ROUND_TRIPS_MAX } else { WRITE_ROUND_TRIPS_MAX }
}

/// The exemption of a route.
pub fn exemption(route: &str) -> Option<&'static Exemption> {
    EXEMPTIONS.iter().find(|exemption| exemption.route == route)
}

/// Every route that costs more than it may, and every exemption that is not needed, in words.
pub fn complaints(costs: &BTreeMap<String, Cost>) -> Vec<String> {
    let over = costs.iter().filter_map(|(route, cost)| {
        let max = exemption(route).map_or(round_trips_max(route), |exemption| exemption.round_trips);
        let asked = cost.round_trips;
        (asked > max).then(|| format!("{route}: {asked} round trips, {max} at most"))
    });
    let stale = EXEMPTIONS.iter().filter_map(|exemption| {
        let asked = costs.get(exemption.route).map(|cost| cost.round_trips);
        let needed = asked == Some(exemption.round_trips) && exemption.round_trips > round_trips_max(exemption.route);
        (!needed).then(|| format!("{}: the exemption is stale, asked {asked:?}", exemption.route))
    });
    over.chain(stale).collect()
}
