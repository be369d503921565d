//! Names as parts that can be compared.

use std::borrow::Cow;

use whosaid::{Gender, SpeakerKind};

use crate::document::Speaker;
use crate::words::{abbreviated, fold, is_given, is_kind_of_organisation, is_role, is_title};

/// Small words inside the family name of a person.
const PARTICLES: &[&str] = &[
    "al", "ap", "bin", "bint", "da", "dal", "das", "de", "degli", "del", "della", "den", "der", "di", "do",
    "dos", "du", "el", "ibn", "la", "le", "lo", "los", "ten", "ter", "van", "von", "y", "zu", "zum", "zur",
];

/// Small words inside the name of an organisation.
const LINKS: &[&str] =
    &["", "a", "an", "and", "at", "de", "des", "du", "for", "in", "la", "of", "on", "the", "to"];

/// What follows the family name of a son, with the form that two spellings share.
const SUFFIXES: &[(&str, &str)] = &[
    ("jr", "jr"),
    ("junior", "jr"),
    ("sr", "sr"),
    ("senior", "sr"),
    ("ii", "ii"),
    ("iii", "iii"),
    ("iv", "iv"),
];

/// What follows a family name and distinguishes nobody.
const DEGREES: &[&str] = &["md", "phd", "esq"];

/// A form of address: it shows gender and sometimes more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Address {
    /// "Mr.", "Sir", "Lord".
    Man,
    /// "Ms.", "Lady", "Dame".
    Woman,
    /// "Mrs."
    Wife,
    /// "Miss"
    Unmarried,
}

impl Address {
    fn of_word(word: &str) -> Option<Address> {
        match word {
            "mr" | "mister" | "sir" | "lord" | "monsieur" => Some(Address::Man),
            "ms" | "lady" | "dame" => Some(Address::Woman),
            "mrs" | "madame" => Some(Address::Wife),
            "miss" | "mademoiselle" => Some(Address::Unmarried),
            _ => None,
        }
    }

    /// The form of address among titles. A title in small letters is a noun: "the lady".
    fn among(titles: &[Cow<'_, str>]) -> Option<Address> {
        let is_written_large = |title: &&Cow<'_, str>| title.starts_with(char::is_uppercase);
        titles.iter().filter(is_written_large).find_map(|title| Address::of_word(&fold(title)))
    }

    pub(crate) fn gender(self) -> Gender {
        match self {
            Address::Man => Gender::Male,
            Address::Woman | Address::Wife | Address::Unmarried => Gender::Female,
        }
    }
}

/// Titles with their abbreviations.
const TITLES: &[(&str, &str)] = &[
    ("adm", "admiral"),
    ("capt", "captain"),
    ("col", "colonel"),
    ("dr", "doctor"),
    ("gen", "general"),
    ("gov", "governor"),
    ("lt", "lieutenant"),
    ("pres", "president"),
    ("prof", "professor"),
    ("rep", "representative"),
    ("rev", "reverend"),
    ("sen", "senator"),
    ("sgt", "sergeant"),
];

/// The titles that are written before a name and show more than gender, folded and sorted: "president" of "U.S.
/// President". Roles in small letters change from document to document.
pub(crate) fn ranks(titles: &[Cow<'_, str>]) -> Vec<Box<str>> {
    let last = |title: &Cow<'_, str>| title.split_whitespace().last().filter(|word| is_large(word)).map(fold);
    let mut ranks: Vec<Box<str>> = titles
        .iter()
        .filter_map(last)
        .filter(|word| is_title(word) && Address::of_word(word).is_none())
        .map(|word| {
            TITLES.iter().find(|(short, _)| *short == word).map_or(word.as_str(), |(_, full)| full).into()
        })
        .collect();
    ranks.sort();
    ranks.dedup();
    ranks
}

/// The name of a person in folded parts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PersonName {
    /// Empty for somebody known by a single name.
    pub given: String,
    pub middle: Vec<String>,
    /// The last word, with the small words before it: "de blasio".
    pub family: String,
    pub suffix: Option<&'static str>,
}

/// What a speaker of one document is called.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Called {
    /// A person with a name.
    Person(PersonName, Option<Address>),
    /// An organisation with a name, folded.
    Organisation(String),
    /// Nobody that can be recognised in another document: "a spokesman", "officials", "the report".
    Described,
}

impl Called {
    pub(crate) fn of(speaker: &Speaker<'_>) -> Called {
        match speaker.kind {
            SpeakerKind::Person => match person(&speaker.name) {
                Some(name) => Called::Person(name, Address::among(&speaker.titles)),
                None => Called::Described,
            },
            SpeakerKind::Organisation => {
                organisation(&speaker.name).map_or(Called::Described, Called::Organisation)
            }
            _ => Called::Described,
        }
    }
}

/// Whether two initials or names may be one name: "J" and "John".
pub(crate) fn is_initial(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

fn is_large(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric())
        || word.chars().all(|c| !c.is_lowercase()) // scripts without small letters
}

