//! How a text speaks: news reports what others say and want, a talk or a letter says "I" and "you".
//!
//! "She wanted a biscuit" reports something in an article full of reports, and nothing in a story.

use crate::language::Classes;
use crate::models::{value, Value};
use crate::quotes::Quotes;
use crate::text::index::{TokenIdx, TokenRange};
use crate::tokenizer::Document;

/// A text with fewer words outside quotations shows nothing.
const SHORTEST: i64 = 80;

// What each count adds to the logarithm of the odds for news, in hundredths for one in a hundred words: a logistic
// regression on the train split of PolNeAR (news) and on GUM (15 genres).
const BIAS: i64 = -350;
/// A pronoun of the first or the second person.
const PERSON: i64 = -33;
/// A finite verb of speech.
const SPEECH: i64 = 108;
/// A word for an office, an organisation, a nationality or a party.
const PUBLIC: i64 = 39;

/// The logarithms of the odds, in hundredths, from which a text has the second level and those above.
const LEVELS: [i64; 5] = [-225, -75, 75, 225, 375];

/// The register of a text by its level: the higher, the more it speaks like news.
const REGISTERS: [Value; 6] = [value!("0"), value!("1"), value!("2"), value!("3"), value!("4"), value!("5")];

/// The register of what is said in a quotation.
pub(crate) const SPOKEN: Value = REGISTERS[0];

/// The register of a text, as a feature value. Linear in its length.
pub(crate) fn register(document: &Document<'_>, quotes: &Quotes) -> Value {
    let mut counts = Counts::default();
    let mut from = TokenIdx::START;
    for piece in &quotes.pieces {
        if piece.start() > from {
            counts.read(document, from.to(piece.start()));
        }
        from = from.max(piece.end());
    }
    counts.read(document, from.to(document.end()));
    match counts.odds() {
        None => value!("short"),
        Some(odds) => REGISTERS[LEVELS.iter().filter(|least| odds >= **least).count()],
    }
}

/// The register of a narrative passage in a text of a register: never one of news, though the people of a story say much
/// too.
pub(crate) fn of_narrative(register: Value) -> Value {
    if register == REGISTERS[0] {
        register
    } else {
        REGISTERS[1]
    }
}

/// Whether a text of a register may be news.
pub(super) fn news(register: Value) -> Value {
    match REGISTERS.iter().position(|known| *known == register) {
        Some(0 | 1) => value!("no"),
        Some(2) | None => value!("mixed"),
        Some(_) => value!("yes"),
    }
}

/// Whether a text of a register is no news.
pub(super) fn is_elsewhere(register: Value) -> bool {
    news(register) == value!("no")
}

/// The minimum of [`least_probability`].
pub(super) const LEAST: f32 = 0.4;

/// An answer whose score is farther than this below the other one is less probable than [`LEAST`]: 0.399.
pub(super) const FAR_BELOW: f32 = 0.41;

/// The probability below which a cue reports nothing. Outside news most words that may be cues are none, and
/// the corpus of news is the larger one. A question that a verb introduces is seldom anything but reported: "did not say
/// when it opens". Where somebody is quoted, more words report.
pub(super) fn least_probability(register: Value, introduces_question: bool, beside_quotation: bool) -> f32 {
    match (news(register), introduces_question) {
        _ if beside_quotation => LEAST,
        (elsewhere, _) if elsewhere == value!("no") => 0.7,
        (_, true) => LEAST,
        (maybe, _) if maybe == value!("mixed") && register != value!("short") => 0.55,
        _ => 0.5,
    }
}

/// Forms of a verb that may be its finite ones and no base form, which a noun may be too.
const FINITE: Classes = Classes::PAST.or(Classes::THIRD);

const OF_PERSONS: Classes = Classes::FIRST_PERSON.or(Classes::SECOND_PERSON);

const OF_PUBLIC_LIFE: Classes =
    Classes::ROLE.or(Classes::TITLE).or(Classes::ORGANISATION).or(Classes::DEMONYM);

const MARK: Classes =
    Classes::COMMA.or(Classes::STOP).or(Classes::SEMICOLON).or(Classes::COLON).or(Classes::DASH);

/// The classes that count.
const SIGNS: Classes = MARK.or(OF_PERSONS).or(OF_PUBLIC_LIFE).or(Classes::SPEECH);

/// What distinguishes news from other texts.
#[derive(Default)]
struct Counts {
    words: i64,
    persons: i64,
    speech: i64,
    public: i64,
}

impl Counts {
    /// Most words show nothing. Of the others, without a branch for each question: no processor could predict the answers.
    fn read(&mut self, document: &Document<'_>, tokens: TokenRange) {
        let tokens = document.slice_of_tokens(tokens);
        self.words += tokens.len() as i64;
        let classes = tokens.iter().map(|token| document.language.classes(token.word()));
        for classes in classes.filter(|classes| classes.any(SIGNS)) {
            self.words -= i64::from(classes.any(MARK));
            self.persons += i64::from(classes.any(OF_PERSONS));
            self.speech += i64::from(classes.any(Classes::SPEECH) & classes.any(FINITE));
            self.public += i64::from(classes.any(OF_PUBLIC_LIFE));
        }
    }

    /// The logarithm of the odds for news, in hundredths; `None` if the text is too short.
    fn odds(&self) -> Option<i64> {
        let sum = SPEECH * self.speech + PUBLIC * self.public + PERSON * self.persons;
        (self.words >= SHORTEST).then(|| BIAS + 100 * sum / self.words)
    }
}
