//! The frame of the page: head, filters, and the documents one after the other.

use std::collections::BTreeSet;

use base64::prelude::{Engine, BASE64_STANDARD};
use maud::{html, Markup, PreEscaped, DOCTYPE};
use sha2::{Digest, Sha256};
use whosaid::AttributionKind;

use crate::speakers::counted;
use crate::view::{views, View};
use crate::{article, facts, speakers, Document, SCRIPT, STYLE};

pub(crate) fn page(title: &str, documents: &[Document<'_>]) -> Markup {
    let attributions = documents.iter().map(|it| it.analysis.attributions().len()).sum();
    let summary = [
        counted(documents.len(), "document").unwrap_or_else(|| "no documents".to_owned()),
        counted(attributions, "attribution").unwrap_or_else(|| "no attributions".to_owned()),
    ];
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="generator" content={ "whosaid " (env!("CARGO_PKG_VERSION")) };
                meta name="color-scheme" content="light dark";
                title { (title) " – who said what" }
                style { (PreEscaped(STYLE)) }
            }
            body.whosaid-page {
                main {
                    header.masthead {
                        h1 { bdi { (title) } }
                        p { "Who said what: " (summary.join(", ")) }
                    }
                    (body_under(Some(title), documents))
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

/// What the browser may load and run: the page's own style and script, known by their hashes, and nothing else. A
/// script that came in with a text would not run even if it were not escaped.
fn policy() -> String {
    let hash = |source: &str| BASE64_STANDARD.encode(Sha256::digest(source));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

/// The part of the page that an element of another page can hold.
pub(crate) fn body(documents: &[Document<'_>]) -> Markup {
    body_under(None, documents)
}

fn body_under(title: Option<&str>, documents: &[Document<'_>]) -> Markup {
    let views = views(documents);
    html! {
        div.whosaid {
            (filters(documents))
            @if views.len() > 1 { (contents(&views)) }
            @for view in &views { (document(view, title)) }
        }
    }
}

fn contents(views: &[View<'_>]) -> Markup {
    html! {
        nav.contents aria-label="Documents" {
            ol {
                @for view in views {
                    li {
                        a href={ "#d" (view.number) } { bdi { (view.document.name) } }
                        " " span.count { (view.analysis().attributions().len()) }
                    }
                }
            }
        }
    }
}

fn document(view: &View<'_>, title: Option<&str>) -> Markup {
    let number = view.number;
    // A page about one document often has its name as title. Once is enough for the eye.
    let is_same = title == Some(view.document.name.as_ref());
    html! {
        section.document id={ "d" (number) } aria-labelledby={ "d" (number) "-name" } {
            h2.document-name.same[is_same] id={ "d" (number) "-name" } { bdi { (view.document.name) } }
            div.columns {
                article aria-label={ "Text of " (view.document.name) } { (article::article(view)) }
                section.beside aria-labelledby={ "d" (number) "-speakers" } {
                    h3 id={ "d" (number) "-speakers" } { "Speakers" }
                    (speakers::speakers(view))
                    (key())
                }
                section.record aria-labelledby={ "d" (number) "-record" } {
                    h3 id={ "d" (number) "-record" } { "Record" }
                    (facts::record(view))
                }
            }
        }
    }
}

/// What the marks in the text mean.
fn key() -> Markup {
    html! {
        p.key {
            "In the text, " span.run.t0.u0.n0 { "shaded words" } " are between quotation marks, "
            span.run.u0.n0 { "underlined ones" } " are reported without. The "
            span.run.w0.source { "source" } " and the " span.run.w0.cue { "cue" }
            " have the colour of the speaker. A " span.run.unattributed { "grey line" }
            " is under quotation marks that are nobody’s speech. Numbers lead to the record."
        }
    }
}

/// The filters, which the script shows. Speakers are chosen in the list of speakers.
fn filters(documents: &[Document<'_>]) -> Markup {
    let attributions = || documents.iter().flat_map(|document| document.analysis.attributions());
    let kinds: BTreeSet<AttributionKind> = attributions().map(|attribution| attribution.kind()).collect();
    html! {
        form.filters hidden aria-label="What is shown" {
            @if kinds.len() > 1 {
                fieldset {
                    legend { "Kinds" }
                    @for kind in kinds {
                        label { input type="checkbox" name="kind" value=(kind.name()) checked; " " (plural(kind)) }
                    }
                }
            }
            label.probability {
                "Probability of name, at least "
                input type="range" name="probability" min="0" max="95" step="5" value="0";
                " " output.least { "0%" }
            }
            p.shown {
                output.count aria-live="polite" { (counted(attributions().count(), "attribution").unwrap_or_default()) }
                " " button type="reset" hidden { "Show all" }
            }
        }
    }
}

fn plural(kind: AttributionKind) -> &'static str {
    match kind {
        AttributionKind::Direct => "quotations",
        AttributionKind::Mixed => "partly quoted",
        AttributionKind::Indirect => "statements",
        AttributionKind::Turn => "turns",
        _ => "others",
    }
}
