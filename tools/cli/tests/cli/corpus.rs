//! `whosaid corpus`: what it reads and what it writes.

use std::io::Write;
use std::{fs, thread};

use serde_json::json;

use crate::program::*;

#[test]
fn output_is_the_same_for_any_number_of_threads() {
    let folder = folder();
    let (input, output) = (folder.path().join("texts.jsonl"), folder.path().join("said.jsonl"));
    let lines = lines();
    write(&input, &lines);
    let expected = answers(&lines);
    for threads in ["1", "2", "7"] {
        let actual = run(&["corpus", path(&input), "--threads", threads], b"");
        assert_eq!(actual.status.code(), Some(1), "{}", stderr(&actual));
        assert!(actual.stdout == expected, "{threads} threads, a file");
        let arguments = ["corpus", "-", "--threads", threads, "--output", path(&output), "--force"];
        let actual = run(&arguments, &lines);
        assert_eq!(actual.status.code(), Some(1), "{}", stderr(&actual));
        assert_eq!(stdout(&actual), "");
        assert!(fs::read(&output).expect("an output") == expected, "{threads} threads, standard input");
    }
}

#[test]
fn a_folder_is_read_in_the_order_of_names() {
    let folder = folder();
    let mut expected = Vec::new();
    for (id, text) in ["B", "a/b/c", "a/d.e", "a/é", "c\n1", "empty"].into_iter().zip(texts()) {
        write(&folder.path().join(format!("{id}.txt")), &text);
        expected.extend((json!({"id": id, "text": text}).to_string() + "\n").into_bytes());
    }
    for other in ["a.md", "txt", ".txt", "a/.txt", ".git/b.txt", "a/~b.txt~"] {
        write(&folder.path().join(other), "“No,” said nobody.");
    }
    let output = run(&["corpus", path(folder.path())], b"");
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(stdout(&output), String::from_utf8(answers(&expected)).expect("UTF-8"));
}

