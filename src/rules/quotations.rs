//! Attributes the quotations of a sentence: the rules propose links, and a decider chooses among them.

use crate::models::overruled::Overruled;
use crate::models::schemas;
use crate::models::{Decider, Description, Parts, Question, Ruling};
use crate::reading::cues::{self, Cue};
use crate::reading::{paragraph, Paragraph, Reading};
use crate::rules::describe::{describe, describe_quotation};
use crate::rules::drafts::{Drafts, History};
use crate::rules::link::{Candidate, Link};
use crate::rules::setting::{first_source_phrase, Company, Neighbour, Neighbours, Setting};
use crate::rules::titles_of_works::is_title;
use crate::rules::RULES;
use crate::text::index::{SentenceId, UnitIdx, UnitRange};
use crate::words::{Unit, Words};

/// The maximum probability of "no speaker" for a quotation with a speaker. On the train split of PolNeAR, most of
/// the answers that this and the next bound discard are wrong.
pub const MAX_DOUBT: f32 = 0.28;

/// The minimum probability of the source of a quotation.
pub const MIN_CONFIDENCE: f32 = 0.5;

/// The lists that the quotations of a sentence fill.
#[derive(Default)]
pub(crate) struct Lists {
    links: Vec<Link>,
    candidates: Vec<Candidate>,
    previous_cues: Vec<Cue>,
    next_cues: Vec<Cue>,
    earlier_words: Vec<Unit>,
    earlier: paragraph::Lists,
}

/// Links the quotations of a sentence, given by its number, to their sources.
pub(crate) fn attribute(
    reading: Reading<'_>,
    id: SentenceId,
    lists: &mut Lists,
    drafts: &mut Drafts<'_>,
    decider: &mut impl Decider,
) {
    let Lists { links, candidates, previous_cues, next_cues, earlier_words, earlier: of_earlier } = lists;
    let company = Company::of(reading.sentence);
    let source_phrase = first_source_phrase(reading.sentence);
    let is_linked = drafts.is_linked(reading.paragraph(), reading.start());
    let mut words = Words::new(reading.paragraph().document, std::mem::take(earlier_words));
    let earlier = match company.has_words || is_linked {
        true => None,
        false => earlier_paragraph(reading, id, drafts.history(), &mut words, of_earlier),
    };
    let neighbours = match company.has_words {
        true => Neighbours::default(),
        false => neighbours(reading, id, earlier.as_ref(), previous_cues, next_cues),
    };
    for &quotation in reading.quotations {
        if drafts.continues_quotation(reading.paragraph(), quotation) || is_title(reading, quotation) {
            continue;
        }
        let history = drafts.history();
        let setting = Setting { reading, id, company, source_phrase, neighbours, history };
        propose(&setting, quotation, links, candidates);
        if let Some((chosen, confidence)) = choose(&setting, quotation, candidates, decider) {
            drafts.add(reading.paragraph(), quotation, candidates[chosen], confidence);
        }
    }
    of_earlier.empty();
    *earlier_words = words.finish();
}

/// Collects what the rules propose for a quotation, each link once; `links` is room for one rule's proposals.
fn propose(
    setting: &Setting<'_>,
    quotation: UnitIdx,
    links: &mut Vec<Link>,
    candidates: &mut Vec<Candidate>,
) {
    candidates.clear();
    for &(rule, definition) in RULES {
        (definition.propose)(setting, quotation, links);
        for link in links.drain(..) {
            let may_be = match link {
                Link::Cued { source, .. } => setting.may_be_source(source),
                Link::Sourced { .. } | Link::Continues { .. } => true,
            };
            if may_be && !candidates.iter().any(|known| known.link.equals(&link)) {
                candidates.push(Candidate { rule, definition, link });
            }
        }
    }
}

/// The candidate that the decider chooses, with its probability; `None` where no speaker is probable enough.
fn choose(
    setting: &Setting<'_>,
    quotation: UnitIdx,
    candidates: &[Candidate],
    decider: &mut impl Decider,
) -> Option<(usize, f32)> {
    let no_speaker = describe_quotation(setting, quotation);
    let question = Question {
        schema: schemas::Quotation,
        about: setting.tokens(quotation.only()),
        answers: candidates.len() + 1,
        first_is_no: false,
        varies: true,
        base: &no_speaker,
        describe: |answer: usize, description: &mut Description| {
            if let Some(answer) = answer.checked_sub(1) {
                describe(setting, quotation, &candidates[answer], description);
            }
        },
        parts: |answer: usize| match answer.checked_sub(1) {
            None => Parts::default(),
            Some(answer) => parts(setting, &candidates[answer].link),
        },
    };
    let answer = decider.decide(&question);
    let chosen = answer.checked_sub(1)?;
    if decider.doubt() > MAX_DOUBT {
        decider.overrule(|| nobody(Overruled::Doubt, MAX_DOUBT));
        return None;
    }
    let confidence = decider.confidence(&question, answer);
    if confidence < MIN_CONFIDENCE {
        decider.overrule(|| nobody(Overruled::Confidence, MIN_CONFIDENCE));
        return None;
    }
    Some((chosen, confidence))
}

/// The ruling that no speaker is probable enough.
fn nobody(by: Overruled, bound: f32) -> Ruling {
    Ruling { answer: 0, by, bound: Some(bound) }
}

/// The tokens of cue and source of a link.
fn parts(setting: &Setting<'_>, link: &Link) -> Parts {
    let tokens = |units: UnitRange| Some(setting.tokens(units));
    match *link {
        Link::Cued { cue, source, .. } => Parts { cue: tokens(cue), source: tokens(source), content: None },
        Link::Sourced { cue, source } => Parts { cue, source: Some(source), content: None },
        Link::Continues { draft, .. } => setting.history.parts(draft),
    }
}

/// The paragraph before a sentence that begins its own and holds nothing but quotations, read again into these words
/// and lists.
fn earlier_paragraph<'s>(
    reading: Reading<'s>,
    id: SentenceId,
    history: History<'_>,
    words: &'s mut Words<'_, '_>,
    lists: &'s mut paragraph::Lists,
) -> Option<Paragraph<'s>> {
    let before = history.paragraph_before().filter(|_| id == SentenceId::new(0))?;
    words.read(before.tokens);
    let names = reading.names.within(before.tokens);
    names.for_each(|name| words.mark_name(name.with_title()));
    Some(Paragraph::read(words, reading.paragraph().quotes, before.pieces, lists))
}

/// The sentences beside one that holds nothing but quotations, with their cues in these lists.
fn neighbours<'s>(
    reading: Reading<'s>,
    id: SentenceId,
    earlier: Option<&'s Paragraph<'s>>,
    previous_cues: &'s mut Vec<Cue>,
    next_cues: &'s mut Vec<Cue>,
) -> Neighbours<'s> {
    let paragraph = reading.paragraph();
    let find = |sentence, cues: &'s mut Vec<Cue>| {
        cues::find(sentence, cues);
        Neighbour { sentence, cues }
    };
    let before = id.get().checked_sub(1).and_then(|id| paragraph.sentence(SentenceId::new(id)));
    let previous = match (before, earlier) {
        (Some(sentence), _) => Some(find(sentence, previous_cues)),
        (None, Some(earlier)) => earlier.last_sentence().map(|sentence| find(sentence, previous_cues)),
        (None, None) => None,
    };
    let next = paragraph.sentence(SentenceId::new(id.get() + 1));
    let next = next.filter(|next| paragraph.is_quotation(next.start()));
    Neighbours { previous, next: next.map(|next| find(next, next_cues)) }
}
