//! A table from lowercase words to what is known of them: one probe or two a word, no allocation a lookup.

use super::classes::Classes;
use super::symbol::{hash_packed, Symbol};
use super::tags::tag;
use crate::tokenizer::{is_invisible, Letters, WordId, UNKNOWN};

/// Words longer than this are in no lexicon.
pub(super) const LONGEST_WORD: usize = 32;

/// Open addressing from the words' hashes to their entries; the words themselves stand in one string.
#[derive(Clone, Debug)]
pub(super) struct Table {
    slots: Vec<WordId>,
    entries: Vec<Entry>,
    /// The classes of each entry: apart, since they are asked for most.
    classes: Vec<Classes>,
    /// The word of each entry, if it is a short one in ASCII: apart, since every token is compared with one.
    short: Vec<Letters>,
    /// What the models know of each entry: apart likewise.
    values: Vec<Value>,
    keys: Vec<u8>,
}

/// What the models know of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Value {
    pub symbol: Symbol,
    pub tag: Symbol,
}

/// What else is known of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// The verb that it is a form of.
    pub lemma: WordId,
    /// The entry of a compound that ends with it.
    compound: WordId,
    key: u32,
    len: u8,
}

/// The hash of a word as it stands in a text, in lower case, if it is a short one in ASCII.
pub(super) fn hash_of_short(word: &str) -> Option<u64> {
    Some(hash_packed(word.len(), Letters::of(word.as_bytes())?))
}

impl Table {
    pub(super) fn with_capacity(words: usize) -> Self {
        let mut table = Table {
            slots: vec![UNKNOWN; (words * 2).next_power_of_two()],
            entries: Vec::with_capacity(words),
            classes: Vec::with_capacity(words),
            short: Vec::with_capacity(words),
            values: Vec::with_capacity(words),
            keys: Vec::with_capacity(words * 8),
        };
        let unknown = Value { symbol: Symbol::NONE, tag: Symbol::NONE };
        table.push(Entry::default(), Classes::NONE, unknown, Letters::default());
        table
    }

    /// The number of a word that [`fold`] wrote; [`UNKNOWN`] for one that is not in the table.
    pub(super) fn id(&self, word: &[u8]) -> WordId {
        self.slots[self.place(word, Symbol::of(word))]
    }

    /// The same for a short word in ASCII, which is compared in one step: no word holds a zero, so that its
    /// letters tell how many they are.
    #[inline]
    pub(super) fn id_of_short(&self, letters: Letters, len: usize) -> WordId {
        let symbol = Symbol::of_hash(hash_packed(len, letters));
        let mask = self.slots.len() - 1;
        let mut at = symbol.number() as usize & mask;
        loop {
            let id = self.slots[at];
            if id == UNKNOWN || self.short[usize::from(id)] == letters {
                return id;
            }
            at = (at + 1) & mask;
        }
    }

    #[inline]
    pub(super) fn classes(&self, id: WordId) -> Classes {
        self.classes[usize::from(id)]
    }

    #[inline]
    pub(super) fn value(&self, id: WordId) -> Value {
        self.values[usize::from(id)]
    }

    /// The verb that a word is a form of.
    pub(super) fn lemma(&self, id: WordId) -> WordId {
        self.entries[usize::from(id)].lemma
    }

    /// The entry of a compound that ends with this word; [`UNKNOWN`] where it takes nothing from it.
    pub(super) fn compound(&self, id: WordId) -> WordId {
        self.entries[usize::from(id)].compound
    }

