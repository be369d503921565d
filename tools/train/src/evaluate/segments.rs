//! Finds quoted segments, independently of the library, which must not define what it is measured on.

use crate::polnear::chars::CharSpan;
use crate::polnear::marks::Mark;

/// The segments between double quotation marks, without the marks.
///
/// A segment ends at the next mark or at the end of the paragraph, even if it is not closed.
pub fn quoted(chars: &[char]) -> Vec<CharSpan> {
    let mut segments = Vec::new();
    let mut open = None;
    for (at, char) in chars.iter().chain(&['\n']).enumerate() {
        let opens = match Mark::of(*char) {
            Some(Mark::Opening) => true,
            Some(Mark::Neutral) => open.is_none(),
            Some(Mark::Closing) => false,
            None if *char == '\n' => false,
            None => continue,
        };
        segments.extend(open.take().map(|mark: usize| (mark + 1, at)));
        open = opens.then_some(at);
    }
    segments
}
