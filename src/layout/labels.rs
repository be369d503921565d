//! Labels at the start of a line: "KING:", "ANN WU, REPORTER:", ">> KING:", "Q.", "[00:01:23]", "[Ann Wu]".
//!
//! A cheap test of a line's first bytes excludes most lines; a small pattern cuts a candidate into its parts, and
//! the classes of its words decide whether they name a speaker. Imports word classes, typed indices and
//! documents.

use crate::language::Classes;
use crate::layout::label_names::{
    answers_by_name, bare, before_dash, before_stop, examiner, has_age, is_date, is_handle, is_in_capitals,
    is_named, is_nickname, is_notice, is_personal, is_sender, is_written_like_name, may_be_anybody,
    may_publish, name_in_bracket, names_holder, reports_speech, without_number, without_remark, without_stop,
};
use crate::layout::label_patterns::{
    cut, cut_alone, has_sign_of_label, is_full, is_stamp, longest, Part, Parts, BEFORE, BOLD, BRACKET, DAY,
    LENGTH_ALONE, MARK, NAME_FIRST, NAME_LAST, NICK, PLAIN, TIME, TIME_LAST, VOICE,
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
    /// Words in capitals that are no name and begin a turn where they come again: "DISPATCH:".
    Doubtful { name: TokenRange, end: TokenIdx },
    /// When something is said.
    Time(TokenRange),
    /// A role alone on its line, which is a label where others are: "Operator".
    Heading { name: TokenRange },
    /// Who asks the questions that follow: "BY MS. WU:".
    Examiner(TokenRange),
    /// A line in which nobody speaks: "Note: …".
    Notice,
}

/// The maximum length of a label with its colon, in bytes.
pub(super) const LONGEST_LABEL: usize = 90;

/// What opens the name of a channel.
pub(super) const CHANNEL: &str = "#";

/// The mark of a new turn in transcripts of broadcasts.
const TURN: &[u8] = b">>";

/// The start of a paragraph, as its label is looked for in it.
pub(super) struct Line<'a, 't> {
    pub document: &'a Document<'t>,
    pub paragraph: TokenRange,
    /// The byte of the text where it begins.
    first: usize,
    bytes: &'a [u8],
}

/// The label at the start of a paragraph.
pub(super) fn find(document: &Document<'_>, paragraph: TokenRange) -> Option<Label> {
    let first = document.token(paragraph.start)?.start();
    let bytes = &document.text.as_bytes()[first..];
    let line = Line { document, paragraph, first, bytes: &bytes[..bytes.len().min(LONGEST_LABEL)] };
    if paragraph.len() > 1 && !may_have_label(line.bytes) {
        return line.before_stop();
    }
    let parts = cut(line.bytes)?;
    line.alone()
        .or_else(|| line.letter(&parts))
        .or_else(|| line.marked(&parts))
        .or_else(|| line.plain(&parts))
}

impl Line<'_, '_> {
    /// The tokens that overlap these bytes of the line.
    fn tokens(&self, start: usize, end: usize) -> TokenRange {
        let before = |byte: usize| {
            let tokens = self.paragraph.iter().take(LONGEST_LABEL);
            let starts_before = |at: &TokenIdx| {
                self.document.token(*at).is_some_and(|token| token.start() < self.first + byte)
            };
            tokens.take_while(starts_before).count()
        };
        (self.paragraph.start + before(start)).to(self.paragraph.start + before(end))
    }

    fn part(&self, parts: &Parts<'_>, group: usize) -> Option<TokenRange> {
        self.words_of(parts.get(group).filter(|part| part.end - part.start <= longest(group))?)
    }

    fn words_of(&self, part: Part) -> Option<TokenRange> {
        Some(self.tokens(part.start, part.end)).filter(|tokens| !tokens.is_empty())
    }

