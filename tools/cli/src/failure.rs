//! Why a run failed, in one line and in the words of its user.

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;

/// The reason why a run ended early.
#[derive(Debug)]
pub enum Failure {
    /// Whoever reads the output has seen enough.
    ClosedPipe,
    Reason(String),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::ClosedPipe,
            _ => Failure::Reason(reason(&error)),
        }
    }
}

impl From<String> for Failure {
    fn from(reason: String) -> Self {
        Failure::Reason(reason)
    }
}

/// The message of an error of the system, without its number.
pub fn reason(error: &io::Error) -> String {
    let message = error.to_string();
    match message.split_once(" (os error ") {
        Some((reason, _)) => reason.to_owned(),
        None => message,
    }
}

/// The same error under the path that it is about.
pub fn about(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {}", shown(path), reason(error)))
}

/// A path as one line.
pub fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy()).into_owned()
}

/// Replaces control characters, which could be line breaks or escape sequences for the terminal.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_control) {
        Cow::Owned(text.replace(char::is_control, "\u{FFFD}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The message about wrong options, which clap spreads over several lines.
pub fn of_options(error: &clap::Error) -> String {
    let message = error.to_string();
    let lines = message.lines().take_while(|line| !line.starts_with("Usage:"));
    let words: Vec<&str> = lines
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("For more information"))
        .collect();
    let message = words.join(" ");
    format!("{} (see --help)", message.strip_prefix("error: ").unwrap_or(&message))
}

/// Writes a line to standard error.
pub fn report(reason: &str) {
    // If standard error is closed, there is no way to report anything.
    let _ = writeln!(io::stderr(), "whosaid: {}", printable(reason));
}
