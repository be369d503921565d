//! From options to an attributor.

use whosaid::{Attributor, AttributorBuilder, Marks};

use crate::failure::{self, Failure};
use crate::input;
use crate::known;
use crate::options::ReadingOptions;

/// What begins a comment in a file of cues.
const COMMENT: char = '#';

impl ReadingOptions {
    pub fn attributor(&self) -> Result<Attributor, Failure> {
        self.builder()?.build().map_err(|error| Failure::Reason(error.to_string()))
    }

    /// Reads the files of speakers and cues.
    pub fn builder(&self) -> Result<AttributorBuilder, Failure> {
        let mut builder = Attributor::builder().genre(self.genre).nested_statements(self.nested_statements);
        if let Some(min) = self.min_confidence {
            builder = builder.min_confidence(min);
        }
        if !self.kinds.is_empty() {
            builder = builder.kinds(self.kinds.iter().copied());
        }
        let marks = self.marks.iter().map(|name| name.marks()).reduce(|all, marks| all | marks);
        builder = builder.marks(marks.unwrap_or(Marks::ALL));
        if let Some(path) = &self.speakers {
            for speaker in known::read(path)? {
                builder = match &speaker.id {
                    Some(id) => builder.speaker_with_id(id, &speaker.name, &speaker.aliases),
                    None => builder.speaker(&speaker.name, &speaker.aliases),
                };
            }
        }
        self.with_cues(builder)
    }

    /// Adds the cues of a file, one a line.
    fn with_cues(&self, mut builder: AttributorBuilder) -> Result<AttributorBuilder, Failure> {
        let Some(path) = &self.cues else { return Ok(builder) };
        let text = input::read_list(path).map_err(|error| failure::about(path, &error))?;
        for line in text.lines() {
            let cue = line.split(COMMENT).next().unwrap_or_default().trim();
            if !cue.is_empty() {
                builder = builder.cue(cue);
            }
        }
        Ok(builder)
    }

    /// Whether attributions were asked to be left out, so that a quotation without one may have one.
    pub fn leaves_out(&self) -> bool {
        leaves_out(!self.kinds.is_empty(), self.min_confidence)
    }
}

/// The same, given whether kinds were chosen and the lowest confidence that was asked for.
pub fn leaves_out(by_kind: bool, min_confidence: Option<f32>) -> bool {
    by_kind || min_confidence.is_some_and(|min| min > 0.0)
}
