//! Makes the page: one file with the library as WebAssembly in it, which works from a disk and loads nothing.
//!
//! ```sh
//! cargo build --profile web --target wasm32-unknown-unknown -p whosaid-web
//! cargo run -p whosaid-web-page -- target/wasm32-unknown-unknown/web/whosaid_web.wasm target/web
//! ```
//!
//! writes `target/web/whosaid.html`, and `target/web/node/`, the same program for Node.

mod policy;
mod zeros;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{ensure, Context, Result};
use base64::prelude::{Engine, BASE64_STANDARD};
use clap::Parser;
use flate2::write::GzEncoder;
use flate2::Compression;
use wasm_bindgen_cli_support::Bindgen;
use whosaid_report::Report;

const PAGE: &str = include_str!("../../page.html");
const STYLE: &str = include_str!("../../page.css");
const SCRIPT: &str = include_str!("../../page.js");
const EXAMPLE: &str = include_str!("../../../../examples/data/security_council.txt");

/// The maximum size of the program, unpacked.
const MAX_PROGRAM: usize = 3_000_000;

/// Makes the page that says who said what in a browser.
#[derive(Parser)]
struct Options {
    /// The program, as cargo builds it for wasm32-unknown-unknown
    program: PathBuf,
    /// The folder to write to
    output: PathBuf,
}

fn main() -> Result<()> {
    let Options { program, output } = Options::parse();
    let node = output.join("node");
    fs::create_dir_all(&node).with_context(|| format!("cannot make {}", node.display()))?;
    let mut for_node = bindgen(&program);
    let mut made = for_node.nodejs(true)?.generate_output()?;
    zeros::leave_out(made.wasm_mut());
    made.emit(&node)?;

    let mut for_page = bindgen(&program);
    let mut made = for_page.no_modules(true)?.generate_output()?;
    zeros::leave_out(made.wasm_mut());
    let wasm = made.wasm_mut().emit_wasm();
    let all = wasm.len();
    ensure!(all <= MAX_PROGRAM, "the program has {all} bytes: more than {MAX_PROGRAM}");
    let program = compressed(&wasm)?;
    let bytes = program.len();
    let page = page(made.js(), &program);
    write(&output.join("whosaid.html"), &page)?;
    println!("whosaid.html: {} bytes; the program in it: {bytes} bytes, unpacked {all}", page.len());
    Ok(())
}

fn bindgen(program: &Path) -> Bindgen {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(program).typescript(false).remove_name_section(true).remove_producers_section(true);
    bindgen.omit_default_module_path(true);
    bindgen
}

/// As a browser unpacks it by itself: gzip.
fn compressed(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(wasm)?;
    Ok(packer.finish()?)
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

/// Puts the parts into the frame. What is put in is never looked at for places of other parts.
fn page(bindings: &str, program: &[u8]) -> String {
    let report = Report::new("").to_fragment();
    let style = format!("{}\n{STYLE}", report.style);
    let script = format!("{bindings}\n{}\n{SCRIPT}", report.script);
    let program = BASE64_STANDARD.encode(program);
    let policy = policy::of(&style, &script);
    let example = escaped(EXAMPLE);
    let parts = [
        ("policy", &policy),
        ("style", &style),
        ("example", &example),
        ("program", &program),
        ("script", &script),
    ];
    let mut rest = PAGE;
    let mut page =
        String::with_capacity(PAGE.len() + program.len() + script.len() + style.len() + example.len());
    for (name, part) in parts {
        let (before, after) = rest.split_once(&format!("{{{{{name}}}}}")).unwrap_or((rest, ""));
        page.push_str(before);
        page.push_str(part);
        rest = after;
    }
    page.push_str(rest);
    page
}

/// A text as HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn every_part_has_its_place() {
        let page = page("let bindings;", b"program");
        for part in ["let bindings;", "cHJvZ3JhbQ==", "whosaidReport", "Guterres", "script-src 'sha256-"] {
            assert!(page.contains(part), "{part}");
        }
        assert!(page.ends_with("</html>\n"));
        assert!(!page.contains("{{"), "a place is left");
    }

    #[test]
    fn a_script_ends_only_where_the_page_ends_it() {
        let scripts = [super::SCRIPT, whosaid_report::Report::new("").to_fragment().script];
        assert!(scripts.iter().all(|script| !script.contains("</script")));
    }
}
