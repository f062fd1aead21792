//! Files that were damaged on their way: reading never panics, and twice the same gives twice the same.

use proptest::prelude::*;

use super::{CSV, CSV_BROKEN, MOOCHUB, MOOCHUB_BROKEN};
use crate::{Format, Options, read};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn damaged_feeds_are_read_or_refused(
        which in 0_usize..4,
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        end in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = [MOOCHUB, MOOCHUB_BROKEN, CSV, CSV_BROKEN][which].as_bytes().to_vec();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        let load = |_: &str| Some("A lesson.".to_owned());
        let options = Options { load_lesson: Some(&load), ..Options::default() };
        for format in [Format::MooChub, Format::Csv] {
            let once = read(&bytes, format, &options);
            prop_assert_eq!(&once, &read(&bytes, format, &options));
        }
        let _ = Format::detect(&bytes, None);
    }
}
