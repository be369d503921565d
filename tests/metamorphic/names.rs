//! The same speakers under other names.

use super::pairs;
use super::Comparison;

/// Given names and surnames, and others of the same kind. No two become the same.
const OTHERS: &[(&str, &str)] = &[
    ("Ann", "Laura"),
    ("Wu", "Castellan"),
    ("Kofi", "Martin"),
    ("Mensah", "Lorimer"),
    ("Noor", "Selma"),
    ("Haddad", "Petrenko"),
    ("Mateus", "Daniel"),
    ("Prado", "Vance"),
    ("Jakob", "Felix"),
    ("Lind", "Ostrander"),
    ("Elif", "Greta"),
    ("Yaman", "Mori"),
    ("Siobhan", "Paula"),
    ("Keane", "Marlowe"),
    ("Kwame", "Oscar"),
    ("Ofori", "Tanaka"),
    ("Joseph", "Victor"),
    ("Banda", "Holloway"),
    ("Maria", "Emma"),
    ("Tavares", "Nakagawa"),
    ("Aroha", "Julia"),
    ("Ngata", "Bergstrom"),
    ("Malia", "Irene"),
    ("Kealoha", "Popescu"),
    ("Tunde", "Arthur"),
    ("Okonjo", "Villanueva"),
    ("Tomasz", "George"),
    ("Wilk", "Adair"),
    ("Amina", "Sarah"),
    ("Diallo", "Kowalczyk"),
    ("Ingrid", "Alice"),
    ("Solheim", "Mbeki"),
    ("Antonio", "Marco"),
    ("Guterres", "Bellini"),
    ("Karim", "Omar"),
    ("Khan", "Sadiq"),
    ("Catherine", "Helen"),
    ("Colonna", "Dubois"),
    ("Antony", "Andrew"),
    ("Blinken", "Parkhurst"),
    ("Sergey", "Nikolai"),
    ("Lavrov", "Sokolov"),
    ("Dmytro", "Taras"),
    ("Kuleba", "Melnyk"),
    ("James", "Robert"),
    ("Cleverly", "Ashdown"),
    ("Simon", "Patrick"),
    ("Coveney", "Nolan"),
    ("Putin", "Orlov"),
];

/// Every pair stays, with the speaker's other name in it.
pub fn renamed(text: &str) -> Vec<Comparison> {
    let changed = rename(text);
    if changed == text {
        return Vec::new();
    }
    let before = pairs::placed_as(text, rename).into_iter().map(|(_, pair)| pair).collect();
    let after = pairs::of(&changed);
    vec![Comparison { text: changed, before, after }]
}

/// The text with every name changed, those in capitals too.
fn rename(text: &str) -> String {
    text.split_inclusive(|c: char| !c.is_alphabetic())
        .map(|part| {
            let word = part.trim_end_matches(|c: char| !c.is_alphabetic());
            let rest = &part[word.len()..];
            let other = OTHERS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
            match other {
                Some((name, other)) if *name == word => format!("{other}{rest}"),
                Some((_, other)) if word == word.to_uppercase() => format!("{}{rest}", other.to_uppercase()),
                _ => part.to_owned(),
            }
        })
        .collect()
}
