//! Describes the candidates for a quotation to the model.

use crate::language::Classes;
use crate::models::buckets::{bucket, yes, GAPS, LENGTHS, REACHES, WORDS};
use crate::models::fields::Field;
use crate::models::Description;
use crate::models::{value, Value};
use crate::reading::{source_type, Cue, CueKind, Form, Reading};
use crate::rules::link::{Candidate, Link};
use crate::rules::setting::Setting;
use crate::text::index::{TokenIdx, UnitIdx, UnitRange};
use crate::tokenizer::{Document, TokenKind};

/// Completes the description of a candidate, given that of the quotation.
pub(super) fn describe(
    setting: &Setting<'_>,
    quotation: UnitIdx,
    candidate: &Candidate,
    description: &mut Description,
) {
    description.set_rule(candidate.definition.value(), candidate.definition.prior);
    let document = setting.paragraph().document;
    match candidate.link {
        Link::Cued { cue, source, .. } => describe_cued(setting, quotation, cue, source, description),
        Link::Continues { cue: Some(cue), .. } => {
            describe_cue(setting, quotation, cue, description);
            describe_gap(setting, cue.end.min(quotation).to(quotation), description);
            description.set(Field::Story, value!("same-sentence"));
        }
        Link::Continues { cue: None, .. } => description.set(Field::Story, setting.history.distance()),
        Link::Sourced { cue, source: words } => {
            description.set(Field::Cue, if cue.is_some() { value!("other") } else { Value::NONE });
            let is_here = setting.tokens(setting.units()).start <= words.start;
            let story = if is_here { value!("sentence-before") } else { value!("paragraph-before") };
            description.set(Field::Story, story);
            description.set(Field::SourceLength, bucket(words.len(), &LENGTHS));
            description.set(Field::Source, source_type(document, words));
        }
    }
}

/// The description of the quotation, which is that of the answer that nobody said it.
pub(super) fn describe_quotation(setting: &Setting<'_>, quotation: UnitIdx) -> Description {
    let mut description = Description::NOTHING;
    description.set(Field::Before, before(setting, quotation));
    description.set(Field::After, after(setting.reading, quotation));
    description.set(Field::Company, company(setting));
    let Some(tokens) = setting.quoted(quotation) else { return description };
    let document = setting.paragraph().document;
    let is_word_or_number =
        |at: &TokenIdx| matches!(document.kind(*at), Some(TokenKind::Word | TokenKind::Number));
    let words = || tokens.iter().filter(is_word_or_number);
    let count = words().count();
    description.set(Field::Words, bucket(count, &WORDS));
    description.set(Field::Ending, ending(setting.reading, quotation));
    description.set(Field::Shape, shape(document, words, count));
    description.set(Field::Person, yes(words().any(|at| document.is(at, Classes::FIRST_PERSON))));
    description
}

/// The value of the word or mark before the quotation: the first of these classes that it is of.
const BEFORE: &[(Classes, Value)] = &[
    (Classes::THAT, value!("that")),
    (Classes::POSSESSIVE, value!("possessive")),
    (Classes::DETERMINER, value!("determiner")),
    (Classes::AUXILIARY, value!("auxiliary")),
    (Classes::OBJECT.or(Classes::PRONOUN), value!("object")),
    (Classes::CONJUNCTION, value!("conjunction")),
    (Classes::PREPOSITION.or(Classes::SUBORDINATOR), value!("preposition")),
    (Classes::ADVERB, value!("adverb")),
    (Classes::DOCUMENT, value!("paper")),
    (Classes::ROLE, value!("role")),
];

/// The same, for classes that come first, since not all of their units are words.
const MARK_BEFORE: &[(Classes, Value)] = &[
    (Classes::COMMA, value!("comma")),
    (Classes::COLON, value!("colon")),
    // It opens a signature: other dashes do not.
    (Classes::QUOTATION_DASH, value!("other")),
    (Classes::DASH, value!("dash")),
    (Classes::OPENING_BRACKET, value!("bracket")),
    (Classes::CAPACITY, value!("as")),
    (Classes::NAMING, value!("naming")),
];

fn before(setting: &Setting<'_>, quotation: UnitIdx) -> Value {
    if quotation == setting.start() {
        return value!("start");
    }
    let at = quotation - 1;
    if setting.is_quotation(at) {
        return value!("quotation");
    }
    if setting.quoting().any(|cue| cue.head == at) {
        return value!("cue");
    }
    if setting.other_verbs().any(|verb| verb.head == at) {
        return value!("verb");
    }
    let classes = setting.classes(at);
    if setting.is_be(at) {
        return value!("be");
    }
    if let Some(value) = classes.first_of(MARK_BEFORE) {
        return value;
    }
    if !setting.is_word_or_number(at) {
        return value!("other");
    }
    if setting.starts_with_digit(at) {
        return value!("number");
    }
    let default = if setting.is_capitalised(at) { value!("capital") } else { value!("word") };
    classes.first_of(BEFORE).unwrap_or(default)
}

