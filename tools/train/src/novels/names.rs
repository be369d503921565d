//! Whom a name means among the characters of a novel, by the strict rules of the scorer of the corpus.

use unicode_normalization::{char::is_combining_mark, UnicodeNormalization};

/// A character of a novel.
pub struct Character {
    pub name: String,
    /// The aliases as they are written.
    pub spelled: Vec<String>,
    aliases: Vec<Vec<String>>,
    gender: Option<Sex>,
    /// The number of quotations.
    pub speaks: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sex {
    Male,
    Female,
}

const SPELLINGS: &[(&str, &str)] = &[
    ("mister", "mr"),
    ("mistress", "mrs"),
    ("doctor", "dr"),
    ("capt", "captain"),
    ("col", "colonel"),
    ("gen", "general"),
    ("lieut", "lieutenant"),
    ("prof", "professor"),
    ("rev", "reverend"),
    ("madam", "madame"),
    ("mme", "madame"),
    ("mlle", "mademoiselle"),
    ("saint", "st"),
];

const MALE: &[&str] = &[
    "mr", "sir", "lord", "master", "count", "baron", "duke", "uncle", "monsieur", "signor", "prince", "herr",
    "brother", "marquis", "earl",
];

const FEMALE: &[&str] = &[
    "mrs",
    "ms",
    "miss",
    "lady",
    "madame",
    "mademoiselle",
    "countess",
    "baroness",
    "duchess",
    "aunt",
    "signora",
    "signorina",
    "princess",
    "fraulein",
    "frau",
    "sister",
    "nurse",
];

const OTHER_TITLES: &[&str] = &[
    "dr",
    "captain",
    "colonel",
    "general",
    "major",
    "admiral",
    "lieutenant",
    "sergeant",
    "professor",
    "reverend",
    "inspector",
    "constable",
    "detective",
    "cousin",
    "judge",
    "squire",
];

/// The words of a name, spelled one way: in small letters, without accents, points and a leading article.
pub fn words_of(name: &str) -> Vec<String> {
    let plain: String =
        name.replace('’', "'").nfd().filter(|c| !is_combining_mark(*c) && *c != '.').collect();
    let lower = plain.to_lowercase();
    let words =
        lower.split(|c: char| !(c.is_alphanumeric() || c == '\'')).map(|word| word.trim_matches('\''));
    let spelled = words.filter(|word| !word.is_empty()).map(|word| {
        SPELLINGS.iter().find(|(variant, _)| *variant == word).map_or(word, |(_, usual)| usual).to_owned()
    });
    let mut words: Vec<String> = spelled.collect();
    while words.len() > 1 && matches!(words[0].as_str(), "the" | "a" | "an") {
        words.remove(0);
    }
    words
}

/// The words of a name without titles.
fn bare(words: &[String]) -> Vec<&str> {
    let is_title = |word: &&str| MALE.contains(word) || FEMALE.contains(word) || OTHER_TITLES.contains(word);
    words.iter().map(String::as_str).filter(|word| !is_title(word)).collect()
}

fn sex(words: &[String]) -> Option<Sex> {
    words.iter().find_map(|word| match word.as_str() {
        word if MALE.contains(&word) => Some(Sex::Male),
        word if FEMALE.contains(&word) => Some(Sex::Female),
        _ => None,
    })
}

impl Character {
    pub fn new(name: &str, aliases: &[String], gender: &str) -> Self {
        let all = aliases.iter().map(String::as_str).chain([name]);
        let gender = match gender {
            "M" => Some(Sex::Male),
            "F" => Some(Sex::Female),
            _ => None,
        };
        Character {
            name: name.to_owned(),
            spelled: aliases.to_vec(),
            aliases: all.map(words_of).collect(),
            gender,
            speaks: 0,
        }
    }

    pub fn has_alias(&self, words: &[String]) -> bool {
        self.aliases.iter().any(|alias| alias == words)
    }

    /// Whether no title and no sex in a name contradicts an alias.
    fn admits(&self, words: &[String], alias: &[String]) -> bool {
        let (own, other) = (sex(words), sex(alias));
        let contradicts = |one: Option<Sex>, two: Option<Sex>| one.is_some() && two.is_some() && one != two;
        let has = |words: &[String], title: &str| words.iter().any(|word| word == title);
        let is_other_woman =
            has(words, "mrs") && has(alias, "miss") || has(words, "miss") && has(alias, "mrs");
        !contradicts(own, other) && !contradicts(own, self.gender) && !is_other_woman
    }

    fn is_without_titles(&self, words: &[String], rest: &[&str]) -> bool {
        self.speaks > 0 && self.aliases.iter().any(|alias| bare(alias) == rest && self.admits(words, alias))
    }
}

/// The characters that a name may mean: those with that alias, or else the one with an alias that is the same
/// without titles.
pub fn meant(characters: &[Character], name: &str) -> Vec<usize> {
    let words = words_of(name);
    let all = |holds: &dyn Fn(&Character) -> bool| -> Vec<usize> {
        (0..characters.len()).filter(|&at| holds(&characters[at])).collect()
    };
    let exact = all(&|character| character.has_alias(&words));
    let rest = bare(&words);
    if !exact.is_empty() || rest.is_empty() {
        return exact;
    }
    let found = all(&|character| character.is_without_titles(&words, &rest));
    if found.len() == 1 {
        found
    } else {
        Vec::new()
    }
}
