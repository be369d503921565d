//! The public records: across threads, through JSON, and their spans in other units.

use proptest::prelude::*;
use serde_json::{json, Value};
use whosaid::{
    Analysis, Attribution, AttributionKind, Attributor, AttributorBuilder, BuildError, Genre, Linked,
    Passage, Quotation, Rule, Span, Speaker, SpeakerKind,
};

const ARTICLE: &str = include_str!("../examples/data/security_council.txt");

/// A record with a nested quotation, an attribution with every optional part and one without any.
fn full_record() -> Value {
    json!({
        "quotations": [
            {"span": {"start": 0, "end": 18}, "content": {"start": 3, "end": 15},
             "text": "“A ‘b’ c,”", "parent": null, "attribution": 0},
            {"span": {"start": 5, "end": 12}, "content": {"start": 8, "end": 9},
             "text": "‘b’", "parent": 0, "attribution": 1}
        ],
        "attributions": [
            {"kind": "direct", "content": [{"start": 0, "end": 18}],
             "cue": {"span": {"start": 27, "end": 31}, "text": "said"},
             "source": {"span": {"start": 19, "end": 26}, "text": "Wang Yi"},
             "speaker": 0, "rule": "quote-source-cue", "confidence": 0.5, "speaker_confidence": 0.25},
            {"kind": "mixed", "content": [{"start": 5, "end": 12}],
             "cue": null, "source": null, "speaker": null, "rule": "continuation", "confidence": 0.25,
             "speaker_confidence": null}
        ],
        "speakers": [
            {"name": "Wang Yi", "kind": "person", "gender": "male", "id": "w1", "titles": ["minister"],
             "mentions": [{"start": 19, "end": 26}]}
        ]
    })
}

#[test]
fn public_types_are_send_and_sync() {
    fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Analysis<'_>>();
    is_send_and_sync::<Attribution<'_>>();
    is_send_and_sync::<AttributionKind>();
    is_send_and_sync::<Attributor>();
    is_send_and_sync::<AttributorBuilder>();
    is_send_and_sync::<BuildError>();
    is_send_and_sync::<Linked<'_, '_, Quotation<'_>>>();
    is_send_and_sync::<Passage<'_>>();
    is_send_and_sync::<Quotation<'_>>();
    is_send_and_sync::<Rule>();
    is_send_and_sync::<Span>();
    is_send_and_sync::<Speaker<'_>>();
    is_send_and_sync::<SpeakerKind>();
}

/// What an attribution says, apart from its place among the others.
fn told(attribution: Linked<'_, '_, Attribution<'_>>) -> (Value, Option<String>) {
    let mut record = serde_json::to_value(&*attribution).expect("a record");
    record["speaker"] = Value::Null;
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
            let wanted = all.attributions().filter(|it| kinds.contains(&it.kind())).map(told);
            assert_eq!(
                some.attributions().map(told).collect::<Vec<_>>(),
                wanted.collect::<Vec<_>>(),
                "{kinds:?}"
            );
            for (one, other) in some.quotations().zip(all.quotations()) {
                let known = other.attribution().filter(|it| kinds.contains(&it.kind())).map(told);
                assert_eq!((one.text(), one.attribution().map(told)), (other.text(), known), "{kinds:?}");
            }
        }
    }
}

