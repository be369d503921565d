//! The tags that word classes show.

use crate::build::classes::Classes;
use crate::build::code::{class_set, Code};
use crate::build::files::{Error, Files};
use crate::build::lexicon::classes;
use crate::build::numbers::named_value;
use crate::build::tag::Tags;

/// The lines of `tags.tsv`.
pub(crate) struct TagLines {
    lines: Vec<(Classes, u16)>,
    /// Words whose tag a capital does not change.
    closed: Classes,
    /// Classes that show a tag in verbs alone.
    forms: Classes,
}

impl TagLines {
    pub(crate) fn read(files: &Files) -> Result<TagLines, Error> {
        let mut tags = TagLines { lines: Vec::new(), closed: Classes::NONE, forms: Classes::NONE };
        for line in files.lines("tags.tsv") {
            let columns = line.columns(3, 3)?;
            let class = classes(&line, columns[1])?;
            match columns[0] {
                "closed" => tags.closed = tags.closed | class,
                "form" => tags.forms = tags.forms | class,
                "noun" => {}
                other => return Err(line.error(format!("no group of tags is called {other:?}"))),
            }
            tags.lines.push((class, named_value(&line, columns[2])?));
        }
        Ok(tags)
    }

    /// The value of the tag of a word of these classes; that of nothing where they show none.
    pub(crate) fn of(&self, classes: Classes) -> u16 {
        Tags { lines: &self.lines, forms: self.forms }.of(classes).unwrap_or(0)
    }

    pub(crate) fn write(&self, code: &mut Code) {
        code.item("/// Words whose tag a capital does not change.");
        code.item(&format!("pub(crate) const CLOSED: Classes = {};", class_set(self.closed)));
        let lines = self.lines.iter().map(|(of, tag)| format!("({}, {tag})", class_set(*of)));
        code.array("TAG_LINES", "(Classes, u16)", lines);
        code.item(&format!(
            "static TAGS: Tags<'_> = Tags {{ lines: &TAG_LINES, forms: {} }};",
            class_set(self.forms)
        ));
    }
}
