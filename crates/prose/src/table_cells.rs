//! Cells of Markdown tables, written with `align` and `scope` instead of a style that the allow-list would remove.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

/// Where in a table the reader is.
#[derive(Debug, Default)]
pub(crate) struct TableCells {
    alignments: Vec<Alignment>,
    in_head: bool,
    column: usize,
}

impl TableCells {
    /// The event as it goes on: cells as tags of our own, the rest untouched.
    pub(crate) fn pass<'a>(&mut self, event: Event<'a>) -> Event<'a> {
        match event {
            Event::Start(Tag::Table(alignments)) => {
                self.alignments.clone_from(&alignments);
                Event::Start(Tag::Table(alignments))
            }
            Event::Start(Tag::TableHead) => {
                (self.in_head, self.column) = (true, 0);
                event
            }
            Event::Start(Tag::TableRow) => {
                (self.in_head, self.column) = (false, 0);
                event
            }
            Event::Start(Tag::TableCell) => Event::InlineHtml(self.open().into()),
            Event::End(TagEnd::TableCell) => Event::InlineHtml(if self.in_head { "</th>" } else { "</td>" }.into()),
            other => other,
        }
    }

    fn open(&mut self) -> &'static str {
        let alignment = self.alignments.get(self.column).copied().unwrap_or(Alignment::None);
        self.column += 1;
        match (self.in_head, alignment) {
            (true, Alignment::Right) => "<th scope=\"col\" align=\"right\">",
            (true, Alignment::Center) => "<th scope=\"col\" align=\"center\">",
            (true, _) => "<th scope=\"col\">",
            (false, Alignment::Right) => "<td align=\"right\">",
            (false, Alignment::Center) => "<td align=\"center\">",
            (false, _) => "<td>",
        }
    }
}

/// A column without a name has no header: an empty one would be read out, and name nothing.
pub(crate) fn drop_empty_headers(events: &mut [Event<'_>]) {
    let mut opened: Option<&mut Event<'_>> = None;
    for event in events {
        let begins = matches!(event, Event::InlineHtml(tag) if tag.starts_with("<th "));
        let ends = matches!(event, Event::InlineHtml(tag) if **tag == *"</th>");
        match opened.take() {
            Some(open) if ends => {
                *open = Event::InlineHtml("<td>".into());
                *event = Event::InlineHtml("</td>".into());
            }
            _ => opened = begins.then_some(event),
        }
    }
}
