//! What the model sees of a candidate: a few fields, each with a few values that a person can read.

use crate::analysis::Rule;

/// One thing that is said of a candidate link or of the quotation it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub(super) enum Field {
    /// What proposes the link; `none` for the proposal that nobody said it.
    Rule,
    /// The verb that the cue is a form of.
    Lemma,
    Cue,
    Form,
    /// Units between the quotation and what of cue and source is nearer to it.
    Gap,
    /// What stands in that gap.
    Between,
    /// How the cue stands to other cues: whether one of them reports it, or stands nearer.
    Nesting,
    Source,
    SourceLength,
    /// Units between source and cue.
    Reach,
    /// The word or mark before the quotation.
    Before,
    /// The word or mark after it.
    After,
    /// Words in the quotation.
    Words,
    /// Its last mark.
    Ending,
    /// How it is written.
    Shape,
    /// Whether it speaks of "I" and "we".
    Person,
    /// Whether its sentence holds more than it.
    Company,
    /// How far back that stands which it would go on with.
    Story,
}

pub(super) const FIELDS: usize = Field::Story as usize + 1;

/// `none`, and the rules in the order of [`Rule`].
const RULES: &[&str] = &[
    "none",
    "quote-source-cue",
    "quote-cue-source",
    "according-to",
    "source-cue-quote",
    "cue-source-quote",
    "clause-source-cue",
    "possessor-noun-quote",
    "source-verb-quote",
    "source-colon-quote",
    "signature",
    "continuation",
    "anticipation",
    "introduction",
];

/// The names of the fields in the file of weights, in their order.
const NAMES: [&str; FIELDS] = [
    "Rule",
    "Lemma",
    "Cue",
    "Form",
    "Gap",
    "Between",
    "Nesting",
    "Source",
    "SourceLength",
    "Reach",
    "Before",
    "After",
    "Words",
    "Ending",
    "Shape",
    "Person",
    "Company",
    "Story",
];

impl Field {
    pub(super) fn name(self) -> &'static str {
        NAMES[self as usize]
    }

    /// The names of its values; none for lemmas, whose names the lexicon has.
    pub(super) fn values(self) -> Option<&'static [&'static str]> {
        Some(match self {
            Field::Rule => RULES,
            Field::Lemma => return None,
            Field::Cue => &["-", "speech", "stance", "phrasal", "verb", "colon", "noun", "other"],
            Field::Form => &["-", "finite", "participle", "infinitive", "passive"],
            Field::Gap => &["-", "0", "1", "2", "3-4", "5-8", "9-15", "16+"],
            Field::Between => &["-", "nothing", "that", "comma", "colon", "words", "verb", "quotation"],
            Field::Nesting => &["-", "only", "nearest", "nearest-reported", "outer", "far"],
            Field::Source => &[
                "-",
                "he",
                "she",
                "they",
                "it",
                "i",
                "you",
                "who",
                "which",
                "name",
                "role",
                "people",
                "body",
                "paper",
                "quantity",
                "phrase",
                "name-phrase",
                "demonstrative",
            ],
            Field::SourceLength => &["-", "1", "2", "3-4", "5-8", "9+"],
            Field::Reach => &["-", "0", "1-2", "3-5", "6-10", "11+"],
            Field::Before => &[
                "start",
                "comma",
                "colon",
                "dash",
                "quotation",
                "bracket",
                "determiner",
                "preposition",
                "that",
                "as",
                "be",
                "auxiliary",
                "cue",
                "verb",
                "conjunction",
                "object",
                "adverb",
                "paper",
                "role",
                "naming",
                "capital",
                "possessive",
                "number",
                "word",
                "other",
            ],
            Field::After => &[
                "end",
                "stop",
                "comma",
                "colon",
                "dash",
                "quotation",
                "bracket",
                "preposition",
                "conjunction",
                "verb",
                "capital",
                "pronoun",
                "word",
                "other",
            ],
            Field::Words => &["-", "1", "2", "3", "4-5", "6-9", "10-19", "20+"],
            Field::Ending => &["none", "comma", "stop", "question", "dash", "dots", "semicolon"],
            Field::Shape => &["small", "capital", "title", "capitals", "number", "mixed"],
            Field::Person => &["no", "yes"],
            Field::Company => &["alone", "alone-with-others", "shared"],
            Field::Story => {
                &["-", "sentence-before", "paragraph", "paragraph-before", "paragraph-apart", "same-sentence"]
            }
        })
    }
}

/// The combinations of fields that have weights of their own.
pub(super) const TEMPLATES: &[&[Field]] = {
    use Field::*;
    &[
        &[Rule],
        &[Rule, Lemma],
        &[Lemma, Form],
        &[Rule, Cue, Form],
        &[Rule, Gap, Between],
        &[Rule, Nesting, Cue],
        &[Rule, Source],
        &[Source, SourceLength],
        &[Rule, SourceLength],
        &[Rule, Reach],
        &[Rule, Before],
        &[Rule, After],
        &[Rule, Words, Ending],
        &[Rule, Shape, Words],
        &[Rule, Person, Company],
        &[Rule, Story, Company],
        &[Rule, Story, Words],
        &[Rule, Cue, Gap],
        &[Rule, Before, Shape],
        &[Rule, Ending, Gap],
    ]
};

/// The values of all fields of one candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Description([u16; FIELDS]);

impl Description {
    pub(super) fn empty() -> Self {
        Description([0; FIELDS])
    }

    /// Sets a field to the value of this name; a name that the field does not have leaves it as it is.
    pub(super) fn set(&mut self, field: Field, value: &str) {
        let place = field.values().and_then(|values| values.iter().position(|known| *known == value));
        debug_assert!(place.is_some(), "{field:?} has no value {value:?}");
        if let Some(place) = place {
            self.0[field as usize] = place as u16;
        }
    }

    pub(super) fn set_rule(&mut self, rule: Rule) {
        self.0[Field::Rule as usize] = rule as u16 + 1;
    }

    /// Sets the lemma to a verb of the lexicon.
    pub(super) fn set_lemma(&mut self, number: Option<u16>) {
        self.0[Field::Lemma as usize] = number.map_or(0, |number| number + 1);
    }

    pub(super) fn get(&self, field: Field) -> usize {
        usize::from(self.0[field as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_its_own_name() {
        let of_templates = TEMPLATES.iter().flat_map(|template| template.iter());
        assert!(of_templates.into_iter().all(|field| format!("{field:?}") == field.name()));
    }

    #[test]
    fn rules_have_the_names_that_they_are_written_with() {
        for (place, name) in RULES.iter().enumerate().skip(1) {
            let rule: Rule = serde_json::from_value((*name).into()).unwrap();
            assert_eq!(rule as usize + 1, place);
        }
    }
}
