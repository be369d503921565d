//! Markup that is left in a text and says nothing about its words: tags of HTML, emphasis and links of Markdown, numbers of
//! notes. Read as white space.
//!
//! Imports the table of quotation marks.

use crate::tokenizer::marks;

/// Elements of HTML within a line.
const INLINE: &str = "a abbr b big cite code em font i img ins mark s small span strong sub sup time u";

/// Elements of HTML that stand apart from what is around them.
const BLOCKS: &str =
    "article aside blockquote body br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header \
                      hr html li main nav ol p pre section table tbody td th thead tr ul";

/// The maximum length of a tag, of a link and of the words of an element, in bytes.
const LONGEST: usize = 400;

/// The end of the markup that starts at byte `start`; `None` where none does. Looks no farther than some hundred bytes.
pub(super) fn end(text: &str, start: usize) -> Option<usize> {
    match text.as_bytes().get(start)? {
        b'<' => tag(text, start),
        b'*' | b'_' => emphasis(text, start),
        b'[' if is_link(text, start) => Some(start + 1),
        b'[' => note(text, start),
        b']' => link_target(text, start),
        _ => None,
    }
}

/// The parts of white space after each of its tags, with whether the tag is that of a block.
pub(super) fn between_tags(space: &str) -> impl Iterator<Item = (bool, &str)> {
    space.split('<').enumerate().map(|(part, rest)| match rest.split_once('>') {
        Some((inside, rest)) if part > 0 => (is_one(BLOCKS, name(inside)), rest),
        _ => (false, rest),
    })
}

/// The name of the element, given its tag without brackets.
fn name(inside: &str) -> &str {
    inside.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or("")
}

fn is_one(names: &str, name: &str) -> bool {
    names.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(name))
}

/// The bytes from `start` on in which the end of something is looked for.
fn ahead(text: &str, start: usize) -> &[u8] {
    &text.as_bytes()[start..text.len().min(start + LONGEST)]
}

/// A tag of a known element: `<b>`, `</p>`, `<a href="…">`. One without an end may be the name of somebody in a chat.
fn tag(text: &str, start: usize) -> Option<usize> {
    let bytes = ahead(text, start);
    let len = bytes.iter().skip(1).position(|byte| matches!(byte, b'>' | b'<'))? + 1;
    let inside = text.get(start + 1..start + len).filter(|_| bytes[len] == b'>')?;
    let name = name(inside);
    let is_certain = || inside.starts_with('/') || inside.contains('=') || is_closed(text, start + len, name);
    (is_one(BLOCKS, name) || is_one(INLINE, name) && is_certain()).then_some(start + len + 1)
}

/// Whether the element of this name that begins before `start` ends near.
fn is_closed(text: &str, start: usize, name: &str) -> bool {
    let bytes = ahead(text, start);
    let ends = |part: &[u8]| {
        let closed = part.strip_prefix(b"</").and_then(|part| part.get(..name.len()));
        closed.is_some_and(|closed| closed.eq_ignore_ascii_case(name.as_bytes()))
    };
    (0..bytes.len()).any(|at| bytes[at] == b'<' && ends(&bytes[at..]))
}

/// The end of the marks of emphasis at `start`: "**Ann Wu** said", "_finally_". Around a whole line, a label or the beginning
/// of a paragraph that goes on with another sentence they are part of the layout.
fn emphasis(text: &str, start: usize) -> Option<usize> {
    let (line, first) = line_around(text, start);
    let at = start - first;
    let len = run(line, at);
    let mut opening = None;
    for place in 0..line.len() {
        let begins_run = line[place] == line[at] && (place == 0 || line[place - 1] != line[at]);
        let is_start = begins_run && run(line, place) == len;
        if !is_start {
            continue;
        } else if opening.is_some() && closes(line, place, len) {
            let opening: usize = opening.take()?;
            if opening == at || place == at {
                return is_in_prose(line, opening, place, len).then_some(start + len);
            }
        } else if opens(line, place, len) {
            opening = Some(place);
        }
        if place > at && opening != Some(at) {
            return None;
        }
    }
    None
}

/// The line that holds byte `at`, cut where it is long, and its first byte.
fn line_around(text: &str, at: usize) -> (&[u8], usize) {
    let bytes = text.as_bytes();
    let near = at.saturating_sub(LONGEST);
    let first = bytes[near..at].iter().rposition(|byte| *byte == b'\n').map_or(near, |end| near + end + 1);
    let rest = ahead(text, at);
    let len = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    (&bytes[first..at + len], first)
}

/// The number of equal bytes from `at` on.
fn run(line: &[u8], at: usize) -> usize {
    line[at..].iter().take_while(|byte| **byte == line[at]).count()
}

/// Whether marks of emphasis at a place may open one.
fn opens(line: &[u8], place: usize, len: usize) -> bool {
    let before = place.checked_sub(1).map_or(b' ', |before| line[before]);
    let after = line.get(place + len).copied().unwrap_or(b' ');
    let begins =
        after.is_ascii_alphanumeric() || !after.is_ascii() || marks::is_ascii_mark(after) || after == b'[';
    len < 4 && begins && !before.is_ascii_alphanumeric() && before != b'\\'
}

/// Whether marks of emphasis at a place may close one.
fn closes(line: &[u8], place: usize, len: usize) -> bool {
    let follows_space = place.checked_sub(1).is_none_or(|before| line[before].is_ascii_whitespace());
    !follows_space && !line.get(place + len).is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether emphasis between two places is part of a sentence. At the start of a line it is if the sentence goes on.
fn is_in_prose(line: &[u8], opening: usize, closing: usize, len: usize) -> bool {
    let begins =
        !line[..opening].iter().any(|byte| byte.is_ascii_alphabetic() || marks::is_ascii_mark(*byte));
    let ends = matches!(line[closing - 1], b'.' | b':' | b'?' | b'!');
    match &line[closing + len..] {
        _ if !begins => true,
        [b',', ..] => !ends,
        [b' ', next, ..] => !ends && next.is_ascii_lowercase(),
        _ => false,
    }
}

/// Whether a bracket opens the words of a link: "[Ann Wu](https://…)".
fn is_link(text: &str, start: usize) -> bool {
    let rest = ahead(text, start + 1);
    let end = rest.iter().position(|byte| matches!(byte, b'[' | b']' | b'\n'));
    end.is_some_and(|end| rest[end] == b']' && link_target(text, start + 1 + end).is_some())
}

/// The end of the bracket that closes the words of a link, with the address after it.
fn link_target(text: &str, start: usize) -> Option<usize> {
    let target = ahead(text, start).strip_prefix(b"](")?;
    let len = target
        .iter()
        .position(|byte| matches!(byte, b')' | b' ' | b'\n'))
        .filter(|len| target[*len] == b')')?;
    let is_address = target[..len].iter().any(|byte| matches!(byte, b'/' | b'#' | b'.'));
    is_address.then_some(start + 2 + len + 1)
}

/// The maximum number of digits in the number of a note.
const LONGEST_NUMBER: usize = 3;

/// The end of the number of a note, which follows a word or a mark at once: "burned.[3]".
fn note(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let follows = start > 0 && !bytes[start - 1].is_ascii_whitespace();
    let digits =
        bytes[start + 1..].iter().take(LONGEST_NUMBER).take_while(|byte| byte.is_ascii_digit()).count();
    let end = start + 1 + digits;
    (follows && digits > 0 && bytes.get(end) == Some(&b']')).then_some(end + 1)
}
