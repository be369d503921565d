//! Explanations for a terminal, and one short line for a debugger.

use std::cmp::Reverse;
use std::fmt::{Debug, Display, Formatter, Result};

use crate::analysis::Passage;
use crate::explanation::reasons::{percent, shortened};
use crate::explanation::{Candidate, Decision, Explanation, Feature, Target};
use crate::text::span::Span;

/// The number of candidates of a decision, and of features of a candidate, that are printed.
const CANDIDATES: usize = 3;
const FEATURES: usize = 3;

/// The number of characters that are printed at each end of a longer text between two marks.
const SHOWN: usize = 80;

impl Display for Explanation<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let mut before = String::new();
        for decision in &self.decisions {
            let sentence = decision.marked(&self.text);
            if sentence != before {
                let gap = if before.is_empty() { "" } else { "\n" };
                writeln!(f, "{gap}{sentence}")?;
            }
            before = sentence;
            Display::fmt(decision, f)?;
        }
        Ok(())
    }
}

/// The question, the reason, and the candidates, each with its probability, its score and its heaviest features.
/// `{:#}` prints all candidates and features.
impl Display for Decision<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{} ", self.decides.question())?;
        // Two models are asked about each turn.
        if let Some(model) = self.model.as_ref().filter(|_| self.decides == Target::Speaker) {
            write!(f, "({model}) ")?;
        }
        writeln!(f, "{}", self.reason)?;
        let shown = if f.alternate() { self.candidates.len() } else { CANDIDATES };
        let mut more = 0;
        for (at, candidate) in self.candidates.iter().enumerate() {
            let is_chosen = self.chosen == Some(at);
            // The one that was taken is always shown.
            if at < shown || is_chosen {
                write!(f, "{} ", if is_chosen { '>' } else { ' ' })?;
                Display::fmt(candidate, f)?;
            } else {
                more += 1;
            }
        }
        match more {
            0 => Ok(()),
            more => writeln!(f, "  and {more} more"),
        }
    }
}

impl Display for Candidate<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{:>9} {:+7.2}  {}", percent(self.probability), self.score, self.answer)?;
        match &self.found_by {
            Some(found_by) => writeln!(f, " ({found_by})")?,
            None => writeln!(f)?,
        }
        if self.prior != 0.0 {
            writeln!(f, "{:>27.2}  the weight of the rule", self.prior)?;
        }
        let shown = if f.alternate() { self.features.len() } else { FEATURES.min(self.features.len()) };
        let (first, rest) = self.features.split_at(shown);
        for feature in first {
            writeln!(f, "{:+27.2}  {feature}", feature.weight)?;
        }
        if !rest.is_empty() {
            let sum: f32 = rest.iter().map(|feature| feature.weight).sum();
            writeln!(f, "{sum:+27.2}  {} more", rest.len())?;
        }
        Ok(())
    }
}

impl Display for Feature {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}: {}", self.fields, self.values)
    }
}

impl Decision<'_> {
    /// The sentence on one line, with `[ ]` around what is asked about and, as far as they are in the sentence, `{ }`
    /// around the cue and `< >` around the source of the answer. `text` is the text that was read.
    ///
    /// ```
    /// let text = "“We won,” said Wang Yi.";
    /// let explanation = whosaid::Attributor::default().explain(text);
    /// assert_eq!(explanation.decisions()[0].marked(text), "[“We won,”] {said} <Wang Yi>.");
    /// ```
    #[must_use]
    pub fn marked(&self, text: &str) -> String {
        let chosen = self.chosen();
        let part = |part: Option<&Passage<'_>>| part.map(Passage::span);
        let cue = part(chosen.and_then(Candidate::cue)).filter(|cue| *cue != self.about.span);
        let source = part(chosen.and_then(Candidate::source)).filter(|source| *source != self.about.span);
        let spans = [(Some(self.about.span), "[", "]"), (cue, "{", "}"), (source, "<", ">")];
        let mut marks: Vec<(usize, bool, Reverse<usize>, &str)> = Vec::new();
        for (span, opening, closing) in spans {
            let Some(span) = span.filter(|span| self.sentence.contains(*span)) else { continue };
            // Of marks at one place those that close come first, then the longer part opens first.
            marks.push((span.end(), false, Reverse(0), closing));
            marks.push((span.start(), true, Reverse(span.len()), opening));
        }
        marks.sort_by_key(|(at, opens, len, _)| (*at, *opens, *len));
        let mut line = String::new();
        let mut from = self.sentence.start();
        let end = (self.sentence.end(), false, Reverse(0), "");
        for (at, _, _, mark) in marks.into_iter().chain([end]) {
            line.push_str(&shortened(Span::new(from, at).of(text).unwrap_or(""), SHOWN));
            line.push_str(mark);
            from = at;
        }
        line
    }
}

impl Debug for Explanation<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "Explanation({} decisions, {:?})", self.decisions.len(), self.analysis)
    }
}

impl Debug for Decision<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let (about, count) = (&self.about, self.candidates.len());
        write!(f, "Decision({} of {about:?}: {}, {count} candidates)", self.decides, self.answer)
    }
}

impl Debug for Candidate<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "Candidate({}, {:+.2}, {:.2})", self.answer, self.score, self.probability)
    }
}

impl Debug for Feature {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "Feature({self} {:+.2})", self.weight)
    }
}
