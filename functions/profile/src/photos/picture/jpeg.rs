//! JPEG (ITU T.81): segments behind markers, and the scans between them.

use super::reader::Reader;

const START: u8 = 0xd8;
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;

/// The picture without what does not draw it; `None` where it does not end as a JPEG ends.
pub(super) fn cleaned(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut reader = Reader::of(bytes);
    if reader.array()? != [0xff, START] {
        return None;
    }
    let mut kept = vec![0xff, START];
    let (mut framed, mut scanned) = (false, false);
    loop {
        let marker = next_marker(&mut reader)?;
        if marker == END {
            kept.extend([0xff, END]);
            return (framed && scanned).then_some(kept);
        }
        let length: [u8; 2] = reader.array()?;
        let payload = reader.take(usize::from(u16::from_be_bytes(length)).checked_sub(2)?)?;
        framed |= is_frame(marker);
        if draws(marker, payload) {
            put(&mut kept, marker, length, payload);
        } else if let Some(turned) = orientation(marker, payload) {
            // Phones write pictures as the sensor lies, and say beside it how to hold them.
            put(&mut kept, EXIF, u16::try_from(turned.len() + 2).ok()?.to_be_bytes(), &turned);
        }
        if marker == SCAN {
            scanned = true;
            // A marker ends the scan, but neither a stuffed byte nor a restart does.
            let ends = |rest: &[u8]| matches!(rest, [0xff, next, ..] if !matches!(next, 0x00 | 0xd0..=0xd7 | 0xff));
            kept.extend(reader.until(ends)?);
        }
    }
}

fn put(kept: &mut Vec<u8>, marker: u8, length: [u8; 2], payload: &[u8]) {
    kept.extend([0xff, marker]);
    kept.extend(length);
    kept.extend(payload);
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

/// Frames, tables, scans, and the three application segments that say how colours are meant.
fn draws(marker: u8, payload: &[u8]) -> bool {
    match marker {
        0xc0..=0xc7 | 0xc9..=0xcf | SCAN..=0xdd => true,
        0xe0 => payload.starts_with(b"JFIF\0"),
        0xe2 => payload.starts_with(b"ICC_PROFILE\0"),
        0xee => payload.starts_with(b"Adobe"),
        _ => false,
    }
}

const EXIF: u8 = 0xe1;

/// An Exif segment that says nothing but how the picture is held, where the one at hand says so.
fn orientation(marker: u8, payload: &[u8]) -> Option<Vec<u8>> {
    let tiff = payload.strip_prefix(b"Exif\0\0").filter(|_| marker == EXIF)?;
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
