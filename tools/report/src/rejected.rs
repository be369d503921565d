//! The answers that were rejected, in lines for the record.

use whosaid::explanation::{Decision, Explanation, Target};

use crate::facts::{percent, shortened};

/// At most so many answers to one question are shown.
const ANSWERS: usize = 3;
/// The words that a question is about are shown up to so many characters.
const ABOUT: usize = 40;

/// The lines about the answers that were rejected for each attribution, given by its index, for [`Document::rejected`].
///
/// [`Document::explained`] adds them as well, but keeps the explanation, which is much larger.
///
/// ```
/// use whosaid_report::{rejected, Document, Report};
///
/// let text = "“We won,” said Wang Yi.";
/// let explanation = whosaid::Attributor::default().explain(text);
/// let lines: Vec<(usize, String)> = rejected(&explanation).collect();
/// let analysis = explanation.into_analysis();
/// let document = Document::new("match.txt", text, &analysis);
/// let document = lines.into_iter().fold(document, |document, (at, line)| document.rejected(at, [line]));
/// assert!(Report::new("Result").with(document).to_html().contains("Who said it? [“We won,”] nobody"));
/// ```
///
/// [`Document::rejected`]: crate::Document::rejected
/// [`Document::explained`]: crate::Document::explained
pub fn rejected<'a>(explanation: &'a Explanation<'_>) -> impl Iterator<Item = (usize, String)> + 'a {
    let decisions = explanation.decisions().iter().filter(|decision| is_about_speakers(decision.decides()));
    decisions.filter_map(|decision| Some((decision.attribution()?, line(decision)?)))
}

/// Where a content begins and ends is of little use to readers.
fn is_about_speakers(target: Target) -> bool {
    matches!(target, Target::Link | Target::Cue | Target::Source | Target::Speaker | Target::Meaning)
}

/// The question, its subject, and the answers that were rejected, each once; `None` where there was no other
/// answer.
fn line(decision: &Decision<'_>) -> Option<String> {
    let chosen = decision.chosen()?.answer();
    let mut seen = vec![chosen];
    let mut answers = Vec::new();
    for candidate in decision.candidates() {
        if answers.len() < ANSWERS && !seen.contains(&candidate.answer()) {
            seen.push(candidate.answer());
            answers.push(format!("{} ({})", candidate.answer(), percent(candidate.probability())));
        }
    }
    let about = decision.about().text().split_whitespace().collect::<Vec<_>>().join(" ");
    let question = format!("{} [{}]", decision.decides().question(), shortened(&about, ABOUT));
    (!answers.is_empty()).then(|| format!("{question} {}", answers.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_is_not_among_the_rejected_ones() {
        let explanation =
            whosaid::Attributor::default().explain("“We won,” said Wang Yi. Lee Bo said that it rained.");
        let lines: Vec<_> = rejected(&explanation).collect();
        let about = |at: usize, question: &str| {
            let found =
                lines.iter().find(|(attribution, line)| *attribution == at && line.starts_with(question));
            found.map(|(_, line)| line.as_str())
        };
        let link = about(0, "Who said it?").expect("something was rejected");
        assert!(link.starts_with("Who said it? [“We won,”] nobody ("), "{link}");
        assert!(link.contains("nobody (") && !link.contains("“Wang Yi” by “said” ("), "{link}");
        assert!(lines.iter().any(|(attribution, _)| *attribution == 1), "{lines:?}");
    }
}
