//! CSV and TSV: what their cells hold.

use crate::program::*;
use whosaid::Span;

const TEXT: &str =
    "“Ça va,” said Marta Holt, who is 41.\n\nAt noon \"the ferry\" left. “It is \tlate,\nand \"cold\",” \
                    she said. Robert Pike said that nobody would wait.\n";

#[test]
fn a_row_has_the_fields_of_its_attribution() {
    let output = run_to(0, &["-", "--format", "csv"], TEXT.as_bytes());
    let rows = table(&output.stdout, b',');
    let cells = |name| column(&rows, name);
    assert!(output.stdout.starts_with("\u{FEFF}document,index,".as_bytes()));
    assert_eq!(cells("document"), ["-"; 4]);
    assert_eq!(cells("index"), ["0", "1", "2", "3"]);
    assert_eq!(cells("paragraph"), ["0", "1", "1", "1"]);
    assert_eq!(cells("kind"), ["direct", "", "direct", "indirect"]);
    assert_eq!(cells("speaker"), ["Marta Holt", "", "Marta Holt", "Robert Pike"]);
    assert_eq!(cells("gender"), ["female", "", "female", "male"]);
    assert_eq!(cells("source"), ["Marta Holt, who is 41", "", "she", "Robert Pike"]);
    assert_eq!(cells("cue"), ["said", "", "said", "said"]);
    assert_eq!(cells("rule")[2], "quote-source-cue");
    assert_eq!(cells("text")[2], "“It is \tlate,\nand \"cold\",”");
    let (starts, ends) = (cells("start"), cells("end"));
    for (text, (start, end)) in cells("text").iter().zip(starts.iter().zip(&ends)) {
        let place = |cell: &str| cell.parse().expect("a number");
        assert_eq!(Span::new(place(start), place(end)).of(TEXT), Some(text.as_str()));
    }
    for name in ["confidence", "speaker_confidence"] {
        let numbers: Vec<Option<f32>> = cells(name).iter().map(|cell| cell.parse().ok()).collect();
        assert!(numbers[0].is_some_and(|number| number > 0.5 && number <= 1.0) && numbers[1].is_none());
    }
}

#[test]
fn a_line_of_tsv_is_a_row() {
    let output = run_to(0, &["-", "--format", "tsv"], TEXT.as_bytes());
    assert_eq!(stdout(&output).lines().count(), 5, "{}", stdout(&output));
    let rows = table(&output.stdout, b'\t');
    assert_eq!(column(&rows, "text")[2], "“It is  late, and \"cold\",”");
}

#[test]
fn no_cell_is_a_formula() {
    let text = "“=HYPERLINK(1)” said Marta Holt. Holt said -2 was cold. Pike said +3 was colder.";
    for format in ["csv", "tsv"] {
        let output = run_to(0, &["-", "--format", format], text.as_bytes());
        let rows = table(&output.stdout, if format == "csv" { b',' } else { b'\t' });
        let starts_formula = |cell: &&String| cell.starts_with(['=', '+', '@']) || cell.starts_with("-2");
        assert_eq!(rows.iter().flatten().find(starts_formula), None);
        assert!(rows.len() > 2);
    }
}

#[test]
fn places_count_the_unit_that_is_asked_for() {
    let starts = |unit| {
        let output = run_to(
            0,
            &["-", "--format", "csv", "--offsets", unit],
            "😀 “É” – “Ça va,” said Marta Holt.".as_bytes(),
        );
        column(&table(&output.stdout, b','), "start")
    };
    assert_eq!(starts("bytes").last().map(String::as_str), Some("18"));
    assert_eq!(starts("chars").last().map(String::as_str), Some("8"));
    assert_eq!(starts("utf16").last().map(String::as_str), Some("9"));
}

#[test]
fn the_turns_of_a_transcript_are_rows() {
    let text = "MARTA HOLT: Good evening. The “gap” is wide.\n\nROBERT PIKE: They do.\n\nMARTA HOLT: Why?\n";
    let output = run_to(0, &["-", "--format", "csv", "--genre", "transcript"], text.as_bytes());
    let rows = table(&output.stdout, b',');
    assert_eq!(column(&rows, "kind"), ["turn"; 3]);
    let shown = run_to(0, &["-", "--genre", "transcript"], text.as_bytes());
    assert!(stdout(&shown).contains("They do."), "{}", stdout(&shown));
}
