//! Polite forms of address, which distinguish people of one surname: "Mr. Holt", "Mrs. Holt" and "Miss Holt".
//!
//! May import `text`, `language`, `tokenizer` and the other files of `speakers`.

use crate::language::Classes;
use crate::speakers::keys::{ByWord, NameWord, WordKey};
use crate::speakers::name::Name;
use crate::tokenizer::Document;

/// What a form of address shows about a person besides gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// A man without rank: "Mr.".
    Plain,
    /// "Mrs.".
    Married,
    /// "Miss".
    Unmarried,
    /// "Sir", "Lady".
    Noble,
}

impl Status {
    /// The status that the title of a name shows. "Ms." shows none.
    pub(super) fn of(document: &Document<'_>, name: &Name) -> Option<Status> {
        let last = name.title().last()?;
        let classes = document.classes(last);
        let statuses = [
            (Classes::MARRIED, Status::Married),
            (Classes::UNMARRIED, Status::Unmarried),
            (Classes::NOBLE, Status::Noble),
        ];
        let plain = classes.any(Classes::HONORIFIC) && classes.any(Classes::MALE);
        classes.first_of(&statuses).or(plain.then_some(Status::Plain))
    }

    fn bit(self) -> u8 {
        match self {
            Status::Plain => 1,
            Status::Married => 2,
            Status::Unmarried => 4,
            Status::Noble => 8,
        }
    }

    /// Whether it shows a woman whom others call by her surname only with this form.
    pub(super) fn is_of_woman(self) -> bool {
        matches!(self, Status::Married | Status::Unmarried)
    }

    pub(super) fn conflicts(self, other: Option<Status>) -> bool {
        other.is_some_and(|other| other != self)
    }
}

/// How a text calls people by one word.
#[derive(Default)]
pub(super) struct Forms {
    /// The forms of address and other titles before each surname.
    of_surnames: ByWord<Titles>,
    /// How often each given name stands alone, without a title.
    given: ByWord<u32>,
}

/// The titles before a surname: which there are, and how often there is one.
#[derive(Clone, Copy, Default)]
struct Titles {
    forms: u8,
    count: u32,
    /// How often it is a form of address for men.
    plain: u32,
}

/// How many times more often than by a given name a text calls somebody by a form of address, if it does both.
const MUCH_MORE: u32 = 4;

/// Any title that shows no status: "Dr.".
const OTHER_TITLE: u8 = 1 << 7;

impl Forms {
    /// Linear in the number of names.
    pub(super) fn of(document: &Document<'_>, names: &[Name], words: &[NameWord]) -> Self {
        let mut forms = Forms::default();
        for name in names.iter().filter(|name| name.len() == 1) {
            let word = words[name.words().start.get()];
            if !name.title().is_empty() {
                let form = Status::of(document, name).map_or(OTHER_TITLE, Status::bit);
                let titles = forms.of_surnames.entry(word.key).or_default();
                titles.forms |= form;
                titles.count += 1;
                titles.plain += u32::from(form == Status::Plain.bit());
            } else if word.is_given() && !name.is_doubtful {
                *forms.given.entry(word.key).or_insert(0) += 1;
            }
        }
        forms
    }

    /// Whether a text calls people of this surname by more than one form.
    pub(super) fn are_several(&self, surname: WordKey) -> bool {
        self.of_surnames.get(&surname).is_some_and(|titles| titles.forms.count_ones() > 1)
    }

    /// Whether a text calls somebody by this given name alone.
    pub(super) fn have_given(&self, given: WordKey) -> bool {
        self.given.contains_key(&given)
    }

    /// Whether a text has a given name alone as often as a title before a surname, or nearly.
    pub(super) fn are_mostly_given(&self, given: WordKey, surname: WordKey) -> bool {
        let alone = self.given.get(&given).copied().unwrap_or(0);
        let titled = self.of_surnames.get(&surname).map_or(0, |titles| titles.count);
        alone > 0 && MUCH_MORE * alone > titled
    }

    /// Whether most titles before a surname are forms of address for men.
    pub(super) fn are_of_men(&self, surname: WordKey) -> bool {
        self.of_surnames.get(&surname).is_some_and(|titles| 2 * titles.plain > titles.count)
    }

    /// Whether a text calls somebody of this surname by this form.
    pub(super) fn include(&self, surname: WordKey, status: Status) -> bool {
        self.of_surnames.get(&surname).is_some_and(|titles| titles.forms & status.bit() != 0)
    }
}
