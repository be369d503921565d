//! Which quotations of several documents are the same, and whether they have the same speaker.

use crate::lines::{compare, document};
use whosaid_results::{Comparison, Format, Verdict};

const SAID: &str = "“The dam holds, the town is safe, and nobody has to leave home tonight,”";

/// One document for each quotation, all of one speaker.
fn said(texts: &[&str]) -> Comparison {
    let lines: Vec<String> = (0..)
        .zip(texts)
        .map(|(number, text)| {
            let id: i32 = number;
            document(&format!("d{id}"), &["Marta Holt"], &[(text, Some(0))])
        })
        .collect();
    compare(&lines)
}

fn assert_same(one: &str, other: &str) {
    for texts in [[one, other], [other, one]] {
        assert_eq!(said(&texts).quotations.len(), 1, "{texts:?}");
    }
}

fn assert_different(one: &str, other: &str) {
    for texts in [[one, other], [other, one]] {
        assert_eq!(said(&texts).quotations.len(), 0, "{texts:?}");
    }
}

#[test]
fn marks_capitals_ellipses_brackets_and_small_cuts_count_for_nothing() {
    for same in [
        "\"The dam holds; the town is safe - and nobody has to leave home tonight.\"",
        "‘THE DAM HOLDS, THE TOWN IS SAFE, AND NOBODY HAS TO LEAVE HOME TONIGHT’",
        "“[T]he dam holds, the town is safe, and nobody has to leave home tonight”",
        "“... the dam holds, the town is safe, and nobody has to leave home tonight ...”",
        "“The dam holds ... and nobody has to leave home tonight”",
        "“The dam holds, the town is safe, . . . nobody has to leave home tonight”",
        "“The dam holds, [Holtsville] is safe, and nobody has to leave home tonight”",
        "“the town is safe, and nobody has to leave”",
        "“The dam holds, the town is safe, and no one has to leave home tonight”",
        "“The dam holds, the town is safe, nobody has to leave home tonight”",
    ] {
        assert_same(SAID, same);
    }
    assert_same(
        "“We don’t want 1,000 of the U.N. trucks here,”",
        "“We dont want 1000 of the UN trucks here”",
    );
    assert_same("“Le cafe\u{301} est ferme\u{301} depuis deux ans,”", "“Le café est fermé depuis deux ans”");
}

#[test]
fn other_words_are_another_quotation() {
    for other in [
        "“The dam holds, the town is safe, but everybody should pack a bag and wait for the bus”",
        "“The dam holds”",
        "“The town is safe”",
        "“nobody has to leave home tonight, because the buses have stopped and the roads are closed to everybody”",
        "“Tonight home leave to has nobody and safe is town the holds dam the”",
    ] {
        assert_different(SAID, other);
    }
    assert_different("“I think that we should stay”", "“I think that we should leave”");
}

#[test]
fn short_quotations_are_not_compared() {
    let table = said(&["“Yes.”", "“Yes.”", "“I don’t know.”", "“I don’t know.”", "“...”", "“”"]);
    assert_eq!((table.compared, table.too_short, table.quotations.len()), (0, 6, 0));
}

#[test]
fn a_quotation_within_one_document_is_not_shared() {
    let line = document("a", &["Marta Holt"], &[(SAID, Some(0)), (SAID, Some(0))]);
    assert_eq!(compare(&[line]).quotations, []);
}

/// The verdict on documents with these speakers; an empty name is nobody.
fn verdict(speakers: &[&str]) -> Verdict {
    let lines: Vec<String> = (0..)
        .zip(speakers)
        .map(|(number, name)| {
            let id: i32 = number;
            match *name {
                "" => document(&format!("d{id}"), &[], &[(SAID, None)]),
                name => document(&format!("d{id}"), &[name], &[(SAID, Some(0))]),
            }
        })
        .collect();
    let table = compare(&lines);
    assert_eq!(table.quotations.len(), 1, "{speakers:?}");
    table.quotations[0].verdict
}

