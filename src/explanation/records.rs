//! Explanations as records.

use std::borrow::Cow;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::analysis::{Analysis, Passage};
use crate::models::overruled::Overruled;
use crate::models::target::Target;
use crate::text::span::Span;

/// An analysis, and the decisions that led to it.
///
/// Made by [`Attributor::explain`](crate::Attributor::explain). `Display` prints it for a terminal, the first
/// candidates and features of each decision; `{:#}` prints all of them. Decisions refer to the records of the analysis
/// by index.
///
/// ```
/// let text = "“We won,” said Wang Yi.";
/// let explanation = whosaid::Attributor::default().explain(text);
/// assert_eq!(*explanation.analysis(), whosaid::attribute(text));
/// assert!(explanation.to_string().starts_with("[“We won,”] {said} <Wang Yi>.\nWho said it?"));
/// ```
#[derive(Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[non_exhaustive]
pub struct Explanation<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) analysis: Analysis<'t>,
    pub(super) decisions: Vec<Decision<'t>>,
}

impl<'t> Explanation<'t> {
    /// The text that was read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same analysis as [`Attributor::attribute`](crate::Attributor::attribute) gives.
    #[must_use]
    pub fn analysis(&self) -> &Analysis<'t> {
        &self.analysis
    }

    /// The analysis alone.
    #[must_use]
    pub fn into_analysis(self) -> Analysis<'t> {
        self.analysis
    }

    /// The decisions, sentence by sentence, those about a sentence in the order in which they were made.
    #[must_use]
    pub fn decisions(&self) -> &[Decision<'t>] {
        &self.decisions
    }

    /// The decisions about a quotation, given by its index in the analysis, in the order in which they were made: at
    /// least one. The last one has the answer of the analysis. Linear in all decisions.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::default().explain("He called the road “narrow”. “No,” said Lee Bo.");
    /// let answers: Vec<_> = explanation
    ///     .analysis()
    ///     .quotations()
    ///     .map(|quotation| explanation.of_quotation(quotation.index()).last().unwrap().answer())
    ///     .collect();
    /// assert_eq!(answers, ["“He” by “called”", "“Lee Bo” by “said”"]);
    /// ```
    pub fn of_quotation(&self, index: usize) -> impl DoubleEndedIterator<Item = &Decision<'t>> + Clone {
        self.decisions.iter().filter(move |decision| decision.quotation == Some(index))
    }

    /// The decisions about an attribution, given by its index in the analysis: about its quotations, its cue, its
    /// content and its source. Linear in all decisions.
    ///
    /// ```
    /// use whosaid::explanation::Target;
    ///
    /// let explanation = whosaid::Attributor::default().explain("Lee Bo said that it had rained.");
    /// let decided: Vec<_> = explanation.of_attribution(0).map(|decision| decision.decides()).collect();
    /// assert!(decided.contains(&Target::Cue) && decided.contains(&Target::Source));
    /// ```
    pub fn of_attribution(&self, index: usize) -> impl DoubleEndedIterator<Item = &Decision<'t>> + Clone {
        self.decisions.iter().filter(move |decision| decision.attribution == Some(index))
    }

    /// The same explanation with copies of all texts, so that it may outlive the input.
    #[must_use]
    pub fn into_owned(self) -> Explanation<'static> {
        Explanation {
            text: Cow::Owned(self.text.into_owned()),
            analysis: self.analysis.into_owned(),
            decisions: self.decisions.into_iter().map(Decision::into_owned).collect(),
        }
    }
}

/// A question about a text with its candidates, the answer that was taken, and why.
///
/// A quotation about which nothing was asked, such as the title of a work or the words after the label of a turn, has
/// a decision without candidates, whose [`reason`](Self::reason) says why.
///
/// ```
/// let explanation = whosaid::Attributor::default().explain("“We won,” said Wang Yi.");
/// let decision = &explanation.decisions()[0];
/// assert_eq!(decision.quotation(), Some(0));
/// assert_eq!(decision.chosen().unwrap().source().unwrap().text(), "Wang Yi");
/// assert!(decision.probability().unwrap() > 0.9);
/// ```
#[derive(Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[non_exhaustive]
pub struct Decision<'t> {
    pub(super) decides: Target,
    pub(super) model: Option<Cow<'static, str>>,
    pub(super) about: Passage<'t>,
    pub(super) sentence: Span,
    pub(super) quotation: Option<usize>,
    pub(super) attribution: Option<usize>,
    pub(super) answer: String,
    pub(super) reason: String,
    pub(super) candidates: Vec<Candidate<'t>>,
    pub(super) chosen: Option<usize>,
    pub(super) next: Option<usize>,
    pub(super) probability: Option<f32>,
    pub(super) overruled: Option<Overruled>,
    pub(super) bound: Option<f32>,
}

