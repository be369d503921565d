//! Invariants of the numbers of records, and of the paragraphs and sentences they are in.

use whosaid::{tokenizer, Analysis, Span};

use super::require;

/// Checks that each record knows its own number, and the paragraph and the sentence in which it begins.
pub fn check(text: &str, analysis: &Analysis<'_>) -> Result<(), String> {
    let paragraphs: Vec<Span> = tokenizer::paragraphs(text).collect();
    let sentences: Vec<Span> = tokenizer::sentences(text).collect();
    let check = |name: &str, at: usize, record: usize, start: usize, paragraph: usize, sentence: usize| {
        require(record == at, || format!("{name} {at} gives {record} as its number"))?;
        for (what, spans, number) in
            [("paragraph", &paragraphs, paragraph), ("sentence", &sentences, sentence)]
        {
            let span = spans.get(number).copied();
            require(span.is_some_and(|it| it.range().contains(&start)), || {
                format!("{name} {at} starts at {start}, outside of its {what} {number} at {span:?}")
            })?;
        }
        Ok::<(), String>(())
    };
    for (at, it) in analysis.quotations().enumerate() {
        check("quotation", at, it.record().index(), it.span().start(), it.paragraph(), it.sentence())?;
    }
    for (at, it) in analysis.attributions().enumerate() {
        let passages = [it.cue(), it.source()].into_iter().flatten().map(|passage| passage.span());
        let start = it.content().iter().copied().chain(passages).map(Span::start).min().unwrap_or(0);
        check("attribution", at, it.record().index(), start, it.paragraph(), it.sentence())?;
    }
    for (at, it) in analysis.speakers().enumerate() {
        let said = || it.attributions().next().map(|first| sentences[first.sentence()].start());
        let start = it.mentions().first().map(|mention| mention.start()).or_else(said).unwrap_or(0);
        check("speaker", at, it.record().index(), start, it.paragraph(), it.sentence())?;
    }
    Ok(())
}
