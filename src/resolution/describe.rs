//! Describes the entities that a source may mean to the model `speaker`.

use crate::language::Classes;
use crate::models::buckets::{bucket, yes, DOUBLINGS, FEW, GAPS_OF_TURNS, NEAR};
use crate::models::fields::Field;
use crate::models::{value, Description, Value};
use crate::resolution::candidates::{Candidate, Candidates};
use crate::resolution::discourse::{Discourse, Referent};
use crate::resolution::resolver::Resolver;
use crate::speakers::name::GrammaticalRole;
use crate::speakers::pronouns::PronounCount;
use crate::speakers::{is_called_thing, Gender, SpeakerKind};
use crate::text::index::{EntityId, MentionIdx, TokenIdx, TokenRange};
use crate::tokenizer::Document;

/// The tokens in one step of the distance between a source and a name.
const TOKENS_A_STEP: usize = 10;

/// What a source looks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sought {
    /// What kind of source it is.
    pub kind: Value,
    pub referent: Referent,
    /// For a description, the noun that heads it.
    pub head: Option<TokenIdx>,
    /// A capitalised word before that noun: "Vermont" in "the Vermont senator".
    pub modifier: Option<TokenIdx>,
    /// For a name, the entity that bears it by its words alone; for a description, the last one of which the text says
    /// it.
    pub own: Option<EntityId>,
    /// Whether the source means somebody whom the text names: it is a name alone, a pronoun, or a description that
    /// fits wholly.
    pub is_certain: bool,
    /// What follows the name in the source.
    pub after: Value,
}

impl Sought {
    /// A pronoun: "she".
    pub(super) fn pronoun(gender: Gender) -> Self {
        let referent = Referent::Person(Some(gender));
        Sought {
            kind: value!("pronoun"),
            referent,
            head: None,
            modifier: None,
            own: None,
            is_certain: true,
            after: Value::NONE,
        }
    }

    /// A definite description with this noun for a person.
    pub(super) fn person(document: &Document<'_>, head: TokenIdx, modifier: Option<TokenIdx>) -> Self {
        let classes = document.classes(head);
        let kind = match classes.any(Classes::ROLE.or(Classes::TITLE)) {
            true => value!("role"),
            false if classes.any(Classes::DEMONYM) => value!("demonym"),
            false => value!("age"),
        };
        let referent = Referent::Person(Gender::of(classes));
        Sought {
            kind,
            referent,
            head: Some(head),
            modifier,
            own: None,
            is_certain: false,
            after: Value::NONE,
        }
    }

    /// A source with a name.
    pub(super) fn name(discourse: &Discourse<'_, '_>, source: TokenRange, mention: MentionIdx) -> Self {
        let Discourse { document, names, registry, .. } = discourse;
        let name = &names[mention];
        let end = name.end();
        let classes = document.classes(end);
        // "the Holt Report"
        let article = usize::from(document.is(source.start, Classes::DEFINITE_ARTICLE));
        let is_alone = name.with_title().covers((source.start + article).to(source.end));
        let after = match () {
            () if is_alone => value!("alone"),
            () if end >= source.end => value!("end"),
            () if classes.any(Classes::COMMA) => value!("comma"),
            () if classes.any(Classes::CLITIC) => value!("clitic"),
            () if classes.any(Classes::PREPOSITION) => value!("preposition"),
            () if classes.any(Classes::DOCUMENT) => value!("paper"),
            () if document.is_word(end) => value!("word"),
            () => value!("other"),
        };
        Sought {
            kind: value!("name"),
            referent: match is_called_thing(document, name) {
                true => Referent::Thing,
                false => Referent::Named(discourse.word(name.last())),
            },
            head: None,
            modifier: None,
            own: Some(registry.entity_of(mention)),
            is_certain: is_alone,
            after,
        }
    }
}

/// How much of a description the text says of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// Its noun and the word before it.
    Whole,
    Noun,
    Modifier,
    /// Nothing, but it has other roles.
    Other,
    /// Nothing at all.
    Unknown,
}

