//! The records, requests and enums in JSON.
#![cfg(feature = "serde")]

use serde_json::{json, Value};
use whosaid::{
    request::Options, Analysis, Attribution, AttributionKind, Attributor, BuildError, Genre, Linked, Offsets,
    Passage, Quotation, Rule, Span, Speaker, SpeakerKind,
};

const ARTICLE: &str = include_str!("../examples/data/security_council.txt");

/// A record with a nested quotation, an attribution with every optional part and one without any.
fn full_record() -> Value {
    json!({
        "quotations": [
            {"index": 0, "paragraph": 0, "sentence": 0,
             "span": {"start": 0, "end": 18}, "content": {"start": 3, "end": 15},
             "text": "“A ‘b’ c,”", "parent": null, "attribution": 0},
            {"index": 1, "paragraph": 0, "sentence": 0,
             "span": {"start": 5, "end": 12}, "content": {"start": 8, "end": 9},
             "text": "‘b’", "parent": 0, "attribution": 1}
        ],
        "attributions": [
            {"index": 0, "paragraph": 0, "sentence": 0,
             "kind": "direct", "content": [{"start": 0, "end": 18, "text": "“A ‘b’ c,”"}],
             "cue": {"span": {"start": 27, "end": 31}, "text": "said"},
             "source": {"span": {"start": 19, "end": 26}, "text": "Wang Yi"},
             "speaker": 0, "rule": "quote-source-cue", "confidence": 0.5, "speaker_confidence": 0.25,
             "parent": null},
            {"index": 1, "paragraph": 0, "sentence": 1,
             "kind": "mixed", "content": [{"start": 5, "end": 12, "text": "‘b’"}],
             "cue": null, "source": null, "speaker": null, "rule": "continuation", "confidence": 0.25,
             "speaker_confidence": null, "parent": 0}
        ],
        "speakers": [
            {"index": 0, "paragraph": 0, "sentence": 0,
             "name": "Wang Yi", "kind": "person", "gender": "male", "id": "w1", "titles": ["minister"],
             "mentions": [{"start": 19, "end": 26}]}
        ]
    })
}

/// What an attribution says, apart from its place among the others.
fn said(attribution: Linked<'_, '_, Attribution<'_>>) -> (Value, Option<String>) {
    let mut record = serde_json::to_value(&*attribution).expect("a record");
    record["speaker"] = Value::Null;
    record["index"] = Value::Null;
    record["parent"] = Value::Null;
    (record, attribution.speaker().map(|speaker| speaker.name().to_owned()))
}

#[test]
fn kinds_filter_attributions_and_change_nothing_else() {
    let chat = "ANN WU: Lee Bo said that it was late. He told me, “Go.”\n\nLEE BO: I did say “late”.\n\nANN WU: Yes.";
    let story = "Emma said that she was cold. She smiled. “Are you?”\n\n“I am,” said Mr. Holt. “And you?”";
    for text in [ARTICLE, chat, story] {
        let all = Attributor::default().attribute(text);
        for kept in 1..16 {
            let kinds = [
                AttributionKind::Direct,
                AttributionKind::Mixed,
                AttributionKind::Indirect,
                AttributionKind::Turn,
            ];
            let kinds = kinds.into_iter().enumerate().filter(|(at, _)| kept & 1 << at != 0);
            let kinds: Vec<AttributionKind> = kinds.map(|(_, kind)| kind).collect();
            let some = Attributor::builder().kinds(kinds.clone()).build().expect("valid").attribute(text);
            let wanted = all.attributions().filter(|it| kinds.contains(&it.kind())).map(said);
            assert_eq!(
                some.attributions().map(said).collect::<Vec<_>>(),
                wanted.collect::<Vec<_>>(),
                "{kinds:?}"
            );
            for (one, other) in some.quotations().zip(all.quotations()) {
                let known = other.attribution().filter(|it| kinds.contains(&it.kind())).map(said);
                assert_eq!((one.text(), one.attribution().map(said)), (other.text(), known), "{kinds:?}");
            }
        }
    }
}

#[test]
fn bundled_article_round_trips_through_json() {
    let analysis = whosaid::attribute(ARTICLE);
    let json = serde_json::to_string(&analysis).expect("an analysis serialises");
    let read: Analysis<'_> = serde_json::from_str(&json).expect("a serialised analysis deserialises");
    assert_eq!(read, analysis);

    let value = serde_json::to_value(&analysis).expect("an analysis serialises");
    let owned: Analysis<'static> = serde_json::from_value(value).expect("a value borrows from nothing");
    assert_eq!(owned, analysis);
}

#[test]
fn an_owned_analysis_outlives_its_text() {
    fn is_read_from_anything<T: serde::de::DeserializeOwned>() {}
    is_read_from_anything::<Analysis<'static>>();
    is_read_from_anything::<Quotation<'static>>();
    is_read_from_anything::<Attribution<'static>>();
    is_read_from_anything::<Speaker<'static>>();
    is_read_from_anything::<Passage<'static>>();

    let text = ARTICLE.to_owned();
    let owned: Analysis<'static> = whosaid::attribute(&text).into_owned();
    drop(text);
    assert_eq!(owned, whosaid::attribute(ARTICLE));
}

