//! What an explanation promises, over the texts of all cases of `tests/spec`.

mod spec_files;

use std::collections::BTreeSet;

use serde::Deserialize;
use whosaid::explanation::{Decision, Explanation, Target};
use whosaid::{attribute, AttributionKind, Attributor, Passage, Rule};

const ARTICLE: &str = include_str!("../examples/data/security_council.txt");

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
}

/// The texts of all cases, the examples of all rules, the bundled article and some texts with nothing in them.
fn texts() -> Vec<String> {
    let files = spec_files::read_all().into_iter();
    let cases = files.flat_map(|file| toml::from_str::<File>(&file.toml).expect("a case file").case);
    let examples = Rule::ALL.iter().filter_map(|rule| Some(rule.example()?.0.to_owned()));
    let others = [ARTICLE, "", "“", "No quotation.", "“\u{1b}[2J,” said Ann\u{7} Wu."].map(str::to_owned);
    let texts: Vec<String> = cases.map(|case| case.text).chain(examples).chain(others).collect();
    assert!(texts.len() > 900, "only {} texts", texts.len());
    texts
}

fn explain(text: &str) -> Explanation<'_> {
    Attributor::default().explain(text)
}

#[test]
fn an_explanation_has_the_analysis_of_the_text() {
    for text in texts() {
        assert_eq!(*explain(&text).analysis(), attribute(&text), "{text:?}");
    }
}

#[test]
fn prior_and_weights_add_up_to_the_score() {
    for text in texts() {
        for candidate in explain(&text).decisions().iter().flat_map(Decision::candidates) {
            let weights: f32 = candidate.features().iter().map(|feature| feature.weight()).sum();
            assert!((candidate.prior() + weights - candidate.score()).abs() < 0.001, "{candidate}");
        }
    }
}

#[test]
fn the_probabilities_of_the_candidates_follow_from_their_scores() {
    for text in texts() {
        for decision in explain(&text).decisions().iter().filter(|it| !it.candidates().is_empty()) {
            let total: f32 = decision.candidates().iter().map(|it| it.score().exp()).sum();
            for candidate in decision.candidates() {
                let share = candidate.score().exp() / total;
                assert!((share - candidate.probability()).abs() < 0.001, "{decision}");
            }
        }
    }
}

#[test]
fn the_first_candidate_is_taken_unless_a_reason_says_why_not() {
    for text in texts() {
        for decision in explain(&text).decisions() {
            let (first, chosen) = (decision.candidates().first(), decision.chosen());
            assert!(decision.overruled().is_some() || chosen == first, "{decision}");
            assert!(decision.next().is_none() || decision.next() != chosen, "{decision}");
            assert!(decision.reason().starts_with(decision.answer()), "{decision}");
            assert!(chosen.is_none_or(|chosen| chosen.answer() == decision.answer()), "{decision}");
        }
    }
}

#[test]
fn the_last_decision_about_a_quotation_has_the_answer_of_the_analysis() {
    let same = |one: Option<&Passage<'_>>, other: Option<&Passage<'_>>| one == other;
    for text in texts() {
        let explanation = explain(&text);
        for quotation in explanation.analysis().quotations() {
            let decision = explanation.of_quotation(quotation.index()).last();
            let decision = decision.unwrap_or_else(|| panic!("nothing about {quotation:?} of {text:?}"));
            let attribution = quotation.attribution();
            assert_eq!(decision.attribution(), attribution.map(|it| it.index()), "{decision}");
            match (attribution, decision.chosen(), decision.decides()) {
                (None, None, _) => assert_eq!(decision.answer(), "nobody"),
                (None, Some(chosen), _) => assert_eq!(chosen.answer(), "nobody", "{decision}"),
                (Some(it), None, _) => {
                    let names =
                        [it.speaker().map(|it| it.name()), it.source().map(Passage::text), Some("somebody")];
                    let is_name = |name: &&str| decision.answer().trim_matches(['“', '”']) == *name;
                    assert!(names.iter().flatten().any(is_name), "{decision}");
                }
                (Some(it), Some(chosen), Target::Link) => {
                    assert!(same(chosen.source(), it.source()) && same(chosen.cue(), it.cue()), "{decision}");
                }
                (Some(it), Some(chosen), _) => {
                    let (speaker, name) =
                        (it.speaker().expect("a speaker"), chosen.source().expect("a name"));
                    let is_mention = speaker.mentions().iter().any(|it| it.overlaps(name.span()));
                    assert!(is_mention || name.text().ends_with(speaker.name()), "{speaker:?} {decision}");
                }
            }
        }
    }
}

#[test]
fn every_attribution_with_a_cue_has_a_decision() {
    for text in texts() {
        let explanation = explain(&text);
        for attribution in
            explanation.analysis().attributions().filter(|it| it.kind() != AttributionKind::Turn)
        {
            let count = explanation.of_attribution(attribution.index()).count();
            assert!(count > 0 || attribution.cue().is_none(), "{attribution:?} of {text:?}");
        }
    }
}

#[test]
fn every_span_is_a_piece_of_the_text() {
    for text in texts() {
        let explanation = explain(&text);
        for decision in explanation.decisions() {
            let parts = decision.candidates().iter().flat_map(|it| [it.cue(), it.source(), it.content()]);
            for passage in parts.flatten().chain([decision.about()]) {
                assert_eq!(passage.span().of(&text), Some(passage.text()));
                assert!(!passage.text().is_empty(), "{decision}");
            }
            assert!(decision.sentence().contains(decision.about().span()), "{decision}");
        }
    }
}

#[test]
fn every_model_is_asked() {
    let mut targets = BTreeSet::new();
    for text in texts() {
        targets.extend(explain(&text).decisions().iter().map(Decision::decides));
    }
    assert_eq!(targets, Target::ALL.iter().copied().collect());
}

#[test]
fn an_explanation_survives_json() {
    for text in [ARTICLE, "“We won,” said Wang Yi.", ""] {
        let explanation = explain(text);
        let json = serde_json::to_string(&explanation).expect("JSON");
        let read: Explanation<'static> = serde_json::from_str(&json).expect("an explanation");
        assert_eq!(read, explanation.into_owned());
    }
}

#[test]
fn a_debugger_gets_one_short_line_and_a_terminal_no_control_characters() {
    for text in texts() {
        let explanation = explain(&text);
        let mut lines = vec![format!("{explanation:?}")];
        for decision in explanation.decisions() {
            lines.push(format!("{decision:?}"));
            lines.extend(decision.candidates().iter().map(|it| format!("{it:?}")));
        }
        let is_long = |line: &&String| line.chars().count() > 300 || line.contains('\n');
        assert_eq!(lines.iter().find(is_long), None);
        let printed = explanation.to_string();
        assert_eq!(printed.chars().find(|it| it.is_control() && *it != '\n'), None, "{printed}");
    }
}

#[test]
fn all_candidates_and_features_are_printed_on_request() {
    let explanation = explain(ARTICLE);
    let features =
        |it: &Decision<'_>| -> usize { it.candidates().iter().map(|it| it.features().len()).sum() };
    let count: usize = explanation.decisions().iter().map(features).sum();
    let all = format!("{explanation:#}");
    assert!(count > 1000 && all.lines().count() > count, "{count} features");
    assert!(explanation.to_string().lines().count() < count / 2);
    assert!(!all.lines().any(|line| line.trim_start().starts_with("and ")));
}
