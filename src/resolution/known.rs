//! Speakers that a caller knows beforehand.
//!
//! May import `language`.

use std::collections::HashMap;
use std::sync::Arc;

use crate::language::{Classes, Language};

/// The names of known speakers by every alias, in small letters and without a leading article.
#[derive(Debug, Clone, Default)]
pub(crate) struct KnownSpeakers {
    by_alias: Arc<HashMap<String, Arc<str>>>,
}

impl KnownSpeakers {
    /// Adds an alias of a speaker. Returns `false` if it is an alias of another speaker already.
    pub(crate) fn insert(&mut self, alias: &str, name: &Arc<str>, language: &Language) -> bool {
        let alias = alias.trim().to_lowercase();
        let alias = without_article(&alias, language).to_owned();
        let before = Arc::make_mut(&mut self.by_alias).insert(alias, name.clone());
        before.is_none_or(|before| before == *name)
    }

    /// The name of the speaker that these words are an alias of.
    pub(crate) fn name<'w>(&self, words: impl FnOnce() -> &'w str, language: &Language) -> Option<&Arc<str>> {
        if self.by_alias.is_empty() {
            return None;
        }
        let words = words().to_lowercase();
        self.by_alias.get(without_article(&words, language))
    }
}

/// Words in small letters without the definite article at their start.
fn without_article<'w>(words: &'w str, language: &Language) -> &'w str {
    let is_article = |word: &str| language.classes(language.id_of(word)).any(Classes::DEFINITE_ARTICLE);
    match words.split_once(' ') {
        Some((first, rest)) if is_article(first) => rest,
        _ => words,
    }
}
