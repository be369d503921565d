//! Cues: the verbs of a sentence that can introduce what somebody said.

use std::cell::OnceCell;

use crate::language::{Classes, Ending};
use crate::models::value;
use crate::reading::paragraph::Paragraph;
use crate::tokenizer::Range;
use crate::words::Shape;

/// A cue where it stands, in units of its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    /// The verb itself.
    pub head: usize,
    /// The whole verb group: "has also said", "declined to say".
    pub group: Range,
    pub form: Form,
    /// Its subject in its sentence, once somebody asked.
    pub subject: OnceCell<Option<Range>>,
}

/// How a cue stands to its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// "Smith said", "Smith would say".
    Finite,
    /// "saying", whose subject is that of the clause around it.
    Participle,
    /// "to say", likewise.
    Infinitive,
    /// "was called … by Smith".
    Passive,
}

/// Verbs that bring in quotations.
const OF_QUOTATIONS: Classes = Classes::SPEECH.or(Classes::STANCE);

/// The cues of a sentence, from left to right.
pub(crate) fn cues<'a>(
    paragraph: &'a Paragraph<'_, '_>,
    sentence: &'a Range,
) -> impl DoubleEndedIterator<Item = Cue> + 'a {
    paragraph
        .those(sentence, |view| view.is(OF_QUOTATIONS.or(Classes::PHRASAL)))
        .filter_map(|at| cue_at(paragraph, sentence, at))
}

/// The verbs of a sentence that are no cues, from left to right.
pub(crate) fn other_verbs<'a>(
    paragraph: &'a Paragraph<'_, '_>,
    sentence: &'a Range,
) -> impl Iterator<Item = Cue> + 'a {
    let is_other = move |at: &usize| {
        let is_cue = paragraph.is(*at, OF_QUOTATIONS) || is_phrasal(paragraph, *at);
        let verb = paragraph.has(*at, Shape::FINITE);
        !is_cue && (verb && !paragraph.is(*at, Classes::AUXILIARY) || paragraph.is(*at, Classes::VERB))
    };
    paragraph
        .those(sentence, |view| view.has(Shape::FINITE) | view.is(Classes::VERB))
        .filter(is_other)
        .filter_map(|at| verb_at(paragraph, sentence, at))
}

/// The cue whose verb stands at this unit.
pub(crate) fn cue_at(paragraph: &Paragraph<'_, '_>, sentence: &Range, at: usize) -> Option<Cue> {
    if !paragraph.is(at, OF_QUOTATIONS) && !is_phrasal(paragraph, at) {
        return None;
    }
    verb_at(paragraph, sentence, at)
}

fn verb_at(paragraph: &Paragraph<'_, '_>, sentence: &Range, at: usize) -> Option<Cue> {
    let cue = any_verb_at(paragraph, sentence, at)?;
    (cue.form != Form::Finite || !lacks_subject(paragraph, &cue)).then_some(cue)
}

/// The verb at this unit as a cue, whatever stands before it.
pub(crate) fn any_verb_at(paragraph: &Paragraph<'_, '_>, sentence: &Range, at: usize) -> Option<Cue> {
    if paragraph.is_capitalised(at)
        && at != sentence.start
        && !follows_quote(paragraph, at)
        && !paragraph.is_headline
    {
        return None;
    }
    // "was quoted as saying": the cue is "saying".
    if at + 2 < sentence.end && is_quoted_as(paragraph, at + 2, at + 1) {
        return None;
    }
    let group = group(paragraph, sentence, at);
    let before = group.start.checked_sub(1).filter(|before| *before >= sentence.start);
    if group.start == at && is_noun_here(paragraph, before, at) {
        return None;
    }
    let form = form(paragraph, &group, at);
    Some(Cue { head: at, group, form, subject: OnceCell::new() })
}

/// "he went on", "she shot back", "as Lee puts it": a verb that speaks only with its particle.
fn is_phrasal(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    paragraph.is(at, Classes::PHRASAL) && paragraph.is(at + 1, Classes::PARTICLE_OF_SPEECH)
}

/// Whether the cue at this unit can stand with nothing but its speaker: "said Smith".
pub(crate) fn is_speech(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    paragraph.is(at, Classes::SPEECH) || is_phrasal(paragraph, at)
}

fn follows_quote(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    at > 0 && paragraph.is_quote(at - 1)
}

fn form(paragraph: &Paragraph<'_, '_>, group: &Range, at: usize) -> Form {
    let classes = paragraph.classes(at);
    let aux =
        (group.start..at).rev().find(|&unit| paragraph.is(unit, Classes::AUXILIARY.or(Classes::CLITIC)));
    let passive = aux.is_some_and(|aux| paragraph.is(aux, Classes::BE))
        && classes.any(Classes::PARTICIPLE)
        && !classes.any(Classes::GERUND);
    if passive {
        return Form::Passive;
    }
    if paragraph.is(group.start, Classes::TO) {
        return Form::Infinitive;
    }
    if classes.any(Classes::GERUND)
        && aux.is_none()
        && !paragraph.is(group.start, Classes::PAST.or(Classes::THIRD))
    {
        return Form::Participle;
    }
    Form::Finite
}

/// Whether a bare verb in its base form has nothing before it that could be its subject.
fn lacks_subject(paragraph: &Paragraph<'_, '_>, cue: &Cue) -> bool {
    let classes = paragraph.classes(cue.head);
    let bare = cue.group.start == cue.head || paragraph.is(cue.group.start, Classes::ADVERB);
    let only_base = classes.any(Classes::BASE) && !classes.any(Classes::PAST.or(Classes::THIRD));
    bare && only_base && !has_plural_subject(paragraph, cue.group.start)
}

