//! Prints the quotations of an article with their speakers, and how often each speaker is quoted.
//!
//! ```sh
//! cargo run --release --example article
//! cargo run --release --example article -- --evidence --statements article.txt
//! ```

use std::cmp::Reverse;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::{fs, process::ExitCode};

use clap::Parser;
use whosaid::{Analysis, AttributionKind};

const BUNDLED: &str = include_str!("data/security_council.txt");

/// Prints each quotation of an article with its speaker, then how often each speaker is quoted.
#[derive(Parser)]
#[command(name = "article")]
struct Options {
    /// The article in UTF-8, or "-" for standard input; the bundled article if not given
    path: Option<PathBuf>,
    /// Show source, cue, rule and probability
    #[arg(long)]
    evidence: bool,
    /// Show also what is reported without quotation marks
    #[arg(long)]
    statements: bool,
}

fn read(path: &Path) -> io::Result<String> {
    if path == Path::new("-") {
        return io::read_to_string(io::stdin());
    }
    let mut text = String::new();
    fs::File::open(path)?.read_to_string(&mut text)?;
    Ok(text)
}

fn print(analysis: &Analysis<'_>, options: &Options, mut output: impl Write) -> io::Result<()> {
    let names = || analysis.quotations().filter_map(|it| it.speaker()).map(|speaker| speaker.name());
    let width = names().map(|name| name.chars().count()).max().unwrap_or(1);
    let mut found: Vec<_> =
        analysis.quotations().map(|it| (it.span(), it.text().to_owned(), it.attribution())).collect();
    if options.statements {
        let statements = analysis.attributions().filter(|it| it.kind() == AttributionKind::Indirect);
        found.extend(
            statements
                .map(|it| (it.content()[0], it.content_text().collect::<Vec<_>>().join(" … "), Some(it))),
        );
        found.sort_by_key(|(span, ..)| *span);
    }
    for (_, text, attribution) in found {
        let name = attribution.and_then(|it| it.speaker()).map_or("—", |speaker| speaker.name());
        // Control characters could be escape sequences for the terminal.
        let line =
            text.split_whitespace().collect::<Vec<_>>().join(" ").replace(char::is_control, "\u{FFFD}");
        writeln!(output, "{name:>width$}  {line}")?;
        if let Some(it) = attribution.filter(|_| options.evidence) {
            let [source, cue] =
                [it.source(), it.cue()].map(|passage| passage.map_or("—", |passage| passage.text()));
            writeln!(output, "{:width$}    {source} | {cue} | {} | {:.2}", "", it.rule(), it.confidence())?;
        }
    }
    let quoted =
        analysis.speakers().filter_map(|it| Some((it.quotations().count(), it.quotations().next()?, it)));
    let mut quoted: Vec<_> = quoted.collect();
    quoted.sort_by_key(|(count, first, _)| (Reverse(*count), first.index()));
    writeln!(output)?;
    quoted.iter().try_for_each(|(count, _, speaker)| writeln!(output, "{count}  {}", speaker.name()))
}

fn main() -> ExitCode {
    let options = Options::parse();
    let text = options.path.as_deref().map_or_else(|| Ok(BUNDLED.to_owned()), read);
    let printed = text.and_then(|text| print(&whosaid::attribute(&text), &options, io::stdout().lock()));
    match printed {
        // The reader closed the pipe, as `head` does.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("article: {:?}: {error}", options.path.unwrap_or_default());
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
