//! Labels at the start of a line: "KING:", "ANN WU, REPORTER:", ">> KING:", "Q.", "[00:01:23]", "[Ann Wu]".
//!
//! A cheap test of a line's first bytes excludes most lines; a small pattern cuts a candidate into its parts, and
//! the classes of its words decide whether they name a speaker. Imports word classes, typed indices and
//! documents.

use once_cell::sync::Lazy;
use regex::bytes::{Captures, Regex};

use crate::language::Classes;
use crate::layout::label_names::{
    bare, has_age, is_date, is_in_capitals, is_named, is_nickname, is_notice, is_sender, is_written_like_name,
    LONGEST_NAME,
};
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::{Document, Shape, TokenKind};

/// What a label shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// A new turn.
    Speaker {
        /// Who speaks, if the label says it: "ANN WU, REPORTER".
        name: Option<TokenRange>,
        /// The first token after the label.
        end: TokenIdx,
        /// Whether nothing but a turn begins like this.
        is_clear: bool,
    },
    /// When something is said.
    Time(TokenRange),
    /// A line in which nobody speaks: "Note: …".
    Notice,
}

/// The maximum length of a label with its colon, in bytes.
const LONGEST_LABEL: usize = 60;

/// The mark of a new turn in transcripts of broadcasts.
const TURN: &[u8] = b">>";

/// A time with or without a date.
const STAMP: &str = r"[\[(]?(?:[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4},?[ \t]+)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,3})?(?:[ ]?[AaPp]\.?[Mm]\.?)?[\])]?";

/// A time, the mark of a turn, and a label: words before a colon, words in bold, the voice of a subtitle, a nickname or
/// a name in brackets. Each may be missing.
static PARTS: Lazy<Option<Regex>> = Lazy::new(|| {
    let before = format!(r"(?:(?P<stamp>{STAMP})[ \t]+(?P<dash>(?:-|–|—)[ \t]+)?)?(?P<mark>>>+[ \t]*)?");
    let plain = r"(?P<plain>[^:\n>*\[<][^:\n>*]*):";
    let bold = r"\*\*(?P<bold>[^*:\n]{1,50}?)(?:[.:]\*\*|\*\*:)";
    let voice = r"<v(?:\.[^ >]*)? (?P<voice>[^>\n]+)>";
    let nick = r"<(?P<nick>[^ <>\n/]{1,24})>[ \t]";
    let bracket = r"\[(?P<bracket>[^\]\[:\n]{1,40})\]:?[ \t]";
    Regex::new(&format!(r"(?-u)^(?P<before>{before})(?:{plain}|{bold}|{voice}|{nick}|{bracket})?")).ok()
});

/// A line that holds a name and a time alone: "Ann Wu  10:30 AM", "[00:02] Ann Wu".
static ALONE: Lazy<Option<Regex>> = Lazy::new(|| {
    let after = format!(r"(?P<first>[^:\n\[(<>*]{{2,40}}?)(?:,|[ \t](?:-|–|—))?[ \t]+{STAMP}");
    let below = format!(r"{STAMP}[ \t]+(?P<last>[^:\n\[(<>*]{{2,40}})");
    Regex::new(&format!(r"(?-u)^(?:{after}|{below})\s*$")).ok()
});

/// The start of a paragraph, as its label is looked for in it.
struct Line<'a, 't> {
    document: &'a Document<'t>,
    paragraph: TokenRange,
    /// The byte of the text where it begins.
    first: usize,
    bytes: &'a [u8],
}

/// The label at the start of a paragraph.
pub(super) fn find(document: &Document<'_>, paragraph: TokenRange) -> Option<Label> {
    let first = document.token(paragraph.start)?.start();
    let bytes = &document.text.as_bytes()[first..];
    let line = Line { document, paragraph, first, bytes: &bytes[..bytes.len().min(LONGEST_LABEL)] };
    if !may_have_label(line.bytes) {
        return None;
    }
    let parts = PARTS.as_ref()?.captures(line.bytes)?;
    line.alone().or_else(|| line.letter(&parts)).or_else(|| line.marked(&parts)).or_else(|| line.plain(&parts))
}

