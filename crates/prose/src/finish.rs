//! The last touches on HTML that the allow-list has written: headings move down, links within the site lose the
//! `rel` meant for links that leave it, and elements nested deeper than anybody reads go.
//!
//! It relies on what the allow-list guarantees: tags are balanced, and `<` and `>` stand for nothing but tags.

use crate::allow_list::OUTSIDE_REL;

/// Browsers flatten elements beyond 512 levels; real texts stay under 20.
const DEPTH_MAX: usize = 100;

/// Elements that have no end tag.
const VOID: &[&str] = &["br", "col", "hr", "img", "wbr"];

pub(crate) fn finish(clean: &str) -> String {
    let moves_headings = clean.contains("<h1>") || clean.contains("<h1 ");
    let mut out = String::with_capacity(clean.len());
    let mut depth = 0_usize;
    let mut rest = clean;
    while let Some((text, after)) = rest.split_once('<') {
        out.push_str(text);
        let Some((tag, after)) = after.split_once('>') else { break };
        rest = after;
        let kept = if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
            depth < DEPTH_MAX
        } else if VOID.contains(&name(tag)) {
            true
        } else {
            depth += 1;
            depth <= DEPTH_MAX
        };
        if kept {
            out.push('<');
            push_tag(&mut out, tag, moves_headings);
            out.push('>');
        }
    }
    out.push_str(rest);
    out
}

fn name(tag: &str) -> &str {
    tag.split(' ').next().unwrap_or_default()
}

fn push_tag(out: &mut String, tag: &str, moves_headings: bool) {
    let (slash, open) = tag.strip_prefix('/').map_or(("", tag), |open| ("/", open));
    let down = match name(open) {
        "h1" => "h2",
        "h2" => "h3",
        "h3" => "h4",
        "h4" => "h5",
        "h5" => "h6",
        _ => "",
    };
    out.push_str(slash);
    match open.get(2..) {
        Some(attributes) if moves_headings && !down.is_empty() => {
            out.push_str(down);
            out.push_str(attributes);
        }
        _ if name(open) == "a" && !leaves_the_site(open) => {
            out.push_str(&open.replace(&format!(" rel=\"{OUTSIDE_REL}\""), ""));
        }
        _ => out.push_str(open),
    }
}

/// Quotes within attribute values are escaped, so this finds the attribute itself.
fn leaves_the_site(anchor: &str) -> bool {
    let href = anchor.split_once(" href=\"").map_or("#", |(_, href)| href);
    !href.starts_with('#') && !href.starts_with('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_too_deep_loses_its_tags_and_keeps_its_text() {
        let deep = format!("{}<b>text</b><br>{}", "<div>".repeat(500), "</div>".repeat(500));
        let expected = format!("{}text<br>{}", "<div>".repeat(DEPTH_MAX), "</div>".repeat(DEPTH_MAX));
        assert_eq!(finish(&deep), expected);
    }
}
