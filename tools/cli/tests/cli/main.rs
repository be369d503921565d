//! The command, run as a program.

mod command;
mod corpus;
mod options;
mod program;
mod results;
mod resume;
mod tables;
