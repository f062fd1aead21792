//! PNG (ISO/IEC 15948): chunks of a length, a name, and a checksum.

use super::reader::Reader;
use super::{Picture, Size};

const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n'];

/// What draws the picture, its colours and its movement.
const DRAWS: [&[u8; 4]; 14] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"acTL",
    b"fcTL", b"fdAT",
];

/// The picture without what does not draw it; `None` where it does not end as a PNG ends.
pub(super) fn cleaned(bytes: &[u8]) -> Option<Picture> {
    let mut reader = Reader::of(bytes);
    if reader.array()? != SIGNATURE {
        return None;
    }
    let mut kept = SIGNATURE.to_vec();
    let mut size = Size::default();
    let mut drawn = false;
    loop {
        let length: [u8; 4] = reader.array()?;
        let name: [u8; 4] = reader.array()?;
        let payload = reader.take(usize::try_from(u32::from_be_bytes(length)).ok()?)?;
        let checksum: [u8; 4] = reader.array()?;
        if kept.len() == SIGNATURE.len() && name != *b"IHDR" {
            return None;
        }
        if name == *b"IHDR" {
            size = size.or_larger(header(payload)?);
        }
        drawn |= name == *b"IDAT";
        if DRAWS.contains(&&name) {
            kept.extend(length);
            kept.extend(name);
            kept.extend(payload);
            kept.extend(checksum);
        }
        if name == *b"IEND" {
            return (size.is_some() && drawn).then_some(Picture { kept, size });
        }
    }
}

/// How large the picture is: what its header begins with.
fn header(payload: &[u8]) -> Option<Size> {
    let mut reader = Reader::of(payload);
    Some(Size { width: u32::from_be_bytes(reader.array()?), height: u32::from_be_bytes(reader.array()?) })
}
