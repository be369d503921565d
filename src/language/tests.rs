//! The languages as their users see them.

use super::*;
use crate::language::inflection::{inflect, VerbForm};

/// What the word at each place of a text is, for those who ask for phrases.
fn words_of(language: &Language, text: &str) -> Vec<WordId> {
    text.split(' ').map(|word| language.id_of(word)).collect()
}

fn classes(language: &Language, word: &str) -> Classes {
    language.classes(language.id_of(word))
}

#[test]
fn irregular_and_regular_verbs_have_their_forms() {
    let english = Language::english();
    for (word, lemma, form) in [
        ("said", "say", Classes::PAST),
        ("says", "say", Classes::THIRD),
        ("quipping", "quip", Classes::GERUND),
        ("written", "write", Classes::PARTICIPLE),
        ("denies", "deny", Classes::THIRD),
        ("denied", "deny", Classes::PAST),
        ("declaring", "declare", Classes::GERUND),
        ("stresses", "stress", Classes::THIRD),
    ] {
        let id = english.id_of(word);
        assert!(english.classes(id).any(form) && english.classes(id).any(Classes::SPEECH), "{word}");
        assert_eq!(english.lemma_of(id), english.value_of(english.id_of(lemma)), "{word}");
    }
}

#[test]
fn rules_of_inflection_make_regular_forms() {
    let rules = Language::english().tables.inflection;
    for (lemma, forms) in [
        ("say", ["says", "sayed", "saying"]),
        ("deny", ["denies", "denied", "denying"]),
        ("declare", ["declares", "declared", "declaring"]),
        ("agree", ["agrees", "agreed", "agreeing"]),
        ("stress", ["stresses", "stressed", "stressing"]),
        ("veto", ["vetoes", "vetoed", "vetoing"]),
    ] {
        let made =
            [VerbForm::Third, VerbForm::Past, VerbForm::Gerund].map(|form| inflect(rules, lemma, form));
        assert_eq!(made.map(Option::unwrap_or_default), forms);
    }
}

#[test]
fn classes_of_a_word_add_up_over_files() {
    let english = Language::english();
    let mark = classes(&english, "mark");
    assert!(mark.any(Classes::GIVEN) && mark.any(Classes::MALE) && mark.any(Classes::VERB));
    let senator = classes(&english, "senator");
    assert!(senator.any(Classes::TITLE) && senator.any(Classes::ABBREVIATED_TITLE));
}

#[test]
fn words_are_found_however_they_are_written() {
    let english = Language::english();
    for word in ["a", "that", "united", "secretary", "said", "'s", "u.s.", "$", "--"] {
        let id = english.id_of(word);
        assert_eq!(english.id_of(&word.to_uppercase()), id);
        if let Some(letters) = Letters::of(word.as_bytes()) {
            assert_eq!(english.id_of_letters(letters, word.len()), id);
        }
    }
    assert_ne!(english.id_of("’s"), UNKNOWN);
    assert_eq!(english.id_of("José"), english.id_of("JOSÉ"));
}

#[test]
fn unknown_words_have_no_classes_and_no_values() {
    let english = Language::english();
    for word in ["zzyzx", "[HE@Z`{", "", "Þórðargleði", &"long".repeat(20)] {
        let id = english.id_of(word);
        assert_eq!(id, UNKNOWN);
        assert_eq!(english.classes(id), Classes::NONE);
        assert_eq!([english.value_of(id), english.tag_of(id), english.lemma_of(id)], [Value::NONE; 3]);
    }
}

#[test]
fn compounds_are_like_their_last_part() {
    let english = Language::english();
    let (compound, baker) = (english.id_of("Bread-Baker"), english.id_of("baker"));
    assert_ne!(compound, UNKNOWN);
    assert_eq!(english.value_of(compound), english.value_of(baker));
    assert!(english.classes(compound).any(Classes::ROLE));
    assert_eq!(english.lemma_of(compound), Value::NONE);
    assert_eq!(english.id_of("well-quickly"), UNKNOWN);
}

#[test]
fn every_word_of_the_tables_has_its_number() {
    let english = Language::english();
    let lexicon = english.tables.lexicon;
    let wrong: Vec<String> =
        lexicon.words().filter(|(id, word)| english.id_of(word) != *id).map(|(_, word)| word).collect();
    assert_eq!(wrong, [""; 0]);
    assert!(lexicon.words().count() > 20_000);
}

#[test]
fn a_cue_that_a_caller_adds_is_a_cue_in_this_language_alone() {
    let english = Language::english();
    let harrumphed = english.clone().with_cue("Harrumphed").expect("a short word");
    let id = harrumphed.id_of("harrumphed");
    assert_eq!(harrumphed.classes(id), Classes::SPEECH | Classes::PAST | Classes::PARTICIPLE);
    assert_eq!(harrumphed.tag_of(id), Value::named("past"));
    assert_eq!([harrumphed.value_of(id), harrumphed.lemma_of(id)], [Value::NAMELESS, Value::NONE]);
    assert_eq!(english.id_of("harrumphed"), UNKNOWN);
    assert_eq!(harrumphed.id_of("said"), english.id_of("said"));
    assert_eq!(classes(&harrumphed, "harrumphs"), Classes::SPEECH | Classes::THIRD);
    assert_eq!(format!("{english:?}"), "Language(English)");
    assert_eq!(english.with_cue(&"long".repeat(20)).err(), Some(Refused::TooLong));
}

