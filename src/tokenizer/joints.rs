//! The joints of one word: hyphens, ampersands, apostrophes, characters without width, and the end of a line that divides it.
//!
//! Imports the scanner and letters.

use super::scan::{char_at, character, class_at, is_apostrophe, is_word_char, Class, Scanner};
use crate::text::letters::{is_hyphen, is_invisible};

/// A hyphen that shows only at the end of a line.
const SOFT_HYPHEN: char = '\u{ad}';

impl Scanner<'_> {
    /// The end of the next part of one word, which a hyphen, an ampersand or an apostrophe at `at` joins to it;
    /// `at` where nothing is joined.
    pub(super) fn joined(&self, start: usize, at: usize) -> usize {
        let text = self.text;
        let Some((after, joint)) = character(text, at) else { return at };
        if is_hyphen(joint) {
            // "Jean-", "Paul".
            let has_capital = text.as_bytes()[start].is_ascii_uppercase();
            let may_go_on = |c: char| c.is_lowercase() || has_capital && c.is_uppercase();
            if let Some(next_line) = self.next_line_of_word(at, after, may_go_on) {
                return self.run(next_line);
            }
        }
        if !char_at(text, after).is_some_and(is_word_char) {
            return at;
        }
        match joint {
            hyphen if is_hyphen(hyphen) => self.initials_in_word(after).unwrap_or_else(|| self.run(after)),
            '&' if text.as_bytes()[start].is_ascii_uppercase() && class_at(text, after) == Class::Letter => {
                self.run(after)
            }
            joint if is_apostrophe(joint) && !self.is_clitic(after) => self.run(after),
            _ => at,
        }
    }

    /// Where a word goes on that a hyphen at `at` divides at the end of its line, as in books and in columns. `after` is the byte
    /// after the hyphen.
    fn next_line_of_word(&self, at: usize, after: usize, may_go_on: impl Fn(char) -> bool) -> Option<usize> {
        let rest = self.text.get(after..)?;
        let line = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
        let line = line.trim_start_matches([' ', '\t']);
        let is_word = self.text.get(..at)?.ends_with(char::is_alphabetic) && line.starts_with(may_go_on);
        is_word.then(|| after + rest.len() - line.len())
    }

    /// Where a word continues after the characters without width at `at`; `None` where it does not.
    pub(super) fn after_invisible(&self, at: usize) -> Option<usize> {
        let rest = self.text.get(at..)?;
        let letters = rest.trim_start_matches(is_invisible);
        let after = at + rest.len() - letters.len();
        if letters.starts_with(is_word_char) {
            return Some(after);
        }
        self.next_line_of_word(at, after, char::is_lowercase).filter(|_| rest.starts_with(SOFT_HYPHEN))
    }

    /// The end of two or more initials that a hyphen joins to a word: "D-N.Y.".
    fn initials_in_word(&self, start: usize) -> Option<usize> {
        const TWO_INITIALS: usize = 4;
        self.initials(start).filter(|end| end - start >= TWO_INITIALS)
    }

    /// Whether the letters from `at` are the part after the apostrophe of a clitic.
    pub(super) fn is_clitic(&self, at: usize) -> bool {
        self.language.is_clitic(self.text.get(at..self.run(at)).unwrap_or(""))
    }
}
