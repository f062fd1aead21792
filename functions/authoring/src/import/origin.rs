//! Who sent a feed: part of every id that an import makes, the same for the endpoint and the command line.

use domain::Audience;

use crate::audience::partner_of;

/// The sender. A partner's feeds are another sender's than everybody else's, so no partner can claim another's courses.
pub fn origin_of(audience: Audience, said: Option<&str>) -> Option<String> {
    match partner_of(audience) {
        Some(partner) => Some(format!("{partner} {}", said.unwrap_or_default())),
        None => said.map(str::to_owned),
    }
}
