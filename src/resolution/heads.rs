//! The name that heads a source: "Karim Khan" of "the prosecutor for the court, Karim Khan".

use std::cell::OnceCell;

use crate::language::Classes;
use crate::resolution::pronouns::Context;
use crate::resolution::Resolver;
use crate::tokenizer::Range;

impl Resolver<'_, '_> {
    /// The name that a source is headed by: not one inside its prepositional or possessive parts.
    pub(super) fn head_name(&self, source: &Range) -> Option<usize> {
        let text = self.context.text;
        let names = self.context.names;
        let mut mention = self.context.names_ending_by(source.start);
        let closing = OnceCell::new();
        let closing_from =
            |at: usize| closing.get_or_init(|| self.closing_comma(source)).filter(|comma| *comma >= at);
        let mut head = None;
        let mut at = source.start;
        while at < source.end {
            if let Some(name) = names.get(mention).filter(|name| name.end() <= source.end) {
                let start = name.titled_start().max(source.start);
                if at >= start {
                    at = name.end();
                    head = (!text.is(at, Classes::CLITIC) || at + 1 >= source.end).then_some(mention);
                    mention += 1;
                    continue;
                }
            }
            let stops = text.is(at, Classes::COMMA)
                || text.is(at, Classes::PREPOSITION.or(Classes::RELATIVE).or(Classes::CONJUNCTION));
            if stops && at > source.start {
                if head.is_some() {
                    return head;
                }
                match closing_from(at) {
                    Some(comma) => {
                        at = comma;
                        mention = self.context.names_ending_by(comma);
                    }
                    None if !text.is(at, Classes::COMMA) => return None,
                    None => {}
                }
            } else if matches!(text.text_of(at), "(" | "—" | "–" | "--") && head.is_some() {
                return head;
            } else if text.is_word(at)
                && !text.is(at, Classes::SUFFIX.or(Classes::OBJECT).or(Classes::CLITIC))
            {
                head = None;
            }
            at += 1;
        }
        head
    }

    /// "the prosecutor for the court, Karim Khan": the last comma behind which a name closes the source, unless it
    /// is that of a place: "a lawyer in Portland, Maine".
    fn closing_comma(&self, source: &Range) -> Option<usize> {
        let Context { text, names, registry, .. } = &self.context;
        source.clone().rev().find(|&at| {
            let closes = |mention: usize| {
                let name = &names[mention];
                name.titled_start() == at + 1
                    && name.end() + 1 >= source.end
                    && !registry.entity(registry.entity_of(mention)).is_place
            };
            text.is(at, Classes::COMMA) && {
                let next = self.context.names_before(at + 1);
                next < names.len() && closes(next)
            }
        })
    }
}
