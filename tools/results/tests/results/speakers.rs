//! Which speakers of several documents are one row, and what is counted for them.

use crate::lines::{document, speakers};
use whosaid::Gender;
use whosaid_results::{Format, SpeakerRow, Speakers};

/// One document for each list of speakers; everybody in it says three words.
fn table(documents: &[&[&str]]) -> Speakers {
    let lines: Vec<String> = documents
        .iter()
        .enumerate()
        .map(|(number, names)| {
            let said: Vec<_> = (0..names.len()).map(|speaker| ("“It still leaks,”", Some(speaker))).collect();
            document(&format!("d{number}"), names, &said)
        })
        .collect();
    speakers(&lines)
}

/// The rows as name and number of documents, in alphabetical order.
fn rows(documents: &[&[&str]]) -> Vec<(String, usize)> {
    let table = table(documents);
    let mut rows: Vec<_> = table.rows.iter().map(|row| (row.name.clone(), row.documents)).collect();
    rows.sort();
    rows
}

/// Asserts that each list, a document a name, is one row.
fn assert_one(lists: &[&[&str]]) {
    for list in lists {
        let documents: Vec<&[&str]> = list.iter().map(std::slice::from_ref).collect();
        let rows = rows(&documents);
        assert_eq!(rows.len(), 1, "{list:?}: {rows:?}");
        assert_eq!(rows[0].1, list.len(), "{list:?}");
    }
}

/// Asserts that each list has as many rows as names.
fn assert_apart(lists: &[&[&str]]) {
    for list in lists {
        let documents: Vec<&[&str]> = list.iter().map(std::slice::from_ref).collect();
        let rows = rows(&documents);
        assert_eq!(rows.len(), list.len(), "{list:?}: {rows:?}");
    }
}

#[test]
fn the_same_full_name_is_one_person() {
    assert_one(&[
        &["Marta Holt", "Marta Holt"],
        &["Marta Holt", "MARTA HOLT"],
        &["Renée Dubois", "Renee Dubois", "Rene\u{301}e Dubois"],
        &["Sean O’Hara", "Sean O'Hara"],
        &["J.J. Pike", "J. J. Pike", "JJ Pike"],
        &["Bill van der Holt", "Bill van der Holt"],
        // A pronoun that one document got wrong is no second person.
        &["|Marta Holt|female", "|Marta Holt|female", "|Marta Holt|male"],
    ]);
}

#[test]
fn middle_names_initials_and_short_forms_are_compatible() {
    assert_one(&[
        &["Marta Holt", "Marta J. Holt", "Marta Jane Holt"],
        &["M. Holt", "Marta Holt"],
        &["M. J. Holt", "Marta Holt"],
        &["Bob Pike", "Robert Pike"],
        &["Bob Pike", "Robert C. Pike"],
    ]);
    assert_apart(&[
        &["Marta J. Holt", "Marta K. Holt"],
        &["Marta J. Holt", "Marta K. Holt", "Marta Holt"],
        &["M. Holt", "Marta Holt", "Maria Holt"],
        &["Marta Holt", "Maria Holt"],
        &["Robert A. Pike", "Bob B. Pike"],
        &["Marta Holt", "Marta Pike"],
        // Both may be Robert, but not at once.
        &["Robert Pike", "Bob A. Pike", "Bob B. Pike"],
        &["Marta Holt", "M. J. Holt", "M. K. Holt"],
    ]);
}

#[test]
fn a_family_name_joins_the_only_person_it_can_mean() {
    assert_one(&[
        &["Holt", "Marta Holt"],
        &["|Holt|female", "Marta Holt"],
        &["de Brandt", "Bill de Brandt"],
        &["Mrs.|Holt|female", "|Marta Holt|female"],
    ]);
    assert_apart(&[
        &["Holt", "Marta Holt", "John Holt"],
        &["|Holt|male", "|Marta Holt|female"],
        &["Mr.|Holt|male", "Mrs.|Holt|female"],
        &["Miss|Holt|female", "Mrs.|Holt|female"],
        // This one may be either.
        &["Mr.|Holt|male", "Mrs.|Holt|female", "Holt"],
        &["|Holt|male", "|Marta Holt|female", "Holt"],
    ]);
    let rows = rows(&[&["|John Holt|male"], &["|Marta Holt|female"], &["|Holt|male"], &["|Holt|female"]]);
    assert_eq!(rows, [("John Holt".into(), 2), ("Marta Holt".into(), 2)]);
}

#[test]
fn an_ambiguous_family_name_is_a_row_for_each_document() {
    let table = table(&[&["|John Holt|male"], &["|Mark Holt|male"], &["|Holt|male"], &["|Holt|male"]]);
    let alone: Vec<_> = table.rows.iter().filter(|row| row.name == "Holt").collect();
    assert_eq!(alone.iter().map(|row| row.document.as_deref()).collect::<Vec<_>>(), [Some("d2"), Some("d3")]);
}

