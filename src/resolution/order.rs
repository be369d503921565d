//! The order of the speakers in an answer, and the form of their names.
//!
//! May import `text` and the records of `analysis`.

use std::borrow::Cow;

use crate::analysis::Speaker;
use crate::text::index::SpeakerId;
use crate::text::letters::undivided;

/// Sorts the speakers by their first mention. The second list holds, for each id before, the id after.
pub(super) fn in_order_of_mention(mut speakers: Vec<Speaker<'_>>) -> (Vec<Speaker<'_>>, Vec<SpeakerId>) {
    for speaker in speakers.iter_mut().filter(|speaker| speaker.mentions.len() > 1) {
        speaker.mentions.sort_and_dedup();
    }
    let mut order: Vec<SpeakerId> = (0..speakers.len()).map(SpeakerId::new).collect();
    order.sort_by_key(|speaker| speakers[speaker.get()].mentions.first().copied());
    let mut after = vec![SpeakerId::new(0); speakers.len()];
    for (to, from) in order.iter().enumerate() {
        after[from.get()] = SpeakerId::new(to);
    }
    // Moves the speakers in place: a long text has many.
    let mut destinations = order;
    destinations.copy_from_slice(&after);
    for at in 0..speakers.len() {
        while destinations[at].get() != at {
            let to = destinations[at].get();
            speakers.swap(at, to);
            destinations.swap(at, to);
        }
    }
    (speakers, after)
}

/// Words on one line: a name, and a word of it, may be broken over two.
pub(super) fn one_line(words: &str) -> Cow<'_, str> {
    if words.contains(['\n', '\r', '\u{a0}', '\t']) {
        Cow::Owned(undivided(words).split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(words)
    }
}
