//! The regular forms of verbs.
//!
//! The build script includes this file to complete the lexicon, so it imports nothing.

/// A form of a verb besides the base form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbForm {
    /// The third person singular: "says".
    Third,
    /// The past form: "said".
    Past,
    /// The past participle: "written".
    Participle,
    /// The form in "-ing" or its like: "saying".
    Gerund,
}

/// A rule that makes a form: "-y" becomes "-ies", but not where the verb ends in "-ay".
#[derive(Clone, Copy, Debug)]
pub(crate) struct InflectionRule<'r> {
    pub form: VerbForm,
    pub ending: &'r str,
    pub replacement: &'r str,
    /// Endings of verbs that the rule leaves out, each with a hyphen before it; commas separate them.
    pub exceptions: &'r str,
}

impl InflectionRule<'_> {
    fn apply(&self, lemma: &str) -> Option<String> {
        let mut exceptions = self.exceptions.split_terminator(',').map(|ending| &ending[1..]);
        let stem = lemma.strip_suffix(self.ending)?;
        let is_exception = exceptions.any(|ending| lemma.ends_with(ending));
        (!is_exception).then(|| format!("{stem}{}", self.replacement))
    }
}

/// The form that the first fitting rule makes; `None` where none fits.
pub(crate) fn inflect(rules: &[InflectionRule<'_>], lemma: &str, form: VerbForm) -> Option<String> {
    rules.iter().filter(|rule| rule.form == form).find_map(|rule| rule.apply(lemma))
}
