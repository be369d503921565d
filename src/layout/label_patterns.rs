//! The patterns that cut the start of a line into a time, the mark of a turn and a label.

use std::ops::RangeInclusive;

use once_cell::sync::Lazy;
use regex::bytes::{Captures, Regex};

use super::labels::LONGEST_LABEL;

// The groups of what [`cut`] finds.
pub(super) const BEFORE: usize = 1;
pub(super) const TIME: usize = 2;
const DASH: usize = 3;
pub(super) const MARK: usize = 4;
pub(super) const PLAIN: usize = 5;
pub(super) const BOLD: usize = 6;
pub(super) const VOICE: usize = 7;
pub(super) const NICK: usize = 8;
pub(super) const BRACKET: usize = 9;
const GROUPS: usize = 10;

/// The parts of the start of a line: where each group is, the whole being the first.
pub(super) struct Parts<'l> {
    line: &'l [u8],
    groups: [Option<Part>; GROUPS],
}

/// The bytes of a line that a group holds.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub start: usize,
    pub end: usize,
}

impl<'l> Parts<'l> {
    pub(super) fn get(&self, group: usize) -> Option<Part> {
        self.groups[group]
    }

    pub(super) fn bytes(&self, group: usize) -> Option<&'l [u8]> {
        self.groups[group].map(|part| &self.line[part.start..part.end])
    }
}

/// The maximum length of a group in bytes. The patterns do not count, since that takes them several times as long to
/// compile.
pub(super) fn longest(group: usize) -> usize {
    match group {
        BOLD => 50,
        NICK => 24,
        BRACKET => 40,
        _ => LONGEST_LABEL,
    }
}

/// The length of a name in [`ALONE`], in bytes.
pub(super) const LENGTH_ALONE: RangeInclusive<usize> = 2..=40;

// The groups of [`ALONE`].
pub(super) const NAME_FIRST: usize = 1;
pub(super) const DAY: usize = 2;
pub(super) const TIME_LAST: usize = 3;
pub(super) const NAME_LAST: usize = 4;

/// A time with or without a date.
const STAMP: &str = r"[\[(]?(?:[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4},?[ \t]+)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,3})?(?:[ ]?[AaPp]\.?[Mm]\.?)?[\])]?";

/// What matches nothing.
const NOTHING: &str = r"[^\x00-\xFF]";

/// A time, the mark of a turn, and a label: words before a colon, words in bold, the voice of a subtitle, a nickname or
/// a name in brackets. Each may be missing; a channel may precede a nickname. The sign of an entry may precede words in
/// bold. "Ms. Wu (14:02)" is a label too.
fn parts(stamp: &str) -> Option<Regex> {
    let before = format!(r"(?:({stamp})[ \t]+((?:-|–|—)[ \t]+)?)?(>>+[ \t]*)?");
    let plain = r"([^:\n>*\[<](?:\([0-9]{1,2}:[0-9]{2}\)|[^:\n>*])*):";
    let bold = r"(?:(?:-|\*|•)[ \t]+)?\*\*([^*:\n]+?)(?:[.:]\*\*|\*\*(?:[ \t]*\([0-9:]+\))?:)";
    let voice = r"<v(?:\.[^ >]*)? ([^>\n]+)>";
    let nick = r"(?:#[^ <>\n]+[ \t]+)?<([^ <>\n/]+)>[ \t]";
    let bracket = r"\[([^\]\[:\n]+)\]:?[ \t]";
    Regex::new(&format!(r"(?-u)^({before})(?:{plain}|{bold}|{voice}|{nick}|{bracket})?")).ok()
}

static PARTS: Lazy<Option<Regex>> = Lazy::new(|| parts(STAMP));

/// The same for lines that open with no time, which compiles in a fraction of the time.
static PARTS_WITHOUT_TIME: Lazy<Option<Regex>> = Lazy::new(|| parts(NOTHING));

