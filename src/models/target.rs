//! What models decide, for those who judge or show their decisions. Imports the names of enums.

use crate::text::named::{public_name, unknown_is_other, written_by_name};

/// What a model decides about an attribution.
///
/// ```
/// use whosaid::explanation::Target;
///
/// assert_eq!((Target::Link.question(), Target::Link.name()), ("Who said it?", "link"));
/// assert_eq!(Target::StartAfterCue.to_string(), "start-after-cue");
/// assert_eq!("start-after-cue".parse(), Ok(Target::StartAfterCue));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Target {
    /// The cue and the source of a quotation. The first answer is that it has none.
    Link,
    /// Whether a possible cue is one. The first answer is "no".
    Cue,
    /// The source of a cue. The first answer is that it has none.
    Source,
    /// On which sides of its cue a content is.
    Sides,
    /// Where the content before a cue starts.
    StartBeforeCue,
    /// Where the content after a cue starts.
    StartAfterCue,
    /// Where the content after a cue ends.
    EndAfterCue,
    /// Who speaks a turn of dialogue.
    Speaker,
    /// Whom a source means. The first answer is that the text does not name the speaker.
    Meaning,
    /// Something that this version does not know, in a record that a later one wrote. No text gives it.
    Other,
}

impl Target {
    /// Every one that a text may give.
    pub const ALL: &'static [Target] = &[
        Target::Link,
        Target::Cue,
        Target::Source,
        Target::Sides,
        Target::StartBeforeCue,
        Target::StartAfterCue,
        Target::EndAfterCue,
        Target::Speaker,
        Target::Meaning,
    ];

    /// The name in kebab case, as in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Target::Link => public_name!("link"),
            Target::Cue => public_name!("cue"),
            Target::Source => public_name!("source"),
            Target::Sides => public_name!("sides"),
            Target::StartBeforeCue => public_name!("start-before-cue"),
            Target::StartAfterCue => public_name!("start-after-cue"),
            Target::EndAfterCue => public_name!("end-after-cue"),
            Target::Speaker => public_name!("speaker"),
            Target::Meaning => public_name!("meaning"),
            Target::Other => public_name!("other"),
        }
    }

    /// What is asked, for a person.
    #[must_use]
    pub const fn question(self) -> &'static str {
        match self {
            Target::Link => public_name!("Who said it?"),
            Target::Cue => public_name!("Does it report something?"),
            Target::Source => public_name!("Who is the source?"),
            Target::Sides => public_name!("On which side of the cue is the content?"),
            Target::StartBeforeCue => public_name!("Where does the content before the cue start?"),
            Target::StartAfterCue => public_name!("Where does the content after the cue start?"),
            Target::EndAfterCue => public_name!("Where does the content after the cue end?"),
            Target::Speaker => public_name!("Who speaks the turn?"),
            Target::Meaning => public_name!("Whom does the source mean?"),
            Target::Other => public_name!("Something else"),
        }
    }
}

written_by_name!(Target, public_name!("target"), [Target::ALL, &[Target::Other]].concat());
unknown_is_other!(Target);
