//! Posts below one another whose lines say who wrote them: "by kit77 » Tue Mar 12, 2024 8:02 pm", "Reviewed by Ann W. on
//! 2 July" or "Ann Wu @annwu · 2h" above, or a name above and "Like · Reply · 3 d" below.
//!
//! Imports the turns, word classes, typed indices and documents.

use crate::language::{Classes, Ending};
use crate::layout::label_names::{is_date_of_log, is_handle, is_nickname};
use crate::layout::turns::LabelledTurn;
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::{Document, TokenKind};

/// The maximum length of the name of a writer, in tokens.
const LONGEST_NAME: usize = 5;

/// The maximum length of a line below a post, or above it with an account, in tokens.
const LONGEST_FOOTER: usize = 14;

/// What is between the parts of a line below a post.
const DOTS: [&str; 3] = ["•", "·", "|"];

/// The minimum number of posts of a kind.
const FEWEST_POSTS: usize = 2;

/// The minimum number of dots in the line below a post.
const FEWEST_DOTS: usize = 2;

/// The number of words at the start of a line among which "by" is looked for.
const LONGEST_OPENING: usize = 2;

/// The minimum number of lines of a post with its name and the line below.
const LINES: usize = 3;

/// A post by the numbers of its paragraphs.
struct Post {
    writer: TokenRange,
    /// The first one, which may be a title or the line of the writer.
    first: usize,
    /// The first one of what the post says, and the one after the last.
    words: [usize; 2],
    /// The first one after the whole post.
    end: usize,
}

/// Adds the turns of those who post, and marks the paragraphs of them that are taken. Linear in the length of the text.
pub(super) fn add_turns(
    document: &Document<'_>,
    paragraphs: &[TokenRange],
    is_taken: &mut [bool],
    turns: &mut Vec<LabelledTurn>,
) {
    for posts in [below_bylines(document, paragraphs), above_footers(document, paragraphs)] {
        if posts.len() < FEWEST_POSTS {
            continue;
        }
        for Post { writer, first, words: [start, stop], end } in posts {
            if start < stop && !is_taken[first..end].contains(&true) {
                is_taken[first..end].fill(true);
                turns.push(LabelledTurn::of(writer, paragraphs[start..stop].to_vec()));
            }
        }
    }
}

/// The posts below lines that say who wrote them and when. A line right above such a line that begins a block is the title of
/// the post.
fn below_bylines(document: &Document<'_>, paragraphs: &[TokenRange]) -> Vec<Post> {
    let lines = paragraphs.iter().enumerate();
    let writer = |line: TokenRange| {
        byline(document, line).or_else(|| line_of_post(document, line)).or_else(|| handle(document, line))
    };
    let writers: Vec<_> = lines.filter_map(|(at, line)| Some((at, writer(*line)?))).collect();
    let starts_block = |at: usize| document.follows_blank_line(paragraphs[at].start);
    let has_title = |at: usize| !starts_block(at) && (at == 1 || at > 1 && starts_block(at - 1));
    let title = |at: usize| at - usize::from(has_title(at));
    let post = |(index, (at, writer)): (usize, &(usize, TokenRange))| {
        let first =
            at + 1 + paragraphs[at + 1..].iter().take_while(|line| is_address(document, **line)).count();
        let end = match writers.get(index + 1) {
            Some((next, _)) => title(*next).max(first),
            None => {
                first + (first..paragraphs.len()).take_while(|at| *at == first || !starts_block(*at)).count()
            }
        };
        Post { writer: *writer, first: title(*at), words: [first, end], end }
    };
    writers.iter().enumerate().map(post).collect()
}

/// Who wrote what follows, in a line that says so with the date: "Reviewed by Ann W. on 2 July".
fn byline(document: &Document<'_>, line: TokenRange) -> Option<TokenRange> {
    let by = line.iter().take(LONGEST_OPENING).find(|&at| document.is(at, Classes::AGENT))?;
    let is_participle = |at: TokenIdx| document.is(at, Classes::ANY_VERB) && document.is_capitalised(at);
    let ends = Classes::PREPOSITION.or(Classes::COMMA).or(Classes::DASH);
    let is_end = |at: &TokenIdx| {
        let is_spaced = document.token(*at).is_some_and(|token| token.has_space_before());
        document.is(*at, ends) || is_spaced && !document.is_word(*at)
    };
    let start = by + 1;
    let end = start.to(line.end).iter().find(is_end)?;
    let name = start.to(end);
    let dates =
        line.start.to(by).iter().all(is_participle) && is_date_of_log(document, (end + 1).to(line.end));
    (dates && (1..=LONGEST_NAME).contains(&name.len())).then_some(name)
}

