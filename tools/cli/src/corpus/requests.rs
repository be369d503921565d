//! The attributor of a request: that of the command line, with what the request adds.

use std::borrow::Cow;

use records::Request;
use whosaid::{AttributionKind, Attributor, AttributorBuilder, UnknownName};

use crate::failure::Failure;
use crate::options::ReadingOptions;

pub struct Requests {
    builder: AttributorBuilder,
    usual: Attributor,
    leaves_out: bool,
}

/// How one text is read.
pub struct Reader<'a> {
    pub attributor: Cow<'a, Attributor>,
    /// Whether attributions are left out, so that a quotation without one may have one.
    pub leaves_out: bool,
}

impl Requests {
    pub fn new(options: &ReadingOptions) -> Result<Self, Failure> {
        Ok(Self {
            builder: options.builder()?,
            usual: options.attributor()?,
            leaves_out: options.leaves_out(),
        })
    }

    pub fn usual(&self) -> Reader<'_> {
        Reader { attributor: Cow::Borrowed(&self.usual), leaves_out: self.leaves_out }
    }

    /// Fails if the request asks for what there is not.
    pub fn reader(&self, request: &Request<'_>) -> Result<Reader<'_>, String> {
        let Request { speakers, kinds, min_confidence, genre, .. } = request;
        if speakers.is_empty() && kinds.is_none() && min_confidence.is_none() && genre.is_none() {
            return Ok(self.usual());
        }
        let known = |builder: AttributorBuilder, speaker: &records::KnownSpeaker| match &speaker.id {
            Some(id) => builder.speaker_with_id(id, &speaker.name, &speaker.aliases),
            None => builder.speaker(&speaker.name, &speaker.aliases),
        };
        let mut builder = speakers.iter().fold(self.builder.clone(), known);
        if let Some(kinds) = kinds {
            let kinds: Result<Vec<AttributionKind>, _> = kinds.iter().map(|kind| kind.parse()).collect();
            builder = builder.kinds(kinds.map_err(|error| error.to_string())?);
        }
        if let Some(min) = min_confidence.as_ref().and_then(|min| min.as_f64()) {
            builder = builder.min_confidence(min as f32);
        }
        if let Some(genre) = genre {
            builder = builder.genre(genre.parse().map_err(|error: UnknownName| error.to_string())?);
        }
        let attributor = builder.build().map_err(|error| error.to_string())?;
        let leaves_out = self.leaves_out || kinds.is_some() || min_confidence.is_some();
        Ok(Reader { attributor: Cow::Owned(attributor), leaves_out })
    }
}
