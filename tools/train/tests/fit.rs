//! `whosaid-train fit` on a small corpus.

mod corpus;

use std::fs;

use corpus::{stderr, stdout, Corpus};

#[test]
fn the_same_corpus_gives_the_same_weights() {
    let corpus = Corpus::new();
    let [first, second] = ["first.tsv", "second.tsv"].map(|name| {
        let path = corpus.path(name);
        let output = corpus.run("fit", [path.to_str().expect("UTF-8"), "--rarest", "1", "--penalty", "0"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        fs::read_to_string(path).expect("the weights")
    });
    assert_eq!(first, second);
    assert!(first.starts_with("# "), "{first}");
    let weights = first.lines().filter_map(|line| line.split_once('\t'));
    assert!(weights.clone().count() > 0, "{first}");
    for (_, weight) in weights {
        assert!(weight.parse::<f64>().is_ok_and(|weight| weight.abs() >= 0.1), "{weight}");
    }
}

#[test]
fn every_model_is_answered_held_out() {
    let corpus = Corpus::new();
    let path = corpus.path("weights.tsv");
    let output = corpus.run("fit", [path.to_str().expect("UTF-8")]);
    let models: Vec<&str> =
        stdout(&output).lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(models, ["begin", "cue", "end", "frame", "opening", "quotation", "source"]);
    let quotations = stdout(&output).lines().find(|line| line.starts_with("quotation"));
    assert!(quotations.is_some_and(|line| line.contains("held out:      2 choices")), "{quotations:?}");
}

#[test]
fn one_model_alone_writes_nothing() {
    let corpus = Corpus::new();
    let path = corpus.path("weights.tsv");
    let output = corpus.run("fit", [path.to_str().expect("UTF-8"), "--only", "cue"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stdout(&output).lines().count(), 1);
    assert!(!path.exists());
}

#[test]
fn wrong_arguments_give_status_2() {
    let corpus = Corpus::new();
    for (arguments, reason) in [
        (["weights.tsv", "--only", "verb"], "unknown model"),
        (["weights.tsv", "--rounds", "0"], "invalid value"),
    ] {
        let output = corpus.run("fit", arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains(reason), "{}", stderr(&output));
    }
    let path = corpus.path("missing/weights.tsv");
    let output = corpus.run("fit", [path.to_str().expect("UTF-8"), "--rounds", "1"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).starts_with(&format!("{}: ", path.display())), "{}", stderr(&output));
}
