//! `whosaid speakers` and `whosaid compare`: tables over results.

use std::path::Path;

use serde_json::json;

use crate::program::*;

const QUOTATION: &str = "“The ferry will wait until the last of us is aboard,”";

/// Results over three documents, of which the last was refused.
fn results(folder: &Path) -> String {
    let lines = [
        json!({"id": "a", "text": format!("{QUOTATION} said Marta Holt, the mayor.")}).to_string(),
        json!({"id": "b", "text": format!("{QUOTATION} Robert Pike said. “Yes,” Marta Holt said.")})
            .to_string(),
        json!({"id": "c"}).to_string(),
    ];
    let output = folder.join("said.jsonl");
    run_to(1, &["corpus", "-", "-o", path(&output)], lines.join("\n").as_bytes());
    path(&output).to_owned()
}

#[test]
fn a_speaker_of_several_documents_is_one_row() {
    let folder = folder();
    let results = results(folder.path());
    let output = run_to(1, &["speakers", &results, "--format", "csv"], b"");
    let rows = table(&output.stdout, b',');
    assert_eq!(column(&rows, "name"), ["Marta Holt", "Robert Pike"]);
    assert_eq!(column(&rows, "documents"), ["2", "1"]);
    assert_eq!(stderr(&output), "whosaid: 1 of the documents were refused and are not counted\n");
    let genders = run_to(1, &["speakers", &results, "--format", "csv", "--genders"], b"");
    assert!(stdout(&genders).contains("female,"), "{}", stdout(&genders));
    let text = run_to(1, &["speakers", &results], b"");
    assert!(stdout(&text).lines().count() > 3 && stdout(&text).contains("Marta Holt"), "{}", stdout(&text));
}

#[test]
fn a_quotation_of_several_documents_is_found_with_its_speakers() {
    let folder = folder();
    let results = results(folder.path());
    let text = run_to(1, &["compare", &results], b"");
    for words in ["The ferry will wait", "Marta Holt", "Robert Pike"] {
        assert!(stdout(&text).contains(words), "{words}: {}", stdout(&text));
    }
    let file = folder.path().join("shared.csv");
    run_to(1, &["compare", &results, "-o", path(&file)], b"");
    let rows = table(&std::fs::read(&file).expect("a table"), b',');
    assert_eq!(rows.len(), 3, "{rows:?}");
    let none = run_to(1, &["compare", &results, "--format", "csv", "--min-words", "30"], b"");
    assert_eq!(table(&none.stdout, b',').len(), 1);
}

#[test]
fn their_tables_are_safe_in_a_spreadsheet() {
    let folder = folder();
    let lines = ["=a", "=b"].map(|id| {
        json!({"id": id, "text": format!("{QUOTATION} said a spokesman. {QUOTATION} said Marta Holt.")})
            .to_string()
    });
    let said = folder.path().join("said.jsonl");
    run_to(0, &["corpus", "-", "-o", path(&said)], lines.join("\n").as_bytes());
    for (arguments, documents) in
        [(["speakers", path(&said)], ["'=a", "'=b"]), (["compare", path(&said)], ["'=a", "'=b"])]
    {
        let output = run_to(0, &[&arguments[..], &["--format", "csv"]].concat(), b"");
        assert!(output.stdout.starts_with("\u{FEFF}".as_bytes()), "{arguments:?}");
        let cells = column(&table(&output.stdout, b','), "document");
        for document in documents {
            assert!(cells.iter().any(|cell| cell == document), "{arguments:?}: {cells:?}");
        }
        assert!(!cells.iter().any(|cell| cell.starts_with('=')), "{arguments:?}: {cells:?}");
    }
    let genders = run_to(0, &["speakers", path(&said), "--genders", "--format", "csv"], b"");
    assert!(stdout(&genders).starts_with("\u{FEFF}gender,"), "{}", stdout(&genders));
}

#[test]
fn what_are_no_results_is_named_in_one_line() {
    let folder = folder();
    let file = folder.path().join("said.csv");
    write(&file, "document,index\na,0\n");
    for command in ["speakers", "compare"] {
        let refused = run_to(2, &[command, path(&file)], b"");
        let message = stderr(&refused);
        assert!(message.contains("said.csv: line 1: no results of whosaid: not an object; "), "{message}");
        assert!(message.lines().count() == 1, "{message}");
        let refused = run_to(2, &[command, "-"], b"");
        assert!(stderr(&refused).contains("no results found"), "{}", stderr(&refused));
    }
}
