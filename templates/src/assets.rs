//! Style sheet, scripts and images: embedded, and named by their content so that browsers may keep them for good.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use sha2::{Digest, Sha256};

/// One file that pages load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// What templates call it: `site.css`.
    pub name: &'static str,
    /// Where it is served: `/assets/site.3f2a91bc.css`.
    pub path: String,
    /// Its content type with charset.
    pub content_type: &'static str,
    /// Its content.
    pub bytes: Arc<[u8]>,
}

/// Every asset by its logical name.
#[derive(Debug, Clone)]
pub struct Assets(BTreeMap<&'static str, Asset>);

macro_rules! asset {
    ($name:literal, $($file:literal),+) => {
        ($name, &[$(include_str!(concat!("../assets/", $file))),+] as &[&str])
    };
}

/// Logical name and the files it is made of. A file may mention (as `./NAME`) only what stands above it.
const SOURCES: &[(&str, &[&str])] = &[
    asset!("icon.svg", "img/icon.svg"),
    asset!("arches.svg", "img/arches.svg"),
    asset!(
        "site.css",
        "css/tokens.css",
        "css/base.css",
        "css/layout.css",
        "css/catalog.css",
        "css/course.css",
        "css/forms.css",
        "css/learn.css",
        "css/account.css",
        "css/covers.css",
        "css/print.css"
    ),
    asset!("words.js", "js/words.js"),
    asset!("cover.js", "js/cover.js"),
    asset!("search-index.js", "js/search-index.js"),
    asset!("search.js", "js/search.js"),
    asset!("api.js", "js/api.js"),
    asset!("dom.js", "js/dom.js"),
    asset!("states.js", "js/states.js"),
    asset!("when.js", "js/when.js"),
    asset!("sign-in.js", "js/sign-in.js"),
    asset!("password.js", "js/password.js"),
    asset!("my-learning.js", "js/my-learning.js"),
    asset!("outline.js", "js/outline.js"),
    asset!("lesson.js", "js/lesson.js"),
    asset!("account-form.js", "js/account-form.js"),
    asset!("account-profile.js", "js/account-profile.js"),
    asset!("account-keys.js", "js/account-keys.js"),
    asset!("second-factors.js", "js/second-factors.js"),
    asset!("account.js", "js/account.js"),
];

impl Assets {
    /// Fingerprints every embedded file and rewrites the names they use for each other.
    pub(crate) fn embedded() -> Self {
        let mut found: BTreeMap<&'static str, Asset> = BTreeMap::new();
        for (name, files) in SOURCES {
            let mut text = files.concat();
            for earlier in found.values() {
                let fingerprinted = format!("\"{}\"", earlier.path.replacen("/assets/", "./", 1));
                text = text.replace(&format!("\"./{}\"", earlier.name), &fingerprinted);
            }
            let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
            let path = format!("/assets/{stem}.{}.{extension}", fingerprint(text.as_bytes()));
            let content_type = content_type(extension);
            found.insert(name, Asset { name, path, content_type, bytes: Arc::from(text.into_bytes()) });
        }
        Self(found)
    }

    /// Where the asset of this logical name is served.
    pub fn path(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|asset| asset.path.as_str())
    }

    /// Every asset, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Asset> {
        self.0.values()
    }
}

/// Eight hexadecimal digits: two versions of one file meet by chance once in four billion.
fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).fold(String::with_capacity(8), |mut text, byte| {
        // Writing into a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn content_type(extension: &str) -> &'static str {
    match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_import_each_other_by_fingerprint() {
        let assets = Assets::embedded();
        for asset in assets.iter() {
            let text = std::str::from_utf8(&asset.bytes).unwrap();
            for line in text.lines().filter(|line| line.contains(" from \"")) {
                let target = line.split('"').nth(1).unwrap().replacen("./", "/assets/", 1);
                assert!(assets.iter().any(|other| other.path == target), "{}: {line}", asset.name);
            }
        }
    }

    #[test]
    fn every_file_of_the_folder_is_embedded() {
        let embedded: Vec<&str> = SOURCES.iter().flat_map(|(_, files)| files.iter().copied()).collect();
        for folder in ["css", "js", "img"] {
            let path = format!("{}/assets/{folder}", env!("CARGO_MANIFEST_DIR"));
            for entry in std::fs::read_dir(path).unwrap() {
                let path = entry.unwrap().path();
                let text = std::fs::read_to_string(&path).unwrap();
                assert!(embedded.contains(&text.as_str()), "{} is not embedded", path.display());
            }
        }
    }
}
