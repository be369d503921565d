//! `whosaid-train evaluate` on a small corpus.

mod corpus;

use std::fs;
use std::path::Path;

use corpus::{run, stderr, stdout, Corpus};

/// One right, one wrong and one missing answer, and a superfluous one.
const PREDICTIONS: &str = r#"
{"doc": "harbour", "quotes": [{"content": [[0, 25]], "speaker": "Ana Říha"}, {"content": [[68, 87]], "source": [26, 30]}]}
{"doc": "mill", "quotes": [{"content": [[0, 22]], "source": [4, 8], "cue": [9, 15]}]}
"#;

fn figures(output: &std::process::Output, label: &str) -> Vec<String> {
    let row = stdout(output).lines().find_map(|line| line.strip_prefix(label));
    row.expect("a row of the label").split_whitespace().map(str::to_owned).collect()
}

#[test]
fn the_library_answers_plain_sentences() {
    let output = Corpus::new().run("evaluate", []);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).starts_with("2 articles, 0 of them without a prediction\n"));
    assert_eq!(figures(&output, "quoted: who said it"), ["100.0", "100.0", "100.0", "2", "2", "2"]);
    assert_eq!(figures(&output, "any: content and who, 0.8"), ["100.0", "100.0", "100.0", "3", "3", "3"]);
}

