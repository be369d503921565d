//! The models of the library.

use std::fmt;
use std::str::FromStr;

/// A model of the library, as far as this tool can fit it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Model {
    Begin,
    Cue,
    End,
    Frame,
    Opening,
    Quotation,
    Source,
}

impl Model {
    /// All models in the order of the file of weights.
    pub const ALL: [Model; 7] =
        [Model::Begin, Model::Cue, Model::End, Model::Frame, Model::Opening, Model::Quotation, Model::Source];

    /// The library's name of the model.
    pub fn name(self) -> &'static str {
        match self {
            Model::Begin => "begin",
            Model::Cue => "cue",
            Model::End => "end",
            Model::Frame => "frame",
            Model::Opening => "opening",
            Model::Quotation => "quotation",
            Model::Source => "source",
        }
    }
}

impl fmt::Display for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Model {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Model::ALL.into_iter().find(|model| model.name() == name).ok_or_else(|| {
            let known = Model::ALL.map(Model::name).join(", ");
            format!("unknown model {name:?}; known are {known}")
        })
    }
}
