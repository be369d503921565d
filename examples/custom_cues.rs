//! Cue verbs that the library does not know, and verbs of several words.

use whosaid::{Attributor, BuildError};

const TEXT: &str = "“Splendid,” Marta Holt harrumphed. “We open on Monday,” Robert Pike went on. \
    “Not if I can help it,” harrumphs Holt.";

fn main() -> Result<(), BuildError> {
    let attributor = Attributor::builder().cue("harrumph").cue("went on").build()?;
    for quotation in attributor.attribute(TEXT).quotations() {
        let name = quotation.speaker().map_or("?", |speaker| speaker.name());
        let cue = quotation.attribution().and_then(|attribution| attribution.cue());
        println!("{name} [{}] {}", cue.map_or("-", |cue| cue.text()), quotation.text());
    }
    Ok(())
}
