//! Formats the table of figures and the wrong answers.

use std::fmt::{self, Display};

use super::measure::{Measure, Tally};
use super::score::WrongAnswer;
use crate::polnear::chars::CharSpan;

/// How many characters of context to show before and after a segment.
const CONTEXT_BEFORE: usize = 150;
const CONTEXT_AFTER: usize = 100;

/// A table with one row a measure.
pub struct Table<'a> {
    pub tally: &'a Tally,
    /// Whether to include the measures that require gold names.
    pub with_names: bool,
}

impl Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:26}    P %    R %   F1 %     right predicted      gold", "")?;
        for measure in Measure::ALL.into_iter().filter(|measure| self.with_names || !measure.needs_names()) {
            let count = self.tally[measure];
            let [precision, recall, f1] =
                [count.precision(), count.recall(), count.f1()].map(|rate| 100.0 * rate);
            write!(f, "{:26} {precision:6.1} {recall:6.1} {f1:6.1}", measure.label())?;
            writeln!(f, " {:9} {:9} {:9}", count.correct, count.predicted, count.gold)?;
        }
        Ok(())
    }
}

impl Display for WrongAnswer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, end) = self.segment;
        let around =
            [(start.saturating_sub(CONTEXT_BEFORE), start), self.segment, (end, end + CONTEXT_AFTER)];
        let [before, segment, after] = around.map(|span| self.text(&[span]));
        writeln!(f, "{} at {start}", self.article.name)?;
        writeln!(f, "  …{before}[[{segment}]]{after}…")?;
        writeln!(f, "  predicted: {}", self.predicted())?;
        writeln!(f, "  gold:      {}", self.gold())
    }
}

impl WrongAnswer<'_> {
    /// The text of the spans, on one line.
    fn text(&self, spans: &[CharSpan]) -> String {
        self.article.chars.join(spans, " / ").replace('\n', "⏎")
    }

    fn predicted(&self) -> String {
        let Some(answer) = self.answer else { return "nobody".to_owned() };
        let text = |span: Option<CharSpan>| span.map(|span| self.text(&[span]));
        let parts = [
            ("source", text(answer.source)),
            ("speaker", answer.speaker().map(str::to_owned)),
            ("cue", text(answer.cue)),
            ("rule", answer.rule.clone()),
        ];
        parts.map(|(part, text)| format!("{part} {}", text.as_deref().unwrap_or("-"))).join(", ")
    }

    fn gold(&self) -> String {
        let Some(gold) = self.gold else { return "nobody".to_owned() };
        let cue = if gold.cue.is_empty() { "-".to_owned() } else { self.text(&gold.cue) };
        format!("source {}, cue {cue}", self.text(&gold.source))
    }
}
