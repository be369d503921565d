//! What the models see of a candidate: fields, each with a few values that a person can read.

use crate::lexicon::{symbol, Symbol};

/// Declares the fields and their names, which are the same.
macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident),* $(,)?) => {
        /// One thing that is said of a candidate or of what surrounds it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub(super) enum Field { $($(#[$doc])* $field),* }

        impl Field {
            pub(super) const ALL: &'static [Field] = &[$(Field::$field),*];

            #[cfg(feature = "training")]
            pub(super) const fn name(self) -> &'static str {
                match self { $(Field::$field => stringify!($field)),* }
            }

            pub(super) const fn symbol(self) -> Symbol {
                match self { $(Field::$field => symbol!(stringify!($field))),* }
            }
        }
    };
}

fields! {
    /// What proposes the link, the source; nothing for the answer that nobody said it.
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

    // Of a cue in its sentence.
    /// What kind of word the cue is.
    Kind,
    /// The first word of its group, if it is another.
    Group,
    Next,
    NextTag,
    Second,
    SecondTag,
    ThirdTag,
    Previous,
    PreviousTag,
    BeforeTag,
    SubjectHead,
    /// How far behind the cue a "that" stands.
    That,
    /// How far behind the cue a finite verb stands.
    Verb,
    /// Units to the end of the sentence.
    Rest,
    /// Units from its start.
    Start,
    /// What stands between it and the cue of speech before it in the sentence.
    Outer,
    /// The tag at the end of the sentence: ", she said."
    Tag,
    /// Where quotations stand.
    Quotes,

    // Of a boundary.
    /// The word at the boundary.
    Word,
    WordTag,
    WordBefore,
    TagBefore,
    TagAfter,
    Length,
    /// Whether the boundary is the first or the last there is; of a frame, whether the source stands behind
    /// the cue.
    Place,
    /// What lies on the other side of it.
    Beyond,
    /// What the content starts with.
    Opening,
    Frame,
}

/// How many fields there are.
pub(super) const FIELDS: usize = Field::ALL.len();

/// The names of all values that are no words of the lexicon.
#[cfg(feature = "training")]
pub(crate) const VALUES: &[&str] = &[
    "-",
    "-al",
    "-ed",
    "-ing",
    "-ion",
    "-s",
    ".",
    "0",
    "1",
    "1-2",
    "10-19",
    "11+",
    "13+",
    "13-20",
    "16+",
    "2",
    "20+",
    "21+",
    "3",
    "3-4",
    "3-5",
    "4-5",
    "5-7",
    "5-8",
    "6-10",
    "6-9",
    "8-12",
    "9+",
    "9-15",
    "according",
    "according-to",
    "adverb",
    "after",
    "ahead",
    "alone",
    "alone-with-others",
    "anticipation",
    "as",
    "attitude",
    "auxiliary",
    "base",
    "be",
    "before",
    "behind",
    "body",
    "both",
    "bracket",
    "by",
    "calendar",
    "call",
    "capital",
    "capitals",
    "clause",
    "clause-source-cue",
    "clitic",
    "colon",
    "comma",
    "common",
    "conjunction",
    "continuation",
    "cue",
    "cue-source-quote",
    "cue-word",
    "dash",
    "demonstrative",
    "demonym",
    "determiner",
    "dots",
    "earlier",
    "end",
    "far",
    "finite",
    "first",
    "former",
    "from",
    "gerund",
    "he",
    "here",
    "i",
    "in",
    "infinitive",
    "introduction",
    "inverted",
    "it",
    "last",
    "later",
    "main",
    "middle",
    "mixed",
    "name",
    "name-phrase",
    "naming",
    "nearest",
    "nearest-reported",
    "negation",
    "next",
    "no",
    "none",
    "nothing",
    "noun",
    "number",
    "object",
    "of",
    "on",
    "only",
    "other",
    "outer",
    "paper",
    "paragraph",
    "paragraph-apart",
    "paragraph-before",
    "participle",
    "passive",
    "past",
    "people",
    "phrasal",
    "phrase",
    "plain",
    "possessive",
    "possessor",
    "possessor-noun-quote",
    "preposition",
    "pronoun",
    "quantifier",
    "quantity",
    "question",
    "quotation",
    "quote-cue-source",
    "quote-source-cue",
    "relative",
    "role",
    "same-sentence",
    "say",
    "semicolon",
    "sentence-before",
    "shared",
    "she",
    "short",
    "short-clause",
    "signature",
    "small",
    "source-colon-quote",
    "source-cue-quote",
    "source-verb-quote",
    "speech",
    "speech-noun",
    "stance",
    "start",
    "stop",
    "subject",
    "subordinator",
    "that",
    "the",
    "they",
    "third",
    "this",
    "title",
    "to",
    "today",
    "tonight",
    "twice",
    "verb",
    "we",
    "which",
    "who",
    "whose",
    "with",
    "word",
    "words",
    "yes",
    "yesterday",
    "you",
];
