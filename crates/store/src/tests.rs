//! What a handler cannot write: each case must be refused by the compiler, for the reason that is checked in beside
//! it. Run with `TRYBUILD=overwrite` after a change of wording, and read the difference.

#[test]
fn a_permission_cannot_be_forged_forgotten_swapped_or_reused() {
    trybuild::TestCases::new().compile_fail("compile-fail/*.rs");
}
