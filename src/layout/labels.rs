//! Labels at the start of a line: "KING:", "ANN WU, REPORTER:", ">> KING:", "Q.", "[00:01:23]".
//!
//! A cheap test of a line's first bytes excludes most lines; a small pattern cuts a candidate into its parts, and
//! the classes of its words decide whether they name a speaker. Imports word classes, typed indices and
//! documents.

use once_cell::sync::Lazy;
use regex::bytes::Regex;

use crate::language::Classes;
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
}

/// The maximum length of a label with its colon, in bytes.
const LONGEST_LABEL: usize = 60;

/// The maximum length of a name in a label, in tokens.
const LONGEST_NAME: usize = 6;

/// The mark of a new turn in transcripts of broadcasts.
const TURN: &[u8] = b">>";

/// What precedes a label, which is a time with or without a date and the mark of a turn, and the label: words before a
/// colon, words in bold, or the voice of a subtitle. Each may be missing.
static PARTS: Lazy<Option<Regex>> = Lazy::new(|| {
    let date = r"(?:[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4},?[ \t]+)?";
    let time = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?";
    let before = format!(r"(?:([\[(]?{date}{time}[\])]?)[ \t]+(?:-[ \t]+)?)?(>>+[ \t]*)?");
    let plain = r"([^:\n>*]+):";
    let bold = r"\*\*([^*:\n]{1,50}?)(?:[.:]\*\*|\*\*:)";
    let voice = r"<v(?:\.[^ >]*)? ([^>\n]+)>";
    Regex::new(&format!(r"(?-u)^({before})(?:{plain}|{bold}|{voice})?")).ok()
});

/// The label at the start of a paragraph.
pub(super) fn find(document: &Document<'_>, paragraph: TokenRange) -> Option<Label> {
    let first = document.token(paragraph.start)?.start();
    let line = &document.text.as_bytes()[first..];
    let line = &line[..line.len().min(LONGEST_LABEL)];
    if !may_have_label(line) {
        return None;
    }
    let parts = PARTS.as_ref()?.captures(line)?;
    let tokens = |group: usize| {
        let part = parts.get(group)?;
        Some(tokens_between(document, paragraph, first + part.start(), first + part.end()))
    };
    let is_turn = parts.get(3).is_some();
    let after_turn = parts.get(1).map_or(0, |before| before.end());
    let end_of_match = parts.get(0).map_or(0, |all| all.end());
    let after = |byte: usize| tokens_between(document, paragraph, first, first + byte).end;
    let speaker = |name, end, is_clear| Some(Label::Speaker { name, end, is_clear });
    if letter_of_turn(document, &line[after_turn..]) {
        let at = first + after_turn;
        let letter = tokens_between(document, paragraph, at, at + 1);
        if is_question_or_answer(document, letter) {
            let colon = usize::from(document.is(letter.end, Classes::COLON));
            return speaker(Some(letter), letter.end + colon, true);
        }
    }
    // The voice of a subtitle is clear; words in bold may open an entry of a list.
    if let Some(marked) = tokens(5).or_else(|| tokens(6)).filter(|marked| !marked.is_empty()) {
        return speaker(Some(without_stop(document, marked)), after(end_of_match), parts.get(6).is_some());
    }
    let name = tokens(4).filter(|name| is_speaker(document, paragraph, *name, is_turn));
    if let Some(name) = name {
        let is_clear =
            is_turn || parts.get(2).is_some() || is_in_capitals(document, name) || has_age(document, name);
        return speaker(Some(without_remark(document, name)), name.end + 1, is_clear);
    }
    if is_turn {
        return speaker(None, after(after_turn), true);
    }
    if let Some((name, end)) = member(document, paragraph) {
        return speaker(Some(name), end, true);
    }
    let stamp = parts.get(2).filter(|time| is_stamp(time.as_bytes())).and_then(|_| tokens(2))?;
    Some(Label::Time(stamp))
}

/// Whether a label is written in capitals: "KING", "MS. WU", "THE COURT", "JM" but not "UN".
fn is_in_capitals(document: &Document<'_>, name: TokenRange) -> bool {
    let last = name.iter().take_while(|&at| document.is_word(at)).last();
    let is_name =
        |last: TokenIdx| document.text_of(last).len() > 2 || document.classes(last) == Classes::NONE;
    last.is_some_and(|last| document.is_all_capitals(last) && is_name(last))
}

