//! Names of several words: which are those of one entity, and under which it is shown, the fullest that the text uses
//! more than by chance.
//!
//! May import `text` and the other files of `speakers`.

use crate::speakers::honorifics::Status;
use crate::speakers::keys::{ByWord, NameWord, WordKey};
use crate::speakers::kind::SpeakerKind;
use crate::speakers::name::{Name, NameKind, NameWordIdx, NameWordRange};
use crate::speakers::registry::{Builder, Entity};
use crate::text::index::{EntityId, TokenRange};

/// The number of mentions from which on a name that is used once does not count in a novel: a letter or a slip may
/// have it.
const FREQUENT: usize = 50;

/// A name of an entity.
struct Form {
    entity: EntityId,
    /// Its first use.
    name: TokenRange,
    words: NameWordIdx,
    count: usize,
}

impl Form {
    fn words(&self) -> NameWordRange {
        self.words.to(self.words + self.name.len())
    }
}

impl Builder<'_, '_> {
    /// Gives each entity with many mentions the fullest of its names that are no exception. Linear in the number of
    /// names, apart from sorting the different names of such entities.
    pub(super) fn choose_full_names(&mut self) {
        let is_frequent = |entity: &Entity| entity.mentions() >= FREQUENT;
        // News gives the full name once.
        if self.is_news || !self.entities.iter().any(is_frequent) {
            return;
        }
        let mut forms: ByWord<Form> = ByWord::default();
        for (mention, entity) in self.of_mention.iter().enumerate() {
            let Some(entity) = entity.filter(|entity| is_frequent(&self.entities[entity.get()])) else {
                continue;
            };
            let name = &self.names[mention];
            let words = name.words().of(self.words).iter().map(|word| word.key);
            let key = WordKey::of_sequence(words).of_entity(entity);
            let new = Form { entity, name: name.tokens(), words: name.words().start, count: 0 };
            forms.entry(key).or_insert(new).count += 1;
        }
        let mut forms: Vec<Form> = forms.into_values().collect();
        forms.retain(|form| form.count > 1);
        forms.sort_unstable_by_key(|form| (form.entity, form.name.start));
        for forms in forms.chunk_by(|one, other| one.entity == other.entity) {
            let is_better = |form: &Form, best: &Form| {
                self.is_fuller(form.words(), best.words())
                    || form.count > best.count && !self.is_fuller(best.words(), form.words())
            };
            let best = forms.iter().reduce(|best, form| if is_better(form, best) { form } else { best });
            if let Some(best) = best {
                self.entities[best.entity.get()].set_name(best.name, best.words);
            }
        }
    }

    /// Whether a name is fuller than another: it begins with a given name, else it is longer.
    pub(super) fn is_fuller(&self, new: NameWordRange, old: NameWordRange) -> bool {
        let begins_with_given =
            |name: NameWordRange| name.len() > 1 && self.words[name.start.get()].is_given();
        let (is_given, was_given) = (begins_with_given(new), begins_with_given(old));
        is_given && !was_given || is_given == was_given && new.len() > old.len()
    }

    /// Whether a name of several words means an entity.
    pub(super) fn is_same(&self, entity: &Entity, name: &Name) -> bool {
        if entity.conflicts(name.gender, Status::of(self.document, name)) {
            return false;
        }
        if self.is_called_by_husband(name) {
            return false;
        }
        let (one, other) = (self.stem(entity.words()), self.stem(name.words()));
        if self.suffix(entity.name(), one) != self.suffix(name.tokens(), other) {
            return false;
        }
        let is_person = entity.kind == SpeakerKind::Person && name.kind != NameKind::Organisation;
        let have_given = is_person && one[0].is_given() && other[0].is_given();
        // "Osman Abu Laban" and "Abu Laban".
        let is_short_form = one.len() != other.len();
        is_person && self.is_same_given(entity, name, one[0], other[0])
            || (!have_given || is_short_form) && (is_tail(one, other) || is_tail(other, one))
    }

    /// Whether the first words of two names may be given names of one person.
    fn is_same_given(&self, entity: &Entity, name: &Name, one: NameWord, other: NameWord) -> bool {
        let text = |name: TokenRange| self.document.text_of(name.start);
        one.key == other.key
            || entity.status != Some(Status::Noble)
                && self.document.language.is_nickname(one.hash(), other.hash())
            || (one.is_initial() || other.is_initial())
                && self.document.language.same_given_name(text(entity.name()), text(name.tokens()))
    }

    fn suffix(&self, name: TokenRange, stem: &[NameWord]) -> Option<WordKey> {
        let end = name.start + stem.len();
        (end < name.end).then(|| WordKey::of(self.document.text_of(end).trim_end_matches('.')))
    }
}

/// Whether one name ends with the words of the other.
fn is_tail(long: &[NameWord], short: &[NameWord]) -> bool {
    let Some(skipped) = long.len().checked_sub(short.len()) else { return false };
    long[skipped..].iter().zip(short).all(|(one, other)| one.key == other.key)
}

#[cfg(test)]
mod tests {
    use super::FREQUENT;
    use crate::attribute;

    #[test]
    fn news_may_give_the_full_name_once() {
        let often = "Holt said that the roof leaks.\n\n".repeat(2 * FREQUENT);
        let text = format!("Ann Holt runs the pool.\n\n{often}");
        let analysis = attribute(&text);
        let names: Vec<_> = analysis.speakers().map(|speaker| speaker.name()).collect();
        assert_eq!(names, ["Ann Holt"]);
    }
}
