//! The command line.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use records::DEFAULT_MAX_LINE;
use whosaid::{AttributionKind, Genre, Marks, Offsets};
use whosaid_results::DEFAULT_MIN_WORDS;

const STATUS: &str = "\
Exit status:
  0    everything was answered
  1    something was refused, and the rest answered
  2    nothing was done, or the run could not go on
  130  stopped by Ctrl-C";

/// Reads texts and says who said what.
///
/// Give it files, or "-" for standard input. Files may be compressed by gzip or zstd. A file that has the name of a
/// command is given as ./corpus.
#[derive(Parser)]
#[command(name = "whosaid", version, after_help = STATUS)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[command(disable_help_subcommand = true, arg_required_else_help = true)]
pub struct Options {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub texts: TextOptions,
}

#[derive(Subcommand)]
pub enum Command {
    Corpus(Box<CorpusOptions>),
    Speakers(SpeakersOptions),
    Compare(CompareOptions),
    Explain(Box<ExplainOptions>),
    /// Prints the completions of a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

#[derive(Args)]
pub struct TextOptions {
    /// Texts in UTF-8, or "-" for standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How to write the answer [default: by the ending of --output, or else text]
    #[arg(long, short)]
    pub format: Option<Format>,
    /// Shows the evidence: cue, source, rule and the probabilities of source and speaker
    #[arg(long)]
    pub evidence: bool,
    /// Also shows statements without quotation marks, in the formats text and md; the others always have them
    #[arg(long)]
    pub statements: bool,
    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
    #[command(flatten)]
    pub output: OutputOptions,
    #[command(flatten)]
    pub reading: ReadingOptions,
}

/// Writes who said what in every text of a corpus, in the order of the corpus, on all cores.
///
/// INPUT is a folder of texts at any depth, a file of {"id": ..., "text": ...} lines, a CSV or TSV file with a column of
/// texts, or "-" for such lines on standard input. Files may be compressed by gzip or zstd.
///
/// The id of a file is its path in the folder without its ending; with several endings, the whole path.
/// A refused text is answered in its place: {"id": ..., "error": "line 7: ..."}, or in a table by a row of the kind
/// "error" with the reason as its text. A summary goes to standard error.
#[derive(Args)]
#[command(after_help = STATUS)]
pub struct CorpusOptions {
    /// A folder, a file of JSON Lines, a CSV or TSV file, or "-" for standard input
    pub input: PathBuf,
    /// How to write the answers [default: by the ending of --output, or else jsonl]
    #[arg(long, short)]
    pub format: Option<CorpusFormat>,
    #[command(flatten)]
    pub output: OutputOptions,
    /// Continues an interrupted run after its last complete answer, and tries again what was refused
    #[arg(long, requires = "output", conflicts_with = "force")]
    pub resume: bool,
    /// The endings of the texts in a folder, as "txt,md"; capitals do not count
    #[arg(long, value_name = "ENDINGS", value_delimiter = ',', default_value = "txt")]
    pub ext: Vec<String>,
    /// What the input is, where its ending does not show it
    #[arg(long, value_name = "KIND")]
    pub from: Option<InputKind>,
    /// The column of the texts in a CSV or TSV file
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub text_column: String,
    /// The column of the ids in a CSV or TSV file; without such a column the number of the row is the id
    #[arg(long, value_name = "NAME", default_value = "id")]
    pub id_column: String,
    /// The number of threads, at most one for each core [default: one for each core]
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZeroUsize>,
    /// The maximum length of a text in bytes; a longer one is refused without being kept in memory
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_MAX_LINE)]
    pub longest_line: usize,
    #[command(flatten)]
    pub reading: ReadingOptions,
}

/// Lists the speakers of results, the same person across documents in one row.
#[derive(Args)]
#[command(after_help = STATUS)]
pub struct SpeakersOptions {
    /// Writes the totals by gender instead of the speakers
    #[arg(long)]
    pub genders: bool,
    #[command(flatten)]
    pub results: ResultsOptions,
}

/// Lists the quotations that several documents have, and to whom each of these gives them.
///
/// "differ" says that two documents name different speakers, "vague" that one names nobody or names somebody less fully,
/// and "agree" that all name the same one or nobody.
#[derive(Args)]
#[command(after_help = STATUS)]
pub struct CompareOptions {
    /// Compares quotations of at least this many words
    #[arg(long, value_name = "N", default_value_t = DEFAULT_MIN_WORDS)]
    pub min_words: usize,
    #[command(flatten)]
    pub results: ResultsOptions,
}

