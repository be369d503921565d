//! Working memory that one text fills and the next one fills again.

use std::fmt;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;

use crate::attribution;
use crate::resolution;
use crate::tokenizer;
use crate::words::View;

/// The lists that a text fills while it is read.
#[derive(Default)]
pub(crate) struct Memory {
    pub tokens: tokenizer::Lists,
    pub views: Vec<View>,
    pub reading: attribution::Lists,
    pub speakers: resolution::Lists,
}

/// For how many texts that are read at once memory is kept.
const MOST_TEXTS: usize = 32;

/// Memory for as many texts as are read at once, shared by all clones.
#[derive(Clone, Default)]
pub(crate) struct Memories(Arc<Mutex<Vec<Memory>>>);

impl Memories {
    /// Memory that no other text uses.
    pub(crate) fn take(&self) -> Memory {
        // Whatever a thread that panicked left there is as good as new.
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
