//! Small pictures, put together part by part: whole enough for whoever cuts them into parts, and drawn by nobody.

/// Where the picture claims to have been taken.
pub const PLACE: &[u8] = b"52.5N 13.4E";

fn segment(marker: u8, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len() + 2).unwrap_or(u16::MAX).to_be_bytes();
    [&[0xff, marker], &length[..], payload].concat()
}

/// A JPEG with so many bytes in its scan, and a place beside it.
pub fn jpeg(scan_bytes: usize) -> Vec<u8> {
    jpeg_of([0, 1, 0, 1], scan_bytes)
}

/// The same that says to have more lines and samples than fit into anybody's memory.
pub fn bomb() -> Vec<u8> {
    jpeg_of([0xff; 4], 9)
}

fn jpeg_of(sides: [u8; 4], scan_bytes: usize) -> Vec<u8> {
    let exif = [&b"Exif\0\0"[..], PLACE].concat();
    let parts = [
        vec![0xff, 0xd8],
        segment(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0"),
        segment(0xe1, &exif),
        segment(0xc0, &[&[8][..], &sides, &[1, 1, 0x11, 0]].concat()),
        segment(0xda, &[1, 1, 0, 0, 63, 0]),
        vec![7; scan_bytes],
        vec![0xff, 0xd9],
    ];
    parts.concat()
}

/// A PNG, with a place in a comment.
pub fn png() -> Vec<u8> {
    let chunk = |name: &[u8; 4], payload: &[u8]| {
        let length = u32::try_from(payload.len()).unwrap_or(u32::MAX).to_be_bytes();
        [&length[..], name, payload, &[0; 4]].concat()
    };
    let comment = [&b"Comment\0"[..], PLACE].concat();
    let header = [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0];
    let parts = [chunk(b"IHDR", &header), chunk(b"tEXt", &comment), chunk(b"IDAT", &[5; 9]), chunk(b"IEND", &[])];
    [&b"\x89PNG\r\n\x1a\n"[..], &parts.concat()].concat()
}