/// Whether a line has two capitals in a row ("Mr. HOLT of Ohio."), a number after a comma or a dash, or a mark like it.
/// Looks at all bytes without a branch, several in one step: no processor could predict at which a search ends.
pub(super) fn has_sign_of_label(line: &[u8]) -> bool {
    let (next, third) = (line.get(1..).unwrap_or_default(), line.get(2..).unwrap_or_default());
    let opens = |one: u8, two: u8| {
        (one.is_ascii_uppercase() & two.is_ascii_uppercase()) | ((one == 0xe2) & (two == 0x80))
    };
    let is_number = |one: u8, two: u8, three: u8| (one == b',') & (two == b' ') & three.is_ascii_digit();
    let at_end = line.last_chunk().is_some_and(|[one, two]| opens(*one, *two));
    line.iter()
        .zip(next)
        .zip(third)
        .fold(at_end, |found, ((one, two), three)| found | opens(*one, *two) | is_number(*one, *two, *three))
}

/// Cuts the start of a line. Most texts have no lines that need a pattern, so that none is compiled for them.
pub(super) fn cut(line: &[u8]) -> Option<Parts<'_>> {
    let may_open_with_time = matches!(line.first(), Some(b'[' | b'(' | b'0'..=b'9'));
    if may_open_with_time && has_time(line) {
        return cut_by(PARTS.as_ref()?, line);
    }
    let (mark, colon) = (mark_end(line), first_colon(line));
    let may_be_marked = match line[mark..] {
        [b'*' | b'-', b'*' | b' ' | b'\t', ..] => line.windows(2).any(|two| two == b"**"),
        [0xe2, 0x80, 0xa2, ..] => line.windows(2).any(|two| two == b"**"),
        [b'<' | b'#', ..] => line.contains(&b'>'),
        [b'[', ..] => line.contains(&b']'),
        _ => colon.is_some_and(|colon| is_within_time(line, colon)),
    };
    match may_be_marked {
        true => cut_by(PARTS_WITHOUT_TIME.as_ref()?, line),
        false => Some(cut_plain(line, mark, colon)),
    }
}

/// Where the first colon is. Most lines have none, which a search for several bytes in one step finds sooner.
fn first_colon(line: &[u8]) -> Option<usize> {
    line.contains(&b':').then(|| line.iter().position(|byte| *byte == b':'))?
}

/// Whether the first colon of a line is within a time in brackets, so that a later one may end a label: "Ms. Wu (14:02):
/// Yes."
fn is_within_time(line: &[u8], colon: usize) -> bool {
    let is_minutes = matches!(line[colon + 1..], [b'0'..=b'9', b'0'..=b'9', b')', ..]);
    is_minutes && matches!(line[..colon], [.., b'(', b'0'..=b'9'] | [.., b'(', b'0'..=b'9', b'0'..=b'9'])
}

/// Whether a line has hours and minutes.
fn has_time(line: &[u8]) -> bool {
    let is_time = |four: &[u8]| four[1] == b':' && [0, 2, 3].iter().all(|at| four[*at].is_ascii_digit());
    line.windows(4).any(is_time)
}

fn cut_by<'l>(pattern: &Regex, line: &'l [u8]) -> Option<Parts<'l>> {
    let found = pattern.captures(line)?;
    let part = |group| found.get(group).map(|part| Part { start: part.start(), end: part.end() });
    Some(Parts { line, groups: std::array::from_fn(part) })
}

/// Where the mark of a turn ends at the start of a line: ">> "; 0 without one.
fn mark_end(line: &[u8]) -> usize {
    match line.iter().take_while(|byte| **byte == b'>').count() {
        0 | 1 => 0,
        signs => signs + line[signs..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count(),
    }
}

/// Cuts a line that opens with the mark of a turn or without one and has no other label than words before a colon: what
/// [`PARTS_WITHOUT_TIME`] finds there.
fn cut_plain(line: &[u8], mark: usize, colon: Option<usize>) -> Parts<'_> {
    let mut parts = Parts { line, groups: [None; GROUPS] };
    parts.groups[BEFORE] = Some(Part { start: 0, end: mark });
    parts.groups[MARK] = parts.groups[BEFORE].filter(|_| mark > 0);
    let ends = |byte: &u8| matches!(byte, b'\n' | b'>' | b'*');
    let may_open = !matches!(line.get(mark), Some(b':' | b'<' | b'['));
    let colon = colon.filter(|colon| may_open && !line[mark..*colon].iter().any(ends));
    parts.groups[PLAIN] = colon.map(|end| Part { start: mark, end });
    parts.groups[0] = Some(Part { start: 0, end: colon.map_or(mark, |colon| colon + 1) });
    parts
}

