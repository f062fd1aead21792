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

/// Logical name and the files it is made of. A file may mention only what stands above it, by the way from its own folder:
/// `./NAME`, or `../NAME` from within a folder.
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
        "css/certificate.css",
        "css/covers.css",
        "css/print.css"
    ),
    asset!(
        "console.css",
        "css/console/frame.css",
        "css/console/table.css",
        "css/console/form.css",
        "css/console/page.css"
    ),
    asset!("language.js", "js/language.js"),
    asset!("messages.js", "js/messages.js"),
    asset!("words.js", "js/words.js"),
    asset!("cover.js", "js/cover.js"),
    asset!("search-index.js", "js/search-index.js"),
    asset!("search.js", "js/search.js"),
    asset!("api.js", "js/api.js"),
    asset!("dom.js", "js/dom.js"),
    asset!("acting.js", "js/acting.js"),
    asset!("states.js", "js/states.js"),
    asset!("when.js", "js/when.js"),
    asset!("sign-in.js", "js/sign-in.js"),
    asset!("password.js", "js/password.js"),
    asset!("my-learning.js", "js/my-learning.js"),
    asset!("own-catalog.js", "js/own-catalog.js"),
    asset!("outline.js", "js/outline.js"),
    asset!("lesson.js", "js/lesson.js"),
    asset!("account-form.js", "js/account-form.js"),
    asset!("orders.js", "js/orders.js"),
    asset!("certificate.js", "js/certificate.js"),
    asset!("account-profile.js", "js/account-profile.js"),
    asset!("passkey.js", "js/passkey.js"),
    asset!("confirm.js", "js/confirm.js"),
    asset!("account-keys.js", "js/account-keys.js"),
    asset!("account-language.js", "js/account-language.js"),
    asset!("account-end.js", "js/account-end.js"),
    asset!("passkey-proof.js", "js/passkey-proof.js"),
    asset!("own-passkeys.js", "js/own-passkeys.js"),
    asset!("second-factors.js", "js/second-factors.js"),
    asset!("account.js", "js/account.js"),
    asset!("console/words.js", "js/console/words.js"),
    asset!("console/csv.js", "js/console/csv.js"),
    asset!("console/form.js", "js/console/form.js"),
    asset!("console/dialog.js", "js/console/dialog.js"),
    asset!("console/frame.js", "js/console/frame.js"),
    asset!("console/platforms.js", "js/console/platforms.js"),
    asset!("console/somebody.js", "js/console/somebody.js"),
    asset!("console/preview.js", "js/console/preview.js"),
    asset!("console/new-course.js", "js/console/new-course.js"),
    asset!("console/table.js", "js/console/table.js"),
    asset!("console/bulk.js", "js/console/bulk.js"),
    asset!("console/home.js", "js/console/home.js"),
    asset!("console/people.js", "js/console/people.js"),
    asset!("console/history.js", "js/console/history.js"),
    asset!("console/roles.js", "js/console/roles.js"),
    asset!("console/rights.js", "js/console/rights.js"),
    asset!("console/person.js", "js/console/person.js"),
    asset!("console/people_import.js", "js/console/people_import.js"),
    asset!("console/directory.js", "js/console/directory.js"),
    asset!("console/requests.js", "js/console/requests.js"),
    asset!("console/courses.js", "js/console/courses.js"),
    asset!("console/outline.js", "js/console/outline.js"),
    asset!("console/terms.js", "js/console/terms.js"),
    asset!("console/course.js", "js/console/course.js"),
    asset!("console/lesson.js", "js/console/lesson.js"),
    asset!("console/learners.js", "js/console/learners.js"),
    asset!("console/orders.js", "js/console/orders.js"),
    asset!("console/order.js", "js/console/order.js"),
    asset!("console/promotions.js", "js/console/promotions.js"),
    asset!("console/audit.js", "js/console/audit.js"),
    asset!("console/partners.js", "js/console/partners.js"),
    asset!("console/permissions.js", "js/console/permissions.js"),
    asset!("console/profiles.js", "js/console/profiles.js"),
    asset!("console/actions.js", "js/console/actions.js"),
    asset!("console/reach.js", "js/console/reach.js"),
    asset!("console/holders.js", "js/console/holders.js"),
    asset!("console/profile.js", "js/console/profile.js"),
    asset!("console/overrides.js", "js/console/overrides.js"),
    asset!("console/span.js", "js/console/span.js"),
    asset!("console/chart.js", "js/console/chart.js"),
    asset!("console/reports.js", "js/console/reports.js"),
    asset!("console/settings.js", "js/console/settings.js"),
    asset!("console/policies.js", "js/console/policies.js"),
];

impl Assets {
    /// Fingerprints every embedded file and rewrites the names they use for each other.
    pub(crate) fn embedded() -> Self {
        let mut found: BTreeMap<&'static str, Asset> = BTreeMap::new();
        for (name, files) in SOURCES {
            let mut text = files.concat();
            for earlier in found.values() {
                let served = earlier.path.trim_start_matches("/assets/");
                text = text.replace(&mention(name, earlier.name), &mention(name, served));
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

/// How a file mentions another one, in quotes: by the way from its own folder.
fn mention(from: &str, to: &str) -> String {
    match from.rsplit_once('/') {
        Some((folder, _)) => match to.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) {
            Some(beside) => format!("\"./{beside}\""),
            None => format!("\"../{to}\""),
        },
        None => format!("\"./{to}\""),
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
    use std::path::{Path, PathBuf};

    use super::*;

    #[test]
    fn modules_import_each_other_by_fingerprint() {
        let assets = Assets::embedded();
        for asset in assets.iter() {
            let text = std::str::from_utf8(&asset.bytes).unwrap();
            let imports = |line: &&str| {
                let begins = ["import ", "export ", "} from "].iter().any(|word| line.starts_with(word));
                begins && (line.contains(" from \"") || line.starts_with("import \""))
            };
            for line in text.lines().filter(imports) {
                let way = line.split('"').nth(1).unwrap();
                let mentioned = |other: &Asset| mention(asset.name, &other.path["/assets/".len()..]);
                assert!(assets.iter().any(|other| mentioned(other) == format!("\"{way}\"")), "{}: {line}", asset.name);
            }
        }
    }

    #[test]
    fn files_mention_each_other_by_the_way_from_their_folder() {
        assert_eq!(mention("a.js", "b.js"), "\"./b.js\"");
        assert_eq!(mention("console/a.js", "b.js"), "\"../b.js\"");
        assert_eq!(mention("console/a.js", "console/b.js"), "\"./b.js\"");
    }

    fn texts_under(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                texts_under(&path, found);
            } else {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }

    #[test]
    fn every_file_of_the_folder_is_embedded() {
        let embedded: Vec<&str> = SOURCES.iter().flat_map(|(_, files)| files.iter().copied()).collect();
        let mut found = Vec::new();
        texts_under(&Path::new(env!("CARGO_MANIFEST_DIR")).join("assets"), &mut found);
        for (path, text) in found {
            assert!(embedded.contains(&text.as_str()), "{} is not embedded", path.display());
        }
    }
}