#[test]
fn a_text_that_is_known_to_be_a_transcript_needs_no_other_labels() {
    let text = "The boat is late.\n\nNora: Then we wait.";
    let turns = |genre| {
        let analysis = Attributor::builder().genre(genre).build().expect("valid").attribute(text);
        let turns = analysis.attributions().filter(|it| it.kind() == AttributionKind::Turn);
        turns.filter_map(|it| Some(it.speaker()?.name().to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(turns(Genre::Transcript), ["Nora"]);
    assert_eq!(turns(Genre::Auto), [""; 0]);
    assert_eq!(turns(Genre::News), [""; 0]);
}

#[test]
fn many_threads_can_share_one_attributor() {
    // Long and short texts, so that the memory kept between texts is also given back.
    let texts = [ARTICLE.to_owned(), ARTICLE.repeat(40), "“Yes,” she said.".to_owned(), String::new()];
    let attributor = Attributor::default();
    let expected: Vec<_> = texts.iter().map(|text| Attributor::default().attribute(text)).collect();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for (text, expected) in texts.iter().zip(&expected).cycle().take(12) {
                    assert_eq!(attributor.attribute(text), *expected);
                }
            });
        }
    });
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
fn a_gender_is_that_of_names_titles_descriptions_and_pronouns() {
    for (text, expected) in [
        ("“We row,” said John Reed.", Some("male")),
        ("“We row,” said Mrs. Tavi.", Some("female")),
        ("“We row,” said Tavi.", None),
        ("“We row,” a spokeswoman for the club said.", Some("female")),
        ("“We row,” her lawyer said.", None),
        ("“We row,” the club said.", None),
        ("“We row,” officials said.", None),
    ] {
        let analysis = whosaid::attribute(text);
        let speaker = analysis.quotations().next().and_then(|it| it.speaker()).expect("a speaker");
        assert_eq!(speaker.gender().map(|gender| gender.name()), expected, "{text}");
    }
}

#[test]
fn debug_output_is_one_short_line() {
    fn check(value: &dyn std::fmt::Debug) {
        let shown = format!("{value:?}");
        assert!(shown.chars().count() < 300 && !shown.contains('\n'), "{shown}");
    }
    let analysis = whosaid::attribute(ARTICLE);
    check(&analysis);
    check(&analysis.quotations());
    for quotation in analysis.quotations() {
        check(&quotation);
        check(quotation.record());
    }
    for attribution in analysis.attributions() {
        check(&attribution);
        check(attribution.record());
        check(&attribution.cue());
    }
    analysis.speakers().for_each(|speaker| check(&speaker));
    check(&analysis.speakers().next_back().map(|speaker| speaker.quotations().count()));
    let names = (0..1000).map(|at| format!("Ida {at}"));
    let builder = names.fold(Attributor::builder().cue("harrumphed"), |b, name| b.speaker(&name, [""; 0]));
    check(&builder);
    check(&builder.build().expect("valid"));
    check(&Attributor::default());

    let analysis = whosaid::attribute("“We won,” said Wang Yi.");
    let quotation = analysis.quotations().next().expect("a quotation");
    assert_eq!(format!("{quotation:?}"), "Quotation(0..13 \"“We won,”\") at 0");
}

#[test]
fn handles_reach_one_another() {
    let analysis = whosaid::attribute(ARTICLE);
    for (at, speaker) in analysis.speakers().enumerate() {
        assert_eq!(speaker.index(), at);
        assert!(speaker.attributions().all(|it| it.speaker().is_some_and(|it| it.index() == at)));
        assert!(speaker.quotations().all(|it| it.speaker().is_some_and(|it| it.name() == speaker.name())));
    }
    let of_speakers: usize = analysis.speakers().map(|speaker| speaker.quotations().count()).sum();
    assert_eq!(of_speakers, analysis.quotations().filter(|it| it.speaker().is_some()).count());
    for attribution in analysis.attributions() {
        assert_eq!(attribution.content_text(ARTICLE).count(), attribution.content().len());
        assert_eq!(attribution.content_text("").count(), 0);
    }
}

