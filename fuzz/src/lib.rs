//! The functions of the fuzz targets. The test that replays the corpus without a fuzzer
//! (`tests/fuzz_corpus.rs`) calls them as well.

mod configuration;
#[path = "../../tests/invariants/mod.rs"]
mod invariants;

use arbitrary::{Arbitrary, Unstructured};

use configuration::Configuration;

/// Checks the tokens, sentences and paragraphs of a text.
pub fn tokenizer(data: &[u8]) {
    assert_ok(invariants::tokens::check(text(data)));
}

/// Checks the quotation spans of a text. The bits of the first byte select the marks that count.
pub fn quotes(data: &[u8]) {
    let Some((&marks, rest)) = data.split_first() else { return };
    assert_ok(invariants::quotes::check(text(rest), configuration::marks(marks)));
}

/// Checks the analysis of a text under a generated configuration.
pub fn attribution(data: &[u8]) {
    let Ok(input) = Configured::arbitrary_take_rest(Unstructured::new(data)) else { return };
    // A rejected configuration often has only one invalid entry, and the text is still useful.
    let attributor = input.configuration.attributor(input.text).unwrap_or_default();
    assert_ok(invariants::answer(&attributor, input.text).map(drop));
}

/// A configuration and a text. The text is last and takes the remaining bytes, so that corpus files are readable.
#[derive(Arbitrary)]
struct Configured<'a> {
    configuration: Configuration<'a>,
    text: &'a str,
}

/// Returns the longest prefix that is valid UTF-8.
fn text(data: &[u8]) -> &str {
    match std::str::from_utf8(data) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&data[..error.valid_up_to()]).expect("it is valid up to there"),
    }
}

fn assert_ok(result: Result<(), String>) {
    if let Err(message) = result {
        panic!("{message}");
    }
}
