//! The answer: quotations, attributions, speakers, and the links between them.
//!
//! Records refer to one another by index; [`Linked`] follows the links. May import `text`, and the public enums of
//! `speakers` and `rules`.

mod linked;
mod nesting;
mod records;

pub use linked::Linked;
pub(crate) use nesting::set_parents;
pub use records::{Attribution, Passage, Quotation, Speaker};

use serde::{Deserialize, Serialize};

use crate::text::index::SpeakerId;

/// Who said what in one text.
///
/// Its records refer to one another; the handles that its methods return ([`Linked`]) follow those references:
///
/// ```
/// let analysis = whosaid::attribute("“We won,” said Wang Yi. “Nobody lost,” he added.");
/// let said: Vec<_> = analysis
///     .quotations()
///     .map(|quotation| (quotation.speaker().map(|speaker| speaker.name()), quotation.text()))
///     .collect();
/// assert_eq!(said, [(Some("Wang Yi"), "“We won,”"), (Some("Wang Yi"), "“Nobody lost,”")]);
/// ```
///
/// Invariants: quotations and attributions are in the order of the text; every span is in bounds
/// and on character boundaries; every text equals the input at its span; cue, source and content of
/// one attribution do not overlap; an attribution whose cue and content are in the content of another one has the
/// innermost of those as its parent.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Analysis<'t> {
    #[serde(borrow)]
    pub(crate) quotations: Vec<Quotation<'t>>,
    pub(crate) attributions: Vec<Attribution<'t>>,
    pub(crate) speakers: Vec<Speaker<'t>>,
}

impl<'t> Analysis<'t> {
    /// Every quotation, nested ones included, in the order in which they open.
    pub fn quotations(&self) -> impl ExactSizeIterator<Item = Linked<'_, 't, Quotation<'t>>> {
        self.quotations.iter().map(|record| self.link(record))
    }

    /// Every attribution, in the order of the text.
    pub fn attributions(&self) -> impl ExactSizeIterator<Item = Linked<'_, 't, Attribution<'t>>> {
        self.attributions.iter().map(|record| self.link(record))
    }

    /// Every speaker who is reported to have said something, in the order of their first mention.
    pub fn speakers(&self) -> impl ExactSizeIterator<Item = Linked<'_, 't, Speaker<'t>>> {
        self.speakers.iter().map(|record| self.link(record))
    }

    fn link<'a, T>(&'a self, record: &'a T) -> Linked<'a, 't, T> {
        Linked { analysis: self, record }
    }

    fn speaker_at(&self, speaker: Option<SpeakerId>) -> Option<&Speaker<'t>> {
        speaker?.of(&self.speakers)
    }
}