#[test]
fn iterators_are_read_from_both_ends() {
    let analysis = whosaid::attribute(ARTICLE);
    let mut forwards: Vec<usize> = analysis.attributions().map(|it| it.index()).collect();
    forwards.reverse();
    assert_eq!(analysis.attributions().rev().map(|it| it.index()).collect::<Vec<_>>(), forwards);
    let mut quotations = analysis.quotations();
    let count = quotations.len();
    assert!(count > 4);
    assert_eq!(quotations.next().map(|it| it.index()), Some(0));
    assert_eq!(quotations.next_back().map(|it| it.index()), Some(count - 1));
    assert_eq!(quotations.nth(1).map(|it| it.index()), Some(2));
    assert_eq!(quotations.len(), count - 4);
    assert_eq!(quotations.clone().count(), count - 4);
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

#[test]
fn spans_convert_over_astral_and_combining_characters() {
    // Bytes: a 1, 𝔘 4, e 1, combining acute 2, 😀 4, z 1.
    let text = "a𝔘e\u{301}😀z";
    for (span, covered, chars, utf16) in [
        (Span::new(0, 1), "a", 0..1, 0..1),
        (Span::new(1, 5), "𝔘", 1..2, 1..3),
        (Span::new(5, 6), "e", 2..3, 3..4),
        (Span::new(5, 8), "e\u{301}", 2..4, 3..5),
        (Span::new(8, 12), "😀", 4..5, 5..7),
        (Span::new(12, 13), "z", 5..6, 7..8),
        (Span::new(13, 13), "", 6..6, 8..8),
        (Span::new(0, 13), text, 0..6, 0..8),
    ] {
        assert_eq!(span.of(text), Some(covered), "{span}");
        assert_eq!(span.in_chars(text), Some(chars), "{span}");
        assert_eq!(span.in_utf16(text), Some(utf16), "{span}");
    }
}

#[test]
fn spans_outside_the_text_convert_to_none() {
    let text = "a𝔘";
    for span in [Span::new(2, 5), Span::new(0, 3), Span::new(0, 6), Span::new(usize::MAX, usize::MAX)] {
        assert_eq!(span.of(text), None, "{span}");
        assert_eq!(span.in_chars(text), None, "{span}");
        assert_eq!(span.in_utf16(text), None, "{span}");
    }
}

proptest! {
    #[test]
    fn converted_spans_cover_the_same_text(before in any::<String>(), inside in any::<String>(), after in any::<String>()) {
        let text = format!("{before}{inside}{after}");
        let span = Span::new(before.len(), before.len() + inside.len());

        let chars: Vec<char> = text.chars().collect();
        let range = span.in_chars(&text).expect("the span is of this text");
        prop_assert_eq!(chars[range].iter().collect::<String>(), inside.as_str());

        let units: Vec<u16> = text.encode_utf16().collect();
        let range = span.in_utf16(&text).expect("the span is of this text");
        prop_assert_eq!(String::from_utf16(&units[range]).expect("whole characters"), inside);
    }
}

#[test]
fn known_speakers_are_meant_by_every_form_of_their_names() {
    let builder = Attributor::builder().genre(Genre::Fiction);
    let builder = builder.speaker("The Thin Man", ["The Stranger"]).speaker("A Man", [""; 0]);
    let attributor = builder.speaker("Robert Pike", [""; 0]).build().expect("the names are different");
    let speaker_of = |text: &str| {
        let analysis = attributor.attribute(text);
        let speaker = analysis.quotations().next().and_then(|it| it.speaker());
        speaker.map(|speaker| speaker.name().to_owned())
    };
    assert_eq!(speaker_of("“Sit down,” said the Thin Man.").as_deref(), Some("The Thin Man"));
    assert_eq!(speaker_of("“Sit down,” said the stranger.").as_deref(), Some("The Thin Man"));
    assert_eq!(speaker_of("“Sit down,” said Pike.").as_deref(), Some("Robert Pike"));
    // His wife is another person.
    let analysis = attributor.attribute("“Sit down,” said Mrs. Robert Pike.\n\n“No,” said Robert Pike.");
    let speakers: Vec<_> = analysis.quotations().filter_map(|it| it.speaker()).map(|it| it.index()).collect();
    assert!(speakers.len() == 2 && speakers[0] != speakers[1], "{speakers:?}");
}
