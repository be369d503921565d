//! What an explanation promises, over the texts of all cases of `tests/spec`.

mod built;
mod spec_files;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde::Deserialize;
use whosaid::explanation::{Decision, Explanation, Overruled, Target};
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

/// The explanations of all these texts.
fn explanations() -> &'static [Explanation<'static>] {
    static ALL: OnceLock<Vec<Explanation<'static>>> = OnceLock::new();
    ALL.get_or_init(|| texts().iter().map(|text| explain(text).into_owned()).collect())
}

fn explain(text: &str) -> Explanation<'_> {
    Attributor::default().explain(text)
}

#[test]
fn an_explanation_has_the_analysis_of_the_text() {
    for explanation in explanations() {
        let text = explanation.text();
        assert_eq!(*explanation.analysis(), attribute(text), "{text:?}");
    }
}

#[test]
fn prior_and_weights_add_up_to_the_score() {
    for explanation in explanations() {
        for candidate in explanation.decisions().iter().flat_map(Decision::candidates) {
            let weights: f32 = candidate.features().iter().map(|feature| feature.weight()).sum();
            assert!((candidate.prior() + weights - candidate.score()).abs() < 0.001, "{candidate}");
        }
    }
}

#[test]
fn the_probabilities_of_the_candidates_follow_from_their_scores() {
    for explanation in explanations() {
        for decision in explanation.decisions().iter().filter(|it| !it.candidates().is_empty()) {
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
    for explanation in explanations() {
        for decision in explanation.decisions() {
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
    for explanation in explanations() {
        for quotation in explanation.analysis().quotations() {
            let decision = explanation.of_quotation(quotation.index()).last();
            let decision =
                decision.unwrap_or_else(|| panic!("nothing about {quotation:?} of {:?}", explanation.text()));
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
    for explanation in explanations() {
        for attribution in
            explanation.analysis().attributions().filter(|it| it.kind() != AttributionKind::Turn)
        {
            let count = explanation.of_attribution(attribution.index()).count();
            assert!(count > 0 || attribution.cue().is_none(), "{attribution:?} of {:?}", explanation.text());
        }
    }
}

#[test]
fn every_span_is_a_piece_of_the_text() {
    for explanation in explanations() {
        for decision in explanation.decisions() {
            let contents = decision.candidates().iter().filter_map(|it| it.content());
            for content in contents {
                assert!(content.of(explanation.text()).is_some_and(|words| !words.is_empty()), "{decision}");
            }
            let parts = decision.candidates().iter().flat_map(|it| [it.cue(), it.source()]);
            for passage in parts.flatten().chain([decision.about()]) {
                assert_eq!(passage.span().of(explanation.text()), Some(passage.text()));
                assert!(!passage.text().is_empty(), "{decision}");
            }
            assert!(decision.sentence().contains(decision.about().span()), "{decision}");
        }
    }
}

#[test]
fn every_model_is_asked() {
    let mut targets = BTreeSet::new();
    for explanation in explanations() {
        targets.extend(explanation.decisions().iter().map(Decision::decides));
    }
    assert_eq!(targets, Target::ALL.iter().copied().collect());
}

/// The first decision of a text that has another answer than the most probable one for this reason.
fn overruled<'e>(explanation: &'e Explanation<'_>, by: Overruled) -> &'e Decision<'e> {
    let found = explanation.decisions().iter().find(|decision| decision.overruled() == Some(by));
    found.unwrap_or_else(|| panic!("nothing is overruled by {by} in {explanation:#}"))
}

#[test]
fn a_rejected_source_is_named_where_nobody_is_too_probable() {
    let explanation = explain("Pike, who knows Holt, likes the “old” bridge.");
    let decision = overruled(&explanation, Overruled::Doubt);
    assert_eq!((decision.quotation(), decision.attribution()), (Some(0), None));
    assert_eq!(decision.bound(), Some(0.28));
    assert_eq!(decision.candidates()[0].answer(), "“who” by “knows”");
    let reason = decision.reason();
    assert!(reason.starts_with("nobody: “who” by “knows” is more probable with 5"), "{reason}");
    assert!(reason.ends_with(" %, more than the 28 % that are allowed."), "{reason}");
}

#[test]
fn a_rejected_source_is_named_where_it_is_not_probable_enough() {
    let explanation = explain("To Holt, who asked in “No.”, Robert Pike added.");
    let decision = overruled(&explanation, Overruled::Confidence);
    assert_eq!((decision.attribution(), decision.bound()), (None, Some(0.5)));
    assert!(decision.probability() < Some(0.5));
    let reason = decision.reason();
    assert!(
        reason.starts_with("nobody: “who” by “asked” is the most probable source, but has only 4"),
        "{reason}"
    );
    assert!(reason.ends_with(" % of the 50 % that it needs."), "{reason}");
}

#[test]
fn a_cue_counts_from_the_probability_on_that_the_text_asks_for() {
    let explanation = explain("The caretaker could not say when the lift would work again.");
    let decision = overruled(&explanation, Overruled::Register);
    assert_eq!((decision.decides(), decision.about().text()), (Target::Cue, "could not say"));
    assert_eq!((decision.attribution(), decision.bound()), (Some(0), Some(0.4)));
    assert!(decision.reason().ends_with(" %, is not below the 40 % that are needed in such a text."));
}

#[test]
fn each_attribution_of_a_shared_source_has_its_own_decision() {
    let explanation =
        explain("Marta Holt met Ann Reed. She called it “late” and said the roof was “a mess”.");
    let meant = explanation.decisions().iter().filter(|it| it.decides() == Target::Meaning);
    let linked: Vec<_> = meant.map(|it| (it.about().text(), it.attribution())).collect();
    assert_eq!(linked, [("She", Some(0)), ("She", Some(1))]);
}

#[test]
fn a_construction_that_never_reports_is_said() {
    let explanation = explain("The flood claimed two lives.");
    let decision = overruled(&explanation, Overruled::Construction);
    assert_eq!((decision.about().text(), decision.answer()), ("claimed", "no report"));
    assert!(decision.candidates()[0].answer() == "a report" && decision.bound().is_none());
}

#[test]
fn a_pronoun_means_somebody_even_if_nobody_is_more_probable() {
    let text =
        "The town of Ann Reed grew.\n\nThen the rain came.\n\nA woman stood there.\n\nThe roof fell.\n\n\
        “It leaks,” she said.";
    let explanation = explain(text);
    let decision = overruled(&explanation, Overruled::Named);
    assert_eq!((decision.about().text(), decision.answer()), ("she", "“Ann Reed”"));
    assert_eq!(decision.candidates()[0].answer(), "nobody whom the text names");
    assert_eq!(
        explanation.analysis().speakers().next().map(|it| it.name().to_owned()),
        Some("Ann Reed".to_owned())
    );
}

#[test]
fn the_turns_around_one_may_decide_it() {
    // Which of these conversations has a turn that the others decide depends on the weights.
    let turns = [
        "“No.”",
        "“Ready?”",
        "“Harriet, wait.”",
        "“You too, Jane?”",
        "“Go home,” said Jane.",
        "“Well, Emma?”",
    ];
    let texts = (0..turns.len().pow(3)).map(|number| {
        let turn = |place: usize| turns[number / turns.len().pow(place as u32) % turns.len()];
        let (one, two, three) = (turn(0), turn(1), turn(2));
        format!(
            "Emma looked at Harriet. Jane was there.\n\n“No.”\n\n“Yes,” said Emma.\n\n\
            {one}\n\n{two}\n\n“Perhaps.”\n\n{three}\n\nHarriet smiled. “Perhaps.”\n\n“Ready?”"
        )
    });
    let is_decided_so = |text: &String| {
        let explanation = explain(text);
        explanation.decisions().iter().any(|it| it.overruled() == Some(Overruled::Conversation))
    };
    let mut texts = texts;
    let text = texts.find(is_decided_so).unwrap_or_default();
    let explanation = explain(&text);
    let decision = overruled(&explanation, Overruled::Conversation);
    assert_eq!(decision.decides(), Target::Speaker);
    assert!(decision.chosen() != decision.candidates().first());
    let models: BTreeSet<_> = explanation.decisions().iter().filter_map(|it| it.model()).collect();
    assert!(models.contains("turn") && models.contains("review"));
}

#[test]
fn a_quotation_about_which_nothing_was_asked_says_why() {
    for (text, about, reason) in [
        (
            "Kofi Mensah wrote the song “Salt Road”.",
            "“Salt Road”",
            "nobody: nothing was asked, because it is written",
        ),
        (
            "HOLT: It is “late”.\nPIKE: It is not.\nHOLT: It is.\nPIKE: No.",
            "“late”",
            "“HOLT”: the rule label found it",
        ),
    ] {
        let explanation = explain(text);
        let decision = explanation.of_quotation(0).last().expect("a decision");
        assert_eq!(decision.about().text(), about);
        assert!(decision.reason().starts_with(reason), "{decision}");
    }
}

#[test]
fn what_the_options_leave_out_is_said() {
    let attributor = Attributor::builder().kinds([AttributionKind::Indirect]).build().expect("a kind");
    let explanation = attributor.explain("“We won,” said Marta Holt.");
    let decision = explanation.of_quotation(0).last().expect("a decision");
    assert_eq!(
        decision.reason(),
        "nobody: “Marta Holt” by “said” was chosen, but the options leave out its kind or its confidence."
    );
}

#[test]
fn the_guide_names_every_field() {
    let guide = include_str!("../docs/guides/features.md");
    let known: BTreeSet<&str> =
        guide.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    let mut used = BTreeSet::new();
    for explanation in explanations() {
        let features =
            explanation.decisions().iter().flat_map(Decision::candidates).flat_map(|it| it.features());
        used.extend(features.flat_map(|it| it.fields().split('+')).map(str::to_owned));
    }
    let unknown: Vec<_> = used.iter().filter(|field| !known.contains(field.as_str())).collect();
    assert_eq!(unknown, [""; 0]);
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
    for explanation in explanations() {
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

#[test]
fn the_example_prints_each_sentence_marked_as_the_guide_shows() {
    let output = built::run("explain", &[], b"");
    assert!(output.status.success(), "{}", built::stderr(&output));
    let printed = built::stdout(&output);
    let guide = include_str!("../docs/guides/explain.md");
    let shown =
        guide.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a block of text");
    assert!(printed.contains(shown), "{shown}\nis not in\n{printed}");
}

#[test]
fn the_example_reads_standard_input_and_writes_json() {
    let text = "“We won,” said Marta Holt.";
    let output = built::run("explain", &["--json", "-"], text.as_bytes());
    assert!(output.status.success(), "{}", built::stderr(&output));
    let read: Explanation<'static> = serde_json::from_str(built::stdout(&output)).expect("an explanation");
    assert_eq!(read, explain(text));
    let all = built::run("explain", &["--all", "-"], text.as_bytes());
    assert_eq!(built::stdout(&all), format!("{:#}", explain(text)));
    assert!(!built::run("explain", &["--some", "-"], b"").status.success());
}
