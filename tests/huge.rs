//! Very long texts.

/// Lines of 100 MB: prose, a single word, and quotations that are never closed.
#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimisation")]
fn a_line_of_a_hundred_megabytes_is_attributed() {
    for unit in ["“We won,” Ann Wu said. She was glad. ", "word", "“a "] {
        let line = unit.repeat(100_000_000 / unit.len());
        assert!(whosaid::attribute(&line).quotations().len() <= line.len());
    }
}
