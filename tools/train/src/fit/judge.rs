//! Decides by the annotations which answers to a choice are right.

use std::collections::HashMap;

use whosaid::quotes::quote_spans;
use whosaid::training::{choices, Answer, Choice, Feature, Target};
use whosaid::{Genre, Marks, Span};

use crate::polnear::chars::{byte_offsets, hull, overlap, CharSet, CharSpan};
use crate::polnear::{best_cover, Article, Marked, Relation, COVERED, UNTOUCHED};

/// The maximum distance of a right boundary from the annotated one, in characters.
const TOLERANCE: usize = 3;

/// The feature that says whether a cue is within other content.
const NESTED: &str = "Nested Kind";

/// The right answers to a choice.
pub struct Judgement {
    /// The indices of the right answers. Never empty: if the choice is not decided, the index of the answer
    /// to go on with.
    pub right: Vec<usize>,
    /// Whether "no source" is right only because no other answer is.
    pub is_unproposed: bool,
    /// Whether the annotations decide the choice.
    pub is_decided: bool,
}

impl Judgement {
    fn any_of(right: Vec<usize>) -> Self {
        Judgement { right, is_unproposed: false, is_decided: true }
    }

    fn only(right: usize) -> Self {
        Judgement::any_of(vec![right])
    }

    fn undecided(answer: usize) -> Self {
        Judgement { is_decided: false, ..Judgement::only(answer) }
    }
}

/// Judges the choices in one article.
pub struct Judge<'a> {
    article: &'a Article,
    /// The character offset of each byte of the text.
    offsets: Vec<usize>,
    /// The characters of each relation's content.
    contents: Vec<CharSet>,
    /// The quotations without a parent.
    quoted: Vec<CharSpan>,
    /// The relation of each possible cue that is an annotated cue.
    cues: HashMap<CharSpan, &'a Relation>,
}

impl<'a> Judge<'a> {
    pub fn new(article: &'a Article) -> Self {
        let contents = article.relations.iter().map(|gold| article.chars.solid(&gold.content)).collect();
        let offsets = byte_offsets(&article.text);
        let quotes = quote_spans(&article.text, Marks::ALL);
        let outermost = quotes.iter().filter(|quote| quote.parent.is_none());
        let quoted =
            outermost.map(|quote| (offsets[quote.span.start()], offsets[quote.span.end()])).collect();
        let mut judge = Judge { article, offsets, contents, quoted, cues: HashMap::new() };
        judge.assign_cues();
        judge
    }

    pub fn judge(&self, choice: &Choice) -> Judgement {
        let about = self.chars(choice.about);
        match (choice.decides, self.cues.get(&about)) {
            _ if self.is_unmarked(choice, about) => Judgement::undecided(0),
            (Target::Link, _) => self.quotation(choice),
            // News has no turns of dialogue, and names are annotated apart.
            (Target::Speaker | Target::Meaning, _) => Judgement::undecided(0),
            // The word is no annotated cue.
            (_, None) => Judgement::only(0),
            (Target::Cue, Some(_)) => Judgement::only(1),
            (Target::Source, Some(gold)) => self.source(choice, gold),
            (Target::Sides, Some(gold)) => self.sides(choice, about, gold),
            (Target::StartAfterCue, Some(gold)) => {
                let start = gold.content.iter().map(|span| span.0).find(|start| *start >= about.0);
                self.nearest(choice, |span| span.0, start)
            }
            (Target::EndAfterCue, Some(gold)) => {
                let end = gold.content.iter().map(|span| span.1).rfind(|end| *end >= about.1);
                self.nearest(choice, |span| span.1, end)
            }
            (Target::StartBeforeCue, Some(gold)) => {
                self.nearest(choice, |span| span.0, gold.content.first().map(|span| span.0))
            }
            (_, Some(_)) => Judgement::undecided(0),
        }
    }

    /// Whether a question is about a quotation within another one or about a cue within other content, where the
    /// annotators marked nothing.
    fn is_unmarked(&self, choice: &Choice, about: CharSpan) -> bool {
        let is_within = |quoted: &CharSpan| quoted.0 < about.0 && about.1 < quoted.1;
        let says_so = |feature: &Feature| feature.fields == NESTED && feature.values.starts_with("yes");
        let is_nested = match choice.decides {
            Target::Link => self.quoted.iter().any(is_within),
            Target::Cue => choice.answers.iter().flat_map(|answer| &answer.features).any(says_so),
            _ => false,
        };
        self.article.marked == Marked::Attributions && is_nested
    }

    fn chars(&self, span: Span) -> CharSpan {
        (self.offsets[span.start()], self.offsets[span.end()])
    }

