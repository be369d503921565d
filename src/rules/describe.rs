//! Describes the candidates for a quotation to the model.

use crate::language::{symbol, Classes, Symbol};
use crate::models::buckets::{bucket, yes, GAPS, LENGTHS, REACHES, WORDS};
use crate::models::fields::Field;
use crate::models::linear::{schema, Description};
use crate::reading::{source_type, Cue, CueKind, Form, Reading};
use crate::rules::link::{Candidate, Link};
use crate::rules::setting::Setting;
use crate::text::index::{TokenIdx, UnitIdx, UnitRange};
use crate::tokenizer::{Document, TokenKind};

schema! {
    /// Decides who said a quotation.
    pub(crate) QUOTATION = "quotation":
    [Rule]
    [Rule, Lemma]
    [Lemma, Form]
    [Rule, Cue, Form]
    [Rule, Gap, Between]
    [Rule, Nesting, Cue]
    [Rule, Nesting, Between]
    [Rule, Source]
    [Source, SourceLength]
    [Rule, SourceLength]
    [Rule, Reach]
    [Rule, Before]
    [Rule, After]
    [Rule, Words, Ending]
    [Rule, Shape, Words]
    [Rule, Person, Company]
    [Rule, Story, Company]
    [Rule, Story, Words]
    [Rule, Cue, Gap]
    [Rule, Before, Shape]
    [Rule, Ending, Gap]
}

