//! The examples, run as programs.
#![cfg(feature = "serde")]

mod built;

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::{env, fs, thread};

use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::{json, Value};

use built::{run, spawn, stderr, stdout};

const ARTICLE: &str = include_str!("../examples/data/security_council.txt");
const SPEAKERS: &str = include_str!("../examples/data/security_council.tsv");

/// The first words and the speaker of each quotation of the bundled article; the speaker is empty if there is none.
fn expected_rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    SPEAKERS.lines().map(|row| row.split_once('\t').expect("a row has two columns"))
}

fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Returns the keys of a JSON object in their written order, which `Value` does not keep.
fn keys(object: &str) -> Vec<String> {
    struct Keys;
    impl<'de> Visitor<'de> for Keys {
        type Value = Vec<String>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut keys = Vec::new();
            while let Some((key, IgnoredAny)) = map.next_entry()? {
                keys.push(key);
            }
            Ok(keys)
        }
    }
    serde_json::Deserializer::from_str(object).deserialize_map(Keys).expect("a JSON object")
}

/// Returns the name and the text of each quotation that the `article` example prints for the bundled article,
/// with wrapped lines joined.
fn printed_quotations() -> Vec<(String, String)> {
    let output = run("article", &[], b"");
    assert!(output.status.success(), "{}", stderr(&output));
    let (list, _) = stdout(&output).split_once("\n\n").expect("a blank line before the tally");
    let mut printed: Vec<(String, String)> = Vec::new();
    for line in list.lines() {
        let (name, words) = line.trim_start().split_once("  ").unwrap_or(("", line.trim_start()));
        match printed.last_mut() {
            Some((_, quotation)) if name.is_empty() => {
                quotation.push(' ');
                quotation.push_str(words);
            }
            _ => printed.push((name.to_owned(), words.to_owned())),
        }
    }
    printed
}

#[test]
fn expected_rows_are_in_the_order_of_the_bundled_article() {
    let mut rest = ARTICLE;
    for (words, _) in expected_rows() {
        let place =
            rest.find(&format!("“{words}")).unwrap_or_else(|| panic!("no “{words} after the last row"));
        rest = &rest[place + words.len()..];
    }
}

#[test]
fn bundled_article_is_attributed_correctly() {
    let analysis = whosaid::attribute(ARTICLE);
    let found: Vec<_> = analysis
        .quotations()
        .map(|quotation| {
            let name = quotation.speaker().map_or("", |speaker| speaker.name()).to_owned();
            (quotation.content_text().to_owned(), name)
        })
        .collect();
    assert_eq!(found.len(), expected_rows().count(), "{found:#?}");
    for ((words, speaker), (content, name)) in expected_rows().zip(&found) {
        assert!(content.starts_with(words), "{content:?} where {words:?} is expected");
        assert_eq!(name, speaker, "speaker of {content:?}");
    }
}

#[test]
fn article_prints_every_quotation_with_its_speaker() {
    let printed = printed_quotations();
    assert_eq!(printed.len(), expected_rows().count(), "{printed:#?}");
    for ((words, speaker), (name, quotation)) in expected_rows().zip(&printed) {
        let speaker = if speaker.is_empty() { "—" } else { speaker };
        assert!(quotation.starts_with(&format!("“{words}")), "{quotation:?} where {words:?} is expected");
        assert_eq!(name, speaker, "speaker of {quotation:?}");
    }
}

#[test]
fn article_counts_the_quotations_of_each_speaker() {
    let mut expected: Vec<(usize, &str)> = Vec::new();
    for (_, speaker) in expected_rows().filter(|(_, speaker)| !speaker.is_empty()) {
        match expected.iter_mut().find(|(_, name)| *name == speaker) {
            Some((times, _)) => *times += 1,
            None => expected.push((1, speaker)),
        }
    }
    expected.sort_by_key(|&(times, _)| std::cmp::Reverse(times));
    let output = run("article", &[], b"");
    let (_, tally) = stdout(&output).split_once("\n\n").expect("a blank line before the tally");
    let printed: Vec<_> = tally
        .lines()
        .map(|line| line.trim_start().split_once("  ").expect("a count and a name"))
        .map(|(times, name)| (times.parse().expect("a count"), name))
        .collect();
    assert_eq!(printed, expected);
}