impl Resolver<'_, '_> {
    /// What all candidates for a source share.
    pub(super) fn describe_source(&self, sought: &Sought, candidates: &Candidates) -> Description {
        let source = candidates.source;
        let mut description = Description::NOTHING;
        let mut set = |field, value| description.set(field, value);
        set(Field::Sought, sought.kind);
        set(Field::TagAfter, sought.after);
        let modified = match (sought.head, sought.modifier) {
            (None, _) => Value::NONE,
            (Some(_), Some(_)) => value!("capital"),
            (Some(head), None) if source.start + 1 < head => value!("word"),
            (Some(_), None) => value!("no"),
        };
        set(Field::Modified, modified);
        set(Field::Start, self.place(source.start));
        if let Referent::Person(gender @ Some(_)) = sought.referent {
            let mut before = candidates.before_source().iter();
            set(Field::Repeated, yes(before.any(|at| self.discourse.is_pronoun(at, gender))));
        }
        let others = candidates.list.iter().filter(|candidate| !candidate.is_ahead).count();
        set(Field::Circle, bucket(others, &FEW));
        description
    }

    /// Where in its sentence a source is.
    fn place(&self, source: TokenIdx) -> Value {
        let document = self.discourse.document;
        let Some(before) = source.before().filter(|_| !document.begins_sentence(source)) else {
            return value!("start");
        };
        // “…,” she said. “…,” said she.
        let quotes = |mark: TokenIdx| document.is_mark(mark);
        let is_tag =
            quotes(before) || document.is(before, Classes::SPEECH) && before.before().is_some_and(quotes);
        match () {
            () if is_tag => value!("quotation"),
            () if document.begins_sentence(before) => value!("first"),
            () => value!("in"),
        }
    }

    /// Describes a candidate.
    pub(super) fn describe_candidate(
        &self,
        sought: &Sought,
        candidates: &Candidates,
        answer: usize,
        description: &mut Description,
    ) {
        let Discourse { document, names, registry, .. } = &self.discourse;
        let candidate = &candidates.list[answer];
        let entity = registry.entity(candidate.entity);
        let source = candidates.source;
        let mut set = |field, value| description.set(field, value);
        set(Field::Agrees, self.agreement(sought.referent, candidate.entity));
        if let Referent::Person(Some(gender)) = sought.referent {
            set(Field::Leans, leaning(self.discourse.pronouns_after(candidate.entity), gender));
            let called = self.called[candidate.entity.get()];
            set(Field::Called, called.map_or(Value::NONE, |called| yes(called == gender)));
        }
        let own = sought.own.map(|own| own == candidate.entity);
        set(Field::Own, own.map_or(Value::NONE, yes));
        set(Field::Certain, yes(entity.is_certain));
        set(Field::Being, self.being(candidate));
        set(Field::Recent, bucket(answer, &FEW));
        let at = candidate.mention.map(|mention| names[mention].start());
        set(Field::Apart, at.map_or(Value::NONE, |at| bucket(candidates.sentences_since(at), &FEW)));
        let paragraphs = |at: TokenIdx| {
            let begun = document.paragraphs_begun_near(at, candidates.begun);
            bucket(candidates.begun - begun, &GAPS_OF_TURNS)
        };
        let apart = candidate.apart.map(|apart| bucket(apart, &GAPS_OF_TURNS));
        set(Field::ParagraphsApart, apart.unwrap_or(Value::NONE));
        let steps = |at: TokenIdx| bucket((source.start - at.min(source.start)) / TOKENS_A_STEP, &NEAR);
        set(Field::Distance, at.map_or(Value::NONE, steps));
        set(Field::Mentioned, self.mentioned(candidate, source.start));
        set(Field::Led, candidate.led.map_or(Value::NONE, |sentences| bucket(sentences, &FEW)));
        set(Field::Rank, bucket(candidates.rank(candidate), &FEW));
        set(Field::Count, bucket(candidate.count, &FEW));
        set(Field::Opens, yes(candidate.opens));
        set(Field::Present, self.presence(candidate, candidates));
        let spoke = self.spoke.iter().flatten().position(|last| last.entity == candidate.entity);
        set(Field::Spoke, spoke.map_or(Value::NONE, |rank| bucket(rank, &FEW)));
        let end = spoke.and_then(|rank| self.spoke[rank]).map(|last| last.end.min(source.start));
        set(Field::SpokeParagraphs, end.map_or(Value::NONE, paragraphs));
        set(Field::SpokeApart, end.map_or(Value::NONE, |end| bucket(candidates.sentences_since(end), &FEW)));
        set(
            Field::Often,
            bucket(usize::BITS as usize - entity.mentions().leading_zeros() as usize, &DOUBLINGS),
        );
    }