impl<'t> Decision<'t> {
    /// What is decided. [`Target::question`] has it as a question.
    #[must_use]
    pub fn decides(&self) -> Target {
        self.decides
    }

    /// The name of the model that scored the candidates; `None` where nothing was asked.
    #[must_use]
    pub fn model(&self) -> Option<&str> {
        self.model.as_deref()
    }

    /// The quotation, the cue or the source that the question is about. Of a turn of dialogue or a quotation over
    /// several paragraphs, the part of which it was asked.
    #[must_use]
    pub fn about(&self) -> &Passage<'t> {
        &self.about
    }

    /// The sentence around it, or the sentences.
    #[must_use]
    pub fn sentence(&self) -> Span {
        self.sentence
    }

    /// The index of the quotation in the analysis, where the question is about one.
    #[must_use]
    pub fn quotation(&self) -> Option<usize> {
        self.quotation
    }

    /// The index of the attribution in the analysis that the answer became a part of; `None` where it became none.
    #[must_use]
    pub fn attribution(&self) -> Option<usize> {
        self.attribution
    }

    /// The answer in words for a person.
    #[must_use]
    pub fn answer(&self) -> &str {
        &self.answer
    }

    /// Why this is the answer and no other one, in a sentence for a person.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::default().explain("“We won,” said Wang Yi.");
    /// let reason = explanation.decisions()[0].reason();
    /// assert!(reason.starts_with("“Wang Yi” by “said” wins with ") && reason.contains(", before nobody with "));
    /// ```
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The possible answers, the most probable one first. Empty where nothing was asked.
    #[must_use]
    pub fn candidates(&self) -> &[Candidate<'t>] {
        &self.candidates
    }

    /// The candidate that was taken; `None` where nothing was asked.
    #[must_use]
    pub fn chosen(&self) -> Option<&Candidate<'t>> {
        self.candidates.get(self.chosen?)
    }

    /// The candidate that comes next: the most probable one with another source, or with another content where there
    /// are no sources.
    #[must_use]
    pub fn next(&self) -> Option<&Candidate<'t>> {
        self.candidates.get(self.next?)
    }

    /// The probability of the answer by the model, from 0 to 1. All candidates with the same source count as one.
    ///
    /// The analysis multiplies and corrects the probabilities of several decisions:
    /// [`Attribution::confidence`](crate::Attribution::confidence).
    #[must_use]
    pub fn probability(&self) -> Option<f32> {
        self.probability
    }

    /// Why the candidate that was taken is not the first one; `None` where it is.
    ///
    /// ```
    /// use whosaid::explanation::Overruled;
    ///
    /// let text = "The “reform” that Ann Wu mentioned is late.";
    /// let explanation = whosaid::Attributor::default().explain(text);
    /// let overruled: Vec<_> = explanation.decisions().iter().filter_map(|it| it.overruled()).collect();
    /// assert!(overruled.iter().all(|by| Overruled::ALL.contains(by)));
    /// ```
    #[must_use]
    pub fn overruled(&self) -> Option<Overruled> {
        self.overruled
    }

    /// The probability that an answer must reach, or "nobody" must not exceed, where that overruled the first
    /// candidate.
    #[must_use]
    pub fn bound(&self) -> Option<f32> {
        self.bound
    }

    /// The same record with copies of its texts.
    #[must_use]
    pub fn into_owned(self) -> Decision<'static> {
        Decision {
            decides: self.decides,
            model: self.model,
            about: self.about.into_owned(),
            sentence: self.sentence,
            quotation: self.quotation,
            attribution: self.attribution,
            answer: self.answer,
            reason: self.reason,
            candidates: self.candidates.into_iter().map(Candidate::into_owned).collect(),
            chosen: self.chosen,
            next: self.next,
            probability: self.probability,
            overruled: self.overruled,
            bound: self.bound,
        }
    }
}