#[test]
fn article_reads_a_path_or_standard_input() {
    let path = scratch("article.txt");
    fs::write(&path, ARTICLE).expect("the file is written");
    let bundled = run("article", &[], b"");
    let from_path = run("article", &[path.to_str().expect("a path in UTF-8")], b"");
    let from_stdin = run("article", &["-"], ARTICLE.as_bytes());
    assert!(bundled.status.success(), "{}", stderr(&bundled));
    for output in [from_path, from_stdin] {
        assert!(output.status.success(), "{}", stderr(&output));
        assert_eq!(stdout(&output), stdout(&bundled));
    }
}

#[test]
fn article_attributes_standard_input() {
    let output = run("article", &["-"], "“We won,” said Wang Yi.".as_bytes());
    assert_eq!(stdout(&output), "Wang Yi  “We won,”\n\n1  Wang Yi\n");
}

#[test]
fn article_reports_an_unreadable_input_in_one_line() {
    let (missing, folder, binary) = (scratch("missing.txt"), scratch("folder.txt"), scratch("binary.txt"));
    fs::create_dir_all(&folder).expect("the folder is made");
    fs::write(&binary, b"\xE2\x80\x9CWe won,\xFF said nobody.").expect("the file is written");
    for (path, reason) in [(missing, "No such file"), (folder, "directory"), (binary, "valid UTF-8")] {
        let output = run("article", &[path.to_str().expect("a path in UTF-8")], b"");
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name in UTF-8");
        assert!(!output.status.success(), "{name}");
        assert_eq!(stdout(&output), "", "{name}");
        assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
        assert!(stderr(&output).contains(name), "{}", stderr(&output));
        assert!(stderr(&output).contains(reason), "{}", stderr(&output));
    }
    let output = run("article", &["-"], b"\xFF");
    assert!(!output.status.success());
    assert!(stderr(&output).contains("valid UTF-8"), "{}", stderr(&output));
}

#[test]
fn article_accepts_any_text() {
    let wide = "「".repeat(500) + &"漢".repeat(500);
    for text in ["", "\n", "“", "”", "\u{FEFF}“a\u{1B}[31m”", "“\u{301}\u{200D}👩‍👩‍👧” said 👩‍👩‍👧.", &wide]
    {
        let output = run("article", &["-"], text.as_bytes());
        assert!(output.status.success(), "{text:?}: {}", stderr(&output));
        assert!(!stdout(&output).contains('\u{1B}'), "{text:?}");
    }
}

#[test]
fn article_shows_evidence_and_statements_on_request() {
    let text = "“We won,” said Wang Yi. Ida Crane said that nobody lost.";
    let plain = run("article", &["-"], text.as_bytes());
    assert_eq!(stdout(&plain).lines().count(), 3, "{}", stdout(&plain));
    let full = run("article", &["--evidence", "--statements", "-"], text.as_bytes());
    let lines: Vec<&str> = stdout(&full).lines().map(str::trim).collect();
    assert_eq!(lines[0], "Wang Yi  “We won,”");
    assert!(lines[1].starts_with("Wang Yi | said | quote-cue-source | "), "{}", lines[1]);
    assert_eq!(lines[2], "Ida Crane  that nobody lost");
    assert!(lines[3].starts_with("Ida Crane | said | "), "{}", lines[3]);
}

/// The output of an example that needs no input.
fn shown(name: &str) -> String {
    let output = run(name, &[], b"");
    assert!(output.status.success(), "{}", stderr(&output));
    stdout(&output).to_owned()
}

#[test]
fn known_speakers_come_back_with_their_ids() {
    let shown = shown("known_speakers");
    let ids: Vec<&str> =
        shown.lines().filter_map(|line| line.split_once(':')).map(|(before, _)| before).collect();
    let [guterres, blinken] = ["un-1  António Guterres", "us-7  Antony Blinken"];
    assert_eq!(ids, [guterres, guterres, blinken, "-     Olena Moroz"], "{shown}");
}

#[test]
fn custom_cues_are_found_in_all_forms() {
    let expected = "Marta Holt [harrumphed] “Splendid,”\nRobert Pike [went] “We open on Monday,”\n\
                    Marta Holt [harrumphs] “Not if I can help it,”\n";
    assert_eq!(shown("custom_cues"), expected);
}

