//! Style sheets, scripts and images, named by their content so that browsers may keep them for good.
//!
//! The names are made before this is compiled (`build/`), and stand apart from the contents: a program that only renders
//! pages is linked with the names alone.

#[cfg(test)]
#[path = "../build/naming.rs"]
mod naming;
#[cfg(test)]
#[path = "../build/sources.rs"]
mod sources;

/// One file that pages load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asset {
    /// What templates call it: `site.css`.
    pub name: &'static str,
    /// Where it is served: `/assets/site.3f2a91bc.css`.
    pub path: &'static str,
    /// Its content type with charset.
    pub content_type: &'static str,
    /// Its content, which mentions other files by the names that they are served under.
    pub bytes: &'static [u8],
}

// `NAMES` (logical name and path) and `FILES`, both in the order in which files may mention each other.
include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Where the file of a logical name is served.
pub(crate) fn path(name: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, path)| *path)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::naming::mention;
    use super::sources::SOURCES;
    use super::*;

    #[test]
    fn modules_import_each_other_by_fingerprint() {
        for asset in FILES {
            let text = std::str::from_utf8(asset.bytes).unwrap();
            let imports = |line: &&str| {
                let begins = ["import ", "export ", "} from "].iter().any(|word| line.starts_with(word));
                begins && (line.contains(" from \"") || line.starts_with("import \""))
            };
            for line in text.lines().filter(imports) {
                let way = line.split('"').nth(1).unwrap();
                let mentioned = |other: &Asset| mention(asset.name, &other.path["/assets/".len()..]);
                assert!(FILES.iter().any(|other| mentioned(other) == format!("\"{way}\"")), "{}: {line}", asset.name);
            }
        }
    }

    #[test]
    fn files_mention_each_other_by_the_way_from_their_folder() {
        assert_eq!(mention("a.js", "b.js"), "\"./b.js\"");
        assert_eq!(mention("console/a.js", "b.js"), "\"../b.js\"");
        assert_eq!(mention("console/a.js", "console/b.js"), "\"./b.js\"");
    }

    fn files_under(folder: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files_under(&path, found);
            } else {
                found.push(path.to_string_lossy().into_owned());
            }
        }
    }

    #[test]
    fn every_file_of_the_folder_is_embedded() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
        let embedded: Vec<_> = SOURCES
            .iter()
            .flat_map(|(_, files)| *files)
            .map(|file| folder.join(file).to_string_lossy().into_owned())
            .collect();
        let mut found = Vec::new();
        files_under(&folder, &mut found);
        for path in found {
            assert!(embedded.contains(&path), "{path} is not embedded");
        }
    }

    #[test]
    fn every_file_is_found_by_its_name_and_its_path_by_its_content() {
        for asset in FILES {
            assert_eq!(path(asset.name), Some(asset.path));
            assert!(asset.path.contains(&naming::fingerprint(asset.bytes)), "{}", asset.path);
        }
        assert_eq!(path("nothing.js"), None);
        assert_eq!(NAMES.len(), FILES.len());
    }
}
