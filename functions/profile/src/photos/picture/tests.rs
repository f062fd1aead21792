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

/// How dense the pixels are, with a small picture of its own behind it.
fn jfif(thumbnail: &[u8]) -> Vec<u8> {
    let side = u8::try_from(thumbnail.len() / 3).unwrap();
    [&b"JFIF\0\x01\x02\0\0\x01\0\x01"[..], &[side, side.min(1)], thumbnail].concat()
}

/// A colour profile with one entry in its table.
fn profile() -> Vec<u8> {
    let mut bytes = vec![0; 128];
    bytes[36..40].copy_from_slice(b"acsp");
    bytes.extend([0, 0, 0, 1]);
    bytes.extend([*b"wtpt", [0, 0, 0, 144], [0, 0, 0, 20]].concat());
    bytes.extend([3; 20]);
    let length = u32::try_from(bytes.len()).unwrap().to_be_bytes();
    bytes[..4].copy_from_slice(&length);
    bytes
}

/// The segments that draw, with others among them.
fn jpeg(others: &[Vec<u8>]) -> Vec<u8> {
    jpeg_of([0, 1, 0, 1], others)
}

/// The same with so many lines and samples a line.
fn jpeg_of(sides: [u8; 4], others: &[Vec<u8>]) -> Vec<u8> {
    let scan = [&segment(0xda, &[1, 1, 0, 0, 63, 0])[..], &[7, 0xff, 0x00, 8, 0xff, 0xd3, 9]].concat();
    let mut all = vec![vec![0xff, 0xd8], segment(0xe0, &jfif(&[]))];
    all.extend_from_slice(others);
    all.extend([segment(0xdb, &[0; 65]), segment(0xc2, &[&[8][..], &sides, &[1, 1, 0x11, 0]].concat()), scan.clone()]);
    all.extend([segment(0xc4, &[0; 20]), scan, vec![0xff, 0xd9]]);
    all.concat()
}

fn chunk(name: &[u8; 4], payload: &[u8]) -> Vec<u8> {
    [&u32::try_from(payload.len()).unwrap().to_be_bytes()[..], name, payload, &[1, 2, 3, 4]].concat()
}

fn png(others: &[Vec<u8>]) -> Vec<u8> {
    png_of(1, 1, others)
}

fn png_of(width: u32, height: u32, others: &[Vec<u8>]) -> Vec<u8> {
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let start = [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &header)].concat();
    [start, others.concat(), chunk(b"IDAT", &[5; 9]), chunk(b"IEND", &[])].concat()
}

type Chunks<'c> = &'c [(&'c [u8; 4], &'c [u8])];

fn chunks(all: Chunks<'_>) -> Vec<u8> {
    let mut chunks = Vec::new();
    for (name, payload) in all {
        chunks.extend(*name);
        chunks.extend(u32::try_from(payload.len()).unwrap().to_le_bytes());
        chunks.extend(*payload);
        chunks.extend(vec![0; payload.len() % 2]);
    }
    chunks
}

/// One pixel, drawn without loss; and one with.
const LOSSLESS: &[u8] = &[0x2f, 0, 0, 0, 0, 7, 7];
const LOSSY: &[u8] = &[0, 0, 0, 0x9d, 0x01, 0x2a, 1, 0, 1, 0, 7];

fn webp_of(all: Chunks<'_>) -> Vec<u8> {
    let form = [&b"WEBP"[..], &chunks(all)].concat();
    [&b"RIFF"[..], &u32::try_from(form.len()).unwrap().to_le_bytes(), &form].concat()
}

