//! Names alone on a line, above what their bearers say.
//!
//! Imports the labels, word classes, typed indices and documents.

use crate::language::Classes;
use crate::layout::label_names::{bare, has_age, is_handle, is_role, is_written_like_name};
use crate::layout::labels::{Line, LONGEST_LABEL};
use crate::text::index::TokenRange;
use crate::tokenizer::TokenKind;

/// What opens a heading.
const HEADING: &str = "#";

/// What is between an account and a time.
const DOTS: [&str; 2] = ["•", "·"];

/// The maximum length of the name of an account, and of a line with one and a time, in tokens.
const LONGEST_ACCOUNT: usize = 6;
const LONGEST_POST_LINE: usize = 14;

impl Line<'_, '_> {
    /// A name with an age or a role above what its bearer says, and whether it is clear: "Ann Wu, 34, nurse", "## Ann Wu,
    /// nurse", "Ann Wu – Head Nurse".
    pub(super) fn above(&self) -> Option<(TokenRange, bool)> {
        let document = self.document;
        if let Some(account) = self.account() {
            return Some((account, true));
        }
        let below = document.paragraph_from(self.paragraph.end)?;
        let signs = self.paragraph.iter().take_while(|&at| document.text_of(at).starts_with(HEADING)).count();
        let line = (self.paragraph.start + signs).to(self.paragraph.end);
        let dash =
            line.iter().find(|&at| document.is(at, Classes::DASH) && !document.is(at, Classes::HYPHEN));
        let name = bare(document, line.start.to(dash.unwrap_or(line.end)));
        let has_role = dash.is_some_and(|dash| is_role(document, (dash + 1).to(line.end)));
        let is_person = is_written_like_name(document, name)
            && (has_role || has_age(document, line) || name.iter().any(|at| document.is(at, Classes::GIVEN)))
            && name.len() > 1;
        let speaks = |persons| below.iter().take(LONGEST_LABEL).any(|at| document.is(at, persons));
        // "Ann Wu – Head Nurse", a blank line, and what she says.
        let is_above_speech = has_role
            && document.follows_blank_line(self.paragraph.start)
            && speaks(Classes::FIRST_PERSON.or(Classes::SECOND_PERSON));
        let is_followed = match signs {
            0 if is_above_speech => true,
            0 => {
                (has_age(document, line) || dash.is_some())
                    && document.follows_blank_line(self.paragraph.start)
                    && !document.follows_blank_line(below.start)
            }
            _ => {
                let opens_quotation = document.kind(below.start) == Some(TokenKind::Mark);
                opens_quotation || speaks(Classes::FIRST_PERSON)
            }
        };
        (is_person && is_followed).then_some((name, signs > 0 || dash.is_none() || is_above_speech))
    }

    /// An account and when it posted what is below: "u/saltroad • 3 hr. ago".
    fn account(&self) -> Option<TokenRange> {
        let document = self.document;
        let line = self.paragraph;
        let dot = line.iter().take(LONGEST_ACCOUNT).find(|&at| DOTS.contains(&document.text_of(at)))?;
        let account = line.start.to(dot);
        let has_number = line.iter().any(|at| document.kind(at) == Some(TokenKind::Number));
        let posts = line.len() <= LONGEST_POST_LINE && has_number && is_handle(document.slice(account));
        posts.then_some(account)
    }
}
