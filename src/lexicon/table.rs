//! A table from lowercase words to their classes: one probe or two a word, no allocation a lookup.

use super::classes::Classes;

/// Words longer than this are in no lexicon.
pub(super) const LONGEST_WORD: usize = 32;

/// Open addressing over the words' hashes; the words themselves stand in one string.
#[derive(Clone, Debug)]
pub(super) struct Table {
    slots: Vec<Slot>,
    keys: Vec<u8>,
    count: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u32,
    key: u32,
    len: u8,
    /// One more than the number of the verb it is a form of.
    lemma: u16,
    classes: Classes,
}

impl Table {
    pub(super) fn with_capacity(words: usize) -> Self {
        let slots = vec![Slot::default(); (words * 2).next_power_of_two()];
        Table { slots, keys: Vec::with_capacity(words * 8), count: 0 }
    }

    /// The classes of a word that [`fold`] wrote; none for an unknown one.
    pub(super) fn get(&self, word: &[u8]) -> Classes {
        let slot = self.slots[self.place(word)];
        slot.classes
    }

    /// The verb that a word is a form of, as it was numbered by [`Table::insert_form`].
    pub(super) fn lemma(&self, word: &[u8]) -> Option<u16> {
        self.slots[self.place(word)].lemma.checked_sub(1)
    }

    /// Adds classes to a word and makes it a form of a verb, unless it is one of another already.
    pub(super) fn insert_form(&mut self, word: &[u8], classes: Classes, lemma: u16) {
        self.insert(word, classes);
        let at = self.place(word);
        let slot = &mut self.slots[at];
        if slot.len > 0 && slot.lemma == 0 {
            slot.lemma = lemma + 1;
        }
    }

    /// Adds classes to a word.
    pub(super) fn insert(&mut self, word: &[u8], classes: Classes) {
        if word.is_empty() || word.len() > LONGEST_WORD {
            return;
        }
        if self.count * 2 >= self.slots.len() {
            self.grow();
        }
        let at = self.place(word);
        if self.slots[at].len == 0 {
            let key = self.keys.len() as u32;
            self.keys.extend_from_slice(word);
            self.slots[at] =
                Slot { hash: hash(word), key, len: word.len() as u8, lemma: 0, classes: Classes::NONE };
            self.count += 1;
        }
        let slot = &mut self.slots[at];
        slot.classes = slot.classes | classes;
    }

    /// The slot that holds the word, or the empty one where it would stand.
    fn place(&self, word: &[u8]) -> usize {
        let hash = hash(word);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = &self.slots[at];
            if slot.len == 0 || (slot.hash == hash && self.key(slot) == word) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    fn key(&self, slot: &Slot) -> &[u8] {
        &self.keys[slot.key as usize..slot.key as usize + usize::from(slot.len)]
    }

    fn grow(&mut self) {
        let old = std::mem::take(&mut self.slots);
        self.slots = vec![Slot::default(); old.len() * 2];
        for slot in old.into_iter().filter(|slot| slot.len > 0) {
            let at = {
                let key = &self.keys[slot.key as usize..slot.key as usize + usize::from(slot.len)];
                self.place(key)
            };
            self.slots[at] = slot;
        }
    }
}

/// Eight bytes a step: multiply, fold the high half down.
fn hash(word: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut state = word.len() as u64;
    for chunk in word.chunks(8) {
        let mut bytes = [0; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        state = (state ^ u64::from_le_bytes(bytes)).wrapping_mul(FACTOR);
        state ^= state >> 32;
    }
    state as u32
}

/// The word in lower case and with straight apostrophes; `None` where it is too long to be known.
pub(super) fn fold<'b>(word: &str, buffer: &'b mut [u8; LONGEST_WORD]) -> Option<&'b [u8]> {
    if word.is_ascii() {
        let folded = buffer.get_mut(..word.len())?;
        folded.copy_from_slice(word.as_bytes());
        folded.make_ascii_lowercase();
        return Some(folded);
    }
    let mut len = 0;
    for c in word.chars().flat_map(char::to_lowercase) {
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
        assert_eq!(table.get(b"mark"), Classes::GIVEN | Classes::MALE);
        assert_eq!(table.get(b"word999"), Classes::COMMON);
        assert_eq!(table.get(b"unknown"), Classes::NONE);
    }

    #[test]
    fn folding_lowers_and_straightens() {
        assert_eq!(fold("DON’T", &mut [0; LONGEST_WORD]), Some("don't".as_bytes()));
        assert_eq!(fold(&"long".repeat(20), &mut [0; LONGEST_WORD]), None);
    }
}
