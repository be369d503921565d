//! Attribution: which quotation is linked to which cue and source.
//!
//! Paragraph by paragraph and sentence by sentence: for each quotation the rules propose links, and
//! the model chooses among them.

mod clause;
mod cues;
mod describe;
mod draft;
mod fields;
mod layout;
mod link;
mod model;
mod paragraph;
mod reported;
mod rules;
mod tags;
mod works;

pub(crate) use draft::Draft;
pub(crate) use fields::VALUES;
pub(crate) use model::{Description, Schema};

use crate::lexicon::Tagged;
use crate::quotes::Quotes;
use crate::tokenizer::Range;
use describe::{describe, describe_quotation};
use draft::Drafts;
use fields::QUOTATION;
use layout::lay_out;
use link::{Link, Named};
use model::Weights;
use paragraph::Paragraph;
use rules::Scene;

/// Links the quotations of a text. Linear in its length: a paragraph is read at most twice.
pub(crate) fn attribute(text: &Tagged<'_>, quotes: &Quotes, reported: bool) -> Vec<Draft> {
    let weights = Weights::fitted();
    let mut probabilities = Vec::new();
    walk(text, quotes, reported, |question| question.most_probable(weights, &mut probabilities))
}

/// A quotation of which it is more probable than this that nobody said it has no speaker, nor has one
/// whose most probable source is less probable than that: on the train split of PolNeAR, the answers that
/// are lost so are mostly wrong.
const MOST_DOUBT: f32 = 0.3;
const LEAST_CONFIDENCE: f32 = 0.45;

/// One decision: some answers, of which one is to be chosen.
pub(crate) struct Question<'q> {
    pub schema: &'static Schema,
    /// The tokens of the quotation or of the cue that it is about.
    pub about: Range,
    /// How many there are.
    pub answers: usize,
    pub describe: &'q dyn Fn(usize) -> Description,
    pub named: &'q dyn Fn(usize) -> Named,
}

/// The answer to a question.
pub(crate) struct Verdict {
    pub answer: usize,
    /// How probable it is that its source is the right one, by whatever cue.
    pub confidence: f32,
    /// How probable the first answer is, which mostly is no.
    pub doubt: f32,
}

impl Question<'_> {
    /// The most probable answer.
    fn most_probable(&self, weights: &Weights, probabilities: &mut Vec<f32>) -> Verdict {
        weights.probabilities(self.schema, (0..self.answers).map(self.describe), probabilities);
        let mut best = 0;
        for (at, probability) in probabilities.iter().enumerate() {
            if *probability > probabilities[best] {
                best = at;
            }
        }
        let source = (self.named)(best).source;
        let same = |answer: &usize| match source {
            None => *answer == best,
            Some(_) => (self.named)(*answer).source == source,
        };
        let confidence: f32 = (0..self.answers).filter(same).map(|answer| probabilities[answer]).sum();
        Verdict { answer: best, confidence: confidence.min(1.0), doubt: probabilities[0] }
    }
}

/// Answers questions.
pub(crate) trait Choose: FnMut(&Question<'_>) -> Verdict {}

impl<F: FnMut(&Question<'_>) -> Verdict> Choose for F {}

/// Goes through the sentences of a text, asking.
pub(crate) fn walk(
    text: &Tagged<'_>,
    quotes: &Quotes,
    reported: bool,
    mut choose: impl Choose,
) -> Vec<Draft> {
    let mut drafts = Drafts::new(quotes);
    let mut piece = 0;
    for at in 0..text.document.paragraph_count() {
        let tokens = text.document.paragraph(at);
        let first = piece;
        while quotes.pieces.get(piece).is_some_and(|piece| piece.tokens.start < tokens.end) {
            piece += 1;
        }
        if first == piece && !reported {
            drafts.pass_paragraph(tokens);
            continue;
        }
        let paragraph = lay_out(text, quotes, tokens.clone(), first..piece);
        for sentence in &paragraph.sentences {
            attribute_quotations(&paragraph, sentence, &mut drafts, &mut choose);
            read_cues(&paragraph, sentence, reported, &mut drafts, &mut choose);
            drafts.end_sentence();
        }
        if first == piece {
            drafts.pass_paragraph(tokens);
        } else {
            drafts.end_paragraph(tokens, first..piece);
        }
    }
    drafts.finish()
}

fn attribute_quotations(
    paragraph: &Paragraph<'_, '_>,
    sentence: &Range,
    drafts: &mut Drafts<'_>,
    choose: &mut impl Choose,
) {
    let quoted: Vec<usize> = sentence.clone().filter(|&unit| paragraph.is_quote(unit)).collect();
    if quoted.is_empty() {
        return;
    }
    let cues = cues::cues(paragraph, sentence.clone());
    let verbs = cues::other_verbs(paragraph, sentence.clone());
    for unit in quoted {
        if drafts.continues_quotation(paragraph, unit) || works::is_title(paragraph, unit) {
            continue;
        }
        let scene = Scene { paragraph, sentence, cues: &cues, verbs: &verbs, story: drafts.story() };
        let mut candidates = rules::candidates(&scene, unit);
        let nobody = describe_quotation(&scene, unit);
        let question = Question {
            schema: &QUOTATION,
            about: paragraph.tokens(unit..unit + 1),
            answers: candidates.len() + 1,
            describe: &|answer| match answer.checked_sub(1) {
                None => nobody,
                Some(answer) => describe(&scene, unit, &candidates[answer], nobody),
            },
            named: &|answer| match answer.checked_sub(1) {
                None => Named::default(),
                Some(answer) => named(&scene, &candidates[answer].link),
            },
        };
        let verdict = choose(&question);
        let sure = verdict.doubt <= MOST_DOUBT && verdict.confidence >= LEAST_CONFIDENCE;
        if let Some(chosen) = verdict.answer.checked_sub(1).filter(|_| sure) {
            drafts.add(paragraph, unit, candidates.swap_remove(chosen), verdict.confidence);
        }
    }
}

/// The tokens of cue and source of a link.
fn named(scene: &Scene<'_, '_, '_>, link: &Link) -> Named {
    let tokens = |units: &Range| scene.paragraph.tokens(units.clone());
    match link {
        Link::Cued { cue, source } => {
            Named { cue: Some(tokens(cue)), source: Some(tokens(source)), content: None }
        }
        Link::Sourced { cue, source } => {
            Named { cue: cue.clone(), source: Some(source.clone()), content: None }
        }
        Link::Continues { draft, .. } => scene.story.named(*draft),
    }
}

/// Reads the cues of a sentence: those of quotations, for what else they say, and all others for what
/// they report, where that is asked for.
fn read_cues(
    paragraph: &Paragraph<'_, '_>,
    sentence: &Range,
    reported: bool,
    drafts: &mut Drafts<'_>,
    choose: &mut impl Choose,
) {
    if !reported && !sentence.clone().any(|unit| paragraph.is_quote(unit)) {
        return;
    }
    let cues = reported::possible_cues(paragraph, sentence);
    if cues.is_empty() {
        return;
    }
    let scene = reported::Scene::new(paragraph, sentence, &cues);
    reported::complete(&scene, drafts, choose);
    if reported {
        reported::attribute(&scene, drafts, choose);
    }
}