#[test]
fn speakers_are_listed_with_titles_gender_and_counts() {
    let shown = shown("speakers");
    let of = |name: &str| -> Vec<&str> {
        shown.lines().skip_while(|line| !line.starts_with(name)).take(4).collect()
    };
    let guterres = of("Antonio Guterres");
    assert_eq!(
        guterres[..2],
        ["Antonio Guterres (person, male)", "    titles: U.N. Secretary-General"],
        "{shown}"
    );
    assert!(guterres[3].contains("7 quotations"), "{shown}");
    for name in ["Antony Blinken", "Sergey Lavrov", "Dmytro Kuleba", "Karim Khan", "Simon Coveney"] {
        assert!(!of(name).is_empty(), "{name}: {shown}");
    }
}

#[test]
fn spans_are_shown_in_three_units() {
    let shown = shown("spans");
    assert!(
        shown.contains("bytes 19..62, chars 19..41, utf16 19..42: \"«Да здравствует мир 🕊»\""),
        "{shown}"
    );
    assert!(shown.contains("paragraph 1, sentence 2"), "{shown}");
}

#[test]
fn novel_finds_speakers_without_cues() {
    let shown = shown("novel");
    let speakers: Vec<&str> = shown.lines().filter_map(|line| Some(line.split_once(':')?.0)).collect();
    assert_eq!(
        speakers,
        [
            "Marta Holt (by a cue)",
            "Robert Pike (by a cue)",
            "Marta Holt (by turns)",
            "Robert Pike (by what they do)",
            "Marta Holt (by turns)",
        ]
    );
}

#[test]
fn examples_are_short() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let files = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    let examples: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|it| it == "rs")).collect();
    assert!(examples.len() >= 7);
    for path in examples {
        let text = fs::read_to_string(&path).expect("an example");
        let code =
            text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).count();
        assert!(code < 80, "{} has {code} lines of code", path.display());
    }
}

#[test]
fn article_prints_its_usage() {
    let output = run("article", &["--help"], b"");
    assert!(output.status.success());
    assert!(stdout(&output).contains("Usage: article"), "{}", stdout(&output));
}

#[test]
fn jsonl_writes_the_documented_record() {
    let line = json!({"id": "a1", "text": "“We won,” said Wang Yi."}).to_string();
    let output = run("jsonl", &[], line.as_bytes());
    assert!(output.status.success(), "{}", stderr(&output));
    let (before, after) = stdout(&output).split_once("\"confidence\":").expect("an attribution");
    let (confidences, after) = after.split_once(",\"parent\":null}").expect("the end of the attribution");
    let (confidence, of_speaker) = confidences.split_once(",\"speaker_confidence\":").expect("two numbers");
    for confidence in [confidence, of_speaker] {
        let confidence: f32 = confidence.parse().expect("a number");
        assert!((0.0..=1.0).contains(&confidence), "{confidence}");
    }
    assert_eq!(
        before,
        r#"{"id":"a1","quotations":[{"index":0,"paragraph":0,"sentence":0,"span":{"start":0,"end":13},"content":{"start":3,"end":10},"#.to_owned()
            + r#""text":"“We won,”","parent":null,"attribution":0}],"#
            + r#""attributions":[{"index":0,"paragraph":0,"sentence":0,"kind":"direct","content":[{"start":0,"end":13,"text":"“We won,”"}],"#
            + r#""cue":{"span":{"start":14,"end":18},"text":"said"},"#
            + r#""source":{"span":{"start":19,"end":26},"text":"Wang Yi"},"#
            + r#""speaker":0,"rule":"quote-cue-source","#
    );
    assert_eq!(
        after,
        r#"],"speakers":[{"index":0,"paragraph":0,"sentence":0,"name":"Wang Yi","kind":"person","gender":null,"id":null,"titles":[],"#.to_owned()
            + r#""mentions":[{"start":19,"end":26}]}]}"#
            + "\n"
    );
}

#[test]
fn jsonl_finds_the_speakers_that_a_request_names() {
    let text = "“We will rebuild,” Guterres said. “When?” asked Ida Crane.";
    let speakers = json!([{"name": "António Guterres", "aliases": ["the U.N. chief"]}]);
    let line = json!({"id": 1, "text": text, "speakers": speakers}).to_string();
    let record: Value = serde_json::from_str(stdout(&run("jsonl", &[], line.as_bytes()))).expect("a record");
    let names: Vec<&Value> =
        record["speakers"].as_array().expect("a list").iter().map(|s| &s["name"]).collect();
    assert_eq!(names, ["António Guterres", "Ida Crane"]);
}

