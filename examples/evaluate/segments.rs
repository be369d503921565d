//! Where a text quotes: found here once more, so that the library is not measured by its own idea of
//! what a quotation is.

use polnear::chars::CharSpan;

/// What stands between double quotation marks, paragraph by paragraph, without the marks.
///
/// A mark that opens inside an open quotation ends it; so does the end of the paragraph.
pub fn quoted(chars: &[char]) -> Vec<CharSpan> {
    let mut segments = Vec::new();
    let mut open = None;
    for (at, char) in chars.iter().chain(&['\n']).enumerate() {
        let opens = match char {
            '“' | '«' | '„' => true,
            '"' => open.is_none(),
            '”' | '»' | '\n' => false,
            _ => continue,
        };
        segments.extend(open.take().map(|mark: usize| (mark + 1, at)));
        open = opens.then_some(at);
    }
    segments
}
