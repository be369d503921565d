//! Compares predictions with the annotations.

use std::collections::HashSet;
use std::iter::once;

use super::calibration::Calibration;
use super::kinds::{ByKind, Kind};
use super::measure::{Measure, Tally};
use super::prediction::{Prediction, Predictions};
use super::segments;
use crate::polnear::chars::{CharSet, CharSpan};
use crate::polnear::{best_cover, names, Article, GoldNames, Relation, COVERED, UNTOUCHED};

/// The minimum overlap of two contents that are paired, and of a pair that counts as nearly equal.
const LOOSE: f64 = 0.5;
const STRICT: f64 = 0.8;

/// The figures, and the wrong answers.
#[derive(Default)]
pub struct Scores<'a> {
    pub tally: Tally,
    pub wrong: Vec<WrongAnswer<'a>>,
    pub calibration: Calibration,
    pub calibration_of_any: Calibration,
    pub calibration_of_speakers: Calibration,
    pub by_kind: ByKind,
}

/// A quoted segment with a wrong, missing or superfluous speaker.
pub struct WrongAnswer<'a> {
    pub article: &'a Article,
    pub segment: CharSpan,
    pub answer: Option<&'a Prediction>,
    pub gold: Option<&'a Relation>,
}

/// Scores all articles. An article without predictions counts as unanswered.
pub fn score<'a>(articles: &'a [Article], predictions: &'a Predictions, names: &GoldNames) -> Scores<'a> {
    let mut scores = Scores::default();
    for article in articles {
        let scorer = Scorer::new(article, predictions.get(&article.name).map_or(&[], Vec::as_slice));
        scorer.score_quoted(names, &mut scores);
        scorer.score_any(&mut scores);
        scorer.score_chars(&mut scores.tally);
    }
    scores
}

/// Scores one article. Contents are sets of characters without white space and quotation marks.
struct Scorer<'a> {
    article: &'a Article,
    predictions: &'a [Prediction],
    predicted_contents: Vec<CharSet>,
    gold_contents: Vec<CharSet>,
}

impl<'a> Scorer<'a> {
    fn new(article: &'a Article, predictions: &'a [Prediction]) -> Self {
        let chars = &article.chars;
        let predicted_contents = predictions.iter().map(|found| chars.solid(&found.content)).collect();
        let gold_contents = article.relations.iter().map(|gold| chars.solid(&gold.content)).collect();
        Scorer { article, predictions, predicted_contents, gold_contents }
    }

    fn score_quoted(&self, names: &GoldNames, scores: &mut Scores<'a>) {
        for segment in segments::quoted(self.article.chars.as_slice()) {
            let chars = self.article.chars.solid(&[segment]);
            if chars.count() == 0 {
                continue;
            }
            let (share, best) = best_cover(&chars, &self.gold_contents, &self.article.relations);
            let gold = best.filter(|_| share >= COVERED);
            let partly = share > UNTOUCHED && share < COVERED;
            if partly || gold.is_some_and(|gold| gold.source.is_empty()) {
                continue;
            }
            let answer = self.answer_for(&chars);
            let right = gold.zip(answer).is_some_and(|(gold, answer)| self.same_source(answer, gold));
            let quoted = &mut scores.tally[Measure::Quoted];
            quoted.gold += usize::from(gold.is_some());
            quoted.predicted += usize::from(answer.is_some());
            quoted.correct += usize::from(right);
            if let Some(gold) = gold {
                self.score_names(names, gold, answer, scores);
            } else if let Some(confidence) = answer.and_then(|answer| answer.speaker_confidence) {
                // Nobody said it.
                scores.calibration_of_speakers.add_answer(confidence, false);
            }
            if let Some(answer) = answer {
                scores.calibration.add_answer(answer.confidence.unwrap_or(1.0), right);
            }
            scores.calibration.add_gold(usize::from(gold.is_some()));
            if !right && (gold.is_some() || answer.is_some()) {
                scores.wrong.push(WrongAnswer { article: self.article, segment, answer, gold });
            }
        }
    }