impl Line<'_, '_> {
    /// The tokens that overlap these bytes of the line.
    fn tokens(&self, start: usize, end: usize) -> TokenRange {
        let before = |byte: usize| {
            let tokens = self.paragraph.iter().take(LONGEST_LABEL);
            let starts_before =
                |at: &TokenIdx| self.document.token(*at).is_some_and(|token| token.start() < self.first + byte);
            tokens.take_while(starts_before).count()
        };
        (self.paragraph.start + before(start)).to(self.paragraph.start + before(end))
    }

    fn part(&self, parts: &Captures<'_>, name: &str) -> Option<TokenRange> {
        let part = parts.name(name)?;
        Some(self.tokens(part.start(), part.end())).filter(|tokens| !tokens.is_empty())
    }

    /// A name and a time that are all of the line.
    fn alone(&self) -> Option<Label> {
        let document = self.document;
        let all = document.span(self.paragraph).of(document.text)?;
        let is_short = all.len() < LONGEST_LABEL && all.contains(':');
        let parts = ALONE.as_ref().filter(|_| is_short)?.captures(all.as_bytes())?;
        let name = self.part(&parts, "first").or_else(|| self.part(&parts, "last"))?;
        let speaks = is_written_like_name(document, name) && is_named(document, name);
        speaks.then_some(Label::Speaker { name: Some(name), end: self.paragraph.end, is_clear: true })
    }

    /// A letter for questions or answers: "Q.", "A:".
    fn letter(&self, parts: &Captures<'_>) -> Option<Label> {
        let document = self.document;
        let after = parts.name("before").map_or(0, |before| before.end());
        if !letter_of_turn(document, self.bytes.get(after..)?) {
            return None;
        }
        let letter = self.tokens(after, after + 1);
        let colon = usize::from(document.is(letter.end, Classes::COLON));
        is_question_or_answer(document, letter).then(|| Label::Speaker {
            name: Some(letter),
            end: letter.end + colon,
            is_clear: true,
        })
    }

    /// A name in bold or in brackets, the voice of a subtitle, a nickname.
    fn marked(&self, parts: &Captures<'_>) -> Option<Label> {
        let document = self.document;
        let end = parts.get(0).map_or(0, |all| all.end());
        let has_time = parts.name("stamp").is_some();
        let speaker =
            |name, is_clear| Some(Label::Speaker { name: Some(name), end: self.tokens(0, end).end, is_clear });
        if let Some(voice) = self.part(parts, "voice") {
            return speaker(voice, true);
        }
        if let Some(nick) = self.part(parts, "nick") {
            return speaker(nick, has_time);
        }
        // Words in bold may open an entry of a list.
        if let Some(bold) = self.part(parts, "bold") {
            let name = without_stop(document, bold);
            return match is_notice(document, name) {
                true => Some(Label::Notice),
                false => speaker(name, false),
            };
        }
        let name = self.part(parts, "bracket")?;
        let speaks = is_written_like_name(document, name) && is_named(document, name);
        let is_quoted = document.kind(self.tokens(0, end).end) == Some(TokenKind::Mark);
        speaks.then(|| speaker(name, has_time || is_quoted)).flatten()
    }

    /// Words before a colon, a mark of a turn or a time alone.
    fn plain(&self, parts: &Captures<'_>) -> Option<Label> {
        let document = self.document;
        let has_mark = parts.name("mark").is_some();
        let stamp = parts.name("stamp");
        if let Some(label) = self.part(parts, "plain").filter(|label| self.ends_label(label.end)) {
            let (name, end) = (bare(document, label), label.end + 1);
            let is_number = document.view(end).has(Shape::NUMBER);
            let is_name = is_written_like_name(document, name);
            let is_open = has_mark || stamp.is_some_and(|stamp| is_full(stamp.as_bytes(), parts));
            if is_name && has_mark || is_name && !is_number && is_named(document, name) {
                let is_clear =
                    has_mark || stamp.is_some() || is_in_capitals(document, name) || has_age(document, label);
                return Some(Label::Speaker { name: Some(without_remark(document, label)), end, is_clear });
            }
            if is_open && is_sender(document, label) {
                return Some(Label::Speaker { name: Some(label), end, is_clear: true });
            }
            if let Some(nick) = self.dated_nick(label) {
                return Some(Label::Speaker { name: Some(nick), end, is_clear: true });
            }
            if !has_mark && is_notice(document, name) {
                return Some(Label::Notice);
            }
        }
        if has_mark {
            let after = parts.name("before").map_or(0, |before| before.end());
            return Some(Label::Speaker { name: None, end: self.tokens(0, after).end, is_clear: true });
        }
        if let Some((name, end, is_clear)) = before_stop(document, self.paragraph) {
            return Some(Label::Speaker { name: Some(name), end, is_clear });
        }
        let stamp = stamp.filter(|stamp| is_stamp(stamp.as_bytes()))?;
        Some(Label::Time(self.tokens(stamp.start(), stamp.end())))
    }

