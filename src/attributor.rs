//! The pipeline: from a text to its analysis.
//!
//! May import every module. Only the builder and the crate root import it.

use std::borrow::Cow;
use std::fmt;

use once_cell::sync::Lazy;

use crate::analysis::{Analysis, Attribution, Content, Passage, Quotation, Speaker};
use crate::attribution::{Reader, Scope};
use crate::builder::{AttributorBuilder, Kinds};
use crate::dialogue::{self, Scene};
use crate::explanation::{Explainer, Explanation};
use crate::genre::{Genre, Passages};
use crate::language::Language;
use crate::memory::{Memories, Memory};
use crate::models::{Decider, FittedModels};
use crate::quotes::{match_quotes, Level, Marks, QuoteSpan, Quotes};
use crate::resolution::{self, Reference};
use crate::rules::{parents, Attributed, AttributionOfQuotations, BytesDraft, Draft};
use crate::selection::Selection;
use crate::speakers::{DirectMentions, KnownSpeakers};
use crate::statements;
use crate::text::index::{narrow, AttributionId, QuotationId, SpeakerId};
use crate::text::span::Span;
use crate::tokenizer::{Document, Place, Places};
use crate::transcripts;
use crate::words::Words;

/// Who said what in `text`, with the default configuration.
///
/// Takes any text, never fails and never panics. Linear in the length of the text. Keeps memory for the next
/// text like an [`Attributor`].
///
/// ```
/// let analysis = whosaid::attribute("Guterres, who had met Lavrov, said: “We need peace.”");
/// let quotation = analysis.quotations().next().unwrap();
/// assert_eq!(quotation.speaker().unwrap().name(), "Guterres");
/// ```
#[must_use]
pub fn attribute(text: &str) -> Analysis<'_> {
    DEFAULT.attribute(text)
}

static DEFAULT: Lazy<Attributor> = Lazy::new(Attributor::default);

/// Links the quotations and reported statements of a text to their speakers.
///
/// Cheap to clone, `Send` and `Sync`: build one and share it. It keeps the memory that a text of some pages
/// needs for the next one, about a megabyte for each thread that uses it at the same time.
///
/// ```
/// let attributor = whosaid::Attributor::default();
/// let names: Vec<String> = std::thread::scope(|scope| {
///     let attribute = || attributor.attribute(r#""We won," said Wang Yi."#).into_owned();
///     let threads = [scope.spawn(attribute), scope.spawn(attribute)];
///     let analyses = threads.map(|thread| thread.join().unwrap());
///     analyses.iter().flat_map(|it| it.speakers().map(|speaker| speaker.name().to_owned())).collect()
/// });
/// assert_eq!(names, ["Wang Yi", "Wang Yi"]);
/// ```
#[derive(Clone, Default)]
pub struct Attributor {
    pub(crate) marks: Marks,
    pub(crate) kinds: Kinds,
    pub(crate) min_confidence: f32,
    pub(crate) genre: Genre,
    pub(crate) nested_statements: bool,
    pub(crate) language: Language,
    pub(crate) known: KnownSpeakers,
    pub(crate) memories: Memories,
}

impl fmt::Debug for Attributor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attributor")
            .field("language", &self.language)
            .field("genre", &self.genre)
            .field("known_speakers", &self.known.len())
            .finish_non_exhaustive()
    }
}

