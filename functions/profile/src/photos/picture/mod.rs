//! What of a picture is kept: what draws it, and nothing that tells where, when or with what it was taken.
//!
//! The format is told by the bytes alone, whatever whoever sent them says. A picture is not decoded: it is cut into its
//! parts, and the parts on the list of its format are put together again. Comments, places, thumbnails, camera data and
//! whatever hides behind the end are left out. Our own, because the libraries for it panic on damaged files, and a panic
//! ends a deployed function.

mod jpeg;
mod png;
mod reader;
mod webp;

use domain::PhotoFormat;

/// Why bytes are no picture that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PictureRefused {
    /// Another format, or none.
    UnknownFormat,
    /// It begins well and does not go on so.
    Damaged,
}

/// The format of a picture, and the picture with nothing in it but what draws it.
pub(super) fn cleaned(bytes: &[u8]) -> Result<(PhotoFormat, Vec<u8>), PictureRefused> {
    let (format, kept) = match bytes {
        [0xff, 0xd8, 0xff, ..] => (PhotoFormat::Jpeg, jpeg::cleaned(bytes)),
        [0x89, b'P', b'N', b'G', ..] => (PhotoFormat::Png, png::cleaned(bytes)),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => (PhotoFormat::Webp, webp::cleaned(bytes)),
        _ => return Err(PictureRefused::UnknownFormat),
    };
    kept.map(|kept| (format, kept)).ok_or(PictureRefused::Damaged)
}

#[cfg(test)]
mod tests;
