//! Counts the words that speakers are quoted with.

use whosaid::{AttributionKind, Span};

use crate::Document;

/// For each speaker of a document the number of words that are quoted of them, then those that are quoted of nobody
/// known. The words are those between quotation marks and in the turns of a transcript, each counted once, even where
/// a speaker quotes themselves.
pub(crate) fn quoted(document: &Document<'_>) -> Vec<usize> {
    let speakers = document.analysis.speakers().len();
    let mut spans: Vec<Vec<Span>> = vec![Vec::new(); speakers + 1];
    for quotation in document.analysis.quotations() {
        let Some(attribution) = quotation.attribution() else { continue };
        let speaker = attribution.speaker().map_or(speakers, |speaker| speaker.index());
        spans[speaker].push(quotation.content());
    }
    for attribution in document.analysis.attributions() {
        if attribution.kind() == AttributionKind::Turn {
            let speaker = attribution.speaker().map_or(speakers, |speaker| speaker.index());
            spans[speaker].extend_from_slice(attribution.content());
        }
    }
    spans.into_iter().map(|spans| words(document.text, spans)).collect()
}

/// The number of words in the union of these spans.
fn words(text: &str, mut spans: Vec<Span>) -> usize {
    spans.sort_unstable();
    let mut counted = 0;
    let mut words = 0;
    for span in spans {
        let rest = Span::new(span.start().max(counted), span.end().max(counted));
        words += rest.of(text).unwrap_or("").split_whitespace().filter(|word| is_word(word)).count();
        counted = rest.end();
    }
    words
}

fn is_word(word: &str) -> bool {
    word.contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(text: &str) -> Vec<usize> {
        let analysis = whosaid::attribute(text);
        quoted(&Document::new("", text, &analysis))
    }

    #[test]
    fn words_between_marks_count() {
        assert_eq!(counted("“We won — at last,” said Wang Yi. He said that nobody lost."), [4, 0]);
    }

    #[test]
    fn a_turn_counts_as_quoted() {
        assert_eq!(
            counted("MARTA HOLT: Good evening.\n\nROBERT PIKE: And to you.\n\nMARTA HOLT: Sit down."),
            [4, 3, 0]
        );
    }

    #[test]
    fn words_in_two_spans_count_once() {
        let text = "one two three four";
        assert_eq!(words(text, vec![Span::new(4, 18), Span::new(4, 7), Span::new(8, 13)]), 3);
    }
}
