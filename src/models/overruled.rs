//! Why another answer than the most probable one was taken. Imports the names of enums.

use crate::text::named::{public_name, unknown_is_other, written_by_name};

/// Why an answer was taken that is not the most probable one.
///
/// ```
/// use whosaid::explanation::Overruled;
///
/// assert_eq!((Overruled::Doubt.name(), Overruled::Doubt.to_string().as_str()), ("doubt", "doubt"));
/// assert_eq!("doubt".parse(), Ok(Overruled::Doubt));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Overruled {
    /// Nobody said the quotation: the probability of that is above a bound.
    Doubt,
    /// Nobody said the quotation: the probability of the source is below a bound.
    Confidence,
    /// A cue counts from another probability on than one half, by the kind of the text.
    Register,
    /// A cue never counts in this construction: a definition, a passive without a source, a plain object.
    Construction,
    /// The source surely means somebody whom the text names.
    Named,
    /// The answers for the turns around one make another speaker more probable.
    Conversation,
    /// A reason that this version does not know, in a record that a later one wrote. No text gives it.
    Other,
}

impl Overruled {
    /// Every reason that a text may give.
    pub const ALL: &'static [Overruled] = &[
        Overruled::Doubt,
        Overruled::Confidence,
        Overruled::Register,
        Overruled::Construction,
        Overruled::Named,
        Overruled::Conversation,
    ];

    /// The name in small letters, as in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Overruled::Doubt => public_name!("doubt"),
            Overruled::Confidence => public_name!("confidence"),
            Overruled::Register => public_name!("register"),
            Overruled::Construction => public_name!("construction"),
            Overruled::Named => public_name!("named"),
            Overruled::Conversation => public_name!("conversation"),
            Overruled::Other => public_name!("other"),
        }
    }
}

written_by_name!(Overruled, public_name!("reason"), [Overruled::ALL, &[Overruled::Other]].concat());
unknown_is_other!(Overruled);
