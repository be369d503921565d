//! Describes the candidates for a quotation to the model.

use crate::language::Classes;
use crate::models::buckets::{bucket, yes, GAPS, LENGTHS, REACHES, WORDS};
use crate::models::fields::Field;
use crate::models::linear::Description;
use crate::models::{value, Value};
use crate::reading::clause;
use crate::reading::paragraph::Paragraph;
use crate::reading::sources::source_type;
use crate::reading::verbs as cues;
use crate::reading::verbs::{Cue, Form};
use crate::rules::link::{Candidate, Link};
use crate::rules::Rule;
use crate::rules::Scene;
use crate::tokenizer::{Range, TokenKind};

/// The name of a rule among the values; the same as in the records.
const fn rule_symbol(rule: Rule) -> Value {
    match rule {
        Rule::QuoteSourceCue => value!("quote-source-cue"),
        Rule::QuoteCueSource => value!("quote-cue-source"),
        Rule::AccordingTo => value!("according-to"),
        Rule::SourceCueQuote => value!("source-cue-quote"),
        Rule::CueSourceQuote => value!("cue-source-quote"),
        Rule::ClauseSourceCue => value!("clause-source-cue"),
        Rule::PossessorNounQuote => value!("possessor-noun-quote"),
        Rule::SourceVerbQuote => value!("source-verb-quote"),
        Rule::SourceColonQuote => value!("source-colon-quote"),
        Rule::Signature => value!("signature"),
        Rule::Continuation => value!("continuation"),
        Rule::Anticipation => value!("anticipation"),
        Rule::Introduction => value!("introduction"),
        Rule::SourceCueClause | Rule::ClauseAroundCue => Value::NONE,
    }
}

/// Completes the description of a candidate for the quotation at a unit, given that of the quotation.
pub(crate) fn describe(
    scene: &Scene<'_, '_, '_>,
    quote: usize,
    candidate: &Candidate,
    description: &mut Description,
) {
    description.set(Field::Rule, rule_symbol(candidate.rule));
    describe_link(scene, quote, &candidate.link, description);
}

/// The description of the quotation at a unit, and of the answer that nobody said it.
pub(crate) fn describe_quotation(scene: &Scene<'_, '_, '_>, quote: usize) -> Description {
    let mut description = Description::NOTHING;
    let paragraph = scene.paragraph;
    description.set(Field::Before, before(scene, quote));
    description.set(Field::After, after(paragraph, scene.sentence, quote));
    description.set(Field::Company, company(scene));
    let Some(tokens) = paragraph.quoted(quote) else { return description };
    let text = paragraph.text;
    let words =
        || tokens.clone().filter(|&at| matches!(text.kind(at), Some(TokenKind::Word | TokenKind::Number)));
    let count = words().count();
    description.set(Field::Words, bucket(count, &WORDS));
    description.set(Field::Ending, ending(paragraph, quote));
    description.set(Field::Shape, shape(paragraph, words, count));
    let speaks_of_self = words().any(|at| text.is(at, Classes::FIRST_PERSON));
    description.set(Field::Person, yes(speaks_of_self));
    description
}

/// What the word or mark before the quotation is: the first of these classes that it is of.
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

fn before(scene: &Scene<'_, '_, '_>, quote: usize) -> Value {
    let paragraph = scene.paragraph;
    if quote == scene.sentence.start {
        return value!("start");
    }
    let at = quote - 1;
    if paragraph.is_quote(at) {
        return value!("quotation");
    }
    if scene.cues.iter().any(|cue| cue.head == at) {
        return value!("cue");
    }
    if scene.verbs.iter().any(|verb| verb.head == at) {
        return value!("verb");
    }
    match paragraph.word(at) {
        "," => value!("comma"),
        ":" => value!("colon"),
        "—" | "–" | "-" | "--" => value!("dash"),
        "(" | "[" => value!("bracket"),
        "as" | "As" => value!("as"),
        "is" | "are" | "was" | "were" | "be" | "been" | "’s" | "'s" => value!("be"),
        _ if paragraph.is(at, Classes::NAMING) => value!("naming"),
        _ if !paragraph.is_word(at) => value!("other"),
        word if word.starts_with(|c: char| c.is_ascii_digit()) => value!("number"),
        _ => match BEFORE.iter().find(|(class, _)| paragraph.is(at, *class)) {
            Some((_, name)) => *name,
            None if paragraph.is_capitalised(at) => value!("capital"),
            None => value!("word"),
        },
    }
}

