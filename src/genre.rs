//! Which kind of text a passage is: news prose, a narrative with dialogue, or a transcript.
//!
//! May import `text`, `language`, `tokenizer`, `layout` and `quotes`.

use crate::language::Classes;
use crate::layout::{labelled_turns, Evidence, LabelledTurn};
use crate::quotes::Quotes;
use crate::text::index::{PieceIdx, TokenIdx, TokenRange};
use crate::text::named::{public_name, unknown_is_refused, written_by_name};
use crate::tokenizer::{Document, TokenKind};

/// The kind of a text, which decides how a quotation without a cue finds its speaker.
///
/// ```
/// use whosaid::Genre;
///
/// assert_eq!("fiction".parse(), Ok(Genre::Fiction));
/// assert!("poem".parse::<Genre>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Genre {
    /// Decided passage by passage, by counts of what the text contains.
    #[default]
    Auto,
    /// News and other prose that reports: a quotation without a cue continues the one before it.
    News,
    /// A narrative with dialogue: each paragraph with quotations is a turn of one speaker.
    Fiction,
    /// A transcript, an interview, a chat or a script: a line that begins with a label is a turn of its speaker, and
    /// needs no other labels around it as evidence.
    Transcript,
}

impl Genre {
    /// Every genre.
    pub const ALL: &'static [Genre] = &[Genre::Auto, Genre::News, Genre::Fiction, Genre::Transcript];

    /// The name in small letters, as in JSON.
    ///
    /// ```
    /// assert_eq!(whosaid::Genre::Fiction.name(), "fiction");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Genre::Auto => public_name!("auto"),
            Genre::News => public_name!("news"),
            Genre::Fiction => public_name!("fiction"),
            Genre::Transcript => public_name!("transcript"),
        }
    }
}

written_by_name!(Genre, public_name!("genre"), Genre::ALL);
unknown_is_refused!(Genre);

/// The number of paragraphs with quotations that are judged together.
const WINDOW: usize = 24;

/// The passages of a text that are no news prose.
pub(crate) struct Passages {
    /// Those that are narrative with dialogue, in order.
    pub narrative: Vec<TokenRange>,
    /// The turns of those that are transcripts, in order.
    pub turns: Vec<LabelledTurn>,
}

impl Passages {
    /// Judges a text passage by passage, unless its kind is known. Linear in the length of the text.
    pub(crate) fn of(document: &Document<'_>, quotes: &Quotes, genre: Genre) -> Self {
        let narrative = narrative_passages(document, quotes, genre);
        let evidence = match genre {
            Genre::Auto => Evidence::Needed,
            Genre::Transcript => Evidence::Given,
            Genre::Fiction => Evidence::OfStory,
            Genre::News => Evidence::Absent,
        };
        let mut turns = labelled_turns(document, evidence);
        if !narrative.is_empty() {
            // Questions in a story are no interview.
            turns.retain(|turn| turn.label.is_some() || turn.voice.is_of_dash());
        }
        Passages { narrative: without_turns(document, narrative, &turns), turns }
    }

    /// Where turns begin after a label.
    pub(crate) fn after_labels(&self) -> AfterLabels<'_> {
        AfterLabels(&self.turns)
    }
}

/// The maximum distance from a label back to the start of its line, in tokens: a time or a number may precede it.
const REACH_OF_LINE: usize = 14;

/// Narrative passages without the turns with labels in them.
fn without_turns(
    document: &Document<'_>,
    passages: Vec<TokenRange>,
    turns: &[LabelledTurn],
) -> Vec<TokenRange> {
    let mut parts = Vec::new();
    let mut turns = turns.iter().filter_map(|turn| Some((turn.label?, turn.content.last()?.end))).peekable();
    for passage in passages {
        let mut start = passage.start;
        while let Some((label, end)) = turns.next_if(|(label, _)| label.start < passage.end) {
            let before = label.start.saturating_sub(REACH_OF_LINE).to(label.start + 1);
            let begins = before.iter().rev().find(|at| document.begins_paragraph(*at)).unwrap_or(label.start);
            parts.push(start.to(begins));
            start = start.max(end);
        }
        parts.push(start.to(passage.end));
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The turns that begin after those asked about.
pub(crate) struct AfterLabels<'a>(&'a [LabelledTurn]);

impl AfterLabels<'_> {
    /// What follows the label in a paragraph, after those asked about before.
    pub(crate) fn within(&mut self, paragraph: TokenRange) -> Option<TokenRange> {
        while let Some((turn, later)) = self.0.split_first() {
            let start = turn.content.first().map_or(paragraph.start, |content| content.start);
            if start > paragraph.start {
                return paragraph.contains(start).then(|| start.to(paragraph.end));
            }
            self.0 = later;
        }
        None
    }
}

/// The passages of a text that are narrative with dialogue, in order. Linear in the length of the text.
fn narrative_passages(document: &Document<'_>, quotes: &Quotes, genre: Genre) -> Vec<TokenRange> {
    match genre {
        Genre::News | Genre::Transcript => Vec::new(),
        Genre::Fiction => vec![TokenIdx::START.to(document.end())],
        Genre::Auto => windows(document, quotes),
    }
}

