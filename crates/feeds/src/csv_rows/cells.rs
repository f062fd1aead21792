//! What stands in one cell: text that a spreadsheet must not take for a formula, and lists.

/// Programs that open tables take cells that begin so for formulas.
fn formula_start(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// Such a cell, or one that would be taken for an armed one.
fn needs_arming(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(formula_start)
}

/// The cell with a `'` in front where a spreadsheet would calculate it.
pub(crate) fn armed(cell: String) -> String {
    if needs_arming(&cell) { format!("'{cell}") } else { cell }
}

/// The cell without the `'` that [`armed`] put there. Formulas themselves are nothing but text here.
pub(crate) fn disarmed(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| needs_arming(rest)).unwrap_or(cell)
}

/// A list in one cell: `a|b`; a bar within an item is written `\|`.
pub(crate) fn joined<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.to_string().replace('|', "\\|")).collect::<Vec<_>>().join("|")
}

/// The items of such a list; none of them is empty.
pub(crate) fn items(cell: &str) -> Vec<String> {
    slots(cell).into_iter().filter(|item| !item.is_empty()).collect()
}

/// The items of a list that goes along with another list: one in the middle may be empty.
pub(crate) fn slots(cell: &str) -> Vec<String> {
    if cell.trim().is_empty() {
        return Vec::new();
    }
    let mut items = vec![String::new()];
    let mut chars = cell.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '|' => items.push(String::new()),
            _ => {
                let c = if c == '\\' && chars.next_if_eq(&'|').is_some() { '|' } else { c };
                if let Some(item) = items.last_mut() {
                    item.push(c);
                }
            }
        }
    }
    items.into_iter().map(|item| item.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_armed_and_come_back_as_they_were() {
        for cell in ["=1+1", "+x", "-x", "@SUM", "\t=1", "'=1", "''-", "plain", "'quoted'", "a=b", "", "＝1"] {
            let written = armed(cell.to_owned());
            assert!(!written.starts_with(formula_start), "{written}");
            assert_eq!(disarmed(&written), cell);
        }
        assert_eq!(armed("=1".into()), "'=1");
        assert_eq!(armed("plain".into()), "plain");
    }

    #[test]
    fn lists_come_back_as_they_were() {
        for list in [&["a", "b c"][..], &["a|b", "c"], &[]] {
            assert_eq!(items(&joined(list)), list);
        }
        assert_eq!(items(" a || b |"), ["a", "b"]);
        assert_eq!(slots("a||b"), ["a", "", "b"]);
    }
}