fn webp(flags: u8, others: Chunks<'_>) -> Vec<u8> {
    let header = [flags, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    webp_of(&[&[(b"VP8X", &header[..]), (b"VP8L", LOSSLESS)], others].concat())
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
    let (first, second) = (profile()[..100].to_vec(), profile()[100..].to_vec());
    let piece = |number: u8, piece: &[u8]| segment(0xe2, &[b"ICC_PROFILE\0", &[number, 2][..], piece].concat());
    let colours = [piece(1, &first), piece(2, &second), segment(0xee, b"Adobe\0\x64")];
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
fn nothing_hides_in_what_draws() {
    let bare = jpeg(&[]);
    let thumbnail = [b"small picture of home".to_vec(), vec![0; 3]].concat();
    let told = jpeg(&[]);
    let at = told.windows(5).position(|part| part == b"JFIF\0").unwrap();
    let told = [&told[..at - 4], &segment(0xe0, &jfif(&thumbnail)), &told[at + 14..]].concat();
    assert_ne!(told, bare);
    assert_eq!(cleaned(&told), Ok((PhotoFormat::Jpeg, bare.clone())));
    // What only begins like a profile, and a profile of which a piece is missing or stands elsewhere.
    let claim = |rest: &[u8]| segment(0xe2, &[b"ICC_PROFILE\0", rest].concat());
    let (mut unsigned, mut longer) = (profile(), profile());
    unsigned[36] = b'x';
    longer.extend(b"taken at home");
    let whole = |bytes: &[u8]| vec![claim(&[&[1, 1][..], bytes].concat())];
    let piece = |number, of, part: &[u8]| claim(&[&[number, of][..], part].concat());
    for claims in [
        whole(b"taken at home"),
        whole(&unsigned),
        whole(&longer),
        vec![piece(1, 2, &profile())],
        vec![piece(2, 2, &profile()[100..]), piece(1, 2, &profile()[..100])],
        vec![claim(b"\x01\x01")],
    ] {
        assert_eq!(cleaned(&jpeg(&claims)), Ok((PhotoFormat::Jpeg, bare.clone())));
    }
    let coloured = webp(0b0010_0000, &[(b"ICCP", &profile())]);
    assert_eq!(cleaned(&coloured), Ok((PhotoFormat::Webp, coloured.clone())));
    let told = webp(0b0010_0000, &[(b"ICCP", b"taken at home")]);
    assert_eq!(cleaned(&told), Ok((PhotoFormat::Webp, webp(0, &[]))));
    // Each frame of a moving picture holds chunks of its own.
    let moving = |frame: Chunks<'_>| {
        let frame = [&[0; 16][..], &chunks(frame)].concat();
        webp_of(&[(b"VP8X", &[2, 0, 0, 0, 0, 0, 0, 0, 0, 0]), (b"ANIM", &[0; 6]), (b"ANMF", &frame)])
    };
    let bare = moving(&[(b"ALPH", &[1]), (b"VP8 ", LOSSY)]);
    assert_eq!(cleaned(&bare), Ok((PhotoFormat::Webp, bare.clone())));
    let told = moving(&[(b"ALPH", &[1]), (b"EXIF", &exif(None)), (b"VP8 ", LOSSY), (b"home", b"odd")]);
    assert_eq!(cleaned(&told), Ok((PhotoFormat::Webp, bare)));
    assert_eq!(cleaned(&moving(&[(b"EXIF", &exif(None))])), Err(PictureRefused::Damaged), "nothing is drawn");
}

#[test]
fn nobody_has_to_unfold_more_pixels_than_a_camera_takes() {
    let side = |side: u16| side.to_be_bytes();
    let jpeg = |lines, samples| jpeg_of([side(lines), side(samples)].concat().try_into().unwrap(), &[]);
    let canvas = |width: u32, height: u32| {
        let (width, height) = ((width - 1).to_le_bytes(), (height - 1).to_le_bytes());
        let header = [&[0; 4][..], &width[..3], &height[..3]].concat();
        webp_of(&[(b"VP8X", &header), (b"VP8L", LOSSLESS)])
    };
    let lossless = |width: u32, height: u32| {
        let bits = (width - 1) | (height - 1) << 14;
        webp_of(&[(b"VP8L", &[&[0x2f][..], &bits.to_le_bytes(), &[7]].concat())])
    };
    let lossy = |width: u16, height: u16| {
        let frame = [&LOSSY[..6], &width.to_le_bytes(), &height.to_le_bytes(), &[7]].concat();
        webp_of(&[(b"VP8 ", &frame)])
    };
    for (format, bearable, too_many) in [
        (PhotoFormat::Jpeg, jpeg(4_882, 8_192), vec![jpeg(4_883, 8_192), jpeg(8_193, 1), jpeg(1, 65_535)]),
        (PhotoFormat::Png, png_of(8_192, 4_882, &[]), vec![png_of(8_192, 4_883, &[]), png_of(1, u32::MAX, &[])]),
        (PhotoFormat::Webp, canvas(8_192, 4_882), vec![canvas(8_192, 4_883), canvas(1, 1 << 24)]),
        (PhotoFormat::Webp, lossless(8_192, 4_882), vec![lossless(8_192, 4_883), lossless(16_384, 1)]),
        (PhotoFormat::Webp, lossy(8_192, 4_882), vec![lossy(8_192, 4_883), lossy(1, 16_383)]),
    ] {
        assert_eq!(cleaned(&bearable), Ok((format, bearable.clone())));
        for bomb in too_many {
            assert_eq!(cleaned(&bomb), Err(PictureRefused::TooManyPixels), "{format}");
        }
    }
    for nothing in [jpeg(0, 1), png_of(1, 0, &[]), lossy(0, 1)] {
        assert_eq!(cleaned(&nothing), Err(PictureRefused::Damaged));
    }
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
