//! A text as a picture that cameras read.

use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;
use utoipa::ToSchema;
use web::Failure;

/// White around the squares, which cameras need.
const MARGIN: i32 = 4;

/// A picture made of unit squares, to be put into an SVG.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Drawing {
    /// How wide and high it is, in squares.
    size: i32,
    /// The dark squares as the data of an SVG path.
    path: String,
}

impl Drawing {
    /// Draws a text.
    pub(crate) fn of(text: &str) -> Result<Self, Failure> {
        let code =
            QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|error| Failure::Internal(error.to_string()))?;
        let squares = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = squares.filter(|(x, y)| code.get_module(*x, *y));
        let path = dark.map(|(x, y)| format!("M{},{}h1v1h-1z", x + MARGIN, y + MARGIN)).collect();
        Ok(Self { size: code.size() + 2 * MARGIN, path })
    }
}
