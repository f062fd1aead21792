//! Atom feeds: the newest courses of the catalog, and of each subject.

use std::fmt::Write as _;

use domain::Course;
use jiff::Timestamp;
use templates::escape_xml;

/// A feed of these courses, newest first. Its own date is that of its newest entry, never that of the run.
pub(crate) fn atom(base_url: &str, address: &str, title: &str, courses: &[&Course]) -> String {
    let updated = courses.iter().map(|course| course.updated_at).max().unwrap_or(Timestamp::UNIX_EPOCH);
    let mut xml = String::with_capacity(1_000 + courses.len() * 600);
    let base = escape_xml(base_url);
    // Writing into a string does not fail.
    let _ = write!(
        xml,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n\
         <id>{base}{address}</id>\n<title>{}</title>\n<updated>{updated}</updated>\n\
         <link rel=\"self\" href=\"{base}{address}\"/>\n<link rel=\"alternate\" href=\"{base}/\"/>\n",
        escape_xml(title)
    );
    for course in courses {
        let _ = write!(
            xml,
            "<entry>\n<id>urn:ulid:{}</id>\n<title>{}</title>\n<link href=\"{base}/courses/{}/\"/>\n\
             <published>{}</published>\n<updated>{}</updated>\n<author><name>{}</name></author>\n",
            course.id,
            escape_xml(course.title.as_str()),
            course.slug,
            course.created_at,
            course.updated_at,
            escape_xml(course.publisher.name.as_str()),
        );
        if let Some(summary) = &course.summary {
            let _ = writeln!(xml, "<summary>{}</summary>", escape_xml(summary.as_str()));
        }
        xml.push_str("</entry>\n");
    }
    xml.push_str("</feed>\n");
    xml
}
