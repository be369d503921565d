//! Cuts a text into runs that do not overlap, each with the marks that cover it.
//!
//! The spans of an analysis nest and cross: a statement contains a quotation, which contains another one. Elements of
//! HTML may not cross, so the text is cut at every end of a span.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use whosaid::Span;

/// The innermost marks that a run keeps. The rest would make the page quadratic in the depth of nesting.
const DEEPEST: usize = 8;

/// What a span of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// The content of an attribution.
    Content,
    /// Words between quotation marks, or a turn of a transcript, that are attributed.
    Spoken,
    /// A quotation without an attribution.
    Unattributed,
    Source,
    Cue,
}

/// A span to mark and its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub span: Span,
    pub role: Role,
    /// The index of the attribution; of the quotation for one without attribution.
    pub record: usize,
}

/// A piece of the text in which the same marks hold.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub span: Span,
    /// The marks that cover it, the innermost first, as indices in the list of marks.
    pub marks: Vec<usize>,
}

/// Cuts `text` at the ends of the marks and at `cuts`.
///
/// The runs cover the whole text, in order, and none is empty. Marks outside the text or inside a character count for
/// nothing. Of two marks the inner one is that which begins later; of those that begin together, the one that ends
/// first.
pub(crate) fn runs(text: &str, marks: &[Mark], cuts: &[usize]) -> Vec<Run> {
    let valid = |mark: &Mark| mark.span.of(text).is_some_and(|covered| !covered.is_empty());
    let mut opening: Vec<usize> = (0..marks.len()).filter(|&at| valid(&marks[at])).collect();
    opening.sort_by_key(|&at| marks[at].span.start());
    let mut bounds: Vec<usize> =
        opening.iter().flat_map(|&at| [marks[at].span.start(), marks[at].span.end()]).collect();
    bounds.extend(cuts.iter().copied().filter(|&cut| text.is_char_boundary(cut)));
    bounds.extend([0, text.len()]);
    bounds.sort_unstable();
    bounds.dedup();

    let depth = |at: usize| (marks[at].span.start(), Reverse(marks[at].span.end()), marks[at].role, at);
    let mut open = BTreeSet::new();
    let mut closing: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut next = opening.into_iter().peekable();
    let mut runs = Vec::new();
    for pair in bounds.windows(2) {
        let (start, end) = (pair[0], pair[1]);
        while let Some(&(_, at)) = closing.first().filter(|(closes, _)| *closes <= start) {
            closing.pop_first();
            open.remove(&depth(at));
        }
        while let Some(at) = next.next_if(|&at| marks[at].span.start() <= start) {
            closing.insert((marks[at].span.end(), at));
            open.insert(depth(at));
        }
        let innermost = open.iter().rev().take(DEEPEST).map(|(.., at)| *at);
        runs.push(Run { span: Span::new(start, end), marks: innermost.collect() });
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: usize, end: usize, record: usize) -> Mark {
        Mark { span: Span::new(start, end), role: Role::Content, record }
    }

    /// The runs as pairs of their text and the records that cover it.
    fn cut(text: &str, marks: &[Mark], cuts: &[usize]) -> Vec<(String, Vec<usize>)> {
        let runs = runs(text, marks, cuts).into_iter();
        runs.map(|run| {
            let records = run.marks.iter().map(|&at| marks[at].record).collect();
            (run.span.of(text).expect("a run is inside the text").to_owned(), records)
        })
        .collect()
    }

    fn expected(runs: &[(&str, &[usize])]) -> Vec<(String, Vec<usize>)> {
        runs.iter().map(|(text, records)| ((*text).to_owned(), records.to_vec())).collect()
    }

    #[test]
    fn a_text_without_marks_is_one_run() {
        assert_eq!(cut("abc", &[], &[]), expected(&[("abc", &[])]));
        assert_eq!(cut("", &[], &[]), []);
    }

    #[test]
    fn a_nested_mark_cuts_the_outer_one_in_three() {
        let runs = cut("abcdef", &[mark(0, 6, 7), mark(2, 4, 8)], &[]);
        assert_eq!(runs, expected(&[("ab", &[7]), ("cd", &[8, 7]), ("ef", &[7])]));
    }

    #[test]
    fn crossing_marks_share_a_run() {
        let runs = cut("abcdef", &[mark(0, 4, 7), mark(2, 6, 8)], &[]);
        assert_eq!(runs, expected(&[("ab", &[7]), ("cd", &[8, 7]), ("ef", &[8])]));
    }

    #[test]
    fn of_marks_that_begin_together_the_shorter_is_the_inner_one() {
        let runs = cut("abcd", &[mark(0, 2, 7), mark(0, 4, 8)], &[]);
        assert_eq!(runs, expected(&[("ab", &[7, 8]), ("cd", &[8])]));
    }

    #[test]
    fn runs_end_at_paragraphs() {
        let runs = cut("ab\n\ncd", &[mark(0, 6, 7)], &[2, 4]);
        assert_eq!(runs, expected(&[("ab", &[7]), ("\n\n", &[7]), ("cd", &[7])]));
    }

    #[test]
    fn marks_of_another_text_count_for_nothing() {
        let marks = [mark(0, 1, 7), mark(3, 9, 8), mark(4, 4, 9)];
        assert_eq!(cut("éa“b", &marks, &[1, 100]), expected(&[("éa“b", &[])]));
    }

    #[test]
    fn deep_nesting_keeps_the_innermost_marks() {
        let text = "x".repeat(4_000);
        let marks: Vec<Mark> = (0..2_000).map(|at| mark(at, 4_000 - at, at)).collect();
        let runs = runs(&text, &marks, &[]);
        let innermost = runs.iter().max_by_key(|run| run.marks.first()).expect("there are runs");
        assert_eq!(innermost.marks, (1_992..2_000).rev().collect::<Vec<_>>());
        assert!(runs.iter().all(|run| run.marks.len() <= DEEPEST));
    }
}
