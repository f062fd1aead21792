//! The output folder. Files appear whole or not at all, and links in it are never followed.

use std::collections::HashSet;
use std::fs::{self, File, Metadata};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock};

use crate::error::SiteError;
use crate::path::SitePath;

/// The generator's own folder inside the output. Its name begins with a point, so no page can have it and hosts
/// do not serve it.
const OWN: &str = ".portico";

/// An output folder that this program owns.
#[derive(Debug)]
pub(crate) struct Disk {
    root: PathBuf,
    own: PathBuf,
    was_empty: bool,
    /// Folders known to be real folders, relative to the root. Forgotten with each run.
    real: RwLock<HashSet<String>>,
    next: AtomicU64,
}

impl Disk {
    /// Takes the folder over. Refuses one with files that this program did not make.
    pub(crate) fn open(out: &Path) -> Result<Self, SiteError> {
        fs::create_dir_all(out).map_err(SiteError::disk(out))?;
        let root = out.canonicalize().map_err(SiteError::disk(out))?;
        let own = root.join(OWN);
        let ours = own.symlink_metadata().is_ok_and(|found| found.is_dir());
        let was_empty = fs::read_dir(&root).map_err(SiteError::disk(&root))?.next().is_none();
        if !ours && !was_empty {
            return Err(SiteError::Foreign(root));
        }
        let disk = Self { root, own, was_empty, real: RwLock::default(), next: AtomicU64::new(0) };
        disk.clear_unfinished()?;
        Ok(disk)
    }

