//! Formats the file of weights that the library reads.

use std::fmt::Write;

use super::features::Features;

/// The first line of the file, kept as it is in the library's file so that a refit shows no other change.
pub const HEADER: &str = "# Weights of the models, fitted by whosaid-train; see src/models.\n";

/// The minimum absolute weight that is written. Smaller weights hardly change an answer.
const MIN_WEIGHT: f64 = 0.1;

/// Appends the weights of one model: for each template a line with its name, then a line for each feature.
pub fn write(features: &Features, weights: &[f64], file: &mut String) {
    let heavy = weights.iter().enumerate().filter(|(_, weight)| weight.abs() >= MIN_WEIGHT);
    let mut lines: Vec<_> = heavy.map(|(number, weight)| (features.name(number), weight)).collect();
    lines.sort_by(|a, b| a.0.cmp(b.0));
    let mut current = "";
    for ((template, values), weight) in lines {
        if template != current {
            current = template;
            file.push_str(template);
            file.push('\n');
        }
        // Writing to a string cannot fail.
        let _ = writeln!(file, "{values}\t{weight:.2}");
    }
}
