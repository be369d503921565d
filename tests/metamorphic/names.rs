//! A transformation that renames speakers.

use super::pairs;
use super::Comparison;

/// Names and their replacements of the same kind and gender, all different.
const REPLACEMENTS: &[(&str, &str)] = &[
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

/// Renames all speakers. Every pair must stay, with the new name of its speaker.
pub fn renamed(text: &str) -> Vec<Comparison> {
    let changed = rename(text);
    if changed == text {
        return Vec::new();
    }
    let before = pairs::with_spans_mapped(text, rename).into_iter().map(|(_, pair)| pair).collect();
    let after = pairs::of(&changed);
    vec![Comparison { text: changed, before, after }]
}

/// Replaces every name, including names in capitals.
fn rename(text: &str) -> String {
    text.split_inclusive(|c: char| !c.is_alphabetic())
        .map(|part| {
            let word = part.trim_end_matches(|c: char| !c.is_alphabetic());
            let rest = &part[word.len()..];
            let replacement = REPLACEMENTS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
            match replacement {
                Some((name, new)) if *name == word => format!("{new}{rest}"),
                Some((_, new)) if word == word.to_uppercase() => format!("{}{rest}", new.to_uppercase()),
                _ => part.to_owned(),
            }
        })
        .collect()
}