impl Attributor {
    /// The attributor of [`attribute`].
    #[cfg(feature = "serde")]
    pub(crate) fn shared() -> &'static Attributor {
        &DEFAULT
    }

    /// Starts a configuration.
    ///
    /// ```
    /// # fn main() -> Result<(), whosaid::BuildError> {
    /// let attributor = whosaid::Attributor::builder()
    ///     .cue("harrumphed")
    ///     .speaker("Antonio Guterres", ["the U.N. chief"])
    ///     .build()?;
    /// let analysis = attributor.attribute("“Splendid,” the U.N. chief harrumphed.");
    /// let quotation = analysis.quotations().next().unwrap();
    /// assert_eq!(quotation.speaker().unwrap().name(), "Antonio Guterres");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn builder() -> AttributorBuilder {
        AttributorBuilder::default()
    }

    /// Who said what in `text`.
    ///
    /// Takes any text, never fails and never panics; the same text gives the same answer. Linear in
    /// the length of the text. Of a text longer than 4 GiB only the first 4 GiB are read.
    ///
    /// ```
    /// let attributor = whosaid::Attributor::default();
    /// let analysis = attributor.attribute(r#""We won," said Wang Yi."#);
    /// assert_eq!(analysis.speakers().next().unwrap().name(), "Wang Yi");
    /// ```
    #[must_use]
    pub fn attribute<'t>(&self, text: &'t str) -> Analysis<'t> {
        let mut decider = FittedModels::new(self.language.weights());
        let mut memory = self.memories.take();
        let analysis = self.read(text, &mut decider, &mut memory);
        self.memories.keep(memory);
        analysis
    }

    /// Who said what in `text`, and why: the same analysis as [`attribute`](Self::attribute) gives, with the questions
    /// that were asked, the candidates of each, and what spoke for and against them.
    ///
    /// Takes about ten times as long, and some hundred bytes of memory for each byte of the text; both are linear in its
    /// length.
    ///
    /// ```
    /// let text = "“We won,” said Wang Yi.";
    /// let explanation = whosaid::Attributor::default().explain(text);
    /// assert_eq!(*explanation.analysis(), whosaid::attribute(text));
    /// let decision = explanation.of_quotation(0).last().unwrap();
    /// assert_eq!(decision.answer(), "“Wang Yi” by “said”");
    /// assert_eq!(decision.candidates().len(), 2);
    /// println!("{explanation}");
    /// ```
    #[must_use]
    pub fn explain<'t>(&self, text: &'t str) -> Explanation<'t> {
        let mut explainer = Explainer::new(self.language.weights());
        let analysis = self.read(text, &mut explainer, &mut Memory::default());
        // The analysis has freed the tokens.
        explainer.into_explanation(&Document::new(text, &self.language), analysis)
    }

    /// The analysis of a text by the answers of `decider`.
    pub(crate) fn read<'t>(
        &self,
        text: &'t str,
        decider: &mut impl Decider,
        memory: &mut Memory,
    ) -> Analysis<'t> {
        let document = Document::read(text, &self.language, &mut memory.tokens);
        let quotes = match_quotes(&document, self.marks);
        if quotes.len() == 0 && self.kinds.need_marks() {
            document.into_lists(&mut memory.tokens);
            return Analysis::default();
        }
        let passages = Passages::of(&document, &quotes, self.genre);
        let found = self.decide(&document, &quotes, &passages, decider, memory);
        self.analysis(document, quotes, &passages, found, decider, memory)
    }

    /// Finds the names of a document and, by the answers of `decider`, its attributions.
    pub(crate) fn decide(
        &self,
        document: &Document<'_>,
        quotes: &Quotes,
        passages: &Passages,
        decider: &mut impl Decider,
        memory: &mut Memory,
    ) -> (Vec<Draft>, AttributionOfQuotations) {
        let mut words = Words::new(document, std::mem::take(&mut memory.units));
        let register = statements::register(document, quotes);
        let mut reader = Reader::new(
            quotes,
            &passages.narrative,
            register,
            if self.nested_statements { Scope::NestedStatements } else { Scope::Statements },
            decider,
            &mut memory.reading,
        );
        let mut turns = passages.after_labels();
        for tokens in document.paragraphs() {
            words.read(tokens);
            memory.speakers.find_names(&mut words);
            let names = memory.speakers.names();
            match turns.within(tokens) {
                Some(turn) => reader.read_inside(&mut words, &names, turn),
                None => reader.read(&words, &names),
            }
        }
        let (mut drafts, mut of_quotations) = reader.finish();
        for Level { quotes, insides } in quotes.levels(self.nested_statements) {
            let mut reader = Reader::new(
                &quotes,
                &[],
                statements::SPOKEN,
                if self.nested_statements { Scope::NestedStatements } else { Scope::Quotations },
                decider,
                &mut memory.reading,
            );
            for inside in insides {
                reader.read_inside(&mut words, &memory.speakers.names(), inside);
            }
            let (nested, of_nested) = reader.finish();
            of_quotations.add_nested(of_nested, nested, self.nested_statements, &mut drafts);
        }
        memory.units = words.finish();
        (drafts, of_quotations)
    }

    /// Finds the speakers of the attributions, those of dialogue by the answers of `decider`, and makes the records.
    pub(crate) fn analysis<'t>(
        &self,
        document: Document<'t>,
        quotes: Quotes,
        passages: &Passages,
        (drafts, of_quotations): (Vec<Draft>, AttributionOfQuotations),
        decider: &mut impl Decider,
        memory: &mut Memory,
    ) -> Analysis<'t> {
        let lists = &mut memory.speakers;
        let mut direct = DirectMentions::of(drafts.iter().map(Draft::source));
        let registry =
            resolution::entities(&document, &quotes, lists, &self.known, &mut direct, &passages.narrative);
        let mut attributed = Attributed::new(drafts, of_quotations);
        let names = lists.names();
        transcripts::attribute(&document, &quotes, &names, &registry, passages, &mut attributed);
        let scene = Scene {
            document: &document,
            quotes: &quotes,
            names: &names,
            registry: &registry,
            known: &self.known,
        };
        dialogue::attribute(scene, &passages.narrative, &mut attributed, decider);
        attributed.sort();
        let around = attributed.speech_around(&quotes);
        let Attributed { drafts, of_quotations, chosen, .. } = attributed;
        let references = drafts.iter().zip(around).zip(chosen).map(|((draft, within), chosen)| {
            let (source, confidence) = match chosen {
                Some(chosen) => (chosen.source, chosen.confidence),
                None => (draft.source()?, draft.confidence),
            };
            Some(Reference { source, words: draft.words(), confidence, within })
        });
        let scene = resolution::Scene {
            document: &document,
            quotes: &quotes,
            registry: &registry,
            known: &self.known,
        };
        let (speakers, of_drafts) = resolution::resolve(scene, lists, &direct, references, decider);
        drop(registry);
        let found = Selection { drafts, of_quotations, speakers, of_drafts };
        let Selection { drafts, of_quotations, mut speakers, of_drafts } =
            found.kept(|draft| self.kinds.contains(draft.kind) && draft.confidence >= self.min_confidence);
        let text = document.text;
        let places = Places::of(&document);
        let quotations = quotation_records(&document, &quotes, &of_quotations, &places);
        let parents = parents(&drafts);
        let drafts = drafts_in_bytes(&document, drafts, of_drafts);
        // Frees the tokens of a long text before the rest of its answer is made.
        drop((quotes, of_quotations));
        document.into_lists(&mut memory.tokens);
        let attributions = attribution_records(text, drafts, parents, &places);
        number_speakers(&mut speakers, &attributions, &places);
        Analysis { quotations, attributions, speakers }
    }
}