    /// Whether a label ends before this token, which is a colon before a space or the end of the line.
    fn ends_label(&self, colon: TokenIdx) -> bool {
        let after = colon + 1;
        let is_spaced = !self.paragraph.contains(after)
            || self.document.token(after).is_some_and(|token| token.has_space_before());
        self.document.is(colon, Classes::COLON) && is_spaced
    }

    /// The nickname of whoever posts something, before the date: "salt_road, 12 Jan:".
    fn dated_nick(&self, label: TokenRange) -> Option<TokenRange> {
        let document = self.document;
        let comma = label.iter().find(|&at| document.is(at, Classes::COMMA))?;
        let nick = label.start.to(comma);
        let is_one = nick.iter().skip(1).all(|at| document.token(at).is_some_and(|token| !token.has_space_before()));
        let posts = is_one && is_nickname(document.slice(nick)) && is_date(document, (comma + 1).to(label.end));
        (posts && !nick.is_empty()).then_some(nick)
    }
}

/// A label without a remark in brackets: "WU (through translator)", "WU [laughs]".
fn without_remark(document: &Document<'_>, label: TokenRange) -> TokenRange {
    let bracket = label.iter().find(|&at| document.is(at, Classes::OPENING_BRACKET));
    label.start.to(bracket.unwrap_or(label.end))
}

/// A name without the full stop that ends it.
fn without_stop(document: &Document<'_>, name: TokenRange) -> TokenRange {
    match name.last() {
        Some(last) if document.is(last, Classes::FULL_STOP) => name.start.to(last),
        _ => name,
    }
}

/// A label before a full stop, the token after the stop, and whether it is clear: that of a member in the record of a
/// parliament ("Mr. HOLT of Ohio."), or of a character of a play ("RUNE.").
fn before_stop(document: &Document<'_>, paragraph: TokenRange) -> Option<(TokenRange, TokenIdx, bool)> {
    let is_member = document.is(paragraph.start, Classes::TITLE.or(Classes::DETERMINER));
    let name = paragraph.start + usize::from(is_member);
    let is_name = document.is_all_capitals(name) && document.text_of(name).len() > 2;
    if !is_name {
        return None;
    }
    let mut words = (name + 1).to(paragraph.end.min(name + LONGEST_NAME)).iter();
    let stop = words.find(|&at| !document.is_word(at))?;
    let label = paragraph.start.to(stop);
    let follows = document.token(stop + 1).is_some_and(|token| token.has_space_before());
    let is_character = || label.iter().all(|at| document.is_all_capitals(at)) && is_named(document, label);
    let speaks = document.is(stop, Classes::FULL_STOP) && follows && (is_member || is_character());
    speaks.then_some((label, stop + 1, is_member))
}

/// Whether a letter that labels questions or answers begins here, with its point or colon: "Q.", "A:".
fn letter_of_turn(document: &Document<'_>, line: &[u8]) -> bool {
    match line {
        [letter, b'.' | b':', ..] => document.language.labels_turn(*letter),
        _ => false,
    }
}

/// Whether a line is worth a look at its parts.
fn may_have_label(line: &[u8]) -> bool {
    // "Mr. HOLT of Ohio." has two capitals in a row.
    line.starts_with(TURN)
        || line.contains(&b':')
        || matches!(line, [b'A'..=b'Z', b'.', b' ', ..] | [b'<' | b'*' | b'[', ..])
        || line.windows(2).any(|two| two.iter().all(u8::is_ascii_uppercase))
}

