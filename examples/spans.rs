//! Where things are: in bytes, in characters and in UTF-16, and in which paragraph and sentence.

use whosaid::Span;

const TEXT: &str =
    "The hall was full. «Да здравствует мир 🕊», said Ida Crane.\n\nShe said that nobody had lost.";

fn show(what: &str, span: Span) {
    let (chars, utf16) = (span.in_chars(TEXT).unwrap_or_default(), span.in_utf16(TEXT).unwrap_or_default());
    println!("  {what:8} bytes {span}, chars {chars:?}, utf16 {utf16:?}: {:?}", &TEXT[span.range()]);
}

fn main() {
    let analysis = whosaid::attribute(TEXT);
    for attribution in analysis.attributions() {
        println!("paragraph {}, sentence {}", attribution.paragraph(), attribution.sentence());
        attribution.content().iter().for_each(|&part| show("content", part));
        attribution.cue().iter().for_each(|cue| show("cue", cue.span()));
        attribution.source().iter().for_each(|source| show("source", source.span()));
    }
}
