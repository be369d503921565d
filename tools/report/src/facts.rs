//! The record: every attribution of a document with its evidence.

use std::borrow::Cow;

use maud::{html, Markup};
use whosaid::{Attribution, AttributionKind, Linked};

use crate::view::{View, Voice};

/// A statement is shown up to so many characters, and up to a few more if a word is not over.
const SHOWN: usize = 180;

pub(crate) fn kind(kind: AttributionKind) -> &'static str {
    match kind {
        AttributionKind::Direct => "quotation",
        AttributionKind::Mixed => "partly quoted",
        AttributionKind::Indirect => "statement",
        AttributionKind::Turn => "turn",
        _ => "other",
    }
}

/// The probability by which an attribution is filtered: that of the name, where there is one.
pub(crate) fn probability(attribution: &Attribution<'_>) -> f32 {
    attribution.speaker_confidence().unwrap_or_else(|| attribution.confidence())
}

pub(crate) fn record(view: &View<'_>) -> Markup {
    html! {
        @if view.analysis().attributions().len() > 0 {
            ol.entries {
                @for attribution in view.analysis().attributions() {
                    @if let Some(voice) = view.voice(attribution.index()) { (entry(view, attribution, voice)) }
                }
            }
        } @else {
            p.none { "Nothing in this text was attributed to anybody." }
        }
        (unattributed(view))
    }
}

fn entry(view: &View<'_>, attribution: Linked<'_, '_, Attribution<'_>>, voice: &Voice<'_>) -> Markup {
    let record = attribution.index();
    let probability = format!("{:.4}", probability(&attribution));
    html! {
        li.entry id=(view.id('a', record)) tabindex="-1" data-number=(record + 1) data-person=(voice.person)
            data-kind=(attribution.kind().name()) data-probability=(probability) data-look=(voice.look()) {
            a.back href={ "#" (view.id('t', record)) } aria-label={ "Show number " (record + 1) " in the text" } {
                (record + 1)
            }
            div {
                p.line {
                    b class={ "who " (voice.ink()) } { bdi { (voice.name()) } }
                    " " span.said { bdi { (said(&attribution)) } }
                }
                (facts(view, attribution))
            }
        }
    }
}

fn facts(view: &View<'_>, attribution: Linked<'_, '_, Attribution<'_>>) -> Markup {
    let rule = attribution.rule();
    let rejected = view.document.rejected.get(&attribution.index());
    html! {
        dl.facts {
            div { dt { "Kind" } dd { (kind(attribution.kind())) } }
            @if let Some(source) = attribution.source() {
                div { dt { "Source" } dd { "“" bdi { (source.text()) } "”" } }
            }
            @if let Some(cue) = attribution.cue() {
                div { dt { "Cue" } dd { "“" bdi { (cue.text()) } "”" } }
            }
            div {
                dt { "Probability" }
                dd {
                    "source " (percent(attribution.confidence()))
                    @if let Some(confidence) = attribution.speaker_confidence() { ", name " (percent(confidence)) }
                }
            }
            div.wide {
                dt { "Rule" }
                dd {
                    code { (rule.name()) }
                    @if let Some(description) = rule.description() { " " span.why { (description) } }
                }
            }
            @if let Some(lines) = rejected.filter(|lines| !lines.is_empty()) {
                div.wide { dt { "Rejected" } @for line in lines { dd { bdi { (line) } } } }
            }
        }
    }
}

/// The content in one line, cut where it is long.
fn said(attribution: &Attribution<'_>) -> String {
    let parts: Vec<&str> = attribution.content_text().collect();
    let line = parts.join(" … ").split_whitespace().collect::<Vec<_>>().join(" ");
    shortened(&line, SHOWN).into_owned()
}

pub(crate) fn shortened(line: &str, shown: usize) -> Cow<'_, str> {
    let Some((cut, _)) = line.char_indices().nth(shown) else { return Cow::Borrowed(line) };
    let word = line.get(..cut).and_then(|before| before.rfind(' ')).filter(|space| *space > cut / 2);
    Cow::Owned(format!("{} …", line.get(..word.unwrap_or(cut)).unwrap_or(line)))
}

/// A probability in per cent, which is 100 for nothing: no model is certain.
pub(crate) fn percent(probability: f32) -> String {
    let percent = f64::from(probability) * 100.0;
    if percent > 99.5 {
        "over 99%".to_owned()
    } else if percent < 0.5 {
        "under 1%".to_owned()
    } else {
        format!("{percent:.0}%")
    }
}

/// The quotations that belong to no attribution.
fn unattributed(view: &View<'_>) -> Markup {
    let quotations = view.analysis().quotations().filter(|quotation| quotation.attribution().is_none());
    let mut quotations = quotations.peekable();
    html! {
        @if quotations.peek().is_some() {
            div.unattributed-list {
                p { "In quotation marks, and found to be nobody’s words here, such as titles and names:" }
                ul {
                    @for quotation in quotations {
                        li {
                            a href={ "#" (view.id('q', quotation.index())) } { bdi { (shortened(quotation.text(), SHOWN)) } }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_probability_is_shown_as_certain() {
        let shown = [0.0, 0.004, 0.006, 0.934, 0.9949, 0.9951, 1.0, f32::NAN].map(percent);
        assert_eq!(
            shown,
            ["under 1%", "under 1%", "1%", "93%", "99%", "over 99%", "over 99%", "NaN%"].map(str::to_owned)
        );
    }

    #[test]
    fn a_long_statement_is_cut_between_words() {
        let line = "Wörter ".repeat(100);
        let shown = shortened(&line, SHOWN);
        assert!(shown.ends_with("Wörter …"));
        assert!(shown.chars().count() <= SHOWN + 2);
        assert_eq!(shortened("short", SHOWN), "short");
        assert_eq!(shortened(&"x".repeat(1_000), SHOWN).chars().count(), SHOWN + 2);
    }
}
