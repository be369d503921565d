//! Phrases in which a verb of speech reports nothing: "that is to say".

use once_cell::sync::Lazy;

use crate::language::Symbol;

static IDIOMS: Lazy<Vec<Vec<Symbol>>> = Lazy::new(|| {
    let lines = include_str!("english/lexicon/idioms.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split(' ').map(|word| Symbol::of(word.as_bytes())).collect()).collect()
});

/// Bits that the words of the idioms set: most words set none of them.
static WORDS: Lazy<u64> = Lazy::new(|| IDIOMS.iter().flatten().fold(0, |all, word| all | bit(*word)));

fn bit(word: Symbol) -> u64 {
    1 << (word.number() >> 26)
}

/// Whether the word at a place is part of such a phrase; `word` tells the words around, by place.
pub(crate) fn is_in_idiom(place: usize, word: impl Fn(usize) -> Symbol) -> bool {
    let here = word(place);
    if *WORDS & bit(here) == 0 {
        return false;
    }
    let stands_here = |idiom: &Vec<Symbol>| {
        (0..idiom.len()).filter(|&before| idiom[before] == here).any(|before| {
            let start = place.checked_sub(before);
            start.is_some_and(|start| idiom.iter().enumerate().all(|(at, part)| word(start + at) == *part))
        })
    };
    IDIOMS.iter().any(stands_here)
}
