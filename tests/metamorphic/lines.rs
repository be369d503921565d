//! The same paragraphs in other lines.

const WIDTH: usize = 72;

/// Lines of at most 72 characters, a blank line between paragraphs.
pub fn wrapped(text: &str) -> String {
    let paragraphs = paragraphs(text).map(|paragraph| {
        let mut lines = vec![String::new()];
        for word in paragraph.split_whitespace() {
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
        lines.join("\n")
    });
    paragraphs.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// One line a paragraph and no blank line.
pub fn one_line_a_paragraph(text: &str) -> String {
    paragraphs(text).collect::<Vec<_>>().join("\n") + "\n"
}

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    whosaid::tokenizer::paragraphs(text).filter_map(|span| span.of(text))
}
