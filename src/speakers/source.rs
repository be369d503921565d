//! Sources: how an attribution refers to its speaker.
//!
//! Rules give sources and resolution reads them. May import `text` and [`Name`].

use crate::speakers::name::Name;
use crate::text::index::{EntityId, MentionId, TokenIdx, TokenRange};

/// What an attribution says about its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// Words that name or describe the speaker: "the senator", "he".
    Words(TokenRange),
    /// A name that is a speaker by its place: the label of a line, a signature.
    Mention(MentionId),
    /// A person, organisation or place that the text names.
    Entity(EntityId),
    /// A person without a name who is not one of the others: "the man with the beard".
    Description(TokenRange),
    /// Whoever tells the story and is not named; the token is an "I".
    Narrator(TokenIdx),
}

/// The mentions that sources refer to, and their ids after doubtful names have been dropped.
///
/// Ids are given while a text is read. Later, names that turn out to be ordinary words are dropped, and the ids
/// of the names after them change.
#[derive(Debug, Default)]
pub(crate) struct DirectMentions {
    /// The ids before, in order, each once.
    before: Vec<MentionId>,
    /// The id now of each of them.
    after: Vec<MentionId>,
}

impl DirectMentions {
    /// The mentions that these sources refer to. Allocates nothing if there are none.
    pub(crate) fn of(sources: impl Iterator<Item = Option<Source>>) -> Self {
        let mention = |source| match source {
            Some(Source::Mention(mention)) => Some(mention),
            Some(_) | None => None,
        };
        let mut before: Vec<MentionId> = sources.filter_map(mention).collect();
        before.sort_unstable();
        before.dedup();
        DirectMentions { before, after: Vec::new() }
    }

    /// Marks these mentions as names beyond doubt, since a label or a signature names a speaker whatever its
    /// words mean elsewhere.
    pub(crate) fn confirm(&self, names: &mut [Name]) {
        for mention in &self.before {
            if let Some(name) = names.get_mut(mention.get()) {
                name.is_doubtful = false;
            }
        }
    }

    /// Finds the ids that the mentions have once only the names that are kept remain. Linear in the number of
    /// all names if there are direct mentions, else constant.
    pub(crate) fn renumber(&mut self, is_kept: impl Iterator<Item = bool>) {
        self.after.clear();
        let mut mentions = self.before.iter().peekable();
        let mut kept = 0;
        for (index, is_kept) in is_kept.enumerate() {
            let Some(next) = mentions.peek() else { break };
            if next.get() == index {
                mentions.next();
                self.after.push(MentionId::new(kept));
            }
            kept += usize::from(is_kept);
        }
    }

    /// The current id of a mention.
    pub(crate) fn current(&self, before: MentionId) -> Option<MentionId> {
        let at = self.before.binary_search(&before).ok()?;
        self.after.get(at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_follow_the_names_that_are_kept() {
        let mentions = [5, 1, 3, 5].map(MentionId::new);
        let words = Source::Words(TokenRange::new(0, 1));
        let sources = mentions.map(|mention| Some(Source::Mention(mention))).into_iter();
        let mut direct = DirectMentions::of(sources.chain([None, Some(words)]));
        direct.renumber([false, true, false, true, false, true, true].into_iter());
        for (before, after) in [(1, 0), (3, 1), (5, 2)] {
            assert_eq!(direct.current(MentionId::new(before)), Some(MentionId::new(after)));
        }
        assert_eq!(direct.current(MentionId::new(6)), None);
    }
}
