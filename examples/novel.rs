//! Who speaks in a novel, also where no "said" says so.

use whosaid::{Attributor, BuildError, Genre, Rule};

const CHAPTER: &str = "“Is the ferry late?” asked Marta Holt.\n\n“It is always late,” said Robert Pike.\n\n\
    “Then we shall walk.”\n\nRobert shrugged. “Across the water?”\n\n“Along the shore, of course.”";

fn main() -> Result<(), BuildError> {
    let attributor = Attributor::builder().genre(Genre::Fiction).build()?;
    for quotation in attributor.attribute(CHAPTER).quotations() {
        let name = quotation.speaker().map_or("?", |speaker| speaker.name());
        let reason = match quotation.attribution().map(|attribution| attribution.rule()) {
            Some(Rule::Turn) => "by turns",
            Some(Rule::Beat) => "by what they do",
            Some(_) => "by a cue",
            None => "unknown",
        };
        println!("{name} ({reason}): {}", quotation.text());
    }
    Ok(())
}
