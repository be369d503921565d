//! The fields by which a candidate is described to the models.
//!
//! The build script includes this file to read field names in the model files, so it imports nothing.

/// Declares the fields and their names, which are the same.
macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident),* $(,)?) => {
        /// One property of a candidate or of its surroundings.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub(crate) enum Field { $($(#[$doc])* $field),* }

        impl Field {
            pub(crate) const ALL: &'static [Field] = &[$(Field::$field),*];
        }
    };
}

fields! {
    /// The rule that proposes a link, or how a source was found; none for the answer that nobody said the quotation.
    Rule,
    /// The verb that the cue is a form of.
    Lemma,
    Cue,
    Form,
    /// Units between the quotation and the nearer one of cue and source.
    Gap,
    /// What is in that gap.
    Between,
    /// How the cue relates to other cues: whether one of them reports it or is nearer.
    Nesting,
    /// The next cue or verb towards the quotation, and whether it has the same source.
    Inner,
    Source,
    SourceLength,
    /// The word before the source.
    BeforeSource,
    /// Units between source and cue.
    Reach,
    /// The word or mark before the quotation.
    Before,
    /// The word or mark after the quotation.
    After,
    /// Words in the quotation.
    Words,
    /// The last mark of the quotation.
    Ending,
    /// How the quotation is written: in capitals, like a title.
    Shape,
    /// Whether the quotation uses "I" or "we".
    Person,
    /// Whether the sentence holds more than the quotation.
    Company,
    /// How far back the attribution is that the quotation would continue.
    Story,

    // Of a cue in its sentence.
    /// What kind of word the cue is.
    Kind,
    /// The first word of its verb group, if that is another word.
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
    /// Units from the cue to a "that" after it.
    That,
    /// Units from the cue to a finite verb after it.
    Verb,
    /// Units to the end of the sentence.
    Rest,
    /// Units from its start.
    Start,
    /// What is between the cue and the cue of speech before it in the sentence.
    Outer,
    /// The tag at the end of the sentence: ", she said."
    Tag,
    /// On which side of the cue quotations are.
    Quotes,
    /// The form of what follows the cue: a clause, an infinitive, a bare noun phrase.
    Complement,
    /// Whether its clause states, asks, supposes or advises.
    Mood,
    /// How the text speaks: whether it reports, and whether it says "I" and "you".
    Register,
    /// The same more coarsely: whether it may be news.
    News,
    /// Whether the cue is in the content of another one.
    Nested,

    // Of a boundary.
    /// The word at the boundary.
    Word,
    WordTag,
    WordBefore,
    TagBefore,
    TagAfter,
    Length,
    /// Whether the boundary is the first or the last possible one; for a frame, whether the source follows the
    /// cue.
    Place,
    /// What is on the other side of the boundary.
    Beyond,
    /// Commas of the content before the boundary.
    Commas,
    /// Units from the boundary to the next finite verb.
    Ahead,
    /// The form of that verb.
    VerbForm,
    /// What the content starts with.
    Opening,
    Frame,

    // Of a turn of dialogue and a candidate for its speaker.
    /// What the paragraph of the turn shows about its speaker: a name, a pronoun, nothing.
    TurnTag,
    /// Whether a caller named the characters.
    Told,
    /// Paragraphs since the last turn.
    TurnGap,
    /// What the paragraph of the turn before shows about its speaker.
    LastTag,
    /// How many characters speak in the conversation so far.
    Circle,
    /// Whether the turn before ends with a question.
    Asked,
    /// Whether the turn ends with a question.
    Asks,
    /// What the first word of the turn is: an interjection, "no", a conjunction.
    OpensWith,
    /// Paragraphs until the next turn.
    GapAfter,
    /// What the paragraph of the next turn shows about its speaker.
    TagOfLater,
    /// Whether the turn addresses somebody of the candidate's gender by a title.
    TitleHere,
    /// Whether the tag of the turn names the candidate.
    Tagged,
    /// Where the source of the tag is.
    TagOrder,
    /// Whether the candidate agrees with the pronoun of the turn.
    Agrees,
    /// Whether the pronouns after the candidate's names have the gender of the source.
    Leans,
    /// Whether the last pronoun that meant the candidate has the gender of the source.
    Called,
    /// Whether the candidate tells the story.
    Narrates,
    /// Where the candidate is named beside the quotations.
    Beat,
    /// Whether nobody else is.
    OnlyBeat,
    /// Which of the last three turns the candidate spoke.
    LastTurns,
    /// How many others spoke since the candidate did.
    Spoke,
    /// Whether the turn addresses or names the candidate.
    Addressed,
    /// The same of the turn before.
    AddressedBefore,
    /// The same of the turn after.
    AddressedAfter,
    /// The same of the turn before the last one.
    AddressedTwoBefore,
    /// Whether the turn before addresses somebody of the candidate's gender: "sir".
    TitleBefore,
    /// The same of the turn after.
    TitleAfter,
    /// How many others the narration named since it named the candidate.
    Recent,
    /// Where the narration since the last turn names the candidate.
    Narration,
    /// How the paragraph before the turn names the candidate.
    LeadIn,
    /// How the last sentence before the turn's quotations names the candidate.
    Intro,
    /// How the sentence that leads to the turn's quotations names the candidate.
    Utters,
    /// How many others were subjects in the narration since the candidate was.
    Acted,
    /// Whether the candidate spoke the last turn with the same pronoun.
    Chain,
    /// How many turns two speakers alternated, and whether it is the candidate's turn.
    Alternation,
    /// How the paragraph after the turn names the candidate.
    Follows,
    /// Whether the tag of the next turn names the candidate.
    TagOfNext,
    /// Whether the candidate agrees with the pronoun of the next turn's tag.
    NextPronoun,
    /// Whether the tag of the turn after the next one names the candidate.
    TagAfterNext,
    /// Whether the next tag with a name in the turns after those names the candidate, and how many turns are before it.
    TagAhead,
    /// How often the text names the candidate.
    Often,
    /// Whether a given name or a title shows that the candidate is a person.
    Certain,
    /// Which of the next three turns the candidate speaks by the first pass.
    NextTurns,
    /// Which of the two turns before and the two after the candidate speaks.
    Around,

    // Of a source and an entity that it may mean.
    /// What kind of source it is: a pronoun, a name, a description by a role.
    Sought,
    /// What is before the noun of a description.
    Modified,
    /// What a candidate is: a name of several words, a single word, an organisation, a place.
    Being,
    /// Whether the name is the candidate's by its words alone.
    Own,
    /// How many sentences ago the candidate was named.
    Apart,
    /// How many paragraphs ago the candidate was named.
    ParagraphsApart,
    /// How many words ago the candidate was named, in tens.
    Distance,
    /// The part that the last mention of the candidate plays in its sentence.
    Mentioned,
    /// How many sentences ago the candidate was the first subject.
    Led,
    /// How many other candidates were named more often lately.
    Rank,
    /// How often the candidate was.
    Count,
    /// Whether the candidate is the first name of the paragraph.
    Opens,
    /// Whether the paragraph names the candidate, and others who may be meant.
    Present,
    /// How many sentences ago the candidate spoke.
    SpokeApart,
    /// How many paragraphs ago the candidate spoke.
    SpokeParagraphs,
    /// Whether the same pronoun is in the sentence before.
    Repeated,
    /// How much of a description the text says of the candidate.
    Fits,
    /// Whether the text says it of another one.
    Rivals,
}

/// The number of fields.
pub(crate) const FIELDS: usize = Field::ALL.len();
