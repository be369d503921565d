//! Numbers of words, and of the values that the models know them by.

use std::collections::{BTreeSet, HashMap};

use crate::build::files::{Error, Files, Line};
use crate::build::lexicon::Lexicon;
use crate::build::values::VALUES;

/// The value where there is nothing to name; the first of [`VALUES`].
const NO_VALUE: u16 = 0;

/// The numbers of all values: those with names, then the names of rules, then words that weights are for, then other words.
pub(crate) struct Numbers {
    values: HashMap<String, u16>,
    next: u16,
    /// The names of the rules.
    pub rules: Vec<String>,
}

/// The words of a language in the order of their numbers.
pub(crate) struct Words<'l> {
    pub list: Vec<&'l str>,
    /// The value of each.
    pub values: Vec<u16>,
    numbers: HashMap<&'l str, u16>,
}

impl Words<'_> {
    /// The number of a word, counted from one.
    pub(crate) fn number(&self, word: &str) -> Option<u16> {
        self.numbers.get(word).copied()
    }
}

impl Numbers {
    pub(crate) fn new(files: &Files) -> Numbers {
        let names = VALUES.iter().copied().chain(files.lines("rules.txt").map(|line| line.text));
        let values: HashMap<String, u16> =
            (0..).zip(names).map(|(at, name)| (name.to_string(), at)).collect();
        let rules = files.lines("rules.txt").map(|line| line.text.to_owned()).collect();
        Numbers { next: values.len() as u16, values, rules }
    }

    /// The number of a value.
    pub(crate) fn value(&self, name: &str) -> Option<u16> {
        self.values.get(name).copied()
    }

    /// Numbers the words of a language; those of `weighted`, which weights are for, come first, and each part is in
    /// the order of frequency. Words of a language that no weight is for have values that no other word has.
    pub(crate) fn add_language<'l>(
        &mut self,
        files: &Files,
        language: &str,
        lexicon: &'l Lexicon<'_>,
        weighted: &BTreeSet<&str>,
    ) -> Result<Words<'l>, Error> {
        let ranks = ranks(files, language, lexicon)?;
        let mut list: Vec<&str> = lexicon.words.keys().map(String::as_str).collect();
        list.sort_by_key(|word| (!weighted.contains(word), ranks.get(word).copied().unwrap_or(usize::MAX)));
        if list.len() * 2 > usize::from(u16::MAX) {
            return Err(Error::of_file(language, "more words than 16 bits can number"));
        }
        let numbers = (1..).zip(&list).map(|(number, word)| (*word, number)).collect();
        let has_models = !weighted.is_empty();
        let mut values = vec![NO_VALUE; list.len()];
        for (word, value) in list.iter().zip(&mut values) {
            match lexicon.words[*word].value {
                None => *value = self.add_value(word, has_models),
                Some((own, _)) if own == *word => *value = self.add_value(word, true),
                Some(_) => {}
            }
        }
        for (word, value) in list.iter().zip(&mut values) {
            if let Some((shared, line)) = &lexicon.words[*word].value {
                let known = self.value(shared);
                *value = known.ok_or_else(|| line.error(format!("no value is called {shared:?}")))?;
            }
        }
        Ok(Words { list, values, numbers })
    }

    /// The value of a word: by its name where the language has models, else a new one.
    fn add_value(&mut self, word: &str, has_models: bool) -> u16 {
        if has_models {
            if let Some(known) = self.value(word) {
                return known;
            }
            self.values.insert(word.to_owned(), self.next);
        }
        self.next += 1;
        self.next - 1
    }
}

/// The rank of each word of `word_order.txt`.
fn ranks<'f>(
    files: &'f Files,
    language: &str,
    lexicon: &Lexicon<'_>,
) -> Result<HashMap<&'f str, usize>, Error> {
    let mut ranks = HashMap::new();
    for line in files.lines(&format!("{language}/word_order.txt")) {
        if !lexicon.words.contains_key(line.text) {
            return Err(line.error(format!("{:?} is no word of the lexicon", line.text)));
        }
        if ranks.insert(line.text, ranks.len()).is_some() {
            return Err(line.error(format!("{:?} is listed twice", line.text)));
        }
    }
    Ok(ranks)
}

/// The number of a value that need not be a word.
pub(crate) fn named_value(line: &Line<'_>, name: &str) -> Result<u16, Error> {
    let at = VALUES.iter().position(|known| *known == name);
    at.map(|at| at as u16).ok_or_else(|| line.error(format!("src/models/values.rs lists no value {name:?}")))
}
