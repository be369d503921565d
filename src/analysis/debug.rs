//! One short line for each record, for messages and debuggers.

use std::fmt::{Debug, Formatter, Result};

use crate::analysis::{Analysis, Attribution, Linked, Passage, Quotation, Speaker};
use crate::text::named::public_name;

/// The maximum number of characters of a text that are shown.
const SHOWN: usize = 24;

/// The beginning of a text in quotation marks.
struct Short<'a>(&'a str);

impl Debug for Short<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self.0.char_indices().nth(SHOWN) {
            Some((end, _)) => write!(f, "{:?}…", self.0.get(..end).unwrap_or("")),
            None => write!(f, "{:?}", self.0),
        }
    }
}

impl Debug for Analysis<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let (quotations, attributions) = (self.quotations.len(), self.attributions.len());
        let speakers = self.speakers.len();
        write!(f, "Analysis({quotations} quotations, {attributions} attributions, {speakers} speakers)")
    }
}

impl Debug for Quotation<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "Quotation({} {:?})", self.span, Short(&self.text))
    }
}

impl Debug for Passage<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "Passage({} {:?})", self.span, Short(&self.text))
    }
}

impl Debug for Attribution<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "Attribution({}", self.kind)?;
        if let (Some(first), Some(last)) = (self.content().first(), self.content().last()) {
            write!(f, " {}..{}", first.start(), last.end())?;
        }
        for (part, passage) in [(public_name!("cue"), &self.cue), (public_name!("source"), &self.source)] {
            if let Some(passage) = passage {
                write!(f, ", {part} {:?}", Short(&passage.text))?;
            }
        }
        write!(f, ", {}, {:.2})", self.rule, self.confidence)
    }
}

impl Debug for Speaker<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "Speaker({:?}, {}, {} mentions)", Short(&self.name), self.kind, self.mentions.len())
    }
}

impl<T: Debug> Debug for Linked<'_, '_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{:?} at {}", self.record, self.index)
    }
}
