//! Describes a candidate to the model.

use super::clause;
use super::cues::{self, Cue, Form};
use super::fields::{Description, Field};
use super::link::{Candidate, Link};
use super::paragraph::Paragraph;
use super::rules::Scene;
use crate::lexicon::Classes;
use crate::tokenizer::{Range, TokenKind};

/// The descriptions of all candidates for the quotation at a unit; the first is that nobody said it.
pub(super) fn describe(
    scene: &Scene<'_, '_, '_>,
    quote: usize,
    candidates: &[Candidate],
) -> Vec<Description> {
    let mut nobody = Description::empty();
    describe_quotation(scene, quote, &mut nobody);
    let described = candidates.iter().map(|candidate| {
        let mut description = nobody;
        description.set_rule(candidate.rule);
        describe_link(scene, quote, &candidate.link, &mut description);
        description
    });
    std::iter::once(nobody).chain(described).collect()
}

fn describe_quotation(scene: &Scene<'_, '_, '_>, quote: usize, description: &mut Description) {
    let paragraph = scene.paragraph;
    description.set(Field::Before, before(scene, quote));
    description.set(Field::After, after(paragraph, scene.sentence, quote));
    description.set(Field::Company, company(scene, quote));
    let Some(tokens) = paragraph.quoted(quote) else { return };
    let text = paragraph.text;
    let words: Vec<usize> =
        tokens.filter(|&at| matches!(text.kind(at), Some(TokenKind::Word | TokenKind::Number))).collect();
    description.set(Field::Words, bucket(words.len(), WORDS));
    description.set(Field::Ending, ending(paragraph, quote));
    description.set(Field::Shape, shape(paragraph, &words));
    let speaks_of_self = words.iter().any(|&at| text.is(at, Classes::FIRST_PERSON));
    description.set(Field::Person, if speaks_of_self { "yes" } else { "no" });
}

const WORDS: &[(usize, &str)] =
    &[(0, "-"), (1, "1"), (2, "2"), (3, "3"), (5, "4-5"), (9, "6-9"), (19, "10-19"), (usize::MAX, "20+")];
const GAPS: &[(usize, &str)] =
    &[(0, "0"), (1, "1"), (2, "2"), (4, "3-4"), (8, "5-8"), (15, "9-15"), (usize::MAX, "16+")];
const LENGTHS: &[(usize, &str)] = &[(0, "-"), (1, "1"), (2, "2"), (4, "3-4"), (8, "5-8"), (usize::MAX, "9+")];
const REACHES: &[(usize, &str)] = &[(0, "0"), (2, "1-2"), (5, "3-5"), (10, "6-10"), (usize::MAX, "11+")];

