//! Markdown to safe HTML: CommonMark with tables, strikethrough, footnotes, task lists and named headings.
//!
//! HTML within Markdown is allowed, as everywhere, and goes through the same allow-list.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

use crate::anchors::Anchors;
use crate::links::resolved;
use crate::safe_html::{SafeHtml, as_typed, cleaned, cut, too_many_tags};
use crate::table_cells::{TableCells, drop_empty_headers};

/// Lists and quotes nested deeper than this lose their markup. It bounds what the HTML parser is asked to nest.
const DEPTH_MAX: usize = 100;

/// Markdown as safe HTML. Links to other files lose their target; see [`markdown_to_html_with`].
pub fn markdown_to_html(markdown: &str) -> SafeHtml {
    markdown_to_html_with(markdown, &|_| None)
}

/// Markdown as safe HTML, with `resolve` giving the address of a file that the text links to or shows: it is asked
/// for `02-next.md` and answers with an absolute path (`/learn/rust/02-next`), an address of the web, or `None` where
/// there is no such page. A fragment behind the file name is put back by this function.
pub fn markdown_to_html_with(markdown: &str, resolve: &dyn Fn(&str) -> Option<String>) -> SafeHtml {
    let markdown = cut(markdown);
    if too_many_tags(markdown) {
        return as_typed(markdown);
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut cells = TableCells::default();
    let mut events: Vec<Event<'_>> = within_depth(Parser::new_ext(markdown, options))
        .map(|event| cells.pass(event))
        .map(|event| own_markup(event, resolve))
        .collect();
    name_headings(&mut events);
    drop_empty_headers(&mut events);
    let mut dirty = String::with_capacity(markdown.len().saturating_mul(3) / 2);
    html::push_html(&mut dirty, events.into_iter());
    cleaned(&dirty)
}

/// Leaves out the start and end of whatever lies too deep; its text stays.
fn within_depth<'a>(events: impl Iterator<Item = Event<'a>>) -> impl Iterator<Item = Event<'a>> {
    let mut depth = 0_usize;
    events.filter(move |event| match event {
        Event::Start(_) => {
            depth += 1;
            depth <= DEPTH_MAX
        }
        Event::End(_) => {
            depth = depth.saturating_sub(1);
            depth < DEPTH_MAX
        }
        _ => true,
    })
}

fn own_markup<'a>(event: Event<'a>, resolve: &dyn Fn(&str) -> Option<String>) -> Event<'a> {
    let target = |dest_url: CowStr<'a>| resolved(&dest_url, resolve).map_or(dest_url, CowStr::from);
    match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: target(dest_url), title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: target(dest_url), title, id })
        }
        // A box that nobody can tick is a picture, not a form.
        Event::TaskListMarker(true) => Event::Text("☑ ".into()),
        Event::TaskListMarker(false) => Event::Text("☐ ".into()),
        other => other,
    }
}

/// Gives every heading without an id one that is made of its text.
fn name_headings(events: &mut [Event<'_>]) {
    let mut anchors = Anchors::default();
    let mut names = Vec::new();
    let mut heading: Option<String> = None;
    for event in events.iter() {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => names.push(anchors.name(&heading.take().unwrap_or_default())),
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(text);
                }
            }
            _ => {}
        }
    }
    let mut names = names.into_iter();
    for event in events {
        if let Event::Start(Tag::Heading { id, .. }) = event {
            let name = names.next();
            if id.is_none() {
                *id = name.map(CowStr::from);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_is_shown_as_authors_expect() {
        for (markdown, html) in [
            ("# Title\n\n## Part {#own}\n", "<h2 id=\"text-title\">Title</h2>\n<h3 id=\"text-own\">Part</h3>\n"),
            ("~~old~~ *new*", "<p><del>old</del> <em>new</em></p>\n"),
            ("- [x] done\n- [ ] open\n", "<ul>\n<li>☑ done</li>\n<li>☐ open</li>\n</ul>\n"),
            (
                "| a | b |\n|---|--:|\n| 1 | 2 |\n",
                "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\" align=\"right\">b</th></tr></thead><tbody>\n\
                 <tr><td>1</td><td align=\"right\">2</td></tr>\n</tbody></table>\n",
            ),
            (
                "|  | a |\n|---|---|\n| b | 1 |\n",
                "<table><thead><tr><td></td><th scope=\"col\">a</th></tr></thead><tbody>\n\
                 <tr><td>b</td><td>1</td></tr>\n</tbody></table>\n",
            ),
            ("```rust,editable\na < b\n```\n", "<pre><code class=\"language-rust\">a &lt; b\n</code></pre>\n"),
            (
                "see[^1]\n\n[^1]: note\n",
                concat!(
                    "<p>see<sup><a href=\"#text-1\">1</a></sup></p>\n",
                    "<div id=\"text-1\"><sup>1</sup>\n<p>note</p>\n</div>\n",
                ),
            ),
            (
                "<you@elsewhere.example>",
                "<p><a href=\"mailto:you@elsewhere.example\" rel=\"noopener noreferrer nofollow ugc\">you@elsewhere.example</a></p>\n",
            ),
        ] {
            assert_eq!(markdown_to_html(markdown).as_str(), html, "{markdown}");
        }
    }

    #[test]
    fn links_between_lessons_follow_the_resolver() {
        let resolve = |file: &str| (file == "02-next.md").then(|| "/learn/rust/02-next".to_owned());
        for (markdown, html) in [
            ("[x](02-next.md)", "<p><a href=\"/learn/rust/02-next\">x</a></p>\n"),
            ("[x](02-next.md#part)", "<p><a href=\"/learn/rust/02-next#text-part\">x</a></p>\n"),
            ("[x](03-none.md)", "<p><a>x</a></p>\n"),
            ("[x](#part)", "<p><a href=\"#text-part\">x</a></p>\n"),
        ] {
            assert_eq!(markdown_to_html_with(markdown, &resolve).as_str(), html, "{markdown}");
        }
        let hostile = |_: &str| Some("javascript:alert(1)".to_owned());
        assert_eq!(markdown_to_html_with("[x](a.md)", &hostile).as_str(), "<p><a>x</a></p>\n");
    }
}
