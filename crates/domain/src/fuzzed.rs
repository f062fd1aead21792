//! Tests only: what people type, damaged. Whatever is accepted keeps its promises; the rest is refused, never a panic.

use crate::{EmailAddress, HttpUrl, PersonName, Slug, Title};

#[test]
fn an_accepted_address_is_one_recipient_and_reads_back() {
    let corpus = ["ada@example.org", "René.B+x@Example.ORG", "o'hara@xn--bcher-kva.example", "用户@例子.广告"];
    fuzz::each_text(&corpus, 4_000, |text| {
        let Ok(email) = EmailAddress::new(text) else { return };
        let typed = email.typed();
        assert!(typed.len() <= EmailAddress::BYTES_MAX);
        assert_eq!(typed.matches('@').count(), 1, "{typed:?}");
        let smuggles = |c: char| c.is_control() || c.is_whitespace() || "\"(),:;<>[\\]".contains(c);
        assert!(!typed.contains(smuggles) && !email.normal().contains(smuggles), "{typed:?}");
        let again = EmailAddress::new(typed).unwrap();
        assert_eq!((again.typed(), again.normal()), (typed, email.normal()));
        let json = serde_json::to_string(&email).unwrap();
        assert_eq!(serde_json::from_str::<EmailAddress>(&json).unwrap().typed(), typed);
        // Shouting makes nobody somebody else.
        if let Ok(shouted) = EmailAddress::new(&typed.to_ascii_uppercase()) {
            assert_eq!(shouted, email);
        }
    });
}

fn keeps_the_rule(slug: &Slug) {
    let text = slug.as_str();
    assert!((1..=Slug::BYTES_MAX).contains(&text.len()), "{text:?}");
    assert!(text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')), "{text:?}");
    assert!(!text.starts_with('-') && !text.ends_with('-') && !text.contains("--"), "{text:?}");
    assert!(!["con", "nul", "api", "assets", "index", "page"].contains(&text), "{text:?}");
    assert_eq!(Slug::new(text).as_ref(), Ok(slug));
    assert_eq!(Slug::from_text(text).as_ref(), Some(slug));
}

#[test]
fn every_slug_keeps_the_rule_however_it_was_made() {
    let corpus = ["calm-version-control", "Ça va? C’est l'été!", "con", "القسم", "rust 2026", "a-b", "aux"];
    fuzz::each_text(&corpus, 4_000, |text| {
        if let Ok(slug) = Slug::new(text) {
            assert_eq!(slug.as_str(), text, "taken as it stands or not at all");
            keeps_the_rule(&slug);
        }
        if let Some(slug) = Slug::from_text(text) {
            keeps_the_rule(&slug);
            keeps_the_rule(&slug.with_suffix("2f").unwrap());
        }
    });
}

#[test]
fn accepted_lines_stay_one_line_and_accepted_links_lead_to_the_web() {
    let corpus = ["  Cafe\u{301} ", "\u{200f}القسم السادس", "https://example.org:8443/a?b#c", "HTTP://[::1]/", "Ada"];
    fuzz::each_text(&corpus, 4_000, |text| {
        if let Ok(title) = Title::new(text) {
            assert!(!title.as_str().contains(['\r', '\n', '\0', '\u{2028}']));
            assert!((1..=Title::CHARS_MAX).contains(&title.as_str().chars().count()));
            assert_eq!(Title::new(title.as_str()).as_ref(), Ok(&title));
        }
        if let Ok(name) = PersonName::new(text) {
            assert_eq!(PersonName::new(name.as_str()).as_ref(), Ok(&name));
        }
        if let Ok(url) = HttpUrl::new(text) {
            let lower = url.as_str().to_ascii_lowercase();
            assert!(lower.starts_with("https://") || lower.starts_with("http://"), "{lower}");
            assert!(!url.host().is_empty() && !lower.contains(['"', '<', '>', '\\', ' ', '\n']), "{lower}");
        }
    });
}
