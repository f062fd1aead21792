//! Colour profiles (ICC.1, section 7): what says how colours are meant, told from what only claims to.

use super::reader::Reader;

/// Where the signature of every profile stands, within a header of this length.
const SIGNATURE_AT: usize = 36;
const HEADER_BYTES: usize = 128;

/// Whether these are the bytes of one whole profile: as long as it says, signed, and with every entry of its table
/// within it.
pub(super) fn is_profile(bytes: &[u8]) -> bool {
    let length = bytes.first_chunk().and_then(|length| usize::try_from(u32::from_be_bytes(*length)).ok());
    let signed = bytes.get(SIGNATURE_AT..).is_some_and(|rest| rest.starts_with(b"acsp"));
    signed && length == Some(bytes.len()) && entries_lie_within(bytes) == Some(true)
}

fn entries_lie_within(bytes: &[u8]) -> Option<bool> {
    let mut table = Reader::of(bytes.get(HEADER_BYTES..)?);
    for _ in 0..u32::from_be_bytes(table.array()?) {
        let (_, at, length): ([u8; 4], [u8; 4], [u8; 4]) = (table.array()?, table.array()?, table.array()?);
        let at = usize::try_from(u32::from_be_bytes(at)).ok()?;
        let end = at.checked_add(usize::try_from(u32::from_be_bytes(length)).ok()?)?;
        if at < HEADER_BYTES || end > bytes.len() {
            return Some(false);
        }
    }
    Some(true)
}
