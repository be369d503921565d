//! The first article that the library was asked to handle: every quotation under its right full name.

use std::fs;
use std::path::PathBuf;

/// The article is somebody else's, so it lies outside the project, in the folder that `SEED` names.
#[test]
#[ignore = "needs the folder of the article in SEED"]
fn every_quotation_of_the_first_article_has_its_speaker() {
    let folder = PathBuf::from(std::env::var_os("SEED").expect("SEED names no folder"));
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
    assert!(count > 20, "only {count} quotations were listed");
    assert_eq!(wrong, []);
}
