//! Words without regard to case and to the shape of apostrophes.

use crate::language::hash::{hash, step};
use crate::text::letters::{is_invisible, undivided, Letters};

/// Words longer than this, in bytes, are in no lexicon.
pub(crate) const LONGEST_WORD: usize = 32;

/// The word in lower case, with straight apostrophes, without characters that have no width and without the hyphen and the
/// line break that divide it; `None` where it is too long to be known.
pub(crate) fn fold<'b>(word: &str, buffer: &'b mut [u8; LONGEST_WORD]) -> Option<&'b [u8]> {
    let word = undivided(word);
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

/// The hash of a short word, the same as that of its letters one by one.
#[inline]
pub(crate) fn hash_packed(len: usize, letters: Letters) -> u64 {
    match (len, step(len as u64, letters.first)) {
        (0..=8, state) => state,
        (_, state) => step(state, letters.second),
    }
}

/// A hash of a word that does not depend on case or on the shape of apostrophes.
pub(crate) fn folded_hash(word: &str) -> u64 {
    let word = &*undivided(word);
    if let Some(letters) = Letters::of(word.as_bytes()) {
        return hash_packed(word.len(), letters);
    }
    match fold(word, &mut [0; LONGEST_WORD]) {
        Some(folded) => hash(folded),
        None => hash(word.to_lowercase().as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_lowers_and_straightens() {
        assert_eq!(fold("DON’T", &mut [0; LONGEST_WORD]), Some("don't".as_bytes()));
        assert_eq!(fold("Mi\u{ad}nister", &mut [0; LONGEST_WORD]), Some("minister".as_bytes()));
        assert_eq!(fold("Coun-\r\n  cil", &mut [0; LONGEST_WORD]), Some("council".as_bytes()));
        assert_eq!(fold(&"long".repeat(20), &mut [0; LONGEST_WORD]), None);
    }

    #[test]
    fn words_have_one_hash_however_they_are_written() {
        for (one, other) in [
            ("Smith", "SMITH"),
            ("Smith", "Smi-\nth"),
            ("O’Neill", "O'NEILL"),
            ("constitutionally", "Constitutionally"),
        ] {
            assert_eq!(folded_hash(one), folded_hash(other));
            assert_eq!(folded_hash(one), hash(one.to_lowercase().replace('’', "'").as_bytes()));
        }
    }
}
