//! Whether a word reports what somebody says.

use super::Scene;
use crate::attribution::clause;
use crate::attribution::cues::{self, Cue, Form};
use crate::attribution::describe::{bucket, source_type};
use crate::attribution::fields::Field;
use crate::attribution::model::{schema, Description};
use crate::attribution::paragraph::Paragraph;
use crate::lexicon::{symbol, Classes, Symbol};
use crate::tokenizer::Range;

schema! {
    /// What decides whether a possible cue is one.
    pub(super) CUE = "cue":
    [Kind]
    [Lemma]
    [Lemma, Form]
    [Lemma, Next]
    [Lemma, NextTag]
    [Lemma, NextTag, SecondTag]
    [Lemma, PreviousTag]
    [Lemma, Source]
    [Lemma, Quotes]
    [Lemma, Group]
    [Lemma, Outer]
    [Lemma, Verb]
    [Kind, Form, Next]
    [Kind, Form, NextTag, SecondTag]
    [Kind, NextTag, SecondTag, ThirdTag]
    [Kind, Next, Second]
    [Kind, Form, Group]
    [Kind, Form, Source]
    [Kind, Previous]
    [Kind, PreviousTag, BeforeTag]
    [Kind, Form, PreviousTag, NextTag]
    [Kind, SubjectHead]
    [Kind, Reach, Source]
    [Kind, That, Verb]
    [Kind, Form, Verb]
    [Kind, Rest, Tag]
    [Kind, Start]
    [Kind, Outer, Form]
    [Kind, Quotes, Rest]
    [Form, Outer, Tag]
}

/// A word that may report, in units of its paragraph.
#[derive(Clone, Debug)]
pub(in crate::attribution) struct PossibleCue {
    pub head: usize,
    pub group: Range,
    /// None where it is no verb.
    pub form: Option<Form>,
    /// Where a verb's subject stands before it.
    pub subject: Option<Range>,
}

/// The longest label before a colon, in units: "Smith on taxes:".
const LONGEST_LABEL: usize = 10;

const VERB: Classes = Classes::SPEECH.or(Classes::STANCE).or(Classes::VERB).or(Classes::PHRASAL);

/// The words of a sentence that may report, from left to right.
pub(in crate::attribution) fn possible(paragraph: &Paragraph<'_, '_>, sentence: &Range) -> Vec<PossibleCue> {
    sentence.clone().filter_map(|at| possible_at(paragraph, sentence, at)).collect()
}

fn possible_at(paragraph: &Paragraph<'_, '_>, sentence: &Range, at: usize) -> Option<PossibleCue> {
    let classes = paragraph.classes(at);
    if paragraph.symbol(at) == symbol!("according") && paragraph.is(at + 1, Classes::TO) {
        return Some(PossibleCue { head: at, group: at..at + 2, form: None, subject: None });
    }
    if classes.any(VERB) && !classes.any(Classes::AUXILIARY) {
        if let Some(Cue { head, group, form }) = cues::any_verb_at(paragraph, sentence, at) {
            let subject = clause::subject(paragraph, sentence, &Cue { head, group: group.clone(), form });
            return Some(PossibleCue { head, group, form: Some(form), subject });
        }
    }
    if classes.any(Classes::CUE_WORD) {
        let group = cues::group(paragraph, sentence, at);
        let subject =
            clause::subject(paragraph, sentence, &Cue { head: at, group: group.clone(), form: Form::Finite });
        return Some(PossibleCue { head: at, group, form: None, subject });
    }
    let colon = classes.any(Classes::COLON) && (1..=LONGEST_LABEL).contains(&(at - sentence.start));
    (colon || classes.any(Classes::SPEECH_NOUN)).then_some(PossibleCue {
        head: at,
        group: at..at + 1,
        form: None,
        subject: colon.then_some(sentence.start..at),
    })
}

pub(super) fn lemma(paragraph: &Paragraph<'_, '_>, cue: &PossibleCue) -> Symbol {
    match cue.form {
        Some(_) => paragraph.lemma(cue.head),
        None => paragraph.symbol(cue.head),
    }
}

pub(super) fn kind(paragraph: &Paragraph<'_, '_>, cue: &PossibleCue) -> Symbol {
    let is = |class| paragraph.is(cue.head, class);
    match cue.form {
        None if is(Classes::COLON) => symbol!("colon"),
        None if is(Classes::CUE_WORD) => symbol!("cue-word"),
        None if cue.group.len() > 1 => symbol!("according"),
        None => symbol!("noun"),
        Some(_) if is(Classes::SPEECH) => symbol!("speech"),
        Some(_) if is(Classes::STANCE) => symbol!("stance"),
        Some(_) if is(Classes::ATTITUDE) => symbol!("attitude"),
        Some(_) => symbol!("verb"),
    }
}

