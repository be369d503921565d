//! Rust code with tables of numbers.

use std::fmt::{Display, Write};

use crate::build::classes::Classes;

/// The maximum length of a line of numbers.
const MAX_LINE: usize = 110;

/// Rust code that grows item by item.
#[derive(Default)]
pub(crate) struct Code(String);

impl Code {
    /// Adds `static NAME: [TYPE; LEN] = [...];`.
    pub(crate) fn array<T: Display>(&mut self, name: &str, kind: &str, items: impl IntoIterator<Item = T>) {
        let (mut body, mut count, mut line) = (String::new(), 0, 0);
        for item in items {
            let start = body.len();
            let _ = write!(body, "{item},");
            line += body.len() - start;
            if line > MAX_LINE {
                body.push('\n');
                line = 0;
            }
            count += 1;
        }
        self.item(&format!("static {name}: [{kind}; {count}] = [\n{body}];"));
    }

    /// Adds an item as it is.
    pub(crate) fn item(&mut self, item: &str) {
        self.0.push_str(item);
        self.0.push('\n');
    }

    pub(crate) fn finish(self) -> String {
        self.0
    }
}

/// A class set as an expression.
pub(crate) fn class_set(set: Classes) -> String {
    format!("Classes::of_halves({:#x}, {:#x})", set.low, set.high)
}

/// `&["a", "b"]`.
pub(crate) fn strings<'s>(items: impl IntoIterator<Item = &'s str>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| format!("{item:?}")).collect();
    format!("&[{}]", items.join(", "))
}
