//! Spanish, compiled from the files in `spanish/`: a few dozen words, which tests use.

use crate::language::classes::Classes;
use crate::language::inflection::{InflectionRule, VerbForm};
use crate::language::lexicon::Lexicon;
use crate::language::nicknames::Nicknames;
use crate::language::phrases::Phrases;
use crate::language::tables::Tables;
use crate::language::word_list::WordList;
use crate::models::weights::WEIGHTS;
use crate::models::Value;

include!(concat!(env!("OUT_DIR"), "/spanish.rs"));