/// Completes the description of a candidate, given that of the quotation.
pub(super) fn describe(
    setting: &Setting<'_>,
    quotation: UnitIdx,
    candidate: &Candidate,
    description: &mut Description,
) {
    description.set(Field::Rule, Symbol::of(candidate.definition.name.as_bytes()));
    let document = setting.paragraph().document;
    match candidate.link {
        Link::Cued { cue, source, .. } => describe_cued(setting, quotation, cue, source, description),
        Link::Continues { cue: Some(cue), .. } => {
            describe_cue(setting, quotation, cue, description);
            describe_gap(setting, cue.end.min(quotation).to(quotation), description);
            description.set(Field::Story, symbol!("same-sentence"));
        }
        Link::Continues { cue: None, .. } => description.set(Field::Story, setting.history.distance()),
        Link::Sourced { cue, source: words } => {
            description.set(Field::Cue, if cue.is_some() { symbol!("other") } else { Symbol::NONE });
            let is_here = setting.tokens(setting.units()).start <= words.start;
            let story = if is_here { symbol!("sentence-before") } else { symbol!("paragraph-before") };
            description.set(Field::Story, story);
            description.set(Field::SourceLength, bucket(words.len(), LENGTHS));
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
    let is_word = |at: &TokenIdx| matches!(document.kind(*at), Some(TokenKind::Word | TokenKind::Number));
    let words = || tokens.iter().filter(is_word);
    let count = words().count();
    description.set(Field::Words, bucket(count, WORDS));
    description.set(Field::Ending, ending(setting.reading, quotation));
    description.set(Field::Shape, shape(document, words, count));
    description.set(Field::Person, yes(words().any(|at| document.is(at, Classes::FIRST_PERSON))));
    description
}

/// The value of the word or mark before the quotation: the first of these classes that it is of.
const BEFORE: &[(Classes, Symbol)] = &[
    (Classes::THAT, symbol!("that")),
    (Classes::POSSESSIVE, symbol!("possessive")),
    (Classes::DETERMINER, symbol!("determiner")),
    (Classes::AUXILIARY, symbol!("auxiliary")),
    (Classes::OBJECT.or(Classes::PRONOUN), symbol!("object")),
    (Classes::CONJUNCTION, symbol!("conjunction")),
    (Classes::PREPOSITION.or(Classes::SUBORDINATOR), symbol!("preposition")),
    (Classes::ADVERB, symbol!("adverb")),
    (Classes::DOCUMENT, symbol!("paper")),
    (Classes::ROLE, symbol!("role")),
];

/// The same, for classes that count before it is asked whether the unit is a word.
const MARK_BEFORE: &[(Classes, Symbol)] = &[
    (Classes::COMMA, symbol!("comma")),
    (Classes::COLON, symbol!("colon")),
    (Classes::DASH, symbol!("dash")),
    (Classes::OPENING_BRACKET, symbol!("bracket")),
    (Classes::CAPACITY, symbol!("as")),
    (Classes::NAMING, symbol!("naming")),
];

fn before(setting: &Setting<'_>, quotation: UnitIdx) -> Symbol {
    if quotation == setting.start() {
        return symbol!("start");
    }
    let at = quotation - 1;
    if setting.is_quotation(at) {
        return symbol!("quotation");
    }
    if setting.quoting().any(|cue| cue.head == at) {
        return symbol!("cue");
    }
    if setting.other_verbs().any(|verb| verb.head == at) {
        return symbol!("verb");
    }
    let classes = setting.classes(at);
    if setting.is_be(at) {
        return symbol!("be");
    }
    if let Some(value) = first_of(MARK_BEFORE, classes) {
        return value;
    }
    if !setting.is_word(at) {
        return symbol!("other");
    }
    if setting.starts_with_digit(at) {
        return symbol!("number");
    }
    let default = if setting.is_capitalised(at) { symbol!("capital") } else { symbol!("word") };
    first_of(BEFORE, classes).unwrap_or(default)
}

/// The value of the first class of a table that a word is of.
fn first_of(table: &[(Classes, Symbol)], classes: Classes) -> Option<Symbol> {
    table.iter().find(|(class, _)| classes.any(*class)).map(|(_, value)| *value)
}

/// The value of the mark after the quotation: the first of these classes that it is of.
const MARK_AFTER: &[(Classes, Symbol)] = &[
    (Classes::COMMA, symbol!("comma")),
    (Classes::COLON.or(Classes::SEMICOLON), symbol!("colon")),
    (Classes::DASH, symbol!("dash")),
    (Classes::OPENING_BRACKET.or(Classes::CLOSING_BRACKET), symbol!("bracket")),
];

/// The value of the word after it.
const WORD_AFTER: &[(Classes, Symbol)] = &[
    (Classes::PREPOSITION.or(Classes::SUBORDINATOR), symbol!("preposition")),
    (Classes::CONJUNCTION, symbol!("conjunction")),
    (Classes::ANY_VERB.or(Classes::AUXILIARY), symbol!("verb")),
];

fn after(reading: Reading<'_>, quotation: UnitIdx) -> Symbol {
    let at = quotation + 1;
    if at >= reading.end() {
        return symbol!("end");
    }
    if reading.is_quotation(at) {
        return symbol!("quotation");
    }
    let classes = reading.classes(at);
    if classes.any(Classes::STOP) && !classes.any(Classes::ELLIPSIS) {
        return symbol!("stop");
    }
    if let Some(value) = first_of(MARK_AFTER, classes) {
        return value;
    }
    if !reading.is_word(at) {
        return symbol!("other");
    }
    if classes.any(Classes::PRONOUN) {
        return symbol!("pronoun");
    }
    if reading.is_capitalised(at) {
        return symbol!("capital");
    }
    first_of(WORD_AFTER, classes).unwrap_or(symbol!("word"))
}

/// The value of the last mark inside the quotation: the first of these classes that it is of.
const ENDINGS: &[(Classes, Symbol)] = &[
    (Classes::COMMA, symbol!("comma")),
    (Classes::FULL_STOP, symbol!("stop")),
    (Classes::ELLIPSIS, symbol!("dots")),
    (Classes::STOP, symbol!("question")),
    (Classes::DASH, symbol!("dash")),
    (Classes::SEMICOLON.or(Classes::COLON), symbol!("semicolon")),
];

fn ending(reading: Reading<'_>, quotation: UnitIdx) -> Symbol {
    let last = reading.last_quoted(quotation);
    let classes = last.map_or(Classes::NONE, |last| reading.paragraph().document.classes(last));
    let missing = if reading.lacks_comma(quotation) { symbol!("comma") } else { symbol!("none") };
    first_of(ENDINGS, classes).unwrap_or(missing)
}

/// How a quotation is written, by its words.
fn shape<I: Iterator<Item = TokenIdx>>(
    document: &Document<'_>,
    words: impl Fn() -> I,
    count: usize,
) -> Symbol {
    let Some(first) = words().next() else { return symbol!("mixed") };
    let small = Classes::PREPOSITION.or(Classes::DETERMINER).or(Classes::CONJUNCTION);
    let may_be_in_title = |word: TokenIdx| document.is_capitalised(word) || document.is(word, small);
    if document.kind(first) == Some(TokenKind::Number) {
        symbol!("number")
    } else if !document.is_capitalised(first) {
        symbol!("small")
    } else if count > 1 && words().all(|word| document.is_all_capitals(word)) {
        symbol!("capitals")
    } else if count > 1 && words().skip(1).all(may_be_in_title) {
        symbol!("title")
    } else {
        symbol!("capital")
    }
}

fn company(setting: &Setting<'_>) -> Symbol {
    match (setting.company.has_words, setting.company.quotations) {
        (false, 1) => symbol!("alone"),
        (false, _) => symbol!("alone-with-others"),
        (true, _) => symbol!("shared"),
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
    description.set(Field::SourceLength, bucket(source.len(), LENGTHS));
    description.set(Field::Source, source_type(setting.paragraph().document, setting.tokens(source)));
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
    description.set(Field::Reach, bucket(reach, REACHES));
}

fn describe_gap(setting: &Setting<'_>, gap: UnitRange, description: &mut Description) {
    description.set(Field::Gap, bucket(gap.len(), GAPS));
    let holds = |cue: &Cue| gap.contains(cue.head);
    let between = if gap.is_empty() {
        symbol!("nothing")
    } else if gap.iter().any(|at| setting.is_quotation(at)) {
        symbol!("quotation")
    } else if setting.is(gap.start, Classes::THAT) {
        symbol!("that")
    } else if gap.len() == 1 && setting.is_comma(gap.start) {
        symbol!("comma")
    } else if setting.is(gap.end - 1, Classes::COLON) {
        symbol!("colon")
    } else if setting.quoting().any(holds) || setting.other_verbs().any(holds) {
        match has_clause(setting.reading, gap) {
            true => symbol!("clause"),
            false => symbol!("verb"),
        }
    } else {
        symbol!("words")
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
            at if setting.is(at, Classes::COLON) => symbol!("colon"),
            at if setting.is(at, Classes::SPEECH_NOUN) => symbol!("noun"),
            _ => symbol!("other"),
        };
        description.set(Field::Cue, kind);
        return;
    };
    description.set(Field::Cue, kind(setting.reading, cue));
    description.set(Field::Lemma, setting.lemma(cue.head));
    let form = match cue.kind {
        CueKind::Verb(Form::Participle) => symbol!("participle"),
        CueKind::Verb(Form::Infinitive) => symbol!("infinitive"),
        CueKind::Verb(Form::Passive) => symbol!("passive"),
        _ => symbol!("finite"),
    };
    description.set(Field::Form, form);
    description.set(Field::Nesting, nesting(setting.reading, quotation, cue));
}

fn kind(reading: Reading<'_>, cue: &Cue) -> Symbol {
    if reading.is(cue.head, Classes::SPEECH) {
        symbol!("speech")
    } else if reading.is(cue.head, Classes::STANCE) {
        symbol!("stance")
    } else if reading.is_phrasal(cue.head) {
        symbol!("phrasal")
    } else {
        symbol!("verb")
    }
}

/// How many other cues a cue is compared with.
const NEIGHBOURS: usize = 4;

/// How a cue relates to the other cues on its side of the quotation.
fn nesting(reading: Reading<'_>, quotation: UnitIdx, cue: &Cue) -> Symbol {
    let is_before = cue.head < quotation;
    let side = reading.quoting().filter(|other| (other.head < quotation) == is_before);
    if side.clone().all(|other| other.head == cue.head) {
        return symbol!("only");
    }
    let reports = |outer: &Cue, inner: &Cue| reading.reports(outer, inner);
    let is_inner = |other: &&Cue| if is_before { other.head > cue.head } else { other.head < cue.head };
    let inner = side.clone().filter(is_inner);
    let count = inner.clone().count();
    if count == 0 {
        let mut outer = side.rev().filter(|other| other.head < cue.head).take(NEIGHBOURS);
        return match is_before && outer.any(|outer| reports(outer, cue)) {
            true => symbol!("nearest-reported"),
            false => symbol!("nearest"),
        };
    }
    let mut inner = inner;
    match is_before && count <= NEIGHBOURS && inner.all(|inner| reports(cue, inner)) {
        true => symbol!("outer"),
        false => symbol!("far"),
    }
}
