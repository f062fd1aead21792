//! A course at its very beginning.

use domain::{
    Audience, Course, CourseId, CourseMode, Price, Publication, Publisher, SeatLimit, SelfEnrollment, Slug, Title,
};
use jiff::Timestamp;

/// A course of which nothing is known but its title, its audience and who offers it.
pub(crate) fn draft(
    id: CourseId,
    audience: Audience,
    title: Title,
    publisher: Title,
    now: Timestamp,
) -> Option<Course> {
    Some(Course {
        id,
        version: 1,
        slug: slug_of(&title, id)?,
        title,
        summary: None,
        description_html: String::new(),
        languages: Vec::new(),
        subjects: Vec::new(),
        level: None,
        mode: CourseMode::SelfPaced,
        audience,
        publication: Publication::Draft,
        price: Price::Free,
        self_enrollment: SelfEnrollment::Closed,
        seats: SeatLimit::Unlimited,
        publisher: Publisher { name: publisher, url: None },
        source_url: None,
        licence: None,
        workload_minutes: None,
        terms: Vec::new(),
        outline: Vec::new(),
        created_at: now,
        updated_at: now,
    })
}

/// The title's own slug; a title in another script is named by the end of its id.
fn slug_of(title: &Title, id: CourseId) -> Option<Slug> {
    Slug::from_text(title.as_str()).or_else(|| Slug::new(&format!("course-{id}").to_ascii_lowercase()).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_title_gives_a_slug() {
        let id = CourseId::from_bytes([1; 16]);
        let slug = |title: &str| slug_of(&Title::new(title).unwrap(), id).unwrap().to_string();
        assert_eq!(slug("Rust & Gärten"), "rust-garten");
        assert!(slug("القسم").starts_with("course-0"));
        assert!(slug("con").starts_with("course-0"), "a reserved name");
    }
}
