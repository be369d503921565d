//! Compiles the data files of each language into static tables.
//!
//! The work is done by `build/`, which a test includes as well (`tests/build_script.rs`).

#[path = "build/mod.rs"]
mod build;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo sets CARGO_MANIFEST_DIR")?);
    let output = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let folder = Path::new("src/language");
    println!("cargo:rerun-if-changed={}", folder.display());
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=src/rules/quotation");
    let mut files = build::Files::load(&root, folder)?;
    files.load_rule_names(&root.join("src/rules/quotation"))?;
    for (name, code) in build::compile(&files)? {
        fs::write(output.join(name), code)?;
    }
    Ok(())
}