#[test]
fn documents_differ_where_they_name_different_speakers() {
    for differ in [
        ["Marta Holt", "Robert Pike"],
        ["Marta Holt", "John Holt"],
        ["Marta Holt", "|Holt Steel|organisation"],
        ["|Marta Holt|female", "|Holt|male"],
        ["John Holt", "John Holt Jr."],
        ["|Holt Steel|organisation", "|Pike Bank|organisation"],
    ] {
        assert_eq!(verdict(&differ), Verdict::Differ, "{differ:?}");
    }
    for vague in [["Marta Holt", ""], ["Marta Holt", "spokeswoman"], ["Marta Holt", "|officials|group"]] {
        assert_eq!(verdict(&vague), Verdict::Vague, "{vague:?}");
    }
    for agree in [["Marta Holt", "Marta J. Holt"], ["Marta Holt", "Holt"], ["", ""], ["spokesman", ""]] {
        assert_eq!(verdict(&agree), Verdict::Agree, "{agree:?}");
    }
    assert_eq!(verdict(&["Marta Holt", "Holt", "Robert Pike"]), Verdict::Differ);
}

#[test]
fn disagreements_come_first_and_then_those_in_most_documents() {
    let other = "“Nobody asked the people of the valley what they think of it”";
    let third = "“We will build the road whether the council likes it or not”";
    let lines = [
        document("a", &["Marta Holt"], &[(other, Some(0)), (SAID, Some(0)), (third, Some(0))]),
        document("b", &["Marta Holt"], &[(other, Some(0)), (third, Some(0))]),
        document("c", &["Marta Holt", "Robert Pike"], &[(third, Some(0)), (SAID, Some(1))]),
    ];
    let table = compare(&lines);
    let order: Vec<_> = table
        .quotations
        .iter()
        .map(|shared| (shared.text.as_str(), shared.verdict, shared.documents))
        .collect();
    assert_eq!(order, [(SAID, Verdict::Differ, 2), (third, Verdict::Agree, 3), (other, Verdict::Agree, 2)]);
    let speakers: Vec<_> = table.quotations[0]
        .speakers
        .iter()
        .map(|count| (count.speaker.as_deref(), count.documents))
        .collect();
    assert_eq!(speakers, [(Some("Marta Holt"), 1), (Some("Robert Pike"), 1)]);
}

#[test]
fn a_chain_of_parts_does_not_join_what_has_nothing_in_common() {
    let one = "“The dam holds, the town is safe and the bridge over the river is open again”";
    let between = "“the bridge over the river is open again and the school bus leaves at seven”";
    let other = "“the school bus leaves at seven and the market stays closed for another week”";
    assert_eq!(said(&[one, between, other]).quotations, []);
}

#[test]
fn comparisons_are_written_as_text_csv_and_json() {
    let lines = [
        document("a", &["Marta Holt"], &[(SAID, Some(0))]),
        document("b", &["Robert Pike"], &[("“the town is safe, and nobody has to leave”", Some(0))]),
    ];
    let table = compare(&lines);
    let written = |format| {
        let mut bytes = Vec::new();
        table.write(format, &mut bytes).expect("a list of bytes takes everything");
        String::from_utf8(bytes).expect("tables are text")
    };
    let csv = written(Format::Csv);
    assert_eq!(csv.lines().count(), 3);
    assert!(csv.starts_with("\u{FEFF}group,"));
    assert_eq!(
        csv.lines().nth(2),
        Some("1,differ,2,b,Robert Pike,0.9000,\"“the town is safe, and nobody has to leave”\"")
    );
    let json: serde_json::Value = serde_json::from_str(&written(Format::Json)).expect("JSON");
    assert_eq!(json["quotations"][0]["verdict"], "differ");
    let text = written(Format::Text);
    assert_eq!(text.lines().next(), Some(format!("differ in 2 documents: {SAID}").as_str()));
}
