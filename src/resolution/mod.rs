//! Resolution: from the source of each attribution to a speaker of the text.
//!
//! Reads the names of the text and the sources in order, and keeps what earlier sources meant for the later
//! ones. May import `text`, `language`, `tokenizer`, `quotes`, `words`, `speakers` and the records of `analysis`.

mod anaphora;
mod candidates;
mod choice;
mod describe;
mod descriptions;
mod discourse;
mod facts;
mod heads;
mod holders;
mod order;
mod resolver;
mod sentence_starts;
mod things;
mod unnamed;
mod voices;

use crate::analysis::Speaker;
use crate::models::Decider;
use crate::quotes::Quotes;
use crate::resolution::discourse::Discourse;
use crate::resolution::resolver::Resolver;
use crate::speakers::find_names;
use crate::speakers::keys::{Index, NameWord};
use crate::speakers::name::Name;
use crate::speakers::registry::{Indices, Registry};
use crate::speakers::{DirectMentions, KnownSpeakers, Names, Source};
use crate::text::index::{AttributionId, EntityId, SpeakerId, TokenRange};
use crate::text::lists;
use crate::tokenizer::Document;
use crate::words::Words;

/// The lists that the names of a text fill, reused for the next text.
#[derive(Default)]
pub(crate) struct Lists {
    names: Vec<Name>,
    words: Vec<NameWord>,
    indices: Indices,
    holders: Index<EntityId>,
}

impl Lists {
    /// Finds the names of the next paragraph.
    pub(crate) fn find_names(&mut self, words: &mut Words<'_, '_>) {
        find_names(words, &mut self.names, &mut self.words);
    }

    /// The names of the paragraphs read so far. Their ids hold until [`resolve`], which maps them.
    pub(crate) fn names(&self) -> Names<'_> {
        Names::new(&self.names)
    }

    pub(crate) fn empty_names(&mut self) {
        lists::empty(&mut self.names);
        lists::empty(&mut self.words);
    }
}

/// A text with what was found in it before its sources are resolved.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a, 't> {
    pub document: &'a Document<'t>,
    pub quotes: &'a Quotes,
    pub registry: &'a Registry,
    pub known: &'a KnownSpeakers,
}

/// How an attribution refers to its speaker.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reference {
    pub source: Source,
    /// The words of the text that refer to the speaker, if there are any.
    pub words: Option<TokenRange>,
    /// The probability that this is the source, or the speaker where one is given.
    pub confidence: f32,
    /// The attribution whose speaker says these words: "I" is that speaker, and "she" is not.
    pub within: Option<AttributionId>,
}

/// Finds whom the names of a text mean.
///
/// The names are those that [`Lists::find_names`] found in all paragraphs. Those that `direct` holds are names beyond
/// doubt. Linear in the number of names.
pub(crate) fn entities(
    document: &Document<'_>,
    quotes: &Quotes,
    lists: &mut Lists,
    known: &KnownSpeakers,
    direct: &mut DirectMentions,
    narrative: &[TokenRange],
) -> Registry {
    let Lists { names, words, indices, .. } = lists;
    let registry = Registry::new(document, names, words, indices, direct, known, narrative);
    lists::empty(words);
    mark_quoted(names, quotes);
    registry
}

