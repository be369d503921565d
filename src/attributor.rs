//! The pipeline, and how a caller configures it.

use std::borrow::Cow;
use std::sync::Arc;

use once_cell::sync::Lazy;
use regex::Regex;

use crate::analysis::{Analysis, Attribution, Passage, Quotation};
use crate::attribution::{Reader, Scope};
use crate::error::BuildError;
use crate::language::Language;
use crate::memory::{Memories, Memory};
use crate::models::Models;
use crate::quotes::{match_quotes, Marks, QuoteSpan, Quotes};
use crate::resolution;
use crate::resolution::KnownSpeakers;
use crate::rules::AttributionKind;
use crate::rules::{Draft, OfQuotes, Told};
use crate::text::compact::RecordIndex;
use crate::text::span::Span;
use crate::tokenizer::Document;
use crate::words::{Tagged, Words};

/// Who said what in `text`, with the default configuration.
///
/// Takes any text, never fails and never panics. Linear in the length of the text. Keeps memory for the next
/// text as one [`Attributor`] does.
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

/// Links what a text quotes and reports to those who said it.
///
/// Cheap to clone, `Send` and `Sync`: build one and share it. It keeps the memory that a text of some pages
/// needs for the next one, about a megabyte for each thread that uses it at once.
#[derive(Debug, Clone, Default)]
pub struct Attributor {
    marks: Marks,
    kinds: Kinds,
    language: Language,
    known: KnownSpeakers,
    memories: Memories,
}

impl Attributor {
    /// Starts a configuration of its own.
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
    /// the length of the text. Of a text longer than 4 GiB the first 4 GiB are looked at.
    #[must_use]
    pub fn attribute<'t>(&self, text: &'t str) -> Analysis<'t> {
        let mut memory = self.memories.take();
        let analysis = self.read(text, &mut memory);
        self.memories.keep(memory);
        analysis
    }

    fn read<'t>(&self, text: &'t str, memory: &mut Memory) -> Analysis<'t> {
        let text = Tagged::read(text, &self.language, &mut memory.tokens);
        let quotes = match_quotes(&text.document, self.marks);
        let scope = self.kinds.scope();
        if quotes.len() == 0 && scope == Scope::Quotations {
            text.document.into_lists(&mut memory.tokens);
            return Analysis::default();
        }
        let mut words = Words::new(&text, &mut memory.views);
        let mut reader =
            Reader::new(&text, &quotes, scope, Models::new(self.language.weights()), &mut memory.reading);
        for tokens in text.document.paragraphs() {
            words.read(tokens);
            memory.speakers.read_names(&words);
            reader.read(&words);
        }
        words.finish();
        let (drafts, of_quotes) = reader.finish(|kind| self.kinds.contains(kind));
        let sources = drafts.iter().map(Draft::source);
        let (speakers, meant) =
            resolution::resolve(&text, &quotes, &mut memory.speakers, &self.known, sources);
        let quotations = quotations(&text.document, &quotes, &of_quotes);
        let told = told(&text.document, drafts, meant);
        // What a long text took is given back before the rest of its answer is made.
        drop((quotes, of_quotes));
        let input = text.document.text;
        text.document.into_lists(&mut memory.tokens);
        Analysis { quotations, attributions: attributions(input, told), speakers }
    }
}

fn quotations<'t>(document: &Document<'t>, quotes: &Quotes, of_quotes: &OfQuotes) -> Vec<Quotation<'t>> {
    let record = |(at, quote): (usize, QuoteSpan)| Quotation {
        span: quote.span,
        content: quote.content,
        text: Cow::Borrowed(quote.span.of(document.text).unwrap_or("")),
        parent: quote.parent.into(),
        attribution: of_quotes.draft(at).into(),
    };
    quotes.spans(document).enumerate().map(record).collect()
}

/// The drafts in bytes, with the speakers that they mean, in their place.
fn told(document: &Document<'_>, drafts: Vec<Draft>, meant: Vec<RecordIndex>) -> Vec<Told> {
    let mut meant = meant.into_iter();
    drafts.into_iter().map(|draft| draft.told(document, meant.next().unwrap_or_default())).collect()
}

fn attributions(text: &str, told: Vec<Told>) -> Vec<Attribution<'_>> {
    let passage = |bytes| {
        let span = Span::from(bytes);
        Passage { span, text: Cow::Borrowed(span.of(text).unwrap_or("")) }
    };
    let record = |told: Told| Attribution {
        kind: told.kind,
        content: told.content(),
        cue: told.cue.map(passage),
        source: told.source.map(passage),
        speaker: told.speaker,
        rule: told.rule,
        confidence: told.confidence,
    };
    told.into_iter().map(record).collect()
}

/// A set of kinds of attributions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kinds(u8);

impl Kinds {
    const NONE: Kinds = Kinds(0);

    fn of(kinds: impl IntoIterator<Item = AttributionKind>) -> Self {
        Kinds(kinds.into_iter().fold(0, |set, kind| set | 1 << kind as u8))
    }

    fn contains(self, kind: AttributionKind) -> bool {
        self.0 & 1 << kind as u8 != 0
    }

    fn scope(self) -> Scope {
        match self.contains(AttributionKind::Indirect) {
            true => Scope::Everything,
            false => Scope::Quotations,
        }
    }
}

