//! Answers that no question led to: of labels, of the words around a quotation, of the options.

use crate::analysis::{Attribution, Passage, Quotation};
use crate::explanation::decisions::Links;
use crate::explanation::reasons::{quoted, NOBODY};
use crate::explanation::{Decision, Target};
use crate::rules::Rule;
use crate::text::span::Span;

/// Adds a decision for each quotation without one that has the answer of the analysis, and says of each cue that was found
/// to report why it became no attribution, if it did not.
pub(super) fn complete<'t>(decisions: &mut Vec<Decision<'t>>, links: &Links<'_, 't>) {
    explain_lost_cues(decisions, links);
    let mut last: Vec<Option<usize>> = vec![None; links.analysis.quotations.len()];
    for (at, decision) in decisions.iter().enumerate() {
        if let Some(last) = decision.quotation.and_then(|quotation| last.get_mut(quotation)) {
            *last = Some(at);
        }
    }
    let mut turns: Vec<usize> = (0..decisions.len()).collect();
    turns.retain(|at| decisions[*at].decides == Target::Speaker);
    turns.sort_by_key(|at| decisions[*at].about.span.start());
    for (index, (quotation, last)) in links.analysis.quotations.iter().zip(last).enumerate() {
        let last = last.and_then(|at| decisions.get(at));
        let attribution = quotation.attribution.and_then(|id| links.analysis.attributions.get(id.get()));
        if !last.is_some_and(|last| agrees(last, attribution, links)) {
            let before = |at: &usize| decisions[*at].about.span.start() <= quotation.span.start();
            let turn = turns.partition_point(before).checked_sub(1).map(|at| &decisions[turns[at]]);
            let turn = turn.filter(|turn| is_in_turn(attribution) && agrees(turn, attribution, links));
            let added = without_question(index, quotation, attribution, last, turn, links);
            decisions.push(added);
        }
    }
}

/// Says of each cue that was found to report why it became no attribution, if it did not.
fn explain_lost_cues(decisions: &mut [Decision<'_>], links: &Links<'_, '_>) {
    let contents = Contents::of(links);
    for decision in decisions {
        if decision.decides == Target::Cue && decision.attribution.is_none() && reports(decision) {
            decision.reason.push(' ');
            decision.reason.push_str(match contents.hold(decision.about.span) {
                true => "It became no attribution, because it is part of what another one reports.",
                false => {
                    "It became no attribution, because no words are left that it reports, or the options leave it out."
                }
            });
        }
    }
}

/// Whether a quotation has the speaker of its turn of dialogue, by the rule of its attribution.
fn is_in_turn(attribution: Option<&Attribution<'_>>) -> bool {
    attribution.is_some_and(|attribution| matches!(attribution.rule, Rule::Turn | Rule::Beat))
}

/// Whether a decision about a cue is that it reports something.
fn reports(decision: &Decision<'_>) -> bool {
    decision.chosen().is_some_and(|chosen| chosen.cue.is_some())
}

/// Whether the answer of a decision about a quotation is that of the analysis.
fn agrees(decision: &Decision<'_>, attribution: Option<&Attribution<'_>>, links: &Links<'_, '_>) -> bool {
    let Some(chosen) = decision.chosen() else { return false };
    let Some(attribution) = attribution else { return chosen.source.is_none() && chosen.cue.is_none() };
    let is_same = |one: &Option<Passage<'_>>, other: &Option<Passage<'_>>| {
        one.as_ref().map(Passage::span) == other.as_ref().map(Passage::span)
    };
    if decision.decides == Target::Link {
        let is_known = chosen.found_by.is_some();
        return is_known
            && is_same(&chosen.source, &attribution.source)
            && is_same(&chosen.cue, &attribution.cue);
    }
    let Some(name) = &chosen.source else { return false };
    let speaker = attribution.speaker.and_then(|id| links.analysis.speakers.get(id.get()));
    speaker.is_some_and(|speaker| {
        let is_mention = speaker.mentions.iter().any(|mention| mention.overlaps(name.span));
        is_mention || speaker.name == name.text || name.text.ends_with(&*speaker.name)
    })
}

/// The decision about a quotation that was not made by a question. `turn` is the one about its turn of dialogue.
fn without_question<'t>(
    index: usize,
    quotation: &Quotation<'t>,
    attribution: Option<&Attribution<'t>>,
    last: Option<&Decision<'t>>,
    turn: Option<&Decision<'t>>,
    links: &Links<'_, 't>,
) -> Decision<'t> {
    let speaker = attribution.and_then(|it| links.analysis.speakers.get(it.speaker?.get()));
    let source = attribution.and_then(|it| it.source.as_ref());
    let answer = match (attribution, speaker, source) {
        (None, ..) => NOBODY.to_owned(),
        (_, Some(speaker), _) => quoted(&speaker.name),
        (_, None, Some(source)) => quoted(&source.text),
        (Some(_), None, None) => "somebody".to_owned(),
    };
    let why = match (attribution, last.and_then(Decision::chosen)) {
        (None, None) => "nothing was asked, because it is written like the title of a work".to_owned(),
        (None, Some(chosen)) if quotation.parent.is_some() => format!(
            "{} was chosen, but within another quotation only a report with all its words between marks counts",
            chosen.answer
        ),
        (None, Some(chosen)) => {
            format!("{} was chosen, but the options leave out its kind or its confidence", chosen.answer)
        }
        (Some(attribution), _) => match turn {
            Some(turn) => format!("it is in the same turn as {}", quoted(&turn.about.text)),
            // Without a question, only a tag in the first person gives a turn its speaker.
            None if is_in_turn(Some(attribution)) => "the tag of its turn is in the first person".to_owned(),
            None => rule_in_words(attribution),
        },
    };
    Decision {
        decides: Target::Link,
        model: None,
        about: links.passage(quotation.span),
        sentence: links.sentence(quotation.span),
        quotation: Some(index),
        attribution: quotation.attribution.map(|id| id.get()),
        reason: format!("{answer}: {why}."),
        answer,
        candidates: Vec::new(),
        chosen: None,
        next: None,
        probability: None,
        overruled: None,
        bound: None,
    }
}

/// Why an attribution has a quotation that no question gave it.
fn rule_in_words(attribution: &Attribution<'_>) -> String {
    let rule = attribution.rule;
    match (rule.description(), &attribution.cue) {
        (Some(description), None) => {
            let description = description.trim_end_matches('.');
            format!("the rule {rule} found it without a choice ({description})")
        }
        (_, Some(cue)) => format!("it is part of what {} reports", quoted(&cue.text)),
        (None, None) => "it is part of what a statement reports".to_owned(),
    }
}

/// The contents of all attributions, for the question whether one holds a span.
struct Contents {
    /// The start of each content in the order of the text, and the last end of those up to it.
    ends: Vec<(usize, usize)>,
}

impl Contents {
    fn of(links: &Links<'_, '_>) -> Self {
        let contents =
            links.analysis.attributions.iter().flat_map(|attribution| attribution.content().iter());
        let mut ends: Vec<(usize, usize)> = contents.map(|span| (span.start(), span.end())).collect();
        ends.sort_unstable();
        let mut last = 0;
        for (_, end) in &mut ends {
            last = last.max(*end);
            *end = last;
        }
        Contents { ends }
    }

    /// Whether a span is in one of them.
    fn hold(&self, span: Span) -> bool {
        let after = self.ends.partition_point(|(start, _)| *start <= span.start());
        let before = after.checked_sub(1).and_then(|at| self.ends.get(at));
        before.is_some_and(|(_, end)| *end >= span.end())
    }
}
