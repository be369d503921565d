//! Words that may report what somebody says.

use std::cell::OnceCell;

use crate::language::{Classes, Phrase};
use crate::models::fields::Field;
use crate::models::linear::Description;
use crate::models::{value, Value};
use crate::reading::clause;
use crate::reading::paragraph::Paragraph;
use crate::reading::verbs as cues;
use crate::reading::verbs::{Cue, Form};
use crate::tokenizer::Range;

/// A word that may report, in units of its paragraph.
#[derive(Clone, Debug)]
pub(crate) struct PossibleCue {
    pub head: usize,
    pub group: Range,
    /// None where it is no verb.
    pub form: Option<Form>,
    /// Where a verb's subject stands before it, once somebody asked.
    subject: OnceCell<Option<Range>>,
}

impl PossibleCue {
    /// Where its subject stands before it.
    pub(crate) fn subject(&self, paragraph: &Paragraph<'_, '_>, sentence: &Range) -> Option<&Range> {
        let find = || {
            let form = self.form.unwrap_or(Form::Finite);
            let cue = Cue { head: self.head, group: self.group.clone(), form, subject: OnceCell::new() };
            clause::subject(paragraph, sentence, &cue)
        };
        self.subject.get_or_init(find).as_ref()
    }
}

/// The longest label before a colon, in units: "Smith on taxes:".
const LONGEST_LABEL: usize = 10;

const VERB: Classes = Classes::ANY_VERB.or(Classes::PHRASAL);

/// What a word that may report is of.
const REPORTING: Classes = VERB.or(Classes::CUE_WORD).or(Classes::SPEECH_NOUN).or(Classes::COLON);

/// The words of a sentence that may report, from left to right.
pub(crate) fn possible_cues<'a>(
    paragraph: &'a Paragraph<'_, '_>,
    sentence: &'a Range,
) -> impl Iterator<Item = PossibleCue> + 'a {
    paragraph.those(sentence, |view| view.is(REPORTING.or(Classes::COMMON))).filter_map(|at| {
        let classes = paragraph.classes(at);
        let may_be = classes.any(REPORTING) || paragraph.is(at + 1, Classes::TO);
        if may_be {
            possible_at(paragraph, sentence, at)
        } else {
            None
        }
    })
}

fn possible_at(paragraph: &Paragraph<'_, '_>, sentence: &Range, at: usize) -> Option<PossibleCue> {
    let classes = paragraph.classes(at);
    let before_to = classes.any(Classes::COMMON) && paragraph.is(at + 1, Classes::TO);
    if before_to && at + 1 < sentence.end && paragraph.symbol(at) == value!("according") {
        return Some(PossibleCue { head: at, group: at..at + 2, form: None, subject: None.into() });
    }
    if !classes.any(REPORTING) {
        return None;
    }
    if classes.any(VERB) && !classes.any(Classes::AUXILIARY) {
        if let Some(cue) = cues::any_verb_at(paragraph, sentence, at) {
            if paragraph.lemma(at) == value!("call") && names_nothing(paragraph, sentence, &cue) {
                return None;
            }
            // "that is to say", "who asked not to be named".
            let may_be_idiom = classes.any(Classes::BASE) || paragraph.is(at + 1, Classes::NEGATION);
            if may_be_idiom && paragraph.is_in_phrase(Phrase::Idiom, at) {
                return None;
            }
            let subject = OnceCell::new();
            return Some(PossibleCue { head: at, group: cue.group, form: Some(cue.form), subject });
        }
    }
    if classes.any(Classes::CUE_WORD) {
        let group = cues::group(paragraph, sentence, at);
        return Some(PossibleCue { head: at, group, form: None, subject: OnceCell::new() });
    }
    let colon = classes.any(Classes::COLON) && (1..=LONGEST_LABEL).contains(&(at - sentence.start));
    (colon || classes.any(Classes::SPEECH_NOUN)).then_some(PossibleCue {
        head: at,
        group: at..at + 1,
        form: None,
        subject: colon.then_some(sentence.start..at).into(),
    })
}

/// "She called her mother", "he called Ann Wu": whether nothing is said of whom or what somebody calls.
fn names_nothing(paragraph: &Paragraph<'_, '_>, sentence: &Range, cue: &Cue) -> bool {
    let from = cue.group.end;
    let other = Classes::PREPOSITION.or(Classes::TO);
    let words = |at: &usize| paragraph.is_word(*at) && !paragraph.is(*at, other);
    let end = from + (from..sentence.end).take_while(words).count();
    let goes_on = end < sentence.end && (paragraph.is(end, Classes::PREPOSITION) || paragraph.is_quote(end));
    let somebody = Classes::ROLE.or(Classes::PLURAL).or(Classes::MALE).or(Classes::FEMALE);
    // "Her" may be whom somebody calls something: "called her brave".
    let is_noun = !paragraph.is(from, Classes::OBJECT) || paragraph.is(from + 1, somebody);
    let determiner = paragraph.is(from, Classes::DETERMINER.or(Classes::POSSESSIVE))
        && !paragraph.is(from, Classes::THAT)
        && paragraph.symbol(from) != value!("this");
    let determined = determiner && is_noun && end - from == 2;
    let is_object = end - from <= 1 || determined || (from..end).all(|at| paragraph.is_capitalised(at));
    cue.form != Form::Passive && is_object && !goes_on
}

/// What the word itself tells the models.
pub(crate) fn describe_word(paragraph: &Paragraph<'_, '_>, cue: &PossibleCue) -> Description {
    let mut description = Description::NOTHING;
    description.set(Field::Lemma, lemma(paragraph, cue));
    description.set(Field::Kind, kind(paragraph, cue));
    description.set(Field::Form, form(paragraph, cue));
    description
}

fn lemma(paragraph: &Paragraph<'_, '_>, cue: &PossibleCue) -> Value {
    match cue.form {
        Some(_) => paragraph.lemma(cue.head),
        None => paragraph.symbol(cue.head),
    }
}

fn kind(paragraph: &Paragraph<'_, '_>, cue: &PossibleCue) -> Value {
    let is = |class| paragraph.is(cue.head, class);
    match cue.form {
        None if is(Classes::COLON) => value!("colon"),
        None if is(Classes::CUE_WORD) => value!("cue-word"),
        None if cue.group.len() > 1 => value!("according"),
        None => value!("noun"),
        Some(_) if is(Classes::SPEECH) => value!("speech"),
        Some(_) if is(Classes::STANCE) => value!("stance"),
        Some(_) if is(Classes::ATTITUDE) => value!("attitude"),
        Some(_) => value!("verb"),
    }
}

fn form(paragraph: &Paragraph<'_, '_>, cue: &PossibleCue) -> Value {
    let is = |class| paragraph.is(cue.head, class);
    match cue.form {
        None => Value::NONE,
        Some(Form::Participle) => value!("participle"),
        Some(Form::Infinitive) => value!("infinitive"),
        Some(Form::Passive) => value!("passive"),
        Some(Form::Finite) if is(Classes::PAST) => value!("past"),
        Some(Form::Finite) if is(Classes::THIRD) => value!("third"),
        Some(Form::Finite) => value!("base"),
    }
}
