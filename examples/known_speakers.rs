//! Speakers that are known beforehand: each has an id that comes back, and is found by its aliases and by parts of its
//! name, with accents or without.

use whosaid::{Attributor, BuildError};

const TEXT: &str =
    "“We need peace,” Guterres told the Council. “This is a turning point,” the U.N. chief added. \
    “Tell them to stop,” Mr. Blinken said, and Olena Moroz agreed: “At once.”";

fn main() -> Result<(), BuildError> {
    let attributor = Attributor::builder()
        .speaker_with_id("un-1", "António Guterres", ["the U.N. chief"])
        .speaker_with_id("us-7", "Antony Blinken", ["the Secretary of State"])
        .build()?;
    let analysis = attributor.attribute(TEXT);
    for quotation in analysis.quotations() {
        let speaker = quotation.speaker();
        let id = speaker.and_then(|speaker| speaker.id());
        let name = speaker.map_or("?", |speaker| speaker.name());
        println!("{:4}  {name}: {}", id.unwrap_or("-"), quotation.text());
    }
    Ok(())
}
