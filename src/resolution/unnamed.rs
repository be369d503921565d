//! Speakers whom the text does not name, under the words that describe them: "senior official".

use std::borrow::Cow;

use crate::language::Classes;
use crate::resolution::order::one_line;
use crate::resolution::resolver::{Meaning, Resolver};
use crate::speakers::keys::WordKey;
use crate::speakers::SpeakerKind;
use crate::text::index::{SpeakerId, TokenIdx, TokenRange};
use crate::tokenizer::Document;

impl<'t> Resolver<'_, 't> {
    /// The speaker that these words describe, a new one if there is none yet. Articles make no difference: "an official"
    /// and "the official" are one.
    pub(super) fn unnamed_speaker(&mut self, source: TokenRange) -> SpeakerId {
        let document = self.discourse.document;
        let name = self.shown(source);
        let key = WordKey::of(&name);
        if let Some(speaker) = self.unnamed.get(&key) {
            return *speaker;
        }
        let speaker = self.introduce(name, unnamed_kind(document, source));
        self.unnamed.insert(key, speaker);
        speaker
    }

    /// The speaker without a name that the same words described before.
    pub(super) fn unnamed_as(&self, source: TokenRange) -> Option<Meaning> {
        self.unnamed.get(&WordKey::of(&self.shown(source))).copied().map(Meaning::Unnamed)
    }

    /// A description as a name: without article and closing time, and with the full name of an owner. "Holt's office" is
    /// "Ann Holt's office".
    fn shown(&self, source: TokenRange) -> Cow<'t, str> {
        let document = self.discourse.document;
        let article = Classes::DEFINITE_ARTICLE.or(Classes::INDEFINITE_ARTICLE);
        let start = source.start + usize::from(source.len() > 1 && document.is(source.start, article));
        let end = without_time(document, start.to(source.end));
        // "The senator's answer was".
        let is_owner = end > start + 1 && document.is(end - 1, Classes::CLITIC);
        let words = start.to(end - usize::from(is_owner));
        match self.owner(words) {
            Some((name, rest)) => {
                Cow::Owned(format!("{}{}", one_line(document.slice(name)), one_line(document.slice(rest))))
            }
            None => one_line(document.slice(words)),
        }
    }

    /// The full name of the person who owns what some words describe, and the words after that name.
    fn owner(&self, words: TokenRange) -> Option<(TokenRange, TokenRange)> {
        let names = &self.discourse.names;
        let mention = names.before(words.start);
        let own = names.get(mention).into_iter().chain(names.get(mention + 1));
        let (at, name) = own.enumerate().find(|(_, name)| name.titled_start() == words.start)?;
        let owns = self.discourse.document.is(name.end(), Classes::CLITIC) && name.end() < words.end;
        let entity = self.discourse.registry.entity(self.discourse.registry.entity_of(mention + at));
        (owns && entity.kind == SpeakerKind::Person).then(|| (entity.name(), name.end().to(words.end)))
    }
}

/// The end of a description before a time: "a poll on Monday".
fn without_time(document: &Document<'_>, words: TokenRange) -> TokenIdx {
    let time = Classes::CALENDAR.or(Classes::TIME_ADVERB);
    // "USA Today" is a name.
    let is_name = |at| document.is(at, Classes::TIME_ADVERB) && document.is_capitalised(at);
    let is_time = |at: &TokenIdx| document.is(*at, time) && !is_name(*at);
    let count = words.iter().rev().take_while(is_time).count();
    let end = words.end - count;
    let before = end.before().filter(|before| count > 0 && document.is(*before, Classes::PREPOSITION));
    before.unwrap_or(end).max(words.start + 1).min(words.end)
}

/// The kind of a speaker without a name.
fn unnamed_kind(document: &Document<'_>, source: TokenRange) -> SpeakerKind {
    let mut kind = SpeakerKind::Other;
    for at in source {
        let classes = document.classes(at);
        if classes.any(Classes::PREPOSITION.or(Classes::RELATIVE)) && kind != SpeakerKind::Other {
            break;
        }
        let is_plural = classes.any(Classes::PLURAL.or(Classes::QUANTIFIER));
        if classes.any(Classes::ORGANISATION) {
            kind = SpeakerKind::Organisation;
        } else if classes.any(Classes::DOCUMENT) {
            kind = SpeakerKind::Document;
        } else if is_plural && !classes.any(Classes::ADDITIONAL) {
            kind = SpeakerKind::Group;
        } else if classes.any(Classes::ROLE) {
            kind = SpeakerKind::Person;
        }
    }
    kind
}
