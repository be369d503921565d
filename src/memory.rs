//! Working memory that one text fills and the next one reuses.
//!
//! May import the lists of the modules of the pipeline.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use crate::words::Unit;
use crate::{attribution, resolution, tokenizer};

/// The lists that a text fills while it is read.
#[derive(Default)]
pub(crate) struct Memory {
    pub tokens: tokenizer::Lists,
    pub units: Vec<Unit>,
    pub reading: attribution::Lists,
    pub speakers: resolution::Lists,
}

/// The maximum number of texts read at the same time for which memory is kept, about a megabyte each.
const MOST_TEXTS: usize = 32;

/// Memory for the texts that are read at the same time, shared by all clones of an attributor.
#[derive(Clone, Default)]
pub(crate) struct Memories(Arc<Mutex<Vec<Memory>>>);

impl Memories {
    /// Memory that no other text uses.
    pub(crate) fn take(&self) -> Memory {
        // A thread that panicked leaves valid lists.
        let mut memories = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        memories.pop().unwrap_or_default()
    }

    /// Keeps memory for another text.
    pub(crate) fn keep(&self, memory: Memory) {
        let mut memories = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if memories.len() < MOST_TEXTS {
            memories.push(memory);
        }
    }
}

impl fmt::Debug for Memories {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memories").finish_non_exhaustive()
    }
}
