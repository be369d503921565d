//! Property tests: for any text, nothing panics and the answer is well formed.

mod invariants;

use proptest::prelude::*;
use whosaid::Attributor;

/// Strings that often break the detection of quotations, names or cues.
const TROUBLESOME: &[&str] = &[
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "‹",
    "›",
    "„",
    "‚",
    "‟",
    "‛",
    "``",
    "''",
    "`",
    "´",
    "「",
    "」",
    "『",
    "』",
    "＂",
    "′",
    "″",
    "'s",
    "'90s",
    "'tis",
    "dogs'",
    "n't",
    "rock 'n' roll",
    "6' 2\"",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    "\u{a0}",
    "\u{2028}",
    "\u{2029}",
    "\u{85}",
    "\u{b}",
    "\u{0}",
    "\u{feff}",
    "\u{200b}",
    "\u{ad}",
    "\u{2060}",
    "'''",
    "&quot;",
    "&#8217;",
    "&#x201c;",
    "&amp;",
    "&nbsp;",
    "\u{200d}",
    "\u{200f}",
    "\u{202e}",
    "\u{301}",
    "e\u{301}",
    "🙂",
    "👨‍👩‍👧",
    "🇳🇴",
    "שלום",
    "مرحبا",
    "魚",
    "ß",
    "İ",
    "ǆ",
    "ﬁ",
    ".",
    ",",
    "!",
    "?",
    ";",
    ":",
    "…",
    "...",
    "—",
    "–",
    "-",
    "--",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "/",
    "\\",
    "@",
    "#",
    "$5",
    "50%",
    "3.5",
    "300,000",
    "2024",
    "Mr.",
    "Mrs.",
    "Dr.",
    "U.N.",
    "U.S.-led",
    "a.m.",
    "St.",
    "J.",
    "Jr.",
    "Ann Wu",
    "Wu",
    "Kofi Mensah",
    "Siobhan O'Keane",
    "ANN WU:",
    "Katrin von der Heide",
    "Zhao Minghui",
    "the minister",
    "a spokesman for",
    "Health Ministry",
    "he",
    "she",
    "they",
    "it",
    "who",
    "which",
    "that",
    "and",
    "to",
    "by",
    "said",
    "says",
    "told",
    "asked",
    "saying",
    "adding",
    "called",
    "according to",
    "According to",
    "has never said",
    "reporters",
];

/// Parts of sentences, most of them well formed.
const FRAGMENTS: &[&str] = &[
    "\n\nANN WU: I said, “No.” ",
    "\n\nLEE BO: You never ask. ",
    "\nQ. Why? ",
    "\nA. My aunt said, ‘Go.’ ",
    "\n[10:31] <kit77> yes ",
    "\n12/04/2023, 18:05 - Lee Bo: no ",
    "\n\nNote: the boat sank. ",
    "\n> Ann Wu wrote:\n> yes ",
    "\n\nANN\n(softly)\nWait. ",
    "\n\n— Who is it? asked Ann Wu. — Nobody. ",
    "\n\n— Lee Bo ",
    "\n\nDo you know?\n\nI do. ",
    "\n\n**Do you ever sleep?**\n\n",
    "\nAnn Wu, 34, baker\n",
    "\n\nHere are some of her remarks:\n\n",
    "“The roof leaks,” ",
    "“The walls are sound.” ",
    "\"It is late,\" ",
    "'The kettle is on,' ",
    "‘It’s hot,’ ",
    "``The nets are torn,'' ",
    "« Le Port » ",
    "“She told me, ‘Go home.’” ",
    "“My father built this house.\n\n",
    "“a gift",
    "” ",
    "\" ",
    "Ann Wu said. ",
    "said Kofi Mensah. ",
    "said Kofi Mensah, a doctor who met Ann Wu, ",
    "she said, ",
    "he told reporters. ",
    "Ann Wu, an architect, said: ",
    "Mayor Lucía Ferrer said that the bridge was ",
    "According to Noor Haddad, ",
    "according to the report. ",
    "Asked by Ann Wu, Kofi Mensah replied, ",
    "saying that ",
    "and went on to say ",
    "The novel “Salt Road” came out in May. ",
    "Ann Wu: ",
    "ANN WU: We are late.\n",
    "— Mateus Prado\n",
    "Mr. Varga and Mrs. Varga run the café. ",
    "It was 9 a.m. in the U.S. ",
    "The dogs' bowls were there in the '90s. ",
    "He is 6' 2\" tall. ",
    "\n\n",
    "\r\n\r\n",
    "\n",
];

