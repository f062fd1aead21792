//! A run that is killed at any request leaves nothing that the next run does not mend.

mod shelf;

use std::path::Path;

use tempfile::TempDir;

use super::{Bucket, BucketError, Files, Switch};
use shelf::Shelf;

/// A folder with these files, each holding what stands beside its path.
fn folder(pages: &[(&str, &str)]) -> (TempDir, Files) {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in pages {
        let file = folder.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }
    (folder, pages.iter().map(|(path, text)| ((*path).to_owned(), text.replace(' ', "-"))).collect())
}

/// Enough pages that nobody touches, so that a few changes are no new release.
fn site<'s>(more: &[(&'s str, &'s str)]) -> Vec<(&'s str, &'s str)> {
    let always = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"].map(|path| (path, "the same"));
    always.into_iter().chain(more.iter().copied()).collect()
}

struct Rig {
    shelf: Shelf,
    bucket: Bucket,
}

impl Rig {
    fn new() -> Self {
        let shelf = Shelf::default();
        let (client, name) = (shelf.client(), "site".to_owned());
        let switch = Switch::object(client.clone(), name.clone());
        Self { shelf, bucket: Bucket { client, name, switch } }
    }

    /// One run, as a process that has just begun does it.
    async fn run(&self, folder: &Path, files: &Files, fresh: &str) -> Result<(), BucketError> {
        let standing = self.bucket.look().await?;
        self.bucket.follow(folder, files, standing, fresh).await.map(drop)
    }

    async fn show(&self, pages: &[(&str, &str)], fresh: &str) -> Result<(), BucketError> {
        let (folder, files) = folder(pages);
        self.run(folder.path(), &files, fresh).await
    }

    /// What people find: every file of the release that the switch names.
    fn seen(&self) -> Vec<(String, String)> {
        let objects = self.shelf.objects();
        let release = format!("{}/", objects.get("release").expect("a release"));
        let files = objects.iter().filter_map(|(key, text)| Some((key.strip_prefix(&release)?, text)));
        files.filter(|(path, _)| *path != ".written").map(|(path, text)| (path.to_owned(), text.clone())).collect()
    }
}

fn owned(mut pages: Vec<(&str, &str)>) -> Vec<(String, String)> {
    pages.sort_unstable();
    pages.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

/// One course is unpublished, another changes, a third is new; the run dies at one request after the other. Then the
/// new one is taken back as well, and the next run finds what is not to be seen any more.
///
/// Proves: F40, P22, P25
#[tokio::test]
async fn what_a_killed_run_left_is_mended_by_the_next() {
    let first = site(&[("courses/gone/index.html", "gone"), ("courses/told/index.html", "told")]);
    let then = site(&[("courses/new/index.html", "new"), ("courses/told/index.html", "told anew")]);
    let last = site(&[("courses/told/index.html", "told anew")]);
    let mut killed = 0;
    loop {
        let rig = Rig::new();
        rig.show(&first, "r1").await.unwrap();
        rig.shelf.die_after(killed);
        let whole = rig.show(&then, "r2").await.is_ok();
        rig.shelf.revive();
        if whole {
            assert_eq!(rig.seen(), owned(then));
            break;
        }
        rig.show(&last, "r3").await.unwrap();
        assert_eq!(rig.seen(), owned(last.clone()), "killed after {killed} requests");
        killed += 1;
    }
    // The switch, the list, the claim, two puts, one deletion, the list.
    assert_eq!(killed, 7, "each request was the last one once");
}

/// Proves: F40
#[tokio::test]
async fn a_release_that_was_cut_off_is_seen_by_nobody() {
    let (first, other) = (site(&[("x", "first")]), [("x", "other"), ("y", "other")]);
    let mut killed = 0;
    loop {
        let rig = Rig::new();
        rig.show(&first, "r1").await.unwrap();
        rig.shelf.die_after(killed);
        let whole = rig.show(&other, "r2").await.is_ok();
        rig.shelf.revive();
        let seen = rig.seen();
        assert!(seen == owned(first.clone()) || seen == owned(other.to_vec()), "killed after {killed}: {seen:?}");
        if whole {
            break;
        }
        rig.show(&other, "r3").await.unwrap();
        assert_eq!(rig.seen(), owned(other.to_vec()), "killed after {killed} requests");
        killed += 1;
    }
    assert!(killed > 5, "{killed}");
}

/// Two runs that read the same list: the second to write it is told.
#[tokio::test]
async fn who_comes_second_is_told() {
    let rig = Rig::new();
    rig.show(&site(&[]), "r1").await.unwrap();
    let standing = rig.bucket.look().await.unwrap();
    let (one, files) = folder(&site(&[("courses/new/index.html", "new")]));
    rig.run(one.path(), &files, "r2").await.unwrap();
    let (other, files) = folder(&site(&[("courses/late/index.html", "late")]));
    let late = rig.bucket.follow(other.path(), &files, standing, "r3").await;
    assert!(matches!(late, Err(BucketError::Overtaken)), "{late:?}");
    assert_eq!(rig.seen(), owned(site(&[("courses/new/index.html", "new")])));
}
