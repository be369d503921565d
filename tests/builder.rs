//! What a caller can configure, and what the builder refuses.

use whosaid::{Attributor, AttributorBuilder, BuildError};

/// The speakers of the quotations; an empty name where one has none.
fn speakers(builder: AttributorBuilder, text: &str) -> Vec<String> {
    let analysis = builder.build().expect("a valid configuration").attribute(text);
    let name = |speaker: Option<&str>| speaker.unwrap_or("").to_owned();
    analysis.quotations().map(|it| name(it.speaker().map(|speaker| speaker.name()))).collect()
}

#[test]
fn a_cue_is_found_in_all_its_forms_whichever_is_given() {
    let text = "“One,” harrumphed Ida Crane. “Two,” Olu Berg harrumphs. Marta Holt harrumphed: “Three.” \
                “Four,” Robert Pike has harrumphed.";
    let all = ["Ida Crane", "Olu Berg", "Marta Holt", "Robert Pike"];
    assert_eq!(speakers(Attributor::builder(), text)[..2], [""; 2]);
    for cue in ["harrumph", "harrumphs", "harrumphed", "harrumphing", "Harrumph", " harrumph "] {
        assert_eq!(speakers(Attributor::builder().cue(cue), text), all, "{cue}");
    }
}

#[test]
fn a_cue_of_the_lexicon_is_found_in_its_irregular_forms() {
    let text = "“One,” Ida Crane sewed. “Two,” Olu Berg sang. “Three,” Robert Pike sings.";
    assert_eq!(speakers(Attributor::builder().cue("sing"), text)[1..], ["Olu Berg", "Robert Pike"]);
    assert_eq!(speakers(Attributor::builder().cue("sang"), text)[1..], ["Olu Berg", "Robert Pike"]);
}

#[test]
fn a_cue_of_several_words_needs_all_of_them() {
    let text = "“One,” Ida Crane quirled off. “Two,” Olu Berg quirls off.";
    assert_eq!(speakers(Attributor::builder(), text), [""; 2]);
    assert_eq!(speakers(Attributor::builder().cue("quirl off"), text), ["Ida Crane", "Olu Berg"]);
    assert_eq!(speakers(Attributor::builder().cue("quirl off"), "“One.” Ida Crane quirled the rope."), [""]);
    let found = speakers(Attributor::builder().cue("harrumphed  loud"), "“One,” Ida Crane harrumphs loud.");
    assert_eq!(found, ["Ida Crane"]);
}

#[test]
fn many_cues_may_be_added() {
    let letters =
        |at: usize| -> String { format!("{at:04}").bytes().map(|digit| char::from(digit + 49)).collect() };
    let many = (0..300).fold(Attributor::builder(), |builder, at| builder.cue(&format!("qu{}", letters(at))));
    let text = format!("“One,” Ida Crane qu{}. “Two,” Olu Berg qu{}s.", letters(7), letters(299));
    assert_eq!(speakers(many, &text), ["Ida Crane", "Olu Berg"]);
}

#[test]
fn a_known_speaker_is_found_by_parts_of_its_name() {
    let known =
        || {
            Attributor::builder()
                .speaker_with_id("un", "António Guterres", ["the U.N. chief"])
                .speaker_with_id("us", "Antony Blinken", ["the Secretary of State"])
        };
    for source in [
        "Guterres",
        "Antonio Guterres",
        "António Guterres",
        "Mr. Guterres",
        "GUTERRES",
        "the UN chief",
        "António",
    ] {
        assert_eq!(speakers(known(), &format!("“We won,” {source} said.")), ["António Guterres"], "{source}");
    }
    let text =
        "Maria Guterres arrived. “We won,” Maria Guterres said. “So it is,” Secretary of State Blinken said.";
    assert_eq!(speakers(known(), text), ["Maria Guterres", "Antony Blinken"]);
}

#[test]
fn a_part_that_two_known_speakers_share_means_neither_of_them() {
    let known = Attributor::builder().speaker("Ida Crane", [""; 0]).speaker("Olu Crane", [""; 0]);
    assert_eq!(speakers(known.clone(), "“We won,” Crane said."), ["Crane"]);
    assert_eq!(speakers(known, "“We won,” Mrs. Ida Crane said."), ["Ida Crane"]);
}

#[test]
fn an_error_names_the_entry_and_the_reason() {
    let builder = Attributor::builder;
    let none = [""; 0];
    for (refused, message) in [
        (builder().cue("say 5"), "cue \"say 5\": a cue consists of words of letters"),
        (builder().cue(""), "cue \"\": a cue consists of words of letters"),
        (builder().cue_verb("go on"), "cue \"go on\": a verb is one word"),
        (builder().speaker("…", none), "speaker \"…\": a name needs a letter"),
        (
            builder().speaker("Ida", none).speaker("ida", none),
            "speaker \"ida\": another speaker has this name",
        ),
        (builder().speaker("Ida", ["7"]), "alias \"7\" of speaker \"Ida\": an alias needs a letter"),
        (
            builder().speaker("Ida", ["the chief"]).speaker("Olu", ["The Chief"]),
            "alias \"The Chief\" of speaker \"Olu\": another speaker has this alias",
        ),
        (builder().min_confidence(1.5), "the minimum confidence must be from 0 to 1"),
        (builder().min_confidence(f32::NAN), "the minimum confidence must be from 0 to 1"),
        (builder().kinds([]), "no kinds of attributions are left: at least one must be given"),
        (builder().marks(whosaid::Marks::NONE), "no quotation marks are left: at least one pair must count"),
    ] {
        assert_eq!(refused.build().expect_err(message).to_string(), message);
    }
    let long = "a".repeat(500);
    let error = builder().cue(&long).build().expect_err("too long");
    assert_eq!(error, BuildError::Cue { cue: long, reason: "the word is too long" });
}
