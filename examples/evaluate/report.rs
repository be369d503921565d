//! What is printed.

use std::fmt::{self, Display};

use crate::measure::{Measure, Tally};
use crate::score::Wrong;
use polnear::chars::CharSpan;

/// How many characters around a wrong segment help to see why it is wrong.
const BEFORE: usize = 150;
const AFTER: usize = 100;

/// A row a measure; those that need names only where there are some.
pub struct Table<'a> {
    pub tally: &'a Tally,
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

impl Display for Wrong<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, end) = self.segment;
        let around = [(start.saturating_sub(BEFORE), start), self.segment, (end, end + AFTER)];
        let [before, segment, after] = around.map(|span| self.words(&[span]));
        writeln!(f, "{} at {start}", self.article.name)?;
        writeln!(f, "  …{before}[[{segment}]]{after}…")?;
        writeln!(f, "  predicted: {}", self.predicted())?;
        writeln!(f, "  gold:      {}", self.gold())
    }
}

impl Wrong<'_> {
    /// The text at the spans, on one line.
    fn words(&self, spans: &[CharSpan]) -> String {
        self.article.chars.join(spans, " / ").replace('\n', "⏎")
    }

    fn predicted(&self) -> String {
        let Some(answer) = self.answer else { return "nobody".to_owned() };
        let words = |span: Option<CharSpan>| span.map(|span| self.words(&[span]));
        let parts = [
            ("source", words(answer.source)),
            ("speaker", answer.speaker().map(str::to_owned)),
            ("cue", words(answer.cue)),
            ("rule", answer.rule.clone()),
        ];
        parts.map(|(part, words)| format!("{part} {}", words.as_deref().unwrap_or("-"))).join(", ")
    }

    fn gold(&self) -> String {
        let Some(gold) = self.gold else { return "nobody".to_owned() };
        let cue = if gold.cue.is_empty() { "-".to_owned() } else { self.words(&gold.cue) };
        format!("source {}, cue {cue}", self.words(&gold.source))
    }
}