fn quotation_records<'t>(
    document: &Document<'t>,
    quotes: &Quotes,
    of_quotations: &AttributionOfQuotations,
    places: &Places,
) -> Vec<Quotation<'t>> {
    let record = |(index, quote): (usize, QuoteSpan)| {
        let Place { paragraph, sentence } = places.at(quote.span.start());
        Quotation {
            index: narrow(index),
            paragraph,
            sentence,
            span: quote.span,
            content: quote.content,
            text: Cow::Borrowed(quote.span.of(document.text).unwrap_or("")),
            parent: quote.parent.map(QuotationId::new),
            attribution: of_quotations.get(QuotationId::new(index)),
        }
    };
    quotes.spans(document).enumerate().map(record).collect()
}

/// The drafts in bytes, with their speakers, in the memory of the list of drafts.
fn drafts_in_bytes(
    document: &Document<'_>,
    drafts: Vec<Draft>,
    speakers: Vec<Option<(SpeakerId, f32)>>,
) -> Vec<BytesDraft> {
    let mut speakers = speakers.into_iter();
    drafts.into_iter().map(|draft| draft.into_bytes(document, speakers.next().flatten())).collect()
}

fn attribution_records<'t>(
    text: &'t str,
    drafts: Vec<BytesDraft>,
    parents: Vec<Option<AttributionId>>,
    places: &Places,
) -> Vec<Attribution<'t>> {
    let passage = |bytes| {
        let span = Span::from(bytes);
        Passage { span, text: Cow::Borrowed(span.of(text).unwrap_or("")) }
    };
    let record = |((index, draft), parent): ((usize, BytesDraft), Option<AttributionId>)| {
        let Place { paragraph, sentence } = places.at(draft.start());
        Attribution {
            index: narrow(index),
            paragraph,
            sentence,
            kind: draft.kind,
            content: Content::of(text, draft.content()),
            cue: draft.cue.map(passage),
            source: draft.source.map(passage),
            speaker: draft.speaker,
            rule: draft.rule,
            confidence: draft.confidence,
            speaker_confidence: draft.speaker.map(|_| draft.speaker_confidence),
            parent,
        }
    };
    drafts.into_iter().enumerate().zip(parents).map(record).collect()
}

/// Gives the speakers their numbers and places. One that is mentioned nowhere is where it first says something.
fn number_speakers(speakers: &mut [Speaker<'_>], attributions: &[Attribution<'_>], places: &Places) {
    for attribution in attributions.iter().rev() {
        if let Some(speaker) = attribution.speaker.and_then(|id| speakers.get_mut(id.get())) {
            (speaker.paragraph, speaker.sentence) = (attribution.paragraph, attribution.sentence);
        }
    }
    for (index, speaker) in speakers.iter_mut().enumerate() {
        speaker.index = narrow(index);
        if let Some(first) = speaker.mentions.first() {
            let Place { paragraph, sentence } = places.at(first.start());
            (speaker.paragraph, speaker.sentence) = (paragraph, sentence);
        }
    }
}
