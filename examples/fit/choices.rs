//! The choices that the attribution faces in an article, and which answers are right.

use std::collections::HashMap;

use polnear::chars::{byte_offsets, overlap, CharSet, CharSpan};
use polnear::{Article, Relation, COVERED, UNTOUCHED};
use whosaid::fitting::{choices, Answer, Choice};
use whosaid::Span;

/// A choice with its right answers.
pub struct Problem {
    pub model: &'static str,
    /// The features of each answer.
    pub answers: Vec<Vec<usize>>,
    /// Never empty.
    pub right: Vec<usize>,
    /// Whether that nobody said it is right only because no other answer is.
    pub is_unproposed: bool,
}

/// The names of the features seen so far, by their numbers.
#[derive(Default)]
pub struct Features {
    numbers: HashMap<(String, String), usize>,
    names: Vec<(String, String)>,
}

impl Features {
    pub fn len(&self) -> usize {
        self.names.len()
    }

    pub fn name(&self, number: usize) -> &(String, String) {
        &self.names[number]
    }

    fn number(&mut self, name: (String, String)) -> usize {
        if let Some(&number) = self.numbers.get(&name) {
            return number;
        }
        self.names.push(name.clone());
        self.numbers.insert(name, self.names.len() - 1);
        self.names.len() - 1
    }
}

/// The problems of an article; what the annotation leaves open is left out.
pub fn problems(article: &Article, features: &mut Features) -> Vec<Problem> {
    let mut judge = Judge::new(article);
    judge.assign_cues();
    let mut problems = Vec::new();
    choices(&article.text, |choice| {
        let judged = judge.judge(&choice);
        if !judged.is_open {
            let answers = choice.answers.into_iter().map(|answer| answer.features);
            problems.push(Problem {
                model: choice.model,
                answers: answers
                    .map(|names| names.into_iter().map(|name| features.number(name)).collect())
                    .collect(),
                right: judged.right.clone(),
                is_unproposed: judged.is_unproposed,
            });
        }
        judged.right[0]
    });
    problems
}

/// Leaves out the features that fewer answers have than `rarest`.
pub fn drop_rare(problems: &mut [Vec<Problem>], features: usize, rarest: usize) {
    let mut counts = vec![0; features];
    let answers = problems.iter().flatten().flat_map(|problem| problem.answers.iter().flatten());
    answers.for_each(|&feature| counts[feature] += 1);
    for answer in problems.iter_mut().flatten().flat_map(|problem| &mut problem.answers) {
        answer.retain(|&feature| counts[feature] >= rarest);
    }
}

struct Judged {
    /// Never empty.
    right: Vec<usize>,
    is_unproposed: bool,
    /// The annotation does not tell.
    is_open: bool,
}

impl Judged {
    fn sure(right: usize) -> Self {
        Judged { right: vec![right], is_unproposed: false, is_open: false }
    }

    fn open(answer: usize) -> Self {
        Judged { is_open: true, ..Judged::sure(answer) }
    }
}

/// How far from the annotated place an answer may begin or end to count as right, in characters.
const TOLERANCE: usize = 3;

struct Judge<'a> {
    article: &'a Article,
    offsets: Vec<usize>,
    contents: Vec<CharSet>,
    /// The relation of each cue that has one.
    cues: HashMap<CharSpan, usize>,
}

impl<'a> Judge<'a> {
    fn new(article: &'a Article) -> Self {
        let contents = article.relations.iter().map(|gold| article.chars.solid(&gold.content)).collect();
        Judge { article, offsets: byte_offsets(&article.text), contents, cues: HashMap::new() }
    }

    fn place(&self, span: Span) -> CharSpan {
        (self.offsets[span.start()], self.offsets[span.end()])
    }

    /// Gives each relation the possible cue that is most like its annotated one.
    fn assign_cues(&mut self) {
        let mut possible = Vec::new();
        choices(&self.article.text, |choice| {
            if choice.model != "quotation" {
                possible.push(self.place(choice.about));
            }
            match choice.model {
                "quotation" => self.quotation(&choice).right[0],
                _ => 0,
            }
        });
        for (at, relation) in self.article.relations.iter().enumerate() {
            let Some(gold) = whole(&relation.cue) else { continue };
            let like = |&span: &CharSpan| likeness(gold, span);
            let best = possible
                .iter()
                .copied()
                .filter(|span| like(span) > 0.0 && ends_inside(*span, gold))
                .max_by(|a, b| like(a).total_cmp(&like(b)).then(b.cmp(a)));
            if let Some(best) = best {
                self.cues.entry(best).or_insert(at);
            }
        }
    }

