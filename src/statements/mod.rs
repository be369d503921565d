//! Statements: what a sentence reports without quotation marks, or around them.
//!
//! A few decisions for each cue, each among few candidates: whether it reports anything, who is the source, on
//! which side of the cue the content is, and where it begins and ends. Imports rules and everything below.

mod boundaries;
mod complement;
mod content;
mod cue;
mod register;
mod reporting;
mod source;

use std::collections::{HashSet, VecDeque};

use crate::language::Classes;
use crate::models::overruled::Overruled;
use crate::models::{schemas, Decider, Description, Parts, Question, Ruling};
use crate::reading::{cues, Cue, CueKind, Reading};
use crate::rules::{Draft, Drafts, Rule};
use crate::text::index::{TokenIdx, TokenRange, UnitIdx, UnitRange};
use cue::describe_group;
pub(crate) use register::{of_narrative, register, SPOKEN};

/// A cue, and the decider that answers the questions about it.
struct Asking<'c, D> {
    about: TokenRange,
    decider: &'c mut D,
}

/// How deep statements within statements are looked for: "Ann said that Bo thought that Cy knew that it rained" has three.
const MAX_DEPTH: usize = 4;

/// Adds the words around the quotations of a sentence to the content of their cues: "that it was “vile”".
pub(crate) fn complete(reading: Reading<'_>, drafts: &mut Drafts<'_>, decider: &mut impl Decider) {
    if reading.quotations.is_empty() {
        return;
    }
    let unit_of = |token: TokenIdx| reading.unit_of(token, reading.start());
    for cue in reading.reporting() {
        let about = reading.tokens(cue.group);
        let Some(draft) = drafts.linked_by_cue(about) else { continue };
        let Some(words) = draft.words().filter(|words| reading.covers(*words)) else { continue };
        let source = unit_of(words.start).to(unit_of(words.end));
        let is_reported =
            |at: &UnitIdx| reading.quoted(*at).is_some_and(|tokens| draft.reports(tokens.start));
        let quoted: Vec<UnitIdx> = reading.quotations.iter().copied().filter(is_reported).collect();
        // "She was like, “No!”" reports nothing but the quotation.
        let is_quotative = reading.is(cue.head, Classes::QUOTATIVE) && !reading.is(cue.head, Classes::SPEECH);
        if is_quotative || !may_report_more(reading, draft.rule, &quoted) {
            continue;
        }
        let mut asking = Asking { about, decider };
        let (content, _) = content::find(reading, cue, Some(source), &quoted, &mut asking);
        for part in content.into_iter().flatten() {
            draft.add_content(reading.tokens(part));
        }
    }
}

/// Whether the content of a link may be more than its quotations: it may with “a disgrace,” in "The roof was “a
/// disgrace,” she said", not with “It leaks,” at the start of its sentence.
fn may_report_more(reading: Reading<'_>, rule: Rule, quoted: &[UnitIdx]) -> bool {
    match rule {
        Rule::QuoteSourceCue | Rule::QuoteCueSource => quoted
            .first()
            .is_some_and(|first| *first > reading.start() && reading.is_word_or_number(*first - 1)),
        Rule::Signature => false,
        _ => true,
    }
}

/// Adds the statements that the sentence reports besides its quotations; those within the content of another one only
/// if `nested` asks for them.
pub(crate) fn attribute(
    reading: Reading<'_>,
    drafts: &mut Drafts<'_>,
    nested: bool,
    decider: &mut impl Decider,
) {
    let first = drafts.len();
    let mut covered = TokenIdx::START;
    let closing = closing_phrase(reading);
    for cue in reading.reporting() {
        let head = reading.tokens(cue.head.only());
        // "They had expected a loss, according to Ann Wu": all of it is hers.
        let is_part = closing.is_some_and(|closing| cue.head < closing);
        if is_part && !reading.is(cue.head, Classes::SPEECH) {
            continue;
        }
        if let Some(end) = drafts.covered_until(head) {
            covered = covered.max(end);
        } else if head.start >= covered {
            let Some(draft) = report(reading, cue, decider) else { continue };
            if drafts.report_all_of(&draft) {
                continue;
            }
            covered = covered.max(draft.extent().map_or(TokenIdx::START, |extent| extent.end));
            drafts.push(draft);
        }
    }
    drafts.drop_nested(first);
    if nested {
        attribute_within(reading, drafts, first, decider);
    }
}

