//! `whosaid FILE...`: who said what in a few texts.

use std::fs;
use std::io::Write;
use std::thread;

use crate::program::*;

const TEXT: &str = "“We won,” said Marta Holt, the mayor.\n\n\
                    He was “a bit late”, Robert Pike said. Holt said that the ferry would wait.\n";

#[test]
fn who_said_what_is_shown_side_by_side() {
    let output = run_to(0, &["-"], TEXT.as_bytes());
    let expected = " Marta Holt  “We won,”\nRobert Pike  “a bit late”\n\n1  Marta Holt\n1  Robert Pike\n";
    assert_eq!(stdout(&output), expected);
    assert_eq!(stderr(&output), "");
    let output = run_to(0, &["-", "--statements"], TEXT.as_bytes());
    assert!(stdout(&output).contains(" Marta Holt  that the ferry would wait\n"), "{}", stdout(&output));
    assert!(stdout(&output).contains("2  Marta Holt\n"), "{}", stdout(&output));
}

#[test]
fn the_evidence_names_source_cue_rule_and_probabilities() {
    let output = run_to(0, &["-", "--evidence"], TEXT.as_bytes());
    let analysis = whosaid::attribute(TEXT);
    let first = analysis.attributions().next().expect("an attribution");
    let expected = format!(
        "source \"Marta Holt, the mayor\", cue \"said\", direct quote-cue-source, {:.2}, {:.2} for the name",
        first.confidence(),
        first.speaker_confidence().expect("a speaker")
    );
    let shown = stdout(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains(&expected), "{shown}");
}

#[test]
fn lines_are_as_wide_as_the_terminal() {
    for columns in [40, 80] {
        let mut command = command(&["-", "--evidence", "--statements"]);
        let mut child = command.env("COLUMNS", columns.to_string()).spawn().expect("the program starts");
        child.stdin.take().expect("piped").write_all(ARTICLE.as_bytes()).expect("it listens");
        let output = child.wait_with_output().expect("the program ends");
        let longest = stdout(&output).lines().map(|line| line.chars().count()).max();
        assert!(longest.is_some_and(|longest| longest <= columns && longest > columns - 12), "{longest:?}");
    }
}

#[test]
fn colours_are_for_terminals_or_on_request() {
    let plain = run_to(0, &["-"], TEXT.as_bytes());
    assert!(!stdout(&plain).contains('\x1b'));
    let colours = run_to(0, &["-", "--color", "always"], TEXT.as_bytes());
    assert!(stdout(&colours).contains('\x1b'));
    let folder = folder();
    let file = folder.path().join("said.text");
    run_to(0, &["-", "--color", "always", "-o", path(&file)], TEXT.as_bytes());
    assert_eq!(fs::read(&file).expect("an output"), plain.stdout);
}

#[test]
fn a_text_cannot_write_escape_sequences() {
    let text = "“We \x1b[31mwon,” said Marta Holt.";
    for format in ["text", "md"] {
        let output = run_to(0, &["-", "--format", format], text.as_bytes());
        assert!(!stdout(&output).contains('\x1b'), "{format}: {}", stdout(&output));
    }
}

#[test]
fn several_files_are_answered_in_order_and_bad_ones_are_named() {
    let folder = folder();
    for (name, bytes) in
        [("a.txt", TEXT.as_bytes()), ("b.txt", b"\xFF"), ("c.txt", b"%PDF-1.4"), ("d.jsonl", b"")]
    {
        write(&folder.path().join(name), bytes);
    }
    let of = |name: &str| path(&folder.path().join(name)).to_owned();
    let (a, b, c, d) = (of("a.txt"), of("b.txt"), of("c.txt"), of("d.jsonl"));
    let missing = of("e.txt");
    let files = [a.as_str(), &b, &c, &d, path(folder.path()), &missing, &a];
    let output = run_to(1, &files, b"");
    assert_eq!(stdout(&output).matches(&a).count(), 2, "{}", stdout(&output));
    let reasons: Vec<_> = stderr(&output).lines().collect();
    assert_eq!(reasons.len(), 5, "{}", stderr(&output));
    for (reason, what) in reasons.iter().zip([
        "b.txt: not UTF-8 at byte 1",
        "c.txt: a PDF file, not a text",
        "d.jsonl: a file of many texts; \"whosaid corpus\" reads those",
        ": a folder; \"whosaid corpus\" reads folders",
        "e.txt: ",
    ]) {
        assert!(reason.starts_with("whosaid: ") && reason.contains(what), "{reason}");
        assert!(!reason.contains("os error"), "{reason}");
    }
}

#[test]
fn json_is_a_record_of_the_library_for_each_file() {
    let folder = folder();
    let files = ["a.txt", "b.txt"].map(|name| folder.path().join(name));
    files.iter().for_each(|file| write(file, TEXT));
    let output = run_to(0, &["--format", "json", path(&files[0]), path(&files[1])], b"");
    let lines: Vec<_> = stdout(&output).lines().collect();
    assert_eq!(lines.len(), 2);
    for (line, file) in lines.iter().zip(&files) {
        let mut expected = Vec::new();
        records::write_record(&mut expected, path(file), whosaid::attribute(TEXT)).expect("a record");
        assert_eq!(format!("{line}\n").into_bytes(), expected);
    }
}

