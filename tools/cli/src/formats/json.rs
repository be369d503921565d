//! JSON Lines: one record a line, as the library serialises an analysis, with the id.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;
use whosaid::Span;

use crate::formats::{Answered, Writer};
use crate::offsets::{Offsets, Places};

pub struct Json {
    pub offsets: Offsets,
}

impl Writer for Json {
    fn add(&mut self, answered: &Answered<'_>, output: &mut dyn Write) -> io::Result<()> {
        write_json(answered.name, answered, self.offsets, output)
    }
}

/// Writes a line: an object with the id and the fields of the analysis.
pub fn write_json(
    id: impl Serialize,
    Answered { analysis, text, .. }: &Answered<'_>,
    offsets: Offsets,
    output: impl Write,
) -> io::Result<()> {
    if offsets == Offsets::Bytes {
        return records::write_record(output, id, analysis);
    }
    let mut record = serde_json::to_value(analysis)?;
    convert(&mut record, &Places::new(text, offsets));
    records::write_record(output, id, record)
}

/// Converts every span of a record: what has a start and an end.
fn convert(value: &mut Value, places: &Places<'_>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| convert(item, places)),
        Value::Object(fields) => {
            if let Some(span) = span_of(fields) {
                let (start, end) = places.of(span);
                fields.insert("start".to_owned(), start.into());
                fields.insert("end".to_owned(), end.into());
            }
            fields.values_mut().for_each(|field| convert(field, places));
        }
        _ => {}
    }
}

fn span_of(fields: &serde_json::Map<String, Value>) -> Option<Span> {
    let number = |name| usize::try_from(fields.get(name)?.as_u64()?).ok();
    Some(Span::new(number("start")?, number("end")?))
}
