//! From the data files of `src/language/` to Rust code with static tables.
//!
//! | file | reads | makes |
//! |---|---|---|
//! | `files.rs` | all data files | lines, errors with file and line |
//! | `lexicon.rs` | `lexicon/*.tsv`, `inflection.tsv` | words with their classes, lemmas and shared values |
//! | `numbers.rs` | `word_order.txt`, words of weights | numbers of words and of values |
//! | `tags.rs` | `tags.tsv` | the tag of each class set |
//! | `tables.rs` | words with numbers | the tables of the lexicon |
//! | `lists.rs` | the other files of a language | word lists, phrases, endings, nicknames, wider roles, inflection |
//! | `models.rs` | `models/*.tsv` | weights by rows and columns |
//! | `templates.rs` | templates of the models | where the weights of each are |
//! | `pack.rs` | weights by rows and columns | rows and cells |
//!
//! The languages, classes, fields, values, templates and hashes are those of the library: its files are included.

#[path = "../src/language/classes.rs"]
mod classes;
#[path = "../src/models/fields.rs"]
mod fields;
#[path = "../src/language/hash.rs"]
mod hash;
#[path = "../src/language/inflection.rs"]
mod inflection;
#[path = "../src/models/layout.rs"]
mod layout;
#[path = "../src/language/tags.rs"]
mod tag;
#[path = "../src/models/values.rs"]
mod values;

/// Declares the templates of each model as data.
macro_rules! schemas {
    ($($(#[$doc:meta])* $model:ident = $name:literal decides $target:ident: $([$($field:ident),+])*;)*) => {
        /// The name of each model with its templates.
        pub(crate) const SCHEMAS: &[(&str, &[&[super::fields::Field]])] =
            &[$(($name, &[$(&[$(super::fields::Field::$field),+]),*])),*];
    };
}

#[path = "../src/models/schemas.rs"]
mod schemas;

/// Declares the names of the languages as data.
macro_rules! languages {
    ($($(#[$attribute:meta])* $visibility:vis $name:ident;)*) => {
        /// The languages, each a folder; one without models of its own uses those of the first.
        pub(crate) const LANGUAGES: &[&str] = &[$(stringify!($name)),*];
    };
}

#[path = "../src/language/languages.rs"]
mod languages;

mod code;
mod files;
mod lexicon;
mod lists;
mod models;
mod numbers;
mod pack;
mod tables;
mod tags;
mod templates;

pub use files::{Error, Files};

use code::Code;
use languages::LANGUAGES;
use lexicon::Lexicon;
use models::Models;
use numbers::Numbers;
use tags::TagLines;

/// Compiles the files: the name and the code of each file to write.
pub fn compile(files: &Files) -> Result<Vec<(String, String)>, Error> {
    let languages: Vec<&str> =
        LANGUAGES.iter().copied().filter(|name| files.folder(name).next().is_some()).collect();
    let tags = TagLines::read(files)?;
    let (mut numbers, mut models) = (Numbers::new(files), Models::default());
    let mut output = Vec::new();
    for (at, name) in languages.iter().enumerate() {
        let lexicon = Lexicon::read(files, name)?;
        if at == 0 {
            models = Models::read(files, name)?;
        }
        let weighted = if at == 0 { models.words() } else { Default::default() };
        let words = numbers.add_language(files, name, &lexicon, &weighted)?;
        let mut code = Code::default();
        tables::write(&lexicon, &words, &tags, &mut code);
        lists::write(files, name, &words, &mut code)?;
        output.push((format!("{name}.rs"), code.finish()));
    }
    let mut code = Code::default();
    tags.write(&mut code);
    output.push(("tags.rs".to_owned(), code.finish()));
    let (layout, weights) = models.compile(&numbers)?;
    output.push(("layout.rs".to_owned(), layout));
    output.push(("weights.rs".to_owned(), weights));
    Ok(output)
}
