//! Whether a quotation is the same as a longer one, with small cuts and changes.

/// The number of a gap among the numbers of words.
pub(super) const GAP: u32 = 0;

/// The length of the sequences of words by which similar quotations are found.
pub(super) const RUN: usize = 4;

/// One word in this many may differ.
const WORDS_FOR_A_CHANGE: usize = 8;

/// The longest change that is recognised, in words of the shorter quotation.
const LONGEST_CHANGE: usize = 3;

/// The longest cut without an ellipsis, and with one.
const LONGEST_CUT: usize = 8;
const LONGEST_MARKED_CUT: usize = 40;

/// The number of words that are no gaps.
pub(super) fn count_words(words: &[u32]) -> usize {
    words.iter().filter(|word| **word != GAP).count()
}

/// The words of the shorter quotation that the longer one has, if it is the same quotation.
///
/// `short_at` and `long_at` are places where both have the same [`RUN`] words. Linear in the length of the shorter
/// one.
pub(super) fn matched(
    short: &[u32],
    short_at: usize,
    long: &[u32],
    long_at: usize,
    min_words: usize,
) -> Option<usize> {
    if short.get(short_at..short_at.checked_add(RUN)?)? != long.get(long_at..long_at.checked_add(RUN)?)? {
        return None;
    }
    let allowed = count_words(short) / WORDS_FOR_A_CHANGE;
    let mut walk = Walk { matched: RUN, changed: 0, allowed };
    let after = |words, at: usize| move |index: usize| word_after(words, at + RUN, index);
    let before = |words, at: usize| move |index: usize| word_before(words, at, index);
    let is_same = walk.walk(after(short, short_at), after(long, long_at))
        && walk.walk(before(short, short_at), before(long, long_at));
    (is_same && walk.matched >= min_words).then_some(walk.matched)
}

fn word_after(words: &[u32], start: usize, index: usize) -> Option<u32> {
    words.get(start.checked_add(index)?).copied()
}

fn word_before(words: &[u32], end: usize, index: usize) -> Option<u32> {
    words.get(end.checked_sub(index.checked_add(1)?)?).copied()
}

struct Walk {
    matched: usize,
    changed: usize,
    allowed: usize,
}

impl Walk {
    /// Compares two quotations word by word from a common place to the end of the shorter one.
    fn walk(&mut self, short: impl Fn(usize) -> Option<u32>, long: impl Fn(usize) -> Option<u32>) -> bool {
        let (mut at_short, mut at_long) = (0, 0);
        let (mut is_short_cut, mut is_long_cut) = (false, false);
        while let Some(word) = short(at_short) {
            if word == GAP {
                (at_short, is_short_cut) = (at_short + 1, true);
                continue;
            }
            let other = long(at_long);
            if other == Some(GAP) {
                (at_long, is_long_cut) = (at_long + 1, true);
                continue;
            }
            if other == Some(word) {
                self.matched += 1;
                (at_short, at_long) = (at_short + 1, at_long + 1);
                (is_short_cut, is_long_cut) = (false, false);
                continue;
            }
            let longest_cut = if is_short_cut { LONGEST_MARKED_CUT } else { LONGEST_CUT };
            let longest_change = if is_long_cut { LONGEST_CUT } else { LONGEST_CHANGE };
            let Some((skip_short, skip_long)) =
                next_common(&short, at_short, longest_change, &long, at_long, longest_cut)
            else {
                return self.has_room_for_rest(short, at_short);
            };
            // What the longer one replaces by brackets is not changed by the shorter one.
            self.changed += if is_long_cut { 0 } else { skip_short };
            if self.changed > self.allowed {
                return false;
            }
            (at_short, at_long) = (at_short + skip_short, at_long + skip_long);
            (is_short_cut, is_long_cut) = (false, false);
        }
        true
    }

    /// Whether the rest of the shorter quotation may be different words.
    fn has_room_for_rest(&mut self, short: impl Fn(usize) -> Option<u32>, at: usize) -> bool {
        let rest = (at..).map_while(short).filter(|word| *word != GAP);
        self.changed += rest.take(self.allowed + 1).count();
        self.changed <= self.allowed
    }
}

/// The smallest numbers of words to skip so that two words in a row are the same.
fn next_common(
    short: &impl Fn(usize) -> Option<u32>,
    at_short: usize,
    longest_change: usize,
    long: &impl Fn(usize) -> Option<u32>,
    at_long: usize,
    longest_cut: usize,
) -> Option<(usize, usize)> {
    for total in 1..=longest_change + longest_cut {
        for skip_short in 0..=longest_change.min(total) {
            let skip_long = total - skip_short;
            if skip_long > longest_cut {
                continue;
            }
            let (one, other) = (at_short + skip_short, at_long + skip_long);
            let (Some(word), Some(same)) = (short(one), long(other)) else { continue };
            let is_next_same = match (short(one + 1), long(other + 1)) {
                (None | Some(GAP), _) | (_, Some(GAP)) => true,
                (next, next_same) => next == next_same,
            };
            if word == same && word != GAP && is_next_same {
                return Some((skip_short, skip_long));
            }
        }
    }
    None
}
