//! What the letters of a word show where the lexicon does not know it: endings, apostrophes, abbreviations.

use crate::language::{Classes, Language};
use crate::models::{value, Value};
use crate::text::letters::Letters;

/// What the last letters of a word may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The past form of a verb: "-ed".
    Past,
    /// An adverb: "-ly".
    Adverb,
    /// A plural: "-s".
    Plural,
    /// A letter that an apostrophe after the word replaces: "goin’".
    DroppedG,
    /// A sound after which an apostrophe alone may mark a possessor: "the dogs’ owner".
    Sibilant,
    /// A noun for somebody of an age: "a 54-year-old".
    Age,
    /// A noun for what somebody does: "Anatomist".
    Role,
    /// A gerund: "-ing".
    Gerund,
    /// A word before a name that says where its bearer is from: "Lisbon-based".
    Origin,
    /// An adjective: "numerous".
    Adjective,
}

impl Ending {
    /// The minimum number of bytes before the ending: "shyly" may be an adverb, "fly" and "sly" are none.
    const fn shortest_stem(self) -> usize {
        match self {
            Ending::Adverb => 2,
            _ => 0,
        }
    }
}

impl Language {
    /// Whether a word ends like that. Case counts.
    #[inline]
    pub(crate) fn ends_like(&self, word: &str, ending: Ending) -> bool {
        let ends =
            |letters: &&str| ends_with(word, letters) && word.len() >= letters.len() + ending.shortest_stem();
        self.tables.endings[ending as usize].iter().any(ends)
    }

    /// The tag that the last letters of a word show.
    pub(crate) fn tag_by_ending(&self, word: &str) -> Value {
        let tag = self.tables.tags_by_ending.iter().find(|(ending, _)| ends_with(word, ending));
        tag.map_or(value!("word"), |(_, tag)| *tag)
    }

    /// Whether letters after an apostrophe are a word of their own: "ll" in "he’ll".
    pub(crate) fn is_clitic(&self, letters: &str) -> bool {
        self.tables.clitics.iter().any(|(clitic, _)| clitic.eq_ignore_ascii_case(letters))
    }

    /// The clitic with this apostrophe and these letters, in the case of the lexicon.
    pub(crate) fn clitic(&self, apostrophe: &str, letters: &str) -> Option<&'static str> {
        let mut clitics = self.tables.clitics.iter();
        let (_, written) = clitics.find(|(clitic, _)| clitic.eq_ignore_ascii_case(letters))?;
        written.iter().find(|clitic| clitic.starts_with(apostrophe)).copied()
    }

    /// The age in a noun for somebody of that age: "54" of "54-year-old".
    pub(crate) fn age<'w>(&self, noun: &'w str) -> Option<&'w str> {
        self.tables.endings[Ending::Age as usize].iter().find_map(|ending| noun.strip_suffix(ending))
    }

    /// Whether a number after an apostrophe is a year without its century: "90s", "68".
    pub(crate) fn is_clipped_year(&self, number: &str) -> bool {
        let mut plurals = self.tables.endings[Ending::Plural as usize].iter();
        let digits = plurals.find_map(|plural| number.strip_suffix(plural)).unwrap_or(number);
        digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether a capital letter is a pronoun, so that a point after it ends a sentence: "I".
    pub(crate) fn is_letter_word(&self, letter: u8) -> bool {
        let (len, letters) = Letters::at(&[letter], 0);
        self.classes(self.id_of_letters(letters, len)).any(Classes::PRONOUN)
    }

    /// Whether a capital letter labels questions or answers at the start of a line: "Q. Where were you?"
    pub(crate) fn labels_turn(&self, letter: u8) -> bool {
        self.tables.turn_labels.iter().any(|label| label.as_bytes() == [letter])
    }

    /// Whether a capital letter labels answers: "A." The first of the letters labels questions.
    pub(crate) fn labels_answer(&self, letter: u8) -> bool {
        self.tables.turn_labels.iter().skip(1).any(|label| label.as_bytes() == [letter])
    }

    /// Whether an apostrophe may replace the start of the word: "em" in "’em".
    pub(crate) fn is_elision(&self, word: &str) -> bool {
        self.tables.elisions.iter().any(|elision| elision.eq_ignore_ascii_case(word))
    }

    /// Whether an apostrophe may replace the end of the word: "ol" in "ol’ man". Case counts.
    pub(crate) fn is_clipped(&self, word: &str) -> bool {
        self.tables.clipped.contains(&word)
    }

    /// Whether the word is an article that is joined to a name: "al" in "al-Sisi". Case counts.
    pub(crate) fn is_name_article(&self, word: &str) -> bool {
        self.tables.name_articles.contains(&word)
    }

    /// Whether the word, or what follows its last hyphen ("Vt" in "R-Vt"), is an abbreviation that is written with a
    /// point. Case counts. Takes no longer for a long word.
    pub(crate) fn is_abbreviation(&self, word: &str) -> bool {
        let abbreviations = &self.tables.abbreviations;
        let bytes = word.as_bytes();
        let near = &bytes[bytes.len().saturating_sub(abbreviations.longest() + 1)..];
        let part = match near.iter().rposition(|byte| *byte == b'-') {
            Some(hyphen) => &word[word.len() - (near.len() - hyphen - 1)..],
            None => word,
        };
        part.len() <= abbreviations.longest() && abbreviations.contains(part)
    }

    /// Whether the word is an abbreviation where a number follows its point: "No. 10".
    pub(crate) fn is_abbreviation_before_number(&self, word: &str) -> bool {
        self.tables.before_numbers.contains(word)
    }

    /// Whether the word is an abbreviation, point included, that may end a sentence.
    pub(crate) fn ends_sentence(&self, word: &str) -> bool {
        self.tables.sentence_enders.contains(word)
    }

    /// Whether a word with a capital after an abbreviation starts a sentence.
    pub(crate) fn opens_sentence(&self, word: &str) -> bool {
        self.tables.sentence_openers.contains(word)
    }
}

/// Whether a word ends with these letters, at least one. Most words differ in the last byte, and comparing it first
/// spares them a call.
#[inline]
fn ends_with(word: &str, letters: &str) -> bool {
    word.as_bytes().last() == letters.as_bytes().last() && word.ends_with(letters)
}