    /// A name and a time that are all of the line.
    fn alone(&self) -> Option<Label> {
        let document = self.document;
        let all = document.span(self.paragraph).of(document.text)?;
        if all.len() >= LONGEST_LABEL {
            return None;
        }
        // "Operator" above a speech, among names above others.
        let is_role = self.paragraph.len() == 1
            && document.is_capitalised(self.paragraph.start)
            && document.is(self.paragraph.start, Classes::ROLE)
            && !document.is(self.paragraph.start, Classes::PLURAL);
        if is_role && document.follows_blank_line(self.paragraph.start) {
            return Some(Label::Heading { name: self.paragraph });
        }
        if let Some((name, is_clear)) = self.above() {
            return Some(Label::Speaker { name: Some(name), end: self.paragraph.end, is_clear });
        }
        // Spares most texts with times the pattern: "6:05 p.m." holds no name, and a nickname is before a dash.
        let may_be_name = |at: TokenIdx| document.is_capitalised(at) || document.is(at, Classes::DASH);
        if !self.paragraph.iter().any(may_be_name) {
            return None;
        }
        let parts = cut_alone(all.as_bytes())?;
        let name = parts.get(NAME_FIRST).or_else(|| parts.get(NAME_LAST))?;
        let part = Part { start: name.start(), end: name.end() };
        let name = LENGTH_ALONE.contains(&name.len()).then(|| self.words_of(part)).flatten()?;
        // "John 3:16" is a place in a book.
        let is_time = |time: &[u8]| is_stamp(time) || time.last().is_some_and(|last| !last.is_ascii_digit());
        let is_clear = name.len() > 1 || parts.get(TIME_LAST).is_none_or(|time| is_time(time.as_bytes()));
        // "[9:01 AM] Wu, Ann"
        let first = bare(document, name);
        let is_part = |at: TokenIdx| document.is_capitalised(at) || !document.is_word(at);
        let is_name =
            || is_written_like_name(document, first) && is_named(document, first) && name.iter().all(is_part);
        // "kit — Today at 10:30 AM": words between a dash and a time are those of a log.
        let posts = parts.get(DAY).is_some_and(|day| !day.is_empty()) && is_sender(document, name);
        let speaks = posts || is_clear && is_name();
        speaks.then_some(Label::Speaker { name: Some(name), end: self.paragraph.end, is_clear: true })
    }

    /// A letter for questions or answers: "Q.", "A:".
    fn letter(&self, parts: &Parts<'_>) -> Option<Label> {
        let document = self.document;
        let after = parts.get(BEFORE).map_or(0, |before| before.end);
        if !letter_of_turn(document, self.bytes.get(after..)?) {
            return None;
        }
        let letter = self.tokens(after, after + 1);
        let colon = usize::from(document.is(letter.end, Classes::COLON));
        let speaks = is_question_or_answer(document, letter)
            || answers_by_name(document, letter.start.to(self.paragraph.end));
        speaks.then(|| Label::Speaker { name: Some(letter), end: letter.end + colon, is_clear: true })
    }

    /// A name in bold or in brackets, the voice of a subtitle, a nickname.
    fn marked(&self, parts: &Parts<'_>) -> Option<Label> {
        let document = self.document;
        let end = parts.get(0).map_or(0, |all| all.end);
        let has_time = parts.get(TIME).is_some();
        let speaker = |name, is_clear| {
            Some(Label::Speaker { name: Some(name), end: self.tokens(0, end).end, is_clear })
        };
        if let Some(voice) = self.part(parts, VOICE) {
            return speaker(voice, true);
        }
        if let Some(nick) = self.part(parts, NICK) {
            return speaker(nick, has_time || self.bytes.starts_with(CHANNEL.as_bytes()));
        }
        // Words in bold may open an entry of a list.
        if let Some(bold) = self.part(parts, BOLD) {
            let name = without_stop(document, bold);
            return match is_notice(document, name) {
                true => Some(Label::Notice),
                false => speaker(name, has_age(document, name)),
            };
        }
        let name = self.part(parts, BRACKET)?;
        let speaks = is_written_like_name(document, name) && is_named(document, name);
        let is_quoted = document.kind(self.tokens(0, end).end) == Some(TokenKind::Mark);
        speaks.then(|| speaker(name, has_time || is_quoted)).flatten()
    }