/// Adds the statements within the contents of the sentence, each read as if it were a sentence of its own. Number `first`
/// is that of the sentence's first statement. Linear in the length of the sentence.
fn attribute_within(reading: Reading<'_>, drafts: &mut Drafts<'_>, first: usize, decider: &mut impl Decider) {
    let unit_of = |token: TokenIdx| reading.unit_of(token, reading.start());
    let mut heads: HashSet<TokenIdx> = drafts.cues_of_sentence(first).flat_map(TokenRange::iter).collect();
    let mut contents: VecDeque<_> = drafts.contents_of_sentence(first).map(|content| (content, 1)).collect();
    let mut cues = Vec::new();
    while let Some((content, depth)) = contents.pop_front() {
        if !reading.covers(content) {
            continue;
        }
        let start = unit_of(content.start);
        let start = start + usize::from(reading.is(start, Classes::THAT));
        let sentence = reading.part(start.to(unit_of(content.end).max(start)));
        cues::find(sentence, &mut cues);
        let within = reading.within(sentence, &cues);
        let mut covered = TokenIdx::START;
        for cue in within.reporting() {
            let head = within.tokens(cue.head.only()).start;
            if head < covered || !heads.insert(head) {
                continue;
            }
            let Some(draft) = report(within, cue, decider) else { continue };
            covered = covered.max(draft.extent().map_or(TokenIdx::START, |extent| extent.end));
            if depth < MAX_DEPTH {
                contents.extend(draft.content().iter().map(|part| (*part, depth + 1)));
            }
            drafts.push(draft);
        }
    }
}

/// The phrase that names the source of a whole sentence at its end: ", according to Ann Wu".
fn closing_phrase(reading: Reading<'_>) -> Option<UnitIdx> {
    let last = reading.reporting().rev().find(|cue| cue.kind == CueKind::SourcePhrase)?;
    let source = reading.inverted_subject(last.group.end)?;
    let follows_comma = last.group.start.before().is_some_and(|before| reading.is_comma(before));
    (follows_comma && source.end + 1 >= reading.end()).then_some(last.head)
}

/// The draft of a cue, if the decider says that it reports something.
fn report(reading: Reading<'_>, cue: &Cue, decider: &mut impl Decider) -> Option<Draft> {
    if complement::is_advice(reading, cue) {
        return None;
    }
    let about = reading.tokens(cue.group);
    let base = describe_group(reading, cue);
    let is_cue = probability_of_cue(reading, cue, about, &base, decider)?;
    let (source, is_source) = choose_source(reading, cue, about, &base, decider);
    let mut asking = Asking { about, decider };
    let (content, rule) = content::find(reading, cue, source, &[], &mut asking);
    if content.into_iter().flatten().all(|part| says_nothing(reading, part)) {
        return None;
    }
    let linked = reading.tokens(with_link(reading, cue, source, content[1]));
    let words = source.map(|source| reading.tokens(source));
    let mut draft = Draft::new(rule, Some(linked), words, is_cue * is_source);
    for part in content.into_iter().flatten() {
        draft.add_content(reading.tokens(part));
    }
    draft.extent().is_some().then_some(draft)
}

/// Whether a part of a content is nothing but whom somebody speaks to, or a word for what was said before: "told him", "think
/// so?", "hope not".
fn says_nothing(reading: Reading<'_>, part: UnitRange) -> bool {
    let words = || part.iter().filter(|&at| reading.is_word_or_number(at));
    let stands_for_clause = Classes::NEGATION.or(Classes::CONJUNCTION);
    let is_adverb = |at: UnitIdx| reading.is(at, Classes::ADVERB) && reading.is(at, stands_for_clause);
    words().count() == 1 && words().all(|at| reading.is(at, Classes::OBJECT) || is_adverb(at))
}