#[test]
fn an_unreadable_file_is_answered_in_place_and_the_run_continues() {
    let folder = folder();
    for (name, bytes) in
        [("1", b"One.".as_slice()), ("2/2", b"Two\xFF"), ("3", b"Three, rather long."), ("4", b"")]
    {
        write(&folder.path().join(format!("{name}.txt")), bytes);
    }
    let output = run(&["corpus", path(folder.path()), "--longest-line", "10"], b"");
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let answers: Vec<_> = stdout(&output).lines().collect();
    assert_eq!(answers.len(), 4);
    assert!(answers[0].starts_with(r#"{"id":"1","quotations":["#), "{}", answers[0]);
    assert_eq!(answers[1], r#"{"id":"2/2","error":"2/2.txt: not UTF-8 at byte 4"}"#);
    assert_eq!(answers[2], r#"{"id":"3","error":"3.txt: longer than 10 bytes"}"#);
    assert!(answers[3].starts_with(r#"{"id":"4","quotations":["#), "{}", answers[3]);
    assert_eq!(figure(stderr(&output), "rejected"), Some(2.0), "{}", stderr(&output));
}

#[test]
fn a_line_longer_than_the_limit_is_rejected() {
    let lines =
        "{\"id\": 1, \"text\": \"\"}\n".to_owned() + &"x".repeat(300_000) + "\n{\"id\": 2, \"text\": \"\"}\n";
    let output = run(&["corpus", "-", "--longest-line", "1000"], lines.as_bytes());
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let answers: Vec<_> = stdout(&output).lines().collect();
    assert_eq!(answers.len(), 3);
    assert_eq!(answers[1], r#"{"id":null,"error":"line 2: longer than 1000 bytes"}"#);
}

#[test]
fn the_summary_counts_documents_and_speakers() {
    let lines = json!({"id": 1, "text": ARTICLE}).to_string() + "\n";
    let output = run(&["corpus", "-"], lines.repeat(3).as_bytes());
    assert!(output.status.success());
    let summary = stderr(&output);
    let analysis = whosaid::attribute(ARTICLE);
    assert_eq!(figure(summary, "documents"), Some(3.0), "{summary}");
    assert_eq!(figure(summary, "bytes of text"), Some(3.0 * ARTICLE.len() as f64), "{summary}");
    assert_eq!(figure(summary, "quotations"), Some(3.0 * analysis.quotations().len() as f64), "{summary}");
    assert_eq!(
        figure(summary, "attributions"),
        Some(3.0 * analysis.attributions().len() as f64),
        "{summary}"
    );
    assert!(figure(summary, "bytes per second").is_some_and(|rate| rate > 0.0), "{summary}");
    let (_, ranking) = summary.split_once("Most quoted:\n").expect("a ranking of speakers");
    let counts: Vec<u64> = ranking
        .lines()
        .map(|line| line.split_whitespace().next().unwrap_or("").parse().expect("a count"))
        .collect();
    assert!(counts.len() <= 10 && counts.is_sorted_by(|a, b| a >= b), "{ranking}");
    let quotations_of = |name| {
        analysis
            .quotations()
            .filter(|quotation| quotation.speaker().is_some_and(|s| s.name() == name))
            .count()
    };
    let (_, first) =
        ranking.lines().next().and_then(|line| line.trim_start().split_once("  ")).expect("a name");
    assert_eq!(counts[0], 3 * quotations_of(first) as u64, "{ranking}");
}

#[test]
fn the_input_is_not_overwritten() {
    let folder = folder();
    let input = folder.path().join("texts.jsonl");
    write(&input, lines());
    let output = run(&["corpus", path(&input), "--output", path(&input)], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("is the input"), "{}", stderr(&output));
    assert!(fs::read(&input).expect("still there") == lines());
}

#[test]
fn an_unreadable_input_is_reported_in_one_line() {
    let folder = folder();
    let missing = folder.path().join("missing");
    let output = run(&["corpus", path(&missing)], b"");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
    assert!(stderr(&output).contains("missing"), "{}", stderr(&output));
}

#[test]
fn a_closed_pipe_ends_the_run_quietly() {
    let mut child = spawn(&["corpus", "-"]);
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("standard input is piped");
    let lines = lines().repeat(2);
    thread::scope(|scope| {
        scope.spawn(move || drop(stdin.write_all(&lines)));
        let output = child.wait_with_output().expect("the program ends");
        assert!(output.status.success(), "{:?}", output.status);
        assert_eq!(stderr(&output), "");
    });
}

#[test]
fn a_folder_has_texts_of_the_endings_that_are_asked_for() {
    let folder = folder();
    let text = "“No,” said Marta Holt.";
    for name in ["a.md", "b.TXT", "c.html", "d/e.txt"] {
        write(&folder.path().join(name), text);
    }
    let ids = |ext: &str| -> Vec<String> {
        let output = run_to(0, &["corpus", path(folder.path()), "--ext", ext], b"");
        let id = |line: &str| -> serde_json::Value { serde_json::from_str(line).expect("a record") };
        stdout(&output).lines().map(|line| id(line)["id"].as_str().expect("an id").to_owned()).collect()
    };
    assert_eq!(ids("txt"), ["b", "d/e"]);
    assert_eq!(ids(".md,txt"), ["a.md", "b.TXT", "d/e.txt"]);
    let output = run_to(2, &["corpus", path(folder.path()), "--ext", "text"], b"");
    assert!(stderr(&output).contains("no texts found with the ending .text"), "{}", stderr(&output));
    assert!(stderr(&output).contains("--ext names other endings, as html, md"), "{}", stderr(&output));
}

#[test]
fn compressed_inputs_give_the_same_output() {
    let folder = folder();
    let lines = lines();
    let expected = answers(&lines);
    let gzip = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).expect("it is compressed");
        encoder.finish().expect("it is compressed")
    };
    let (first, second) = lines.split_at(lines.len() / 2);
    let zstd = |bytes: &[u8]| zstd::encode_all(bytes, 1).expect("it is compressed");
    for (name, bytes) in [
        ("texts.jsonl.gz", gzip(&lines)),
        ("texts.jsonl.zst", zstd(&lines)),
        ("members.gz", [gzip(first), gzip(second)].concat()),
        ("frames.zst", [zstd(first), zstd(second)].concat()),
    ] {
        let input = folder.path().join(name);
        write(&input, bytes);
        let output = run_to(1, &["corpus", path(&input)], b"");
        assert!(output.stdout == expected, "{name}");
    }
    let cut = zstd(&lines);
    let cut = run_to(2, &["corpus", "-"], &cut[..cut.len() / 2]);
    assert_eq!(stderr(&cut).lines().count(), 1, "{}", stderr(&cut));

    let texts = folder.path().join("texts");
    write(&texts.join("a.txt.gz"), gzip(ARTICLE.as_bytes()));
    write(&texts.join("b.txt.zst"), zstd(ARTICLE.as_bytes()));
    let output = run_to(0, &["corpus", path(&texts)], b"");
    let plain = |id| json!({"id": id, "text": ARTICLE}).to_string() + "\n";
    assert!(output.stdout == answers((plain("a") + &plain("b")).as_bytes()));
}

#[test]
fn a_column_of_texts_is_read() {
    let folder = folder();
    let text = "“We won,”\r\nsaid Marta Holt; \"all of us\".";
    let quoted = format!("\"{}\"", text.replace('"', "\"\""));
    let expected = |ids: [serde_json::Value; 2]| {
        let lines = ids.map(|id| json!({"id": id, "text": text}).to_string() + "\n");
        answers(lines.concat().as_bytes())
    };
    let named = [json!("x1"), json!("x2")];
    for (name, header, delimiter, arguments, ids) in [
        ("a.csv", ["id", "text"], ",", [].as_slice(), named.clone()),
        ("b.csv", ["id", "text"], ";", &[], named.clone()),
        ("c.tsv", ["id", "text"], "\t", &[], named.clone()),
        ("d.csv", ["key", "body"], ",", &["--text-column", "body"], [json!(2), json!(3)]),
        ("e.dat", ["key", "body"], ",", &["--text-column=body", "--id-column=key", "--from=csv"], named),
    ] {
        let input = folder.path().join(name);
        let row = |id: &str| [id, &quoted].join(delimiter) + "\n";
        write(&input, header.join(delimiter) + "\n" + &row("x1") + &row("x2"));
        let output = run_to(0, &[["corpus", path(&input)].as_slice(), arguments].concat(), b"");
        assert!(output.stdout == expected(ids), "{name}: {}", stdout(&output));
    }
    let input = folder.path().join("a.csv");
    let output = run_to(2, &["corpus", path(&input), "--text-column", "words"], b"");
    assert!(stderr(&output).contains("no column \"words\" but id, text;"), "{}", stderr(&output));
}

#[test]
fn a_refused_row_is_answered_in_its_place() {
    let table = b"id,text\n1,One\n2,Two\xFF\n3,Three, four\n4,\"Fifteen letters\"\n5\n";
    let output = run_to(1, &["corpus", "-", "--from", "csv", "--longest-line", "10"], table);
    let answers: Vec<_> = stdout(&output).lines().collect();
    assert_eq!(answers.len(), 5);
    assert_eq!(answers[1], r#"{"id":"2","error":"row 3: not UTF-8 at byte 4"}"#);
    assert_eq!(answers[3], r#"{"id":"4","error":"row 5: longer than 10 bytes"}"#);
    let unclosed = [b"id,text\n1,One\n2,\"Two\n".as_slice(), &b"x".repeat(4 << 20)].concat();
    let output = run_to(2, &["corpus", "-", "--from", "csv", "--longest-line", "10"], &unclosed);
    assert!(stderr(&output).starts_with("whosaid: row 3: longer than allowed"), "{}", stderr(&output));
}

#[test]
fn a_wrong_input_is_named() {
    let folder = folder();
    for (name, bytes, what) in [
        ("a.pdf", b"%PDF-1.7".as_slice(), "a PDF file"),
        ("b.docx", b"PK\x03\x04..", "a ZIP, Word, Excel or EPUB file"),
        ("c.jsonl", b"\xFF\xFE{\0", "UTF-16"),
        ("d.jsonl.bz2", b"BZh9", "compressed by bzip2"),
        ("e.json", b" [{\"id\": 1}]", "one object a line"),
        ("f.txt", "“No,” said Marta Holt.".as_bytes(), "not JSON Lines"),
        ("g.jsonl", b"\n \n", "no texts found"),
        ("h.csv", b"id,text\n", "no texts found"),
    ] {
        let input = folder.path().join(name);
        write(&input, bytes);
        let output = run_to(2, &["corpus", path(&input)], b"");
        assert!(stderr(&output).contains(what), "{name}: {}", stderr(&output));
        assert!(stderr(&output).contains(name), "{name}: {}", stderr(&output));
        assert_eq!(stderr(&output).lines().count(), 1, "{name}: {}", stderr(&output));
    }
}

#[test]
fn an_output_is_replaced_only_when_forced() {
    let folder = folder();
    let (input, output) = (folder.path().join("texts.jsonl"), folder.path().join("said.jsonl"));
    write(&input, "{\"id\": 1, \"text\": \"\"}\n");
    write(&output, "precious");
    let refused = run_to(2, &["corpus", path(&input), "--output", path(&output)], b"");
    assert!(stderr(&refused).contains("--force replaces it, --resume continues it"), "{}", stderr(&refused));
    assert_eq!(fs::read_to_string(&output).expect("still there"), "precious");
    run_to(0, &["corpus", path(&input), "--output", path(&output), "--force"], b"");
    assert_eq!(fs::read(&output).expect("an output"), answers(b"{\"id\": 1, \"text\": \"\"}"));
}

#[test]
fn a_table_has_the_rows_of_all_texts() {
    let lines = lines();
    let output = run_to(1, &["corpus", "-", "--format", "csv"], &lines);
    let rows = table(&output.stdout, b',');
    let (documents, kinds) = (column(&rows, "document"), column(&rows, "kind"));
    let starts = column(&rows, "index").iter().filter(|index| *index == "0").count();
    let expected = String::from_utf8(answers(&lines)).expect("UTF-8");
    let errors = expected.lines().filter(|line| line.contains("\"error\":")).count();
    assert_eq!(kinds.iter().filter(|kind| *kind == "error").count(), errors);
    let with_rows = texts().filter(|text| {
        let analysis = whosaid::attribute(text);
        analysis.quotations().len() + analysis.attributions().len() > 0
    });
    assert_eq!(starts, with_rows.count() + errors);
    assert_eq!(documents.first().map(String::as_str), Some("0"));
    assert!(column(&rows, "text")
        .iter()
        .any(|text| text.starts_with("line 9: ") && text.contains("EOF while parsing")));
}

#[test]
fn the_offsets_of_a_request_come_before_those_of_the_options() {
    let text = "😀 “Ça va,” said Marta Holt.";
    let wishes = [json!("bytes"), json!("utf16"), json!(null)];
    let lines: Vec<_> =
        wishes.iter().map(|unit| json!({"id": 1, "text": text, "offsets": unit}).to_string()).collect();
    let output =
        run_to(0, &["corpus", "-", "--format", "csv", "--offsets", "chars"], lines.join("\n").as_bytes());
    assert_eq!(column(&table(&output.stdout, b','), "start"), ["5", "3", "2"]);
    let output = run_to(0, &["corpus", "-", "--offsets", "chars"], lines.join("\n").as_bytes());
    let starts: Vec<_> = stdout(&output)
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a record"))
        .map(|record| record["quotations"][0]["span"]["start"].clone())
        .collect();
    assert_eq!(starts, [5, 3, 2]);
}

#[test]
fn a_request_adds_to_the_options() {
    let folder = folder();
    let speakers = folder.path().join("speakers.toml");
    write(
        &speakers,
        "[[speakers]]\nname = \"Marta Holt\"\naliases = [\"the harbour master\"]\nid = \"h1\"\n",
    );
    let text = "“It is late,” the harbour master said. “Is it?” the ferryman asked.";
    let line = json!({"id": 1, "text": text,
        "speakers": [{"name": "Robert Pike", "aliases": ["the ferryman"], "id": "p2"}]});
    let output = run_to(
        0,
        &["corpus", "-", "--format=csv", "--speakers", path(&speakers)],
        line.to_string().as_bytes(),
    );
    let rows = table(&output.stdout, b',');
    assert_eq!(column(&rows, "speaker"), ["Marta Holt", "Robert Pike"]);
    assert_eq!(column(&rows, "speaker_id"), ["h1", "p2"]);
}
