//! The speakers of a document, with titles, counts and bars.

use maud::{html, Markup};

use crate::view::{View, Voice};

/// At most so many titles of a speaker are shown.
const TITLES: usize = 3;

pub(crate) fn speakers(view: &View<'_>) -> Markup {
    let most = view.voices.iter().map(|voice| voice.words).max().unwrap_or(0);
    html! {
        ol.speakers {
            @for voice in view.voices.iter().filter(|voice| voice.quotations + voice.statements > 0) {
                (speaker(voice, most))
            }
        }
    }
}

fn speaker(voice: &Voice<'_>, most: usize) -> Markup {
    let titles: Vec<&str> =
        voice.speaker.map_or_else(Vec::new, |speaker| speaker.record().titles().take(TITLES).collect());
    let counts = [
        counted(voice.quotations, "quotation"),
        counted(voice.statements, "statement"),
        counted(voice.words, "word").map(|words| words + " quoted"),
    ];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    html! {
        li.speaker data-person=(voice.person) {
            label {
                input type="checkbox" name="speaker" value=(voice.person) hidden;
                span class={ "name " (voice.shade()) " " (voice.underline()) } { bdi { (voice.name()) } }
            }
            @if !titles.is_empty() { p.titles { bdi { (titles.join(", ")) } } }
            @if voice.words > 0 {
                svg class={ "bar " (voice.ink()) } viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" {
                    rect width=(share(voice.words, most)) height="4" {}
                }
            }
            p.counts { (counts.join(", ")) }
        }
    }
}

/// The length of a bar, from 0 to 100.
fn share(words: usize, most: usize) -> String {
    // Counts of words are far below the integers that a double holds exactly.
    format!("{:.1}", 100.0 * words as f64 / most.max(1) as f64)
}

/// "2 words"; `None` for 0.
pub(crate) fn counted(number: usize, noun: &str) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {noun}")),
        _ => Some(format!("{number} {noun}s")),
    }
}
