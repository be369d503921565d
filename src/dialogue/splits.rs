//! Which quotations of a paragraph are one turn, and the tag of each turn.
//!
//! A paragraph is one turn, unless its tags show several speakers: Emma said, “Q,” and the curate answered, “Q.”

use crate::dialogue::characters::Characters;
use crate::dialogue::paragraphs::Paragraph;
use crate::dialogue::tags::{Pronoun, Tag, TagOrder, Who};
use crate::dialogue::Scene;
use crate::rules::{AttributionOfQuotations, Draft};
use crate::text::index::{PieceIdx, PieceRange, TokenIdx, TokenRange};

/// Reads the tags of a paragraph.
#[derive(Clone, Copy)]
pub(super) struct TagReader<'a, 't> {
    pub scene: Scene<'a, 't>,
    pub paragraph: Paragraph,
    pub drafts: &'a [Draft],
    pub of_quotations: &'a AttributionOfQuotations,
}

impl TagReader<'_, '_> {
    /// The turns of a paragraph with these pieces of quotations: the part of the paragraph, its pieces and its tag.
    pub(super) fn turns(
        &self,
        pieces: PieceRange,
        characters: &mut Characters,
    ) -> Vec<(TokenRange, PieceRange, Option<Tag>)> {
        let mut turns: Vec<(TokenRange, PieceRange, Option<Tag>)> =
            vec![(self.paragraph.tokens, pieces.start.to(pieces.start), None)];
        for piece in pieces {
            let tag = self.tag(piece, characters);
            let Some((tokens, known, last)) = turns.last_mut() else { break };
            match (*last, tag) {
                (Some(last), Some(tag))
                    if contradicts(last.who, tag.who, characters) || is_named_later(last, tag) =>
                {
                    let start = match tag.order {
                        TagOrder::BeforeQuotation => tag.at.min(self.start(piece)),
                        _ => self.start(piece),
                    };
                    let end = tokens.end;
                    tokens.end = start.max(tokens.start);
                    turns.push((start.to(end), piece.only(), Some(tag)));
                }
                _ => {
                    known.end = piece + 1;
                    *last = last.or(tag);
                }
            }
        }
        turns
    }

    fn start(&self, piece: PieceIdx) -> TokenIdx {
        self.scene.quotes.piece(piece).start()
    }

    /// The tag of a quotation: that of its draft, or else the one directly after it.
    fn tag(&self, piece: PieceIdx, characters: &mut Characters) -> Option<Tag> {
        let quoted = self.scene.quotes.piece(piece);
        let draft = self.of_quotations.get(quoted.quotation()).and_then(|draft| draft.of(self.drafts));
        let of_draft =
            draft.and_then(|draft| Tag::of_draft(self.scene, draft, self.paragraph.tokens, characters));
        let (from, end) = (quoted.end(), self.paragraph.tokens.end);
        of_draft.or_else(|| (from < end).then(|| Tag::after(self.scene, from, end, characters)).flatten())
    }

    /// The tag at the end of the paragraph before, if the paragraph begins with the first of these pieces.
    pub(super) fn announced(&self, pieces: PieceRange) -> Option<Tag> {
        let is_first = self.start(pieces.start) == self.paragraph.tokens.start;
        is_first.then(|| Tag::announcing(self.scene, self.scene.sentence_before(pieces.start))).flatten()
    }
}

/// Whether a name that precedes its quotation follows a pronoun, which rather means another person: “Q,” she said; and
/// Emma said, “Q.”
fn is_named_later(one: Tag, other: Tag) -> bool {
    matches!((one.who, other.who), (Who::Pronoun(_), Who::Named(_)))
        && other.order == TagOrder::BeforeQuotation
}

/// Whether two tags cannot mean the same speaker.
fn contradicts(one: Who, other: Who, characters: &Characters) -> bool {
    let gender = |who: Who| match who {
        Who::Named(character) | Who::Described(_, character) => characters.get(character).gender,
        Who::Pronoun(pronoun) => pronoun.gender(),
    };
    match (one, other) {
        (Who::Named(one), Who::Named(other)) => one != other,
        (Who::Pronoun(Pronoun::I), Who::Pronoun(Pronoun::Person(_)))
        | (Who::Pronoun(Pronoun::Person(_)), Who::Pronoun(Pronoun::I)) => true,
        (Who::Pronoun(Pronoun::I), Who::Named(named)) | (Who::Named(named), Who::Pronoun(Pronoun::I)) => {
            characters.narrator != Some(named)
        }
        _ => gender(one).is_some_and(|gender_of_one| gender_of_one.conflicts(gender(other))),
    }
}
