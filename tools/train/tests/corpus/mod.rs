//! A small invented corpus in the layout of PolNeAR, and the tool as a process.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// An attribution of one of the texts: source, cue and content, each of which the text has once.
type Annotation = [&'static str; 3];

const TEXTS: [(&str, &str, &[Annotation]); 2] = [
    (
        "harbour",
        "“The harbour stays open,” said Mayor Ana Říha.\n\nTom Becker said that the ferry was late.\n",
        &[
            ["Mayor Ana Říha", "said Mayor", "“The harbour stays open,”"],
            ["Tom Becker", "said that", "the ferry was late"],
        ],
    ),
    (
        "mill",
        "The mill closed in May.\n\n“We lost a neighbour,” Lena Ortiz told reporters.\n",
        &[["Lena Ortiz", "told", "“We lost a neighbour,”"]],
    ),
];

/// A corpus in a temporary folder.
pub struct Corpus(TempDir);

impl Corpus {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let corpus = Corpus(folder);
        for folder in ["text", "attributions"] {
            fs::create_dir(corpus.path(folder)).expect("a new folder");
        }
        for (name, text, annotations) in TEXTS {
            corpus.write(&format!("text/{name}.txt"), text);
            corpus.write(&format!("attributions/{name}_annotator.ann"), standoff(text, annotations));
        }
        corpus
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file of the folder and returns its path.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).expect("the file is written");
        path
    }

    /// Runs `whosaid-train COMMAND CORPUS ARGUMENTS`.
    pub fn run<const N: usize>(&self, command: &str, arguments: [&str; N]) -> Output {
        run(command, self.0.path(), arguments)
    }
}

pub fn run<const N: usize>(command: &str, corpus: &Path, arguments: [&str; N]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_whosaid-train"))
        .arg(command)
        .arg(corpus)
        .args(arguments)
        .output()
        .expect("the tool starts")
}

/// The annotations in brat standoff format, the events before the units that they refer to.
fn standoff(text: &str, annotations: &[Annotation]) -> String {
    let (mut events, mut units) = (String::new(), String::new());
    for (at, words) in annotations.iter().enumerate() {
        let [source, cue, content] = [0, 1, 2].map(|role| 3 * at + role + 1);
        events += &format!("E{at}\tAttribution:T{content} Source:T{source} Cue:T{cue} Content:T{content}\n");
        for (role, (label, words)) in ["Source", "Cue", "Content"].iter().zip(words).enumerate() {
            let (start, end) = char_span(text, words);
            units += &format!("T{}\t{label} {start} {end}\t{words}\n", 3 * at + role + 1);
        }
    }
    events + &units
}

/// The character offsets of `words` in `text`.
fn char_span(text: &str, words: &str) -> (usize, usize) {
    let start = text.find(words).unwrap_or_else(|| panic!("no {words:?} in {text:?}"));
    let start = text[..start].chars().count();
    (start, start + words.chars().count())
}

pub fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8 on standard output")
}

pub fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8 on standard error")
}
