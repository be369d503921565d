//! Where sentences end.
//!
//! Imports word classes, the abbreviations of the language and typed indices.

use crate::language::Classes;
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::document::Document;
use crate::tokenizer::kind::TokenKind;

/// Two points, which may end a sentence but are no mark of the language.
const TWO_POINTS: &str = "..";

/// Marks besides quotation marks and brackets that end together with the sentence before them.
const REPEATED_STOPS: [&str; 2] = ["!", "?"];

/// Marks of omission. A number after one continues the sentence.
const OMISSIONS: [&str; 2] = ["…", "..."];

/// Marks besides brackets that may begin a sentence.
const OPENERS: [&str; 5] = ["—", "–", "-", "¿", "¡"];

/// The sentences of a paragraph.
pub(crate) fn split<'d>(
    document: &'d Document<'_>,
    paragraph: TokenRange,
) -> impl Iterator<Item = TokenRange> + 'd {
    let mut start = paragraph.start;
    std::iter::from_fn(move || {
        if start >= paragraph.end {
            return None;
        }
        let (mut at, mut end) = (start, paragraph.end);
        let rest = |at: TokenIdx| document.slice_of_tokens(at.to(paragraph.end));
        // Most tokens are words without a point.
        let next = |at: TokenIdx| rest(at).iter().position(|token| token.may_close_sentence());
        while let Some(words) = next(at) {
            at += words;
            if document.closes_sentence(at) {
                let closer = |at: &TokenIdx| document.closes_with_sentence(*at);
                let closers = (at + 1).to(paragraph.end).iter().take_while(closer).count();
                if document.opens_sentence(at + 1 + closers, at) {
                    end = at + 1 + closers;
                    break;
                }
            }
            at += 1;
        }
        let sentence = start.to(end);
        start = sentence.end;
        Some(sentence)
    })
}

impl Document<'_> {
    /// Whether a token is a mark that can end a sentence, or an abbreviation at the end of one.
    pub(crate) fn closes_sentence(&self, at: TokenIdx) -> bool {
        let Some(token) = self.token(at) else { return false };
        match token.kind() {
            TokenKind::Punctuation => {
                let classes = self.classes(at);
                let is_stop =
                    classes.any(Classes::STOP) || classes == Classes::NONE && self.text_of(at) == TWO_POINTS;
                is_stop && !self.is(at + 1, Classes::FULL_STOP)
            }
            TokenKind::Word => token.ends_with_point() && self.closes_with_abbreviation(at),
            _ => false,
        }
    }

    /// Whether the point of an abbreviation ends the sentence as well.
    fn closes_with_abbreviation(&self, at: TokenIdx) -> bool {
        let text = self.text_of(at);
        let can_end = text.len() > 2 && text.as_bytes()[1] == b'.' || self.language.ends_sentence(text);
        can_end
            && self.token(at + 1).is_none_or(|next| {
                next.is_capitalised() && self.language.opens_sentence(self.text_of(at + 1))
            })
    }

    /// Whether a token ends with the sentence before it: a quotation mark or a bracket without a space.
    fn closes_with_sentence(&self, at: TokenIdx) -> bool {
        self.token(at).is_some_and(|token| {
            let closer = token.is_a(TokenKind::Mark)
                || self.is(at, Classes::CLOSING_BRACKET)
                || REPEATED_STOPS.contains(&self.text_of(at));
            closer && !token.has_space_before()
        })
    }

    /// Whether a token opens a sentence after the one that ended with the token `closer`.
    fn opens_sentence(&self, at: TokenIdx, closer: TokenIdx) -> bool {
        let Some(token) = self.token(at) else { return true };
        match token.kind() {
            TokenKind::Word => token.is_capitalised(),
            TokenKind::Number => !OMISSIONS.contains(&self.text_of(closer)),
            TokenKind::Mark => token.has_space_before(),
            TokenKind::Punctuation => {
                self.is(at, Classes::OPENING_BRACKET) || OPENERS.contains(&self.text_of(at))
            }
            _ => true,
        }
    }
}