/// Finds the speaker that each source means.
///
/// Returns the speakers of the text in the order of their first mention, and the speaker of each source with the
/// probability that it is the right one. The references must be in the order of the text. Empties the
/// lists. Linear in the length of the text.
pub(crate) fn resolve<'t>(
    Scene { document, quotes, registry, known }: Scene<'_, 't>,
    lists: &mut Lists,
    direct: &DirectMentions,
    references: impl Iterator<Item = Option<Reference>>,
    decider: &mut impl Decider,
) -> (Vec<Speaker<'t>>, Vec<Option<(SpeakerId, f32)>>) {
    let Lists { names, holders, .. } = &mut *lists;
    let discourse = Discourse::new(document, quotes, Names::new(names), registry);
    let mut resolver = Resolver::new(discourse, known, std::mem::take(holders));
    let current = |reference: Reference| match reference.source {
        Source::Mention(mention) => {
            Some(Reference { source: Source::Mention(direct.current(mention)?), ..reference })
        }
        _ => Some(reference),
    };
    let mut resolved: Vec<Option<(SpeakerId, f32)>> = Vec::with_capacity(references.size_hint().0);
    for reference in references {
        let reference = reference.and_then(current);
        let within = reference.and_then(|reference| reference.within);
        // One that holds another comes before it.
        let voice = within.and_then(|id| resolved.get(id.get()).copied().flatten());
        resolved.push(reference.and_then(|reference| resolver.resolve(reference, voice, decider)));
    }
    let (speakers, after, index) = resolver.finish();
    for (speaker, _) in resolved.iter_mut().flatten() {
        *speaker = after[speaker.get()];
    }
    *holders = index;
    lists.empty_names();
    (speakers, resolved)
}

/// Marks the names that are inside quotations. Linear: both lists are in the order of the text.
fn mark_quoted(names: &mut [Name], quotes: &Quotes) {
    let mut pieces = quotes.pieces.iter().peekable();
    for name in names {
        while pieces.next_if(|piece| piece.end() <= name.start()).is_some() {}
        name.is_quoted = pieces.peek().is_some_and(|piece| piece.start() <= name.start());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::models::FittedModels;
    use crate::quotes::{match_quotes, Marks};
    use crate::text::index::{MentionId, TokenIdx};

    /// The names of the speakers that the first mention of each word means, each named directly.
    fn speakers_named(text: &str, mentioned: &[&str]) -> Vec<Option<String>> {
        let document = Document::new(text, &Language::default());
        let quotes = match_quotes(&document, Marks::ALL);
        let mut lists = Lists::default();
        let mut words = Words::new(&document, Vec::new());
        let mut ids: Vec<Option<MentionId>> = vec![None; mentioned.len()];
        for tokens in document.paragraphs() {
            words.read(tokens);
            lists.find_names(&mut words);
            for (id, word) in ids.iter_mut().zip(mentioned).filter(|(id, _)| id.is_none()) {
                let mut found = tokens.iter().filter(|&at: &TokenIdx| document.text_of(at) == *word);
                *id = found.find_map(|at| lists.names().id_covering(at));
            }
        }
        let sources: Vec<_> = ids.into_iter().map(|id| id.map(Source::Mention)).collect();
        let known = KnownSpeakers::default();
        let mut direct = DirectMentions::of(sources.iter().copied());
        let registry = entities(&document, &quotes, &mut lists, &known, &mut direct, &[]);
        let references = sources
            .iter()
            .map(|source| Some(Reference { source: (*source)?, words: None, confidence: 1.0, within: None }));
        let scene = Scene { document: &document, quotes: &quotes, registry: &registry, known: &known };
        let mut decider = FittedModels::new(document.language.weights());
        let (speakers, resolved) = resolve(scene, &mut lists, &direct, references, &mut decider);
        let name = |id: Option<(SpeakerId, f32)>| Some(speakers[id?.0.get()].name().to_owned());
        resolved.into_iter().map(name).collect()
    }

    #[test]
    fn a_mention_means_its_entity_although_doubtful_names_before_it_are_dropped() {
        let text =
            "Officials met. Voters left. Police saw Anna Lee.\n\nResidents spoke. Wang: Yes.\n\nLee left.";
        assert_eq!(
            speakers_named(text, &["Lee", "Wang", "Nowhere"]),
            [Some("Anna Lee".to_owned()), Some("Wang".to_owned()), None]
        );
    }

    #[test]
    fn a_mention_that_is_a_source_is_a_name_although_its_word_is_a_common_one() {
        let text = "Officials met Anna Lee.\n\nReporters: Why?\n\nBaker: No comment.";
        assert_eq!(
            speakers_named(text, &["Baker", "Reporters", "Lee"]),
            [Some("Baker".to_owned()), Some("Reporters".to_owned()), Some("Anna Lee".to_owned())]
        );
    }
}
