//! The patterns that cut the start of a line into a time, the mark of a turn and a label.

use once_cell::sync::Lazy;
use regex::bytes::{Captures, Regex};

// The groups of [`PARTS`].
pub(super) const BEFORE: usize = 1;
pub(super) const TIME: usize = 2;
const DASH: usize = 3;
pub(super) const MARK: usize = 4;
pub(super) const PLAIN: usize = 5;
pub(super) const BOLD: usize = 6;
pub(super) const VOICE: usize = 7;
pub(super) const NICK: usize = 8;
pub(super) const BRACKET: usize = 9;

// The groups of [`ALONE`].
pub(super) const NAME_FIRST: usize = 1;
pub(super) const TIME_LAST: usize = 2;
pub(super) const NAME_LAST: usize = 3;

/// A time with or without a date.
const STAMP: &str = r"[\[(]?(?:[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4},?[ \t]+)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,3})?(?:[ ]?[AaPp]\.?[Mm]\.?)?[\])]?";

/// A time, the mark of a turn, and a label: words before a colon, words in bold, the voice of a subtitle, a nickname or
/// a name in brackets. Each may be missing.
pub(super) static PARTS: Lazy<Option<Regex>> = Lazy::new(|| {
    let before = format!(r"(?:({STAMP})[ \t]+((?:-|–|—)[ \t]+)?)?(>>+[ \t]*)?");
    let plain = r"([^:\n>*\[<][^:\n>*]*):";
    let bold = r"\*\*([^*:\n]{1,50}?)(?:[.:]\*\*|\*\*:)";
    let voice = r"<v(?:\.[^ >]*)? ([^>\n]+)>";
    let nick = r"<([^ <>\n/]{1,24})>[ \t]";
    let bracket = r"\[([^\]\[:\n]{1,40})\]:?[ \t]";
    Regex::new(&format!(r"(?-u)^({before})(?:{plain}|{bold}|{voice}|{nick}|{bracket})?")).ok()
});

/// A line that holds a name and a time alone: "Ann Wu  10:30 AM", "[00:02] Ann Wu".
pub(super) static ALONE: Lazy<Option<Regex>> = Lazy::new(|| {
    let after = format!(r"([^:\n\[(<>*]{{2,40}}?)(?:,|[ \t](?:-|–|—))?[ \t]+({STAMP})");
    let below = format!(r"{STAMP}[ \t]+([^:\n\[(<>*]{{2,40}})");
    Regex::new(&format!(r"(?-u)^(?:{after}|{below})\s*$")).ok()
});

/// Whether a time is in brackets or has seconds: "10:30" alone is part of a sentence.
pub(super) fn is_stamp(time: &[u8]) -> bool {
    matches!(time.first(), Some(b'[' | b'(')) || time.iter().filter(|byte| **byte == b':').count() > 1
}

/// Whether a time is one of a log, which a sender follows: in brackets, with seconds or a date, or before a dash.
pub(super) fn is_full(time: &[u8], parts: &Captures<'_>) -> bool {
    is_stamp(time) || time.iter().any(|byte| matches!(byte, b'/' | b'-')) || parts.get(DASH).is_some()
}