/// Concatenates fewer than `limit` pieces.
fn pieces(of: &'static [&'static str], limit: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(of), 0..limit).prop_map(|pieces| pieces.concat())
}

/// Like [`pieces`], with short arbitrary strings in place of some of them.
fn noisy_pieces(of: &'static [&'static str], limit: usize) -> impl Strategy<Value = String> {
    let piece = prop_oneof![9 => prop::sample::select(of).prop_map(str::to_owned), 1 => ".{0,3}"];
    prop::collection::vec(piece, 0..limit).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => any::<String>(),
        1 => "(?s:.{0,200})",
        3 => pieces(TROUBLESOME, 60),
        1 => noisy_pieces(TROUBLESOME, 60),
        3 => pieces(FRAGMENTS, 20),
        1 => noisy_pieces(FRAGMENTS, 20),
    ]
}

/// Fails unless the answer to `text` satisfies every invariant.
fn check(text: &str) -> Result<(), TestCaseError> {
    invariants::answer(&Attributor::default(), text).map(drop).map_err(TestCaseError::fail)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_strings_get_well_formed_answers(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn troublesome_strings_get_well_formed_answers(text in pieces(TROUBLESOME, 80)) {
        check(&text)?;
    }

    #[test]
    fn noisy_troublesome_strings_get_well_formed_answers(text in noisy_pieces(TROUBLESOME, 80)) {
        check(&text)?;
    }

    #[test]
    fn short_words_among_marks_get_well_formed_answers(text in "([A-Za-zéŁ0-9]{1,4}|[.,'’\"“”`@:/$%\u{301}🙂\u{200d} \n\r\t-]){0,60}") {
        check(&text)?;
    }

    #[test]
    fn fragments_in_any_order_get_well_formed_answers(text in pieces(FRAGMENTS, 24)) {
        check(&text)?;
    }

    #[test]
    fn both_parts_of_a_split_text_get_well_formed_answers(text in pieces(FRAGMENTS, 12), at in any::<prop::sample::Index>()) {
        let cuts: Vec<usize> = text.char_indices().map(|(start, _)| start).chain([text.len()]).collect();
        let cut = cuts[at.index(cuts.len())];
        check(&text[..cut])?;
        check(&text[cut..])?;
    }

    #[cfg(feature = "serde")]
    #[test]
    fn every_link_is_in_range(text in any_text()) {
        let record = serde_json::to_value(whosaid::attribute(&text)).expect("an analysis is plain data");
        let links = [
            ("quotations", "parent", "quotations"),
            ("quotations", "attribution", "attributions"),
            ("attributions", "speaker", "speakers"),
            ("attributions", "parent", "attributions"),
        ];
        for (list, link, target) in links {
            let targets = record[target].as_array().map_or(0, Vec::len);
            for (index, entry) in record[list].as_array().into_iter().flatten().enumerate() {
                let Some(index_of_target) = entry[link].as_u64() else { continue };
                let limit = if list == target { index } else { targets };
                prop_assert!((index_of_target as usize) < limit, "{} of {} {}: {}", link, list, index, index_of_target);
            }
        }
    }

    /// An attributor reuses the memory of one text for the next.
    #[test]
    fn answers_do_not_depend_on_earlier_texts(texts in prop::collection::vec(any_text(), 1..4)) {
        let reused = Attributor::default();
        for text in &texts {
            prop_assert_eq!(reused.attribute(text), Attributor::default().attribute(text));
        }
    }

    #[cfg(feature = "serde")]
    #[test]
    fn an_explanation_has_the_same_answer(text in any_text()) {
        let explanation = Attributor::default().explain(&text);
        prop_assert_eq!(explanation.analysis(), &whosaid::attribute(&text));
        for quotation in explanation.analysis().quotations() {
            prop_assert!(explanation.of_quotation(quotation.index()).last().is_some());
        }
        let all = format!("{explanation:#}");
        prop_assert!(explanation.to_string().len() <= all.len());
    }

    #[test]
    fn an_answer_round_trips_through_json(text in any_text()) {
        let analysis = whosaid::attribute(&text);
        let json = serde_json::to_string(&analysis).expect("an analysis is plain data");
        let read: whosaid::Analysis<'_> = serde_json::from_str(&json).expect("a serialised analysis deserialises");
        prop_assert_eq!(read, analysis);
    }
}

/// Very long sentences are split: here within a phrase, at each of its words.
#[test]
fn a_long_sentence_may_be_split_inside_any_phrase() {
    for phrase in
        ["according to Ann Wu the roof leaks.", "the roof, she said, leaks “badly,” that is to say."]
    {
        for before in 150..210 {
            let text = "Cat ".to_owned() + &"xx ".repeat(before) + phrase;
            let answer = invariants::answer(&Attributor::default(), &text);
            assert!(answer.is_ok(), "{before} words before {phrase:?}: {answer:?}");
        }
    }
}

/// Each wrong record differs from the sound one in one place.
#[cfg(feature = "serde")]
#[test]
fn the_invariants_detect_wrong_records() {
    let text = "“A,” she said.";
    let sound = serde_json::json!({
        "quotations": [{"span": {"start": 0, "end": 8}, "content": {"start": 3, "end": 5},
                        "text": "“A,”", "parent": null, "attribution": 0,
                        "index": 0, "paragraph": 0, "sentence": 0}],
        "attributions": [{"kind": "direct", "content": [{"start": 0, "end": 8, "text": "“A,”"}],
                          "cue": {"span": {"start": 13, "end": 17}, "text": "said"},
                          "source": {"span": {"start": 9, "end": 12}, "text": "she"},
                          "speaker": 0, "rule": "quote-source-cue", "confidence": 0.5,
                          "speaker_confidence": 0.5}],
        "speakers": [{"name": "she", "kind": "person", "titles": [],
                      "mentions": [{"start": 9, "end": 12}]}],
    });
    let verdict = |record: &serde_json::Value| {
        let json = record.to_string();
        let analysis = serde_json::from_str(&json).expect("a record of the right shape");
        invariants::check(text, &analysis)
    };
    assert_eq!(verdict(&sound), Ok(()));

    let span = |start: usize, end: usize| serde_json::json!({"start": start, "end": end});
    let wrong = [
        ("/quotations/0/span", span(1, 8)),
        ("/quotations/0/span", span(0, 80)),
        ("/quotations/0/text", "“B,”".into()),
        ("/quotations/0/content", span(3, 9)),
        ("/quotations/0/parent", 0.into()),
        ("/quotations/0/index", 1.into()),
        ("/quotations/0/paragraph", 1.into()),
        ("/quotations/0/sentence", 1.into()),
        ("/attributions/0/speaker_confidence", serde_json::Value::Null),
        ("/attributions/0/speaker_confidence", 1.5.into()),
        ("/attributions/0/content", serde_json::json!([])),
        ("/attributions/0/content", serde_json::json!([span(9, 12)])),
        ("/attributions/0/content", serde_json::json!([span(0, 8), span(5, 8)])),
        ("/attributions/0/content/0", span(0, 1)),
        ("/attributions/0/content/0/text", "“B,”".into()),
        ("/attributions/0/cue/text", "says".into()),
        ("/attributions/0/source", serde_json::json!({"span": span(13, 17), "text": "said"})),
        ("/attributions/0/speaker", serde_json::Value::Null),
        ("/attributions/0/confidence", 2.into()),
        ("/speakers/0/name", "".into()),
        ("/speakers/0/mentions/0", span(9, 99)),
    ];
    for (place, value) in wrong {
        let mut record = sound.clone();
        *record.pointer_mut(place).expect("the place exists") = value.clone();
        assert!(verdict(&record).is_err(), "{place} = {value} is not detected");
    }
}
