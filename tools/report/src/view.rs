//! What the parts of the page need to know about a document, computed once.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use whosaid::{Analysis, AttributionKind, Linked, Speaker, SpeakerKind};

use crate::colours::{Slot, Slots};
use crate::{words, Document};

/// The attributes of those whom nobody is known to be.
pub(crate) const NOBODY: &str = "none";

/// A document with its place in the report and the looks of its speakers.
pub(crate) struct View<'a> {
    pub document: &'a Document<'a>,
    /// From 1.
    pub number: usize,
    /// The speakers, those with most words first, and after them an entry for attributions without a speaker.
    pub voices: Vec<Voice<'a>>,
    /// The place in `voices` of each speaker of the analysis, and last that of attributions without a speaker.
    places: Vec<usize>,
}

/// Somebody who says something in a document, or all attributions without a speaker.
pub(crate) struct Voice<'a> {
    pub speaker: Option<Linked<'a, 'a, Speaker<'a>>>,
    /// Who it is, over all documents: a number, or [`NOBODY`].
    pub person: String,
    pub slot: Option<Slot>,
    pub quotations: usize,
    pub statements: usize,
    pub words: usize,
}

impl<'a> Voice<'a> {
    pub(crate) fn name(&self) -> &'a str {
        self.speaker.map_or("Speaker not named", |speaker| speaker.name())
    }

    /// Colour and line as the script takes them: two digits, or "xx".
    pub(crate) fn look(&self) -> String {
        self.slot.map_or_else(|| "xx".to_owned(), |slot| slot.to_string())
    }

    /// The class of what is shaded in the speaker's colour.
    pub(crate) fn shade(&self) -> String {
        format!("t{}", self.colour())
    }

    /// The class of what is written in the speaker's colour.
    pub(crate) fn ink(&self) -> String {
        format!("w{}", self.colour())
    }

    /// The classes of what has the speaker's line under it.
    pub(crate) fn underline(&self) -> String {
        let line = self.slot.map_or_else(|| "x".to_owned(), |slot| slot.line().to_string());
        format!("u{} n{line}", self.colour())
    }

    fn colour(&self) -> String {
        self.slot.map_or_else(|| "x".to_owned(), |slot| slot.colour().to_string())
    }
}

impl View<'_> {
    pub(crate) fn analysis(&self) -> &Analysis<'_> {
        self.document.analysis
    }

    /// Whose an attribution is.
    pub(crate) fn voice(&self, attribution: usize) -> Option<&Voice<'_>> {
        let attribution = self.analysis().attributions().nth(attribution)?;
        let speaker = attribution.speaker().map_or(self.places.len() - 1, |speaker| speaker.index());
        self.voices.get(*self.places.get(speaker)?)
    }

    /// The id of an element about a record of this document.
    pub(crate) fn id(&self, letter: char, record: usize) -> String {
        format!("d{}-{letter}{}", self.number, record + 1)
    }
}

