//! Names alone on a line, above what their bearers say.
//!
//! Imports the labels, word classes, typed indices and documents.

use crate::language::Classes;
use crate::layout::label_names::{bare, has_age, is_role, is_written_like_name};
use crate::layout::labels::{Line, LONGEST_LABEL};
use crate::text::index::TokenRange;
use crate::tokenizer::TokenKind;

/// What opens a heading.
const HEADING: &str = "#";

impl Line<'_, '_> {
    /// A name with an age or a role above what its bearer says, and whether it is clear: "Ann Wu, 34, nurse", "## Ann Wu,
    /// nurse", "Ann Wu – Head Nurse".
    pub(super) fn above(&self) -> Option<(TokenRange, bool)> {
        let document = self.document;
        let below = document.paragraph_from(self.paragraph.end)?;
        let signs = self.paragraph.iter().take_while(|&at| document.text_of(at).starts_with(HEADING)).count();
        let line = (self.paragraph.start + signs).to(self.paragraph.end);
        let dash =
            line.iter().find(|&at| document.is(at, Classes::DASH) && !document.is(at, Classes::HYPHEN));
        let name = bare(document, line.start.to(dash.unwrap_or(line.end)));
        let has_role = dash.is_some_and(|dash| is_role(document, (dash + 1).to(line.end)));
        let is_person = is_written_like_name(document, name)
            && (has_role || name.iter().any(|at| document.is(at, Classes::GIVEN)))
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
}
