//! The public records: across threads, their links, and their spans in other units.

use proptest::prelude::*;
use whosaid::{
    Analysis, Attribution, AttributionKind, Attributor, AttributorBuilder, BuildError, Genre, Linked,
    Passage, Quotation, Rule, Span, Speaker, SpeakerKind,
};

const ARTICLE: &str = include_str!("../examples/data/security_council.txt");

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

fn builder_error() -> BuildError {
    Attributor::builder().cue("!").build().expect_err("no word")
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
    check(&builder_error());
    check(&"shouted".parse::<AttributionKind>());
    check(&whosaid::Marks::ALL);
    check(&whosaid::Language::english());
    whosaid::tokenizer::tokens(ARTICLE).for_each(|token| check(&token));
    whosaid::quotes::quote_spans(ARTICLE, whosaid::Marks::ALL).iter().for_each(|quote| check(quote));
    whosaid::speakers::name_mentions(ARTICLE).iter().for_each(|mention| check(mention));
    Rule::ALL.iter().for_each(|rule| check(rule));

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
        let parts = attribution.content().iter().filter_map(|part| part.of(ARTICLE));
        assert!(attribution.content_text().eq(parts));
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
    for speaker in analysis.speakers() {
        let mut of_speaker: Vec<usize> = speaker.quotations().map(|it| it.index()).collect();
        assert!(speaker.quotations().size_hint().1 >= Some(of_speaker.len()));
        of_speaker.reverse();
        assert_eq!(speaker.quotations().rev().map(|it| it.index()).collect::<Vec<_>>(), of_speaker);
        let shown = format!("{:?}", speaker.quotations());
        assert!(shown.len() < 300, "{shown}");
    }
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