    /// Assigns to each relation the possible cue that is most similar to its annotated cue.
    fn assign_cues(&mut self) {
        let mut possible = Vec::new();
        // Which cues are possible depends on the answers about quotations.
        choices(&self.article.text, Genre::News, |choice| {
            if choice.decides == Target::Link {
                return self.quotation(&choice).right[0];
            }
            possible.push(self.chars(choice.about));
            0
        });
        for relation in &self.article.relations {
            let Some(gold) = hull(&relation.cue) else { continue };
            let similarity = |&span: &CharSpan| similarity(gold, span);
            let best = possible
                .iter()
                .copied()
                .filter(|span| similarity(span) > 0.0 && ends_inside(*span, gold))
                .max_by(|a, b| similarity(a).total_cmp(&similarity(b)).then(b.cmp(a)));
            if let Some(best) = best {
                self.cues.entry(best).or_insert(relation);
            }
        }
    }

    fn quotation(&self, choice: &Choice) -> Judgement {
        let quoted = self.article.chars.solid(&[self.chars(choice.about)]);
        if quoted.count() == 0 {
            return Judgement::undecided(0);
        }
        let (share, gold) = best_cover(&quoted, &self.contents, &self.article.relations);
        if share > UNTOUCHED && share < COVERED {
            return Judgement::undecided(0);
        }
        let Some(gold) = gold.filter(|_| share >= COVERED) else { return Judgement::only(0) };
        if gold.source.is_empty() {
            return Judgement::undecided(0);
        }
        let has_source = |answer: &Answer| {
            answer.source.is_some_and(|source| self.article.same_source(gold, Some(self.chars(source)), None))
        };
        let has_cue = |answer: &Answer| {
            answer.cue.is_some_and(|cue| gold.cue.iter().any(|&span| overlap(span, self.chars(cue))))
        };
        let mut right = indices(choice, has_source);
        // If any answer has the right source and the right cue, the right source alone is not enough.
        if right.iter().any(|&answer| has_cue(&choice.answers[answer])) {
            right.retain(|&answer| has_cue(&choice.answers[answer]));
        }
        if right.is_empty() {
            return Judgement { is_unproposed: true, ..Judgement::only(0) };
        }
        Judgement::any_of(right)
    }

    /// The answers with the source that is most similar to the annotated one.
    fn source(&self, choice: &Choice, gold: &Relation) -> Judgement {
        let Some(span) = hull(&gold.source) else { return Judgement::only(0) };
        let similarity =
            |answer: &Answer| answer.source.map_or(0.0, |source| similarity(span, self.chars(source)));
        let best = choice.answers.iter().map(similarity).fold(0.0, f64::max);
        if best == 0.0 {
            return Judgement::undecided(0);
        }
        Judgement::any_of(indices(choice, |answer| similarity(answer) == best))
    }

    /// The answer with content on the same sides of the cue as the annotated content.
    fn sides(&self, choice: &Choice, cue: CharSpan, gold: &Relation) -> Judgement {
        let sides = |spans: &[CharSpan]| {
            (spans.iter().any(|span| span.0 < cue.0), spans.iter().any(|span| span.1 > cue.1))
        };
        let gold = sides(&gold.content);
        let same =
            |answer: &Answer| answer.content.is_some_and(|content| sides(&[self.chars(content)]) == gold);
        choice.answers.iter().position(same).map_or(Judgement::undecided(0), Judgement::only)
    }

    /// The answer with the boundary that is nearest to the annotated one, if it is within [`TOLERANCE`].
    fn nearest(
        &self,
        choice: &Choice,
        boundary: impl Fn(CharSpan) -> usize,
        gold: Option<usize>,
    ) -> Judgement {
        let Some(gold) = gold else { return Judgement::undecided(0) };
        let distance = |answer: &Answer| {
            answer.content.map_or(usize::MAX, |content| boundary(self.chars(content)).abs_diff(gold))
        };
        let best = (0..choice.answers.len()).min_by_key(|&at| distance(&choice.answers[at])).unwrap_or(0);
        if distance(&choice.answers[best]) > TOLERANCE {
            return Judgement::undecided(best);
        }
        Judgement::only(best)
    }
}

/// The indices of the answers that satisfy a condition.
fn indices(choice: &Choice, condition: impl Fn(&Answer) -> bool) -> Vec<usize> {
    (0..choice.answers.len()).filter(|&at| condition(&choice.answers[at])).collect()
}

/// The length of the intersection of two spans divided by that of their hull.
fn similarity(a: CharSpan, b: CharSpan) -> f64 {
    let common = a.1.min(b.1).saturating_sub(a.0.max(b.0));
    common as f64 / (a.1.max(b.1) - a.0.min(b.0)).max(1) as f64
}

/// Whether the end of a possible cue is inside the annotated cue, or one character after it.
fn ends_inside(span: CharSpan, gold: CharSpan) -> bool {
    gold.0 < span.1 && span.1 <= gold.1 + 1
}