impl Default for Kinds {
    fn default() -> Self {
        Kinds::of([AttributionKind::Direct, AttributionKind::Mixed, AttributionKind::Indirect])
    }
}

/// One word: letters, with hyphens and apostrophes between them.
static CUE: Lazy<Regex> =
    Lazy::new(|| Regex::new(r"^\p{L}+(?:[-'’]\p{L}+)*$").expect("a constant, valid pattern"));

/// The configuration of an [`Attributor`].
#[derive(Debug, Clone, Default)]
pub struct AttributorBuilder {
    marks: Marks,
    kinds: Kinds,
    language: Language,
    cues: Vec<String>,
    cue_verbs: Vec<String>,
    speakers: Vec<(String, Vec<String>)>,
}

impl AttributorBuilder {
    /// Adds a cue verb, in the form in which it stands in texts ("harrumphed"), capitals aside.
    #[must_use]
    pub fn cue(mut self, cue: &str) -> Self {
        self.cues.push(cue.to_owned());
        self
    }

    /// Adds a cue verb, given by its base form ("harrumph"), in all its regular forms.
    ///
    /// ```
    /// # fn main() -> Result<(), whosaid::BuildError> {
    /// let attributor = whosaid::Attributor::builder().cue_verb("harrumph").build()?;
    /// let analysis = attributor.attribute("“Splendid,” Li harrumphed. “Yes,” Wu harrumphs.");
    /// assert_eq!(analysis.attributions().len(), 2);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn cue_verb(mut self, lemma: &str) -> Self {
        self.cue_verbs.push(lemma.to_owned());
        self
    }

    /// Adds a speaker who is known beforehand: a source that reads like the name or one of the aliases
    /// means this speaker, capitals and a leading "the" aside.
    #[must_use]
    pub fn speaker<A: AsRef<str>>(mut self, name: &str, aliases: impl IntoIterator<Item = A>) -> Self {
        let aliases = aliases.into_iter().map(|alias| alias.as_ref().to_owned()).collect();
        self.speakers.push((name.to_owned(), aliases));
        self
    }

    /// Sets the language of the texts: English unless another is set.
    #[must_use]
    pub fn language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// Lets only these families of quotation marks count.
    #[must_use]
    pub fn marks(mut self, marks: Marks) -> Self {
        self.marks = marks;
        self
    }

    /// Gives attributions of these kinds alone. Without [`AttributionKind::Indirect`] only sentences with
    /// quotations are read, which takes about half the time.
    ///
    /// ```
    /// use whosaid::{AttributionKind, Attributor};
    ///
    /// # fn main() -> Result<(), whosaid::BuildError> {
    /// let text = "“We won,” said Wang Yi. Lee Bo said that nobody had lost.";
    /// let quoted = Attributor::builder().kinds([AttributionKind::Direct, AttributionKind::Mixed]).build()?;
    /// assert_eq!(quoted.attribute(text).attributions().len(), 1);
    /// assert_eq!(whosaid::attribute(text).attributions().len(), 2);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = AttributionKind>) -> Self {
        self.kinds = Kinds::of(kinds);
        self
    }

    /// Checks the configuration.
    ///
    /// # Errors
    ///
    /// Names the first entry that is wrong and says why: a cue that is no single word of letters, a
    /// name or an alias without a letter, one alias for two speakers, no marks or no kinds at all.
    pub fn build(self) -> Result<Attributor, BuildError> {
        if self.marks == Marks::NONE {
            return Err(BuildError::NoMarks);
        }
        if self.kinds == Kinds::NONE {
            return Err(BuildError::NoKinds);
        }
        let mut language = self.language;
        let cues = self.cues.into_iter().map(|cue| (cue, false));
        for (cue, is_lemma) in cues.chain(self.cue_verbs.into_iter().map(|lemma| (lemma, true))) {
            if !CUE.is_match(&cue) {
                return Err(BuildError::Cue { cue, reason: "a cue is one word of letters" });
            }
            let added = if is_lemma { language.with_cue_verb(&cue) } else { language.with_cue(&cue) };
            language = added.ok_or(BuildError::Cue { cue, reason: "the word is too long" })?;
        }
        let mut known = KnownSpeakers::default();
        for (name, aliases) in self.speakers {
            known = with_speaker(known, &name, &aliases)?;
        }
        Ok(Attributor {
            marks: self.marks,
            kinds: self.kinds,
            language,
            known,
            memories: Memories::default(),
        })
    }
}

fn with_speaker(
    mut known: KnownSpeakers,
    name: &str,
    aliases: &[String],
) -> Result<KnownSpeakers, BuildError> {
    let speaker: Arc<str> = Arc::from(name.trim());
    let refused = |reason| BuildError::Speaker { speaker: name.to_owned(), reason };
    if !name.chars().any(char::is_alphabetic) {
        return Err(refused("a name needs a letter"));
    }
    if !known.insert(name, &speaker) {
        return Err(refused("another speaker has this name"));
    }
    for alias in aliases {
        let refused = |reason| BuildError::Alias { speaker: name.to_owned(), alias: alias.clone(), reason };
        if !alias.chars().any(char::is_alphabetic) {
            return Err(refused("an alias needs a letter"));
        }
        if !known.insert(alias, &speaker) {
            return Err(refused("another speaker has this alias"));
        }
    }
    Ok(known)
}