#[test]
fn jsonl_gives_what_a_request_asks_for() {
    let text = "“We will rebuild,” the harbour master said. Ida Crane said that it was late.";
    let ask = |options: Value| -> Value {
        let mut request = json!({"id": 1, "text": text});
        request.as_object_mut().expect("an object").extend(options.as_object().expect("an object").clone());
        serde_json::from_str(stdout(&run("jsonl", &[], request.to_string().as_bytes()))).expect("a record")
    };
    let count = |options| ask(options)["attributions"].as_array().expect("a list").len();
    assert_eq!(count(json!({})), 2);
    assert_eq!(count(json!({"kinds": ["indirect"]})), 1);
    assert_eq!(count(json!({"kinds": ["turn", "mixed"], "genre": "news"})), 0);
    assert_eq!(count(json!({"min_confidence": 0})), 2);
    assert_eq!(count(json!({"min_confidence": 1})), 0);
    let record =
        ask(json!({"speakers": [{"id": "h1", "name": "Olu Berg", "aliases": ["the harbour master"]}]}));
    assert_eq!(record["speakers"][0]["name"], "Olu Berg");
    assert_eq!(record["speakers"][0]["id"], "h1");
    assert_eq!(record["speakers"][1]["id"], Value::Null);
}

#[test]
fn jsonl_refuses_a_request_whose_speakers_share_a_name() {
    let speakers = json!([{"name": "Ida Crane"}, {"name": "Ida Crane"}]);
    let line = json!({"id": 1, "text": "", "speakers": speakers}).to_string();
    let output = run("jsonl", &[], line.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("line 1: ") && stdout(&output).contains("Ida Crane"));
}

