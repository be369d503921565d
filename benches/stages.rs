//! Throughput of each stage and of the whole over the bundled article.

use std::hint::black_box;

use criterion::{criterion_group, criterion_main, Criterion, Throughput};
use whosaid::quotes::{quote_spans, Marks};
use whosaid::{speakers, tokenizer};

const ARTICLE: &str = include_str!("../examples/data/security_council.txt");

/// Enough repetitions of the article to make about a megabyte.
const REPETITIONS: usize = 180;

fn stages(c: &mut Criterion) {
    let text = vec![ARTICLE; REPETITIONS].join("\n\n");
    let quotations = whosaid::attribute(ARTICLE).quotations().len();
    let mut group = c.benchmark_group("megabyte");
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
    group.bench_function("tokenizer", |b| {
        b.iter(|| assert!(tokenizer::tokens(black_box(&text)).count() > text.len() / 10));
    });
    group.bench_function("quote spans", |b| {
        b.iter(|| assert_eq!(quote_spans(black_box(&text), Marks::ALL).len(), quotations * REPETITIONS));
    });
    group.bench_function("speaker detection", |b| {
        b.iter(|| assert!(speakers::name_mentions(black_box(&text)).len() > REPETITIONS));
    });
    group.bench_function("attribution", |b| {
        b.iter(|| {
            assert_eq!(whosaid::attribute(black_box(&text)).quotations().len(), quotations * REPETITIONS)
        });
    });
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
