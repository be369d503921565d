//! Formats the files of weights that the library reads, one per model.

use std::fmt::Write;

/// The minimum absolute weight that is written. Smaller weights hardly change an answer.
const MIN_WEIGHT: f64 = 0.03;

/// The file of one model, given the fields and values of its features: for each template a line with its fields, then
/// a line for each feature.
pub fn file(features: &[(&str, &str)], model: &str, weights: &[f64]) -> String {
    let mut file =
        format!(
        "# Weights of the model that decides the {model}: a line of fields, then lines of their values with a weight.\n\
         # Written by whosaid-train; the templates are declared in src/models/schemas.rs.\n"
    );
    let heavy = features.iter().zip(weights).filter(|(_, weight)| weight.abs() >= MIN_WEIGHT);
    let mut lines: Vec<_> = heavy.collect();
    lines.sort_by(|a, b| a.0.cmp(b.0));
    let mut current = "";
    for ((fields, values), weight) in lines {
        if *fields != current {
            current = fields;
            file.push_str(fields);
            file.push('\n');
        }
        // Writing to a string cannot fail.
        let _ = writeln!(file, "{values}\t{weight:.2}");
    }
    file
}
