//! The words, endings, phrases and models of a language, as static tables.

use crate::language::classes::Classes;
use crate::language::inflection::InflectionRule;
use crate::language::lexicon::Lexicon;
use crate::language::nicknames::Nicknames;
use crate::language::phrases::Phrases;
use crate::language::tags::Tags;
use crate::language::wider_roles::WiderRoles;
use crate::language::word_list::WordList;
use crate::models::linear::Weights;
use crate::models::Value;

include!(concat!(env!("OUT_DIR"), "/tags.rs"));

/// The tables of a language, which the build script makes from the files of its folder.
#[derive(Debug)]
pub(crate) struct Tables {
    /// Its name in English.
    pub name: &'static str,
    pub lexicon: &'static Lexicon,
    pub weights: &'static Weights,
    pub nicknames: Nicknames,
    pub wider_roles: WiderRoles,
    /// Phrases with a verb of speech that report nothing.
    pub idioms: Phrases,
    /// Phrases that precede a source.
    pub sources: Phrases,
    /// The parts after the apostrophe of words like "he’s", each also with the curly and the straight apostrophe before it.
    pub clitics: &'static [(&'static str, [&'static str; 2])],
    /// Words whose start an apostrophe replaces.
    pub elisions: &'static [&'static str],
    /// Words whose end an apostrophe replaces.
    pub clipped: &'static [&'static str],
    /// Articles joined to names.
    pub name_articles: &'static [&'static str],
    /// Letters that label questions and answers.
    pub turn_labels: &'static [&'static str],
    /// Endings by [`Ending`](crate::language::Ending).
    pub endings: [&'static [&'static str]; 10],
    /// The tags of unknown words by their endings; the first that fits decides.
    pub tags_by_ending: &'static [(&'static str, Value)],
    /// Words whose point ends no sentence.
    pub abbreviations: WordList,
    /// Words whose point ends no sentence before a number.
    pub before_numbers: WordList,
    /// Abbreviations, point included, that may end a sentence.
    pub sentence_enders: WordList,
    /// Words that show after an abbreviation that a sentence starts.
    pub sentence_openers: WordList,
    pub inflection: &'static [InflectionRule<'static>],
}

/// The tag that word classes show; [`Value::NONE`] where they show none.
pub(crate) fn tag(classes: Classes) -> Value {
    TAGS.of(classes).map_or(Value::NONE, Value)
}
