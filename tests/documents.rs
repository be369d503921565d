//! What README, guides and the other pages claim: output, figures, commands and links.

mod built;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use built::{run, stderr, stdout};
use serde_json::Value;

const README: &str = "README.md";
const MAX_README_LINES: usize = 250;
const GUIDES: &str = "docs/guides";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files of a folder with an ending, from the root on.
fn files_of(folder: &str, ending: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).expect("a folder of the repository");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    names.filter(|name| name.ends_with(ending)).map(|name| format!("{folder}/{name}")).collect()
}

/// README, guides and every other page for readers.
fn pages() -> BTreeSet<String> {
    let mut pages = files_of(GUIDES, ".md");
    pages.extend(files_of("docs", ".md"));
    pages.extend([README, "CONTRIBUTING.md", "SECURITY.md"].map(str::to_owned));
    pages
}

/// The blocks of code of a page in one language.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let text = read(page);
    let mut blocks = text.split("```").skip(1).step_by(2);
    let mut found = Vec::new();
    for block in &mut blocks {
        let (first, code) = block.split_once('\n').unwrap_or((block, ""));
        if first == language {
            found.push(code.to_owned());
        }
    }
    found
}

/// The text between two marks.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    text.split_once(start)?.1.split_once(end).map(|(inside, _)| inside)
}

#[test]
fn the_readme_is_short_and_begins_with_its_two_commands() {
    assert!(read(README).lines().count() < MAX_README_LINES);
    assert_eq!(blocks(README, "sh")[0], "cargo run --release --example article\ncargo test\n");
}

#[test]
fn the_output_at_the_top_of_the_readme_is_that_of_the_example() {
    let output = run("article", &[], b"");
    assert!(output.status.success(), "{}", stderr(&output));
    let (quotations, counts) = stdout(&output).split_once("\n\n").expect("a blank line before the counts");
    let shown = &blocks(README, "text")[0];
    let (_, shown) = shown.split_once('\n').expect("the command is the first line");
    let (shown_quotations, shown_counts) = shown.split_once("\n\n").expect("a blank line");
    // The width of the terminal decides where lines are broken.
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    for (shown, printed) in [(shown_quotations, quotations), (shown_counts, counts)] {
        let beginning = shown.trim_end().strip_suffix("...").expect("the output is cut");
        assert!(words(printed).starts_with(&words(beginning)), "{printed}");
    }
}

#[test]
fn the_first_program_of_the_readme_prints_what_is_below_it() {
    let program = &blocks(README, "rust")[0];
    let text = between(program, "r#\"", "\"#").expect("a text in the program");
    let analysis = whosaid::attribute(text);
    let mut printed = String::new();
    for quotation in analysis.quotations() {
        let name = quotation.speaker().map_or("?", |speaker| speaker.name());
        printed += &format!("{name}: {}\n", quotation.text());
    }
    for attribution in analysis.attributions() {
        let name = attribution.speaker().map_or("?", |speaker| speaker.name());
        let cue = attribution.cue().map_or("", |cue| cue.text());
        let said: Vec<&str> = attribution.content_text().collect();
        printed += &format!("{name} | {cue} | {} | {:.2}\n", said.join(" … "), attribution.confidence());
    }
    assert_eq!(blocks(README, "text")[1], printed);
}

#[test]
fn requests_of_the_pages_are_answered() {
    let mut asked = 0;
    for page in pages() {
        for block in blocks(&page, "sh") {
            for line in block.lines().filter(|line| line.contains("--example jsonl")) {
                let Some(request) = between(line, "echo '", "'") else { continue };
                let output = run("jsonl", &[], request.as_bytes());
                assert!(output.status.success(), "{page}: {}", stderr(&output));
                let answer: Value = serde_json::from_str(stdout(&output)).expect("an answer");
                assert!(answer["quotations"][0]["text"].is_string(), "{page}: {answer}");
                asked += 1;
            }
        }
    }
    assert!(asked > 0, "no page has a request");
}

/// The same value with two decimals for each probability.
fn rounded(value: Value) -> Value {
    match value {
        Value::Number(number) if number.is_f64() => {
            Value::from(number.as_f64().map(|it| format!("{it:.2}")).unwrap_or_default())
        }
        Value::Array(values) => values.into_iter().map(rounded).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, rounded(value))).collect(),
        other => other,
    }
}

