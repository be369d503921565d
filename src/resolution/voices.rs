//! Whose words a source is part of: within what somebody says, "I" is that speaker.

use crate::language::Classes;
use crate::models::Decider;
use crate::resolution::resolver::Resolver;
use crate::resolution::Reference;
use crate::text::index::{SpeakerId, TokenRange};

/// Who says the words that a source is part of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Voice {
    pub speaker: SpeakerId,
    /// The probability that it is the speaker.
    pub confidence: f32,
}

impl Resolver<'_, '_> {
    /// The speaker that a source means and the probability that it is right; `None` where the text leaves it open. What
    /// it means within the words that `voice` says decides nothing outside them.
    pub(super) fn resolve(
        &mut self,
        reference: Reference,
        voice: Option<(SpeakerId, f32)>,
        decider: &mut impl Decider,
    ) -> Option<(SpeakerId, f32)> {
        self.voice = voice.map(|(speaker, confidence)| Voice { speaker, confidence });
        if reference.within.is_none() {
            return self.resolve_here(reference, decider);
        }
        let outside = (self.spoke, self.last_unnamed);
        if let Some((_, last)) = self.inside.filter(|(within, _)| Some(*within) == reference.within) {
            (self.spoke, self.last_unnamed) = last;
        }
        let speaker = self.resolve_here(reference, decider);
        self.inside = reference.within.map(|within| (within, (self.spoke, self.last_unnamed)));
        (self.spoke, self.last_unnamed) = outside;
        speaker
    }

    /// Whether the source is part of what somebody says.
    pub(super) fn has_voice(&self) -> bool {
        self.voice.is_some()
    }

    /// Whether the source is part of what this speaker says.
    pub(super) fn is_voice(&self, speaker: SpeakerId) -> bool {
        self.voice.is_some_and(|voice| voice.speaker == speaker)
    }

    /// Whether a source is "I" or "we" alone.
    pub(super) fn is_first_person(&self, source: TokenRange) -> bool {
        let classes = self.discourse.document.classes(source.start);
        source.len() == 1
            && classes.any(Classes::FIRST_PERSON)
            && classes.any(Classes::PRONOUN.or(Classes::OBJECT))
    }
}
