//! A text may be as long as memory allows.

/// Lines without an end, each of 100 MB: prose, one word, marks that open and never close.
#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimisation")]
fn a_line_of_a_hundred_megabytes_is_read() {
    for unit in ["“We won,” Ann Wu said. She was glad. ", "word", "“a "] {
        let line = unit.repeat(100_000_000 / unit.len());
        assert!(whosaid::attribute(&line).quotations().len() <= line.len());
    }
}