#[test]
fn json_counts_places_in_the_unit_that_is_asked_for() {
    let text = "😀 “É” – “Ça va,” said Marta Holt.";
    for (unit, convert) in [
        (
            "bytes",
            (|span, _| Some(span.range())) as fn(whosaid::Span, &str) -> Option<std::ops::Range<usize>>,
        ),
        ("chars", whosaid::Span::in_chars),
        ("utf16", whosaid::Span::in_utf16),
    ] {
        let output = run_to(0, &["-", "--format", "json", "--offsets", unit], text.as_bytes());
        assert!(stdout(&output).starts_with("{\"id\":\"-\","));
        let record: serde_json::Value = serde_json::from_str(stdout(&output)).expect("a record");
        let analysis = whosaid::attribute(text);
        let quotation = analysis.quotations().next_back().expect("a quotation");
        let attribution = quotation.attribution().expect("an attribution");
        let source = attribution.source().expect("a source");
        for (span, place) in [
            (quotation.span(), &record["quotations"][1]["span"]),
            (quotation.content(), &record["quotations"][1]["content"]),
            (attribution.content()[0], &record["attributions"][0]["content"][0]),
            (source.span(), &record["attributions"][0]["source"]["span"]),
            (source.span(), &record["speakers"][0]["mentions"][0]),
        ] {
            let expected = convert(span, text).expect("a place");
            assert_eq!(
                (&place["start"], &place["end"]),
                (&expected.start.into(), &expected.end.into()),
                "{unit}"
            );
        }
    }
}

#[test]
fn markdown_shows_what_is_in_the_text() {
    let text = "“We *won* <b>it</b>,” said Marta Holt.";
    let output = run_to(0, &["-", "--format", "md"], text.as_bytes());
    assert_eq!(
        stdout(&output),
        "## \\-\n\n- **Marta Holt**: “We \\*won\\* \\<b\\>it\\</b\\>,”\n\n\
         | speaker | times |\n|---|--:|\n| Marta Holt | 1 |\n"
    );
}

#[test]
fn a_page_holds_all_files() {
    let folder = folder();
    let files = ["a.txt", "b.txt"].map(|name| folder.path().join(name));
    files.iter().for_each(|file| write(file, TEXT.replace("late", "<script>late")));
    let page = folder.path().join("said.html");
    run_to(0, &[path(&files[0]), path(&files[1]), "-o", path(&page)], b"");
    let page = fs::read_to_string(&page).expect("a page");
    assert!(page.starts_with("<!DOCTYPE html>"));
    assert!(files.iter().all(|file| page.contains(path(file))) && page.contains("Robert Pike"));
    assert!(page.contains(&format!("<title>{} and 1 more – who said what</title>", path(&files[0]))));
    assert!(page.contains("&lt;script&gt;late") && !page.contains("<script>late"));
}

#[test]
fn a_page_shows_what_was_rejected() {
    let output = run_to(0, &["-", "--format", "html", "--kinds", "indirect"], TEXT.as_bytes());
    let attributor = whosaid::Attributor::builder().kinds([whosaid::AttributionKind::Indirect]).build();
    let explanation = attributor.expect("an attributor").explain(TEXT);
    let report =
        whosaid_report::Report::new("-").with(whosaid_report::Document::explained("-", &explanation));
    assert_eq!(stdout(&output), report.to_html());
    assert!(whosaid_report::rejected(&explanation).count() > 0);
}

#[test]
fn an_output_names_its_format_and_is_not_replaced() {
    let folder = folder();
    let (input, output) = (folder.path().join("a.txt"), folder.path().join("said.csv"));
    write(&input, TEXT);
    run_to(0, &[path(&input), "-o", path(&output)], b"");
    let rows = table(&fs::read(&output).expect("an output"), b',');
    assert_eq!(column(&rows, "speaker"), ["Marta Holt", "Robert Pike", "Marta Holt"]);
    let refused = run_to(2, &[path(&input), "-o", path(&output)], b"");
    assert!(stderr(&refused).contains("is already there: --force replaces it"), "{}", stderr(&refused));
    run_to(0, &[path(&input), "-o", path(&output), "--force"], b"");
    let refused = run_to(2, &[path(&input), "-o", path(&input), "--force"], b"");
    assert!(stderr(&refused).contains("is the input"), "{}", stderr(&refused));
    assert_eq!(fs::read_to_string(&input).expect("still there"), TEXT);
}

#[test]
fn an_answer_is_explained() {
    let text = "“We \x1b[31mwon,” said Marta Holt.\n";
    let short = run_to(0, &["explain", "-"], text.as_bytes());
    let explanation = whosaid::Attributor::default().explain(text);
    assert_eq!(stdout(&short), explanation.to_string().replace('\x1b', "\u{FFFD}"));
    assert!(stdout(&short).contains("nobody"), "{}", stdout(&short));
    let all = run_to(0, &["explain", "-", "--all"], text.as_bytes());
    assert!(stdout(&all).len() > 2 * stdout(&short).len());
    let json = run_to(0, &["explain", "-", "--format", "json"], text.as_bytes());
    assert_eq!(stdout(&json), serde_json::to_string(&explanation).expect("JSON") + "\n");
    let refused = run_to(2, &["explain", "missing.txt"], b"");
    assert!(stderr(&refused).starts_with("whosaid: missing.txt: "), "{}", stderr(&refused));
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let mut child = spawn(&["-"]);
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("standard input is piped");
    thread::scope(|scope| {
        scope.spawn(move || drop(stdin.write_all(ARTICLE.repeat(20).as_bytes())));
        let output = child.wait_with_output().expect("the program ends");
        assert!(output.status.success(), "{:?}", output.status);
        assert_eq!(stderr(&output), "");
    });
}
