//! Cues that a caller adds: a verb in any form, or a verb with the words after it.
//!
//! Imports the other files of `language`.

use std::sync::Arc;

use crate::language::added::Added;
use crate::language::classes::Classes;
use crate::language::fold::{fold, LONGEST_WORD};
use crate::language::inflection::{inflect, VerbForm};
use crate::language::lexicon::{WordId, UNKNOWN};
use crate::language::Language;

/// Why a cue cannot be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// A form of it is longer than any word that is looked up.
    TooLong,
    /// There are no numbers left for its words.
    TooMany,
}

/// The classes of the forms of a verb.
const FORMS: [(VerbForm, Classes); 4] = [
    (VerbForm::Third, Classes::THIRD),
    (VerbForm::Past, Classes::PAST),
    (VerbForm::Participle, Classes::PARTICIPLE),
    (VerbForm::Gerund, Classes::GERUND),
];

/// The length of the shortest verb that is made from one of its forms, in characters.
const SHORTEST_VERB: usize = 3;

/// A form of a verb and its classes.
type Form = (String, Classes);

impl Language {
    /// This language with one more cue: a verb in any form, or such a verb and the words after it.
    pub(crate) fn with_cue(self, cue: &str) -> Result<Self, Refused> {
        let cue = cue.to_lowercase();
        let mut words = cue.split_whitespace();
        let Some(verb) = words.next() else { return Ok(self) };
        let (forms, rest) = (self.forms_of(verb), words.collect::<Vec<_>>());
        self.with_forms(forms, &rest)
    }

    /// This language with one more cue verb, in its base form and all regular forms.
    pub(crate) fn with_cue_verb(self, lemma: &str) -> Result<Self, Refused> {
        let forms = self.regular_forms(&lemma.to_lowercase());
        self.with_forms(forms, &[])
    }

    /// Adds the forms of a verb, which speaks only before some words if there are any.
    fn with_forms(mut self, forms: Vec<Form>, rest: &[&str]) -> Result<Self, Refused> {
        let speaks = if rest.is_empty() { Classes::SPEECH } else { Classes::PHRASAL };
        for (verb, classes) in forms {
            self = self.with_word(&verb, speaks | classes)?;
            if rest.is_empty() {
                continue;
            }
            let mut phrase = vec![self.key(self.id_of(&verb))];
            for word in rest {
                if self.id_of(word) == UNKNOWN {
                    self = self.with_word(word, Classes::NONE)?;
                }
                phrase.push(self.key(self.id_of(word)));
            }
            self.added_mut(|added| added.insert_phrase(phrase));
        }
        Ok(self)
    }

    /// Every form of a verb that is given in one of them. For one that the lexicon does not have, these are guesses,
    /// some of them no words.
    fn forms_of(&self, verb: &str) -> Vec<Form> {
        let lexicon = self.tables.lexicon;
        let lemma = lexicon.lemma(lexicon.id(verb.as_bytes()));
        if lemma != UNKNOWN {
            let is_form = |id: WordId| id == lemma || lexicon.lemma(id) == lemma;
            let forms = lexicon.words().filter(|(id, _)| is_form(*id));
            return forms.map(|(_, form)| (form, Classes::NONE)).collect();
        }
        let (mut forms, mut is_base) = (Vec::new(), true);
        for (form, _) in FORMS {
            for lemma in self.verbs_with_form(verb, form) {
                forms.extend(self.regular_forms(&lemma));
                is_base &= form == VerbForm::Third;
            }
        }
        if is_base {
            forms.extend(self.regular_forms(verb));
            // It may also be the past form of an irregular verb.
            forms.push((verb.to_owned(), Classes::PAST));
        }
        forms
    }

    /// The verbs that have a word as a regular form.
    fn verbs_with_form(&self, word: &str, form: VerbForm) -> Vec<String> {
        let rules = self.tables.inflection.iter().filter(|rule| rule.form == form);
        let lemmas =
            rules.filter_map(|rule| Some(format!("{}{}", word.strip_suffix(rule.replacement)?, rule.ending)));
        let is_verb = |lemma: &String| {
            lemma.chars().count() >= SHORTEST_VERB && self.inflected(lemma, form).as_deref() == Some(word)
        };
        lemmas.filter(is_verb).collect()
    }

    fn inflected(&self, lemma: &str, form: VerbForm) -> Option<String> {
        inflect(self.tables.inflection, lemma, form)
    }

    /// The base form of a verb and all regular forms.
    fn regular_forms(&self, lemma: &str) -> Vec<Form> {
        let mut forms = vec![(lemma.to_owned(), Classes::BASE)];
        for (form, classes) in FORMS {
            let past = || self.inflected(lemma, VerbForm::Past).filter(|_| form == VerbForm::Participle);
            forms.extend(self.inflected(lemma, form).or_else(past).map(|word| (word, classes)));
        }
        forms
    }

    /// Adds classes to a word, and the word where it is new.
    fn with_word(mut self, word: &str, classes: Classes) -> Result<Self, Refused> {
        let mut buffer = [0; LONGEST_WORD];
        let word = fold(word, &mut buffer).ok_or(Refused::TooLong)?;
        let origin = self.tables.lexicon.id(word);
        let known = self.tables.lexicon.classes(origin).unwrap_or_default();
        let added = self.added.as_ref().map_or(0, |added| added.len());
        if self.added_id(added) == UNKNOWN {
            return Err(Refused::TooMany);
        }
        self.added_mut(|added| added.insert(word, classes | known, origin));
        Ok(self)
    }

    fn added_mut(&mut self, change: impl FnOnce(&mut Added)) {
        let mut added = self.added.take().map_or_else(Added::default, Arc::unwrap_or_clone);
        change(&mut added);
        self.added = Some(Arc::new(added));
    }

    /// The number by which a word is part of an added phrase: that of the tables, or else its own.
    fn key(&self, id: WordId) -> WordId {
        match self.origin(id) {
            UNKNOWN => id,
            origin => origin,
        }
    }

    /// Whether a verb speaks together with a particle according to the lexicon, and not only in an added phrase.
    pub(crate) fn is_phrasal(&self, id: WordId) -> bool {
        self.added.is_none() || {
            let classes = self.tables.lexicon.classes(self.origin(id));
            classes.is_some_and(|classes| classes.any(Classes::PHRASAL))
        }
    }

    /// Whether an added phrase starts here; `word` gives the words from here on.
    pub(crate) fn opens_added_phrase(&self, word: impl Fn(usize) -> WordId) -> bool {
        self.added.as_ref().is_some_and(|added| added.has_phrase_at(|at| self.key(word(at))))
    }
}
