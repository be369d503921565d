//! `whosaid-train fit` on a small corpus.

mod corpus;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use corpus::{stderr, stdout, Corpus};

/// The models in the order in which they are fitted.
const MODELS: [&str; 7] = ["begin", "cue", "end", "frame", "opening", "quotation", "source"];

/// Creates a folder beside the corpus and returns its path.
fn new_folder(corpus: &Corpus, name: &str) -> PathBuf {
    let path = corpus.path(name);
    fs::create_dir(&path).expect("a new folder");
    path
}

fn utf8(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

#[test]
fn the_same_corpus_gives_the_same_weights() {
    let corpus = Corpus::new();
    let [first, second] = ["first", "second"].map(|name| {
        let folder = new_folder(&corpus, name);
        let output = corpus.run("fit", [utf8(&folder), "--rarest", "1", "--penalty", "0"]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        MODELS.map(|model| fs::read_to_string(folder.join(format!("{model}.tsv"))).expect("the weights"))
    });
    assert_eq!(first, second);
    assert!(first.iter().all(|file| file.starts_with("# ")), "{first:?}");
    let weights = first.iter().flat_map(|file| file.lines()).filter_map(|line| line.split_once('\t'));
    assert!(weights.clone().count() > 0, "{first:?}");
    for (_, weight) in weights {
        assert!(weight.parse::<f64>().is_ok_and(|weight| weight.abs() >= 0.1), "{weight}");
    }
}

#[test]
fn every_model_is_answered_held_out() {
    let corpus = Corpus::new();
    let output = corpus.run("fit", [utf8(&new_folder(&corpus, "weights"))]);
    let models: Vec<&str> =
        stdout(&output).lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(models, MODELS);
    let quotations = stdout(&output).lines().find(|line| line.starts_with("quotation"));
    assert!(quotations.is_some_and(|line| line.contains("held out:      2 choices")), "{quotations:?}");
}

#[test]
fn held_out_figures_count_every_annotated_quotation() {
    let corpus = Corpus::new();
    let folder = new_folder(&corpus, "weights");
    let gold = |output: &Output| -> Option<String> {
        let line = stdout(output).lines().find(|line| line.starts_with("quoted: who said it"))?.to_owned();
        line.split_whitespace().last().map(str::to_owned)
    };
    let held_out = gold(&corpus.run("fit", [utf8(&folder), "--only", "quotation", "--evaluate"]));
    assert!(held_out.is_some());
    assert_eq!(held_out, gold(&corpus.run("evaluate", [])));
}

#[test]
fn one_model_alone_writes_nothing() {
    let corpus = Corpus::new();
    let folder = new_folder(&corpus, "weights");
    let output = corpus.run("fit", [utf8(&folder), "--only", "cue"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stdout(&output).lines().count(), 1);
    assert_eq!(fs::read_dir(folder).expect("the folder").count(), 0);
}

#[test]
fn clauses_are_a_second_corpus_for_statements() {
    let corpus = Corpus::new();
    let folder = new_folder(&corpus, "clauses");
    corpus.write(
        "clauses/docs.jsonl",
        r#"{"id": "walk", "text": "We think that the path is steep. I took three photos."}"#,
    );
    let gold =
        r#"{"id": "walk", "attributions": [{"source": [[0, 2]], "cue": [[3, 8]], "content": [[9, 31]]}]}"#;
    corpus.write("clauses/gold.jsonl", gold);
    let (weights, answers) = (new_folder(&corpus, "weights"), corpus.path("answers.jsonl"));
    let options = ["--models", "cue,source", "--clauses", utf8(&folder), "--held-out", utf8(&answers)];
    let [models, wanted, clauses, folder, held_out, answer] = options;
    let arguments = [utf8(&weights), models, wanted, clauses, folder, held_out, answer];
    let output = corpus.run("fit", arguments);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let lines: Vec<&str> =
        { stdout(&output).lines() }.filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(lines, ["cue", "clauses", "source", "clauses"]);
    assert_eq!(fs::read_dir(weights).expect("the folder").count(), 2);
    assert!(fs::read_to_string(answers).expect("the answers").starts_with(r#"{"id":"walk","quotations":[]"#));
}

#[test]
fn wrong_arguments_give_status_2() {
    let corpus = Corpus::new();
    for (arguments, reason) in [
        (["weights", "--only", "verb"], "possible values: quotation, cue"),
        (["weights", "--rounds", "0"], "invalid value"),
    ] {
        let output = corpus.run("fit", arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains(reason), "{}", stderr(&output));
    }
    let missing = corpus.path("missing");
    let output = corpus.run("fit", [utf8(&missing), "--rounds", "1"]);
    assert_eq!(output.status.code(), Some(2));
    let file = missing.join("begin.tsv");
    assert!(stderr(&output).starts_with(&format!("{}: ", file.display())), "{}", stderr(&output));
}
