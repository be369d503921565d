//! The answer: quotations, attributions, speakers, and the links between them.
//!
//! Records refer to one another by index; [`Linked`] follows the links. May import `text`, and the public enums of
//! `speakers` and `rules`.

mod content;
mod debug;
mod iterators;
mod linked;
mod records;
mod speaker;

pub(crate) use content::Content;
pub use iterators::Records;
pub use linked::Linked;
pub use records::{Attribution, Passage, Quotation};
pub use speaker::Speaker;

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
/// one attribution do not overlap.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Analysis<'t> {
    pub(crate) quotations: Vec<Quotation<'t>>,
    pub(crate) attributions: Vec<Attribution<'t>>,
    pub(crate) speakers: Vec<Speaker<'t>>,
}

impl<'t> Analysis<'t> {
    /// The same analysis with copies of all texts, so that it may outlive the input.
    ///
    /// Linear in the length of the text. An `Analysis<'static>` is also what deserialisation from any source gives.
    ///
    /// ```
    /// fn read() -> whosaid::Analysis<'static> {
    ///     let text = String::from("“We won,” said Wang Yi.");
    ///     whosaid::attribute(&text).into_owned()
    /// }
    /// assert_eq!(read().quotations().len(), 1);
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Analysis<'static> {
        Analysis {
            quotations: self.quotations.into_iter().map(Quotation::into_owned).collect(),
            attributions: self.attributions.into_iter().map(Attribution::into_owned).collect(),
            speakers: self.speakers.into_iter().map(Speaker::into_owned).collect(),
        }
    }

    /// Every quotation, nested ones included, in the order in which they open.
    #[must_use]
    pub fn quotations(&self) -> Records<'_, 't, Quotation<'t>> {
        Records::new(self, &self.quotations)
    }

    /// Every attribution, in the order of the text.
    #[must_use]
    pub fn attributions(&self) -> Records<'_, 't, Attribution<'t>> {
        Records::new(self, &self.attributions)
    }

    /// Every speaker who is reported to have said something, in the order of their first mention.
    #[must_use]
    pub fn speakers(&self) -> Records<'_, 't, Speaker<'t>> {
        Records::new(self, &self.speakers)
    }

    fn speaker_at(&self, speaker: Option<SpeakerId>) -> Option<Linked<'_, 't, Speaker<'t>>> {
        self.speakers().nth(speaker?.get())
    }
}
