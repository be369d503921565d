//! What is computed over results of several documents.

mod compare;
mod lines;
mod speakers;