/// The views of all documents.
pub(crate) fn views<'a>(documents: &'a [Document<'a>]) -> Vec<View<'a>> {
    let mut people = People::default();
    let mut slots = Slots::default();
    documents.iter().enumerate().map(|(at, document)| view(at, document, &mut people, &mut slots)).collect()
}

fn view<'a>(at: usize, document: &'a Document<'a>, people: &mut People<'a>, slots: &mut Slots) -> View<'a> {
    let speakers: Vec<_> = document.analysis.speakers().collect();
    let words = words::quoted(document);
    let mut quotations = vec![0; words.len()];
    let mut statements = vec![0; words.len()];
    for quotation in document.analysis.quotations().filter(|quotation| quotation.attribution().is_some()) {
        quotations[quotation.speaker().map_or(speakers.len(), |speaker| speaker.index())] += 1;
    }
    for attribution in document.analysis.attributions() {
        let speaker = attribution.speaker().map_or(speakers.len(), |speaker| speaker.index());
        match attribution.kind() {
            AttributionKind::Turn => quotations[speaker] += 1,
            AttributionKind::Direct => {}
            _ => statements[speaker] += 1,
        }
    }
    let mut order: Vec<usize> = (0..speakers.len()).collect();
    order.sort_by_key(|&it| Reverse((words[it], quotations[it] + statements[it])));
    let numbers: Vec<usize> = order.iter().map(|&it| people.number(at, speakers[it])).collect();
    let slots = slots.of(&numbers);
    let counted = |it: usize| (quotations[it], statements[it], words[it]);
    let voice = |it: usize, speaker, person, slot| {
        let (quotations, statements, words) = counted(it);
        Voice { speaker, person, slot, quotations, statements, words }
    };
    let looks = numbers.iter().zip(slots);
    let mut voices: Vec<_> = order
        .iter()
        .zip(looks)
        .map(|(&it, (person, slot))| voice(it, Some(speakers[it]), person.to_string(), Some(slot)))
        .collect();
    voices.push(voice(speakers.len(), None, NOBODY.to_owned(), None));
    let mut places = vec![speakers.len(); speakers.len() + 1];
    for (place, &speaker) in order.iter().enumerate() {
        places[speaker] = place;
    }
    View { document, number: at + 1, voices, places }
}

/// Numbers the people of a report.
#[derive(Default)]
struct People<'a>(BTreeMap<Person<'a>, usize>);

/// By what two speakers are the same.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Person<'a> {
    Id(&'a str),
    Name(&'a str),
    /// Known by a role, which is another person in another document: document and speaker.
    Unnamed(usize, usize),
}

impl<'a> People<'a> {
    fn number(&mut self, document: usize, speaker: Linked<'a, 'a, Speaker<'a>>) -> usize {
        let name = speaker.name();
        let named = matches!(speaker.kind(), SpeakerKind::Person | SpeakerKind::Organisation)
            && name.starts_with(char::is_uppercase);
        let person = match speaker.record().id() {
            Some(id) => Person::Id(id),
            None if named => Person::Name(name),
            None => Person::Unnamed(document, speaker.index()),
        };
        let next = self.0.len();
        *self.0.entry(person).or_insert(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str =
        "“We won,” said Wang Yi. “Nobody lost in the end,” Marta Holt said. A guard said that it was late.";
    const SECOND: &str = "“Good,” said Marta Holt. A guard said that it was early.";

    #[test]
    fn speakers_with_most_words_come_first() {
        let analysis = whosaid::attribute(FIRST);
        let documents = [Document::new("a", FIRST, &analysis)];
        let views = views(&documents);
        let counts: Vec<_> = views[0]
            .voices
            .iter()
            .map(|it| (it.name(), it.quotations, it.statements, it.words, it.look()))
            .collect();
        let row = |name, quotations, statements, words, look: &str| {
            (name, quotations, statements, words, look.to_owned())
        };
        assert_eq!(
            counts,
            [
                row("Marta Holt", 1, 0, 5, "00"),
                row("Wang Yi", 1, 0, 2, "10"),
                row("guard", 0, 1, 0, "20"),
                row("Speaker not named", 0, 0, 0, "xx"),
            ]
        );
        assert_eq!(views[0].voice(0).map(Voice::name), Some("Wang Yi"));
    }

    #[test]
    fn a_name_is_one_person_in_all_documents_and_a_role_is_not() {
        let (first, second) = (whosaid::attribute(FIRST), whosaid::attribute(SECOND));
        let documents = [Document::new("a", FIRST, &first), Document::new("b", SECOND, &second)];
        let views = views(&documents);
        let person =
            |view: usize, name| views[view].voices.iter().find(|it| it.name() == name).map(|it| &it.person);
        assert!(person(0, "Marta Holt").is_some());
        assert_eq!(person(0, "Marta Holt"), person(1, "Marta Holt"));
        assert!(person(0, "guard").is_some());
        assert_ne!(person(0, "guard"), person(1, "guard"));
    }
}