#[test]
fn jsonl_answers_every_line_in_order() {
    let lines = [r#"{"id": "b", "text": "One."}"#, "  \t", r#"{"text": "Two.", "more": [], "id": 7}"#];
    let output = run("jsonl", &[], lines.join("\r\n").as_bytes());
    assert!(output.status.success(), "{}", stderr(&output));
    let ids: Vec<Value> = stdout(&output)
        .lines()
        .map(|line| {
            assert_eq!(keys(line), ["id", "quotations", "attributions", "speakers"]);
            serde_json::from_str::<Value>(line).expect("a record")["id"].clone()
        })
        .collect();
    assert_eq!(ids, [json!("b"), json!(7)]);
    assert!(stdout(&output).ends_with("}\n"));
}

#[test]
fn jsonl_returns_any_id_unchanged() {
    for id in ["\"\\u00e9\"", "123456789012345678901234567890", "1.10", "[2,1]", r#"{"b":1,"a":2}"#, "null"] {
        let output = run("jsonl", &[], format!(r#"{{"id": {id}, "text": ""}}"#).as_bytes());
        assert!(output.status.success(), "{id}");
        let expected = format!(r#"{{"id":{id},"quotations":[],"attributions":[],"speakers":[]}}"#);
        assert_eq!(stdout(&output), expected + "\n");
    }
}

#[test]
fn jsonl_answers_an_invalid_line_in_place_and_continues() {
    let good = br#"{"id": 1, "text": "Good."}"#.as_slice();
    let rejected: &[(&[u8], &str)] = &[
        (b"{\"id\": 1, \"text\": \"cut", "EOF while parsing a string"),
        (b"{\"id\": 1}", "missing field `text`"),
        (b"{\"id\": 1, \"text\": 2}", "expected a string"),
        (b"{\"id\": 1, \"text\": null}", "expected a string"),
        (b"{\"text\": \"Anonymous.\"}", "missing field `id`"),
        (b"[1, \"In a list.\"]", "sequence, expected an object"),
        (b"\"A string.\"", "string \"A string.\", expected an object"),
        (
            b"{\"id\": 1, \"text\": \"\", \"speakers\": [\"Ida\"]}",
            "expected a speaker: an object with a name",
        ),
        (b"{\"id\": 1, \"text\": \"\", \"kinds\": [\"shout\"]}", "unknown kind of attribution \"shout\""),
        (b"{\"id\": 1, \"text\": \"\", \"kinds\": []}", "no kinds of attributions"),
        (b"{\"id\": 1, \"text\": \"\", \"genre\": \"poem\"}", "unknown genre \"poem\""),
        (b"{\"id\": 1, \"text\": \"\", \"min_confidence\": 2}", "must be from 0 to 1"),
        (b"{\"id\": 1, \"text\": \"\", \"min_confidence\": \"high\"}", "expected a number"),
        (b"{\"id\": 1, \"text\": \"\\ud800\"}", "hex escape"),
        (b"{\"id\": 1, \"text\": \"\xFF\"}", "not UTF-8 at byte 20"),
        (b"{\"id\": 1, \"text\": \"\"} {}", "trailing characters"),
    ];
    let mut input = Vec::new();
    for (line, _) in rejected {
        input.extend([good, b"\n", line, b"\n"].concat());
    }
    let output = run("jsonl", &[], &input);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert_eq!(stderr(&output), "");
    let answers: Vec<_> = stdout(&output).lines().collect();
    assert_eq!(answers.len(), 2 * rejected.len());
    for (index, (line, reason)) in rejected.iter().enumerate() {
        assert_eq!(keys(answers[2 * index]), ["id", "quotations", "attributions", "speakers"]);
        let answer = answers[2 * index + 1];
        assert_eq!(keys(answer), ["id", "error"]);
        let answer: Value = serde_json::from_str(answer).expect("an error object");
        let error = answer["error"].as_str().expect("a reason");
        let unread = ["EOF", "missing field `id`", "sequence", "string \"A", "trailing"];
        let has_id = !unread.iter().any(|start| reason.starts_with(start));
        assert_eq!(answer["id"], if has_id { json!(1) } else { Value::Null }, "{error}");
        for rust in ["struct", "Request", "KnownSpeaker", "Vec", "f32", "f64"] {
            assert!(!error.contains(rust), "{error}");
        }
        assert!(error.starts_with(&format!("line {}: ", 2 * index + 2)), "{error}");
        assert!(error.contains(reason), "{}: {error}", String::from_utf8_lossy(line));
    }
}

#[test]
fn jsonl_rejects_a_line_longer_than_the_limit() {
    let line = json!({"id": 1, "text": "long ".repeat(40_000)}).to_string();
    let input = [r#"{"id": 0, "text": ""}"#, &line, r#"{"id": 2, "text": ""}"#].join("\n");
    let within = run("jsonl", &["--longest-line", &line.len().to_string()], input.as_bytes());
    assert!(within.status.success(), "{}", stdout(&within));
    let limit = line.len() - 9;
    let beyond = run("jsonl", &["--longest-line", &limit.to_string()], input.as_bytes());
    assert_eq!(beyond.status.code(), Some(1), "{}", stderr(&beyond));
    let answers: Vec<_> = stdout(&beyond).lines().collect();
    assert_eq!(answers.len(), 3);
    assert_eq!(answers[1], format!(r#"{{"id":null,"error":"line 2: longer than {limit} bytes"}}"#));
    assert!(answers[2].starts_with(r#"{"id":2,"quotations""#), "{}", answers[2]);
}

#[test]
fn jsonl_answers_before_the_input_ends() {
    let mut child = spawn("jsonl", &[]);
    let mut stdin = child.stdin.take().expect("standard input is piped");
    let mut answers = BufReader::new(child.stdout.take().expect("standard output is piped")).lines();
    for id in 0..3 {
        writeln!(stdin, "{{\"id\": {id}, \"text\": \"Still there?\"}}\n").expect("the example listens");
        let answer = answers.next().expect("an answer").expect("UTF-8");
        assert!(answer.starts_with(&format!(r#"{{"id":{id},"#)), "{answer}");
    }
    drop(stdin);
    assert!(child.wait().expect("the example ends").success());
}

#[test]
fn closed_pipes_end_the_examples_quietly() {
    let line = json!({"id": 1, "text": ARTICLE}).to_string() + "\n";
    for (name, arguments, input) in
        [("jsonl", [].as_slice(), line.repeat(200)), ("article", ["-"].as_slice(), ARTICLE.repeat(20))]
    {
        let mut child = spawn(name, arguments);
        drop(child.stdout.take());
        let mut stdin = child.stdin.take().expect("standard input is piped");
        thread::scope(|scope| {
            scope.spawn(move || drop(stdin.write_all(input.as_bytes())));
            let output = child.wait_with_output().expect("the example ends");
            assert!(output.status.success(), "{name}: {:?}", output.status);
            assert_eq!(stderr(&output), "", "{name}");
        });
    }
}