#[test]
fn a_family_name_without_a_full_one_is_one_row_unless_it_is_a_given_name() {
    assert_one(&[&["Brandtberg", "Brandtberg"], &["Mr.|Brandtberg|male", "|Brandtberg|male"]]);
    assert_apart(&[&["|Bob|male", "|Bob|male"]]);
}

#[test]
fn a_title_decides_between_people_of_one_name() {
    let president = "President|Marta Holt|female";
    let documents: [&[&str]; 6] =
        [&[president], &[president], &[president], &["|Anna Holt|female"], &["President|Holt"], &["Holt"]];
    assert_eq!(rows(&documents), [("Anna Holt".into(), 1), ("Holt".into(), 1), ("Marta Holt".into(), 4)]);
    // A title that both have decides nothing.
    let senators: [&[&str]; 7] = [
        &["Sen.|Marta Holt"],
        &["Sen.|Marta Holt"],
        &["Senator|Marta Holt"],
        &["Senator|John Holt"],
        &["Senator|John Holt"],
        &["Senator|John Holt"],
        &["Sen.|Holt"],
    ];
    assert_eq!(rows(&senators), [("Holt".into(), 1), ("John Holt".into(), 3), ("Marta Holt".into(), 3)]);
}

#[test]
fn a_slip_of_a_headline_makes_no_name_ambiguous() {
    let name = "|Marta Holt|female";
    let documents: [&[&str]; 5] = [&[name], &[name], &[name], &["Derelict Holt"], &["|Holt|female"]];
    assert_eq!(rows(&documents), [("Derelict Holt".into(), 1), ("Marta Holt".into(), 4)]);
}

#[test]
fn father_and_son_stay_apart() {
    assert_apart(&[
        &["John Holt", "John Holt Jr."],
        &["John Holt Sr.", "John Holt, Jr."],
        &["John Holt II", "John Holt III"],
        &["John Holt", "John Holt Jr.", "Holt"],
    ]);
    assert_one(&[
        &["John Holt Jr.", "John Holt, Jr.", "John Holt Junior"],
        &["John Holt III, M.D.", "John Holt III"],
    ]);
}

#[test]
fn forms_of_address_keep_people_apart() {
    assert_apart(&[
        &["Mr.|Jo Holt|male", "Mrs.|Jo Holt|female"],
        &["Mr.|Jo Holt|male", "Mrs.|Jo Holt|female", "Jo Holt"],
    ]);
    assert_one(&[&["Mrs.|Jo Holt|female", "Ms.|Jo Holt|female"], &["Mr.|Jo Holt", "|Jo Holt|male"]]);
}

#[test]
fn ids_join_and_part() {
    assert_one(&[&["|Ada Okoro|p-17", "|the mayor|p-17"], &["|Ada Okoro|p-17", "Ada Okoro", "Okoro"]]);
    assert_apart(&[
        &["|Ada Okoro|p-17", "|Ada Okoro|p-18"],
        &["|Ada Okoro|p-17", "|Ada Okoro|p-18", "Ada Okoro"],
    ]);
}

#[test]
fn roles_never_join() {
    assert_apart(&[
        &["spokesman", "spokesman"],
        &["Prime Minister", "Prime Minister"],
        &["Holt County Republican", "Holt County Republican"],
        &["adviser to Marta Holt", "adviser to Marta Holt"],
        &["|officials|group", "|officials|group"],
        &["|Democrats|group", "|Democrats|group"],
        &["|report|document", "|report|document"],
        &["|his campaign|organisation", "|his campaign|organisation"],
        &["|Holt campaign|organisation", "|Holt campaign|organisation"],
        &["|Police|organisation", "|police|organisation"],
    ]);
    let table = table(&[&["spokesman"]]);
    assert_eq!(table.rows[0].document.as_deref(), Some("d0"));
}

#[test]
fn organisations_join_by_name_and_never_join_people() {
    assert_one(&[
        &[
            "|United Nations|organisation",
            "|U.N.|organisation",
            "|UN|organisation",
            "|the United Nations|organisation",
        ],
        &["|Holt Steel|organisation", "|HOLT STEEL|organisation"],
    ]);
    assert_apart(&[
        &["|Holt|organisation", "Holt"],
        &["|Marta Holt|organisation", "Marta Holt"],
        &["|Un|organisation", "|United Nations|organisation"],
        &["|Holt Steel|organisation", "|Holt Bank|organisation"],
    ]);
}

#[test]
fn two_speakers_of_one_document_are_joined_by_nothing_but_the_same_name() {
    assert_eq!(rows(&[&["Marta Holt", "Holt"]]).len(), 2);
    assert_eq!(rows(&[&["Marta Holt", "M. Holt"]]).len(), 2);
    assert_eq!(rows(&[&["Robert Pike", "Bob Pike"]]).len(), 2);
    // In another document "Holt" means her.
    let rows = rows(&[&["Marta Holt", "Holt"], &["Holt"]]);
    assert_eq!(rows, [("Holt".into(), 1), ("Marta Holt".into(), 2)]);
}

