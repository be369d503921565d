//! Invariants of the answer to any text.
//!
//! Depends only on `whosaid`, because the fuzz targets include this folder.

pub mod places;
pub mod quotes;
pub mod tokens;

use std::collections::HashSet;
use std::thread;

use whosaid::{Analysis, Attributor, Marks, Span};

/// Returns the analysis of `text` after checking every invariant.
///
/// Tokens, quotation spans and the analysis must be well formed, and the analysis must be the same a second time
/// and in another thread.
pub fn answer<'t>(attributor: &Attributor, text: &'t str) -> Result<Analysis<'t>, String> {
    tokens::check(text)?;
    quotes::check(text, Marks::ALL)?;
    let (analysis, elsewhere) = thread::scope(|scope| {
        let elsewhere = scope.spawn(|| attributor.attribute(text));
        (attributor.attribute(text), elsewhere.join())
    });
    check(text, &analysis)?;
    let elsewhere = elsewhere.map_err(|_| "panics in one of two threads".to_owned())?;
    require(elsewhere == analysis, || "two threads get different answers".to_owned())?;
    require(attributor.attribute(text) == analysis, || {
        "the second answer differs from the first".to_owned()
    })?;
    Ok(analysis)
}

/// Checks every invariant that the documentation of [`Analysis`] promises for `text`.
pub fn check(text: &str, analysis: &Analysis<'_>) -> Result<(), String> {
    check_quotations(text, analysis)?;
    check_attributions(text, analysis)?;
    check_speakers(text, analysis)?;
    places::check(text, analysis)
}

fn check_quotations(text: &str, analysis: &Analysis<'_>) -> Result<(), String> {
    let mut open: Vec<Span> = Vec::new();
    let mut last_start = None;
    for (index, quotation) in analysis.quotations().enumerate() {
        let (span, content) = (quotation.span(), quotation.content());
        let place = format!("quotation {index} at {span}");
        check_text(text, span, quotation.text()).map_err(|error| format!("{place}: {error}"))?;
        check_text(text, content, quotation.content_text())
            .map_err(|error| format!("content of {place}: {error}"))?;
        require(!span.is_empty(), || format!("{place} is empty"))?;
        require(span.contains(content), || format!("{place} does not contain its content {content}"))?;
        require(last_start < Some(span.start()), || {
            format!("{place} does not start after the previous one")
        })?;
        last_start = Some(span.start());

        while open.last().is_some_and(|outer| outer.end() <= span.start()) {
            open.pop();
        }
        let outer = open.last().copied();
        let parent = quotation.parent().map(|parent| parent.span());
        require(parent == outer, || format!("{place} is inside {outer:?}, but its parent is {parent:?}"))?;
        if let Some(parent) = quotation.parent() {
            require(parent.content().contains(span), || {
                format!("{place} is not inside the content {} of its parent", parent.content())
            })?;
        }
        open.push(span);

        if let Some(attribution) = quotation.attribution() {
            require(attribution.content().iter().any(|part| part.overlaps(span)), || {
                format!("{place} does not overlap the content {:?} of its attribution", attribution.content())
            })?;
        }
    }
    Ok(())
}

fn check_attributions(text: &str, analysis: &Analysis<'_>) -> Result<(), String> {
    let mut last_start = 0;
    for (index, attribution) in analysis.attributions().enumerate() {
        let place = format!("attribution {index} ({})", attribution.rule());
        let content = attribution.content();
        let first = content.first().ok_or_else(|| format!("{place} has no content"))?;
        for (&span, part) in content.iter().zip(attribution.content_text()) {
            check_text(text, span, part).map_err(|error| format!("content of {place}: {error}"))?;
            require(!span.is_empty(), || format!("{place}: content {span} is empty"))?;
            require(!part.contains("\n\n"), || format!("{place}: content {span} crosses a blank line"))?;
        }
        for pair in content.windows(2) {
            require(pair[0].end() <= pair[1].start(), || {
                format!("{place}: content {} and {} are out of order or overlap", pair[0], pair[1])
            })?;
        }

        let mut passages = Vec::new();
        for (what, passage) in [("cue", attribution.cue()), ("source", attribution.source())] {
            let Some(passage) = passage else { continue };
            check_text(text, passage.span(), passage.text())
                .map_err(|error| format!("{what} of {place}: {error}"))?;
            require(!passage.span().is_empty(), || format!("{what} of {place} is empty"))?;
            passages.push((what, passage.span()));
        }
        for &(what, span) in &passages {
            let overlapped = content.iter().find(|part| part.overlaps(span));
            require(overlapped.is_none(), || {
                format!("{what} {span} of {place} overlaps content {overlapped:?}")
            })?;
        }
        if let [(_, cue), (_, source)] = passages[..] {
            require(!cue.overlaps(source), || format!("cue {cue} of {place} overlaps source {source}"))?;
        }

        require(last_start <= first.start(), || {
            format!("content of {place} starts at {}, before the previous one", first.start())
        })?;
        last_start = first.start();

        let confidence = attribution.confidence();
        require((0.0..=1.0).contains(&confidence), || format!("{place}: confidence {confidence}"))?;
        let of_speaker = attribution.speaker_confidence();
        require(of_speaker.is_some() == attribution.speaker().is_some(), || {
            format!(
                "{place}: confidence {of_speaker:?} of a speaker that is not there, or none of one that is"
            )
        })?;
        require(of_speaker.is_none_or(|value| (0.0..=1.0).contains(&value)), || {
            format!("{place}: confidence {of_speaker:?} of the speaker")
        })?;
    }
    Ok(())
}

fn check_speakers(text: &str, analysis: &Analysis<'_>) -> Result<(), String> {
    let with_attributions: HashSet<usize> =
        analysis.attributions().filter_map(|it| it.speaker().map(|speaker| speaker.index())).collect();
    let mut last_first = None;
    for speaker in analysis.speakers() {
        let name = speaker.name();
        require(!name.trim().is_empty(), || "a speaker without a name".to_owned())?;
        for &mention in speaker.mentions() {
            require(mention.of(text).is_some_and(|words| !words.is_empty()), || {
                format!("mention {mention} of {name:?} is empty or not a span of the text")
            })?;
        }
        for pair in speaker.mentions().windows(2) {
            require(pair[0] < pair[1], || {
                format!("mentions {} and {} of {name:?} are out of order", pair[0], pair[1])
            })?;
        }
        require(with_attributions.contains(&speaker.index()), || format!("{name:?} has no attribution"))?;
        let first = speaker.mentions().first().map(|mention| mention.start());
        require(first.is_none() || last_first <= first, || {
            format!("{name:?} is first mentioned before the previous speaker")
        })?;
        last_first = first.or(last_first);
    }
    Ok(())
}

/// Checks that `expected` is the text at `span`.
fn check_text(text: &str, span: Span, expected: &str) -> Result<(), String> {
    let actual = span.of(text);
    require(actual == Some(expected), || format!("{expected:?} at {span}, where the text has {actual:?}"))
}

/// Returns the error message unless the condition holds.
fn require(condition: bool, message: impl FnOnce() -> String) -> Result<(), String> {
    if condition {
        Ok(())
    } else {
        Err(message())
    }
}