fn bucket(count: usize, buckets: &[(usize, &'static str)]) -> &'static str {
    buckets.iter().find(|(most, _)| count <= *most).map_or("-", |(_, name)| name)
}

/// What the word or mark before the quotation is: the first of these classes that it is of.
const BEFORE: &[(Classes, &str)] = &[
    (Classes::THAT, "that"),
    (Classes::POSSESSIVE, "possessive"),
    (Classes::DETERMINER, "determiner"),
    (Classes::AUXILIARY, "auxiliary"),
    (Classes::OBJECT.or(Classes::PRONOUN), "object"),
    (Classes::CONJUNCTION, "conjunction"),
    (Classes::PREPOSITION.or(Classes::SUBORDINATOR), "preposition"),
    (Classes::ADVERB, "adverb"),
    (Classes::DOCUMENT, "paper"),
    (Classes::ROLE, "role"),
];

fn before(scene: &Scene<'_, '_, '_>, quote: usize) -> &'static str {
    let paragraph = scene.paragraph;
    if quote == scene.sentence.start {
        return "start";
    }
    let at = quote - 1;
    if paragraph.is_quote(at) {
        return "quotation";
    }
    if scene.cues.iter().any(|cue| cue.head == at) {
        return "cue";
    }
    if scene.verbs.iter().any(|verb| verb.head == at) {
        return "verb";
    }
    match paragraph.word(at) {
        "," => "comma",
        ":" => "colon",
        "—" | "–" | "-" | "--" => "dash",
        "(" | "[" => "bracket",
        "as" | "As" => "as",
        "is" | "are" | "was" | "were" | "be" | "been" | "’s" | "'s" => "be",
        _ if paragraph.is(at, Classes::NAMING) => "naming",
        _ if !paragraph.is_word(at) => "other",
        word if word.starts_with(|c: char| c.is_ascii_digit()) => "number",
        _ => match BEFORE.iter().find(|(class, _)| paragraph.is(at, *class)) {
            Some((_, name)) => name,
            None if paragraph.is_capitalised(at) => "capital",
            None => "word",
        },
    }
}

fn after(paragraph: &Paragraph<'_, '_>, sentence: &Range, quote: usize) -> &'static str {
    let at = quote + 1;
    if at >= sentence.end {
        return "end";
    }
    if paragraph.is_quote(at) {
        return "quotation";
    }
    match paragraph.word(at) {
        "." | "!" | "?" => "stop",
        "," => "comma",
        ":" | ";" => "colon",
        "—" | "–" | "-" | "--" => "dash",
        "(" | "[" | ")" | "]" => "bracket",
        _ if !paragraph.is_word(at) => "other",
        _ if paragraph.is(at, Classes::PRONOUN) => "pronoun",
        _ if paragraph.is_capitalised(at) => "capital",
        _ if paragraph.is(at, Classes::PREPOSITION.or(Classes::SUBORDINATOR)) => "preposition",
        _ if paragraph.is(at, Classes::CONJUNCTION) => "conjunction",
        _ if paragraph
            .is(at, Classes::SPEECH.or(Classes::STANCE).or(Classes::VERB).or(Classes::AUXILIARY)) =>
        {
            "verb"
        }
        _ => "word",
    }
}

fn ending(paragraph: &Paragraph<'_, '_>, quote: usize) -> &'static str {
    match paragraph.last_quoted(quote).map_or("", |token| paragraph.text.text_of(token)) {
        "," => "comma",
        "." => "stop",
        "?" | "!" => "question",
        "—" | "–" | "-" | "--" => "dash",
        "…" | "..." | "...." => "dots",
        ";" | ":" => "semicolon",
        _ => "none",
    }
}

fn shape(paragraph: &Paragraph<'_, '_>, words: &[usize]) -> &'static str {
    let text = paragraph.text;
    let Some(&first) = words.first() else { return "mixed" };
    let small = Classes::PREPOSITION.or(Classes::DETERMINER).or(Classes::CONJUNCTION);
    if text.kind(first) == Some(TokenKind::Number) {
        "number"
    } else if !text.is_capitalised(first) {
        "small"
    } else if words.len() > 1 && words.iter().all(|&word| text.document.tokens[word].is_all_capitals()) {
        "capitals"
    } else if words.len() > 1
        && words[1..].iter().all(|&word| text.is_capitalised(word) || text.is(word, small))
    {
        "title"
    } else {
        "capital"
    }
}

fn company(scene: &Scene<'_, '_, '_>, quote: usize) -> &'static str {
    let quotations = scene.sentence.clone().filter(|&unit| scene.paragraph.is_quote(unit)).count();
    match (scene.stands_alone(quote), quotations) {
        (true, 1) => "alone",
        (true, _) => "alone-with-others",
        (false, _) => "shared",
    }
}

fn describe_link(scene: &Scene<'_, '_, '_>, quote: usize, link: &Link, description: &mut Description) {
    let paragraph = scene.paragraph;
    match link {
        Link::Cued { cue, source, .. } => {
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
            description.set(Field::Reach, bucket(reach, REACHES));
        }
        Link::Continues { cue: Some(cue), .. } => {
            describe_cue(scene, quote, cue, description);
            describe_gap(scene, cue.end.min(quote)..quote, description);
            description.set(Field::Story, "same-sentence");
        }
        Link::Continues { cue: None, .. } => description.set(Field::Story, scene.story.distance()),
        Link::Sourced { cue, source } => {
            description.set(Field::Cue, if cue.is_some() { "other" } else { "-" });
            let in_paragraph = paragraph.tokens(0..paragraph.units.len()).start <= source.start;
            description.set(Field::Story, if in_paragraph { "sentence-before" } else { "paragraph-before" });
            description.set(Field::SourceLength, bucket(source.len(), LENGTHS));
            description.set(Field::Source, source_type(paragraph, source.clone()));
        }
    }
}

fn describe_gap(scene: &Scene<'_, '_, '_>, gap: Range, description: &mut Description) {
    let paragraph = scene.paragraph;
    description.set(Field::Gap, bucket(gap.len(), GAPS));
    let inside = |cues: &[Cue]| cues.iter().any(|cue| gap.contains(&cue.head));
    let between = if gap.is_empty() {
        "nothing"
    } else if gap.clone().any(|unit| paragraph.is_quote(unit)) {
        "quotation"
    } else if paragraph.is(gap.start, Classes::THAT) {
        "that"
    } else if gap.len() == 1 && paragraph.is_comma(gap.start) {
        "comma"
    } else if paragraph.word(gap.end - 1) == ":" {
        "colon"
    } else if inside(scene.cues) || inside(scene.verbs) {
        "verb"
    } else {
        "words"
    };
    description.set(Field::Between, between);
}

fn describe_cue(scene: &Scene<'_, '_, '_>, quote: usize, group: &Range, description: &mut Description) {
    let paragraph = scene.paragraph;
    let found = scene.cues.iter().chain(scene.verbs).find(|cue| cue.group.start == group.start);
    let Some(cue) = found else {
        let kind = match paragraph.word(group.start) {
            ":" => "colon",
            _ if paragraph.is(group.start, Classes::SPEECH_NOUN) => "noun",
            _ => "other",
        };
        description.set(Field::Cue, kind);
        return;
    };
    description.set(Field::Cue, kind(paragraph, cue));
    description.set_lemma(paragraph.token(cue.head).and_then(|token| paragraph.text.lemma(token)));
    let form = match cue.form {
        Form::Finite => "finite",
        Form::Participle => "participle",
        Form::Infinitive => "infinitive",
        Form::Passive => "passive",
    };
    description.set(Field::Form, form);
    description.set(Field::Nesting, nesting(scene, quote, cue));
}

fn kind(paragraph: &Paragraph<'_, '_>, cue: &Cue) -> &'static str {
    if paragraph.is(cue.head, Classes::SPEECH) {
        "speech"
    } else if paragraph.is(cue.head, Classes::STANCE) {
        "stance"
    } else if cues::is_speech(paragraph, cue.head) {
        "phrasal"
    } else {
        "verb"
    }
}

/// How many cues beside it a cue is compared with.
const NEIGHBOURS: usize = 4;

/// How a cue stands among the cues on its side of the quotation.
fn nesting(scene: &Scene<'_, '_, '_>, quote: usize, cue: &Cue) -> &'static str {
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
        "only"
    } else if inner.is_empty() {
        let reported = before && outer.iter().rev().take(NEIGHBOURS).any(|other| reports(other, cue));
        if reported {
            "nearest-reported"
        } else {
            "nearest"
        }
    } else if before && inner.len() <= NEIGHBOURS && inner.iter().all(|inner| reports(cue, inner)) {
        "outer"
    } else {
        "far"
    }
}

fn describe_source(scene: &Scene<'_, '_, '_>, source: &Range, description: &mut Description) {
    description.set(Field::SourceLength, bucket(source.len(), LENGTHS));
    description.set(Field::Source, source_type(scene.paragraph, scene.paragraph.tokens(source.clone())));
}

/// What a source is: the pronoun itself, or what its nouns are.
fn source_type(paragraph: &Paragraph<'_, '_>, source: Range) -> &'static str {
    let text = paragraph.text;
    let first = source.start;
    if source.len() == 1 && text.is(first, Classes::PRONOUN.or(Classes::RELATIVE)) {
        return match text.text_of(first).to_ascii_lowercase().as_str() {
            "he" => "he",
            "she" => "she",
            "they" => "they",
            "it" => "it",
            "i" | "we" => "i",
            "you" => "you",
            "who" => "who",
            _ => "which",
        };
    }
    let capital = |at: usize| text.is_capitalised(at) && !text.begins_sentence(at);
    let any = |class: Classes| source.clone().any(|at| text.is(at, class));
    if text.is_capitalised(first)
        && !text.is(
            first,
            Classes::DETERMINER.or(Classes::PREPOSITION).or(Classes::COMMON).or(Classes::QUANTIFIER),
        )
    {
        "name"
    } else if any(Classes::ROLE) && source.clone().any(capital) {
        "name-phrase"
    } else if any(Classes::ROLE) {
        if any(Classes::PLURAL) {
            "people"
        } else {
            "role"
        }
    } else if any(Classes::ORGANISATION) {
        "body"
    } else if any(Classes::DOCUMENT) {
        "paper"
    } else if any(Classes::QUANTIFIER) {
        "quantity"
    } else if source.len() == 1 && text.is(first, Classes::DETERMINER) {
        "demonstrative"
    } else if source.clone().any(capital) {
        "name-phrase"
    } else {
        "phrase"
    }
}
