//! One mention of a name: its tokens, its title, and what its context shows about it.
//!
//! May import `text` and the gender of `speakers`.

use crate::speakers::Gender;
use crate::text::index::{Idx, IdxRange, TokenIdx, TokenRange};

/// Words of all names of a text, one name after the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NameWords;

pub(crate) type NameWordIdx = Idx<NameWords>;
pub(crate) type NameWordRange = IdxRange<NameWords>;

/// A name at one place of a text. Sixteen bytes: a text of many megabytes has many.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    start: TokenIdx,
    /// The first of its words in the list of the words of all names.
    words: NameWordIdx,
    len: u8,
    title_len: u8,
    apposition_len: u8,
    pub kind: NameKind,
    pub gender: Option<Gender>,
    pub role: GrammaticalRole,
    /// Whether it counts as a name only if it is a surname that the text gives to somebody elsewhere.
    pub is_doubtful: bool,
    /// Whether it is inside a quotation.
    pub is_quoted: bool,
}

const _: () = assert!(size_of::<Name>() == 16);

impl Name {
    /// A name with the titles directly before it. Both are bounded by the length of a run of capitalised words.
    pub(crate) fn new(title: TokenRange, name: TokenRange, kind: NameKind, role: GrammaticalRole) -> Self {
        Name {
            start: name.start,
            words: NameWordIdx::START,
            len: short(name.len()),
            title_len: short(title.len()),
            apposition_len: 0,
            kind,
            gender: None,
            role,
            is_doubtful: false,
            is_quoted: false,
        }
    }

    /// The positions of its words in the list of the words of all names.
    pub(crate) fn words(&self) -> NameWordRange {
        self.words.to(self.words + self.len())
    }

    pub(crate) fn set_words(&mut self, first: NameWordIdx) {
        self.words = first;
    }

    /// Adds a role of this many tokens after the name: ", the finance minister,".
    pub(crate) fn add_apposition(&mut self, tokens: usize) {
        self.apposition_len = short(tokens);
    }

    /// The tokens of the name, without titles. Never empty.
    pub(crate) fn tokens(&self) -> TokenRange {
        self.start.to(self.end())
    }

    /// The tokens of the name and of the titles directly before it.
    pub(crate) fn with_title(&self) -> TokenRange {
        self.titled_start().to(self.end())
    }

    pub(crate) fn start(&self) -> TokenIdx {
        self.start
    }

    pub(crate) fn end(&self) -> TokenIdx {
        self.start + self.len()
    }

    /// Drops the first word of a name of several words, and its title: they are no part of it.
    pub(crate) fn drop_first(&mut self) {
        self.start += 1;
        self.words += 1;
        self.len -= 1;
        self.title_len = 0;
    }

    /// The last token of the name.
    pub(crate) fn last(&self) -> TokenIdx {
        self.end() - 1
    }

    /// The number of tokens of the name, without titles.
    pub(crate) fn len(&self) -> usize {
        usize::from(self.len)
    }

    /// The tokens of titles, roles and demonyms directly before the name; empty if there are none.
    pub(crate) fn title(&self) -> TokenRange {
        self.titled_start().to(self.start)
    }

    /// The first token of its titles, or of the name if it has none.
    pub(crate) fn titled_start(&self) -> TokenIdx {
        self.start - usize::from(self.title_len)
    }

    /// The tokens of a role after the name: "finance minister" of ", the finance minister,".
    pub(crate) fn apposition(&self) -> TokenRange {
        let start = self.end() + BEFORE_APPOSITION;
        start.to(start + usize::from(self.apposition_len))
    }
}

/// Tokens between a name and its apposition: a comma and a determiner.
pub(crate) const BEFORE_APPOSITION: usize = 2;

fn short(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX)
}

/// The part that a name plays in its clause, judged by the words beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GrammaticalRole {
    /// First in its sentence, before a verb, or after a verb of speech and not before another verb.
    Subject,
    /// Before "’s".
    Possessor,
    Other,
}

/// What a name refers to, judged by its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameKind {
    Person,
    Organisation,
    Place,
    Unknown,
}