/// Whether a word is a particle, alone or before a mark: "de", "al-Hamid", "d’Arcy".
fn is_particle_of(word: &str) -> bool {
    let particle =
        word.split_once(['-', '\'', '’']).filter(|(_, rest)| is_large(rest)).map(|(first, _)| first);
    PARTICLES.contains(&fold(word).as_str())
        || particle
            .is_some_and(|first| matches!(first, "d" | "l" | "ad" | "ash") || PARTICLES.contains(&first))
}

/// The folded words of a name; initials that are written together are several words.
fn folded_words(words: &[&str]) -> Vec<String> {
    let mut folded = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let are_points = word.chars().filter(|c| *c == '.').count() >= 2 && letters <= 4;
        // "JJ Holt", but not "Al Holt" and not "JO HOLT".
        let are_capitals = index == 0
            && letters == 2
            && word.chars().all(char::is_uppercase)
            && words.iter().any(|word| word.chars().any(char::is_lowercase));
        if are_points || are_capitals {
            folded
                .extend(word.chars().filter(|c| c.is_alphabetic()).map(|c| fold(c.encode_utf8(&mut [0; 4]))));
        } else {
            folded.push(fold(word));
        }
    }
    folded.retain(|word| !word.is_empty());
    folded
}

/// The parts of a person's name, or `None` for words that only describe a person.
pub(crate) fn person(name: &str) -> Option<PersonName> {
    let words: Vec<&str> =
        name.split([' ', '\t', '\n', '\r', '\u{a0}', ',']).filter(|word| !word.is_empty()).collect();
    let first = words.first()?;
    let is_part = |word: &&str| is_large(word) || is_particle_of(word);
    if !words.iter().all(is_part) || Address::of_word(&fold(first)).is_some() {
        return None;
    }
    let is_degree = |word: &&&str| DEGREES.contains(&fold(word).as_str());
    let degrees = words.iter().skip(1).rev().take_while(is_degree).count();
    let mut parts = folded_words(&words[..words.len() - degrees]);
    let known = parts.last().and_then(|last| SUFFIXES.iter().find(|(word, _)| word == last));
    let suffix = known.filter(|_| parts.len() > 1).map(|(_, suffix)| *suffix);
    if suffix.is_some() {
        parts.pop();
    }
    if is_description(&parts) {
        return None;
    }
    let last = parts.len().checked_sub(1)?;
    let is_particle = |word: &&String| PARTICLES.contains(&word.as_str());
    let particles = parts[..last].iter().skip(1).rev().take_while(is_particle).count();
    // Known by the family name alone, which begins with a small word: "de Blasio".
    let is_family = last > 0 && parts[..last].iter().all(|part| is_particle(&part)) && !is_large(first);
    let start = if is_family { 0 } else { last - particles };
    let family = parts[start..].join(" ");
    let mut others = parts.drain(..start);
    let given = others.next().unwrap_or_default();
    Some(PersonName { given, middle: others.collect(), family, suffix })
}

/// Whether large words describe somebody: "Prime Minister", "Holt County Republican", "Channel President On Holt".
fn is_description(parts: &[String]) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return true };
    let begins_as_name = is_given(first) || is_initial(first);
    let (inner, has_inner) = match parts {
        [_, inner @ .., _] => (inner, true),
        _ => (&[][..], false),
    };
    (is_role(last) && !begins_as_name)
        || (is_role(first) && !begins_as_name && parts.len() == 1)
        || (has_inner && !begins_as_name && inner.iter().any(|word| is_role(word)))
}

/// The folded name of an organisation, abbreviations written out; `None` for words that only describe one.
pub(crate) fn organisation(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_part = |word: &&str| is_large(word) || LINKS.contains(&fold(word).as_str());
    let has_address = words.first().is_some_and(|word| Address::of_word(&fold(word)).is_some());
    let ends_large = words.last().is_some_and(|word| is_large(word));
    let folded: Vec<String> = words.iter().map(|word| fold(word)).filter(|word| !word.is_empty()).collect();
    let folded = match folded.as_slice() {
        [article, rest @ ..] if article == "the" => rest,
        all => all,
    };
    let is_abbreviation = |word: &str| word.chars().filter(|c| c.is_uppercase()).count() > 1;
    match folded {
        [] => None,
        _ if has_address || !ends_large || !words.iter().all(is_part) => None,
        [word]
            if is_kind_of_organisation(word)
                || is_role(word) && !words.iter().any(|word| is_abbreviation(word)) =>
        {
            None
        }
        [word] => match abbreviated(word).filter(|_| words.iter().any(|word| is_abbreviation(word))) {
            Some(full) => organisation_words(full),
            None => Some(word.clone()),
        },
        several => Some(several.join(" ")),
    }
}

fn organisation_words(full: &str) -> Option<String> {
    let words: Vec<String> = full.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
    Some(words.join(" "))
}
