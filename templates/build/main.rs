//! Names style sheets, scripts and images by their content, before anything is compiled: who shows a page needs the
//! names of what it loads, and only who serves or writes the files holds them.

mod naming;
mod sources;

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

use naming::{fingerprint, mention};
use sources::SOURCES;

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut named: Vec<(&str, String)> = Vec::new();
    let (mut names, mut files) = (String::new(), String::new());
    for (number, (name, parts)) in SOURCES.iter().enumerate() {
        let mut text = String::new();
        for part in *parts {
            text += &fs::read_to_string(root.join("assets").join(part)).map_err(|error| format!("{part}: {error}"))?;
        }
        for (earlier, path) in &named {
            let served = path.trim_start_matches("/assets/");
            text = text.replace(&mention(name, earlier), &mention(name, served));
        }
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let path = format!("/assets/{stem}.{}.{extension}", fingerprint(text.as_bytes()));
        let file = out.join(format!("{number}.{extension}"));
        fs::write(&file, text)?;
        let kind = content_type(extension);
        writeln!(names, "    ({name:?}, {path:?}),")?;
        writeln!(
            files,
            "    Asset {{ name: {name:?}, path: {path:?}, content_type: {kind:?}, bytes: include_bytes!({file:?}) }},"
        )?;
        named.push((name, path));
    }
    let code =
        format!("const NAMES: &[(&str, &str)] = &[\n{names}];\npub(crate) static FILES: &[Asset] = &[\n{files}];\n");
    fs::write(out.join("assets.rs"), code)?;
    writeln!(io::stdout(), "cargo::rerun-if-changed=assets\ncargo::rerun-if-changed=build")?;
    Ok(())
}

fn content_type(extension: &str) -> &'static str {
    match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