    /// Among the predictions with a source that cover the segment, the one with the shortest content.
    fn answer_for(&self, segment: &CharSet) -> Option<&'a Prediction> {
        let needed = COVERED * segment.count() as f64;
        let answers = self.predictions.iter().zip(&self.predicted_contents);
        let answers =
            answers.filter(|(found, content)| found.has_source() && segment.shared(content) as f64 >= needed);
        answers.min_by_key(|(_, content)| content.count()).map(|(found, _)| found)
    }

    fn same_source(&self, found: &Prediction, gold: &Relation) -> bool {
        self.article.same_source(gold, found.source, found.speaker())
    }

    fn score_names(
        &self,
        names: &GoldNames,
        gold: &Relation,
        answer: Option<&Prediction>,
        scores: &mut Scores<'a>,
    ) {
        let Some(gold) = names.get(&self.article.name, &gold.source) else { return };
        let Some(full) = gold.full() else { return };
        let named = |accepted: &mut dyn Iterator<Item = &str>| {
            answer.and_then(Prediction::speaker).is_some_and(|speaker| names::is_one_of(speaker, accepted))
        };
        let any = named(&mut once(full).chain(gold.aliases()));
        if let Some(confidence) = answer.and_then(|answer| answer.speaker_confidence) {
            scores.calibration_of_speakers.add_answer(confidence, any);
        }
        scores.calibration_of_speakers.add_gold(1);
        let tally = &mut scores.tally;
        for (measure, correct) in [(Measure::Name, any), (Measure::FullName, named(&mut once(full)))] {
            tally[measure].gold += 1;
            tally[measure].predicted += usize::from(answer.is_some());
            tally[measure].correct += usize::from(correct);
        }
    }

    fn score_any(&self, scores: &mut Scores<'a>) {
        let tally = &mut scores.tally;
        let gold = self.article.relations.iter().filter(|gold| !gold.source.is_empty()).count();
        let predicted = self.predictions.iter().filter(|found| found.has_source()).count();
        for measure in [Measure::ContentLoose, Measure::ContentStrict, Measure::AnyLoose, Measure::AnyStrict]
        {
            tally[measure].gold += gold;
            tally[measure].predicted += predicted;
        }
        let mut is_right = vec![false; self.predictions.len()];
        let mut is_found = vec![false; self.article.relations.len()];
        for (overlap, gold, found) in self.matches() {
            let who = self.same_source(&self.predictions[found], &self.article.relations[gold]);
            (is_right[found], is_found[gold]) = (who, who);
            tally[Measure::ContentLoose].correct += 1;
            tally[Measure::AnyLoose].correct += usize::from(who);
            if overlap >= STRICT {
                tally[Measure::ContentStrict].correct += 1;
                tally[Measure::AnyStrict].correct += usize::from(who);
            }
        }
        self.score_kinds(&is_right, &is_found, &mut scores.by_kind);
        for (found, &is_right) in
            self.predictions.iter().zip(&is_right).filter(|(found, _)| found.has_source())
        {
            scores.calibration_of_any.add_answer(found.confidence.unwrap_or(1.0), is_right);
        }
        scores.calibration_of_any.add_gold(gold);
    }

    fn score_kinds(&self, is_right: &[bool], is_found: &[bool], by_kind: &mut ByKind) {
        let chars = &self.article.chars;
        let quoted = chars.solid(&segments::quoted(chars.as_slice()));
        for ((found, content), &is_right) in
            self.predictions.iter().zip(&self.predicted_contents).zip(is_right)
        {
            if found.has_source() {
                by_kind.add_predicted(Kind::of(content, &quoted), is_right);
            }
        }
        for ((gold, content), &is_found) in
            self.article.relations.iter().zip(&self.gold_contents).zip(is_found)
        {
            if !gold.source.is_empty() {
                by_kind.add_gold(Kind::of(content, &quoted), is_found);
            }
        }
    }

    /// Pairs gold and predicted attributions one to one, by decreasing overlap down to [`LOOSE`].
    ///
    /// Each pair is `(overlap, gold index, predicted index)`.
    fn matches(&self) -> Vec<(f64, usize, usize)> {
        let mut pairs = Vec::new();
        for (i, gold) in self.gold_contents.iter().enumerate() {
            for (j, found) in self.predicted_contents.iter().enumerate() {
                let have_sources =
                    self.predictions[j].has_source() && !self.article.relations[i].source.is_empty();
                let shared = gold.shared(found);
                if have_sources && shared > 0 {
                    pairs.push((2.0 * shared as f64 / (gold.count() + found.count()) as f64, i, j));
                }
            }
        }
        pairs.retain(|&(overlap, ..)| overlap >= LOOSE);
        // The sort is stable: of equal overlaps, the earlier gold and then the earlier prediction is first.
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
        let (mut used_gold, mut used_found) = (HashSet::new(), HashSet::new());
        pairs.retain(|&(_, gold, found)| {
            let free = !used_gold.contains(&gold) && !used_found.contains(&found);
            free && used_gold.insert(gold) && used_found.insert(found)
        });
        pairs
    }

    fn score_chars(&self, tally: &mut Tally) {
        let (gold, found) = (CharSet::union(&self.gold_contents), CharSet::union(&self.predicted_contents));
        let chars = &mut tally[Measure::Chars];
        chars.gold += gold.count();
        chars.predicted += found.count();
        chars.correct += gold.shared(&found);
    }
}
