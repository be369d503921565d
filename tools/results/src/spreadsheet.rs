//! What a spreadsheet needs of a CSV file, so that it shows the cells as they are.

use std::borrow::Cow;

/// The byte order mark at the start of a CSV file, by which spreadsheets know UTF-8. Pandas and R drop it.
pub const UTF8_MARK: &str = "\u{FEFF}";

/// With these a spreadsheet begins a formula.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// What makes a spreadsheet take the rest of a cell as text.
const AS_TEXT: char = '\'';

/// A cell that no spreadsheet reads as a formula.
///
/// ```
/// assert_eq!(whosaid_results::spreadsheet::as_text("=1+1"), "'=1+1");
/// assert_eq!(whosaid_results::spreadsheet::as_text("Marta Holt"), "Marta Holt");
/// ```
#[must_use]
pub fn as_text(cell: &str) -> Cow<'_, str> {
    // A tab or a line break before it would not keep a spreadsheet from reading a formula.
    let start = cell.trim_start();
    if start.len() > 1 && start.starts_with(FORMULA) {
        Cow::Owned(format!("{AS_TEXT}{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_no_formula() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+49", "'+49"),
            ("\t@SUM(A1)", "'\t@SUM(A1)"),
            ("- so it began", "'- so it began"),
            ("“=1”", "“=1”"),
            ("—", "—"),
            ("-", "-"),
            ("", ""),
        ] {
            assert_eq!(as_text(text), cell);
        }
    }
}
