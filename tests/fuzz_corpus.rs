//! Replays the fuzz corpus through the functions of the fuzz targets, without a fuzzer.

#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::fs;
use std::panic;
use std::path::Path;

/// Runs a target on each file of its corpus and fails with the names of the files on which it panics.
fn replay(name: &str, target: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .expect("each target has a corpus")
        .map(|entry| entry.expect("an entry of the corpus can be read").path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "{} is empty", folder.display());
    let fails = |path: &&_| {
        let data = fs::read(path).expect("a file of the corpus can be read");
        panic::catch_unwind(|| target(&data)).is_err()
    };
    let failed: Vec<_> = paths.iter().filter(fails).collect();
    assert!(failed.is_empty(), "{name} fails on {failed:#?}");
}

#[test]
fn tokenizer_corpus_passes() {
    replay("tokenizer", targets::tokenizer);
}

#[test]
fn quotes_corpus_passes() {
    replay("quotes", targets::quotes);
}

#[test]
fn attribution_corpus_passes() {
    replay("attribution", targets::attribution);
}