/// A line that holds a name and a time alone: "Ann Wu  10:30 AM", "kit — Today at 10:30 AM", "[00:02] Ann Wu".
static ALONE: Lazy<Option<Regex>> = Lazy::new(|| {
    let after = format!(r"([^:\n\[(<>*]+?)(?:,|[ \t](?:-|–|—)((?:[ \t]+[A-Za-z]+){{0,2}}))?[ \t]+({STAMP})");
    let below = format!(r"{STAMP}[ \t]+([^:\n\[(<>*]+)");
    Regex::new(&format!(r"(?-u)^(?:{after}|{below})\s*$")).ok()
});

/// The name and the time of a line that holds nothing else.
pub(super) fn cut_alone(line: &[u8]) -> Option<Captures<'_>> {
    if !has_time(line) {
        return None;
    }
    ALONE.as_ref()?.captures(line)
}

/// Whether a time is in brackets or has seconds: "10:30" alone is part of a sentence.
pub(super) fn is_stamp(time: &[u8]) -> bool {
    matches!(time.first(), Some(b'[' | b'(')) || time.iter().filter(|byte| **byte == b':').count() > 1
}

/// Whether a time is one of a log, which a sender follows: in brackets, with seconds or a date, or before a dash.
pub(super) fn is_full(time: &[u8], parts: &Parts<'_>) -> bool {
    is_stamp(time) || time.iter().any(|byte| matches!(byte, b'/' | b'-')) || parts.get(DASH).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each group that holds something.
    fn parts<'l>(parts: &Parts<'l>) -> Vec<(usize, &'l [u8])> {
        (0..GROUPS).filter_map(|group| Some((group, parts.bytes(group)?))).collect()
    }

    /// Asserts that each line is cut as by the pattern.
    fn assert_cut_as_by_pattern(lines: &[&str], cut: impl for<'l> Fn(&'l [u8]) -> Option<Parts<'l>>) {
        let pattern = PARTS_WITHOUT_TIME.as_ref().unwrap();
        for line in lines.iter().map(|line| line.as_bytes()) {
            let found = cut_by(pattern, line).unwrap();
            assert_eq!(parts(&cut(line).unwrap()), parts(&found), "{line:?}");
        }
    }

    #[test]
    fn plain_lines_are_cut_as_by_the_pattern() {
        let lines = [
            "",
            ":",
            "a:",
            "Ann Wu: No.",
            ": Ann Wu:",
            "Ann Wu",
            "Ann\nWu: No.",
            "Ann > Wu: No.",
            "Ann*: No.",
            "Ann [x]: No.",
            "Ann <x>: No.",
            ">",
            "> Ann: No.",
            ">>",
            ">> ",
            ">>\t Ann Wu: No.",
            ">>>Ann",
            ">>:",
            ">> >> Ann: No.",
            ">> \n",
            "“No: no”",
            "A\u{301}: b",
            ">>> 10:30",
        ];
        assert_cut_as_by_pattern(&lines, |line| Some(cut_plain(line, mark_end(line), first_colon(line))));
    }

    #[test]
    fn lines_that_need_the_pattern_are_cut_by_it() {
        let lines = [
            "Ms. Wu (14:02): Yes.",
            "Ms. Wu (9:02): Yes.",
            ">> Ms. Wu (14:02): Yes.",
            "**Ann Wu:** Yes.",
            "- **Ewa Lis, 29:** Yes.",
            "* **Ewa Lis**: Yes.",
            "• **Ewa Lis** (01:10): Yes.",
            "<v Ann Wu>Yes.",
            "<ann> yes",
            "#salt <ann> yes",
            "[Ann Wu] Yes.",
        ];
        assert_cut_as_by_pattern(&lines, cut);
    }
}
