//! The library as rustdoc describes it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rustdoc_types::Crate;

use crate::error::Error;

/// Lets rustdoc describe the library, and reads the description.
pub fn read(root: &Path) -> Result<Crate, Error> {
    let path = write(root)?;
    let text = fs::read_to_string(&path).map_err(Error::at(&path))?;
    serde_json::from_str(&text).map_err(Error::Json)
}

/// Lets rustdoc describe the library, and returns the path of the description.
pub fn write(root: &Path) -> Result<PathBuf, Error> {
    // A folder of its own, since the variable below would have everything else built anew.
    let target = root.join("target/public-api");
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root).args(["rustdoc", "--quiet", "--package", "whosaid", "--lib"]);
    cargo.arg("--target-dir").arg(&target);
    cargo.args(["--", "-Z", "unstable-options", "--output-format", "json"]);
    // The stable rustdoc writes JSON only if it is told that it may.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    let output = cargo.output().map_err(Error::at(Path::new("cargo")))?;
    match output.status.success() {
        true => Ok(target.join("doc/whosaid.json")),
        false => Err(Error::Rustdoc(String::from_utf8_lossy(&output.stderr).into_owned())),
    }
}
