//! Runs the command as a program.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use records::Lines;
use serde_json::json;
use tempfile::TempDir;

pub const ARTICLE: &str = include_str!("../../../../examples/data/security_council.txt");

pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    command.args(arguments).env("COLUMNS", "100").env_remove("NO_COLOR");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

pub fn spawn(arguments: &[&str]) -> Child {
    command(arguments).spawn().expect("the program starts")
}

pub fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = spawn(arguments);
    let mut stdin = child.stdin.take().expect("standard input is piped");
    thread::scope(|scope| {
        // Ignores the error of a program that closes its input early.
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output().expect("the program ends")
    })
}

/// Runs the program, which has to end with this status.
pub fn run_to(status: i32, arguments: &[&str], input: &[u8]) -> Output {
    let output = run(arguments, input);
    assert_eq!(output.status.code(), Some(status), "{arguments:?}: {}", stderr(&output));
    output
}

pub fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8 on standard output")
}

pub fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8 on standard error")
}

pub fn path(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

pub fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
    fs::write(path, bytes).expect("the file is written");
}

pub fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

/// Texts of very different lengths, so that threads finish them out of order.
pub fn texts() -> impl Iterator<Item = String> {
    let paragraphs: Vec<_> = ARTICLE.split("\n\n").collect();
    (0..120).map(move |index| match index % 5 {
        0 => ARTICLE.repeat(1 + index % 3),
        shift => {
            paragraphs.iter().skip(shift * 3).take(index % 4).map(|text| format!("{text}\n\n")).collect()
        }
    })
}

/// The texts as input lines, with invalid and blank lines among them.
pub fn lines() -> Vec<u8> {
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

/// The answers that the library gives to lines, in order.
pub fn answers(lines: &[u8]) -> Vec<u8> {
    let mut answers = Vec::new();
    for line in Lines::new(lines, usize::MAX) {
        let line = line.expect("a line");
        match line.request() {
            Ok(request) => records::write_record(&mut answers, request.id, whosaid::attribute(&request.text)),
            Err(reason) => records::write_error(&mut answers, line.id(), &reason),
        }
        .expect("an answer");
    }
    answers
}

/// Returns the figure with this label in the summary.
pub fn figure(summary: &str, label: &str) -> Option<f64> {
    summary.lines().find_map(|line| line.trim_start().strip_suffix(&format!("  {label}"))?.parse().ok())
}

/// The rows of a table, each a list of cells; the first is the header.
pub fn table(bytes: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(bytes);
    reader.records().map(|row| row.expect("rows of one length").iter().map(str::to_owned).collect()).collect()
}

/// The cells of a column, without its name.
pub fn column(table: &[Vec<String>], name: &str) -> Vec<String> {
    let header = table.first().expect("a header");
    let at = header.iter().position(|column| column == name).expect("the column is there");
    table[1..].iter().map(|row| row[at].clone()).collect()
}