/// The value of the mark after the quotation: the first of these classes that it is of.
const MARK_AFTER: &[(Classes, Value)] = &[
    (Classes::COMMA, value!("comma")),
    (Classes::COLON.or(Classes::SEMICOLON), value!("colon")),
    // It opens a signature: other dashes do not.
    (Classes::QUOTATION_DASH, value!("other")),
    (Classes::DASH, value!("dash")),
    (Classes::OPENING_BRACKET.or(Classes::CLOSING_BRACKET), value!("bracket")),
];

/// The value of the word after it.
const WORD_AFTER: &[(Classes, Value)] = &[
    (Classes::PREPOSITION.or(Classes::SUBORDINATOR), value!("preposition")),
    (Classes::CONJUNCTION, value!("conjunction")),
    (Classes::ANY_VERB.or(Classes::AUXILIARY), value!("verb")),
];

fn after(reading: Reading<'_>, quotation: UnitIdx) -> Value {
    let at = quotation + 1;
    if at >= reading.end() {
        return value!("end");
    }
    if reading.is_quotation(at) {
        return value!("quotation");
    }
    let classes = reading.classes(at);
    if classes.any(Classes::STOP) && !classes.any(Classes::ELLIPSIS) {
        return value!("stop");
    }
    if let Some(value) = classes.first_of(MARK_AFTER) {
        return value;
    }
    if !reading.is_word_or_number(at) {
        return value!("other");
    }
    if classes.any(Classes::PRONOUN) {
        return value!("pronoun");
    }
    if reading.is_capitalised(at) {
        return value!("capital");
    }
    classes.first_of(WORD_AFTER).unwrap_or(value!("word"))
}

/// The value of the last mark inside the quotation: the first of these classes that it is of.
const ENDINGS: &[(Classes, Value)] = &[
    (Classes::COMMA, value!("comma")),
    (Classes::FULL_STOP, value!("stop")),
    (Classes::ELLIPSIS, value!("dots")),
    (Classes::STOP, value!("question")),
    // It opens a signature: other dashes do not.
    (Classes::QUOTATION_DASH, value!("other")),
    (Classes::DASH, value!("dash")),
    (Classes::SEMICOLON.or(Classes::COLON), value!("semicolon")),
];

fn ending(reading: Reading<'_>, quotation: UnitIdx) -> Value {
    let last = reading.last_quoted(quotation);
    let classes = last.map_or(Classes::NONE, |last| reading.paragraph().document.classes(last));
    let missing = if reading.lacks_comma(quotation) { value!("comma") } else { value!("none") };
    classes.first_of(ENDINGS).unwrap_or(missing)
}

/// How a quotation is written, by its words.
fn shape<I: Iterator<Item = TokenIdx>>(
    document: &Document<'_>,
    words: impl Fn() -> I,
    count: usize,
) -> Value {
    let Some(first) = words().next() else { return value!("mixed") };
    let small = Classes::PREPOSITION.or(Classes::DETERMINER).or(Classes::CONJUNCTION);
    let may_be_in_title = |word: TokenIdx| document.is_capitalised(word) || document.is(word, small);
    if document.kind(first) == Some(TokenKind::Number) {
        value!("number")
    } else if !document.is_capitalised(first) {
        value!("small")
    } else if count > 1 && words().all(|word| document.is_all_capitals(word)) {
        value!("capitals")
    } else if count > 1 && words().skip(1).all(may_be_in_title) {
        value!("title")
    } else {
        value!("capital")
    }
}

fn company(setting: &Setting<'_>) -> Value {
    match (setting.company.has_words, setting.company.quotations) {
        (false, 1) => value!("alone"),
        (false, _) => value!("alone-with-others"),
        (true, _) => value!("shared"),
    }
}

fn describe_cued(
    setting: &Setting<'_>,
    quotation: UnitIdx,
    cue: UnitRange,
    source: UnitRange,
    description: &mut Description,
) {
    describe_cue(setting, quotation, cue, description);
    description.set(Field::SourceLength, bucket(source.len(), &LENGTHS));
    description.set(Field::Source, source_type(setting.paragraph().document, setting.tokens(source)));
    description.set(Field::BeforeSource, setting.value(source.start.before()));
    let near = match source.end <= quotation {
        true => source.end.max(cue.end.min(quotation)),
        false => source.start.min(cue.start),
    };
    let gap = match cue.end <= quotation {
        true => cue.end.to(quotation),
        false => (quotation + 1).to(near),
    };
    describe_gap(setting, gap, description);
    let reach = if source.end <= cue.start { cue.start - source.end } else { source.start - cue.end };
    description.set(Field::Reach, bucket(reach, &REACHES));
}

