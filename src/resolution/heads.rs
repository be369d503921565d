//! The name that heads a source: "Karim Khan" in "the prosecutor for the court, Karim Khan".

use std::cell::OnceCell;

use crate::language::Classes;
use crate::resolution::discourse::Discourse;
use crate::resolution::resolver::Resolver;
use crate::text::index::{MentionIdx, TokenIdx, TokenRange};

/// Marks after which a source says no more about the name before them.
const CLOSING_MARKS: [&str; 5] = ["(", "—", "–", "--", "-"];

/// Words that begin an adverbial or a clause after a name: "Holt earlier this week", "Holt a month ago".
const ADVERBIAL: Classes = Classes::ADVERB
    .or(Classes::TIME_ADVERB)
    .or(Classes::TIME_DETERMINER)
    .or(Classes::CALENDAR)
    .or(Classes::DETERMINER)
    .or(Classes::QUANTIFIER)
    .or(Classes::SUBORDINATOR);

impl Resolver<'_, '_> {
    /// The name that heads a source, names inside its prepositional and possessive parts excluded. "The Ohio Republican"
    /// is no name.
    pub(super) fn head_name(&self, source: TokenRange) -> Option<MentionIdx> {
        let Discourse { document, names, registry, .. } = &self.discourse;
        let head = self.named_head(source)?;
        let is_origin = document.is(source.start, Classes::DEFINITE_ARTICLE)
            && document.is(names[head].last(), Classes::DEMONYM)
            && !registry.entity(registry.entity_of(head)).is_certain;
        (!is_origin).then_some(head)
    }

    /// Whether a word begins an adverbial or a clause; with a capital it may be part of a title, but for days.
    fn begins_adverbial(&self, at: TokenIdx) -> bool {
        let document = self.discourse.document;
        // "Holt brazenly"
        (document.is(at, ADVERBIAL) || document.is_unlisted_adverb(at))
            && (!document.is_capitalised(at) || document.is(at, Classes::CALENDAR))
    }

    fn named_head(&self, source: TokenRange) -> Option<MentionIdx> {
        let Discourse { document, names, .. } = &self.discourse;
        let boundary = Classes::COMMA.or(Classes::PREPOSITION).or(Classes::RELATIVE).or(Classes::CONJUNCTION);
        let mut mention = names.ending_by(source.start);
        let closing = OnceCell::new();
        let closing_from =
            |at: TokenIdx| closing.get_or_init(|| self.closing_comma(source)).filter(|comma| *comma >= at);
        let mut head = None;
        let mut at = source.start;
        while at < source.end {
            // A source may end within a name: "Alliance" of "Alliance to Save Lakes".
            if let Some(name) = names.get(mention).filter(|name| name.start() < source.end) {
                if at >= name.titled_start().max(source.start) {
                    at = name.end();
                    head = (!document.is(at, Classes::CLITIC) || at + 1 >= source.end).then_some(mention);
                    mention += 1;
                    continue;
                }
            }
            if document.is(at, boundary) && at > source.start {
                if head.is_some() {
                    return head;
                }
                if let Some(mention) = self.name_after_office(source) {
                    return Some(mention);
                }
                match closing_from(at) {
                    Some(comma) => {
                        at = comma;
                        mention = names.ending_by(comma);
                    }
                    None if !document.is(at, Classes::COMMA) => return None,
                    None => {}
                }
            } else if head.is_some()
                && (self.begins_adverbial(at) || CLOSING_MARKS.contains(&document.text_of(at)))
            {
                return head;
            } else if document.is_word(at)
                && !document.is(at, Classes::SUFFIX.or(Classes::OBJECT).or(Classes::CLITIC))
            {
                head = None;
            }
            at += 1;
        }
        head
    }

    /// The name that closes a source directly after an office without article: "master of ceremonies Asa Lind", but not
    /// "supporters of candidate Asa Lind".
    fn name_after_office(&self, source: TokenRange) -> Option<MentionIdx> {
        let Discourse { document, names, registry, .. } = &self.discourse;
        let opens = Classes::ROLE.or(Classes::TITLE);
        if !document.is(source.start, opens) && !document.is_capitalised(source.start) {
            return None;
        }
        let last = names.last_ending_by(source.end)?;
        let name = &names[last];
        let before = name.titled_start().before()?;
        let closes = name.end() == source.end || document.is(name.end(), Classes::COMMA);
        let no_noun = opens
            .or(Classes::PREPOSITION)
            .or(Classes::DETERMINER)
            .or(Classes::CONJUNCTION)
            .or(Classes::RELATIVE)
            .or(Classes::ANY_VERB);
        let follows_noun = document.is_word(before)
            && !document.is_capitalised(before)
            && !document.is(before, no_noun)
            && before > source.start;
        let is_person = name.len() > 1 && registry.entity(registry.entity_of(last)).is_certain;
        (closes && follows_noun && is_person).then_some(last)
    }

    /// The last comma before a name that closes the source: "the prosecutor for the court, Karim Khan". The name
    /// of a place does not close it: "a lawyer in Portland, Maine".
    fn closing_comma(&self, source: TokenRange) -> Option<TokenIdx> {
        let Discourse { document, names, registry, .. } = &self.discourse;
        let closes = |comma: TokenIdx| {
            let mention = names.before(comma + 1);
            names.get(mention).is_some_and(|name| {
                // "The Archdeacon of Holt, the Venerable Ann Wu,"
                let article = usize::from(document.is(comma + 1, Classes::DEFINITE_ARTICLE));
                name.titled_start() == comma + 1 + article
                    && (article == 0 || !name.title().is_empty())
                    && name.end() + 1 >= source.end
                    && !registry.entity(registry.entity_of(mention)).is_place
            })
        };
        source.iter().rev().find(|&at| document.is(at, Classes::COMMA) && closes(at))
    }
}