#[test]
fn full_record_round_trips_through_json() {
    let json = full_record().to_string();
    let read: Analysis<'_> = serde_json::from_str(&json).expect("a full record deserialises");
    assert_eq!(serde_json::to_value(&read).expect("an analysis serialises"), full_record());

    let quotations: Vec<_> = read.quotations().collect();
    assert_eq!(quotations[0].speaker().map(|speaker| speaker.name()), Some("Wang Yi"));
    assert_eq!(quotations[0].content_text(), "A ‘b’ c,");
    assert_eq!(quotations[1].parent().as_deref(), Some(&*quotations[0]));
    assert!(quotations[1].speaker().is_none());
    let speaker = read.speakers().next().expect("a speaker");
    assert_eq!(speaker.attributions().count(), 1);
    assert_eq!(speaker.titles().collect::<Vec<_>>(), ["minister"]);
}

#[test]
fn names_of_later_versions_are_other() {
    let mut record = full_record();
    record["attributions"][0]["rule"] = json!("telepathy");
    record["attributions"][0]["kind"] = json!("thought");
    record["speakers"][0]["kind"] = json!("machine");
    record["speakers"][0]["gender"] = json!("unheard of");
    let read: Analysis<'static> = serde_json::from_value(record).expect("unknown names are read");
    let attribution = read.attributions().next().expect("an attribution");
    assert_eq!((attribution.rule(), attribution.kind()), (Rule::Other, AttributionKind::Other));
    assert_eq!(attribution.speaker().map(|speaker| speaker.kind()), Some(SpeakerKind::Other));
    assert_eq!(attribution.speaker().and_then(|speaker| speaker.gender()), None);
    assert_eq!(attribution.rule().description(), None);
    assert!(serde_json::from_value::<Genre>(json!("poem")).is_err());
}

#[test]
fn enums_are_read_as_they_are_written() {
    fn check<T>(all: &[T])
    where
        T: Copy + PartialEq + std::fmt::Debug + std::fmt::Display + std::str::FromStr + serde::Serialize,
        T: serde::de::DeserializeOwned,
    {
        for one in all {
            assert_eq!(one.to_string().parse::<T>().ok(), Some(*one));
            let value = serde_json::to_value(one).expect("a name");
            assert_eq!(value, one.to_string());
            assert_eq!(serde_json::from_value::<T>(value).expect("a name"), *one);
        }
        assert!("nothing of the kind".parse::<T>().is_err());
    }
    check(Rule::ALL);
    check(&[Rule::Other]);
    check(AttributionKind::ALL);
    check(&[AttributionKind::Other]);
    check(SpeakerKind::ALL);
    check(Genre::ALL);
    check(whosaid::Gender::ALL);
}

#[test]
fn escaped_texts_are_deserialised() {
    let mut record = full_record();
    record["quotations"][0]["text"] = json!("\"A\tb\"");
    let json = record.to_string();
    let read: Analysis<'_> = serde_json::from_str(&json).expect("an escaped text deserialises");
    assert_eq!(read.quotations().next().expect("a quotation").text(), "\"A\tb\"");
}

#[test]
fn links_out_of_range_are_none() {
    let mut record = full_record();
    for quotation in 0..2 {
        record["quotations"][quotation]["parent"] = json!(usize::MAX);
        record["quotations"][quotation]["attribution"] = json!(7 * (quotation + 1));
    }
    for attribution in 0..2 {
        record["attributions"][attribution]["speaker"] = json!(99);
        record["attributions"][attribution]["parent"] = json!(2);
    }
    let json = record.to_string();
    let read: Analysis<'_> = serde_json::from_str(&json).expect("indices are not checked");
    for quotation in read.quotations() {
        assert!(quotation.attribution().is_none());
        assert!(quotation.speaker().is_none());
        assert!(quotation.parent().is_none());
    }
    for attribution in read.attributions() {
        assert!(attribution.speaker().is_none());
        assert!(attribution.parent().is_none());
    }
    for speaker in read.speakers() {
        assert_eq!(speaker.attributions().count(), 0);
    }
}

#[test]
fn content_outside_its_quotation_is_empty() {
    let outside = [(0, usize::MAX, 5), (5, 6, 0), (1, 2, 0), (usize::MAX, usize::MAX, 0), (90, 95, 2)];
    for (start, end, quotation_start) in outside {
        let mut record = full_record();
        record["quotations"][0]["span"]["start"] = json!(quotation_start);
        record["quotations"][0]["content"] = json!({"start": start, "end": end});
        let json = record.to_string();
        let read: Analysis<'_> = serde_json::from_str(&json).expect("spans are not checked against texts");
        assert_eq!(read.quotations().next().expect("a quotation").content_text(), "", "{start}..{end}");
    }
}

