//! One name of a text.

use crate::speakers::Gender;
use crate::tokenizer::Range;

/// A name where it stands, in tokens. A text of many megabytes has many: twelve bytes each.
#[derive(Clone, Debug)]
pub(crate) struct NameMention {
    start: u32,
    /// Its first word among those of all names.
    words: u32,
    len: u8,
    title: u8,
    apposition: u8,
    pub kind: NameKind,
    pub gender: Option<Gender>,
    pub place: Place,
    /// Whether it is a name only if the text gives somebody that surname elsewhere.
    pub is_doubtful: bool,
    /// Whether it stands inside a quotation.
    pub is_quoted: bool,
}

impl NameMention {
    /// A name with the titles right before it. A run of words that is read as one is no longer than a byte counts.
    pub(crate) fn new(title: Range, name: Range, kind: NameKind, place: Place) -> Self {
        NameMention {
            start: name.start as u32,
            words: 0,
            len: name.len() as u8,
            title: title.len() as u8,
            apposition: 0,
            kind,
            gender: None,
            place,
            is_doubtful: false,
            is_quoted: false,
        }
    }

    /// Where its words stand among those of all names.
    pub(crate) fn words(&self) -> Range {
        let start = self.words as usize;
        start..start + self.len()
    }

    pub(crate) fn set_words(&mut self, start: usize) {
        self.words = start as u32;
    }

    /// Lets a role of so many tokens stand behind it.
    pub(crate) fn add_apposition(&mut self, tokens: usize) {
        self.apposition = tokens as u8;
    }

    /// The tokens of the name, without titles: never empty.
    pub(crate) fn name(&self) -> Range {
        self.start()..self.end()
    }

    pub(crate) fn start(&self) -> usize {
        self.start as usize
    }

    pub(crate) fn end(&self) -> usize {
        self.start() + usize::from(self.len)
    }

    /// How many tokens the name has.
    pub(crate) fn len(&self) -> usize {
        usize::from(self.len)
    }

    /// The tokens of titles, roles and demonyms right before it; empty where there are none.
    pub(crate) fn title(&self) -> Range {
        self.titled_start()..self.start()
    }

    /// Where it starts with its titles.
    pub(crate) fn titled_start(&self) -> usize {
        self.start() - usize::from(self.title)
    }

    /// The tokens of a role that is given behind the name: ", the finance minister,".
    pub(crate) fn apposition(&self) -> Range {
        let start = self.end() + BEFORE_APPOSITION;
        start..start + usize::from(self.apposition)
    }
}

/// What stands between a name and its apposition: a comma and a determiner.
pub(crate) const BEFORE_APPOSITION: usize = 2;

/// The part that a name has in its clause, as far as the words beside it tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// First in its sentence, before a verb, or behind "said" and then before none.
    Subject,
    /// Before "’s".
    Possessor,
    Other,
}

/// What the words of a name say that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameKind {
    Person,
    Organisation,
    Place,
    Unknown,
}
