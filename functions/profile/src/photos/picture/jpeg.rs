//! JPEG (ITU T.81): segments behind markers, and the scans between them.

use std::borrow::Cow;

use super::icc::is_profile;
use super::reader::Reader;
use super::{Picture, Size};

const START: u8 = 0xd8;
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;

/// What a JPEG is made of.
enum Part<'b> {
    /// What stands behind a marker.
    Segment(u8, &'b [u8]),
    /// What is drawn, up to the next marker.
    Scan(&'b [u8]),
}

/// The picture without what does not draw it; `None` where it does not end as a JPEG ends.
pub(super) fn cleaned(bytes: &[u8]) -> Option<Picture> {
    let parts = parts(bytes)?;
    let coloured = is_profile(&profile(&parts));
    let mut size = Size::default();
    let mut kept = vec![0xff, START];
    for part in &parts {
        match part {
            Part::Scan(drawn) => kept.extend_from_slice(drawn),
            Part::Segment(marker, payload) => {
                if is_frame(*marker) {
                    size = size.or_larger(frame(payload)?);
                }
                if let Some(payload) = of_segment(*marker, payload, coloured) {
                    kept.extend([0xff, *marker]);
                    kept.extend(u16::try_from(payload.len() + 2).ok()?.to_be_bytes());
                    kept.extend_from_slice(&payload);
                }
            }
        }
    }
    kept.extend([0xff, END]);
    let scanned = parts.iter().any(|part| matches!(part, Part::Scan(_)));
    (size.is_some() && scanned).then_some(Picture { kept, size })
}

/// Cuts a picture into its parts, up to its end; what lies behind that is not part of it.
fn parts(bytes: &[u8]) -> Option<Vec<Part<'_>>> {
    let mut reader = Reader::of(bytes);
    if reader.array()? != [0xff, START] {
        return None;
    }
    let mut parts = Vec::new();
    loop {
        let marker = next_marker(&mut reader)?;
        if marker == END {
            return Some(parts);
        }
        let length: [u8; 2] = reader.array()?;
        parts.push(Part::Segment(marker, reader.take(usize::from(u16::from_be_bytes(length)).checked_sub(2)?)?));
        if marker == SCAN {
            // A marker ends the scan, but neither a stuffed byte nor a restart does.
            let ends = |rest: &[u8]| matches!(rest, [0xff, next, ..] if !matches!(next, 0x00 | 0xd0..=0xd7 | 0xff));
            parts.push(Part::Scan(reader.until(ends)?));
        }
    }
}

/// The next marker; any number of fill bytes may stand before it.
fn next_marker(reader: &mut Reader) -> Option<u8> {
    let [0xff] = reader.array()? else { return None };
    loop {
        match reader.array()? {
            [0xff] => {}
            [marker] => return Some(marker),
        }
    }
}

fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf)
}

/// How large a frame is: the precision, then lines and samples a line.
fn frame(payload: &[u8]) -> Option<Size> {
    let [_, high, low, wide, narrow, ..] = payload else { return None };
    Some(Size { width: u16::from_be_bytes([*wide, *narrow]).into(), height: u16::from_be_bytes([*high, *low]).into() })
}

/// What of a segment is kept: frames, tables and scans as they are, and of the application's own segments what says how
/// colours are meant and how the picture is held.
fn of_segment(marker: u8, payload: &[u8], coloured: bool) -> Option<Cow<'_, [u8]>> {
    match marker {
        0xc0..=0xc7 | 0xc9..=0xcf | SCAN..=0xdd => Some(payload.into()),
        // How dense the pixels are; behind that comes a small picture of its own, of which there is none from here on.
        0xe0 => payload.first_chunk::<12>().filter(|jfif| jfif.starts_with(b"JFIF\0")).map(without_thumbnail),
        PROFILE if coloured => Some(payload.into()).filter(|_| payload.starts_with(PROFILE_NAME)),
        0xee => Some(payload.into()).filter(|_| payload.starts_with(b"Adobe")),
        // Phones write pictures as the sensor lies, and say beside it how to hold them.
        EXIF => orientation(payload).map(Cow::Owned),
        _ => None,
    }
}

fn without_thumbnail(jfif: &[u8; 12]) -> Cow<'static, [u8]> {
    Cow::Owned([&jfif[..], &[0, 0]].concat())
}

const PROFILE: u8 = 0xe2;
const PROFILE_NAME: &[u8] = b"ICC_PROFILE\0";

/// The colour profile, put together from its segments: each says the how manieth of how many it is. Nothing where one is
/// missing or out of order.
fn profile(parts: &[Part<'_>]) -> Vec<u8> {
    let pieces = parts.iter().filter_map(|part| match part {
        Part::Segment(PROFILE, payload) => payload.strip_prefix(PROFILE_NAME),
        _ => None,
    });
    let pieces: Vec<&[u8]> = pieces.collect();
    let in_order = pieces.iter().zip(1..).all(|(piece, number)| {
        matches!(piece, [at, of, ..] if usize::from(*at) == number && usize::from(*of) == pieces.len())
    });
    if !in_order {
        return Vec::new();
    }
    pieces.iter().filter_map(|piece| piece.get(2..)).collect::<Vec<_>>().concat()
}

const EXIF: u8 = 0xe1;

/// An Exif segment that says nothing but how the picture is held, where the one at hand says so.
fn orientation(payload: &[u8]) -> Option<Vec<u8>> {
    let tiff = payload.strip_prefix(b"Exif\0\0")?;
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let u16_at = |at: usize| -> Option<u16> {
        let bytes = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let offset: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let offset = if little { u32::from_le_bytes(offset) } else { u32::from_be_bytes(offset) };
    let first = usize::try_from(offset).ok()?;
    let entries = usize::from(u16_at(first)?);
    let value = (0..entries).find_map(|number| {
        let at = first.checked_add(2 + number * ENTRY_BYTES)?;
        (u16_at(at)? == ORIENTATION).then(|| u16_at(at + 8)).flatten()
    })?;
    let value = u8::try_from(value).ok().filter(|value| (2..=8).contains(value))?;
    // One entry: the tag, one number of 16 bits, and no further directory.
    let head = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
    Some([&head[..], &[value, 0, 0, 0, 0, 0, 0]].concat())
}

const ENTRY_BYTES: usize = 12;
const ORIENTATION: u16 = 0x0112;
