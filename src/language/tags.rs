//! The part of speech that word classes show.
//!
//! The build script includes this file, so it imports only the classes beside it.

use super::classes::Classes;

/// The tags of word classes, as numbers of values.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tags<'l> {
    /// Classes with the tag that they show. The first line with a class of the word decides.
    pub lines: &'l [(Classes, u16)],
    /// Classes that show a tag in verbs alone.
    pub forms: Classes,
}

impl Tags<'_> {
    /// The value of the tag of a word of these classes; `None` where they show none.
    pub(crate) fn of(self, classes: Classes) -> Option<u16> {
        let is_verb = classes.any(Classes::ANY_VERB);
        let classes = if is_verb { classes } else { classes.and(self.forms.not()) };
        classes.first_of(self.lines)
    }
}