/// Whether a time is in brackets or has seconds: "10:30" alone is part of a sentence.
fn is_stamp(time: &[u8]) -> bool {
    matches!(time.first(), Some(b'[' | b'(')) || time.iter().filter(|byte| **byte == b':').count() > 1
}

/// Whether a time is one of a log, which a sender follows: in brackets, with seconds or a date, or before a dash.
fn is_full(time: &[u8], parts: &Captures<'_>) -> bool {
    is_stamp(time) || time.iter().any(|byte| matches!(byte, b'/' | b'-')) || parts.name("dash").is_some()
}

/// Whether "Q." or "A:" opens a question or an answer. "A. Smith" is a name: the next word must be a known one
/// that is no given name.
fn is_question_or_answer(document: &Document<'_>, letter: TokenRange) -> bool {
    let next = match document.is(letter.end, Classes::COLON) {
        true => letter.end + 1,
        false => letter.end,
    };
    let classes = document.classes(next);
    letter.len() == 1
        && document.token(next).is_some_and(|token| token.has_space_before())
        && classes != Classes::NONE
        && !classes.any(Classes::GIVEN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    /// The characters of the label, or how the line is marked without one.
    fn label(line: &str) -> &str {
        let document = Document::new(line, &Language::default());
        match find(&document, TokenIdx::START.to(document.end())) {
            Some(Label::Speaker { name: Some(label), .. } | Label::Time(label)) => document.slice(label),
            Some(Label::Speaker { name: None, .. }) => ">>",
            Some(Label::Notice) | None => "",
        }
    }

    #[test]
    fn labels_of_speakers() {
        for (line, expected) in [
            ("KING: Good evening.", "KING"),
            ("Guterres: We need peace.", "Guterres"),
            ("ANN WU, CNN CORRESPONDENT: We are here.", "ANN WU, CNN CORRESPONDENT"),
            ("WU (through translator): We are here.", "WU"),
            ("The President: Please sit down.", "The President"),
            ("Dr. Lee Bo: No.", "Dr. Lee Bo"),
            ("María Peña: No.", "María Peña"),
            ("SPEAKER 2: Nothing else.", "SPEAKER 2"),
            (">> KING: Good evening.", "KING"),
            (">> Note: we left.", "Note"),
            (">>> Good evening.", ">>"),
            ("[00:01:23] KING: Good evening.", "KING"),
            ("Q. Where were you?", "Q."),
            ("A: Yes, at home.", "A"),
            ("A. Yes, at home.", "A."),
            ("KING:", "KING"),
            ("JM: Why?", "JM"),
            ("Audience member: Why?", "Audience member"),
            ("[Ann Wu] Good evening.", "Ann Wu"),
            ("[00:02] Ann Wu", "Ann Wu"),
            ("Ann Wu  10:30 AM", "Ann Wu"),
            ("12/04/2023, 18:05 - +44 7700 900812: No.", "+44 7700 900812"),
            ("[10:30] <kit77> No.", "kit77"),
            ("salt_road, 12 Jan: No.", "salt_road"),
            ("HOLT. Who goes there?", "HOLT"),
        ] {
            assert_eq!(label(line), expected, "{line}");
        }
    }

    #[test]
    fn time_stamps() {
        for (line, expected) in
            [("[00:01:23] Good evening.", "[00:01:23]"), ("00:01:23 Good evening.", "00:01:23")]
        {
            assert_eq!(label(line), expected, "{line}");
        }
    }

    #[test]
    fn lines_without_a_label() {
        for line in [
            "",
            "Note: we left early.",
            "Photo credit: Ann Wu",
            "Step 1: Beat the egg.",
            "Lisbon, 12 Jan: The minister left.",
            "12/04/2023, 18:05 - Ann Wu added you",
            "John 3:16",
            "WASHINGTON: The mayor left.",
            "WASHINGTON (Reuters): The mayor left.",
            "10:30 The meeting begins.",
            "At 10:30: the meeting.",
            "Score: 3-1",
            "Guterres: 3-1",
            "Mr. Lee said: “No.”",
            "He had one wish: peace.",
            "But Lee: no.",
            "Editor's Note: the boat sank.",
            "A. Smith said that he left.",
            "https://harbour.example/salt",
            "Breaking News: the boat sank.",
            "“Wu: No.”",
        ] {
            assert_eq!(label(line), "", "{line}");
        }
    }
}
