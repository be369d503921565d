//! The configuration of an attributor.
//!
//! May import everything that [`Attributor`] consists of.

use std::fmt;

use once_cell::sync::Lazy;
use regex::Regex;

use crate::attributor::Attributor;
use crate::error::BuildError;
use crate::genre::Genre;
use crate::language::{Language, Refused};
use crate::memory::Memories;
use crate::quotes::Marks;
use crate::rules::AttributionKind;
use crate::speakers::KnownSpeakers;

/// A set of kinds of attributions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kinds(u8);

impl Kinds {
    const NONE: Kinds = Kinds(0);

    fn of(kinds: impl IntoIterator<Item = AttributionKind>) -> Self {
        Kinds(kinds.into_iter().fold(0, |set, kind| set | 1 << kind as u8))
    }

    pub(crate) fn contains(self, kind: AttributionKind) -> bool {
        self.0 & 1 << kind as u8 != 0
    }

    /// Whether none of these kinds can be without quotation marks.
    pub(crate) fn need_marks(self) -> bool {
        !self.contains(AttributionKind::Indirect) && !self.contains(AttributionKind::Turn)
    }
}

impl Default for Kinds {
    fn default() -> Self {
        Kinds::of(AttributionKind::ALL.iter().copied())
    }
}

/// Words: letters, with hyphens and apostrophes between them.
static CUE: Lazy<Regex> = Lazy::new(|| {
    Regex::new(r"^\s*\p{L}+(?:[-'’]\p{L}+)*(?:\s+\p{L}+(?:[-'’]\p{L}+)*)*\s*$")
        .expect("a constant, valid pattern")
});

fn reason_of(refused: Refused) -> &'static str {
    match refused {
        Refused::TooLong => "the word is too long",
        Refused::TooMany => "there are too many cues before it",
    }
}

/// How a caller gives a cue.
enum CueForm {
    /// In whatever form, with the words that belong to it.
    Any,
    /// In its base form.
    Lemma,
}

/// A speaker as a caller gives it.
#[derive(Debug, Clone)]
struct KnownSpeaker {
    id: Option<String>,
    name: String,
    aliases: Vec<String>,
}

impl KnownSpeaker {
    fn new<A: AsRef<str>>(id: Option<String>, name: &str, aliases: impl IntoIterator<Item = A>) -> Self {
        let aliases = aliases.into_iter().map(|alias| alias.as_ref().to_owned()).collect();
        KnownSpeaker { id, name: name.to_owned(), aliases }
    }
}

/// The configuration of an [`Attributor`].
///
/// ```
/// # fn main() -> Result<(), whosaid::BuildError> {
/// let builder = whosaid::Attributor::builder().cue_verb("harrumph").min_confidence(0.5);
/// let attributor = builder.clone().genre(whosaid::Genre::Fiction).build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
pub struct AttributorBuilder {
    marks: Marks,
    kinds: Kinds,
    min_confidence: f32,
    genre: Genre,
    nested_statements: bool,
    language: Language,
    cues: Vec<String>,
    cue_verbs: Vec<String>,
    speakers: Vec<KnownSpeaker>,
}

impl fmt::Debug for AttributorBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AttributorBuilder")
            .field("language", &self.language)
            .field("genre", &self.genre)
            .field("cues", &(self.cues.len() + self.cue_verbs.len()))
            .field("known_speakers", &self.speakers.len())
            .finish_non_exhaustive()
    }
}

impl AttributorBuilder {
    /// Adds a cue: a verb in any form, or a verb and the words that follow it. Capitals are ignored.
    ///
    /// All forms of the verb count: those that the lexicon has, or else the regular ones. Of a phrase only the verb is
    /// inflected: "chime in" is found in "chimed in" and "chiming in".
    ///
    /// ```
    /// # fn main() -> Result<(), whosaid::BuildError> {
    /// let attributor = whosaid::Attributor::builder().cue("harrumphed").cue("press home").build()?;
    /// let analysis = attributor.attribute("“Yes,” Ida Crane harrumphs. “No,” Olu Berg pressed home.");
    /// let speakers: Vec<_> = analysis.quotations().map(|quotation| quotation.speaker().unwrap().name()).collect();
    /// assert_eq!(speakers, ["Ida Crane", "Olu Berg"]);
    /// # Ok(())
    /// # }
    /// ```
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

