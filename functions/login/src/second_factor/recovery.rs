//! Recovery codes: for whoever lost the telephone. Shown once, kept as hashes, each used once.

use domain::{AccountId, random_bytes};
use web::{App, Failure};

/// How many there are.
const CODES: usize = 10;
/// Eighty bits: nobody guesses one, so their hashes need not be slow.
const CODE_BYTES: usize = 10;
/// Crockford's: no letter is read as a digit or as another one.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP: usize = 4;

/// Fresh codes as people write them down, and the hashes to keep.
pub(crate) fn fresh(app: &App, account: AccountId) -> Result<(Vec<String>, Vec<String>), Failure> {
    let code = || {
        let code = spelled(random_bytes(&*app.entropy));
        let hash = app.settings.secrets.code_hash(&account.to_string(), &code);
        Some((grouped(&code), hash?))
    };
    let codes: Option<Vec<_>> = (0..CODES).map(|_| code()).collect();
    Ok(codes.ok_or_else(|| Failure::Internal("no key that hashes".to_owned()))?.into_iter().unzip())
}

/// The hashes that are left once this code was used; nothing where it is none of them.
pub(crate) fn without(app: &App, account: AccountId, hashes: &[String], typed: &str) -> Option<Vec<String>> {
    let (owner, code) = (account.to_string(), plain(typed));
    let mut left = hashes.to_vec();
    let used = left.extract_if(.., |hash| app.settings.secrets.is_code(&owner, &code, hash)).count();
    (used > 0).then_some(left)
}

/// Whether this is written like a recovery code rather than like an app's.
pub(crate) fn is_one(typed: &str) -> bool {
    plain(typed).len() == CODE_BYTES * 8 / 5
}

fn spelled(bytes: [u8; CODE_BYTES]) -> String {
    let number = bytes.iter().fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
    let letter = |place: usize| ALPHABET.get((number >> (5 * place) & 31) as usize).copied().unwrap_or(b'0');
    (0..CODE_BYTES * 8 / 5).rev().map(|place| char::from(letter(place))).collect()
}

fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    let groups: Vec<String> = letters.chunks(GROUP).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

/// As it was spelled, however people type it.
fn plain(typed: &str) -> String {
    let letters = typed.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase());
    letters
        .map(|letter| match letter {
            'O' => '0',
            'I' | 'L' => '1',
            letter => letter,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Proves: A35
    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = spelled([0xff, 0, 0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0]);
        assert_eq!(code.len(), 16);
        let written = grouped(&code);
        assert_eq!(written.len(), 19);
        let slips = written.to_lowercase().replace('0', "o").replace('1', "l").replace('-', " ");
        assert_eq!(plain(&slips), code);
        assert!(is_one(&written) && is_one(&slips));
        assert!(!is_one("123456") && !is_one(""));
    }
}
