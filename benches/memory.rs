//! What the library asks of the heap: at once for a long text, and in all for each of many short ones.
//!
//! ```text
//! CORPUS=../shared/polnear/train/text cargo bench --bench memory
//! ```
//!
//! Bytes are those asked for; what an allocator adds to them is its own affair. Counts are the same in
//! every run.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use whosaid::quotes::{quote_spans, Marks};
use whosaid::{speakers, Analysis, Attributor};

#[path = "texts/articles.rs"]
mod articles;
#[path = "texts/pathological.rs"]
mod pathological;

/// How much news is held as one text.
const NEWS: usize = 10_000_000;

/// How much of each text that nobody writes.
const PATHOLOGICAL: usize = 1_000_000;

#[global_allocator]
static HEAP: Counting = Counting;

/// The system's allocator, counted.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);
static ASKED: AtomicUsize = AtomicUsize::new(0);
static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

fn grow(bytes: usize) {
    let held = HELD.fetch_add(bytes, Relaxed) + bytes;
    PEAK.fetch_max(held, Relaxed);
    ASKED.fetch_add(bytes, Relaxed);
    ALLOCATIONS.fetch_add(1, Relaxed);
}

// SAFETY: every call goes to the system's allocator as it came; the counters are beside it.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        grow(layout.size());
        System.alloc(layout)
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        System.dealloc(block, layout);
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        match size.checked_sub(layout.size()) {
            Some(more) => grow(more),
            None => _ = HELD.fetch_sub(layout.size() - size, Relaxed),
        }
        System.realloc(block, layout, size)
    }
}

/// What was asked of the heap.
struct Usage {
    /// The most that was held at once, in bytes, above what was held before.
    peak: usize,
    /// All that was asked for, in bytes.
    asked: usize,
    allocations: usize,
}

fn usage(run: impl FnOnce()) -> Usage {
    let before = (HELD.load(Relaxed), ASKED.load(Relaxed), ALLOCATIONS.load(Relaxed));
    PEAK.store(before.0, Relaxed);
    run();
    Usage {
        peak: PEAK.load(Relaxed) - before.0,
        asked: ASKED.load(Relaxed) - before.1,
        allocations: ALLOCATIONS.load(Relaxed) - before.2,
    }
}

fn main() {
    let articles = articles::articles(NEWS);
    let news = articles.join("\n\n");
    // The tables of the lexicon and the weights are made once, at the first use.
    assert!(found(&whosaid::attribute(&articles[0])) > 0);
    by_part(&news);
    any_text();
    each_text(&articles);
}

/// A row of the tables for long texts: a name, and what it used for so many bytes of text.
fn print_peak(name: &str, usage: &Usage, bytes: usize) {
    let times = usage.peak as f64 / bytes as f64;
    println!("{name:24} {:>12} {times:>16.2} {:>12}", usage.peak, usage.allocations);
}

fn by_part(news: &str) {
    println!("one text of {} bytes", news.len());
    println!("{:24} {:>12} {:>16} {:>12}", "", "peak, bytes", "times the text", "allocations");
    let row = |name: &str, usage: Usage| print_peak(name, &usage, news.len());
    row("quote spans", usage(|| assert!(!quote_spans(news, Marks::ALL).is_empty())));
    row("speaker detection", usage(|| assert!(!speakers::name_mentions(news).is_empty())));
    let mut analysis = Analysis::default();
    row("the whole", usage(|| analysis = whosaid::attribute(news)));
    assert!(found(&analysis) > 0);
    let mut copy = Analysis::default();
    row("its answer", usage(|| copy = analysis.clone()));
    assert_eq!(copy, analysis);
}

fn any_text() {
    println!("\ntexts of some {PATHOLOGICAL} bytes");
    println!("{:24} {:>12} {:>16} {:>12}", "", "peak, bytes", "times the text", "allocations");
    for (name, text) in pathological::pathological(PATHOLOGICAL) {
        let used = usage(|| assert!(whosaid::attribute(&text).quotations().len() <= text.len()));
        print_peak(name, &used, text.len());
    }
}

fn each_text(articles: &[String]) {
    let bytes: usize = articles.iter().map(String::len).sum();
    println!("\n{} texts of {} bytes on average", articles.len(), bytes / articles.len());
    println!("{:24} {:>12} {:>16} {:>12}", "", "bytes each", "times the text", "allocations");
    let row = |name: &str, usage: Usage| {
        let (asked, times) = (usage.asked / articles.len(), usage.asked as f64 / bytes as f64);
        println!("{name:24} {asked:>12} {times:>16.2} {:>12}", usage.allocations / articles.len());
    };
    let mut fresh = 0;
    row("a fresh Attributor each", usage(|| fresh = articles.iter().map(|text| found_afresh(text)).sum()));
    let mut reused = 0;
    let attributor = Attributor::default();
    row(
        "one that is reused",
        usage(|| reused = articles.iter().map(|text| found(&attributor.attribute(text))).sum()),
    );
    assert_eq!(fresh, reused);
}

fn found_afresh(text: &str) -> usize {
    found(&Attributor::default().attribute(text))
}

fn found(analysis: &Analysis<'_>) -> usize {
    analysis.attributions().len()
}
