//! `whosaid corpus --resume`: an interrupted run goes on.

use std::io::Write;
use std::process::Command;
use std::time::Duration;
use std::{fs, thread};

use serde_json::json;

use crate::program::*;

#[test]
fn a_resumed_run_continues_after_the_last_complete_line() {
    let folder = folder();
    let (input, output) = (folder.path().join("texts.jsonl"), folder.path().join("said.jsonl"));
    write(&input, lines());
    let complete = run(&["corpus", path(&input)], b"").stdout;
    let second_line = complete.iter().position(|&byte| byte == b'\n').expect("a line") + 1;
    for cut in [0, 3, second_line - 1, second_line, complete.len() / 2, complete.len() - 1, complete.len()] {
        write(&output, &complete[..cut]);
        let resumed = run(&["corpus", path(&input), "--output", path(&output), "--resume"], b"");
        assert_eq!(resumed.status.code(), Some(1), "cut at {cut}: {}", stderr(&resumed));
        assert!(fs::read(&output).expect("an output") == complete, "cut at {cut}");
        let lines = complete[..cut].iter().filter(|&&byte| byte == b'\n').count();
        let earlier = figure(stderr(&resumed), "answered by an earlier run").unwrap_or(0.0);
        assert_eq!(earlier, lines as f64, "cut at {cut}");
    }
    fs::remove_file(&output).expect("there is one");
    let restarted = run(&["corpus", path(&input), "--output", path(&output), "--resume"], b"");
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
    let complete = run(&["corpus", path(&input)], b"").stdout;
    for cut in [complete.len() / 3, complete.len() - 1] {
        write(&output, &complete[..cut]);
        let resumed = run(&["corpus", path(&input), "--output", path(&output), "--resume"], b"");
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
        ("{\"id\":1}\n{\"id\":null,\"error\":\"line 3: no\"}\n", "line 2 answers another document"),
        ("{\"id\":1}\n{\"id\":2}\n{\"id\":3}\n", "line 3 is after the end of the input"),
        ("Dear diary,\n", "line 1 is not a record"),
        ("Dear diary", "line 1 is incomplete"),
    ] {
        write(&output, content);
        let resumed = run(&["corpus", path(&input), "--output", path(&output), "--resume"], b"");
        assert_eq!(resumed.status.code(), Some(2), "{content:?}");
        assert!(stderr(&resumed).contains(problem), "{content:?}: {}", stderr(&resumed));
        assert_eq!(fs::read_to_string(&output).expect("still there"), content);
    }
}

#[test]
#[cfg(unix)]
fn an_interrupt_stops_the_run_between_two_lines() {
    let folder = folder();
    let output = folder.path().join("said.jsonl");
    let record = |(id, text)| (json!({"id": id, "text": text}).to_string() + "\n").into_bytes();
    let lines: Vec<u8> = texts().enumerate().flat_map(record).collect();
    let mut child = spawn(&["corpus", "-", "--output", path(&output)]);
    let mut stdin = child.stdin.take().expect("standard input is piped");
    let status = thread::scope(|scope| {
        // An endless input, so that only the interrupt can end the program.
        scope.spawn(|| while stdin.write_all(&lines).is_ok() {});
        while fs::metadata(&output).map_or(0, |file| file.len()) == 0 {
            thread::sleep(Duration::from_millis(10));
        }
        let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
        assert!(kill.success());
        child.wait().expect("the program ends")
    });
    assert_eq!(status.code(), Some(130));

    let stopped = fs::read(&output).expect("an output");
    let once = answers(&lines);
    let times = stopped.len() / once.len() + 1;
    let complete = once.repeat(times);
    assert!(stopped.ends_with(b"}\n") && complete.starts_with(&stopped));
    let resumed = run(&["corpus", "-", "--output", path(&output), "--resume"], &lines.repeat(times));
    assert!(resumed.status.success(), "{}", stderr(&resumed));
    assert!(fs::read(&output).expect("an output") == complete);
}