/// A possible answer to a question, with its score.
///
/// ```
/// let explanation = whosaid::Attributor::default().explain("“We won,” said Wang Yi.");
/// for candidate in explanation.decisions()[0].candidates() {
///     let sum: f32 = candidate.features().iter().map(|feature| feature.weight()).sum();
///     assert!((candidate.prior() + sum - candidate.score()).abs() < 0.001);
/// }
/// ```
#[derive(Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[non_exhaustive]
pub struct Candidate<'t> {
    pub(super) answer: String,
    pub(super) found_by: Option<Cow<'static, str>>,
    pub(super) cue: Option<Passage<'t>>,
    pub(super) source: Option<Passage<'t>>,
    pub(super) content: Option<Passage<'t>>,
    pub(super) score: f32,
    pub(super) probability: f32,
    pub(super) prior: f32,
    pub(super) features: Vec<Feature>,
}

impl<'t> Candidate<'t> {
    /// The answer in words for a person: `“Wang Yi” by “said”`, `nobody`.
    #[must_use]
    pub fn answer(&self) -> &str {
        &self.answer
    }

    /// What found it: for a quotation the name of a rule, for a source its place, such as `subject`.
    #[must_use]
    pub fn found_by(&self) -> Option<&str> {
        self.found_by.as_deref()
    }

    /// The words that introduce what was said, as far as the answer names them.
    #[must_use]
    pub fn cue(&self) -> Option<&Passage<'t>> {
        self.cue.as_ref()
    }

    /// The words that name the source. For whom a source means and who speaks a turn, a name of the candidate.
    #[must_use]
    pub fn source(&self) -> Option<&Passage<'t>> {
        self.source.as_ref()
    }

    /// What was said, as far as the answer names it.
    #[must_use]
    pub fn content(&self) -> Option<&Passage<'t>> {
        self.content.as_ref()
    }

    /// The sum of [`prior`](Self::prior) and the weights of the features.
    #[must_use]
    pub fn score(&self) -> f32 {
        self.score
    }

    /// The exponential of the score, divided by the sum of those of all candidates.
    #[must_use]
    pub fn probability(&self) -> f32 {
        self.probability
    }

    /// The weight of a rule for which training has fitted none; 0 otherwise.
    #[must_use]
    pub fn prior(&self) -> f32 {
        self.prior
    }

    /// The features with a weight, the heaviest first. The answer "no" has none.
    #[must_use]
    pub fn features(&self) -> &[Feature] {
        &self.features
    }

    /// The same record with copies of its texts.
    #[must_use]
    pub fn into_owned(self) -> Candidate<'static> {
        Candidate {
            answer: self.answer,
            found_by: self.found_by,
            cue: self.cue.map(Passage::into_owned),
            source: self.source.map(Passage::into_owned),
            content: self.content.map(Passage::into_owned),
            score: self.score,
            probability: self.probability,
            prior: self.prior,
            features: self.features,
        }
    }
}

/// A property of a candidate, or several together, and its weight. `Display` gives `rule+lemma: quote-cue-source, say`.
///
/// ```
/// let explanation = whosaid::Attributor::default().explain("“We won,” said Wang Yi.");
/// let features = explanation.decisions()[0].chosen().unwrap().features();
/// let feature = features.iter().find(|feature| feature.fields() == "rule+lemma").unwrap();
/// assert_eq!(feature.values(), "quote-cue-source, say");
/// assert_eq!(feature.to_string(), "rule+lemma: quote-cue-source, say");
/// assert!(feature.weight() > 0.0);
/// ```
#[derive(Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[non_exhaustive]
pub struct Feature {
    pub(super) fields: String,
    pub(super) values: String,
    pub(super) weight: f32,
}

impl Feature {
    /// What is looked at: the names of one field or several, joined by `+`.
    #[must_use]
    pub fn fields(&self) -> &str {
        &self.fields
    }

    /// What is found there: the value of each field, separated by commas. `-` is nothing, `?` a word that no model
    /// knows.
    #[must_use]
    pub fn values(&self) -> &str {
        &self.values
    }

    /// The weight that was fitted for it, not 0.
    #[must_use]
    pub fn weight(&self) -> f32 {
        self.weight
    }
}
