//! Separate figures for direct, mixed and indirect attributions.

use std::fmt;

use super::measure::Count;
use crate::polnear::chars::CharSet;

/// How much of a content is between quotation marks: all, some or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Direct,
    Mixed,
    Indirect,
}

impl Kind {
    const ALL: [Kind; 3] = [Kind::Direct, Kind::Mixed, Kind::Indirect];

    /// The kind of a content; `quoted` are the characters between quotation marks in its text.
    pub fn of(content: &CharSet, quoted: &CharSet) -> Kind {
        match content.shared(quoted) {
            0 => Kind::Indirect,
            shared if shared == content.count() => Kind::Direct,
            _ => Kind::Mixed,
        }
    }
}

/// Attributions of one kind: how many of the predicted ones are right, and how many of the gold ones are
/// found, whatever the kind of the prediction.
#[derive(Debug, Clone, Copy, Default)]
struct KindCounts {
    predicted: Count,
    gold: Count,
}

/// The figures of each kind: content and source, at an overlap of 0.5.
#[derive(Debug, Default)]
pub struct ByKind([KindCounts; Kind::ALL.len()]);

impl ByKind {
    pub fn add_predicted(&mut self, kind: Kind, is_right: bool) {
        let count = &mut self.0[kind as usize].predicted;
        count.predicted += 1;
        count.correct += usize::from(is_right);
    }

    pub fn add_gold(&mut self, kind: Kind, is_found: bool) {
        let count = &mut self.0[kind as usize].gold;
        count.gold += 1;
        count.correct += usize::from(is_found);
    }
}

impl fmt::Display for ByKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "content and who, 0.5    P %  of predicted    R %    of gold   F1 %")?;
        for kind in Kind::ALL {
            let KindCounts { predicted, gold } = self.0[kind as usize];
            let (precision, recall) = (predicted.precision(), gold.recall());
            let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
            let name = format!("{kind:?}").to_lowercase();
            let [p, r, f1] = [precision, recall, f1].map(|rate| 100.0 * rate);
            writeln!(
                f,
                "{name:20} {p:6.1} {:>13} {r:>6.1} {:>10} {f1:>6.1}",
                predicted.predicted, gold.gold
            )?;
        }
        Ok(())
    }
}