    fn judge(&self, choice: &Choice) -> Judged {
        if choice.model == "quotation" {
            return self.quotation(choice);
        }
        let about = self.place(choice.about);
        let relation = self.cues.get(&about).map(|&at| &self.article.relations[at]);
        let Some(gold) = relation else {
            return Judged::sure(0);
        };
        match choice.model {
            "cue" => Judged::sure(1),
            "source" => self.source(choice, gold),
            "frame" => self.frame(choice, about, gold),
            "opening" => self.nearest(
                choice,
                |span| span.0,
                gold.content.iter().find(|span| span.0 >= about.0).map(|span| span.0),
            ),
            "end" => self.nearest(
                choice,
                |span| span.1,
                gold.content.iter().map(|span| span.1).rfind(|end| *end >= about.1),
            ),
            "begin" => self.nearest(choice, |span| span.0, gold.content.first().map(|span| span.0)),
            other => panic!("no annotation tells what is right for the model {other}"),
        }
    }

    fn source(&self, choice: &Choice, gold: &Relation) -> Judged {
        let Some(span) = whole(&gold.source) else { return Judged::sure(0) };
        let like = |answer: &Answer| answer.source.map_or(0.0, |source| likeness(span, self.place(source)));
        let best = choice.answers.iter().map(like).fold(0.0, f64::max);
        if best == 0.0 {
            return Judged::open(0);
        }
        let right = (0..choice.answers.len()).filter(|&at| like(&choice.answers[at]) == best).collect();
        Judged { right, is_unproposed: false, is_open: false }
    }

    /// The answer that lies on the sides of the cue that the annotated content does.
    fn frame(&self, choice: &Choice, cue: CharSpan, gold: &Relation) -> Judged {
        let sides = |spans: &[CharSpan]| {
            (spans.iter().any(|span| span.0 < cue.0), spans.iter().any(|span| span.1 > cue.1))
        };
        let gold = sides(&gold.content);
        let same =
            |answer: &Answer| answer.content.is_some_and(|content| sides(&[self.place(content)]) == gold);
        choice.answers.iter().position(same).map_or(Judged::open(0), Judged::sure)
    }

    /// The answer whose boundary is nearest to that of the annotation.
    fn nearest(&self, choice: &Choice, boundary: impl Fn(CharSpan) -> usize, gold: Option<usize>) -> Judged {
        let Some(gold) = gold else { return Judged::open(0) };
        let distance = |answer: &Answer| {
            answer.content.map_or(usize::MAX, |content| boundary(self.place(content)).abs_diff(gold))
        };
        let best = (0..choice.answers.len()).min_by_key(|&at| distance(&choice.answers[at])).unwrap_or(0);
        if distance(&choice.answers[best]) > TOLERANCE {
            return Judged::open(best);
        }
        Judged::sure(best)
    }

    fn quotation(&self, choice: &Choice) -> Judged {
        let place = |span: Span| self.place(span);
        let quoted = self.article.chars.solid(&[place(choice.about)]);
        if quoted.count() == 0 {
            return Judged::open(0);
        }
        let (share, gold) = polnear::best_cover(&quoted, &self.contents, &self.article.relations);
        if share > UNTOUCHED && share < COVERED {
            return Judged::open(0);
        }
        let Some(gold) = gold.filter(|_| share >= COVERED) else { return Judged::sure(0) };
        if gold.source.is_empty() {
            return Judged::open(0);
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
        if right.is_empty() {
            return Judged { is_unproposed: true, ..Judged::sure(0) };
        }
        Judged { right, is_unproposed: false, is_open: false }
    }
}

fn whole(spans: &[CharSpan]) -> Option<CharSpan> {
    Some((spans.first()?.0, spans.last()?.1))
}

/// The share of two spans that is common to both.
fn likeness(a: CharSpan, b: CharSpan) -> f64 {
    let common = a.1.min(b.1).saturating_sub(a.0.max(b.0));
    common as f64 / (a.1.max(b.1) - a.0.min(b.0)).max(1) as f64
}

/// Whether the last word of a possible cue is one of the annotated cue.
fn ends_inside(span: CharSpan, gold: CharSpan) -> bool {
    gold.0 < span.1 && span.1 <= gold.1 + 1
}
