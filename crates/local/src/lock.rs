//! One data folder, one platform.

use std::fs::{DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use crate::operator::NOTE;
use crate::options::StartError;

/// A held data folder; let go when dropped, or when the process dies in whatever way.
pub(crate) struct Lock {
    data: PathBuf,
    _file: File,
}

/// Takes the folder, making it where it is missing.
pub(crate) fn take(data: &Path) -> Result<Lock, StartError> {
    let broken = |why: std::io::Error| StartError::Data { path: data.to_path_buf(), why: why.to_string() };
    // Whatever else is written into a folder that we make, other users do not get at it.
    DirBuilder::new().recursive(true).mode(0o700).create(data).map_err(broken)?;
    let file = File::create(lock_path(data)).map_err(broken)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(StartError::Busy(data.to_path_buf())),
        Err(TryLockError::Error(why)) => return Err(broken(why)),
    }
    keep_private(data).map_err(broken)?;
    // Where the last holder answered, nobody of this folder does any more.
    std::fs::write(data.join(NOTE), []).map_err(broken)?;
    Ok(Lock { data: data.to_path_buf(), _file: file })
}

impl Lock {
    /// Forgets what the platform of this folder kept.
    pub(crate) fn empty(&self) -> Result<(), StartError> {
        let emptied = empty(&self.data).and_then(|()| keep_private(&self.data));
        emptied.map_err(|why| StartError::Data { path: self.data.clone(), why: why.to_string() })
    }
}

fn keep_private(data: &Path) -> std::io::Result<()> {
    ["table.db", "stripe.jsonl", "mail.jsonl", NOTE].iter().try_for_each(|name| private(&data.join(name)))
}

/// Makes a file that its owner alone reads, or takes the right from others: mails and logins are in there.
fn private(path: &Path) -> std::io::Result<()> {
    let file = OpenOptions::new().append(true).create(true).mode(0o600).open(path)?;
    file.set_permissions(Permissions::from_mode(0o600))
}

fn lock_path(data: &Path) -> PathBuf {
    data.join("lock")
}

/// Removes what a platform keeps and nothing else: the folder may have been named by mistake.
fn empty(data: &Path) -> std::io::Result<()> {
    for name in ["table.db", "table.db-wal", "table.db-shm", "stripe.jsonl", "mail.jsonl", "keys.json", "catalog"] {
        remove(std::fs::remove_file(data.join(name)))?;
    }
    remove(std::fs::remove_dir_all(data.join("site")))
}

fn remove(removed: std::io::Result<()>) -> std::io::Result<()> {
    match removed {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
