//! A course's description, made safe whichever way it was written.

use domain::Course;
use prose::{SafeHtml, clean_html, markdown_to_html};
use web::FieldErrors;

/// The description as safe HTML; nothing where none was sent or it does not fit.
pub(crate) fn description(errors: &mut FieldErrors, markdown: Option<String>, html: Option<String>) -> Option<String> {
    match (markdown, html) {
        (None, None) => None,
        (Some(_), Some(_)) => {
            errors.take::<(), _>("description_html", Err("goes without `description_markdown`: send one of the two"));
            None
        }
        (Some(markdown), None) => fitting(errors, "description_markdown", &markdown, markdown_to_html),
        (None, Some(html)) => fitting(errors, "description_html", &html, clean_html),
    }
}

/// Both sides are bounded: what is sent, so that cleaning it stays cheap, and what is kept.
fn fitting(errors: &mut FieldErrors, field: &str, sent: &str, safe: fn(&str) -> SafeHtml) -> Option<String> {
    let max = Course::DESCRIPTION_BYTES_MAX;
    let fits = |bytes: usize| if bytes > max { Err(format!("must have at most {max} bytes")) } else { Ok(()) };
    errors.take(field, fits(sent.len()))?;
    let safe = safe(sent).into_string();
    errors.take(field, fits(safe.len()))?;
    Some(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_and_html_both_come_out_safe_and_bounded() {
        let mut errors = FieldErrors::default();
        let markdown = description(&mut errors, Some("*Hi* <img src=x onerror=y>".to_owned()), None).unwrap();
        assert!(markdown.contains("<em>Hi</em>") && !markdown.contains("onerror"), "{markdown}");
        assert_eq!(description(&mut errors, None, Some(String::new())).as_deref(), Some(""));
        assert_eq!(description(&mut errors, None, None), None);
        assert!(errors.list().is_empty());
        assert_eq!(description(&mut errors, Some("x".repeat(60_001)), None), None);
        assert_eq!(errors.list()[0].field, "description_markdown");
    }
}
