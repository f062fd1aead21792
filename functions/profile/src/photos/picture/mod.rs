//! What of a picture is kept: what draws it, and nothing that tells where, when or with what it was taken.
//!
//! The format is told by the bytes alone, whatever whoever sent them says. A picture is not decoded: it is cut into its
//! parts, and the parts on the list of its format are put together again. Comments, places, thumbnails, camera data and
//! whatever hides behind the end are left out. Nor does anybody who looks at a page have to unfold a picture of more
//! pixels than a camera takes. Our own, because the libraries for it panic on damaged files, and a panic
//! ends a deployed function.

mod icc;
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
    /// More pixels than anybody has to unfold.
    TooManyPixels,
}

/// The most pixels on either side.
pub(super) const SIDE_MAX: u32 = 8_192;
/// The most pixels of one picture, in millions: unfolded they take four times as many bytes of whoever looks at it.
pub(super) const MEGAPIXELS_MAX: u32 = 40;

/// How large a picture says it is, in pixels; of several within one file the largest on each side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Size {
    width: u32,
    height: u32,
}

impl Size {
    fn or_larger(self, other: Size) -> Self {
        Self { width: self.width.max(other.width), height: self.height.max(other.height) }
    }

    /// Whether there is anything to be seen.
    fn is_some(self) -> bool {
        self.width > 0 && self.height > 0
    }

    fn is_bearable(self) -> bool {
        let pixels = u64::from(self.width) * u64::from(self.height);
        self.width.max(self.height) <= SIDE_MAX && pixels <= u64::from(MEGAPIXELS_MAX) * 1_000_000
    }
}

/// A picture with nothing in it but what draws it.
struct Picture {
    kept: Vec<u8>,
    size: Size,
}

/// The format of a picture, and the picture with nothing in it but what draws it.
pub(super) fn cleaned(bytes: &[u8]) -> Result<(PhotoFormat, Vec<u8>), PictureRefused> {
    let (format, picture) = match bytes {
        [0xff, 0xd8, 0xff, ..] => (PhotoFormat::Jpeg, jpeg::cleaned(bytes)),
        [0x89, b'P', b'N', b'G', ..] => (PhotoFormat::Png, png::cleaned(bytes)),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => (PhotoFormat::Webp, webp::cleaned(bytes)),
        _ => return Err(PictureRefused::UnknownFormat),
    };
    let Picture { kept, size } = picture.ok_or(PictureRefused::Damaged)?;
    if size.is_bearable() { Ok((format, kept)) } else { Err(PictureRefused::TooManyPixels) }
}

#[cfg(test)]
mod tests;
