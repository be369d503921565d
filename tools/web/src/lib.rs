//! What the page in the browser asks of the library. No logic of its own.

use wasm_bindgen::prelude::wasm_bindgen;
use whosaid::{Attributor, BuildError, Genre, UnknownName};
use whosaid_report::Report;

/// The records of a text as one line of JSON, as the library writes it: offsets are in bytes of UTF-8.
///
/// # Errors
///
/// If there is no such genre. The message names it.
#[wasm_bindgen]
pub fn records(text: &str, genre: &str) -> Result<String, String> {
    serde_json::to_string(&attributor(genre)?.attribute(text)).map_err(|error| error.to_string())
}

/// The report of a text, to be put into the page.
///
/// # Errors
///
/// As of [`records`].
#[wasm_bindgen]
pub fn fragment(name: &str, text: &str, genre: &str) -> Result<String, String> {
    let analysis = attributor(genre)?.attribute(text);
    Ok(Report::new(name).document(name, text, &analysis).to_fragment().html)
}

/// The report of a text as a page of its own, to be saved.
///
/// # Errors
///
/// As of [`records`].
#[wasm_bindgen]
pub fn page(name: &str, text: &str, genre: &str) -> Result<String, String> {
    let analysis = attributor(genre)?.attribute(text);
    Ok(Report::new(name).document(name, text, &analysis).to_html())
}

fn attributor(genre: &str) -> Result<Attributor, String> {
    let genre: Genre = genre.parse().map_err(|error: UnknownName| error.to_string())?;
    Attributor::builder().genre(genre).build().map_err(|error: BuildError| error.to_string())
}

#[cfg(test)]
mod tests {
    const TEXT: &str = "“We won,” said Marta Holt.";

    #[test]
    fn records_are_those_of_the_library() {
        let expected = serde_json::to_string(&whosaid::attribute(TEXT)).unwrap();
        assert_eq!(super::records(TEXT, "auto"), Ok(expected));
    }

    #[test]
    fn the_report_names_the_speaker() {
        assert!(super::fragment("match.txt", TEXT, "auto").unwrap().contains("Marta Holt"));
        assert!(super::page("match.txt", TEXT, "news").unwrap().starts_with("<!DOCTYPE html>"));
    }

    #[test]
    fn an_unknown_genre_is_named() {
        let refused = super::records(TEXT, "poem").unwrap_err();
        assert!(refused.contains("\"poem\""), "{refused}");
    }
}