fn describe_gap(setting: &Setting<'_>, gap: UnitRange, description: &mut Description) {
    description.set(Field::Gap, bucket(gap.len(), &GAPS));
    let holds = |cue: &Cue| gap.contains(cue.head);
    let between = if gap.is_empty() {
        value!("nothing")
    } else if gap.iter().any(|at| setting.is_quotation(at)) {
        value!("quotation")
    } else if setting.is(gap.start, Classes::THAT) {
        value!("that")
    } else if gap.len() == 1 && setting.is_comma(gap.start) {
        value!("comma")
    } else if setting.is(gap.end - 1, Classes::COLON) {
        value!("colon")
    } else if setting.quoting().any(holds) || setting.other_verbs().any(holds) {
        match has_clause(setting.reading, gap) {
            true => value!("clause"),
            false => value!("verb"),
        }
    } else {
        value!("words")
    };
    description.set(Field::Between, between);
}

/// Whether another clause begins in a gap: ", and China called it".
fn has_clause(reading: Reading<'_>, gap: UnitRange) -> bool {
    let opener = Classes::CONJUNCTION.or(Classes::CLAUSE_OPENER);
    gap.iter().skip(1).any(|at| {
        reading.is(at, opener)
            && reading.is_comma(at - 1)
            && reading.paragraph().has_verb((at + 1).to(gap.end))
            && !reading.is_finite(at + 1)
    })
}

fn describe_cue(setting: &Setting<'_>, quotation: UnitIdx, group: UnitRange, description: &mut Description) {
    let starts_here = |cue: &&Cue| cue.group.start == group.start;
    let cue = setting.quoting().find(starts_here).or_else(|| setting.other_verbs().find(starts_here));
    let Some(cue) = cue else {
        let kind = match group.start {
            at if setting.is(at, Classes::COLON) => value!("colon"),
            at if setting.is(at, Classes::SPEECH_NOUN) => value!("noun"),
            _ => value!("other"),
        };
        description.set(Field::Cue, kind);
        return;
    };
    description.set(Field::Cue, kind(setting.reading, cue));
    description.set(Field::Lemma, setting.lemma(cue.head));
    let form = match cue.kind {
        CueKind::Verb(Form::Participle) => value!("participle"),
        CueKind::Verb(Form::Infinitive) => value!("infinitive"),
        CueKind::Verb(Form::Passive) => value!("passive"),
        _ => value!("finite"),
    };
    description.set(Field::Form, form);
    description.set(Field::Nesting, nesting(setting.reading, quotation, cue));
    description.set(Field::Inner, inner(setting.reading, quotation, cue));
    description.set(Field::Next, setting.value(Some(cue.group.end)));
}

/// The next cue or other verb from a cue towards the quotation, compared with it: "said" for "rose" in "Ann Wu rose and said:
/// “Q”".
fn inner(reading: Reading<'_>, quotation: UnitIdx, cue: &Cue) -> Value {
    let may_link = |other: &&Cue| other.introduces_quotations || other.is_other_verb;
    let next = match cue.head < quotation {
        true => reading.cues.iter().find(|other| other.head > cue.head && may_link(other)),
        false => reading.cues.iter().rev().find(|other| other.head < cue.head && may_link(other)),
    };
    let is_between = |other: &&Cue| (other.head < quotation) == (cue.head < quotation);
    let Some(next) = next.filter(is_between) else { return value!("end") };
    if next.form() == Some(Form::Participle) {
        return value!("participle");
    }
    let has_same_source = reading.subject(next) == reading.subject(cue);
    match (next.introduces_quotations, has_same_source) {
        (true, true) => value!("speech-same"),
        (true, false) => value!("speech-other"),
        (false, true) => value!("verb-same"),
        (false, false) => value!("verb-other"),
    }
}

fn kind(reading: Reading<'_>, cue: &Cue) -> Value {
    if reading.is(cue.head, Classes::SPEECH) {
        value!("speech")
    } else if reading.is(cue.head, Classes::STANCE) {
        value!("stance")
    } else if reading.is_phrasal(cue.head) {
        value!("phrasal")
    } else {
        value!("verb")
    }
}

/// How many other cues a cue is compared with.
const NEIGHBOURS: usize = 4;

/// How a cue relates to the other cues on its side of the quotation.
fn nesting(reading: Reading<'_>, quotation: UnitIdx, cue: &Cue) -> Value {
    let is_before = cue.head < quotation;
    let side = reading.quoting().filter(|other| (other.head < quotation) == is_before);
    if side.clone().all(|other| other.head == cue.head) {
        return value!("only");
    }
    let reports = |outer: &Cue, inner: &Cue| reading.reports(outer, inner);
    let is_inner = |other: &&Cue| if is_before { other.head > cue.head } else { other.head < cue.head };
    let inner = side.clone().filter(is_inner);
    let count = inner.clone().count();
    if count == 0 {
        let mut outer = side.rev().filter(|other| other.head < cue.head).take(NEIGHBOURS);
        return match is_before && outer.any(|outer| reports(outer, cue)) {
            true => value!("nearest-reported"),
            false => value!("nearest"),
        };
    }
    let mut inner = inner;
    match is_before && count <= NEIGHBOURS && inner.all(|inner| reports(cue, inner)) {
        true => value!("outer"),
        false => value!("far"),
    }
}
