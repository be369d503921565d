//! Kinds of speakers. May import `text`.

use crate::text::named::{public_name, unknown_is_other, written_by_name};

/// What a speaker is.
///
/// ```
/// use whosaid::SpeakerKind;
///
/// assert_eq!("group".parse(), Ok(SpeakerKind::Group));
/// assert_eq!(SpeakerKind::Group.to_string(), "group");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SpeakerKind {
    /// A single human being.
    Person,
    /// An organisation that speaks as one: a ministry, a newspaper, a campaign.
    Organisation,
    /// Several people: "officials", "voters".
    Group,
    /// Something written or recorded that states something: a report, a poll, a sign.
    Document,
    /// Whoever tells the story in the first person, where the text gives no name.
    Narrator,
    /// Any other source of a statement; in a record that a later version wrote, also a kind unknown to this one.
    Other,
}

impl SpeakerKind {
    /// Every kind.
    pub const ALL: &'static [SpeakerKind] = &[
        SpeakerKind::Person,
        SpeakerKind::Organisation,
        SpeakerKind::Group,
        SpeakerKind::Document,
        SpeakerKind::Narrator,
        SpeakerKind::Other,
    ];

    /// The name in small letters, as in JSON.
    ///
    /// ```
    /// assert_eq!(whosaid::SpeakerKind::Organisation.name(), "organisation");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            SpeakerKind::Person => public_name!("person"),
            SpeakerKind::Organisation => public_name!("organisation"),
            SpeakerKind::Group => public_name!("group"),
            SpeakerKind::Document => public_name!("document"),
            SpeakerKind::Narrator => public_name!("narrator"),
            SpeakerKind::Other => public_name!("other"),
        }
    }

    /// Whether it is certainly no single person.
    pub(crate) fn is_many_or_thing(self) -> bool {
        self.is_thing() || self == SpeakerKind::Group
    }

    /// Whether "it" may refer to a speaker of this kind.
    pub(crate) fn is_thing(self) -> bool {
        matches!(self, SpeakerKind::Organisation | SpeakerKind::Document)
    }
}

written_by_name!(SpeakerKind, public_name!("kind of speaker"), SpeakerKind::ALL);
unknown_is_other!(SpeakerKind);