/// Judges the text window by window; consecutive narrative windows become one passage.
fn windows(document: &Document<'_>, quotes: &Quotes) -> Vec<TokenRange> {
    let mut passages: Vec<TokenRange> = Vec::new();
    let (mut piece, mut tally, mut start) = (PieceIdx::START, Tally::default(), TokenIdx::START);
    let mut earlier: Option<Tally> = None;
    let mut end_window = |tally: Tally, window: TokenRange| {
        // A short rest is judged together with the window before it.
        let judged = match earlier {
            Some(before) if tally.paragraphs < WINDOW / 2 => before.and(tally),
            _ => tally,
        };
        earlier = Some(tally);
        if judged.is_narrative() {
            match passages.last_mut() {
                Some(last) if last.end == window.start => last.end = window.end,
                _ => passages.push(window),
            }
        }
    };
    for tokens in document.paragraphs() {
        tally.read(document, quotes, tokens, &mut piece);
        if tally.paragraphs >= WINDOW {
            end_window(std::mem::take(&mut tally), start.to(tokens.end));
            start = tokens.end;
        }
    }
    end_window(tally, start.to(document.end()));
    passages
}

// What each of these adds to the logarithm of the odds for a narrative, in tenths. A logistic regression on windows of 2 to
// 24 paragraphs with quotations, of the train split of PolNeAR (news), of 17 novels of PDNC and of GUM (15 genres). The
// bias is lower by 25 than the fitted one, since a short news article is more common than a short dialogue: 99 of 100
// windows of news are judged rightly, whatever their size, and of the novels 55 of two paragraphs, 85 of four and 96 of
// eight (42, 74 and 94 without `SHORT`, `ADDRESSING` and `ACT`).
const BIAS: i64 = -26;
/// A paragraph with quotations.
const PARAGRAPH: i64 = -15;
/// One that holds nothing but quotations.
const BARE: i64 = 21;
/// One that begins with a quotation.
const OPENING: i64 = 7;
/// A quotation that ends with a question mark or an exclamation mark.
const EXCLAIMED: i64 = 6;
/// A short quotation that is a sentence: “Papers,” he said.
const SHORT: i64 = 11;
/// A quotation with "you".
const ADDRESSING: i64 = 8;
/// A sentence beside quotations in which a description moves: "The ferryman spat."
const ACT: i64 = 22;
/// "He", "she" or "I" outside quotations.
const PRONOUN: i64 = 1;
/// A number in digits outside quotations.
const DIGITS: i64 = -23;
/// A sentence beside quotations in which a name or a pronoun moves: "Emma smiled." Set by hand, so that a single paragraph
/// with one is enough: in news nobody nods beside a quotation.
const BEAT: i64 = 42;
/// A quotation that begins with a label (“KING: …”), or a line right below one that signs it. Set by hand: in transcripts
/// that news quotes, lines begin with a mark and a label; in collections of quotations, a signature follows each.
const LABELLED: i64 = -40;

/// What was found in a window of a text.
#[derive(Clone, Copy, Default)]
struct Tally {
    /// The number of paragraphs with quotations.
    paragraphs: usize,
    has_beat: bool,
    /// The sum of the above, without the bias.
    points: i64,
}

/// The maximum length of a signature, in tokens.
const LONGEST_SIGNATURE: usize = 14;

/// Whether a line signs what is above it: it is short and begins with a dash and a capital, or with a capital right below
/// what it signs and without a full stop at its end.
fn is_signature(document: &Document<'_>, tokens: TokenRange) -> bool {
    let has_dash = document.is(tokens.start, Classes::DASH);
    let ends = tokens.last().is_some_and(|last| document.is(last, Classes::STOP));
    tokens.len() <= LONGEST_SIGNATURE
        && document.is_capitalised(tokens.start + usize::from(has_dash))
        && (has_dash || !ends && !document.follows_blank_line(tokens.start))
}

/// The maximum length of a short quotation with its marks, in tokens.
const SHORT_QUOTATION: usize = 10;

/// The maximum length of the subject of a beat, in words.
const LONGEST_SUBJECT: usize = 4;

/// Whether a word is "he", "she" or "I".
fn is_person(classes: Classes) -> bool {
    let person = Classes::MALE.or(Classes::FEMALE).or(Classes::FIRST_PERSON);
    classes.any(Classes::PRONOUN) && classes.any(person)
}

/// Who moves in a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mover {
    /// "Emma Holt smiled", "she smiled".
    Named,
    /// "The old ferryman smiled".
    Described,
}

/// Who moves in the sentences among tokens outside quotations, as far as each begins with a subject and a verb of movement.
fn movers<'d>(document: &'d Document<'_>, tokens: TokenRange) -> impl Iterator<Item = Mover> + 'd {
    let mut at = tokens.start;
    let sentences = std::iter::from_fn(move || {
        let rest = (at < tokens.end).then(|| at.to(tokens.end))?;
        let end = rest.iter().find(|&at| ends_beat(document, at));
        at = end.map_or(tokens.end, |end| end + 1);
        Some(rest.start.to(end.unwrap_or(tokens.end)))
    });
    sentences.filter_map(|sentence| mover(document, sentence))
}

