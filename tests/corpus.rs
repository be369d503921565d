//! The `corpus` example, run as a program.
#![cfg(feature = "serde")]

mod built;

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use std::{fs, thread};

use serde_json::json;
use tempfile::TempDir;

use built::{run, spawn, stderr, stdout};

const ARTICLE: &str = include_str!("../examples/data/security_council.txt");

/// Texts of very different lengths, so that threads finish them out of order.
fn texts() -> impl Iterator<Item = String> {
    let paragraphs: Vec<_> = ARTICLE.split("\n\n").collect();
    (0..120).map(move |index| match index % 5 {
        0 => ARTICLE.repeat(1 + index % 3),
        shift => {
            paragraphs.iter().skip(shift * 3).take(index % 4).map(|text| format!("{text}\n\n")).collect()
        }
    })
}

/// The texts as input lines, with invalid and blank lines among them.
fn lines() -> Vec<u8> {
    let mut lines = Vec::new();
    for (id, text) in texts().enumerate() {
        lines.extend(json!({"id": id, "text": text}).to_string().into_bytes());
        lines.extend_from_slice(match id % 40 {
            7 => b"\n{\"id\": 1, \"text\": \"cut\n",
            17 => b"\n{\"id\": 1, \"text\": \"\xFF\"}\n",
            27 => b"\r\n \t\n",
            _ => b"\n",
        });
    }
    lines
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
    fs::write(path, bytes).expect("the file is written");
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

/// Returns the figure with this label in the summary.
fn figure(summary: &str, label: &str) -> Option<f64> {
    summary.lines().find_map(|line| line.trim_start().strip_suffix(&format!("  {label}"))?.parse().ok())
}

#[test]
fn output_equals_that_of_jsonl_for_any_number_of_threads() {
    let folder = folder();
    let (input, output) = (folder.path().join("texts.jsonl"), folder.path().join("said.jsonl"));
    let lines = lines();
    write(&input, &lines);
    let expected = run("jsonl", &[], &lines);
    assert_eq!(expected.status.code(), Some(1));
    for threads in ["1", "2", "7"] {
        let actual = run("corpus", &[path(&input), "--threads", threads], b"");
        assert_eq!(actual.status.code(), Some(1), "{}", stderr(&actual));
        assert!(stdout(&actual) == stdout(&expected), "{threads} threads, a file");
        let actual = run("corpus", &["-", "--threads", threads, "--output", path(&output)], &lines);
        assert_eq!(actual.status.code(), Some(1), "{}", stderr(&actual));
        assert_eq!(stdout(&actual), "");
        assert!(
            fs::read(&output).expect("an output") == expected.stdout,
            "{threads} threads, standard input"
        );
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
    for other in ["a.md", "txt", ".txt", "a/.txt", "a/TXT.TXT"] {
        write(&folder.path().join(other), "“No,” said nobody.");
    }
    let expected = run("jsonl", &[], &expected);
    let output = run("corpus", &[path(folder.path())], b"");
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(stdout(&output), stdout(&expected));
}

#[test]
fn an_unreadable_file_is_answered_in_place_and_the_run_continues() {
    let folder = folder();
    for (name, bytes) in
        [("1", b"One.".as_slice()), ("2/2", b"Two\xFF"), ("3", b"Three, rather long."), ("4", b"")]
    {
        write(&folder.path().join(format!("{name}.txt")), bytes);
    }
    let output = run("corpus", &[path(folder.path()), "--longest-line", "10"], b"");
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let answers: Vec<_> = stdout(&output).lines().collect();
    assert_eq!(answers.len(), 4);
    assert!(answers[0].starts_with(r#"{"id":"1","quotations":["#), "{}", answers[0]);
    assert_eq!(answers[1], r#"{"id":null,"error":"2/2.txt: not UTF-8 at byte 4"}"#);
    assert_eq!(answers[2], r#"{"id":null,"error":"3.txt: longer than 10 bytes"}"#);
    assert!(answers[3].starts_with(r#"{"id":"4","quotations":["#), "{}", answers[3]);
    assert_eq!(figure(stderr(&output), "rejected"), Some(2.0), "{}", stderr(&output));
}

#[test]
fn a_line_longer_than_the_limit_is_rejected() {
    let lines =
        "{\"id\": 1, \"text\": \"\"}\n".to_owned() + &"x".repeat(300_000) + "\n{\"id\": 2, \"text\": \"\"}\n";
    let output = run("corpus", &["-", "--longest-line", "1000"], lines.as_bytes());
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let answers: Vec<_> = stdout(&output).lines().collect();
    assert_eq!(answers.len(), 3);
    assert_eq!(answers[1], r#"{"id":null,"error":"line 2: longer than 1000 bytes"}"#);
}

#[test]
fn the_summary_counts_documents_and_speakers() {
    let lines = json!({"id": 1, "text": ARTICLE}).to_string() + "\n";
    let output = run("corpus", &["-"], lines.repeat(3).as_bytes());
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
fn a_resumed_run_continues_after_the_last_complete_line() {
    let folder = folder();
    let (input, output) = (folder.path().join("texts.jsonl"), folder.path().join("said.jsonl"));
    write(&input, lines());
    let complete = run("corpus", &[path(&input)], b"").stdout;
    let second_line = complete.iter().position(|&byte| byte == b'\n').expect("a line") + 1;
    for cut in [0, 3, second_line - 1, second_line, complete.len() / 2, complete.len() - 1, complete.len()] {
        write(&output, &complete[..cut]);
        let resumed = run("corpus", &[path(&input), "--output", path(&output), "--resume"], b"");
        assert_eq!(resumed.status.code(), Some(1), "cut at {cut}: {}", stderr(&resumed));
        assert!(fs::read(&output).expect("an output") == complete, "cut at {cut}");
        let lines = complete[..cut].iter().filter(|&&byte| byte == b'\n').count();
        let earlier = figure(stderr(&resumed), "answered by an earlier run").unwrap_or(0.0);
        assert_eq!(earlier, lines as f64, "cut at {cut}");
    }
    fs::remove_file(&output).expect("there is one");
    let restarted = run("corpus", &[path(&input), "--output", path(&output), "--resume"], b"");
    assert_eq!(restarted.status.code(), Some(1), "{}", stderr(&restarted));
    assert!(fs::read(&output).expect("an output") == complete);
}

#[test]
fn a_run_over_a_folder_can_be_resumed() {
    let folder = folder();
    let (input, output) = (folder.path().join("texts"), folder.path().join("said.jsonl"));
    for (index, text) in texts().take(12).enumerate() {
        write(&input.join(format!("{}/{index}.txt", index % 3)), text);
    }
    write(&input.join("1/broken.txt"), b"\xFF");
    let complete = run("corpus", &[path(&input)], b"").stdout;
    for cut in [complete.len() / 3, complete.len() - 1] {
        write(&output, &complete[..cut]);
        let resumed = run("corpus", &[path(&input), "--output", path(&output), "--resume"], b"");
        assert_eq!(resumed.status.code(), Some(1), "cut at {cut}: {}", stderr(&resumed));
        assert!(fs::read(&output).expect("an output") == complete, "cut at {cut}");
    }
}

#[test]
fn a_file_that_is_not_its_output_is_not_resumed() {
    let folder = folder();
    let (input, output) = (folder.path().join("texts.jsonl"), folder.path().join("said.jsonl"));
    write(&input, "{\"id\": 1, \"text\": \"\"}\n{\"id\": 2, \"text\": \"\"}\n");
    for (content, problem) in [
        ("{\"id\":2,\"quotations\":[]}\n", "line 1 answers another document"),
        ("{\"id\":1}\n{\"id\":null,\"error\":\"line 2: no\"}\n", "line 2 answers another document"),
        ("{\"id\":1}\n{\"id\":2}\n{\"id\":3}\n", "line 3 is after the end of the input"),
        ("Dear diary,\n", "line 1 is not a record"),
        ("Dear diary", "line 1 is incomplete"),
    ] {
        write(&output, content);
        let resumed = run("corpus", &[path(&input), "--output", path(&output), "--resume"], b"");
        assert_eq!(resumed.status.code(), Some(2), "{content:?}");
        assert!(stderr(&resumed).contains(problem), "{content:?}: {}", stderr(&resumed));
        assert_eq!(fs::read_to_string(&output).expect("still there"), content);
    }
}

#[test]
fn the_input_is_not_overwritten() {
    let folder = folder();
    let input = folder.path().join("texts.jsonl");
    write(&input, lines());
    let output = run("corpus", &[path(&input), "--output", path(&input)], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("is the input"), "{}", stderr(&output));
    assert!(fs::read(&input).expect("still there") == lines());
}

#[test]
fn an_unreadable_input_is_reported_in_one_line() {
    let folder = folder();
    let missing = folder.path().join("missing");
    let output = run("corpus", &[path(&missing)], b"");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
    assert!(stderr(&output).contains("missing"), "{}", stderr(&output));
}

#[test]
fn a_closed_pipe_ends_the_run_quietly() {
    let mut child = spawn("corpus", &["-"]);
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("standard input is piped");
    let lines = lines().repeat(2);
    thread::scope(|scope| {
        scope.spawn(move || drop(stdin.write_all(&lines)));
        let output = child.wait_with_output().expect("the example ends");
        assert!(output.status.success(), "{:?}", output.status);
        assert_eq!(stderr(&output), "");
    });
}

#[cfg(unix)]
#[test]
fn an_interrupt_stops_the_run_between_two_lines() {
    let folder = folder();
    let output = folder.path().join("said.jsonl");
    let record = |(id, text)| (json!({"id": id, "text": text}).to_string() + "\n").into_bytes();
    let lines: Vec<u8> = texts().enumerate().flat_map(record).collect();
    let mut child = spawn("corpus", &["-", "--output", path(&output)]);
    let mut stdin = child.stdin.take().expect("standard input is piped");
    let status = thread::scope(|scope| {
        // An endless input, so that only the interrupt can end the example.
        scope.spawn(|| while stdin.write_all(&lines).is_ok() {});
        while fs::metadata(&output).map_or(0, |file| file.len()) == 0 {
            thread::sleep(Duration::from_millis(10));
        }
        let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
        assert!(kill.success());
        child.wait().expect("the example ends")
    });
    assert_eq!(status.code(), Some(130));

    let stopped = fs::read(&output).expect("an output");
    let once = run("jsonl", &[], &lines).stdout;
    let times = stopped.len() / once.len() + 1;
    let complete = once.repeat(times);
    assert!(stopped.ends_with(b"}\n") && complete.starts_with(&stopped));
    let resumed = run("corpus", &["-", "--output", path(&output), "--resume"], &lines.repeat(times));
    assert!(resumed.status.success(), "{}", stderr(&resumed));
    assert!(fs::read(&output).expect("an output") == complete);
}