    /// Whether the gender of a candidate is the one that the source shows. A given name alone may be a surname, so that
    /// its gender is only a hint: "Clinton".
    fn agreement(&self, referent: Referent, candidate: EntityId) -> Value {
        let Referent::Person(Some(gender)) = referent else { return Value::NONE };
        let entity = self.discourse.registry.entity(candidate);
        match (entity.gender, self.discourse.gender_of_given_name(candidate)) {
            (Some(_), _) => value!("same"),
            (None, Some(given)) if given == gender => value!("given"),
            (None, Some(_)) => value!("other-given"),
            (None, None) => value!("nothing"),
        }
    }

    /// Whether the paragraph of the source names a candidate, and others who may be meant.
    fn presence(&self, candidate: &Candidate, candidates: &Candidates) -> Value {
        match (self.is_here(candidate), candidates.here) {
            (true, 0 | 1) => value!("alone"),
            (true, _) => value!("shared"),
            (false, 0) => value!("none"),
            (false, _) => value!("other"),
        }
    }

    fn being(&self, candidate: &Candidate) -> Value {
        let entity = self.discourse.registry.entity(candidate.entity);
        match entity.kind {
            _ if entity.is_place => value!("here"),
            SpeakerKind::Person if entity.name().len() > 1 => value!("name"),
            SpeakerKind::Person => value!("word"),
            _ => value!("body"),
        }
    }

    /// The part that the last mention of a candidate plays.
    fn mentioned(&self, candidate: &Candidate, source: TokenIdx) -> Value {
        let Discourse { names, document, .. } = &self.discourse;
        if candidate.is_ahead {
            return value!("ahead");
        }
        let Some(mention) = candidate.mention else { return Value::NONE };
        let name = &names[mention];
        let is_beside = source - name.end() <= 1;
        match name.role {
            _ if name.is_quoted => value!("quotation"),
            _ if is_beside => value!("next"),
            _ if self.discourse.is_in_title(mention) => value!("title"),
            GrammaticalRole::Possessor => value!("possessor"),
            GrammaticalRole::Subject => value!("subject"),
            GrammaticalRole::Other if document.is(name.titled_start() - 1, Classes::PREPOSITION) => {
                value!("preposition")
            }
            GrammaticalRole::Other => value!("other"),
        }
    }

    /// How much of a description the text says of an entity; `None` where the source is no description.
    pub(super) fn fit(&self, sought: &Sought, entity: EntityId) -> Option<Fit> {
        let head = sought.head?;
        let document = self.discourse.document;
        let holds = |word: TokenIdx| self.titles.all_holders(document, word).any(|holder| holder == entity);
        Some(match (holds(head), sought.modifier.is_some_and(holds)) {
            (true, true) => Fit::Whole,
            (true, false) => Fit::Noun,
            (false, true) => Fit::Modifier,
            (false, false) if self.titles.has_role(entity) => Fit::Other,
            (false, false) => Fit::Unknown,
        })
    }
}

impl Fit {
    fn value(self) -> Value {
        match self {
            Fit::Whole => value!("both"),
            Fit::Noun => value!("noun"),
            Fit::Modifier => value!("capital"),
            Fit::Other => value!("other"),
            Fit::Unknown => value!("nothing"),
        }
    }
}

/// Describes how much of a description the text says of a candidate, given that of each, and whether it says the noun of
/// another one. Nothing is given where the source is no description.
pub(super) fn describe_fit(fits: &[Fit], answer: usize, description: &mut Description) {
    description.set(Field::Fits, fits.get(answer).map_or(Value::NONE, |fit| fit.value()));
    let has_noun = |fit: &Fit| matches!(fit, Fit::Whole | Fit::Noun);
    let others = fits.iter().enumerate().filter(|(other, _)| *other != answer);
    description.set(Field::Rivals, yes(others.map(|(_, fit)| fit).any(has_noun)));
}

/// Whether the pronouns after the names of a candidate have the gender that a source shows.
fn leaning(pronouns: PronounCount, gender: Gender) -> Value {
    match (pronouns.of(gender), pronouns.clear(1)) {
        ((0, 0), _) => value!("nothing"),
        ((1, 0), _) => value!("once"),
        ((0, 1), _) => value!("other-once"),
        (_, None) => value!("both"),
        (_, Some(clear)) if clear == gender => value!("same"),
        _ => value!("other"),
    }
}