    /// What a crash left half written lies here and nowhere else.
    fn clear_unfinished(&self) -> Result<(), SiteError> {
        let unfinished = self.own.join("unfinished");
        match fs::remove_dir_all(&unfinished) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(SiteError::disk(&unfinished)(error)),
            _ => {}
        }
        fs::create_dir_all(&unfinished).map_err(SiteError::disk(&unfinished))
    }

    /// Forgets what was seen of the disk; the next run looks again.
    pub(crate) fn look_again(&self) {
        self.real.write().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The state of a file, where it is reached through real folders only.
    pub(crate) fn state(&self, path: &SitePath) -> Option<Metadata> {
        self.parent_is_real(path).then(|| self.root.join(path.as_str()).symlink_metadata().ok()).flatten()
    }

    /// Whether the folder held nothing when it was taken over: nobody serves it yet.
    pub(crate) fn was_empty(&self) -> bool {
        self.was_empty
    }

    /// Replaces the file in one step.
    pub(crate) fn write(&self, path: &SitePath, bytes: &[u8]) -> Result<Metadata, SiteError> {
        self.make_parent(path)?;
        self.replace(&self.root.join(path.as_str()), bytes)
    }

    /// Writes a file where none can be: half the work, and half a file if the power fails. For folders that nobody
    /// serves yet, with a note that tells of the run that broke off.
    pub(crate) fn write_first(&self, path: &SitePath, bytes: &[u8]) -> Result<Metadata, SiteError> {
        self.make_parent(path)?;
        let target = self.root.join(path.as_str());
        match File::create_new(&target) {
            Ok(mut file) => {
                let written = file.write_all(bytes).and_then(|()| file.metadata());
                written.map_err(SiteError::disk(&target))
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => self.replace(&target, bytes),
            Err(error) => Err(SiteError::disk(&target)(error)),
        }
    }

    /// Removes a file, and the folders that it leaves empty.
    pub(crate) fn remove(&self, path: &SitePath) -> Result<(), SiteError> {
        if !self.parent_is_real(path) {
            return Ok(());
        }
        let target = self.root.join(path.as_str());
        match fs::remove_file(&target) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(SiteError::disk(&target)(error)),
            _ => {}
        }
        for folder in target.ancestors().skip(1).take_while(|folder| *folder != self.root) {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// A text of the generator's own, where it exists.
    pub(crate) fn note(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.own.join(name)).ok()
    }

    /// Keeps a text of the generator's own.
    pub(crate) fn keep_note(&self, name: &str, text: &str) -> Result<(), SiteError> {
        self.replace(&self.own.join(name), text.as_bytes()).map(|_| ())
    }

    /// Drops a text of the generator's own.
    pub(crate) fn drop_note(&self, name: &str) -> Result<(), SiteError> {
        let path = self.own.join(name);
        fs::remove_file(&path).map_err(SiteError::disk(&path))
    }

    /// Every file under the root that could be a page, however it came there.
    pub(crate) fn files(&self) -> Result<Vec<SitePath>, SiteError> {
        let mut found = Vec::new();
        let mut folders = vec![String::new()];
        while let Some(folder) = folders.pop() {
            let path = self.root.join(&folder);
            for entry in fs::read_dir(&path).map_err(SiteError::disk(&path))? {
                let entry = entry.map_err(SiteError::disk(&path))?;
                let kind = entry.file_type().map_err(SiteError::disk(&path))?;
                let name = entry.file_name();
                let Some(name) = name.to_str() else { continue };
                let relative = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
                match SitePath::new(&relative) {
                    Ok(_) if kind.is_dir() => folders.push(relative),
                    Ok(file) => found.push(file),
                    Err(_) => {}
                }
            }
        }
        Ok(found)
    }

    fn replace(&self, target: &Path, bytes: &[u8]) -> Result<Metadata, SiteError> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let unfinished = self.own.join("unfinished").join(number.to_string());
        let mut file = File::create(&unfinished).map_err(SiteError::disk(&unfinished))?;
        file.write_all(bytes).map_err(SiteError::disk(&unfinished))?;
        let metadata = file.metadata().map_err(SiteError::disk(&unfinished))?;
        match fs::rename(&unfinished, target) {
            Err(error) if error.kind() == ErrorKind::IsADirectory => {
                fs::remove_dir_all(target).map_err(SiteError::disk(target))?;
                fs::rename(&unfinished, target).map_err(SiteError::disk(target))?;
            }
            moved => moved.map_err(SiteError::disk(target))?,
        }
        Ok(metadata)
    }

    fn is_known(&self, folder: &str) -> bool {
        self.real.read().unwrap_or_else(PoisonError::into_inner).contains(folder)
    }

    fn know(&self, folder: &str) {
        self.real.write().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned());
    }

    fn parent_is_real(&self, path: &SitePath) -> bool {
        let real = |folder: &str| {
            if self.is_known(folder) {
                return true;
            }
            let found = self.root.join(folder).symlink_metadata().is_ok_and(|found| found.is_dir());
            if found {
                self.know(folder);
            }
            found
        };
        parents(path).all(real)
    }

    /// Makes every folder above the file. A link or file in its place gives way: what it points to stays untouched.
    fn make_parent(&self, path: &SitePath) -> Result<(), SiteError> {
        for folder in parents(path).filter(|folder| !self.is_known(folder)).collect::<Vec<_>>() {
            make_folder(&self.root.join(folder))?;
            self.know(folder);
        }
        Ok(())
    }
}

/// Most often it is new. Where it stands already, perhaps made by another thread just now, it must be a folder.
fn make_folder(path: &Path) -> Result<(), SiteError> {
    match fs::create_dir(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        made => return made.map_err(SiteError::disk(path)),
    }
    if path.symlink_metadata().is_ok_and(|found| found.is_dir()) {
        return Ok(());
    }
    fs::remove_file(path).map_err(SiteError::disk(path))?;
    match fs::create_dir(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(SiteError::disk(path)(error)),
        _ => Ok(()),
    }
}

/// `a/b/c.html` lies in `a` and `a/b`.
fn parents(path: &SitePath) -> impl Iterator<Item = &str> {
    let path = path.as_str();
    path.match_indices('/').filter_map(move |(at, _)| path.get(..at))
}