#[test]
fn a_quotation_may_be_its_own_parent() {
    let mut record = full_record();
    record["quotations"][0]["parent"] = json!(0);
    let json = record.to_string();
    let read: Analysis<'_> = serde_json::from_str(&json).expect("cycles are not checked");
    let quotation = read.quotations().next().expect("a quotation");
    assert_eq!(quotation.parent().as_deref(), Some(&*quotation));
}

#[test]
fn spans_that_end_before_they_start_are_rejected() {
    let error = serde_json::from_str::<Span>(r#"{"start": 5, "end": 3}"#).expect_err("5 is after 3");
    assert!(error.to_string().contains("span starts at 5 after its end 3"), "{error}");
}

/// Every object in a value that has a start and an end.
fn places(value: &Value, found: &mut Vec<(usize, usize)>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| places(item, found)),
        Value::Object(fields) => {
            let bound = |name: &str| fields.get(name).and_then(Value::as_u64).map(|at| at as usize);
            found.extend(bound("start").zip(bound("end")));
            fields.values().for_each(|item| places(item, found));
        }
        _ => {}
    }
}

#[test]
fn places_are_written_in_the_unit_asked_for() {
    let text = "«Да 🕊», said Zoë Holt. She added that “nobody” had lost, “at all”, she said.\n\n".repeat(30);
    let analysis = whosaid::attribute(&text);
    let written = |offsets| serde_json::to_value(analysis.with_offsets(&text, offsets)).expect("an analysis");
    assert_eq!(written(Offsets::Bytes), serde_json::to_value(&analysis).expect("an analysis"));
    let found = |offsets| {
        let mut found = Vec::new();
        places(&written(offsets), &mut found);
        found
    };
    let spans: Vec<Span> =
        found(Offsets::Bytes).into_iter().map(|(start, end)| Span::new(start, end)).collect();
    assert!(spans.len() > 300);
    let pairs = |range: std::ops::Range<usize>| (range.start, range.end);
    let chars: Vec<_> = spans.iter().filter_map(|span| span.in_chars(&text)).map(pairs).collect();
    let utf16: Vec<_> = spans.iter().filter_map(|span| span.in_utf16(&text)).map(pairs).collect();
    assert_eq!(found(Offsets::Chars), chars);
    assert_eq!(found(Offsets::Utf16), utf16);
    assert_ne!(chars, utf16);
}

#[test]
fn places_in_a_text_that_was_not_read_stay_in_it() {
    let analysis = whosaid::attribute("“We won,” said Wang Yi.");
    let written = serde_json::to_value(analysis.with_offsets("né", Offsets::Chars)).expect("an analysis");
    let mut found = Vec::new();
    places(&written, &mut found);
    assert!(found.iter().all(|(start, end)| start <= end && *end <= 2), "{found:?}");
}

#[test]
fn a_request_configures_an_attributor() {
    let text = "The envoy harrumphed that they won. Wang Yi said that nobody lost. «No one», Ida Crane said.";
    let ask = |options: Value| -> Vec<String> {
        let options: Options = serde_json::from_value(options).expect("options");
        let analysis = options.attributor().expect("a valid configuration").attribute(text);
        let named = |it: Linked<'_, '_, Attribution<'_>>| it.speaker().map_or("?", |it| it.name()).to_owned();
        analysis.attributions().map(named).collect()
    };
    assert_eq!(ask(json!({})), ["Wang Yi", "Ida Crane"]);
    assert_eq!(ask(json!({"cues": ["harrumph"]})), ["envoy", "Wang Yi", "Ida Crane"]);
    let known = json!([{"name": "Olu Berg", "aliases": ["the envoy"], "id": "b"}]);
    assert_eq!(ask(json!({"cues": ["harrumph"], "speakers": known})), ["Olu Berg", "Wang Yi", "Ida Crane"]);
    assert_eq!(ask(json!({"kinds": ["indirect"]})), ["Wang Yi"]);
    assert_eq!(ask(json!({"kinds": ["direct"], "marks": ["double", "single"]})), [""; 0]);
    assert_eq!(ask(json!({"kinds": ["direct"], "marks": ["guillemets"]})), ["Ida Crane"]);
    assert_eq!(ask(json!({"min_confidence": 1})), [""; 0]);
    let wrong: Options = serde_json::from_value(json!({"min_confidence": 7})).expect("options");
    assert_eq!(wrong.attributor().expect_err("no probability"), BuildError::MinConfidence);
}

#[test]
fn a_request_and_its_answer_are_shown_in_one_short_line() {
    let known: Vec<Value> = (0..1000).map(|at| json!({"name": format!("Ida {at}")})).collect();
    let options: Options = serde_json::from_value(json!({"speakers": known})).expect("options");
    let analysis = whosaid::attribute(ARTICLE);
    for shown in [format!("{options:?}"), format!("{:?}", analysis.with_offsets(ARTICLE, Offsets::Utf16))] {
        assert!(shown.chars().count() < 300 && !shown.contains('\n'), "{shown}");
    }
}
