//! Tokens are words or punctuation marks. `tests/properties.rs` checks that they tile any text.

use proptest::prelude::*;
use whosaid::tokenizer::tokens;

/// A text and its tokens without white space.
const EXPECTED: &[(&str, &[&str])] = &[
    ("", &[]),
    ("Bob.", &["Bob", "."]),
    ("U.N.", &["U.N."]),
    ("U.S.-led talks", &["U.S.-led", "talks"]),
    ("(D-N.Y.) left", &["(", "D-N.Y.", ")", "left"]),
    ("the A.F.L.-C.I.O. and", &["the", "A.F.L.-C.I.O.", "and"]),
    ("the No. 2 here", &["the", "No.", "2", "here"]),
    ("No. Two left.", &["No", ".", "Two", "left", "."]),
    ("Mr. Li left.", &["Mr.", "Li", "left", "."]),
    ("Mrs. Varga", &["Mrs.", "Varga"]),
    ("St. Olaf", &["St.", "Olaf"]),
    ("J. P. Nakamura", &["J.", "P.", "Nakamura"]),
    ("at 9 a.m. today", &["at", "9", "a.m.", "today"]),
    ("300,000 boats", &["300,000", "boats"]),
    ("3.5 miles", &["3.5", "miles"]),
    ("$5", &["$", "5"]),
    ("50%", &["50", "%"]),
    ("I don't know", &["I", "don't", "know"]),
    ("I don’t know", &["I", "don’t", "know"]),
    ("Smith's boat", &["Smith", "'s", "boat"]),
    ("Smith’s boat", &["Smith", "’s", "boat"]),
    ("well-known", &["well-known"]),
    ("Morel-Lopez said", &["Morel-Lopez", "said"]),
    ("O'Brien", &["O'Brien"]),
    ("O’Brien", &["O’Brien"]),
    ("well… yes", &["well", "…", "yes"]),
    ("well... yes", &["well", "...", "yes"]),
    ("``No,'' he", &["``", "No", ",", "''", "he"]),
    ("``She wrote `no'''", &["``", "She", "wrote", "`", "no", "'", "''"]),
    ("```No'", &["``", "`", "No", "'"]),
    ("&quot;No,&quot; he", &["&quot;", "No", ",", "&quot;", "he"]),
    ("Smith&rsquo;s R&amp;D", &["Smith", "&rsquo;s", "R&amp;D"]),
    ("I don&#39;t know", &["I", "don&#39;t", "know"]),
    ("salt & vinegar", &["salt", "&", "vinegar"]),
    ("soft\u{ad}ware", &["soft\u{ad}ware"]),
    ("“No,” he", &["“", "No", ",", "”", "he"]),
    ("\"No.\"", &["\"", "No", ".", "\""]),
    ("sea—our sea", &["sea", "—", "our", "sea"]),
    ("sea -- our sea", &["sea", "--", "our", "sea"]),
    ("Really?!", &["Really", "?", "!"]),
    ("(once)", &["(", "once", ")"]),
    ("ask ann.wu@harbour.example today", &["ask", "ann.wu@harbour.example", "today"]),
    ("see https://harbour.example/salt?road=1 now", &["see", "https://harbour.example/salt?road=1", "now"]),
    ("Łukasz Świątek", &["Łukasz", "Świątek"]),
    ("Ine\u{301}s", &["Ine\u{301}s"]),
    ("one\r\n\r\ntwo", &["one", "two"]),
];

fn tokens_without_space(text: &str) -> Vec<&str> {
    tokens(text).filter_map(|token| token.span().of(text)).filter(|token| !token.trim().is_empty()).collect()
}

#[test]
fn known_texts_have_known_tokens() {
    let wrong: Vec<_> = EXPECTED
        .iter()
        .filter(|(text, expected)| tokens_without_space(text) != *expected)
        .map(|(text, expected)| {
            format!("{text:?}: expected {expected:?}, got {:?}", tokens_without_space(text))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A token, here an address, may be longer than any word.
#[test]
fn spans_that_end_with_a_very_long_token_are_correct() {
    let address = format!("https://example.org/{}", "a/é".repeat(200));
    let text = format!("Ann Wu said: “It is at {address}” and left.");
    let quotation = whosaid::attribute(&text).quotations().next().map(|quotation| quotation.span());
    assert_eq!(quotation.and_then(|span| span.of(&text)), Some(&*format!("“It is at {address}”")));
    let text = format!("It is at {address}");
    let sentences: Vec<_> = whosaid::tokenizer::sentences(&text).filter_map(|span| span.of(&text)).collect();
    assert_eq!(sentences, [&text]);
}

/// A line that ends in "the" continues in the next one, for the public functions as for an analysis.
#[test]
fn paragraphs_are_those_of_an_analysis() {
    let text = "The council met for the third time this week at the\nHolt Bridge. “It holds,” said Ann Wu.";
    assert_eq!(whosaid::tokenizer::paragraphs(text).count(), 1);
    assert_eq!(whosaid::attribute(text).quotations().next().map(|it| it.paragraph()), Some(0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_token_is_white_space_or_has_no_white_space_at_its_ends(text in "([A-Za-z0-9]{1,4}|[.,'’\"“”` \n\r\t\u{a0}-]){0,60}") {
        for token in tokens(&text) {
            let trimmed = token.text().trim();
            prop_assert!(trimmed.is_empty() || trimmed == token.text(), "{:?}", token.text());
        }
    }
}