fn after(paragraph: &Paragraph<'_, '_>, sentence: &Range, quote: usize) -> Value {
    let at = quote + 1;
    if at >= sentence.end {
        return value!("end");
    }
    if paragraph.is_quote(at) {
        return value!("quotation");
    }
    match paragraph.word(at) {
        "." | "!" | "?" => value!("stop"),
        "," => value!("comma"),
        ":" | ";" => value!("colon"),
        "—" | "–" | "-" | "--" => value!("dash"),
        "(" | "[" | ")" | "]" => value!("bracket"),
        _ if !paragraph.is_word(at) => value!("other"),
        _ if paragraph.is(at, Classes::PRONOUN) => value!("pronoun"),
        _ if paragraph.is_capitalised(at) => value!("capital"),
        _ if paragraph.is(at, Classes::PREPOSITION.or(Classes::SUBORDINATOR)) => value!("preposition"),
        _ if paragraph.is(at, Classes::CONJUNCTION) => value!("conjunction"),
        _ if paragraph.is(at, Classes::ANY_VERB.or(Classes::AUXILIARY)) => value!("verb"),
        _ => value!("word"),
    }
}

fn ending(paragraph: &Paragraph<'_, '_>, quote: usize) -> Value {
    match paragraph.last_quoted(quote).map_or("", |token| paragraph.text.text_of(token)) {
        "," => value!("comma"),
        "." => value!("stop"),
        "?" | "!" => value!("question"),
        "—" | "–" | "-" | "--" => value!("dash"),
        "…" | "..." | "...." => value!("dots"),
        ";" | ":" => value!("semicolon"),
        _ if paragraph.lacks_comma(quote) => value!("comma"),
        _ => value!("none"),
    }
}

fn shape<I: Iterator<Item = usize>>(
    paragraph: &Paragraph<'_, '_>,
    words: impl Fn() -> I,
    count: usize,
) -> Value {
    let text = paragraph.text;
    let Some(first) = words().next() else { return value!("mixed") };
    let small = Classes::PREPOSITION.or(Classes::DETERMINER).or(Classes::CONJUNCTION);
    if text.kind(first) == Some(TokenKind::Number) {
        value!("number")
    } else if !text.is_capitalised(first) {
        value!("small")
    } else if count > 1 && words().all(|word| text.document.is_all_capitals(word)) {
        value!("capitals")
    } else if count > 1 && words().skip(1).all(|word| text.is_capitalised(word) || text.is(word, small)) {
        value!("title")
    } else {
        value!("capital")
    }
}

fn company(scene: &Scene<'_, '_, '_>) -> Value {
    match (scene.company.has_words, scene.company.quotations) {
        (false, 1) => value!("alone"),
        (false, _) => value!("alone-with-others"),
        (true, _) => value!("shared"),
    }
}

fn describe_link(scene: &Scene<'_, '_, '_>, quote: usize, link: &Link, description: &mut Description) {
    let paragraph = scene.paragraph;
    match link {
        Link::Cued { cue, source } => {
            describe_cue(scene, quote, cue, description);
            describe_source(scene, source, description);
            let near = if source.end <= quote {
                source.end.max(cue.end.min(quote))
            } else {
                source.start.min(cue.start)
            };
            let gap = if cue.end <= quote { cue.end..quote } else { quote + 1..near.max(quote + 1) };
            describe_gap(scene, gap, description);
            let reach = if source.end <= cue.start {
                cue.start - source.end
            } else {
                source.start.saturating_sub(cue.end)
            };
            description.set(Field::Reach, bucket(reach, &REACHES));
        }
        Link::Continues { cue: Some(cue), .. } => {
            describe_cue(scene, quote, cue, description);
            describe_gap(scene, cue.end.min(quote)..quote, description);
            description.set(Field::Story, value!("same-sentence"));
        }
        Link::Continues { cue: None, .. } => description.set(Field::Story, scene.story.distance()),
        Link::Sourced { cue, source } => {
            description.set(Field::Cue, if cue.is_some() { value!("other") } else { Value::NONE });
            let in_paragraph = paragraph.tokens(0..paragraph.len()).start <= source.start;
            description.set(
                Field::Story,
                if in_paragraph { value!("sentence-before") } else { value!("paragraph-before") },
            );
            description.set(Field::SourceLength, bucket(source.len(), &LENGTHS));
            description.set(Field::Source, source_type(paragraph, source.clone()));
        }
    }
}

