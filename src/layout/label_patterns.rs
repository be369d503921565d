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
/// a name in brackets. Each may be missing. The sign of an entry may precede words in bold. "Ms. Wu (14:02)" is a label too.
fn parts(stamp: &str) -> Option<Regex> {
    let before = format!(r"(?:({stamp})[ \t]+((?:-|–|—)[ \t]+)?)?(>>+[ \t]*)?");
    let plain = r"([^:\n>*\[<](?:\([0-9]{1,2}:[0-9]{2}\)|[^:\n>*])*):";
    let bold = r"(?:(?:-|\*|•)[ \t]+)?\*\*([^*:\n]+?)(?:[.:]\*\*|\*\*(?:[ \t]*\([0-9:]+\))?:)";
    let voice = r"<v(?:\.[^ >]*)? ([^>\n]+)>";
    let nick = r"<([^ <>\n/]+)>[ \t]";
    let bracket = r"\[([^\]\[:\n]+)\]:?[ \t]";
    Regex::new(&format!(r"(?-u)^({before})(?:{plain}|{bold}|{voice}|{nick}|{bracket})?")).ok()
}

static PARTS: Lazy<Option<Regex>> = Lazy::new(|| parts(STAMP));

/// The same for lines that open with no time, which compiles in a fraction of the time: most texts have no others.
static PARTS_WITHOUT_TIME: Lazy<Option<Regex>> = Lazy::new(|| parts(NOTHING));

/// Cuts the start of a line.
pub(super) fn cut(line: &[u8]) -> Option<Captures<'_>> {
    let may_open_with_time = matches!(line.first(), Some(b'[' | b'(' | b'0'..=b'9'));
    let pattern = if may_open_with_time { &PARTS } else { &PARTS_WITHOUT_TIME };
    pattern.as_ref()?.captures(line)
}

/// A line that holds a name and a time alone: "Ann Wu  10:30 AM", "kit — Today at 10:30 AM", "[00:02] Ann Wu".
static ALONE: Lazy<Option<Regex>> = Lazy::new(|| {
    let after = format!(r"([^:\n\[(<>*]+?)(?:,|[ \t](?:-|–|—)((?:[ \t]+[A-Za-z]+){{0,2}}))?[ \t]+({STAMP})");
    let below = format!(r"{STAMP}[ \t]+([^:\n\[(<>*]+)");
    Regex::new(&format!(r"(?-u)^(?:{after}|{below})\s*$")).ok()
});

/// The name and the time of a line that holds nothing else.
pub(super) fn cut_alone(line: &[u8]) -> Option<Captures<'_>> {
    let may_have_time = line.contains(&b':') && line.iter().any(u8::is_ascii_digit);
    if !may_have_time {
        return None;
    }
    ALONE.as_ref()?.captures(line)
}

/// Whether a time is in brackets or has seconds: "10:30" alone is part of a sentence.
pub(super) fn is_stamp(time: &[u8]) -> bool {
    matches!(time.first(), Some(b'[' | b'(')) || time.iter().filter(|byte| **byte == b':').count() > 1
}

/// Whether a time is one of a log, which a sender follows: in brackets, with seconds or a date, or before a dash.
pub(super) fn is_full(time: &[u8], parts: &Captures<'_>) -> bool {
    is_stamp(time) || time.iter().any(|byte| matches!(byte, b'/' | b'-')) || parts.get(DASH).is_some()
}
