//! What one password hash costs by itself, with the parameters and the library of the platform: for each line that
//! comes in, one hash, and its time in microseconds. It must not know the platform.

use std::error::Error;
use std::io::{self, BufRead as _, Write as _};
use std::time::Instant;

use argon2::{Algorithm, Argon2, Params, Version};

/// As `crates/web/src/password.rs` has them.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

fn main() -> Result<(), Box<dyn Error>> {
    let secret = [7; 32];
    for line in io::stdin().lock().lines() {
        let password = line?;
        let began = Instant::now();
        let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|error| error.to_string())?;
        let hasher = Argon2::new_with_secret(&secret, Algorithm::Argon2id, Version::V0x13, params)
            .map_err(|error| error.to_string())?;
        let mut hash = [0; 32];
        hasher
            .hash_password_into(password.as_bytes(), &[1; 16], &mut hash)
            .map_err(|error| error.to_string())?;
        writeln!(io::stdout(), "{}", began.elapsed().as_micros())?;
    }
    Ok(())
}
