//! The words of a language.

use std::collections::BTreeMap;

use crate::build::classes::{Classes, NAMES};
use crate::build::files::{Error, Files, Line};
use crate::build::inflection::{inflect, InflectionRule, VerbForm};

/// Words longer than this, in bytes, are not looked up.
const LONGEST_WORD: usize = 32;

/// The marks, which are words of every language, each with one value in all.
const MARKS: &str = "marks.tsv";

/// What the data files say of a word.
pub(crate) struct Word<'f> {
    pub classes: Classes,
    /// The verb that it is a form of.
    pub lemma: Option<&'f str>,
    /// The word or value that the models know it by, and the line that says so.
    pub value: Option<(&'f str, Line<'f>)>,
}

/// The words of a language, in order.
pub(crate) struct Lexicon<'f> {
    pub words: BTreeMap<String, Word<'f>>,
    /// Classes that a compound takes from its last part.
    pub of_compounds: Classes,
}

impl<'f> Lexicon<'f> {
    pub(crate) fn read(files: &'f Files, language: &str) -> Result<Lexicon<'f>, Error> {
        let mut lexicon = Lexicon { words: BTreeMap::new(), of_compounds: Classes::NONE };
        for line in files.lines("compounds.tsv") {
            lexicon.of_compounds = lexicon.of_compounds | classes(&line, line.text)?;
        }
        lexicon.read_words(files, MARKS)?;
        let verbs = format!("{language}/lexicon/verbs.tsv");
        for path in files.folder(&format!("{language}/lexicon")).filter(|path| *path != verbs) {
            lexicon.read_words(files, path)?;
        }
        let rules = inflection(files, language)?;
        for line in files.lines(&verbs) {
            lexicon.read_verb(&line, &rules)?;
        }
        lexicon.check_lemmas(files, language)?;
        Ok(lexicon)
    }

    /// Reads `word<TAB>class[,class...][<TAB>value=word][<TAB>lemma=word]`.
    fn read_words(&mut self, files: &'f Files, path: &str) -> Result<(), Error> {
        let mut of_all = Classes::NONE;
        for line in files.lines(path) {
            let columns = line.columns(2, 4)?;
            let classes = classes(&line, columns[1])?;
            if columns[0] == "*" {
                of_all = classes;
                continue;
            }
            let word = self.insert(&line, columns[0], classes | of_all)?;
            if path == MARKS {
                word.value = Some((columns[0], line));
            }
            for column in &columns[2..] {
                match column.split_once('=') {
                    Some(("value", value)) => word.value = Some((value, line)),
                    Some(("lemma", lemma)) => word.lemma = Some(lemma),
                    _ => return Err(line.error(format!("{column:?} is neither value=word nor lemma=word"))),
                }
            }
        }
        Ok(())
    }

    /// Reads `lemma<TAB>class[,class...][<TAB>past[<TAB>participle[<TAB>gerund]]][<TAB>value=word]`.
    fn read_verb(&mut self, line: &Line<'f>, rules: &[InflectionRule<'f>]) -> Result<(), Error> {
        let mut columns = line.columns(2, 6)?;
        let value = columns.last().and_then(|last| last.strip_prefix("value="));
        if value.is_some() {
            columns.pop();
        }
        let (lemma, class) = (columns[0], classes(line, columns[1])?);
        let regular = |form| inflect(rules, lemma, form);
        let given = |at: usize| columns.get(at).map(|form| (*form).to_owned());
        let missing = || line.error(format!("no rule of inflection fits {lemma:?}"));
        let past = given(2).or_else(|| regular(VerbForm::Past)).ok_or_else(missing)?;
        let participle = given(3).or_else(|| regular(VerbForm::Participle)).unwrap_or_else(|| past.clone());
        for (word, form) in [
            (lemma.to_owned(), Classes::BASE),
            (regular(VerbForm::Third).ok_or_else(missing)?, Classes::THIRD),
            (past, Classes::PAST),
            (participle, Classes::PARTICIPLE),
            (given(4).or_else(|| regular(VerbForm::Gerund)).ok_or_else(missing)?, Classes::GERUND),
        ] {
            // A word that is a form of two verbs counts for the first.
            self.insert(line, &word, class | form)?.lemma.get_or_insert(lemma);
        }
        if let Some(value) = value {
            self.insert(line, lemma, class)?.value = Some((value, *line));
        }
        Ok(())
    }

    /// Adds classes to a word, and the word where it is new.
    fn insert(&mut self, line: &Line<'f>, word: &str, classes: Classes) -> Result<&mut Word<'f>, Error> {
        if word.len() > LONGEST_WORD {
            return Err(line.error(format!("{word:?} has more than {LONGEST_WORD} bytes")));
        }
        if word.to_lowercase() != word || word.contains(['’', ' ']) {
            return Err(
                line.error(format!("{word:?} is not one word in lower case with straight apostrophes"))
            );
        }
        let new = || Word { classes: Classes::NONE, lemma: None, value: None };
        let entry = self.words.entry(word.to_owned()).or_insert_with(new);
        entry.classes = entry.classes | classes;
        Ok(entry)
    }

    fn check_lemmas(&self, files: &Files, language: &str) -> Result<(), Error> {
        for path in files.folder(&format!("{language}/lexicon")) {
            for line in files.lines(path) {
                let lemma = line.text.split('\t').find_map(|column| column.strip_prefix("lemma="));
                if let Some(lemma) = lemma.filter(|lemma| !self.words.contains_key(*lemma)) {
                    return Err(line.error(format!("the lemma {lemma:?} is no word of the lexicon")));
                }
            }
        }
        Ok(())
    }
}

/// The set of some classes, whose names commas separate.
pub(crate) fn classes(line: &Line<'_>, names: &str) -> Result<Classes, Error> {
    names.split(',').try_fold(Classes::NONE, |all, name| {
        let class = NAMES.iter().find(|(known, _)| *known == name);
        let (_, class) = class.ok_or_else(|| line.error(format!("no class is called {name:?}")))?;
        Ok(all.or(*class))
    })
}

/// The rules of `inflection.tsv`.
pub(crate) fn inflection<'f>(files: &'f Files, language: &str) -> Result<Vec<InflectionRule<'f>>, Error> {
    let mut rules = Vec::new();
    for line in files.lines(&format!("{language}/inflection.tsv")) {
        let columns = line.columns(3, 4)?;
        let form = match columns[0] {
            "third" => VerbForm::Third,
            "past" => VerbForm::Past,
            "participle" => VerbForm::Participle,
            "gerund" => VerbForm::Gerund,
            other => return Err(line.error(format!("no form of verbs is called {other:?}"))),
        };
        let exceptions = columns.get(3).copied().unwrap_or("");
        for ending in columns[1..3].iter().copied().chain(exceptions.split_terminator(',')) {
            if !ending.starts_with('-') {
                return Err(line.error(format!("the ending {ending:?} does not start with a hyphen")));
            }
        }
        rules.push(InflectionRule {
            form,
            ending: &columns[1][1..],
            replacement: &columns[2][1..],
            exceptions,
        });
    }
    Ok(rules)
}
