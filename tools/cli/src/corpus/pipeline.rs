//! Many threads attribute, one reads and writes. The output is in the order of the input.

use std::collections::VecDeque;
use std::io;
use std::num::NonZeroUsize;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;

use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::corpus::answers::{Answerer, Answers, Batch};
use crate::corpus::documents::Document;

/// The size of a batch: large enough that handing it to a thread costs little in comparison.
const BATCH_BYTES: u64 = 64 << 10;

/// How far each thread may read ahead of the batch that is written next.
const AHEAD_BYTES: u64 = 8 << 20;

pub struct Pipeline {
    answerer: Answerer,
    pool: ThreadPool,
}

impl Pipeline {
    /// Uses one thread per core if no number is given, and never more.
    pub fn new(answerer: Answerer, threads: Option<NonZeroUsize>) -> io::Result<Self> {
        let cores = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let threads = threads.map_or(cores, |threads| threads.min(cores)).get();
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().map_err(io::Error::other)?;
        Ok(Self { answerer, pool })
    }

    /// Passes the answers to all documents to `write`, in input order. If reading fails, the documents read before
    /// are answered first.
    pub fn run(
        &self,
        documents: impl Iterator<Item = io::Result<Document>>,
        mut write: impl FnMut(Answers) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut batches = Batches { documents, failure: None };
        let mut window = Window::new(self.pool.current_num_threads());
        self.pool.in_place_scope(|scope| {
            for batch in &mut batches {
                let (sender, answers) = mpsc::sync_channel(1);
                window.push(batch.bytes(), answers);
                // The receiver is gone if writing has failed.
                scope.spawn(move |_| drop(sender.send(batch.answer(&self.answerer))));
                while let Some(answers) = window.due() {
                    write(answers?)?;
                }
            }
            while let Some(answers) = window.pop() {
                write(answers?)?;
            }
            Ok::<(), io::Error>(())
        })?;
        batches.failure.map_or(Ok(()), Err)
    }
}

/// An iterator that collects documents into batches.
struct Batches<D> {
    documents: D,
    failure: Option<io::Error>,
}

impl<D: Iterator<Item = io::Result<Document>>> Iterator for Batches<D> {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        let mut batch = Batch::default();
        while batch.bytes() < BATCH_BYTES
            && (batch.bytes_in_memory() as u64) < BATCH_BYTES
            && self.failure.is_none()
        {
            match self.documents.next() {
                Some(Ok(document)) => batch.push(document),
                Some(Err(error)) => self.failure = Some(error),
                None => break,
            }
        }
        (!batch.is_empty()).then_some(batch)
    }
}

/// The batches that are being attributed or wait to be written, in input order.
struct Window {
    batches: VecDeque<(u64, Receiver<io::Result<Answers>>)>,
    bytes: u64,
    threads: usize,
}

impl Window {
    fn new(threads: usize) -> Self {
        Self { batches: VecDeque::new(), bytes: 0, threads }
    }

    fn push(&mut self, bytes: u64, answers: Receiver<io::Result<Answers>>) {
        self.bytes += bytes;
        self.batches.push_back((bytes, answers));
    }

    /// Returns whether the first batch must be written before another is read. Its own bytes do not count, because
    /// otherwise a long text would stop the other threads.
    fn is_full(&self) -> bool {
        let ahead = self.bytes - self.batches.front().map_or(0, |&(bytes, _)| bytes);
        self.batches.len() > self.threads + 1 && ahead > AHEAD_BYTES * self.threads as u64
    }

    /// Takes the answers to the first batch if they are ready. Waits for them if the window is full.
    fn due(&mut self) -> Option<io::Result<Answers>> {
        if self.is_full() {
            return self.pop();
        }
        let (bytes, answers) = self.batches.front()?;
        let answers = match answers.try_recv() {
            Ok(answers) => answers,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => return self.pop(),
        };
        self.bytes -= bytes;
        self.batches.pop_front();
        Some(answers)
    }

    /// Waits for the answers to the first batch and takes them.
    fn pop(&mut self) -> Option<io::Result<Answers>> {
        let (bytes, answers) = self.batches.pop_front()?;
        self.bytes -= bytes;
        // The scope propagates the panic itself.
        Some(answers.recv().unwrap_or_else(|_| Err(io::Error::other("a thread panicked"))))
    }
}