/// Whether a token ends a sentence.
fn ends_beat(document: &Document<'_>, at: TokenIdx) -> bool {
    let is_mark = !matches!(document.kind(at), Some(TokenKind::Word | TokenKind::Number));
    is_mark && document.is(at, Classes::STOP) && !document.is(at, Classes::COLON)
}

/// Who moves, if a sentence begins with a subject and a verb of movement.
fn mover(document: &Document<'_>, sentence: TokenRange) -> Option<Mover> {
    let describes = Classes::DETERMINER.or(Classes::POSSESSIVE);
    let mover = match document.is(sentence.start, describes) {
        true => Mover::Described,
        false => Mover::Named,
    };
    // A description has a noun.
    let shortest = 1 + usize::from(mover == Mover::Described);
    let words = sentence.iter().filter(|&at| document.is_word(at)).take(LONGEST_SUBJECT + 1);
    for (length, word) in words.enumerate() {
        let classes = document.classes(word);
        let is_finite = classes.any(Classes::PAST.or(Classes::THIRD));
        if length >= shortest && is_finite && classes.any(Classes::GESTURE) {
            return Some(mover);
        }
        let is_capitalised = document.is_capitalised(word) && !classes.any(Classes::PREPOSITION);
        if mover == Mover::Named && !is_person(classes) && !is_capitalised {
            return None;
        }
    }
    None
}

fn times(count: usize, points: i64) -> i64 {
    count as i64 * points
}

impl Tally {
    fn and(self, other: Tally) -> Tally {
        Tally {
            paragraphs: self.paragraphs + other.paragraphs,
            has_beat: self.has_beat || other.has_beat,
            points: self.points + other.points,
        }
    }

    fn add_if(&mut self, holds: bool, points: i64) {
        self.points += i64::from(holds) * points;
    }

    /// Reads a paragraph; `piece` is the first piece of a quotation that was not read yet.
    fn read(&mut self, document: &Document<'_>, quotes: &Quotes, tokens: TokenRange, piece: &mut PieceIdx) {
        let (mut at, mut has_quotation, mut has_words) = (tokens.start, false, false);
        let (mut beats, mut acts) = (0, 0);
        let piece_here =
            |piece: PieceIdx| quotes.pieces.get(piece.get()).filter(|piece| tokens.contains(piece.start()));
        let has_pieces = piece_here(*piece).is_some();
        loop {
            let next = piece_here(*piece);
            let outside = at.to(next.map_or(tokens.end, |piece| piece.start()));
            has_words |= self.read_words(document, outside);
            if has_pieces {
                for mover in movers(document, outside) {
                    match mover {
                        Mover::Named => beats += 1,
                        Mover::Described => acts += 1,
                    }
                }
            }
            let Some(quoted) = next else { break };
            let before = piece.before().map(|before| quotes.piece(before).quotation());
            // The rest is more of a quotation that runs over several paragraphs.
            if before != Some(quoted.quotation()) {
                has_quotation = true;
                self.add_if(quoted.start() == tokens.start, OPENING);
                self.read_quotation(document, quoted.tokens());
            }
            at = quoted.end();
            *piece += 1;
        }
        if has_quotation {
            self.paragraphs += 1;
            self.points += PARAGRAPH + times(beats, BEAT) + times(acts, ACT);
            self.add_if(!has_words, BARE);
            self.has_beat |= beats > 0;
        } else {
            self.add_if(is_signature(document, tokens), LABELLED);
        }
    }

    /// Reads tokens outside quotations. Returns whether a word is among them.
    fn read_words(&mut self, document: &Document<'_>, tokens: TokenRange) -> bool {
        let tokens = document.slice_of_tokens(tokens);
        let persons = tokens.iter().filter(|token| is_person(document.language.classes(token.word())));
        let pronouns = persons.filter(|token| token.is_a(TokenKind::Word)).count();
        let numbers = tokens.iter().filter(|token| token.is_a(TokenKind::Number)).count();
        self.points += times(pronouns, PRONOUN) + times(numbers, DIGITS);
        tokens.iter().any(|token| token.is_a(TokenKind::Word))
    }

    fn read_quotation(&mut self, document: &Document<'_>, tokens: TokenRange) {
        let (first, last) = (tokens.start + 1, tokens.end - 2);
        self.add_if(document.is_all_capitals(first) && document.is(first + 1, Classes::COLON), LABELLED);
        self.add_if(matches!(document.text_of(last), "!" | "?"), EXCLAIMED);
        let is_sentence =
            document.is_capitalised(first) && document.is(last, Classes::STOP.or(Classes::COMMA));
        self.add_if(is_sentence && tokens.len() <= SHORT_QUOTATION, SHORT);
        self.add_if(tokens.iter().any(|at| document.is(at, Classes::SECOND_PERSON)), ADDRESSING);
    }

    /// Whether this is a narrative with dialogue.
    fn is_narrative(self) -> bool {
        self.points + BIAS > 0 && (self.paragraphs > 1 || self.has_beat)
    }
}