#[test]
fn a_cue_that_is_a_word_keeps_its_classes_and_its_value() {
    let english = Language::english();
    let added = english.clone().with_cue("baker").expect("a short word");
    let (before, after) = (english.id_of("baker"), added.id_of("baker"));
    assert_eq!(
        added.classes(after),
        english.classes(before) | Classes::SPEECH | Classes::BASE | Classes::PAST
    );
    assert_eq!(added.value_of(after), english.value_of(before));
    let added = english.clone().with_cue("say").expect("a short word");
    let idiom = words_of(&added, "that is to say it");
    assert!(added.is_in_phrase(Phrase::Idiom, 3, |at| idiom.get(at).copied().unwrap_or(UNKNOWN)));
}

#[test]
fn a_verb_that_a_caller_adds_has_all_its_forms() {
    let language = Language::english().with_cue_verb("Bleat").expect("a short word");
    for (word, form) in [
        ("bleat", Classes::BASE),
        ("bleats", Classes::THIRD),
        ("bleated", Classes::PAST | Classes::PARTICIPLE),
        ("bleating", Classes::GERUND),
    ] {
        assert_eq!(classes(&language, word), Classes::SPEECH | form, "{word}");
    }
}

#[test]
fn phrases_are_found_by_their_words() {
    let english = Language::english();
    let text = words_of(&english, "In the words of Li that is to say so According to Wu");
    let word = |at: usize| text.get(at).copied().unwrap_or(UNKNOWN);
    let sources: Vec<_> = (0..text.len())
        .filter_map(|at| Some((at, english.phrase_at(Phrase::Source, |offset| word(at + offset))?)))
        .collect();
    assert_eq!(sources, [(0, 4), (10, 2)]);
    let idiom: Vec<usize> =
        (0..text.len()).filter(|&at| english.is_in_phrase(Phrase::Idiom, at, word)).collect();
    assert_eq!(idiom, [5, 6, 7, 8]);
}

#[test]
fn endings_and_apostrophes_show_what_a_word_may_be() {
    let english = Language::english();
    assert!(english.ends_like("bleated", Ending::Past) && !english.ends_like("BLEATED", Ending::Past));
    assert!(english.ends_like("wryly", Ending::Adverb) && !english.ends_like("fly", Ending::Adverb));
    assert!(english.ends_like("dogs", Ending::Plural));
    assert!(english.ends_like("goin", Ending::DroppedG) && english.ends_like("Liz", Ending::Sibilant));
    let tags = ["wryly", "running", "mention", "government", "formal", "zzyzx"]
        .map(|word| english.tag_by_ending(word));
    assert_eq!(tags, ["adverb", "-ing", "-ion", "-ion", "-al", "word"].map(Value::named));
    assert!(english.is_clitic("LL") && !english.is_clitic("said"));
    assert!(english.is_elision("Tis") && !english.is_elision("this"));
    assert!(english.is_clipped("ol") && english.is_name_article("al") && !english.is_name_article("Al"));
    assert!(
        english.is_abbreviation("R-Vt") && english.is_abbreviation("Gen") && !english.is_abbreviation("gen")
    );
    assert!(english.ends_sentence("Inc.") && !english.ends_sentence("Mr.") && english.opens_sentence("The"));
}

#[test]
fn spanish_words_share_the_values_of_english_ones() {
    let (english, spanish) = (Language::english(), Language::spanish());
    let said = spanish.id_of("Dijo");
    assert!(spanish.classes(said).any(Classes::SPEECH) && spanish.classes(said).any(Classes::PAST));
    assert_eq!(spanish.value_of(said), english.value_of(english.id_of("said")));
    assert_eq!(spanish.lemma_of(said), Value::named("say"));
    let claimed = spanish.id_of("afirmó");
    assert!(spanish.classes(claimed).any(Classes::PAST) && !spanish.classes(claimed).any(Classes::THIRD));
    assert_eq!(spanish.lemma_of(claimed), english.value_of(english.id_of("claim")));
    assert_eq!(spanish.value_of(spanish.id_of(",")), english.value_of(english.id_of(",")));
    // "Don" is a title, not a verb of English; a word that shares no value has one of its own.
    let titles = ["señora", "don"].map(|word| spanish.value_of(spanish.id_of(word)));
    assert!(english.words().all(|(value, _)| !titles.contains(&value)));
    assert_eq!(spanish.phrase_at(Phrase::Source, |_| spanish.id_of("según")), Some(1));
}

#[test]
fn a_language_of_a_few_dozen_words_attributes() {
    let attributor = crate::Attributor::builder().language(Language::portuguese()).build().unwrap();
    for (text, name) in [
        ("“O rio está calmo”, disse Inês Carvalho.", "Inês Carvalho"),
        ("«O rio está calmo», explicou a prefeita Beatriz Moura.", "Beatriz Moura"),
        ("Rui Tavares afirmou: “O rio está calmo.”", "Rui Tavares"),
        ("O Sr. Tavares respondeu: “Não.”", "Tavares"),
        ("“O rio está calmo”, segundo Inês Carvalho.", "Inês Carvalho"),
        ("João Prado chegou ontem. “O rio está calmo”, disse ele.", "João Prado"),
        ("Inês Carvalho disse que o rio está calmo.", "Inês Carvalho"),
    ] {
        let analysis = attributor.attribute(text);
        let speaker = analysis.attributions().next().and_then(|attribution| attribution.speaker());
        assert_eq!(speaker.map(|speaker| speaker.name()), Some(name), "{text}");
    }
}
