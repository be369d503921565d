//! Words without quotation marks that a name below them signs: "Good beds.", then "— Ann Wu, Lisbon".
//!
//! Imports the turns, word classes, typed indices and documents.

use crate::language::Classes;
use crate::layout::label_names::is_handle;
use crate::layout::turns::LabelledTurn;
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::{Document, TokenKind};

/// The longest line of a signature, in tokens.
const LONGEST_LINE: usize = 10;

/// The longest line of one that gives an account and a date, in tokens.
const LONGEST_OF_ACCOUNT: usize = 20;

/// The maximum number of paragraphs that a name signs, with its own line.
const LONGEST_BLOCK: usize = 5;

/// The minimum number of signatures that show each other.
const SIGNATURES: usize = 2;

/// A name below what its bearer says.
struct Signature {
    /// Its position among the paragraphs.
    at: usize,
    /// That of the first paragraph that it signs.
    first: usize,
    name: TokenRange,
    /// Whether nothing but a signature is written like this.
    is_clear: bool,
}

/// Adds the turns that names below them sign, and marks their paragraphs as taken. Linear in the length of the text.
pub(super) fn add_turns(
    document: &Document<'_>,
    paragraphs: &[TokenRange],
    is_taken: &mut [bool],
    turns: &mut Vec<LabelledTurn>,
) {
    let signatures: Vec<Signature> =
        (1..paragraphs.len()).filter_map(|at| signature(document, paragraphs, at)).collect();
    let are_several = signatures.len() >= SIGNATURES;
    for signature in signatures {
        let signed = signature.first..signature.at;
        // Of words in marks the rule "signature" says whose they are.
        let opens_marked = |at: usize| document.kind(paragraphs[at].start) == Some(TokenKind::Mark);
        let is_own = |at: usize| !is_taken[at] && !opens_marked(at);
        let says_i = || {
            let mut words = signed.clone().flat_map(|at| paragraphs[at].iter());
            words.any(|at| document.is(at, Classes::FIRST_PERSON))
        };
        if !signed.clone().all(is_own) || !(signature.is_clear || are_several || says_i()) {
            continue;
        }
        let words = |at: &usize| paragraphs[*at].iter().any(|token| document.is_word(token));
        let content = signed.clone().filter(words).map(|at| paragraphs[at]).collect::<Vec<_>>();
        if !content.is_empty() {
            is_taken[signature.first..=signature.at].fill(true);
            turns.push(LabelledTurn::of(signature.name, content));
        }
    }
}

/// The signature in a paragraph, which is the last line of a block of few.
fn signature(document: &Document<'_>, paragraphs: &[TokenRange], at: usize) -> Option<Signature> {
    let line = paragraphs[at];
    if line.len() > LONGEST_OF_ACCOUNT {
        return None;
    }
    let dash = document.is(line.start, Classes::DASH) && !document.is(line.start, Classes::HYPHEN);
    let words = (line.start + usize::from(dash)).to(line.end);
    let name = leading_name(document, words);
    let is_of_account = dash && has_account(document, words);
    let is_last = paragraphs.get(at + 1).is_none_or(|next| document.follows_blank_line(next.start));
    // After a blank line it may be the heading of what follows.
    let end = match document.follows_blank_line(line.start) {
        true if is_of_account => at,
        true => return None,
        false => at + 1,
    };
    let mut block = (end.saturating_sub(LONGEST_BLOCK)..end).rev();
    let first = block.find(|first| document.follows_blank_line(paragraphs[*first].start))?;
    let last = paragraphs[at - 1].last()?;
    let is_sentence = document.is(last, Classes::STOP) || is_of_account;
    let is_rated = !paragraphs[first].iter().any(|at| document.is_word(at));
    let has_more = words.iter().any(|at| document.is(at, Classes::COMMA));
    let signs = is_of_account || is_signature(document, words) && (dash || has_more);
    let is_clear = is_of_account || is_rated;
    (is_last && is_sentence && signs && first < at).then_some(Signature { at, first, name, is_clear })
}

/// Whether a line gives an account in brackets after the name: "Ann Wu (@annwu) 4 June 2019".
fn has_account(document: &Document<'_>, line: TokenRange) -> bool {
    let bracket = line.iter().find(|&at| document.is(at, Classes::OPENING_BRACKET));
    let close = line.iter().find(|&at| document.is(at, Classes::CLOSING_BRACKET));
    let account = bracket.zip(close).map(|(bracket, close)| (bracket + 1).to(close));
    line.len() <= LONGEST_OF_ACCOUNT
        && document.is_word(line.start)
        && account.is_some_and(|account| !account.is_empty() && is_handle(document.slice(account)))
}

/// The words up to the first mark.
pub(crate) fn leading_name(document: &Document<'_>, line: TokenRange) -> TokenRange {
    line.start.to(line.iter().find(|&at| !document.is_word(at)).unwrap_or(line.end))
}

/// Whether a line without a dash is a name, perhaps with a place, an age or a date: "Ann W., Salt Road". A given name
/// or an initial has to show it.
pub(crate) fn is_signature(document: &Document<'_>, line: TokenRange) -> bool {
    let name = leading_name(document, line);
    let small = Classes::PARTICLE.or(Classes::COMMA).or(Classes::AMPERSAND).or(Classes::ADDITIVE);
    let is_part = |at: TokenIdx| {
        document.is_capitalised(at)
            || !document.is_word(at) && !document.is(at, Classes::STOP)
            || document.is(at, small)
    };
    let is_initial = |at: TokenIdx| document.text_of(at).ends_with('.') && document.text_of(at).len() == 2;
    let shows_person = |at: TokenIdx| document.is(at, Classes::GIVEN) || is_initial(at);
    line.len() <= LONGEST_LINE
        && (1..=LONGEST_LINE / 2).contains(&name.len())
        && name.iter().any(shows_person)
        && line.iter().all(|at| is_part(at) || at >= name.end && document.is(at, Classes::ROLE))
}