    /// Sets the kind of the texts. Without it, each passage of a text is judged by what it contains.
    ///
    /// ```
    /// # fn main() -> Result<(), whosaid::BuildError> {
    /// use whosaid::{Attributor, Genre};
    ///
    /// let attributor = Attributor::builder().genre(Genre::Fiction).build()?;
    /// let analysis = attributor.attribute("“Ready?” asked Emma.\n\n“Ready,” said Harriet.\n\n“Good.”");
    /// let last = analysis.quotations().next_back().unwrap();
    /// assert_eq!(last.speaker().unwrap().name(), "Emma");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn genre(mut self, genre: Genre) -> Self {
        self.genre = genre;
        self
    }

    /// Whether to give the statements within what another one says as well: in "Ann said that Bo had promised to come"
    /// what Bo promised. Without it, only quotations within quotations and turns are given besides the outermost
    /// statements, as the PolNeAR corpus does.
    ///
    /// Each has the one around it as its [`parent`](crate::Linked::parent). The probabilities are those of statements
    /// that are not nested; no corpus with nested ones was large enough to fit them.
    ///
    /// ```
    /// # fn main() -> Result<(), whosaid::BuildError> {
    /// let attributor = whosaid::Attributor::builder().nested_statements(true).build()?;
    /// let analysis = attributor.attribute("Wang Yi said that Lee Bo had promised to come.");
    /// let speakers: Vec<_> = analysis.attributions().map(|it| it.speaker().unwrap().name()).collect();
    /// assert_eq!(speakers, ["Wang Yi", "Lee Bo"]);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn nested_statements(mut self, nested: bool) -> Self {
        self.nested_statements = nested;
        self
    }

    /// Sets the language of the texts: English unless another is set.
    ///
    /// ```
    /// # fn main() -> Result<(), whosaid::BuildError> {
    /// let attributor = whosaid::Attributor::builder().language(whosaid::Language::english()).build()?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// Adds a speaker who is known beforehand.
    ///
    /// A source that equals the name or one of the aliases means this speaker; capitals and a leading "the" are
    /// ignored.
    ///
    /// ```
    /// # fn main() -> Result<(), whosaid::BuildError> {
    /// let attributor = whosaid::Attributor::builder().speaker("Ada Okoro", ["the harbour master"]).build()?;
    /// let analysis = attributor.attribute(r#""It is late," the harbour master said."#);
    /// assert_eq!(analysis.speakers().next().unwrap().name(), "Ada Okoro");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn speaker<A: AsRef<str>>(mut self, name: &str, aliases: impl IntoIterator<Item = A>) -> Self {
        self.speakers.push(KnownSpeaker::new(None, name, aliases));
        self
    }

    /// Adds a speaker who is known beforehand under an id of the caller, which comes back as
    /// [`Speaker::id`](crate::Speaker::id). Several speakers may have the same id.
    ///
    /// ```
    /// # fn main() -> Result<(), whosaid::BuildError> {
    /// let attributor = whosaid::Attributor::builder()
    ///     .speaker_with_id("Q8027", "Ida Crane", ["the harbour master"])
    ///     .build()?;
    /// let analysis = attributor.attribute("“It is late,” the harbour master said.");
    /// let quotation = analysis.quotations().next().unwrap();
    /// assert_eq!(quotation.speaker().unwrap().id(), Some("Q8027"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn speaker_with_id<A: AsRef<str>>(
        mut self,
        id: &str,
        name: &str,
        aliases: impl IntoIterator<Item = A>,
    ) -> Self {
        self.speakers.push(KnownSpeaker::new(Some(id.to_owned()), name, aliases));
        self
    }

    /// Restricts quotation marks to these families.
    ///
    /// ```
    /// use whosaid::{Attributor, Marks};
    ///
    /// # fn main() -> Result<(), whosaid::BuildError> {
    /// let attributor = Attributor::builder().marks(Marks::DOUBLE).build()?;
    /// let analysis = attributor.attribute("‘Yes,’ said Ann Wu. “No,” said Lee Bo.");
    /// assert_eq!(analysis.quotations().len(), 1);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn marks(mut self, marks: Marks) -> Self {
        self.marks = marks;
        self
    }

    /// Restricts attributions to these kinds.
    ///
    /// A filter that changes nothing else: the other attributions are found as well, since they show who "he" is in
    /// those that are kept. A speaker of whom no attribution is kept is left out.
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

    /// Leaves out the attributions whose [`confidence`](crate::Attribution::confidence) is below this, from 0 to 1.
    ///
    /// A filter that changes nothing else, like [`kinds`](Self::kinds).
    ///
    /// ```
    /// # fn main() -> Result<(), whosaid::BuildError> {
    /// let text = "“We won,” said Wang Yi. Lee Bo's view is that nobody lost.";
    /// let certain = whosaid::Attributor::builder().min_confidence(0.9).build()?.attribute(text);
    /// assert!(certain.attributions().all(|attribution| attribution.confidence() >= 0.9));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn min_confidence(mut self, min: f32) -> Self {
        self.min_confidence = min;
        self
    }

    /// Checks the configuration.
    ///
    /// # Errors
    ///
    /// Names the first entry that is wrong and the reason: a cue that does not consist of words of letters, a name or
    /// an alias without a letter, one alias for two speakers, no marks or no kinds at all, a minimum confidence that is
    /// no probability.
    ///
    /// ```
    /// let error = whosaid::Attributor::builder().cue("42").build().unwrap_err();
    /// assert!(error.to_string().contains("42"), "the message names the entry");
    /// ```
    pub fn build(self) -> Result<Attributor, BuildError> {
        if self.marks == Marks::NONE {
            return Err(BuildError::NoMarks);
        }
        if self.kinds == Kinds::NONE {
            return Err(BuildError::NoKinds);
        }
        if !(0.0..=1.0).contains(&self.min_confidence) {
            return Err(BuildError::MinConfidence);
        }
        let mut language = self.language;
        let cues = self.cues.into_iter().map(|cue| (cue, CueForm::Any));
        let verbs = self.cue_verbs.into_iter().map(|lemma| (lemma, CueForm::Lemma));
        for (cue, form) in cues.chain(verbs) {
            if !CUE.is_match(&cue) {
                return Err(BuildError::Cue { cue, reason: "a cue consists of words of letters" });
            }
            if matches!(form, CueForm::Lemma) && cue.split_whitespace().nth(1).is_some() {
                return Err(BuildError::Cue { cue, reason: "a verb is one word" });
            }
            let added = match form {
                CueForm::Any => language.with_cue(&cue),
                CueForm::Lemma => language.with_cue_verb(&cue),
            };
            language = added.map_err(|refused| BuildError::Cue { cue, reason: reason_of(refused) })?;
        }
        let mut known = KnownSpeakers::default();
        for speaker in self.speakers {
            add_speaker(&mut known, &speaker, &language)?;
        }
        Ok(Attributor {
            marks: self.marks,
            kinds: self.kinds,
            nested_statements: self.nested_statements,
            min_confidence: self.min_confidence,
            genre: self.genre,
            language,
            known,
            memories: Memories::default(),
        })
    }
}

fn add_speaker(
    known: &mut KnownSpeakers,
    KnownSpeaker { id, name, aliases }: &KnownSpeaker,
    language: &Language,
) -> Result<(), BuildError> {
    let refused = |reason| BuildError::Speaker { speaker: name.clone(), reason };
    if !name.chars().any(char::is_alphabetic) {
        return Err(refused("a name needs a letter"));
    }
    let speaker = known.add(name.trim(), id.as_deref());
    if !known.insert(name, speaker, language) {
        return Err(refused("another speaker has this name"));
    }
    for alias in aliases {
        let refused = |reason| BuildError::Alias { speaker: name.clone(), alias: alias.clone(), reason };
        if !alias.chars().any(char::is_alphabetic) {
            return Err(refused("an alias needs a letter"));
        }
        if !known.insert(alias, speaker, language) {
            return Err(refused("another speaker has this alias"));
        }
    }
    Ok(())
}