/// The probability that a cue reports something; `None` where it probably does not.
fn probability_of_cue(
    reading: Reading<'_>,
    cue: &Cue,
    about: TokenRange,
    base: &Description,
    decider: &mut impl Decider,
) -> Option<f32> {
    let question = Question {
        schema: schemas::Cue,
        about,
        answers: 2,
        first_is_no: true,
        varies: false,
        base,
        describe: |_: usize, description: &mut Description| cue::describe(reading, cue, description),
        parts: |answer: usize| Parts { cue: (answer > 0).then_some(about), ..Parts::default() },
    };
    let answer = decider.decide(&question);
    if decider.is_far_below(1, register::FAR_BELOW) {
        return None;
    }
    let probability = decider.confidence(&question, 1);
    if answer == 0 && probability < register::LEAST {
        return None;
    }
    let is_plain = complement::is_definition(reading, cue)
        || complement::is_idiom(reading, cue)
        || complement::is_plain_passive(reading, cue)
        || complement::has_no_content(reading, cue)
        || complement::only_introduces(reading, cue)
        || complement::is_heading(reading, cue)
        || complement::is_asked(reading, cue)
        || complement::promises_by_itself(reading, cue)
        || complement::is_plain_object(reading, cue);
    // Only the annotators are certain.
    let least = match is_plain {
        true => 1.0,
        false => register::least_probability(
            reading.register,
            complement::is_question(reading, cue),
            beside_quotation(reading, cue),
        ),
    };
    let reports = probability >= least;
    if reports != (answer == 1) {
        let (by, bound) = match is_plain {
            true => (Overruled::Construction, None),
            false => (Overruled::Register, Some(least)),
        };
        decider.overrule(|| Ruling { answer: usize::from(reports), by, bound });
    }
    reports.then_some(probability)
}

/// Whether a quotation is in the sentence of a cue: of a verb of speech in news.
fn beside_quotation(reading: Reading<'_>, cue: &Cue) -> bool {
    let elsewhere = register::is_elsewhere(reading.register);
    !reading.quotations.is_empty() && (elsewhere || reading.is(cue.head, Classes::SPEECH) && cue.is_finite())
}

/// The source of a cue, if it has one, and the probability that it is the right one.
fn choose_source(
    reading: Reading<'_>,
    cue: &Cue,
    about: TokenRange,
    base: &Description,
    decider: &mut impl Decider,
) -> (Option<UnitRange>, f32) {
    let sources = source::possible(reading, cue);
    let question = Question {
        schema: schemas::Source,
        about,
        answers: sources.len() + 1,
        first_is_no: true,
        varies: false,
        base: &source::describe_cue(reading, cue, base),
        describe: |answer: usize, description: &mut Description| {
            source::describe(reading, cue, &sources[answer - 1], description);
        },
        parts: |answer: usize| Parts {
            cue: Some(about),
            source: answer.checked_sub(1).map(|answer| reading.tokens(sources[answer].range)),
            content: None,
        },
    };
    let answer = decider.decide(&question);
    let confidence = decider.confidence(&question, answer);
    (answer.checked_sub(1).map(|answer| sources[answer].range), confidence)
}

/// A cue with the colon or the preposition that links it to its content: "called for", "warned:".
fn with_link(
    reading: Reading<'_>,
    cue: &Cue,
    source: Option<UnitRange>,
    content: Option<UnitRange>,
) -> UnitRange {
    let end = cue.group.end;
    let links = content.is_some_and(|content| content.start == end + 1)
        && source.is_none_or(|source| !source.contains(end))
        && reading.is(end, Classes::COLON.or(Classes::PREPOSITION));
    cue.group.start.to(end + usize::from(links))
}
