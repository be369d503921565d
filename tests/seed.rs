//! The article that the project started with: every quotation must have its speaker under the full name.

use std::fs;
use std::path::PathBuf;

/// The article belongs to a third party, so it is not part of the project; `SEED` names the folder that holds it.
#[test]
#[ignore = "needs the folder of the article in SEED"]
fn every_quotation_of_the_first_article_has_its_speaker() {
    let folder = PathBuf::from(std::env::var_os("SEED").expect("SEED names a folder"));
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("the folder holds the article");
    let (text, speakers) = (read("article.txt"), read("speakers.tsv"));
    let analysis = whosaid::attribute(&text);
    let expected =
        speakers.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let mut wrong = Vec::new();
    let mut count = 0;
    for (words, name) in expected {
        count += 1;
        let quotation = analysis.quotations().find(|quotation| quotation.text().contains(words));
        let speaker = quotation.and_then(|quotation| quotation.speaker());
        if speaker.map(|speaker| speaker.name()) != Some(name) {
            wrong.push((words, name, speaker.map(|speaker| speaker.name())));
        }
    }
    assert!(count > 20, "only {count} quotations are listed");
    assert_eq!(wrong, []);
}
