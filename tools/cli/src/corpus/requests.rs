//! The attributor of a request: that of the command line, with what the request adds.

use std::borrow::Cow;

use records::Options;
use whosaid::{Attributor, AttributorBuilder, Offsets};

use crate::failure::Failure;
use crate::options::ReadingOptions;
use crate::setup::leaves_out;

pub struct Requests {
    builder: AttributorBuilder,
    usual: Attributor,
    leaves_out_kinds: bool,
    min_confidence: Option<f32>,
    offsets: Offsets,
}

/// How one text is read.
pub struct Reader<'a> {
    pub attributor: Cow<'a, Attributor>,
    /// Whether attributions are left out, so that a quotation without one may have one.
    pub leaves_out: bool,
    /// What the places in the answer count.
    pub offsets: Offsets,
}

impl Requests {
    pub fn new(options: &ReadingOptions) -> Result<Self, Failure> {
        Ok(Self {
            builder: options.builder()?,
            usual: options.attributor()?,
            leaves_out_kinds: !options.kinds.is_empty(),
            min_confidence: options.min_confidence,
            offsets: options.offsets,
        })
    }

    pub fn usual(&self) -> Reader<'_> {
        let attributor = Cow::Borrowed(&self.usual);
        Reader { attributor, leaves_out: self.leaves_out(&Options::default()), offsets: self.offsets }
    }

    fn leaves_out(&self, request: &Options) -> bool {
        let by_kind = self.leaves_out_kinds || request.kinds.is_some();
        leaves_out(by_kind, request.min_confidence.or(self.min_confidence))
    }

    /// Fails if the request asks for what there is not.
    pub fn reader(&self, request: &Options) -> Result<Reader<'_>, String> {
        let offsets = request.offsets.unwrap_or(self.offsets);
        let mut others = Options::default();
        others.offsets = request.offsets;
        if *request == others {
            return Ok(Reader { offsets, ..self.usual() });
        }
        let attributor = request.configure(self.builder.clone()).build();
        Ok(Reader {
            attributor: Cow::Owned(attributor.map_err(|error| error.to_string())?),
            leaves_out: self.leaves_out(request),
            offsets,
        })
    }
}
