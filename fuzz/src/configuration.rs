//! A configuration of the builder, generated from the fuzz input.

use arbitrary::Arbitrary;
use whosaid::{AttributionKind, Attributor, BuildError, Marks};

const KINDS: [AttributionKind; 3] =
    [AttributionKind::Direct, AttributionKind::Mixed, AttributionKind::Indirect];

const FAMILIES: [Marks; 4] = [Marks::DOUBLE, Marks::SINGLE, Marks::GUILLEMETS, Marks::CORNERS];

#[derive(Arbitrary)]
pub struct Configuration<'a> {
    marks: u8,
    kinds: u8,
    cues: Vec<Words<'a>>,
    speakers: Vec<(Words<'a>, Vec<Words<'a>>)>,
}

/// Words of a cue or a name. Words of the text itself are the most useful, because they match.
#[derive(Arbitrary)]
enum Words<'a> {
    OfText { first: u8, count: u8 },
    Any(&'a str),
}

impl Configuration<'_> {
    pub fn attributor(&self, text: &str) -> Result<Attributor, BuildError> {
        let kinds = KINDS.into_iter().enumerate().filter(|(bit, _)| self.kinds >> bit & 1 != 0);
        let mut builder = Attributor::builder().marks(marks(self.marks)).kinds(kinds.map(|(_, kind)| kind));
        for cue in &self.cues {
            builder = builder.cue(&cue.resolve(text));
        }
        for (name, aliases) in &self.speakers {
            builder = builder.speaker(&name.resolve(text), aliases.iter().map(|alias| alias.resolve(text)));
        }
        builder.build()
    }
}

impl Words<'_> {
    fn resolve(&self, text: &str) -> String {
        match *self {
            Words::OfText { first, count } => {
                let words = text.split_whitespace().skip(first.into()).take(usize::from(count) + 1);
                let words: Vec<&str> = words.collect();
                words.join(" ").trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
            }
            Words::Any(words) => words.to_owned(),
        }
    }
}

/// Returns the families of marks whose bits are set.
pub fn marks(bits: u8) -> Marks {
    let set = FAMILIES.into_iter().enumerate().filter(|(bit, _)| bits >> bit & 1 != 0);
    set.fold(Marks::NONE, |marks, (_, family)| marks | family)
}