#[test]
fn a_resumed_table_continues_after_the_last_complete_document() {
    let folder = folder();
    let (input, output) = (folder.path().join("texts.jsonl"), folder.path().join("said.csv"));
    let texts = texts().take(40).enumerate().flat_map(|(id, text)| {
        let error = if id % 9 == 4 { "{\"id\": 7}\n" } else { "" };
        (json!({"id": id, "text": text}).to_string() + "\n" + error).into_bytes()
    });
    write(&input, texts.collect::<Vec<u8>>());
    let complete = run_to(1, &["corpus", path(&input), "--format", "csv"], b"").stdout;
    let arguments = ["corpus", path(&input), "--output", path(&output), "--resume"];
    let cuts = [0, 2, 40, complete.len() / 3, complete.len() / 2, complete.len() - 1, complete.len()];
    let near = (1..40).map(|shift| complete.len() * 2 / 3 + shift * 7);
    for cut in cuts.into_iter().chain(near) {
        write(&output, &complete[..cut]);
        run_to(1, &arguments, b"");
        assert!(fs::read(&output).expect("an output") == complete, "cut at {cut}");
    }
    write(&output, "name,age\nMarta Holt,41\n");
    let refused = run_to(2, &arguments, b"");
    assert!(stderr(&refused).contains("its columns are not those of this program"), "{}", stderr(&refused));
    assert!(fs::read_to_string(&output).expect("still there").starts_with("name,age"));
}

#[test]
fn a_killed_run_is_resumed_to_the_same_bytes() {
    let folder = folder();
    let input = folder.path().join("texts.jsonl");
    write(&input, lines().repeat(3));
    for format in ["jsonl", "csv"] {
        let output = folder.path().join(format!("said.{format}"));
        let complete = run_to(1, &["corpus", path(&input), "--format", format], b"").stdout;
        let mut child = spawn(&["corpus", path(&input), "--output", path(&output)]);
        while fs::metadata(&output).map_or(0, |file| file.len()) < 1000 {
            thread::sleep(Duration::from_millis(2));
        }
        child.kill().expect("the program is killed");
        child.wait().expect("the program ends");
        assert!(fs::metadata(&output).expect("an output").len() < complete.len() as u64, "killed too late");
        run_to(1, &["corpus", path(&input), "--output", path(&output), "--resume"], b"");
        assert!(fs::read(&output).expect("an output") == complete, "{format}");
    }
}

#[test]
fn what_was_refused_is_tried_again() {
    let folder = folder();
    let input = folder.path().join("texts");
    for (index, text) in texts().take(6).enumerate() {
        write(&input.join(format!("{index}.txt")), text);
    }
    for format in ["jsonl", "csv"] {
        let output = folder.path().join(format!("said.{format}"));
        let arguments = ["corpus", path(&input), "--output", path(&output)];
        let good = fs::read(input.join("2.txt")).expect("a text");
        write(&input.join("2.txt"), b"\xFF");
        write(&input.join("4.txt"), b"\xFF");
        run_to(1, &arguments, b"");
        let resume = [arguments.as_slice(), &["--resume"]].concat();
        let before = fs::read(&output).expect("an output");
        run_to(1, &resume, b"");
        assert!(fs::read(&output).expect("an output") == before, "{format}: still refused");

        write(&input.join("2.txt"), &good);
        let resumed = run_to(1, &resume, b"");
        assert_eq!(figure(stderr(&resumed), "rejected"), Some(1.0), "{}", stderr(&resumed));
        let complete = run_to(1, &["corpus", path(&input), "--format", format], b"").stdout;
        assert!(fs::read(&output).expect("an output") == complete, "{format}: answered now");
        assert_eq!(
            fs::read_dir(folder.path()).expect("a folder").count(),
            1 + usize::from(format == "csv") + 1
        );
    }
}
