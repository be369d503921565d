//! The name that heads a source: "Karim Khan" in "the prosecutor for the court, Karim Khan".

use std::cell::OnceCell;

use crate::language::Classes;
use crate::resolution::discourse::Discourse;
use crate::resolution::resolver::Resolver;
use crate::text::index::{MentionIdx, TokenIdx, TokenRange};

/// Marks after which a source says no more about the name before them.
const CLOSING_MARKS: [&str; 4] = ["(", "—", "–", "--"];

impl Resolver<'_, '_> {
    /// The name that heads a source, names inside its prepositional and possessive parts excluded.
    pub(super) fn head_name(&self, source: TokenRange) -> Option<MentionIdx> {
        let Discourse { document, names, .. } = &self.discourse;
        let boundary = Classes::COMMA.or(Classes::PREPOSITION).or(Classes::RELATIVE).or(Classes::CONJUNCTION);
        let mut mention = names.ending_by(source.start);
        let closing = OnceCell::new();
        let closing_from =
            |at: TokenIdx| closing.get_or_init(|| self.closing_comma(source)).filter(|comma| *comma >= at);
        let mut head = None;
        let mut at = source.start;
        while at < source.end {
            if let Some(name) = names.get(mention).filter(|name| name.end() <= source.end) {
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
                match closing_from(at) {
                    Some(comma) => {
                        at = comma;
                        mention = names.ending_by(comma);
                    }
                    None if !document.is(at, Classes::COMMA) => return None,
                    None => {}
                }
            } else if head.is_some() && CLOSING_MARKS.contains(&document.text_of(at)) {
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

    /// The last comma before a name that closes the source: "the prosecutor for the court, Karim Khan". The name
    /// of a place does not close it: "a lawyer in Portland, Maine".
    fn closing_comma(&self, source: TokenRange) -> Option<TokenIdx> {
        let Discourse { document, names, registry, .. } = &self.discourse;
        let closes = |comma: TokenIdx| {
            let mention = names.before(comma + 1);
            names.get(mention).is_some_and(|name| {
                name.titled_start() == comma + 1
                    && name.end() + 1 >= source.end
                    && !registry.entity(registry.entity_of(mention)).is_place
            })
        };
        source.iter().rev().find(|&at| document.is(at, Classes::COMMA) && closes(at))
    }
}