#[test]
fn quotations_and_words_count_once() {
    let line = serde_json::json!({
        "id": 7,
        "quotations": [
            {"text": "“She said ‘it leaks’ and I believe her,”", "parent": null, "attribution": 0},
            {"text": "‘it leaks’", "parent": 0, "attribution": 1},
            {"text": "“so-called experts”", "parent": null, "attribution": null},
            {"text": "“No — never”", "parent": null, "attribution": 2}
        ],
        "attributions": [{"speaker": 0}, {"speaker": 1}, {"speaker": null}, {"speaker": 1}],
        "speakers": [{"name": "Robert Pike", "kind": "person"}, {"name": "Marta Holt", "kind": "person"}]
    });
    let table = speakers(&[line.to_string()]);
    assert_eq!((table.quotations, table.words, table.statements), (3, 10, 1));
    let counts = |row: &SpeakerRow| (row.quotations, row.words, row.statements, row.share);
    assert_eq!(table.rows.iter().map(counts).collect::<Vec<_>>(), [(1, 8, 0, 0.8), (1, 0, 1, 0.0)]);
}

#[test]
fn genders_are_counted_as_the_gender_gap_tracker_counts_them() {
    let woman = "|Marta Holt|female";
    let said = |count: usize| vec![("“It still leaks,”", Some(0)); count];
    let lines = [
        document(
            "a",
            &[woman, "|Robert Pike|male"],
            &[("“It leaks,”", Some(0)), ("“No,”", Some(1)), ("“Yes,”", Some(0))],
        ),
        document("b", &[woman], &said(5)),
        // Neither a family name nor a description is a source, but their words count.
        document("c", &["|Holt|female"], &said(1)),
        document("d", &["|spokeswoman|female"], &said(1)),
        document("e", &["Kim Brandtberg"], &said(1)),
    ];
    let table = speakers(&lines);
    let totals: Vec<_> =
        table.genders.iter().map(|total| (total.gender, total.sources, total.people, total.words)).collect();
    assert_eq!(totals, [(Some(Gender::Female), 2, 1, 24), (Some(Gender::Male), 1, 1, 1), (None, 1, 1, 3)]);
    assert_eq!(table.genders[0].share_of_sources, 0.5);
}

#[test]
fn tables_are_written_as_text_csv_and_json() {
    let lines = [document("a", &["Marta, \"Ma\" Holt"], &[("“It leaks,”", Some(0))])];
    let table = speakers(&lines);
    let written = |format| {
        let mut bytes = Vec::new();
        table.write(format, &mut bytes).expect("a list of bytes takes everything");
        String::from_utf8(bytes).expect("tables are text")
    };
    let csv = written(Format::Csv);
    assert_eq!(csv.lines().nth(1), Some("\"Marta, \"\"Ma\"\" Holt\",,person,,,,1,1,2,1.0000,0"));
    assert!(csv.starts_with("\u{FEFF}name,"));
    let json: serde_json::Value = serde_json::from_str(&written(Format::Json)).expect("JSON");
    assert_eq!(json["rows"][0]["words"], 2);
    let text = written(Format::Text);
    assert!(
        text.starts_with(
            "speaker           kind    gender  documents  quotations  words   share  statements\n"
        ),
        "{text}"
    );
}

#[test]
fn the_order_does_not_depend_on_hashes() {
    let lines: Vec<String> = (0..200)
        .map(|number| {
            let names =
                [format!("Marta Holt{}", number % 50), format!("M. Holt{}", number % 40), "Holt1".into()];
            document(
                &format!("d{number}"),
                &names.each_ref().map(String::as_str),
                &[("“Yes,”", Some(0)), ("“No,”", Some(1))],
            )
        })
        .collect();
    assert_eq!(speakers(&lines), speakers(&lines));
}

#[test]
fn refused_lines_and_broken_ones_are_told_apart() {
    use whosaid_results::{for_each_line, Line, ReadError};
    let read = |text: &str, max| {
        let mut kinds = Vec::new();
        for_each_line(text.as_bytes(), max, |line| kinds.push(matches!(line, Line::Document(_))))
            .map(|()| kinds)
    };
    let good = r#"{"id":"a","quotations":[],"attributions":[],"speakers":[]}"#;
    let refused = r#"{"id":null,"error":"line 2: no text"}"#;
    assert_eq!(
        read(&format!("{good}\n\n{refused}\n{good}"), 1000).expect("all lines are read"),
        [true, false, true]
    );
    assert!(matches!(read(&format!("{good}\n{{"), 1000), Err(ReadError::Line { line: 2, .. })));
    assert!(matches!(read(good, 20), Err(ReadError::Line { line: 1, .. })));
}
