//! The gender of a person as the pronouns after a name show it. May import `text`, `language`, `tokenizer` and the
//! other files of `speakers`.

use crate::language::Classes;
use crate::speakers::names::Names;
use crate::speakers::registry::Registry;
use crate::speakers::{Gender, SpeakerKind};
use crate::text::index::{EntityId, MentionIdx, TokenIdx};
use crate::tokenizer::Document;

/// Tokens after a name among which a pronoun may show the gender of its person.
const REACH: usize = 30;

/// The minimum share, in hundredths, of pronouns of one gender after a name that shows the gender of its person.
const CLEAR_SHARE: u32 = 65;

/// How many pronouns of each gender follow the names of an entity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PronounCount {
    male: u32,
    female: u32,
}

impl PronounCount {
    fn add(&mut self, gender: Gender) {
        match gender {
            Gender::Male => self.male += 1,
            Gender::Female => self.female += 1,
        }
    }

    /// The number of pronouns of this gender, and of the other one.
    pub(crate) fn of(self, gender: Gender) -> (u32, u32) {
        match gender {
            Gender::Male => (self.male, self.female),
            Gender::Female => (self.female, self.male),
        }
    }

    /// The gender that nearly all of at least `least` pronouns show.
    pub(crate) fn clear(self, least: u32) -> Option<Gender> {
        self.with_share(least, CLEAR_SHARE)
    }

    /// The gender that at least this share, in hundredths, of at least `least` pronouns show.
    pub(crate) fn with_share(self, least: u32, share: u32) -> Option<Gender> {
        let total = self.male + self.female;
        let (gender, most) = match self.male > self.female {
            true => (Gender::Male, self.male),
            false => (Gender::Female, self.female),
        };
        (total >= least.max(1) && 100 * most >= share * total).then_some(gender)
    }
}

/// The pronouns after the names of each entity: in "Kelly Holt left. She said", one of a woman.
pub(crate) struct PronounCounts {
    of_entity: Vec<PronounCount>,
}

impl PronounCounts {
    /// Counts, for each name outside quotations, the first pronoun between it and the next name of a person. Linear in
    /// the number of names.
    pub(super) fn new(document: &Document<'_>, names: &Names<'_>, registry: &Registry) -> Self {
        let mut of_entity = vec![PronounCount::default(); registry.len()];
        let is_person = |mention: &MentionIdx| {
            let entity = registry.entity(registry.entity_of(*mention));
            !names[*mention].is_quoted && entity.kind == SpeakerKind::Person && !entity.is_place
        };
        let mut persons = names.range().iter().filter(is_person).peekable();
        while let Some(mention) = persons.next() {
            let next = persons.peek().map_or(document.end(), |next| names[*next].titled_start());
            if let Some(gender) = pronoun_after(document, names[mention].end(), next) {
                of_entity[registry.entity_of(mention).get()].add(gender);
            }
        }
        PronounCounts { of_entity }
    }

    pub(crate) fn of(&self, entity: EntityId) -> PronounCount {
        self.of_entity[entity.get()]
    }
}

/// The gender of the first pronoun after a name, before the next name, a quotation mark and the next paragraph.
fn pronoun_after(document: &Document<'_>, from: TokenIdx, next: TokenIdx) -> Option<Gender> {
    let pronoun = Classes::PRONOUN.or(Classes::OBJECT).or(Classes::POSSESSIVE);
    let end = next.min(from + REACH);
    let words = from.to(end.max(from)).iter();
    let here = words.take_while(|&at| !document.is_mark(at) && !document.begins_paragraph(at));
    here.map(|at| document.classes(at)).filter(|classes| classes.any(pronoun)).find_map(Gender::of)
}