/// Whether what stands before a verb in its base form can be its subject: "officials say", "they argue".
fn has_plural_subject(paragraph: &Paragraph<'_, '_>, verb: usize) -> bool {
    let Some(before) = verb.checked_sub(1) else { return false };
    let subject = Classes::PLURAL.or(Classes::PRONOUN).or(Classes::RELATIVE).or(Classes::QUANTIFIER);
    paragraph.is(before, subject)
        || paragraph.is_word(before)
            && !paragraph.is(before, Classes::CLITIC.or(Classes::THIRD))
            && paragraph.ends_like(before, Ending::Plural)
        || paragraph.is_comma(before)
        || paragraph.is(before, Classes::CONJUNCTION)
}

/// Whether "’s" stands at this unit, of a possessor or of "is".
fn is_s(paragraph: &Paragraph<'_, '_>, at: usize) -> bool {
    paragraph.is(at, Classes::CLITIC) && !paragraph.is(at, Classes::AUXILIARY)
}

/// Whether a word that may be a verb is a noun or an adjective at this place: "the claim", "his call".
fn is_noun_here(paragraph: &Paragraph<'_, '_>, before: Option<usize>, at: usize) -> bool {
    let Some(before) = before else { return false };
    let classes = paragraph.classes(before);
    let gerund = paragraph.is(at, Classes::GERUND);
    if is_s(paragraph, before) {
        return !gerund || !paragraph.is(at, Classes::PARTICIPLE);
    }
    let determined = classes.any(Classes::DETERMINER.or(Classes::POSSESSIVE))
        && !classes.any(Classes::RELATIVE.or(Classes::PRONOUN).or(Classes::QUANTIFIER));
    let infinitive = classes.any(Classes::TO) && paragraph.is(at, Classes::BASE);
    determined
        || classes.any(Classes::PREPOSITION)
            && !gerund
            && !infinitive
            && !classes.any(Classes::ADVERB.or(Classes::SUBORDINATOR))
}

/// The verb group that ends with the verb at `head`: auxiliaries, adverbs, negation, a verb with "to".
pub(crate) fn group(paragraph: &Paragraph<'_, '_>, sentence: &Range, head: usize) -> Range {
    let mut start = head;
    while start > sentence.start {
        let at = start - 1;
        let classes = paragraph.classes(at);
        let adverb = classes.any(Classes::ADVERB)
            && !classes.any(Classes::CONJUNCTION.or(Classes::DETERMINER))
            || is_unknown_adverb(paragraph, sentence, at);
        let is_be = is_s(paragraph, at) && at > sentence.start && paragraph.is(at - 1, Classes::PRONOUN);
        let auxiliary =
            is_be || classes.any(Classes::AUXILIARY.or(Classes::NEGATION)) && !paragraph.is_capitalised(at);
        let to = classes.any(Classes::TO)
            && paragraph.is(start, Classes::BASE.or(Classes::AUXILIARY).or(Classes::ADVERB));
        let to_follows = paragraph.is(start, Classes::TO);
        let catenative = to_follows && is_catenative(paragraph, sentence, at);
        if adverb || auxiliary || to || catenative {
            start = at;
        } else if at > sentence.start
            && (to_follows && paragraph.symbol(at) == value!("on") && paragraph.is(at - 1, Classes::VERB)
                || is_quoted_as(paragraph, start, at))
        {
            start = at - 1;
        } else {
            break;
        }
    }
    while start < head
        && !paragraph
            .is(start, Classes::AUXILIARY.or(Classes::TO).or(Classes::ANY_VERB).or(Classes::NEGATION))
        && is_sentence_adverb(paragraph, sentence, start)
    {
        start += 1;
    }
    start..head + 1
}

/// Whether a word may be an adverb that is in no list: "wryly", but not "fly" and not "her family".
fn is_unknown_adverb(paragraph: &Paragraph<'_, '_>, sentence: &Range, at: usize) -> bool {
    let of_nouns = Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::CLITIC);
    paragraph.is_word(at)
        && !paragraph.is_capitalised(at)
        && paragraph.word(at).len() > 3
        && paragraph.ends_like(at, Ending::Adverb)
        && !(at > sentence.start && paragraph.is(at - 1, of_nouns))
}

/// "quoted as saying", from its second word.
fn is_quoted_as(paragraph: &Paragraph<'_, '_>, verb: usize, at: usize) -> bool {
    paragraph.symbol(at) == value!("as")
        && paragraph.is(verb, Classes::GERUND)
        && paragraph.is(at - 1, Classes::PARTICIPLE)
}

/// Whether the verb at this unit takes the infinitive after it into its group: "declined to say".
fn is_catenative(paragraph: &Paragraph<'_, '_>, sentence: &Range, at: usize) -> bool {
    let classes = paragraph.classes(at);
    classes.any(Classes::ANY_VERB)
        && classes.any(Classes::PAST.or(Classes::THIRD).or(Classes::GERUND).or(Classes::BASE))
        && !paragraph.is_capitalised(at)
        && !is_noun_here(paragraph, at.checked_sub(1).filter(|before| *before >= sentence.start), at)
}

/// Whether an adverb opens the sentence rather than the verb group.
fn is_sentence_adverb(paragraph: &Paragraph<'_, '_>, sentence: &Range, at: usize) -> bool {
    at == sentence.start || paragraph.is_capitalised(at)
}