/// Who wrote what follows, in a line with a verb and the date: "kit77 wrote on 12 Oct, 19:04".
fn line_of_post(document: &Document<'_>, line: TokenRange) -> Option<TokenRange> {
    let wrote = |at: &TokenIdx| document.is(*at, Classes::SPEECH) && document.is(*at, Classes::PAST);
    let verb = line.iter().take(LONGEST_NAME + 1).find(wrote).filter(|verb| *verb > line.start)?;
    let name = line.start.to(verb);
    let is_name = document.is_capitalised(name.start)
        || is_nickname(document.slice(name))
        || is_handle(document.slice(name));
    let small = Classes::PREPOSITION.or(Classes::DASH).or(Classes::COMMA);
    let date = verb + 1 + usize::from(document.is(verb + 1, small));
    let is_sentence = line.last().is_some_and(|last| document.is(last, Classes::STOP));
    let is_post = date < line.end && !is_sentence && is_date_of_log(document, date.to(line.end));
    (is_name && is_post).then_some(name)
}

/// Who wrote what follows, in a line with a name, that of the account and a date or a time ago: "Ann Wu @annwu · Oct 12".
fn handle(document: &Document<'_>, line: TokenRange) -> Option<TokenRange> {
    if line.len() > LONGEST_FOOTER {
        return None;
    }
    let account = line.iter().take(LONGEST_NAME + 1).find(|&at| is_account(document, at))?;
    let name = line.start.to(account);
    let dot = account + 1;
    let is_dated =
        document.kind(dot + 1) == Some(TokenKind::Number) || is_date_of_log(document, (dot + 1).to(line.end));
    let is_post = DOTS.contains(&document.text_of(dot)) && dot + 1 < line.end && is_dated;
    is_post.then_some(if is_name(document, name) { name } else { account.only() })
}

fn is_account(document: &Document<'_>, at: TokenIdx) -> bool {
    document.text_of(at).starts_with('@') && is_handle(document.text_of(at))
}

/// Whether a line above a post says to whom it is: "Replying to @annwu".
fn is_address(document: &Document<'_>, line: TokenRange) -> bool {
    let is_last = line.last().is_some_and(|last| is_account(document, last));
    is_last && line.len() <= LONGEST_NAME && document.ends_like(line.start, Ending::Gerund)
}

/// The blocks of lines with a name above and a line with dots below.
fn above_footers(document: &Document<'_>, paragraphs: &[TokenRange]) -> Vec<Post> {
    let mut posts = Vec::new();
    let mut start = 0;
    for end in 1..=paragraphs.len() {
        if paragraphs.get(end).is_some_and(|next| !document.follows_blank_line(next.start)) {
            continue;
        }
        let writer = paragraphs[start];
        if end - start >= LINES && is_footer(document, paragraphs[end - 1]) && is_name(document, writer) {
            posts.push(Post { writer, first: start, words: [start + 1, end - 1], end });
        }
        start = end;
    }
    posts
}

fn is_footer(document: &Document<'_>, line: TokenRange) -> bool {
    let is_dot = |at: &TokenIdx| DOTS.contains(&document.text_of(*at));
    line.len() <= LONGEST_FOOTER
        && line.iter().filter(is_dot).count() >= FEWEST_DOTS
        && !line.iter().any(|at| document.is(at, Classes::STOP.or(Classes::COMMA)))
}

/// Whether a line is the name of a writer.
fn is_name(document: &Document<'_>, line: TokenRange) -> bool {
    let is_written = |at: TokenIdx| document.is_word(at) && document.is_capitalised(at);
    (1..=LONGEST_NAME).contains(&line.len())
        && (line.iter().all(is_written)
            || is_nickname(document.slice(line)) && !document.slice(line).contains(' '))
}