    /// Words before a colon, a mark of a turn or a time alone.
    fn plain(&self, parts: &Parts<'_>) -> Option<Label> {
        let document = self.document;
        let has_mark = parts.get(MARK).is_some();
        let stamp = parts.bytes(TIME);
        if let Some(label) = self.part(parts, PLAIN).filter(|label| self.ends_label(label.end)) {
            let label = without_number(document, label);
            let (name, end) = (bare(document, label), label.end + 1);
            let is_number = document.view(end).has(Shape::NUMBER) && !is_personal(document, name);
            let is_name = is_written_like_name(document, name);
            let is_open = has_mark || stamp.is_some_and(|stamp| is_full(stamp, parts));
            if let Some(name) = name_in_bracket(document, label) {
                return Some(Label::Speaker { name: Some(name), end, is_clear: true });
            }
            if let Some(name) = examiner(document, label).filter(|_| end == self.paragraph.end) {
                return Some(Label::Examiner(name));
            }
            if names_holder(document, label, end.to(self.paragraph.end))
                || reports_speech(document, label, name.end)
            {
                return Some(Label::Notice);
            }
            if is_name && has_mark || is_name && !is_number && is_named(document, name) {
                let is_clear =
                    has_mark || stamp.is_some() || is_in_capitals(document, name) || has_age(document, label);
                return Some(Label::Speaker { name: Some(without_remark(document, label)), end, is_clear });
            }
            if !has_mark && is_notice(document, name) {
                return Some(Label::Notice);
            }
            if is_open && is_sender(document, label) {
                return Some(Label::Speaker { name: Some(label), end, is_clear: true });
            }
            if is_handle(document.slice(label)) {
                return Some(Label::Speaker { name: Some(label), end, is_clear: true });
            }
            if let Some(nick) = self.dated_nick(label) {
                return Some(Label::Speaker { name: Some(nick), end, is_clear: true });
            }
            let is_publication = is_name && may_publish(document, name);
            if is_publication || may_be_anybody(document, label) {
                return Some(Label::Doubtful { name: label, end });
            }
        }
        if has_mark {
            let after = parts.get(BEFORE).map_or(0, |before| before.end);
            return Some(Label::Speaker { name: None, end: self.tokens(0, after).end, is_clear: true });
        }
        if let Some((name, end)) = before_dash(document, self.paragraph) {
            return Some(Label::Speaker { name: Some(name), end, is_clear: true });
        }
        if let Some(label) = self.before_stop() {
            return Some(label);
        }
        if !is_stamp(stamp?) {
            // "11:20 The fire is out": an entry of its own.
            return Some(Label::Notice);
        }
        parts.get(TIME).map(|stamp| Label::Time(self.tokens(stamp.start, stamp.end)))
    }

    /// A label before a full stop.
    fn before_stop(&self) -> Option<Label> {
        let (name, end, is_clear) = before_stop(self.document, self.paragraph)?;
        Some(Label::Speaker { name: Some(name), end, is_clear })
    }

    /// Whether a label ends before this token, which is a colon before a space or the end of the line.
    fn ends_label(&self, colon: TokenIdx) -> bool {
        let after = colon + 1;
        let is_spaced = !self.paragraph.contains(after)
            || self.document.token(after).is_some_and(|token| token.has_space_before());
        self.document.is(colon, Classes::COLON) && is_spaced
    }

    /// The nickname of a writer before the date of a post: "salt_road, 12 Jan:".
    fn dated_nick(&self, label: TokenRange) -> Option<TokenRange> {
        let document = self.document;
        let comma = label.iter().find(|&at| document.is(at, Classes::COMMA))?;
        let nick = label.start.to(comma);
        let is_one =
            nick.iter().skip(1).all(|at| document.token(at).is_some_and(|token| !token.has_space_before()));
        let posts =
            is_one && is_nickname(document.slice(nick)) && is_date(document, (comma + 1).to(label.end));
        (posts && !nick.is_empty()).then_some(nick)
    }
}

/// Whether a letter that labels questions or answers begins here, with its point or colon, or apart from the words: "Q.",
/// "A:", "Q  Good morning."
fn letter_of_turn(document: &Document<'_>, line: &[u8]) -> bool {
    match line {
        [letter, b'.' | b':', ..] | [letter, b' ' | b'\t', b' ' | b'\t', ..] => {
            document.language.labels_turn(*letter)
        }
        _ => false,
    }
}

/// Whether a line is worth a look at its parts.
fn may_have_label(line: &[u8]) -> bool {
    line.starts_with(TURN)
        || line.contains(&b':')
        || matches!(line, [b'A'..=b'Z', b'.' | b' ', b' ', ..] | [b'<' | b'*' | b'[' | b'#', ..])
        || has_sign_of_label(line)
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
            Some(Label::Heading { name } | Label::Examiner(name)) => document.slice(name),
            Some(Label::Doubtful { .. } | Label::Notice) | None => "",
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
            ("#salt <kit77> No.", "kit77"),
            ("3. Mr Bo Holt (Salt Road): No.", "Mr Bo Holt"),
            ("salt_road, 12 Jan: No.", "salt_road"),
            ("HOLT. Who goes there?", "HOLT"),
            ("HOLT.", "HOLT"),
            ("The Minister of State (Mr Lee Holt): No.", "Mr Lee Holt"),
            ("u/saltroad: No.", "u/saltroad"),
            ("BY MS. HOLT:", "MS. HOLT"),
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
            "ANN WU, being duly sworn, testified as follows:",
            "SCENE II. The same.",
        ] {
            assert_eq!(label(line), "", "{line}");
        }
    }
}
