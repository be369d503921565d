//! What a check finds, and what keeps it from running.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

#[derive(Debug, Error)]
pub enum Error {
    #[error("{}: {cause}", path.display())]
    File { path: PathBuf, cause: io::Error },
    #[error("cargo metadata: {0}")]
    Metadata(#[from] cargo_metadata::Error),
    /// One line for each package.
    #[error("packages whose licence is not among those in tools/checks/src/licences.rs:\n{}", .0.join("\n"))]
    Licences(Vec<String>),
    #[error("rustdoc wrote no JSON:\n{0}")]
    Rustdoc(String),
    #[error(
        "the JSON of this rustdoc cannot be read: {0}\ntools/checks/Cargo.toml names the version that can be"
    )]
    Format(#[from] public_api::Error),
    #[error("the JSON of this rustdoc cannot be read: {0}")]
    Json(serde_json::Error),
    /// One line for each item.
    #[error("public items without an example in their documentation:\n{}", .0.join("\n"))]
    Examples(Vec<String>),
    /// One line for each difference.
    #[error(
        "the public API differs from docs/public-api.txt. If that is intended:\n\
         cargo run -p whosaid-checks -- public-api --write\n{}",
        .0.join("\n")
    )]
    PublicApi(Vec<String>),
}

impl Error {
    /// Returns a function that adds `path` to an [`io::Error`].
    pub fn at(path: &Path) -> impl FnOnce(io::Error) -> Error + '_ {
        |cause| Error::File { path: path.to_owned(), cause }
    }
}