#[test]
fn predictions_of_another_system_are_scored() {
    let corpus = Corpus::new();
    let file = corpus.write("predictions.jsonl", PREDICTIONS);
    let output = corpus.run("evaluate", ["--predictions", file.to_str().expect("UTF-8"), "--errors", "9"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(figures(&output, "quoted: who said it"), ["100.0", "50.0", "66.7", "1", "1", "2"]);
    assert_eq!(figures(&output, "any: content at 0.5"), ["66.7", "66.7", "66.7", "2", "3", "3"]);
    assert_eq!(figures(&output, "any: content and who, 0.5"), ["33.3", "33.3", "33.3", "1", "3", "3"]);
    assert!(stdout(&output).contains("[[We lost a neighbour,]]"), "{}", stdout(&output));
    assert!(stdout(&output).contains("  gold:      source Lena Ortiz, cue told\n"), "{}", stdout(&output));
}

#[test]
fn an_article_without_predictions_is_counted() {
    let corpus = Corpus::new();
    let file = corpus.write("predictions.jsonl", "");
    let output = corpus.run("evaluate", ["--predictions", file.to_str().expect("UTF-8")]);
    assert!(stdout(&output).starts_with("2 articles, 2 of them without a prediction\n"));
    assert_eq!(figures(&output, "quoted: who said it"), ["0.0", "0.0", "0.0", "0", "0", "2"]);
}

#[test]
fn names_are_compared_with_the_annotated_ones() {
    let corpus = Corpus::new();
    let file = corpus.write(
        "names.jsonl",
        r#"{"doc": "harbour", "source": [31, 45], "name": "Ana Maria Říha", "aliases": ["Ana Říha"]}"#,
    );
    let output = corpus.run("evaluate", ["--names", file.to_str().expect("UTF-8")]);
    assert_eq!(figures(&output, "quoted: a name of theirs"), ["100.0", "100.0", "100.0", "1", "1", "1"]);
    assert_eq!(figures(&output, "quoted: their full name"), ["0.0", "0.0", "0.0", "0", "1", "1"]);
}

#[test]
fn calibration_and_kinds_are_printed_on_request() {
    let corpus = Corpus::new();
    let plain = corpus.run("evaluate", []);
    assert!(!stdout(&plain).contains("calibration error") && !stdout(&plain).contains("indirect"));
    let full = corpus.run("evaluate", ["--calibration", "--kinds"]);
    assert!(stdout(&full).starts_with(stdout(&plain)));
    assert_eq!(stdout(&full).matches("expected calibration error over 10 bins").count(), 2);
    assert_eq!(figures(&full, "direct "), ["100.0", "2", "100.0", "2", "100.0"]);
    assert_eq!(figures(&full, "indirect "), ["100.0", "1", "100.0", "1", "100.0"]);
}

#[test]
fn a_figure_below_its_floor_gives_status_1() {
    let corpus = Corpus::new();
    let file = corpus.write("predictions.jsonl", PREDICTIONS);
    let predictions = ["--predictions", file.to_str().expect("UTF-8")];
    let status = |floors: [&str; 2]| {
        let [first, second] = floors;
        let [option, file] = predictions;
        corpus.run("evaluate", [option, file, "--floor", first, "--floor", second])
    };
    let reached = status(["quoted=0.66", "quoted.precision=1"]);
    assert_eq!(reached.status.code(), Some(0), "{}", stderr(&reached));
    assert_eq!(stderr(&reached), "");
    for (missed, message) in [
        ("quoted=0.67", "quoted reached 0.6667, wanted 0.67\n"),
        ("quoted.recall=0.51", "quoted.recall reached 0.5000, wanted 0.51\n"),
        ("any-0.5.precision=0.34", "any-0.5.precision reached 0.3333, wanted 0.34\n"),
    ] {
        let output = status(["quoted=0.66", missed]);
        assert_eq!(output.status.code(), Some(1), "{missed}");
        assert_eq!(stderr(&output), message);
        assert_eq!(output.stdout, reached.stdout, "the report is printed all the same");
    }
}

#[test]
fn wrong_floors_give_status_2() {
    let corpus = Corpus::new();
    for (floor, reason) in [
        ("quoted", "expected KEY=VALUE"),
        ("quotes=0.5", "unknown figure"),
        ("quoted.f1=0.5", "unknown figure"),
        ("quoted=92", "not a number from 0 to 1"),
        ("quoted=nan", "not a number from 0 to 1"),
        ("full-name.recall=0.5", "needs --names"),
    ] {
        let output = corpus.run("evaluate", ["--floor", floor]);
        assert_eq!(output.status.code(), Some(2), "{floor}");
        assert!(stderr(&output).contains(reason), "{floor}: {}", stderr(&output));
    }
}

#[test]
fn errors_name_the_file_and_the_line() {
    for (name, content, problem) in [
        (
            "attributions/mill_annotator.ann",
            "T1\tSource 0 5\tWords\nT2\tCue 0\tWords\n",
            ":2: expected a label and spans",
        ),
        ("attributions/mill_annotator.ann", "\nE1\tAttribution\n", ":2: expected role:unit pairs"),
        ("names.jsonl", "\n\n{\"doc\": \"mill\"}\n", ":3: missing field `source`"),
        ("predictions.jsonl", "{\"doc\": \"mill\", \"quotes\": [{}]}\n", ":1: missing field `content`"),
    ] {
        let corpus = Corpus::new();
        let [names, predictions] = ["names.jsonl", "predictions.jsonl"].map(|name| corpus.write(name, ""));
        let path = corpus.write(name, content);
        let [names, predictions] = [&names, &predictions].map(|path| path.to_str().expect("UTF-8"));
        let output = corpus.run("evaluate", ["--names", names, "--predictions", predictions]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        let message = format!("{}{problem}", path.display());
        assert!(stderr(&output).starts_with(&message), "{} for {message}", stderr(&output));
    }
    let corpus = Corpus::new();
    let path = corpus.write("text/mill.txt", b"One.\nTwo.\nThr\xFFee.\n");
    let output = corpus.run("evaluate", []);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stderr(&output), format!("{}:3: not UTF-8\n", path.display()));
}

#[test]
fn a_folder_without_annotated_texts_gives_status_2() {
    let empty = tempfile::tempdir().expect("a temporary folder");
    let output = run("evaluate", empty.path(), []);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("attributions"), "{}", stderr(&output));
    for folder in ["text", "attributions"] {
        std::fs::create_dir(empty.path().join(folder)).expect("a new folder");
    }
    let output = run("evaluate", empty.path(), []);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("contains no text with annotations"), "{}", stderr(&output));
}

/// The blocks of the guide that are plain text.
fn blocks_of_guide() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guides/own-corpus.md");
    let guide = fs::read_to_string(path).expect("the guide");
    guide
        .split("```text\n")
        .skip(1)
        .filter_map(|rest| rest.split_once("```"))
        .map(|(block, _)| block.to_owned())
        .collect()
}

#[test]
fn the_corpus_of_the_guide_is_evaluated() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, block) in ["text/harbour.txt", "attributions/harbour_me.ann"].iter().zip(blocks_of_guide()) {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a new folder");
        fs::write(path, block).expect("the file is written");
    }
    let output = run("evaluate", folder.path(), ["--errors", "20"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let right_of = |label| figures(&output, label)[3..].to_vec();
    assert_eq!(right_of("quoted: who said it"), ["1", "1", "1"]);
    assert_eq!(right_of("any: content and who, 0.8"), ["2", "2", "2"]);
}
