//! Words that do not belong where they stand.

use crate::files::Source;

struct Rule {
    word: &'static str,
    /// Where it may stand: paths that begin so.
    except: &'static [&'static str],
    why: &'static str,
}

/// This file names the words itself.
const OWN: &str = "crates/xtask/";

const RULES: &[Rule] = &[
    Rule {
        word: "Role::",
        except: &[
            "crates/authorization/",
            "crates/store/src/patterns/founding.rs",
            "crates/store/src/patterns/standing.rs",
            // An id that was sent is read into the role it names; nothing is decided there.
            "functions/admin/src/roles/",
            // Read roles back from ids and kinds, or go through all of them; name none.
            "crates/store/src/patterns/grid.rs",
            "crates/store/src/patterns/headcount.rs",
            "crates/store/src/patterns/permission_sets/record.rs",
            "functions/admin/src/permission_sets/form.rs",
            "functions/admin/src/permissions/",
            "tests/conformance/",
            "tests/referee/",
        ],
        why: "only the grid names roles; code names actions",
    },
    Rule { word: "#[allow(", except: &[], why: "use `#[expect(…, reason = \"…\")]`" },
    Rule { word: "#[should_panic", except: &[], why: "assert on the error instead" },
    Rule { word: "#[ignore", except: &[], why: "a test that does not run proves nothing" },
    Rule { word: "thread::sleep", except: &[], why: "nothing waits on the wall clock" },
    Rule { word: "todo!(", except: &[], why: "say it in an issue" },
    Rule {
        word: ".route(",
        except: &["crates/local/", "crates/stripe-stand-in/", "crates/payments/src/tests/", "tests/e2e/lambda/"],
        why: "mount with `routes!`, so that the description knows every endpoint",
    },
    Rule {
        word: ".load(&",
        except: &["crates/store/", "crates/web/src/context.rs", "crates/commerce/src/shop.rs"],
        why: "targets are loaded where they are judged, and nowhere else",
    },
];

/// Names every line that breaks a rule.
pub(crate) fn check(sources: &[Source], breaches: &mut Vec<String>) {
    for source in sources {
        let path = source.path.to_string_lossy();
        if path.starts_with(OWN) {
            continue;
        }
        for rule in RULES.iter().filter(|rule| !rule.except.iter().any(|except| path.starts_with(except))) {
            for (number, line) in source.text.lines().enumerate() {
                if line.contains(rule.word) {
                    breaches.push(format!("{path}:{}: `{}`: {}", number + 1, rule.word, rule.why));
                }
            }
        }
    }
}
