//! Quotations: for each the rules propose links, and a model chooses among them.

use crate::models::decider::{Choose, Question};
use crate::models::linear::Description;
use crate::models::schemas;
use crate::models::Named;
use crate::reading::paragraph::Paragraph;
use crate::reading::verbs as cues;
use crate::reading::verbs::Cue;
use crate::rules;
use crate::rules::describe::{describe, describe_quotation};
use crate::rules::drafts::Drafts;
use crate::rules::link::{Candidate, Link};
use crate::rules::works;
use crate::rules::{Company, Scene};
use crate::text::lists::refill;
use crate::tokenizer::Range;

/// A quotation of which it is more probable than this that nobody said it has no speaker, nor has one
/// whose most probable source is less probable than that: on the train split of PolNeAR, the answers that
/// are lost so are mostly wrong.
const MOST_DOUBT: f32 = 0.25;
const LEAST_CONFIDENCE: f32 = 0.5;

/// The lists that the quotations of a sentence fill.
#[derive(Default)]
pub(crate) struct Lists {
    cues: Vec<Cue>,
    verbs: Vec<Cue>,
    links: Vec<Link>,
    candidates: Vec<Candidate>,
}

/// Links the quotations of a sentence, given by its number, which stand at the units `quotations`.
pub(crate) fn attribute(
    paragraph: &Paragraph<'_, '_>,
    number: usize,
    quotations: &[usize],
    lists: &mut Lists,
    drafts: &mut Drafts<'_>,
    choose: &mut impl Choose,
) {
    let sentence = &paragraph.sentences[number];
    let Lists { cues, verbs, links, candidates } = lists;
    refill(cues, cues::cues(paragraph, sentence));
    refill(verbs, cues::other_verbs(paragraph, sentence));
    let company = Company::of(paragraph, sentence);
    let according = rules::according_in_sentence(paragraph, sentence);
    for &unit in quotations {
        if drafts.continues_quotation(paragraph, unit) || works::is_title(paragraph, unit) {
            continue;
        }
        let scene = Scene {
            paragraph,
            sentence,
            number,
            cues,
            verbs,
            company,
            according: according.as_ref(),
            story: drafts.story(),
        };
        rules::find(&scene, unit, links, candidates);
        let nobody = describe_quotation(&scene, unit);
        let question = Question {
            schema: schemas::Quotation,
            about: paragraph.tokens(unit..unit + 1),
            answers: candidates.len() + 1,
            may_be_no: false,
            varies: true,
            base: &nobody,
            describe: |answer: usize, description: &mut Description| {
                if let Some(answer) = answer.checked_sub(1) {
                    describe(&scene, unit, &candidates[answer], description);
                }
            },
            named: |answer: usize| match answer.checked_sub(1) {
                None => Named::default(),
                Some(answer) => named(&scene, &candidates[answer].link),
            },
        };
        let answer = choose.choose(&question);
        let Some(chosen) = answer.checked_sub(1).filter(|_| choose.doubt() <= MOST_DOUBT) else { continue };
        let confidence = choose.confidence(&question, answer);
        if confidence >= LEAST_CONFIDENCE {
            drafts.add(paragraph, unit, candidates.swap_remove(chosen), confidence);
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
