//! What a rule says about itself, and the one declaration that makes the public enum and the table of rules.

use crate::models::Value;
use crate::rules::link::Link;
use crate::rules::setting::Setting;
use crate::text::index::UnitIdx;

/// A rule that describes itself.
#[derive(Debug)]
pub(crate) struct Definition {
    /// The name in records, in feature names and of its file of cases. Kebab case, unique.
    pub name: &'static str,
    /// One sentence for a person.
    pub description: &'static str,
    pub example: Example,
    /// The weight of its proposals, in hundredths, as long as no weight was fitted for the rule. A proposal
    /// with more than 0 is more probable than that nobody said the quotation.
    pub prior: i32,
    /// Adds the links that the rule proposes for the quotation at a unit.
    pub propose: fn(&Setting<'_>, UnitIdx, &mut Vec<Link>),
}

impl Definition {
    /// The name as a feature value.
    pub(crate) const fn value(&self) -> Value {
        Value::of_rule(self.name)
    }
}

/// A rule for the turns of a dialogue or transcript, which proposes no links.
#[derive(Debug)]
pub(crate) struct TurnRule {
    /// The name in records and of its file of cases. Kebab case, unique.
    pub name: &'static str,
    /// One sentence for a person.
    pub description: &'static str,
    pub example: Example,
}

/// A small text in which a rule finds the speaker.
#[derive(Debug)]
pub(crate) struct Example {
    pub text: &'static str,
    /// Who said the last quotation of the text.
    pub speaker: &'static str,
}

/// Declares the rules: the public [`Rule`](super::Rule), its names, and the table of definitions.
macro_rules! rules {
    (
        quotations { $($(#[$doc:meta])* $rule:ident = $module:ident,)* }
        turns { $($(#[$turn_doc:meta])* $turn:ident = $turn_folder:ident $turn_module:ident,)* }
        statements { $($(#[$statement_doc:meta])* $statement:ident = $statement_name:literal,)* }
    ) => {
        /// The rule that linked a content to its cue and source: for a quotation the rule that proposed the
        /// link, for a statement how cue and content are placed.
        ///
        /// ```
        /// use whosaid::Rule;
        ///
        /// let analysis = whosaid::attribute("“We won,” said Wang Yi.");
        /// let rule = analysis.attributions().next().unwrap().rule();
        /// assert_eq!(rule, Rule::QuoteCueSource);
        /// assert_eq!(rule.to_string(), "quote-cue-source");
        /// assert_eq!("quote-cue-source".parse(), Ok(rule));
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$doc])* $rule,)*
            $($(#[$turn_doc])* $turn,)*
            $($(#[$statement_doc])* $statement,)*
            /// A rule that this version does not know, in a record that a later one wrote. No text gives it.
            Other,
        }

        impl Rule {
            /// Every rule that a text may give.
            pub const ALL: &'static [Rule] = &[$(Rule::$rule,)* $(Rule::$turn,)* $(Rule::$statement,)*];

            /// The name in kebab case, as in JSON.
            ///
            /// ```
            /// assert_eq!(whosaid::Rule::AccordingTo.name(), "according-to");
            /// ```
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Rule::$rule => $crate::rules::quotation::$module::RULE.name,)*
                    $(Rule::$turn => $crate::rules::$turn_folder::$turn_module::RULE.name,)*
                    $(Rule::$statement => $statement_name,)*
                    Rule::Other => $crate::text::named::public_name!("other"),
                }
            }

            /// What the rule looks for, in one sentence. `None` for the placements of statements, which no
            /// rule proposes.
            ///
            /// ```
            /// let rule = whosaid::Rule::QuoteCueSource;
            /// assert!(rule.description().is_some_and(|sentence| !sentence.is_empty()));
            /// ```
            #[must_use]
            pub const fn description(self) -> Option<&'static str> {
                match self {
                    $(Rule::$rule => Some($crate::rules::quotation::$module::RULE.description),)*
                    $(Rule::$turn => Some($crate::rules::$turn_folder::$turn_module::RULE.description),)*
                    $(Rule::$statement => None,)*
                    Rule::Other => None,
                }
            }
        }

        impl Rule {
            /// A small text, and the speaker of its last quotation, whom the rule finds. `None` for the placements
            /// of statements.
            ///
            /// ```
            /// let (text, speaker) = whosaid::Rule::Signature.example().unwrap();
            /// assert_eq!(whosaid::attribute(text).speakers().next().unwrap().name(), speaker);
            /// ```
            #[must_use]
            pub const fn example(self) -> Option<(&'static str, &'static str)> {
                match self {
                    $(Rule::$rule => {
                        let example = &$crate::rules::quotation::$module::RULE.example;
                        Some((example.text, example.speaker))
                    })*
                    $(Rule::$turn => {
                        let example = &$crate::rules::$turn_folder::$turn_module::RULE.example;
                        Some((example.text, example.speaker))
                    })*
                    $(Rule::$statement => None,)*
                    Rule::Other => None,
                }
            }
        }

        $crate::text::named::written_by_name!(Rule, $crate::text::named::public_name!("rule"), [Rule::ALL, &[Rule::Other]].concat());
        $crate::text::named::unknown_is_other!(Rule);

        /// The rules that propose links for quotations.
        const RULES: &[(Rule, &Definition)] = &[$((Rule::$rule, &$crate::rules::quotation::$module::RULE),)*];
    };
}
pub(crate) use rules;

#[cfg(test)]
mod tests {
    #[test]
    fn each_rule_finds_the_speaker_of_its_example() {
        let mut missed = Vec::new();
        for rule in crate::Rule::ALL {
            let Some((text, expected)) = rule.example() else { continue };
            let analysis = crate::attribute(text);
            let last = analysis.quotations().next_back();
            let speaker =
                last.and_then(|quotation| quotation.speaker()).map(|speaker| speaker.name().to_owned());
            if speaker.as_deref() != Some(expected) {
                missed.push(format!("{rule}: {speaker:?} in {text:?}"));
            }
        }
        assert_eq!(missed, [""; 0]);
    }

    #[cfg(feature = "serde")]
    #[test]
    fn names_are_the_ones_in_records() {
        for rule in crate::Rule::ALL {
            assert_eq!(serde_json::to_value(rule).unwrap(), rule.name());
        }
    }
}
