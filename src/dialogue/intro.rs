//! The sentence before the quotations of a turn: "Emma met the question calmly.", "The curate turned to her with:".

use crate::dialogue::tags::{Pronoun, Who};
use crate::dialogue::Scene;
use crate::language::Classes;
use crate::models::{value, Value};
use crate::speakers::name::GrammaticalRole;
use crate::speakers::Gender;
use crate::text::index::{CharacterId, PieceIdx, TokenIdx, TokenRange};

/// The maximum number of tokens that are read before a quotation.
const REACH: usize = 60;

/// The last sentence before a quotation, in its paragraph or at the end of the paragraph before.
#[derive(Clone, Copy)]
pub(super) struct Intro {
    words: TokenRange,
    /// Its first name or pronoun.
    subject: Option<Who>,
    /// Whether the quotation completes it: a colon or a comma is before the quotation, or nothing.
    is_open: bool,
    /// The first and the last character that is named as the subject of a clause.
    subjects: Option<(CharacterId, CharacterId)>,
    /// The last character that is named.
    last: Option<CharacterId>,
}

impl Scene<'_, '_> {
    /// The words of the last sentence before a piece of a quotation; empty if another quotation is directly before it.
    pub(super) fn sentence_before(&self, piece: PieceIdx) -> TokenRange {
        let (document, quotes) = (self.document, self.quotes);
        let end = quotes.piece(piece).start();
        let quoted = piece.before().map_or(TokenIdx::START, |before| quotes.piece(before).end());
        let first = quoted.max(end.saturating_sub(REACH));
        let ends_sentence =
            |at: &TokenIdx| document.is(*at, Classes::STOP) || document.begins_paragraph(*at + 1);
        let stop = first.to(end.saturating_sub(1)).iter().rev().find(ends_sentence);
        stop.map_or(first, |stop| stop + 1).to(end)
    }
}

impl Intro {
    /// Reads the words before a piece of a quotation, unless another quotation is directly before it.
    pub(super) fn before(scene: Scene<'_, '_>, piece: PieceIdx) -> Option<Intro> {
        let document = scene.document;
        let words = scene.sentence_before(piece);
        let last = words.last()?;
        let is_complete = document.is(last, Classes::STOP)
            || document.begins_paragraph(words.end) && document.is_word(last);
        let inside = scene.names.before(words.start).to(scene.names.before(words.end));
        let mut subjects = scene
            .narrated(inside)
            .filter(|(_, name)| name.role == GrammaticalRole::Subject)
            .map(|(mention, _)| scene.character(mention));
        let subject = subjects.next();
        let subjects = subject.map(|first| (first, subjects.next_back().unwrap_or(first)));
        let last = scene.narrated(inside).next_back().map(|(mention, _)| scene.character(mention));
        Some(Intro {
            words,
            subject: Who::first_in(scene, words).map(|(who, _)| who),
            is_open: !is_complete,
            subjects,
            last,
        })
    }

    /// How the sentence names a character: as the subject of its first or last clause, or elsewhere, and whether the
    /// quotation completes it. The nearest name is often not the subject: "Emma looked at the curate and said".
    pub(super) fn utters(&self, scene: Scene<'_, '_>, character: CharacterId) -> Value {
        let value = |open: Value, over: Value| if self.is_open { open } else { over };
        match self.subjects {
            Some((first, last)) if first == character && last == character => {
                value(value!("both"), value!("over-both"))
            }
            Some((_, last)) if last == character => value(value!("last"), value!("over-last")),
            Some((first, _)) if first == character => value(value!("first"), value!("over-first")),
            _ if self.last == Some(character) => value(value!("in"), value!("over-in")),
            _ if !self.is_open => Value::NONE,
            _ if self.mentions(scene, character) => value!("middle"),
            Some(_) => value!("none"),
            None => Value::NONE,
        }
    }

    /// How the sentence names a character, whose gender is given.
    pub(super) fn names(
        &self,
        scene: Scene<'_, '_>,
        character: CharacterId,
        gender: impl Fn(Gender) -> Value,
    ) -> Value {
        match self.subject {
            Some(Who::Named(subject)) if subject == character => match self.is_open {
                true => value!("colon"),
                false => value!("subject"),
            },
            Some(Who::Pronoun(Pronoun::Person(wanted))) => match (gender(wanted), self.is_open) {
                (agrees, true) => agrees,
                (agrees, false) if agrees == value!("same") => value!("he"),
                (agrees, false) if agrees == value!("other") => value!("she"),
                _ => value!("they"),
            },
            _ if self.mentions(scene, character) => value!("in"),
            Some(Who::Named(_)) if self.is_open => value!("name"),
            Some(Who::Named(_)) => value!("none"),
            _ => Value::NONE,
        }
    }

    fn mentions(&self, scene: Scene<'_, '_>, character: CharacterId) -> bool {
        let inside = scene.names.before(self.words.start).to(scene.names.before(self.words.end));
        inside.iter().any(|mention| scene.character(mention) == character)
    }
}