#[test]
fn the_json_of_the_guide_is_that_of_its_text() {
    let guide = "docs/guides/json.md";
    let text = between(&blocks(guide, "rust")[0], "r#\"", "\"#").expect("a text in the code").to_owned();
    let shown: Value = serde_json::from_str(&blocks(guide, "json")[0]).expect("JSON");
    let written = serde_json::to_value(whosaid::attribute(&text)).expect("an analysis");
    assert_eq!(rounded(shown), rounded(written.clone()));
    let described = read(guide);
    let records = ["quotations", "attributions", "speakers"]
        .map(|list| written[list][0].as_object().expect("a record"));
    for field in records.iter().flat_map(|record| record.keys()) {
        assert!(described.contains(&format!("`{field}`")), "the guide does not describe {field}");
    }
}

#[test]
fn every_guide_runs_as_a_documentation_test_and_has_a_link() {
    let list = read("src/documents.rs");
    let linked: String = pages().iter().map(|page| read(page)).collect();
    for guide in files_of(GUIDES, ".md") {
        assert!(list.contains(&format!("\"../{guide}\"")), "{guide} is not in src/documents.rs");
        let name = guide.rsplit('/').next().unwrap_or(&guide);
        assert!(
            linked.contains(&format!("({guide})")) || linked.contains(&format!("({name})")),
            "no link to {guide}"
        );
    }
}

/// Percentages with one decimal: "92.6".
fn percentages(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.').filter(|number| {
        let is_percentage = |(whole, rest): (&str, &str)| whole.len() == 2 && rest.len() == 1;
        number.split_once('.').is_some_and(is_percentage)
    })
}

#[test]
fn figures_are_those_of_the_pages_with_the_commands_or_have_a_source() {
    let measured = read("docs/accuracy.md") + &read("docs/performance.md");
    let measured: BTreeSet<&str> = percentages(&measured).collect();
    let mut checked = 0;
    for page in
        [README, "docs/comparison.md"].iter().map(|page| page.to_string()).chain(files_of(GUIDES, ".md"))
    {
        for paragraph in read(&page).split("\n\n").filter(|paragraph| !paragraph.contains("](https://")) {
            for figure in percentages(paragraph) {
                assert!(measured.contains(figure), "{page}: {figure} is not in docs/accuracy.md");
                checked += 1;
            }
        }
    }
    assert!(checked > 30, "only {checked} figures are found");
}

#[test]
fn commands_name_packages_and_examples_that_exist() {
    let folders = files_of("tools", "").into_iter().chain(["tools/web/page".to_owned()]);
    let manifests = folders.map(|folder| format!("{folder}/Cargo.toml"));
    let packages: String =
        manifests.filter(|path| root().join(path).exists()).map(|path| read(&path)).collect();
    let mut missing = Vec::new();
    for page in pages() {
        for block in blocks(&page, "sh") {
            let words: Vec<&str> = block.split_whitespace().collect();
            for pair in words.windows(2) {
                let exists = match pair[0] {
                    "--example" => ["examples/{}.rs", "examples/{}/main.rs"]
                        .iter()
                        .any(|path| root().join(path.replace("{}", pair[1])).exists()),
                    "-p" if pair[1] != "whosaid" => packages.contains(&format!("name = \"{}\"", pair[1])),
                    _ => true,
                };
                if !exists {
                    missing.push(format!("{page}: {} {}", pair[0], pair[1]));
                }
            }
        }
    }
    assert_eq!(missing, [""; 0]);
}

/// The anchor that a heading of a page has.
fn anchor(heading: &str) -> String {
    let kept = heading.trim_start_matches('#').trim().to_lowercase();
    kept.chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'))
        .collect::<String>()
        .replace(' ', "-")
}

#[test]
fn links_lead_to_files_and_headings_that_exist() {
    let mut broken = Vec::new();
    for page in pages() {
        let text = read(&page);
        let folder = Path::new(&page).parent().expect("a page is in a folder");
        let targets =
            text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
        for target in targets.filter(|target| !target.starts_with("http")) {
            let (path, heading) = target.split_once('#').unwrap_or((target, ""));
            let path = if path.is_empty() { root().join(&page) } else { root().join(folder).join(path) };
            let has_heading =
                |text: String| text.lines().any(|line| line.starts_with('#') && anchor(line) == heading);
            let exists =
                path.exists() && (heading.is_empty() || fs::read_to_string(&path).is_ok_and(has_heading));
            if !exists {
                broken.push(format!("{page}: {target}"));
            }
        }
    }
    assert_eq!(broken, [""; 0]);
}
