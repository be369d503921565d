//! The paragraphs of the narrative passages, numbered, with the mentions of characters in them.

use crate::dialogue::Scene;
use crate::speakers::name::Name;
use crate::text::index::{MentionIdx, MentionRange, ParagraphIdx, TokenRange};

/// The paragraphs of the narrative passages of a text, in order.
pub(super) struct Paragraphs {
    list: Vec<Paragraph>,
}

#[derive(Clone, Copy)]
pub(super) struct Paragraph {
    pub tokens: TokenRange,
    /// The names that begin in it.
    pub mentions: MentionRange,
}

impl Paragraphs {
    pub(super) fn new(scene: Scene<'_, '_>, passages: &[TokenRange]) -> Self {
        let Scene { document, names, .. } = scene;
        let mut list = Vec::new();
        let mut passages = passages.iter().peekable();
        for tokens in document.paragraphs() {
            while passages.next_if(|passage| passage.end <= tokens.start).is_some() {}
            if passages.peek().is_some_and(|passage| passage.start <= tokens.start) {
                let mentions = names.before(tokens.start).to(names.before(tokens.end));
                list.push(Paragraph { tokens, mentions });
            }
        }
        Paragraphs { list }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (ParagraphIdx, Paragraph)> + '_ {
        self.list.iter().enumerate().map(|(at, paragraph)| (ParagraphIdx::new(at), *paragraph))
    }

    /// A paragraph; the last one where there is none at this position.
    pub(super) fn get(&self, at: ParagraphIdx) -> Paragraph {
        self.list[at.get().min(self.list.len() - 1)]
    }

    /// The position of the last paragraph.
    pub(super) fn last(&self) -> ParagraphIdx {
        ParagraphIdx::new(self.list.len().saturating_sub(1))
    }

    /// The mentions from one paragraph to another, both included.
    pub(super) fn mentions(&self, first: ParagraphIdx, last: ParagraphIdx) -> MentionRange {
        self.get(first).mentions.start.to(self.get(last).mentions.end)
    }
}

impl Scene<'_, '_> {
    /// A mention and its name, for mentions outside quotations.
    pub(super) fn narrated(
        &self,
        mentions: MentionRange,
    ) -> impl DoubleEndedIterator<Item = (MentionIdx, &Name)> + '_ {
        let all = mentions.iter().map(|mention| (mention, &self.names[mention]));
        all.filter(|(_, name)| !name.is_quoted)
    }
}
