//! Reported speech: what a sentence says that somebody says, in whatever words.
//!
//! A few decisions a possible cue, each a choice among few candidates: whether it reports at all, whose
//! words, on which side of it they stand, and where they begin and end.

mod boundaries;
mod content;
mod cue;
mod reporting;
mod scene;
mod source;

use crate::reading::cues::PossibleCue;
pub(crate) use crate::statements::scene::Scene;

use crate::language::Classes;
use crate::models::decider::{Choose, Question};
use crate::models::linear::Description;
use crate::models::schemas;
use crate::models::Named;
use crate::rules::draft::Draft;
use crate::rules::drafts::Drafts;
use crate::rules::Rule;
use crate::statements::cue::describe_group;
use crate::statements::scene::Asking;
use crate::tokenizer::Range;

/// Adds the words around the quotations of a sentence to what their cues report: "that it was “vile”".
pub(crate) fn complete(scene: &Scene<'_, '_, '_>, drafts: &mut Drafts<'_>, choose: &mut impl Choose) {
    let paragraph = scene.paragraph;
    if scene.quotations.is_empty() {
        return;
    }
    let unit_of = |token: usize| paragraph.unit_of(token, scene.sentence.start);
    for cue in scene.cues {
        let about = paragraph.tokens(cue.group.clone());
        let Some(draft) = drafts.of_cue(&about) else { continue };
        let Some(source) = draft.source().filter(|source| paragraph.holds(source)) else { continue };
        let source = unit_of(source.start)..unit_of(source.end);
        let reported = |unit: &usize| paragraph.quoted(*unit).is_some_and(|part| draft.reports(part.start));
        let quoted: Vec<usize> = scene.quotations.iter().copied().filter(reported).collect();
        if !may_say_more(scene, draft.rule, &quoted) {
            continue;
        }
        let mut asking = Asking { about, choose };
        let (content, _) = content::find(scene, cue, Some(&source), &quoted, &mut asking);
        for part in content.into_iter().flatten() {
            draft.add_content(paragraph.tokens(part));
        }
    }
}

/// Whether what a rule links may be more than these quotations: “a disgrace,” in "The roof was “a disgrace,”
/// she said" may, “It leaks,” at the start of its sentence may not.
fn may_say_more(scene: &Scene<'_, '_, '_>, rule: Rule, quoted: &[usize]) -> bool {
    match rule {
        Rule::QuoteSourceCue | Rule::QuoteCueSource => quoted
            .first()
            .is_some_and(|first| *first > scene.sentence.start && scene.paragraph.is_word(first - 1)),
        Rule::Signature => false,
        _ => true,
    }
}

/// Adds what the sentence reports besides its quotations.
pub(crate) fn attribute(scene: &Scene<'_, '_, '_>, drafts: &mut Drafts<'_>, choose: &mut impl Choose) {
    let paragraph = scene.paragraph;
    let first = drafts.len();
    let mut covered = 0;
    for cue in scene.cues {
        let head = paragraph.tokens(cue.head..cue.head + 1);
        let start = head.start;
        if let Some(end) = drafts.covered(head) {
            covered = covered.max(end);
        } else if start >= covered {
            let Some(draft) = report(scene, cue, choose) else { continue };
            if drafts.tell_already(&draft) {
                continue;
            }
            let last = draft.extent().map_or(0, |content| content.end);
            covered = covered.max(last);
            drafts.push(draft);
        }
    }
    drafts.drop_nested(first);
}

/// A cue with the colon or the preposition that links it to its content: "called for", "warned:".
fn with_link(
    scene: &Scene<'_, '_, '_>,
    cue: &PossibleCue,
    source: Option<&Range>,
    content: Option<&Range>,
) -> Range {
    let end = cue.group.end;
    let links = content.is_some_and(|content| content.start == end + 1)
        && source.is_none_or(|source| !source.contains(&end))
        && scene.paragraph.is(end, Classes::COLON.or(Classes::PREPOSITION));
    cue.group.start..end + usize::from(links)
}

fn report(scene: &Scene<'_, '_, '_>, cue: &PossibleCue, choose: &mut impl Choose) -> Option<Draft> {
    let tokens = |units: &Range| scene.paragraph.tokens(units.clone());
    let about = tokens(&cue.group);
    let base = describe_group(scene, cue);
    let does_it = Question {
        schema: schemas::Cue,
        about: about.clone(),
        answers: 2,
        may_be_no: true,
        varies: false,
        base: &base,
        describe: |_: usize, description: &mut Description| cue::describe(scene, cue, description),
        named: |answer: usize| Named { cue: (answer > 0).then(|| about.clone()), ..Named::default() },
    };
    if choose.choose(&does_it) == 0 {
        return None;
    }
    let reports = choose.confidence(&does_it, 1);
    let sources = source::possible(scene, cue);
    let whose = Question {
        schema: schemas::Source,
        about: about.clone(),
        answers: sources.len() + 1,
        may_be_no: true,
        varies: false,
        base: &source::describe_cue(scene, cue, &base),
        describe: |answer: usize, description: &mut Description| {
            source::describe(scene, cue, &sources[answer - 1], description)
        },
        named: |answer: usize| Named {
            cue: Some(about.clone()),
            source: answer.checked_sub(1).map(|answer| tokens(&sources[answer].range)),
            content: None,
        },
    };
    let chosen = choose.choose(&whose);
    let is_source = choose.confidence(&whose, chosen);
    let source = chosen.checked_sub(1).map(|chosen| sources[chosen].range.clone());
    let mut asking = Asking { about: about.clone(), choose };
    let (content, rule) = content::find(scene, cue, source.as_ref(), &[], &mut asking);
    let cue = tokens(&with_link(scene, cue, source.as_ref(), content[1].as_ref()));
    let mut draft = Draft::new(rule, Some(cue), source.as_ref().map(tokens), reports * is_source);
    for part in content.iter().flatten() {
        draft.add_content(tokens(part));
    }
    draft.extent().is_some().then_some(draft)
}
