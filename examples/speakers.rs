//! The speakers of an article: what they are, how they are called, where they are mentioned and how often they speak.

const ARTICLE: &str = include_str!("data/security_council.txt");

fn main() {
    let analysis = whosaid::attribute(ARTICLE);
    for speaker in analysis.speakers() {
        let gender = speaker.gender().map_or(String::new(), |gender| format!(", {gender}"));
        println!("{} ({}{gender})", speaker.name(), speaker.kind());
        let titles: Vec<&str> = speaker.titles().collect();
        if !titles.is_empty() {
            println!("    titles: {}", titles.join("; "));
        }
        println!(
            "    mentioned {} times, first in paragraph {}",
            speaker.mentions().len(),
            speaker.paragraph()
        );
        println!(
            "    {} quotations, {} attributions",
            speaker.quotations().count(),
            speaker.attributions().count()
        );
    }
}
