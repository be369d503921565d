//! The options that say how texts are read, and what is said about wrong ones.

use serde_json::{json, Value};

use crate::program::*;

const TEXT: &str =
    "“It is late,” the harbour master said. “Indeed,” harrumphed Robert Pike. Pike said that he was off.";

fn cells(arguments: &[&str], name: &str) -> Vec<String> {
    let arguments = [&["-", "--format", "csv"], arguments].concat();
    column(&table(&run_to(0, &arguments, TEXT.as_bytes()).stdout, b','), name)
}

#[test]
fn known_speakers_are_read_from_toml_json_and_csv() {
    let folder = folder();
    for (name, content) in [
        ("a.toml", "[[speakers]]\nname = \"Marta Holt\"\naliases = [\"the harbour master\"]\nid = \"h1\"\n"),
        ("b.json", r#"[{"name": "Marta Holt", "aliases": ["the harbour master"], "id": "h1"}]"#),
        (
            "c.json",
            r#"{"speakers": [{"name": "Marta Holt", "aliases": ["the harbour master"], "id": "h1"}]}"#,
        ),
        ("d.csv", "\u{FEFF}id,name,aliases\nh1,Marta Holt,Mrs. Holt; the harbour master\n\n"),
    ] {
        let file = folder.path().join(name);
        write(&file, content);
        let arguments = ["--speakers", path(&file)];
        assert_eq!(cells(&arguments, "speaker")[0], "Marta Holt", "{name}");
        assert_eq!(cells(&arguments, "speaker_id")[0], "h1", "{name}");
    }
}

#[test]
fn a_wrong_file_of_speakers_is_explained_in_one_line() {
    let folder = folder();
    for (name, content, what) in [
        ("a.toml", "[[speakers]]\nid = \"h1\"\n", "missing field `name`"),
        ("b.toml", "[[speakers]\n", "line 1: "),
        ("c.toml", "", "[[speakers]]"),
        ("d.json", r#"[{"name": 3}]"#, "expected a string"),
        ("e.json", r#"{"people": []}"#, "a list of speakers"),
        ("f.csv", "who,id\nMarta Holt,1\n", "no column \"name\""),
        ("g.csv", "name,id\n,1\n", "line 2: a speaker without a name"),
        ("h.txt", "Marta Holt\n", ".toml, .json or .csv"),
        ("i.csv", "name\nMarta Holt\nMarta Holt\n", "another speaker has this name"),
    ] {
        let file = folder.path().join(name);
        write(&file, content);
        let output = run_to(2, &["-", "--speakers", path(&file)], TEXT.as_bytes());
        let message = stderr(&output);
        assert!(message.contains(what) && message.lines().count() == 1, "{name}: {message}");
        for rust in ["struct", "KnownSpeaker", "Speakers", "enum", "Vec", "sequence"] {
            assert!(!message.contains(rust), "{name}: {message}");
        }
    }
}

#[test]
fn cues_are_read_from_a_file() {
    let folder = folder();
    let file = folder.path().join("cues.txt");
    write(&file, "# rare ones\nharrumph\n\nchime in # too\n");
    assert!(!cells(&[], "cue").contains(&"harrumphed".to_owned()));
    assert!(cells(&["--cues", path(&file)], "cue").contains(&"harrumphed".to_owned()));
    write(&file, "%PDF-1.4\n");
    let output = run_to(2, &["-", "--cues", path(&file)], TEXT.as_bytes());
    assert!(stderr(&output).contains("cues.txt: a PDF file, not a text"), "{}", stderr(&output));
    write(&file, "\u{FEFF}harrumph\n3\n");
    let output = run_to(2, &["-", "--cues", path(&file)], TEXT.as_bytes());
    assert!(stderr(&output).contains("cue \"3\": a cue consists of words"), "{}", stderr(&output));
}

#[test]
fn kinds_and_probability_leave_out_the_rest() {
    assert_eq!(cells(&["--kinds", "indirect"], "kind"), ["indirect"]);
    let all = cells(&[], "confidence");
    let some = cells(&["--min-confidence", "0.9"], "confidence");
    assert!(!some.is_empty() && some.len() < all.len(), "{all:?} {some:?}");
    assert!(some.iter().all(|cell| cell.parse::<f32>().is_ok_and(|number| number >= 0.9)), "{some:?}");
}

#[test]
fn marks_that_do_not_count_open_no_quotation() {
    let is_direct = |kind: &String| kind == "direct";
    assert!(!cells(&["--marks", "single,guillemets"], "kind").iter().any(is_direct));
    assert!(cells(&["--marks", "double"], "kind").iter().any(is_direct));
}

#[test]
fn wrong_options_are_explained_in_one_line() {
    for (arguments, what) in [
        (["-", "--kinds", "shout"].as_slice(), "possible values: direct, mixed, indirect, turn"),
        (&["-", "--genre", "poem"], "possible values: auto, news, fiction, transcript"),
        (&["-", "--min-confidence", "2"], "a number from 0 to 1"),
        (&["-", "--min-confidence", "NaN"], "a number from 0 to 1"),
        (&["-", "--loud"], "unexpected argument '--loud'"),
        (&["-", "--force"], "--output <FILE>"),
        (&["corpus"], "<INPUT>"),
        (&["corpus", "-", "--resume"], "--output <FILE>"),
        (&["corpus", "-", "--threads", "0"], "--threads <N>"),
    ] {
        let output = run_to(2, arguments, b"");
        let message = stderr(&output);
        assert!(message.contains(what), "{arguments:?}: {message}");
        assert!(message.starts_with("whosaid: ") && message.lines().count() == 1, "{arguments:?}: {message}");
    }
}

#[test]
fn help_version_and_completions_are_printed() {
    let output = run_to(0, &["--version"], b"");
    assert_eq!(stdout(&output), format!("whosaid {}\n", env!("CARGO_PKG_VERSION")));
    for arguments in [["--help"].as_slice(), &["corpus", "--help"]] {
        assert!(stdout(&run_to(0, arguments, b"")).contains("Exit status:"), "{arguments:?}");
    }
    let output = run_to(2, &[], b"");
    assert!(stderr(&output).contains("Usage: whosaid"), "{}", stderr(&output));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = run_to(0, &["completions", shell], b"");
        assert!(stdout(&output).contains("min-confidence"), "{shell}");
    }
}

#[test]
fn what_a_line_asks_wins_over_the_command_line() {
    let text = "“Is it far?” asked Nora.\n\n“An hour,” said Piet.\n\n“Then we should go!”";
    let lines = [
        json!({"id": 0, "text": text}),
        json!({"id": 1, "text": text, "genre": "news", "min_confidence": 0}),
    ]
    .map(|line| line.to_string())
    .join("\n");
    let output = run_to(0, &["corpus", "-", "--genre", "fiction", "--min-confidence", "1"], lines.as_bytes());
    let answers: Vec<Value> =
        stdout(&output).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(answers[0]["attributions"], json!([]));
    let rules: Vec<_> =
        answers[1]["attributions"].as_array().expect("a list").iter().map(|it| it["rule"].clone()).collect();
    assert!(!rules.is_empty() && !rules.contains(&json!("turn")), "{rules:?}");
}
