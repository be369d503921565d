//! The fields by which a candidate is described to the models.
//!
//! The build script includes this file to read field names in the model files, so it imports nothing.

/// Declares the fields and their names, which are the same.
macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident),* $(,)?) => {
        /// One thing that is said of a candidate or of what surrounds it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub(crate) enum Field { $($(#[$doc])* $field),* }

        impl Field {
            pub(crate) const ALL: &'static [Field] = &[$(Field::$field),*];
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
pub(crate) const FIELDS: usize = Field::ALL.len();