    /// The words in the order of their numbers.
    #[cfg(feature = "training")]
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.entries[1..].iter().filter_map(|entry| std::str::from_utf8(self.key(entry)).ok())
    }

    /// Adds classes to a word, and the word where it is new. Its number; [`UNKNOWN`] for one that is too
    /// long or too many.
    pub(super) fn insert(&mut self, word: &[u8], classes: Classes) -> WordId {
        if word.is_empty() || word.len() > LONGEST_WORD {
            return UNKNOWN;
        }
        if self.entries.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let symbol = Symbol::of(word);
        let at = self.place(word, symbol);
        if self.slots[at] == UNKNOWN {
            let key = self.keys.len() as u32;
            let entry = Entry { key, len: word.len() as u8, ..Entry::default() };
            let (value, short) = (Value { symbol, tag: Symbol::NONE }, Letters::of(word).unwrap_or_default());
            self.slots[at] = self.push(entry, Classes::NONE, value, short);
            self.keys.extend_from_slice(word);
        }
        let id = self.slots[at];
        if id != UNKNOWN {
            let classes = self.classes[usize::from(id)] | classes;
            self.classes[usize::from(id)] = classes;
            self.values[usize::from(id)].tag = tag(classes);
        }
        id
    }

    /// Adds classes to a word and makes it a form of a verb, unless it is one of another already.
    pub(super) fn insert_form(&mut self, word: &[u8], classes: Classes, lemma: WordId) {
        let id = self.insert(word, classes);
        let entry = &mut self.entries[usize::from(id)];
        if id != UNKNOWN && entry.lemma == UNKNOWN {
            entry.lemma = lemma;
        }
    }

    /// Lets compounds take these classes from their last part: "co-founder", "vice-president".
    pub(super) fn link_compounds(&mut self, classes: Classes) {
        for id in 1..self.entries.len() {
            let of_last_part = self.classes[id].and(classes);
            if of_last_part != Classes::NONE {
                let entry = Entry { lemma: UNKNOWN, ..self.entries[id] };
                let value = Value { tag: tag(of_last_part), ..self.values[id] };
                self.entries[id].compound = self.push(entry, of_last_part, value, Letters::default());
            }
        }
    }

    fn push(&mut self, entry: Entry, classes: Classes, value: Value, short: Letters) -> WordId {
        let Ok(id) = WordId::try_from(self.entries.len()) else { return UNKNOWN };
        self.entries.push(entry);
        self.classes.push(classes);
        self.values.push(value);
        self.short.push(short);
        id
    }

    /// The slot that holds the word, or the empty one where it would stand.
    fn place(&self, word: &[u8], symbol: Symbol) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = symbol.number() as usize & mask;
        loop {
            let id = self.slots[at];
            let known = self.values[usize::from(id)].symbol;
            if id == UNKNOWN || (known == symbol && self.key(&self.entries[usize::from(id)]) == word) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    fn key(&self, entry: &Entry) -> &[u8] {
        &self.keys[entry.key as usize..entry.key as usize + usize::from(entry.len)]
    }

    fn grow(&mut self) {
        let old = std::mem::take(&mut self.slots);
        self.slots = vec![UNKNOWN; old.len() * 2];
        for id in old.into_iter().filter(|id| *id != UNKNOWN) {
            let entry = self.entries[usize::from(id)];
            let at = self.place(self.key(&entry), self.values[usize::from(id)].symbol);
            self.slots[at] = id;
        }
    }
}

/// The word in lower case, with straight apostrophes and without what has no width; `None` where it is too
/// long to be known.
pub(super) fn fold<'b>(word: &str, buffer: &'b mut [u8; LONGEST_WORD]) -> Option<&'b [u8]> {
    if word.is_ascii() {
        let folded = buffer.get_mut(..word.len())?;
        folded.copy_from_slice(word.as_bytes());
        folded.make_ascii_lowercase();
        return Some(folded);
    }
    let mut len = 0;
    for c in word.chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase) {
        let c = if c == '’' { '\'' } else { c };
        let end = len + c.len_utf8();
        c.encode_utf8(buffer.get_mut(len..end)?);
        len = end;
    }
    Some(&buffer[..len])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_a_word_add_up_and_survive_growth() {
        let mut table = Table::with_capacity(1);
        table.insert(b"mark", Classes::GIVEN);
        for n in 0..1000 {
            table.insert(format!("word{n}").as_bytes(), Classes::COMMON);
        }
        table.insert(b"mark", Classes::MALE);
        let classes = |word: &[u8]| table.classes(table.id(word));
        assert_eq!(classes(b"mark"), Classes::GIVEN | Classes::MALE);
        assert_eq!(classes(b"word999"), Classes::COMMON);
        assert_eq!(classes(b"unknown"), Classes::NONE);
    }

    fn found(table: &Table, word: &str) -> WordId {
        table.id_of_short(Letters::of(word.as_bytes()).expect("a short word"), word.len())
    }

    #[test]
    fn short_words_are_found_as_they_are_written() {
        let mut table = Table::with_capacity(1);
        for word in
            ["a", "an", "the", "that", "united", "together", "secretary", "constitutionally", "o'neill"]
        {
            let id = table.insert(word.as_bytes(), Classes::COMMON);
            assert_eq!(found(&table, word), id);
            assert_eq!(found(&table, &word.to_uppercase()), id);
        }
        assert_eq!(found(&table, "then"), UNKNOWN);
        assert_eq!(found(&table, "[HE@Z`{"), UNKNOWN);
    }

    #[test]
    fn folding_lowers_and_straightens() {
        assert_eq!(fold("DON’T", &mut [0; LONGEST_WORD]), Some("don't".as_bytes()));
        assert_eq!(fold("Mi\u{ad}nister", &mut [0; LONGEST_WORD]), Some("minister".as_bytes()));
        assert_eq!(fold(&"long".repeat(20), &mut [0; LONGEST_WORD]), None);
    }
}
