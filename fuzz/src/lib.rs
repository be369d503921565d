//! What each target does with its bytes. The targets call it, and so does the test that replays the
//! corpus (`tests/fuzz_corpus.rs`), which needs no fuzzer.

mod configuration;
#[path = "../../tests/invariants/mod.rs"]
mod invariants;

use arbitrary::{Arbitrary, Unstructured};

use configuration::Configuration;

/// The tokens, sentences and paragraphs of a text are well formed.
pub fn tokenizer(data: &[u8]) {
    sound(invariants::tokens::check(text(data)));
}

/// The quotation spans of a text are well formed, whichever marks count: the first byte says which.
pub fn quotes(data: &[u8]) {
    let Some((&marks, rest)) = data.split_first() else { return };
    sound(invariants::quotes::check(text(rest), configuration::marks(marks)));
}

/// The analysis of a text is well formed, whatever the configuration.
pub fn attribution(data: &[u8]) {
    let Ok(input) = Configured::arbitrary_take_rest(Unstructured::new(data)) else { return };
    // Most configurations that are refused have one entry too many: the text is still worth reading.
    let attributor = input.configuration.attributor(input.text).unwrap_or_default();
    sound(invariants::answer(&attributor, input.text).map(drop));
}

/// A text and a configuration. The text takes what the configuration leaves, so that a corpus file is
/// read as text by whoever opens it.
#[derive(Arbitrary)]
struct Configured<'a> {
    configuration: Configuration<'a>,
    text: &'a str,
}

/// The bytes up to the first that is not UTF-8.
fn text(data: &[u8]) -> &str {
    match std::str::from_utf8(data) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&data[..error.valid_up_to()]).expect("it is valid up to there"),
    }
}

fn sound(verdict: Result<(), String>) {
    if let Err(complaint) = verdict {
        panic!("{complaint}");
    }
}
