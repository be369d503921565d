//! How the speakers of a report are distinguished: by a colour and by the line under their words.

use std::collections::BTreeMap;
use std::fmt;

/// The colours of the style sheet, `--c0` and so on.
const COLOURS: usize = 6;
/// The kinds of line: solid, dashed, dotted, double.
const LINES: usize = 4;

/// A colour and a line, as a number; as text, the number that the style sheet's classes and the script use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Slot(usize);

impl Slot {
    fn all() -> impl Iterator<Item = Slot> {
        (0..COLOURS * LINES).map(Slot)
    }

    pub(crate) fn colour(self) -> usize {
        self.0 % COLOURS
    }

    pub(crate) fn line(self) -> usize {
        self.0 / COLOURS % LINES
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.colour(), self.line())
    }
}

/// Gives each person the same slot in all documents of a report, and the speakers of one document different ones as
/// long as there are enough.
#[derive(Debug, Default)]
pub(crate) struct Slots {
    /// The slot of each person, by the person's number.
    known: BTreeMap<usize, Slot>,
}

impl Slots {
    /// The slots of the speakers of a document, given by their numbers.
    pub(crate) fn of(&mut self, people: &[usize]) -> Vec<Slot> {
        let mut uses: BTreeMap<Slot, usize> = Slot::all().map(|slot| (slot, 0)).collect();
        for slot in people.iter().filter_map(|person| self.known.get(person)) {
            *uses.entry(*slot).or_default() += 1;
        }
        let mut slots = Vec::new();
        for person in people {
            let slot = match self.known.get(person) {
                Some(slot) => *slot,
                None => {
                    let free = uses.iter().min_by_key(|(slot, uses)| (**uses, **slot)).map(|(slot, _)| *slot);
                    let slot = free.unwrap_or(Slot(0));
                    *uses.entry(slot).or_default() += 1;
                    self.known.insert(*person, slot);
                    slot
                }
            };
            slots.push(slot);
        }
        slots
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_speaker_of_a_document_has_a_slot_of_their_own() {
        let people: Vec<usize> = (0..24).collect();
        let mut slots = Slots::default().of(&people);
        slots.dedup();
        assert_eq!(slots.len(), 24);
        assert_eq!(slots.first().map(ToString::to_string).as_deref(), Some("00"));
        assert_eq!(slots.last().map(ToString::to_string).as_deref(), Some("53"));
    }

    #[test]
    fn more_speakers_than_slots_share_them_evenly() {
        let people: Vec<usize> = (0..48).collect();
        let slots = Slots::default().of(&people);
        assert!(Slot::all().all(|slot| slots.iter().filter(|it| **it == slot).count() == 2));
    }

    #[test]
    fn a_person_keeps_the_slot_of_an_earlier_document() {
        let mut slots = Slots::default();
        let first = slots.of(&[4, 5]);
        let second = slots.of(&[6, 5, 7]);
        assert_eq!(second[1], first[1]);
        assert!(second[0] != second[1] && second[2] != second[1] && second[0] != second[2]);
    }
}