pub(super) fn form(paragraph: &Paragraph<'_, '_>, cue: &PossibleCue) -> Symbol {
    let is = |class| paragraph.is(cue.head, class);
    match cue.form {
        None => Symbol::NONE,
        Some(Form::Participle) => symbol!("participle"),
        Some(Form::Infinitive) => symbol!("infinitive"),
        Some(Form::Passive) => symbol!("passive"),
        Some(Form::Finite) if is(Classes::PAST) => symbol!("past"),
        Some(Form::Finite) if is(Classes::THIRD) => symbol!("third"),
        Some(Form::Finite) => symbol!("base"),
    }
}

const NEAR: &[(usize, Symbol)] = &[
    (0, symbol!("0")),
    (1, symbol!("1")),
    (2, symbol!("2")),
    (4, symbol!("3-4")),
    (7, symbol!("5-7")),
    (12, symbol!("8-12")),
    (usize::MAX, symbol!("13+")),
];

/// Describes a possible cue to the model.
pub(super) fn describe(scene: &Scene<'_, '_, '_>, cue: &PossibleCue) -> Description {
    let (paragraph, sentence) = (scene.paragraph, scene.sentence);
    let mut description = Description::NOTHING;
    let mut set = |field, value| description.set(field, value);
    let (start, end) = (cue.group.start, cue.group.end);
    set(Field::Lemma, lemma(paragraph, cue));
    set(Field::Kind, kind(paragraph, cue));
    set(Field::Form, form(paragraph, cue));
    set(Field::Group, if start < cue.head { scene.symbol(Some(start)) } else { Symbol::NONE });
    set(Field::Next, scene.symbol(Some(end)));
    set(Field::NextTag, scene.tag(Some(end)));
    set(Field::Second, scene.symbol(Some(end + 1)));
    set(Field::SecondTag, scene.tag(Some(end + 1)));
    set(Field::ThirdTag, scene.tag(Some(end + 2)));
    set(Field::Previous, scene.symbol(start.checked_sub(1)));
    set(Field::PreviousTag, scene.tag(start.checked_sub(1)));
    set(Field::BeforeTag, scene.tag(start.checked_sub(2)));
    match &cue.subject {
        Some(subject) => {
            set(Field::Source, source_type(paragraph, paragraph.tokens(subject.clone())));
            set(Field::SubjectHead, scene.symbol(subject.end.checked_sub(1)));
            set(Field::Reach, bucket(start.saturating_sub(subject.end), NEAR));
        }
        None => set(Field::Source, symbol!("none")),
    }
    let window = end..sentence.end.min(end + 16);
    let that = window.clone().find(|&at| paragraph.is(at, Classes::THAT));
    set(Field::That, that.map_or(Symbol::NONE, |at| bucket(at - end, NEAR)));
    let verb = window.clone().find(|&at| clause::is_verb(paragraph, at));
    set(Field::Verb, verb.map_or(Symbol::NONE, |at| bucket(at - end, NEAR)));
    set(Field::Rest, bucket(sentence.end - end, NEAR));
    set(Field::Start, bucket(start - sentence.start, NEAR));
    set(Field::Outer, outer(scene, cue));
    set(Field::Tag, closing_tag(scene, cue));
    set(Field::Quotes, quotes(scene, cue));
    description
}

/// The cue of speech before this one in its sentence, and what stands between.
fn outer(scene: &Scene<'_, '_, '_>, cue: &PossibleCue) -> Symbol {
    let speech =
        |other: &&PossibleCue| scene.paragraph.is(other.head, Classes::SPEECH) && other.form.is_some();
    let before = scene.cues.iter().take_while(|other| other.head < cue.head).filter(speech).last();
    let Some(before) = before else { return symbol!("none") };
    let between = before.head + 1..cue.group.start.max(before.head + 1);
    if between.clone().any(|at| scene.paragraph.is_comma(at)) {
        symbol!("comma")
    } else if between.clone().any(|at| scene.paragraph.is(at, Classes::CONJUNCTION)) {
        symbol!("conjunction")
    } else if between.len() < 3 {
        symbol!("nearest")
    } else {
        symbol!("far")
    }
}

/// Whether the sentence ends in a tag behind this cue: ", she said."
fn closing_tag(scene: &Scene<'_, '_, '_>, cue: &PossibleCue) -> Symbol {
    let last = scene.cues.iter().rev().find(|other| {
        other.head > cue.head
            && other.form == Some(Form::Finite)
            && scene.paragraph.is(other.head, Classes::SPEECH)
    });
    let Some(last) = last else { return symbol!("no") };
    let from = last.subject.as_ref().map_or(last.group.start, |subject| subject.start.min(last.group.start));
    let tag = from > 0 && scene.paragraph.is_comma(from - 1) && from > cue.head;
    if tag {
        symbol!("yes")
    } else {
        symbol!("no")
    }
}

fn quotes(scene: &Scene<'_, '_, '_>, cue: &PossibleCue) -> Symbol {
    match scene.quotations {
        None => symbol!("none"),
        Some((_, last)) if last < cue.head => symbol!("before"),
        Some((first, _)) if first > cue.head => symbol!("after"),
        Some(_) => symbol!("both"),
    }
}