fn describe_gap(scene: &Scene<'_, '_, '_>, gap: Range, description: &mut Description) {
    let paragraph = scene.paragraph;
    description.set(Field::Gap, bucket(gap.len(), &GAPS));
    let inside = |cues: &[Cue]| cues.iter().any(|cue| gap.contains(&cue.head));
    let between = if gap.is_empty() {
        value!("nothing")
    } else if gap.clone().any(|unit| paragraph.is_quote(unit)) {
        value!("quotation")
    } else if paragraph.is(gap.start, Classes::THAT) {
        value!("that")
    } else if gap.len() == 1 && paragraph.is_comma(gap.start) {
        value!("comma")
    } else if paragraph.is(gap.end - 1, Classes::COLON) {
        value!("colon")
    } else if inside(scene.cues) || inside(scene.verbs) {
        match has_clause(paragraph, &gap) {
            true => value!("clause"),
            false => value!("verb"),
        }
    } else {
        value!("words")
    };
    description.set(Field::Between, between);
}

/// Whether another clause begins in a gap: ", and China called it".
fn has_clause(paragraph: &Paragraph<'_, '_>, gap: &Range) -> bool {
    let opener = Classes::CONJUNCTION.or(Classes::CLAUSE_OPENER);
    gap.clone().skip(1).any(|at| {
        paragraph.is(at, opener)
            && paragraph.is_comma(at - 1)
            && paragraph.has_verb(at + 1..gap.end)
            && !clause::is_verb(paragraph, at + 1)
    })
}

fn describe_cue(scene: &Scene<'_, '_, '_>, quote: usize, group: &Range, description: &mut Description) {
    let paragraph = scene.paragraph;
    let found = scene.cues.iter().chain(scene.verbs).find(|cue| cue.group.start == group.start);
    let Some(cue) = found else {
        let kind = match group.start {
            at if paragraph.is(at, Classes::COLON) => value!("colon"),
            _ if paragraph.is(group.start, Classes::SPEECH_NOUN) => value!("noun"),
            _ => value!("other"),
        };
        description.set(Field::Cue, kind);
        return;
    };
    description.set(Field::Cue, kind(paragraph, cue));
    description.set(Field::Lemma, paragraph.lemma(cue.head));
    let form = match cue.form {
        Form::Finite => value!("finite"),
        Form::Participle => value!("participle"),
        Form::Infinitive => value!("infinitive"),
        Form::Passive => value!("passive"),
    };
    description.set(Field::Form, form);
    description.set(Field::Nesting, nesting(scene, quote, cue));
}

fn kind(paragraph: &Paragraph<'_, '_>, cue: &Cue) -> Value {
    if paragraph.is(cue.head, Classes::SPEECH) {
        value!("speech")
    } else if paragraph.is(cue.head, Classes::STANCE) {
        value!("stance")
    } else if cues::is_speech(paragraph, cue.head) {
        value!("phrasal")
    } else {
        value!("verb")
    }
}

/// How many cues beside it a cue is compared with.
const NEIGHBOURS: usize = 4;

/// How a cue stands among the cues on its side of the quotation.
fn nesting(scene: &Scene<'_, '_, '_>, quote: usize, cue: &Cue) -> Value {
    let middle = scene.cues.partition_point(|other| other.head < quote);
    let before = cue.head < quote;
    let side = if before { &scene.cues[..middle] } else { &scene.cues[middle..] };
    let inner: &[Cue] = if before {
        &side[side.partition_point(|other| other.head <= cue.head)..]
    } else {
        &side[..side.partition_point(|other| other.head < cue.head)]
    };
    let outer = &side[..side.partition_point(|other| other.head < cue.head)];
    let reports = |outer: &Cue, inner: &Cue| clause::reports(scene.paragraph, scene.sentence, outer, inner);
    if side.iter().all(|other| other.head == cue.head) {
        value!("only")
    } else if inner.is_empty() {
        let reported = before && outer.iter().rev().take(NEIGHBOURS).any(|other| reports(other, cue));
        if reported {
            value!("nearest-reported")
        } else {
            value!("nearest")
        }
    } else if before && inner.len() <= NEIGHBOURS && inner.iter().all(|inner| reports(cue, inner)) {
        value!("outer")
    } else {
        value!("far")
    }
}

fn describe_source(scene: &Scene<'_, '_, '_>, source: &Range, description: &mut Description) {
    description.set(Field::SourceLength, bucket(source.len(), &LENGTHS));
    description.set(Field::Source, source_type(scene.paragraph, scene.paragraph.tokens(source.clone())));
}
