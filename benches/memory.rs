//! Heap usage: the peak for a long text, and the total for each of many short texts.
//!
//! ```text
//! CORPUS=../shared/polnear/train/text cargo bench --bench memory
//! ```
//!
//! Bytes are those requested, without the overhead of the allocator. The figures are the same in every run.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use whosaid::quotes::{quote_spans, Marks};
use whosaid::{speakers, Analysis, Attributor};

#[path = "texts/articles.rs"]
mod articles;
#[path = "texts/pathological.rs"]
mod pathological;

/// The size of the long news text in bytes.
const NEWS: usize = 10_000_000;

/// The size of each pathological text in bytes.
const PATHOLOGICAL: usize = 1_000_000;

#[global_allocator]
static HEAP: Counting = Counting;

/// The system's allocator with counters.
struct Counting;

static IN_USE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);
static REQUESTED: AtomicUsize = AtomicUsize::new(0);
static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

fn grow(bytes: usize) {
    let in_use = IN_USE.fetch_add(bytes, Relaxed) + bytes;
    PEAK.fetch_max(in_use, Relaxed);
    REQUESTED.fetch_add(bytes, Relaxed);
    ALLOCATIONS.fetch_add(1, Relaxed);
}

// SAFETY: every call is passed unchanged to the system's allocator; the counters do not affect it.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        grow(layout.size());
        System.alloc(layout)
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Relaxed);
        System.dealloc(block, layout);
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        match size.checked_sub(layout.size()) {
            Some(more) => grow(more),
            None => _ = IN_USE.fetch_sub(layout.size() - size, Relaxed),
        }
        System.realloc(block, layout, size)
    }
}

/// The heap usage of one run.
struct Usage {
    /// The peak in bytes, above the usage before the run.
    peak: usize,
    /// The sum of all requests in bytes.
    requested: usize,
    allocations: usize,
}

fn usage(run: impl FnOnce()) -> Usage {
    let before = (IN_USE.load(Relaxed), REQUESTED.load(Relaxed), ALLOCATIONS.load(Relaxed));
    PEAK.store(before.0, Relaxed);
    run();
    Usage {
        peak: PEAK.load(Relaxed) - before.0,
        requested: REQUESTED.load(Relaxed) - before.1,
        allocations: ALLOCATIONS.load(Relaxed) - before.2,
    }
}

fn main() {
    let articles = articles::articles(NEWS);
    let news = articles.join("\n\n");
    // The default attributor and its memory are made once, at the first use.
    assert!(attribution_count(&whosaid::attribute(&articles[0])) > 0);
    print_long_text(&news);
    print_pathological_texts();
    print_short_texts(&articles);
}

/// Prints the heap usage for a text of `bytes` bytes as a table row.
fn print_peak(name: &str, usage: &Usage, bytes: usize) {
    let times = usage.peak as f64 / bytes as f64;
    println!("{name:24} {:>12} {times:>16.2} {:>12}", usage.peak, usage.allocations);
}

fn print_long_text(news: &str) {
    println!("one text of {} bytes", news.len());
    println!("{:24} {:>12} {:>16} {:>12}", "", "peak, bytes", "times the text", "allocations");
    let row = |name: &str, usage: Usage| print_peak(name, &usage, news.len());
    row("quote spans", usage(|| assert!(!quote_spans(news, Marks::ALL).is_empty())));
    row("speaker detection", usage(|| assert!(!speakers::name_mentions(news).is_empty())));
    let mut analysis = Analysis::default();
    row("the whole", usage(|| analysis = whosaid::attribute(news)));
    assert!(attribution_count(&analysis) > 0);
    let mut copy = Analysis::default();
    row("its answer", usage(|| copy = analysis.clone()));
    assert_eq!(copy, analysis);
}

fn print_pathological_texts() {
    println!("\ntexts of about {PATHOLOGICAL} bytes");
    println!("{:24} {:>12} {:>16} {:>12}", "", "peak, bytes", "times the text", "allocations");
    for (name, text) in pathological::pathological(PATHOLOGICAL) {
        let used = usage(|| assert!(whosaid::attribute(&text).quotations().len() <= text.len()));
        print_peak(name, &used, text.len());
    }
}

fn print_short_texts(articles: &[String]) {
    let bytes: usize = articles.iter().map(String::len).sum();
    println!("\n{} texts of {} bytes on average", articles.len(), bytes / articles.len());
    println!("{:24} {:>12} {:>16} {:>12}", "", "bytes each", "times the text", "allocations");
    let row = |name: &str, usage: Usage| {
        let (requested, times) = (usage.requested / articles.len(), usage.requested as f64 / bytes as f64);
        println!("{name:24} {requested:>12} {times:>16.2} {:>12}", usage.allocations / articles.len());
    };
    let mut fresh = 0;
    row(
        "a fresh Attributor each",
        usage(|| fresh = articles.iter().map(|text| count_with_fresh_attributor(text)).sum()),
    );
    let mut reused = 0;
    let attributor = Attributor::default();
    row(
        "one that is reused",
        usage(|| reused = articles.iter().map(|text| attribution_count(&attributor.attribute(text))).sum()),
    );
    assert_eq!(fresh, reused);
}

fn count_with_fresh_attributor(text: &str) -> usize {
    attribution_count(&Attributor::default().attribute(text))
}

fn attribution_count(analysis: &Analysis<'_>) -> usize {
    analysis.attributions().len()
}
