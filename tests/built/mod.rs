//! Builds the examples once and runs them as programs.

use std::collections::HashMap;
use std::env;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;
use std::thread;

use serde_json::Value;

/// Returns the path of an example's executable.
///
/// The tests run it directly and not through `cargo run`, whose messages would mix with the example's output.
pub fn binary(name: &str) -> &'static Path {
    static BINARIES: OnceLock<HashMap<String, PathBuf>> = OnceLock::new();
    let binaries = BINARIES.get_or_init(|| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(env!("CARGO_MANIFEST_DIR"));
        cargo.args(["build", "--quiet", "--offline", "--message-format=json"]);
        cargo.arg("--examples");
        if !cfg!(debug_assertions) {
            cargo.arg("--release");
        }
        let build = cargo.output().expect("cargo runs");
        assert!(build.status.success(), "{}", String::from_utf8_lossy(&build.stderr));
        let messages = String::from_utf8(build.stdout).expect("cargo writes UTF-8");
        messages.lines().filter_map(executable).collect()
    });
    &binaries[name]
}

/// Extracts the name and the path of an executable from a message of cargo.
fn executable(message: &str) -> Option<(String, PathBuf)> {
    let message: Value = serde_json::from_str(message).expect("cargo writes JSON lines");
    let path = message["executable"].as_str()?;
    Some((message["target"]["name"].as_str()?.to_owned(), PathBuf::from(path)))
}

pub fn spawn(name: &str, arguments: &[&str]) -> Child {
    Command::new(binary(name))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example starts")
}

pub fn run(name: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = spawn(name, arguments);
    let mut stdin = child.stdin.take().expect("standard input is piped");
    thread::scope(|scope| {
        // Ignores the error of an example that closes its input early.
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output().expect("the example ends")
    })
}

pub fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8 on standard output")
}

pub fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8 on standard error")
}
