//! Throughput of each stage and of the whole library, from a paragraph to ten megabytes, next to that of splitting
//! the same text into words.
//!
//! ```text
//! CORPUS=../shared/polnear/train/text cargo bench --bench stages
//! ```
//!
//! `CORPUS` names a folder of texts. Without it, the text is the bundled article, repeated with other names.

use std::cell::OnceCell;
use std::hint::black_box;
use std::time::Duration;

use criterion::{criterion_group, criterion_main, Criterion, Throughput};
use whosaid::quotes::{quote_spans, Marks};
use whosaid::tokenizer::paragraphs;

#[path = "texts/articles.rs"]
mod articles;
mod contenders;
#[path = "texts/pathological.rs"]
mod pathological;

const MEGABYTE: usize = 1_000_000;

/// The approximate size of an article in bytes.
const ARTICLE: usize = 5_000;

/// Shorter paragraphs are mostly headlines.
const MIN_PARAGRAPH: usize = 200;

/// The size of each pathological text in bytes.
const PATHOLOGICAL: usize = 100_000;

fn stages(c: &mut Criterion) {
    for (name, text) in texts() {
        let mut group = c.benchmark_group(name);
        group.throughput(Throughput::Bytes(text.len() as u64));
        for contender in &contenders::CONTENDERS {
            // Computed once, and only if the filter selects this bench.
            let expected = OnceCell::new();
            group.bench_function(contender.name, |b| {
                let expected = *expected.get_or_init(|| contender.expected(&text));
                b.iter(|| assert_eq!((contender.count)(black_box(&text)), expected));
            });
        }
        group.finish();
    }
}

fn texts() -> Vec<(&'static str, String)> {
    let articles = articles::articles(10 * MEGABYTE);
    let (quoting, plain) = by_paragraph(&articles);
    let pathological = pathological::pathological(PATHOLOGICAL);
    let pathological: Vec<String> = pathological.into_iter().map(|(_, text)| text).collect();
    vec![
        ("news, paragraph", first(&quoting, says_who)),
        ("news, article", joined(&articles, ARTICLE)),
        ("news, megabyte", joined(&articles, MEGABYTE)),
        ("news, ten megabytes", joined(&articles, 10 * MEGABYTE)),
        ("no quotations, paragraph", first(&plain, |_| true)),
        ("no quotations, article", joined(&plain, ARTICLE)),
        ("no quotations, megabyte", joined(&plain, MEGABYTE)),
        ("no quotations, ten megabytes", joined(&plain, 10 * MEGABYTE)),
        ("pathological, megabyte", pathological.join("\n\n")),
    ]
}

/// Returns the first paragraph that is long enough and satisfies the predicate.
fn first(paragraphs: &[String], predicate: impl Fn(&str) -> bool) -> String {
    let mut paragraphs = paragraphs.iter().filter(|paragraph| paragraph.len() >= MIN_PARAGRAPH);
    paragraphs.find(|paragraph| predicate(paragraph)).expect("one is long enough").clone()
}

fn says_who(paragraph: &str) -> bool {
    whosaid::attribute(paragraph).quotations().any(|quotation| quotation.speaker().is_some())
}

/// The paragraphs that quote, and those that do not.
fn by_paragraph(articles: &[String]) -> (Vec<String>, Vec<String>) {
    articles
        .iter()
        .flat_map(|article| paragraphs(article).map(|span| article[span.range()].to_owned()))
        .partition(|paragraph| !quote_spans(paragraph, Marks::ALL).is_empty())
}

/// Joins texts until they have `bytes` bytes, and repeats them if they are too few.
fn joined(texts: &[String], bytes: usize) -> String {
    let mut joined = String::with_capacity(bytes + bytes / 2);
    for text in texts.iter().cycle() {
        if joined.len() >= bytes {
            break;
        }
        joined.push_str(text);
        joined.push_str("\n\n");
    }
    joined
}

fn config() -> Criterion {
    Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(1000))
}

criterion_group!(name = benches; config = config(); targets = stages);
criterion_main!(benches);
