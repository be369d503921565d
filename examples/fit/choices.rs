//! The choices that the attribution faces in an article, and which answers are right.

use polnear::chars::{byte_offsets, overlap, CharSet};
use polnear::{Article, COVERED, UNTOUCHED};
use whosaid::fitting::{choices, Answer, Choice};

/// A choice with its right answers.
pub struct Problem {
    /// The features of each answer.
    pub answers: Vec<Vec<usize>>,
    /// Never empty: where no source is right, that nobody said it is.
    pub right: Vec<usize>,
    /// Whether by the annotation anybody said it.
    pub is_said: bool,
}

/// The problems of an article; quotations that the annotation covers in part are left out.
pub fn problems(article: &Article) -> Vec<Problem> {
    let judge = Judge::new(article);
    let mut right = Vec::new();
    let choices = choices(&article.text, |choice| {
        let judged = judge.right_answers(choice);
        let answer = judged.as_ref().map_or(0, |(right, _)| right[0]);
        right.push(judged);
        answer
    });
    let judged = choices.into_iter().zip(right);
    judged
        .filter_map(|(choice, judged)| {
            let (right, is_said) = judged?;
            Some(Problem { answers: features(choice), right, is_said })
        })
        .collect()
}

fn features(choice: Choice) -> Vec<Vec<usize>> {
    choice.answers.into_iter().map(|answer| answer.features).collect()
}

struct Judge<'a> {
    article: &'a Article,
    offsets: Vec<usize>,
    contents: Vec<CharSet>,
}

impl<'a> Judge<'a> {
    fn new(article: &'a Article) -> Self {
        let contents = article.relations.iter().map(|gold| article.chars.solid(&gold.content)).collect();
        Judge { article, offsets: byte_offsets(&article.text), contents }
    }

    /// The right answers, never none, and whether by the annotation anybody said it; nothing where the
    /// annotation does not tell.
    fn right_answers(&self, choice: &Choice) -> Option<(Vec<usize>, bool)> {
        let place = |span: whosaid::Span| (self.offsets[span.start()], self.offsets[span.end()]);
        let quoted = self.article.chars.solid(&[place(choice.quotation)]);
        if quoted.count() == 0 {
            return None;
        }
        let (share, gold) = polnear::best_cover(&quoted, &self.contents, &self.article.relations);
        if share > UNTOUCHED && share < COVERED {
            return None;
        }
        let Some(gold) = gold.filter(|_| share >= COVERED) else { return Some((vec![0], false)) };
        if gold.source.is_empty() {
            return None;
        }
        let said_by_source = |answer: &Answer| {
            answer.source.is_some_and(|source| self.article.same_source(gold, Some(place(source)), None))
        };
        let by_cue = |answer: &Answer| {
            answer.cue.is_some_and(|cue| gold.cue.iter().any(|&span| overlap(span, place(cue))))
        };
        let mut right: Vec<usize> =
            (0..choice.answers.len()).filter(|&answer| said_by_source(&choice.answers[answer])).collect();
        // Of two answers with the right source the one with the right cue, where there is one.
        if right.iter().any(|&answer| by_cue(&choice.answers[answer])) {
            right.retain(|&answer| by_cue(&choice.answers[answer]));
        }
        Some((if right.is_empty() { vec![0] } else { right }, true))
    }
}
