//! Every value that a model may see has a name in the file of weights.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the library") {
        let path = entry.expect("an entry of it").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

#[test]
fn every_symbol_is_among_the_values_or_the_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let fields = fs::read_to_string(root.join("attribution/fields.rs")).expect("the file of fields");
    let symbol = regex::Regex::new(r#"symbol!\("([^"]+)"\)"#).expect("a valid pattern");
    let mut nameless = Vec::new();
    let mut count = 0;
    for path in sources(&root) {
        let code = fs::read_to_string(&path).expect("a source file");
        for found in symbol.captures_iter(&code) {
            count += 1;
            if !fields.contains(&format!("    \"{}\",\n", &found[1])) {
                nameless.push(format!("{}: {}", path.display(), &found[1]));
            }
        }
    }
    assert!(count > 100, "only {count} symbols were found");
    assert_eq!(nameless, [""; 0]);
}
