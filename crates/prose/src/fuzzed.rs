//! Tests only: attacks and honest texts, damaged and mixed. What comes out is harmless, and cleaning it again changes
//! nothing.

use crate::hostile::{ATTACKS, assert_harmless};
use crate::{clean_html, excerpt, markdown_to_html, to_plain_text};

const HONEST: &[&str] = &[
    "# Title\n\nA *short* text with `code`, a [link](https://example.org \"tip\") and a list:\n\n- one\n- two\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n> quoted\n\n```rust\nfn main() {}\n```\n\nNote[^1].\n\n[^1]: Here.\n",
    "<p>Plain <strong>and</strong> <em>not</em>.</p><ul><li><a href=\"https://example.org\">x</a></li></ul>",
    "<table><tr><td>1</td></tr></table><img src=\"https://example.org/a.png\" alt=\"a\"><h2>القسم</h2>",
];

fn corpus() -> Vec<&'static str> {
    [HONEST, ATTACKS].concat()
}

#[test]
fn html_is_harmless_whatever_it_was() {
    fuzz::each_text(&corpus(), 600, |text| assert_harmless(text, clean_html(text).as_str()));
}

#[test]
fn markdown_is_harmless_whatever_it_was() {
    fuzz::each_text(&corpus(), 600, |text| assert_harmless(text, markdown_to_html(text).as_str()));
}

#[test]
fn plain_text_is_plain() {
    fuzz::each_text(&corpus(), 600, |text| {
        let html = clean_html(text);
        let plain = to_plain_text(html.as_str());
        assert!(excerpt(html.as_str(), 80).chars().count() <= 81);
        assert!(plain.len() <= html.as_str().len() + 1_024, "{plain}");
    });
}
