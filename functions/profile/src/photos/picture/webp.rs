//! WebP (RFC 9649): chunks of a name and a length within one RIFF container, each padded to an even length. A frame of a
//! moving picture holds chunks of its own.

use super::icc::is_profile;
use super::reader::Reader;
use super::{Picture, Size};

/// The bits of the extended header that promise a colour profile, and those that promise Exif and XMP.
const PROMISES_COLOURS: u8 = 0b0010_0000;
const PROMISES_TOLD: u8 = 0b0000_1100;

/// What a frame begins with: where it lies, how large it is, how long it stays.
const FRAME_HEADER_BYTES: usize = 16;

/// A chunk by its name, with what is in it.
type Chunk<'b> = ([u8; 4], &'b [u8]);

/// The picture without what does not draw it; `None` where it is not as long as it says.
pub(super) fn cleaned(bytes: &[u8]) -> Option<Picture> {
    let mut outer = Reader::of(bytes);
    let (_, length, form): ([u8; 4], [u8; 4], [u8; 4]) = (outer.array()?, outer.array()?, outer.array()?);
    let length = usize::try_from(u32::from_le_bytes(length)).ok()?;
    // What lies behind the container is not part of the picture.
    let chunks = chunks(outer.take(length.checked_sub(form.len())?)?)?;
    let coloured = chunks.iter().any(|chunk| is_colours(*chunk));
    let mut size = Size::default();
    let mut kept = form.to_vec();
    let mut drawn = false;
    for (name, payload) in chunks {
        match &name {
            b"VP8X" => {
                let mut header = payload.to_vec();
                let broken = PROMISES_TOLD | if coloured { 0 } else { PROMISES_COLOURS };
                *header.first_mut()? &= !broken;
                size = size.or_larger(canvas(payload)?);
                put(&mut kept, name, &header)?;
            }
            b"ANMF" => {
                let frame = frame(payload, &mut size)?;
                drawn = true;
                put(&mut kept, name, &frame)?;
            }
            b"VP8 " | b"VP8L" => {
                size = size.or_larger(still(&name, payload)?);
                drawn = true;
                put(&mut kept, name, payload)?;
            }
            b"ALPH" | b"ANIM" => put(&mut kept, name, payload)?,
            b"ICCP" if is_profile(payload) => put(&mut kept, name, payload)?,
            _ => {}
        }
    }
    let length = u32::try_from(kept.len()).ok()?.to_le_bytes();
    let kept = [&b"RIFF"[..], &length, &kept].concat();
    (size.is_some() && drawn).then_some(Picture { kept, size })
}

fn is_colours((name, payload): Chunk<'_>) -> bool {
    name == *b"ICCP" && is_profile(payload)
}

fn chunks(bytes: &[u8]) -> Option<Vec<Chunk<'_>>> {
    let mut reader = Reader::of(bytes);
    let mut chunks = Vec::new();
    while !reader.is_empty() {
        let (name, length): ([u8; 4], [u8; 4]) = (reader.array()?, reader.array()?);
        let size = usize::try_from(u32::from_le_bytes(length)).ok()?;
        chunks.push((name, reader.take(size)?));
        if size % 2 == 1 {
            // Some programs forget the padding of the last chunk.
            reader.take(1);
        }
    }
    Some(chunks)
}

fn put(kept: &mut Vec<u8>, name: [u8; 4], payload: &[u8]) -> Option<()> {
    kept.extend(name);
    kept.extend(u32::try_from(payload.len()).ok()?.to_le_bytes());
    kept.extend_from_slice(payload);
    kept.extend((payload.len() % 2 == 1).then_some(0));
    Some(())
}

/// A frame with nothing in it but what draws it.
fn frame(payload: &[u8], size: &mut Size) -> Option<Vec<u8>> {
    let (header, inner) = payload.split_at_checked(FRAME_HEADER_BYTES)?;
    let mut kept = header.to_vec();
    let mut drawn = false;
    for (name, payload) in chunks(inner)? {
        if let b"VP8 " | b"VP8L" = &name {
            *size = size.or_larger(still(&name, payload)?);
            drawn = true;
        }
        if let b"VP8 " | b"VP8L" | b"ALPH" = &name {
            put(&mut kept, name, payload)?;
        }
    }
    drawn.then_some(kept)
}

/// How large the whole is: three bytes a side, less one, behind the flags.
fn canvas(header: &[u8]) -> Option<Size> {
    let [_, _, _, _, w0, w1, w2, h0, h1, h2] = header.first_chunk::<10>()?;
    let side = |low, middle, high| u32::from_le_bytes([low, middle, high, 0]) + 1;
    Some(Size { width: side(*w0, *w1, *w2), height: side(*h0, *h1, *h2) })
}

/// How large one still picture is: 14 bits a side, behind a start of three bytes and a mark, or behind a mark of one
/// byte and then less one.
fn still(name: &[u8; 4], payload: &[u8]) -> Option<Size> {
    const SIDE: u32 = 0x3fff;
    if name == b"VP8L" {
        let [0x2f, bits @ ..] = payload.first_chunk::<5>()? else { return None };
        let bits = u32::from_le_bytes(*bits);
        return Some(Size { width: (bits & SIDE) + 1, height: ((bits >> 14) & SIDE) + 1 });
    }
    let [_, _, _, 0x9d, 0x01, 0x2a, w0, w1, h0, h1] = payload.first_chunk::<10>()? else { return None };
    let side = |low, high| u32::from(u16::from_le_bytes([low, high])) & SIDE;
    Some(Size { width: side(*w0, *w1), height: side(*h0, *h1) })
}
