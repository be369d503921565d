//! Which quotations are the same one.
//!
//! Each different text is compared with a bounded number of longer ones, which share its rarest sequences of words. So
//! the time is linear in the number of words, apart from sorting, whatever the texts are.

use std::rc::Rc;

use crate::compare::align::{count_words, matched, GAP, RUN};

/// The number of the rarest sequences of words by which longer texts are looked for.
const RAREST: usize = 4;

/// The longer texts with one sequence that are looked at: the longest ones, and those that are least longer.
const LONGEST: usize = 4;
const NEXT_LONGER: usize = 12;

/// A sequence of words in a text. Texts are numbered by length, the longest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    hash: u32,
    text: u32,
    at: u32,
}

/// For each text the text that leads its group: itself, or a longer one that contains it.
pub(super) fn leaders(texts: &[Rc<[u32]>], min_words: usize) -> Vec<usize> {
    let mut by_length: Vec<usize> = (0..texts.len()).collect();
    let lengths: Vec<usize> = texts.iter().map(|words| count_words(words)).collect();
    by_length.sort_by_key(|text| (std::cmp::Reverse(lengths[*text]), *text));
    let sorted: Vec<&[u32]> = by_length.iter().map(|text| texts[*text].as_ref()).collect();
    let places = shared_places(&sorted);
    let rarest = rarest_places(&places, sorted.len());
    let mut leader: Vec<usize> = (0..sorted.len()).collect();
    let mut found_in = vec![usize::MAX; sorted.len()];
    for (text, rarest) in rarest.iter().enumerate() {
        let mut best: Option<(usize, usize)> = None;
        for place in rarest.iter().filter_map(|rare| rare.place) {
            for other in candidates(&places, place) {
                let candidate = other.text as usize;
                // Only leaders are compared, so that nothing is joined through something between.
                let is_half = lengths[by_length[text]] * 2 >= lengths[by_length[candidate]];
                if found_in[candidate] == text || leader[candidate] != candidate || !is_half {
                    continue;
                }
                let own = &places[place];
                let words = (sorted[text], sorted[candidate]);
                let matched = matched(words.0, own.at as usize, words.1, other.at as usize, min_words);
                if let Some(matched) = matched {
                    found_in[candidate] = text;
                    if best.is_none_or(|(most, first)| (matched, first) > (most, candidate)) {
                        best = Some((matched, candidate));
                    }
                }
            }
        }
        if let Some((_, candidate)) = best {
            leader[text] = candidate;
        }
    }
    let mut of_texts = vec![0; texts.len()];
    for (text, leader) in leader.into_iter().enumerate() {
        of_texts[by_length[text]] = by_length[leader];
    }
    of_texts
}

/// The places with a sequence that several texts have, each sequence once in a text, in the order of sequences.
fn shared_places(texts: &[&[u32]]) -> Vec<Place> {
    let mut places = Vec::new();
    for (text, words) in (0..).zip(texts) {
        let runs = (0..).zip(words.windows(RUN)).filter(|(_, run)| !run.contains(&GAP));
        places.extend(runs.map(|(at, run)| Place { hash: hash(run), text, at }));
    }
    places.sort_unstable();
    places.dedup_by_key(|place| (place.hash, place.text));
    let mut kept = 0;
    let mut start = 0;
    while start < places.len() {
        let hash = places[start].hash;
        let end = start + places[start..].iter().take_while(|place| place.hash == hash).count();
        if end - start > 1 {
            places.copy_within(start..end, kept);
            kept += end - start;
        }
        start = end;
    }
    places.truncate(kept);
    places
}

fn hash(run: &[u32]) -> u32 {
    let mix =
        |hash: u64, word: &u32| (hash.rotate_left(5) ^ u64::from(*word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let hash = run.iter().fold(0, mix);
    (hash >> 32) as u32
}

#[derive(Debug, Clone, Copy)]
struct Rare {
    texts: usize,
    place: Option<usize>,
}

/// For each text the places of its rarest sequences.
fn rarest_places(places: &[Place], texts: usize) -> Vec<[Rare; RAREST]> {
    let mut rarest = vec![[Rare { texts: usize::MAX, place: None }; RAREST]; texts];
    let mut start = 0;
    for same in places.chunk_by(|one, other| one.hash == other.hash) {
        for (index, place) in same.iter().enumerate() {
            let rarest = &mut rarest[place.text as usize];
            let at = rarest.partition_point(|rare| rare.texts <= same.len());
            if at < RAREST {
                rarest[at..].rotate_right(1);
                rarest[at] = Rare { texts: same.len(), place: Some(start + index) };
            }
        }
        start += same.len();
    }
    rarest
}

/// Longer texts with the sequence at this place.
fn candidates(places: &[Place], place: usize) -> impl Iterator<Item = &Place> {
    let hash = places[place].hash;
    let next = places[place.saturating_sub(NEXT_LONGER)..place]
        .iter()
        .rev()
        .take_while(move |other| other.hash == hash);
    let first = places.partition_point(move |other| other.hash < hash);
    let longest = places[first..place.min(first + LONGEST)].iter();
    longest.chain(next)
}
