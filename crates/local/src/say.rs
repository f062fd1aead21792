//! What a command prints.

use std::fmt::Display;
use std::io::{ErrorKind, Write, stdout};

/// Prints a line. Whoever reads along and stops (`| head`) has read enough: what the command does goes on to its end.
#[expect(clippy::print_stderr, reason = "where the answer itself cannot be written")]
pub(crate) fn say(text: impl Display) {
    if let Err(error) = writeln!(stdout().lock(), "{text}")
        && error.kind() != ErrorKind::BrokenPipe
    {
        eprintln!("portico: the answer cannot be written: {error}");
        std::process::exit(1);
    }
}
