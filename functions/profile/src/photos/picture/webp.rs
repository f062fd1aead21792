//! WebP (RFC 9649): chunks of a name and a length within one RIFF container, each padded to an even length.

use super::reader::Reader;

/// What draws the picture, its colours and its movement.
const DRAWS: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

/// The bits of the extended header that promise Exif and XMP.
const PROMISES: u8 = 0b0000_1100;

/// The picture without what does not draw it; `None` where it is not as long as it says.
pub(super) fn cleaned(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut outer = Reader::of(bytes);
    let (_, length, form): ([u8; 4], [u8; 4], [u8; 4]) = (outer.array()?, outer.array()?, outer.array()?);
    let length = usize::try_from(u32::from_le_bytes(length)).ok()?;
    // What lies behind the container is not part of the picture.
    let mut reader = Reader::of(outer.take(length.checked_sub(form.len())?)?);
    let mut chunks = form.to_vec();
    let mut drawn = false;
    while !reader.is_empty() {
        let name: [u8; 4] = reader.array()?;
        let length: [u8; 4] = reader.array()?;
        let size = usize::try_from(u32::from_le_bytes(length)).ok()?;
        let mut payload = reader.take(size)?.to_vec();
        if size % 2 == 1 {
            // Some programs forget the padding of the last chunk.
            reader.take(1);
            payload.push(0);
        }
        drawn |= matches!(&name, b"VP8 " | b"VP8L" | b"ANMF");
        if name == *b"VP8X" {
            *payload.first_mut()? &= !PROMISES;
        }
        if DRAWS.contains(&&name) {
            chunks.extend(name);
            chunks.extend(length);
            chunks.extend(payload);
        }
    }
    let length = u32::try_from(chunks.len()).ok()?.to_le_bytes();
    drawn.then(|| [&b"RIFF"[..], &length, &chunks].concat())
}