#[derive(Args)]
pub struct ResultsOptions {
    /// Results as "whosaid corpus" writes them as JSON Lines, or "-" for standard input
    #[arg(required = true)]
    pub results: Vec<PathBuf>,
    /// How to write the table [default: by the ending of --output, or else text]
    #[arg(long, short)]
    pub format: Option<TableFormat>,
    #[command(flatten)]
    pub output: OutputOptions,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum TableFormat {
    Text,
    Csv,
    Json,
}

/// Shows why each quotation and statement of a text has its answer, and what was rejected.
#[derive(Args)]
#[command(after_help = STATUS)]
pub struct ExplainOptions {
    /// A text in UTF-8, or "-" for standard input
    pub file: PathBuf,
    /// Shows all candidates with their features and weights
    #[arg(long)]
    pub all: bool,
    /// How to write the explanation; JSON always has everything
    #[arg(long, short, default_value = "text")]
    pub format: Explained,
    #[command(flatten)]
    pub reading: ReadingOptions,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Explained {
    Text,
    Json,
}

#[derive(Args)]
pub struct OutputOptions {
    /// Writes to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replaces the file if there is one
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// How texts are read.
#[derive(Args, Default)]
#[command(next_help_heading = "Reading")]
pub struct ReadingOptions {
    /// Leaves out what is less probable, from 0 to 1
    #[arg(long, value_name = "P", value_parser = probability)]
    pub min_confidence: Option<f32>,
    /// The kinds to keep, as "direct,mixed"
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = kinds())]
    pub kinds: Vec<AttributionKind>,
    /// Also gives the statements within what another one says
    #[arg(long)]
    pub nested_statements: bool,
    /// The kind of the texts
    #[arg(long, value_parser = genres(), default_value = "auto")]
    pub genre: Genre,
    /// The quotation marks that count, as "double,single" [default: all]
    #[arg(long, value_name = "MARKS", value_delimiter = ',')]
    pub marks: Vec<MarksName>,
    /// Speakers who are known beforehand, in a TOML, JSON or CSV file: name, aliases, id
    #[arg(long, value_name = "FILE")]
    pub speakers: Option<PathBuf>,
    /// More words for saying, one a line: a verb in any form, or a verb and the words after it
    #[arg(long, value_name = "FILE")]
    pub cues: Option<PathBuf>,
    /// What the numbers of places count: bytes, characters (Python) or UTF-16 code units (JavaScript, Java, C#)
    #[arg(long, value_name = "UNIT", value_parser = units(), default_value = "bytes")]
    pub offsets: Offsets,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Format {
    Text,
    /// JSON Lines: one line for each file
    #[value(alias = "jsonl")]
    Json,
    Csv,
    Tsv,
    /// One page for all files, to look at in a browser, with what was rejected; slower, about a second for a megabyte
    #[value(alias = "htm")]
    Html,
    #[value(alias = "markdown")]
    Md,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum CorpusFormat {
    #[value(alias = "json")]
    Jsonl,
    Csv,
    Tsv,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum InputKind {
    #[value(alias = "json")]
    Jsonl,
    Csv,
    Tsv,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

/// A family of quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum MarksName {
    /// “ ”, „ “, " and ``…''
    Double,
    /// ‘ ’, ‚ ‘, ' and `…'
    Single,
    /// « » and ‹ ›
    Guillemets,
    /// 「 」 and 『 』
    Corners,
}

impl MarksName {
    pub fn marks(self) -> Marks {
        match self {
            Self::Double => Marks::DOUBLE,
            Self::Single => Marks::SINGLE,
            Self::Guillemets => Marks::GUILLEMETS,
            Self::Corners => Marks::CORNERS,
        }
    }
}

/// The given format, or else the one that the ending of the output names, or else `usual`.
pub fn format_of<F: ValueEnum>(given: Option<F>, output: Option<&Path>, usual: F) -> F {
    let by_ending = || F::from_str(output?.extension()?.to_str()?, true).ok();
    given.or_else(by_ending).unwrap_or(usual)
}

fn probability(given: &str) -> Result<f32, String> {
    let number: Option<f32> = given.parse().ok();
    number.filter(|number| (0.0..=1.0).contains(number)).ok_or_else(|| "a number from 0 to 1".to_owned())
}

fn kinds() -> impl TypedValueParser<Value = AttributionKind> {
    let names = AttributionKind::ALL.iter().map(|kind| kind.name());
    PossibleValuesParser::new(names).try_map(|name| name.parse::<AttributionKind>())
}

fn genres() -> impl TypedValueParser<Value = Genre> {
    let names = Genre::ALL.iter().map(|genre| genre.name());
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Genre>())
}

fn units() -> impl TypedValueParser<Value = Offsets> {
    let names = Offsets::ALL.iter().map(|offsets| offsets.name());
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Offsets>())
}
