//! Transformations that break lines at other places.

const WIDTH: usize = 72;

/// Stands for the hyphen and the end of the line in a divided word.
const DIVIDED: &str = "\u{1}";

/// Wraps lines at 72 characters, with a blank line between paragraphs. A word that the end of a line divides stays as it is.
pub fn wrapped(text: &str) -> String {
    let paragraphs = paragraphs(text).map(|paragraph| {
        let mut lines = vec![String::new()];
        let divided = paragraph.replace("-\n", DIVIDED);
        for word in divided.split_whitespace() {
            let line = lines.last_mut().expect("there is a first line");
            if line.is_empty() {
                line.push_str(word);
            } else if line.chars().count() + 1 + word.chars().count() <= WIDTH {
                line.push(' ');
                line.push_str(word);
            } else {
                lines.push(word.to_owned());
            }
        }
        lines.join("\n").replace(DIVIDED, "-\n")
    });
    paragraphs.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// Writes one line per paragraph, without blank lines.
pub fn one_line_per_paragraph(text: &str) -> String {
    paragraphs(text).collect::<Vec<_>>().join("\n") + "\n"
}

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    whosaid::tokenizer::paragraphs(text).filter_map(|span| span.of(text))
}