/// Whether a label gives an age after the name: "Rosa Holt, 34, nurse".
fn has_age(document: &Document<'_>, label: TokenRange) -> bool {
    let comma = label.iter().find(|&at| document.is(at, Classes::COMMA));
    comma.is_some_and(|comma| document.kind(comma + 1) == Some(TokenKind::Number))
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

/// The label of a member in the record of a parliament, and the token after its full stop: "Mr. HOLT of Ohio."
fn member(document: &Document<'_>, paragraph: TokenRange) -> Option<(TokenRange, TokenIdx)> {
    let opening = Classes::TITLE.or(Classes::DETERMINER);
    let name = paragraph.start + 1;
    let is_name = document.is_all_capitals(name) && document.text_of(name).len() > 2;
    if !document.is(paragraph.start, opening) || !is_name {
        return None;
    }
    let mut words = (name + 1).to(paragraph.end.min(name + LONGEST_NAME)).iter();
    let stop = words.find(|&at| !document.is_word(at))?;
    let follows = document.token(stop + 1).is_some_and(|token| token.has_space_before());
    (document.is(stop, Classes::FULL_STOP) && follows).then(|| (paragraph.start.to(stop), stop + 1))
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
        || matches!(line, [b'A'..=b'Z', b'.', b' ', ..] | [b'<' | b'*', ..])
        || line.windows(2).any(|two| two.iter().all(u8::is_ascii_uppercase))
}

/// Whether a time is in brackets or has seconds: "10:30" alone is part of a sentence.
fn is_stamp(time: &[u8]) -> bool {
    matches!(time.first(), Some(b'[' | b'(')) || time.iter().filter(|byte| **byte == b':').count() > 1
}

/// The tokens of a paragraph that overlap these bytes, which are among its first ones.
fn tokens_between(document: &Document<'_>, paragraph: TokenRange, start: usize, end: usize) -> TokenRange {
    let before = |byte: usize| {
        let tokens = paragraph.iter().take(LONGEST_LABEL);
        tokens.take_while(|at| document.token(*at).is_some_and(|token| token.start() < byte)).count()
    };
    (paragraph.start + before(start)).to(paragraph.start + before(end))
}

fn is_spaced(document: &Document<'_>, paragraph: TokenRange, at: TokenIdx) -> bool {
    !paragraph.contains(at) || document.token(at).is_some_and(|token| token.has_space_before())
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

/// Words that show a person.
const PERSONAL: Classes = Classes::ROLE.or(Classes::TITLE).or(Classes::GIVEN);

/// Words that begin no name.
const NEVER_FIRST: Classes = Classes::CONJUNCTION
    .or(Classes::PREPOSITION)
    .or(Classes::SUBORDINATOR)
    .or(Classes::PRONOUN)
    .or(Classes::ADVERB)
    .or(Classes::AUXILIARY);

/// Words that end no name by themselves: "Note", "WASHINGTON", "Monday".
const ORDINARY: Classes = NEVER_FIRST
    .or(Classes::COMMON)
    .or(Classes::ANY_VERB)
    .or(Classes::SPEECH_NOUN)
    .or(Classes::DOCUMENT)
    .or(Classes::ORGANISATION)
    .or(Classes::PLACE)
    .or(Classes::CALENDAR)
    .or(Classes::DETERMINER)
    .or(Classes::QUANTIFIER);

/// Parts of a name that need no capital.
const INNER: Classes =
    Classes::PARTICLE.or(Classes::ADDITIVE).or(Classes::AMPERSAND).or(Classes::HYPHEN).or(Classes::SUFFIX);

/// Whether the words before a colon name a speaker. The mark of a turn before them makes any name one.
fn is_speaker(document: &Document<'_>, paragraph: TokenRange, label: TokenRange, is_turn: bool) -> bool {
    let ends = Classes::COMMA.or(Classes::OPENING_BRACKET);
    let end = label.iter().find(|at| document.is(*at, ends)).unwrap_or(label.end);
    let name = label.start.to(end);
    let after_colon = label.end + 1;
    let is_complete = document.is(label.end, Classes::COLON) && is_spaced(document, paragraph, after_colon);
    if name.is_empty() || name.len() > LONGEST_NAME || !is_complete {
        return false;
    }
    let is_part = |at: TokenIdx| {
        let view = document.view(at);
        view.has(Shape::CAPITAL) || view.is(INNER) || at > name.start && view.has(Shape::NUMBER)
    };
    if !document.is_capitalised(name.start) || !name.iter().all(is_part) {
        return false;
    }
    is_turn || is_named(document, name) && !document.view(after_colon).has(Shape::NUMBER)
}

/// Whether capitalised words are a name or a role, and no heading: "Ann Brown", "The President"; not "Note".
fn is_named(document: &Document<'_>, name: TokenRange) -> bool {
    let first = document.classes(name.start);
    let last = name.iter().rev().find(|at| document.is_capitalised(*at)).unwrap_or(name.start);
    let may_begin = !first.any(NEVER_FIRST) || first.any(PERSONAL);
    let is_person = name.iter().any(|at| document.is(at, PERSONAL));
    // "THE COURT", "THE WITNESS".
    let is_office = first.any(Classes::DETERMINER) && name.iter().all(|at| document.is_all_capitals(at));
    is_office || may_begin && (is_person || !document.is(last, ORDINARY))
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
            None => "",
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
