//! Tests of the recorder, of the teacher and of the weights in the records.

use std::borrow::Cow;
use std::collections::HashMap;

use super::*;
use crate::{attribute, AttributionKind, Attributor, Genre, Rule};

const ARTICLE: &str = include_str!("../../examples/data/security_council.txt");

/// The decisions of the fitted models about the article and about a dialogue.
fn decisions() -> Vec<Decision> {
    let dialogue = Rule::Turn.example().map_or("", |(text, _)| text);
    [ARTICLE, dialogue].iter().flat_map(|text| record(&Attributor::default(), text).1).collect()
}

/// All answers about the article, each with the name of its model. Every possible cue counts as one, so that more
/// is asked than by the fitted models.
fn answers() -> Vec<(Cow<'static, str>, Answer)> {
    let mut answers = Vec::new();
    choices(ARTICLE, Genre::News, |choice| {
        let last = choice.answers.len() - 1;
        answers.extend(choice.answers.into_iter().map(|answer| (choice.model.clone(), answer)));
        last
    });
    assert!(answers.len() > 500, "only {} answers", answers.len());
    answers
}

#[test]
fn a_recorder_does_not_change_the_analysis() {
    let attributor = Attributor::default();
    let examples = Rule::ALL.iter().filter_map(|rule| rule.example()).map(|(text, _)| text);
    for text in examples.chain([ARTICLE, "", "“", "No quotation."]) {
        assert_eq!(record(&attributor, text).0, attribute(text));
    }
}

#[test]
fn a_recorder_works_for_every_configuration() {
    let kinds = [AttributionKind::Direct, AttributionKind::Mixed];
    let attributor = Attributor::builder().cue("harrumphed").kinds(kinds).build().expect("valid words");
    let text = "“Splendid,” Lee harrumphed. It was, he said, late.";
    let (analysis, decisions) = record(&attributor, text);
    assert_eq!(analysis, attributor.attribute(text));
    assert!(!decisions.is_empty());
}

#[test]
fn every_model_is_asked() {
    let decisions = decisions();
    for model in models() {
        assert!(decisions.iter().any(|decision| decision.choice.model == *model), "{model} is never asked");
    }
}

#[test]
fn every_feature_has_a_name() {
    let answers = answers();
    let features = answers.iter().flat_map(|(_, answer)| &answer.features);
    let count = |names: &str| names.split(' ').filter(|name| !name.is_empty()).count();
    let is_nameless =
        |feature: &&Feature| feature.values.contains('?') || count(&feature.fields) != count(&feature.values);
    assert_eq!(features.filter(is_nameless).collect::<Vec<_>>(), [] as [&Feature; 0]);
}

#[test]
fn prior_and_weights_add_up_to_the_score() {
    for (_, answer) in answers() {
        let sum = answer.prior + answer.features.iter().map(|feature| feature.weight).sum::<f32>();
        assert!((sum - answer.score).abs() < 0.001, "{answer:?}");
    }
}

#[test]
fn probabilities_sum_to_one() {
    for Decision { choice, .. } in decisions() {
        let sum: f32 = choice.answers.iter().map(|answer| answer.probability).sum();
        assert!((sum - 1.0).abs() < 0.001, "{choice:?}");
    }
}

#[test]
fn the_chosen_answer_has_the_highest_score() {
    for decision in decisions() {
        let max = decision.choice.answers.iter().map(|answer| answer.score).fold(f32::MIN, f32::max);
        assert_eq!(decision.answer().map(|answer| answer.score), Some(max), "{decision:?}");
    }
}

#[test]
fn every_span_is_a_piece_of_the_text() {
    for Decision { choice, .. } in decisions() {
        let of_answers = choice.answers.iter().flat_map(|answer| [answer.cue, answer.source, answer.content]);
        for span in of_answers.flatten().chain([choice.about]) {
            assert!(span.of(ARTICLE).is_some_and(|text| !text.is_empty()), "{span:?}");
        }
    }
}

#[test]
fn decisions_survive_json() {
    let decisions = decisions();
    let json = serde_json::to_string(&decisions).expect("JSON");
    assert_eq!(serde_json::from_str::<Vec<Decision>>(&json).expect("decisions"), decisions);
}

#[test]
fn a_teacher_decides() {
    let text = "“We won,” said Wang Yi.";
    let mut asked = 0;
    choices(text, Genre::News, |choice| {
        asked += 1;
        assert_eq!((&*choice.model, choice.decides), ("quotation", Target::Link));
        choice.answers.len() + 7
    });
    assert_eq!(asked, 1);
}

/// The weights in the file of a model, by fields and values.
fn weights(model: &str) -> HashMap<(String, String), f32> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/language/english/models");
    let file = std::fs::read_to_string(format!("{folder}/{model}.tsv")).expect("a file of weights");
    let (mut weights, mut fields) = (HashMap::new(), "");
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once('\t') {
            None => fields = line,
            Some((values, weight)) => {
                let weight = weight.parse().expect("a weight");
                weights.insert((fields.to_owned(), values.to_owned()), weight);
            }
        }
    }
    weights
}

#[test]
fn tables_have_the_weights_of_the_files() {
    let files: HashMap<&str, _> = models().iter().map(|model| (*model, weights(model))).collect();
    for (model, answer) in answers() {
        for Feature { fields, values, weight } in answer.features {
            let name = (fields, values);
            let in_file = files[&*model].get(&name).copied().unwrap_or(0.0);
            assert!((in_file - weight).abs() < 0.001, "{model} {name:?}: {weight} is not {in_file}");
        }
    }
}
