//! Pictures built part by part, and damaged ones.

use super::*;

fn segment(marker: u8, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], &length[..], payload].concat()
}

/// Little-endian Exif with one place and, where it is said, how the picture is held.
fn exif(held: Option<u8>) -> Vec<u8> {
    let mut tiff = b"Exif\0\0II*\0\x08\0\0\0".to_vec();
    let place = [0x25, 0x88, 4, 0, 1, 0, 0, 0, b'N', b'5', b'2', 0];
    let entries = held.map(|held| [0x12, 0x01, 3, 0, 1, 0, 0, 0, held, 0, 0, 0]).into_iter().chain([place]);
    let entries: Vec<_> = entries.collect();
    tiff.extend([u8::try_from(entries.len()).unwrap(), 0]);
    tiff.extend(entries.concat());
    tiff
}

/// The segments that draw, with others among them.
fn jpeg(others: &[Vec<u8>]) -> Vec<u8> {
    let scan = [&segment(0xda, &[1, 1, 0, 0, 63, 0])[..], &[7, 0xff, 0x00, 8, 0xff, 0xd3, 9]].concat();
    let mut all = vec![vec![0xff, 0xd8], segment(0xe0, b"JFIF\0\x01\x02")];
    all.extend_from_slice(others);
    all.extend([segment(0xdb, &[0; 65]), segment(0xc2, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]), scan.clone()]);
    all.extend([segment(0xc4, &[0; 20]), scan, vec![0xff, 0xd9]]);
    all.concat()
}

fn chunk(name: &[u8; 4], payload: &[u8]) -> Vec<u8> {
    [&u32::try_from(payload.len()).unwrap().to_be_bytes()[..], name, payload, &[1, 2, 3, 4]].concat()
}

fn png(others: &[Vec<u8>]) -> Vec<u8> {
    let start = [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &[0; 13])].concat();
    [start, others.concat(), chunk(b"IDAT", &[5; 9]), chunk(b"IEND", &[])].concat()
}

fn webp(flags: u8, others: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let header = [flags, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let mut chunks = b"WEBP".to_vec();
    for (name, payload) in [(b"VP8X", &header[..]), (b"VP8L", &[0x2f, 0, 0])].into_iter().chain(others.iter().copied())
    {
        chunks.extend(name);
        chunks.extend(u32::try_from(payload.len()).unwrap().to_le_bytes());
        chunks.extend(payload);
        chunks.extend(vec![0; payload.len() % 2]);
    }
    [&b"RIFF"[..], &u32::try_from(chunks.len()).unwrap().to_le_bytes(), &chunks].concat()
}

#[test]
fn nothing_is_kept_but_what_draws() {
    let bare = jpeg(&[]);
    assert_eq!(cleaned(&bare), Ok((PhotoFormat::Jpeg, bare.clone())));
    let told = [
        segment(0xe1, &exif(None)),
        segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"),
        segment(0xed, b"Photoshop 3.0\x008BIM"),
        segment(0xfe, b"taken at home"),
        segment(0xe2, b"MPF\0"),
    ];
    let behind = [jpeg(&told), jpeg(&[segment(0xe1, &exif(None))])].concat();
    assert_eq!(cleaned(&behind), Ok((PhotoFormat::Jpeg, bare)));

    let bare = png(&[]);
    let told = [
        chunk(b"eXIf", &exif(None)),
        chunk(b"tEXt", b"Comment\0home"),
        chunk(b"iTXt", b"XML"),
        chunk(b"tIME", &[0; 7]),
    ];
    assert_eq!(cleaned(&[png(&told), b"behind".to_vec()].concat()), Ok((PhotoFormat::Png, bare)));

    let bare = webp(0b0001_0000, &[]);
    let told = webp(0b0001_1100, &[(b"EXIF", &exif(None)), (b"XMP ", b"<x:xmpmeta/>"), (b"home", b"odd")]);
    assert_eq!(cleaned(&[told, b"behind".to_vec()].concat()), Ok((PhotoFormat::Webp, bare)));
}

#[test]
fn what_says_how_colours_are_meant_and_how_the_picture_is_held_stays() {
    let colours = [segment(0xe2, b"ICC_PROFILE\0\x01\x01profile"), segment(0xee, b"Adobe\0\x64")];
    let kept = jpeg(&colours);
    assert_eq!(cleaned(&kept), Ok((PhotoFormat::Jpeg, kept.clone())));
    let (_, turned) = cleaned(&jpeg(&[segment(0xe1, &exif(Some(6)))])).unwrap();
    let said = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    assert_eq!(turned, jpeg(&[segment(0xe1, said)]));
    // What we wrote reads back as the same.
    assert_eq!(cleaned(&turned), Ok((PhotoFormat::Jpeg, turned.clone())));
    assert_eq!(cleaned(&jpeg(&[segment(0xe1, &exif(Some(1)))])), Ok((PhotoFormat::Jpeg, jpeg(&[]))));
}

#[test]
fn the_bytes_tell_the_format_and_what_is_cut_off_is_no_picture() {
    for other in
        [&b""[..], b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"<html>", b"RIFF\0\0\0\0WAVE", b"%PDF-"]
    {
        assert_eq!(cleaned(other), Err(PictureRefused::UnknownFormat));
    }
    for whole in [jpeg(&[]), png(&[]), webp(0, &[])] {
        for end in 12..whole.len() {
            assert_eq!(cleaned(&whole[..end]), Err(PictureRefused::Damaged), "{end} of {}", whole.len());
        }
    }
    assert_eq!(cleaned(&[0xff, 0xd8, 0xff, 0xd9]), Err(PictureRefused::Damaged), "nothing is drawn");
}

#[test]
fn a_damaged_picture_is_refused_or_stays_free_of_what_is_left_out() {
    let corpus = [
        jpeg(&[segment(0xe1, &exif(Some(6))), segment(0xfe, b"taken at home")]),
        png(&[chunk(b"tEXt", b"Comment\0home")]),
        webp(0b0000_1100, &[(b"EXIF", &exif(None))]),
    ];
    for whole in &corpus {
        for at in 0..whole.len() {
            for byte in [0, 0x7f, 0xff, whole[at] ^ 1] {
                let mut damaged = whole.clone();
                damaged[at] = byte;
                let Ok((format, kept)) = cleaned(&damaged) else { continue };
                // Whatever was kept is kept again, to the byte.
                assert_eq!(cleaned(&kept), Ok((format, kept.clone())), "byte {at}");
            }
        }
    }
}
