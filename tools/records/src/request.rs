//! The request in an input line.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;
use whosaid::request::Options;

/// A text to attribute. The id may be any JSON value and is copied to the answer unchanged.
#[derive(Deserialize)]
#[serde(expecting = "an object")]
pub struct Request<'l> {
    #[serde(borrow)]
    pub id: &'l RawValue,
    #[serde(borrow, deserialize_with = "whosaid::request::text")]
    pub text: Cow<'l, str>,
    /// What is asked of the text.
    #[serde(flatten)]
    pub options: Options,
}

/// The id of a line that may lack all else.
#[derive(Deserialize)]
struct IdOnly<'l> {
    #[serde(borrow)]
    id: &'l RawValue,
}

/// The id of a line that is refused. `None` if it has none or is no JSON object.
pub(crate) fn id_of(line: &[u8]) -> Option<&RawValue> {
    if !line.trim_ascii().starts_with(b"{") {
        return None;
    }
    serde_json::from_slice::<IdOnly<'_>>(line).ok().map(|line| line.id)
}

pub(crate) fn parse(line: &[u8]) -> Result<Request<'_>, String> {
    let line = std::str::from_utf8(line)
        .map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to() + 1))?
        .trim_ascii();
    // serde would also accept a list of the two fields.
    if line.starts_with('[') {
        return Err("a list, where an object is expected".to_owned());
    }
    if !line.starts_with('{') {
        return Err("not an object".to_owned());
    }
    serde_json::from_str(line).map_err(|error| without_line(&error))
}

/// Formats an error of serde_json without its line number, which is always 1.
fn without_line(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    match message.strip_suffix(&place) {
        Some(reason) => format!("{reason} at column {}", error.column()),
        None => message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The error of a line whose text is empty and that has these fields.
    fn refused(fields: &str) -> String {
        let line = format!(r#"{{"id": 1, "text": "", {fields}}}"#);
        parse(line.as_bytes()).err().unwrap_or_else(|| panic!("{fields} is accepted"))
    }

    #[test]
    fn an_error_names_the_field_and_what_is_expected_there() {
        for (fields, expected) in [
            (r#""speakers": "Ida""#, "`speakers`: invalid type: string \"Ida\", expected a list"),
            (r#""speakers": ["Ida"]"#, "expected a speaker: an object with a name"),
            (r#""speakers": [{"id": "p7"}]"#, "`speakers`: missing field `name`"),
            (
                r#""speakers": [{"name": 7}]"#,
                "`speakers`: `name`: invalid type: integer `7`, expected a string",
            ),
            (
                r#""speakers": [{"name": "Ida", "id": 7}]"#,
                "`id`: invalid type: integer `7`, expected a string",
            ),
            (r#""cues": ["went on", 5]"#, "`cues`: invalid type: integer `5`, expected a string"),
            (r#""kinds": ["shout"]"#, "`kinds`: unknown kind of attribution \"shout\""),
            (r#""marks": ["stars"]"#, "`marks`: unknown family of quotation marks \"stars\""),
            (r#""genre": "poem""#, "`genre`: unknown genre \"poem\""),
            (r#""offsets": "lines""#, "`offsets`: unknown unit of offsets \"lines\""),
            (
                r#""min_confidence": "high""#,
                "`min_confidence`: invalid type: string \"high\", expected a number",
            ),
        ] {
            let error = refused(fields);
            assert!(error.contains(expected), "{error}");
            for rust in ["struct", "Options", "KnownSpeaker", "Vec", "sequence", "f32", "f64"] {
                assert!(!error.contains(rust), "{error}");
            }
        }
        let error = parse(br#"{"id": 1, "text": 2}"#).err().expect("refused");
        assert_eq!(error, "`text`: invalid type: integer `2`, expected a string at column 19");
    }

    #[test]
    fn fields_may_be_missing_or_null_and_others_are_ignored() {
        let line = br#"{"id": 1, "more": [1], "text": "", "speakers": null, "kinds": null, "marks": null, "genre": null,
                        "cues": null, "min_confidence": null, "offsets": null}"#;
        assert_eq!(parse(line).expect("a request").options, Options::default());
    }
}
