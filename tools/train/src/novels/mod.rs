//! Who speaks in novels: fits the models of dialogue to a corpus in the layout of PDNC, the Project Dialogism Novel
//! Corpus (Vishnubhotla, Hammond and Hirst 2022), and answers novels that they were not fitted to.

mod corpus;
mod fit;
mod names;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use rayon::prelude::*;
use whosaid::training::speakers;

use crate::error::Error;
use crate::files::print;
use crate::fit::chained::Fitted;
use corpus::{read_novels, Novel};

/// The models of dialogue.
pub const OF_DIALOGUE: [&str; 2] = [fit::FIRST, fit::SECOND];

/// Fits the models of dialogue to novels, or answers them in parts by author
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder with a folder a novel: `novel_text.txt`, `quotation_info.csv`, `character_info.csv`
    corpus: PathBuf,
    /// Table with the columns `novel` and `author`; needed for `--held-out`
    #[arg(long, value_name = "FILE")]
    authors: Option<PathBuf>,
    /// Write the analyses of all novels, each by weights fitted to novels of other authors, as JSON Lines
    #[arg(long, value_name = "FILE", requires = "authors")]
    held_out: Option<PathBuf>,
    /// The same with the characters of each novel named beforehand
    #[arg(long, value_name = "FILE", requires = "authors")]
    held_out_told: Option<PathBuf>,
    /// The number of parts into which the authors are divided
    #[arg(long, default_value_t = 4)]
    parts: usize,
    /// Write the weights fitted to all novels to this folder, one file per model
    #[arg(long, value_name = "FOLDER")]
    weights: Option<PathBuf>,
    /// The weight of the L2 penalty
    #[arg(long, default_value_t = 8.0)]
    penalty: f64,
}

/// Writes the held-out analyses, the weights, or both.
pub fn run(args: &Args) -> Result<(), Error> {
    let novels = read_novels(&args.corpus, args.authors.as_deref())?;
    if args.held_out.is_some() || args.held_out_told.is_some() {
        let [without_names, with_names] = held_out(&novels, args);
        for (path, records) in [(&args.held_out, without_names), (&args.held_out_told, with_names)] {
            path.as_ref().map(|path| fs::write(path, records).map_err(Error::at(path))).transpose()?;
        }
    }
    if let Some(folder) = &args.weights {
        let all: Vec<&Novel> = novels.iter().collect();
        let fitted = fit::fit(&all, args.penalty);
        for (model, file) in fitted.files() {
            let path = folder.join(format!("{model}.tsv"));
            fs::write(&path, file).map_err(Error::at(&path))?;
        }
    }
    print(&format!("{} novels\n", novels.len()))
}

/// The analyses of all novels as JSON Lines, each with its name as `id`, without and with the characters named. No
/// part has an author of another.
fn held_out(novels: &[Novel], args: &Args) -> [String; 2] {
    let (parts, penalty) = (args.parts, args.penalty);
    let authors: BTreeSet<&str> = novels.iter().map(|novel| novel.author.as_str()).collect();
    let authors: Vec<&str> = balanced(novels, authors);
    let part_of =
        |novel: &Novel| authors.iter().position(|author| *author == novel.author).unwrap_or(0) % parts;
    let answered = (0..parts).into_par_iter().map(|part| {
        let (held_out, fitted): (Vec<&Novel>, Vec<&Novel>) =
            novels.iter().partition(|novel| part_of(novel) == part);
        let fitted = fit::fit(&fitted, penalty);
        let records =
            |are_named| held_out.iter().map(|novel| record(novel, &fitted, are_named)).collect::<String>();
        [records(false), records(true)]
    });
    let answered: Vec<[String; 2]> = answered.collect();
    [0, 1].map(|named| answered.iter().map(|records| records[named].as_str()).collect())
}

/// The authors, those with the longest texts first, so that the parts are of like size.
fn balanced<'n>(novels: &'n [Novel], authors: BTreeSet<&'n str>) -> Vec<&'n str> {
    let length = |author: &&str| -> usize {
        novels.iter().filter(|novel| novel.author == **author).map(|novel| novel.text.len()).sum()
    };
    let mut authors: Vec<&str> = authors.into_iter().collect();
    authors.sort_by_key(|author| std::cmp::Reverse(length(author)));
    authors
}

/// The analysis of a novel by fitted weights, as a line of JSON.
fn record(novel: &Novel, fitted: &Fitted, are_named: bool) -> String {
    let attributor = novel.attributor(are_named);
    let analysis = speakers(&attributor, &novel.text, &OF_DIALOGUE, |choice| fitted.probabilities(&choice));
    let record = Record { id: &novel.name, analysis: &analysis };
    let mut line = serde_json::to_string(&record).unwrap_or_default();
    line.push('\n');
    line
}

#[derive(serde::Serialize)]
struct Record<'n> {
    id: &'n str,
    #[serde(flatten)]
    analysis: &'n whosaid::Analysis<'n>,
}
