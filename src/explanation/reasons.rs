//! The sentences of an explanation.

use crate::explanation::decisions::feature;
use crate::explanation::explainer::{Asked, Scored};
use crate::explanation::values::ValueNames;
use crate::explanation::{Overruled, Target};
use crate::models::linear::HUNDREDTHS;

/// The number of characters at each end of a longer text that are shown.
const SHOWN: usize = 28;

/// An answer that no source is named in.
pub(super) const NOBODY: &str = "nobody";

/// The answer to a question in words. `side` is the name of the sides on which the content is; `found_by` is the rule
/// that proposed the answer, if one did.
pub(super) fn answer_in_words(
    decides: Target,
    is_no: bool,
    side: &str,
    [cue, source, content]: [Option<&str>; 3],
    found_by: &Option<String>,
) -> String {
    let [cue, source, content] = [cue, source, content].map(|part| part.map(quoted));
    match (decides, is_no, source, cue, content) {
        (Target::Cue, true, ..) => "no report".to_owned(),
        (Target::Cue, false, ..) => "a report".to_owned(),
        (Target::Source, true, ..) => "no source".to_owned(),
        (Target::Meaning, true, ..) => "nobody whom the text names".to_owned(),
        (Target::Link, _, Some(source), Some(cue), _) => format!("{source} by {cue}"),
        (Target::Sides, ..) => match side {
            "both" => "on both sides".to_owned(),
            side => format!("{side} the cue"),
        },
        (_, _, Some(source), ..) => source,
        (Target::Link, _, None, Some(cue), _) => format!("somebody by {cue}"),
        (_, _, None, _, Some(content)) => content,
        (Target::Link, _, None, None, None) if found_by.is_some() => "the speaker before".to_owned(),
        (Target::Link, ..) => NOBODY.to_owned(),
        _ => "nothing".to_owned(),
    }
}

/// A text in quotation marks on one line, its middle left out if it is long.
pub(super) fn quoted(text: &str) -> String {
    let text = text.trim_matches(['“', '”', '"']);
    format!("“{}”", shortened(text, SHOWN))
}

/// A text on one line without control characters, of which at most so many characters at each end are left. Reads no
/// others, so that it takes no longer for a long text.
pub(super) fn shortened(text: &str, shown: usize) -> String {
    if text.char_indices().nth(2 * shown + 3).is_none() {
        return one_line(text);
    }
    let first: String = text.chars().take(shown).collect();
    let last = text.char_indices().rev().nth(shown.saturating_sub(1)).map_or(0, |(start, _)| start);
    let last = one_line(text.get(last..).unwrap_or(""));
    format!("{} … {}", one_line(&first).trim_end(), last.trim_start())
}

/// A text with single spaces for white space, and without the control characters that a terminal would obey.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            space if space.is_whitespace() => match line.ends_with(' ') {
                true => {}
                false => line.push(' '),
            },
            control if control.is_control() => line.push('\u{FFFD}'),
            other => line.push(other),
        }
    }
    line
}

/// A probability in hundredths; those that would be 0 or 100 without being it say so.
pub(super) fn percent(probability: f32) -> String {
    match probability {
        p if p > 0.0 && p < 0.005 => "under 1 %".to_owned(),
        p if p < 1.0 && p > 0.995 => "over 99 %".to_owned(),
        p => format!("{:.0} %", p * 100.0),
    }
}

/// An answer, and the same in words.
type InWords<'a> = (&'a Scored, &'a str);

/// Why an answer was taken and its rival, the next one, was not.
pub(super) fn reason(
    asked: &Asked,
    (taken, answer): InWords<'_>,
    rival: Option<InWords<'_>>,
    names: &ValueNames,
) -> String {
    let Some((other, rival)) = rival else {
        return format!("{answer} is the only candidate.");
    };
    let share = percent(taken.probability);
    let others = percent(other.probability);
    let bound = percent(asked.bound.unwrap_or(0.0));
    // Near a bound the next digit counts.
    let [exact, exact_other] = [taken, other].map(|answer| format!("{:.1} %", answer.probability * 100.0));
    match asked.by {
        None => {
            let why = heaviest(asked, taken, other, names);
            format!("{answer} wins with {share}, before {rival} with {others}{why}.")
        }
        Some(Overruled::Doubt) => format!(
            "{answer}: {rival} is more probable with {others}, but that {answer} said it has {exact}, more than the \
             {bound} that are allowed."
        ),
        Some(Overruled::Confidence) => format!(
            "{answer}: {rival} is the most probable source, but has only {exact_other} of the {bound} that it needs."
        ),
        Some(Overruled::Register) => {
            let (yes, relation) = match taken.description {
                None => (&exact_other, "below"),
                Some(_) => (&exact, "not below"),
            };
            format!(
                "{answer}: the probability of a report, {yes}, is {relation} the {bound} that are needed in such a text."
            )
        }
        Some(Overruled::Construction) => format!(
            "{answer}: a report is more probable with {others}, but the cue is in a construction that never is one."
        ),
        Some(Overruled::Named) => format!(
            "{answer}: {rival} is more probable with {others} against {share}, but such a source always means \
             somebody whom the text names."
        ),
        Some(Overruled::Conversation) => format!(
            "{answer}: for this turn alone {rival} is at least as probable ({others} against {share}), but not \
             together with the turns around it."
        ),
        Some(Overruled::Other) => format!("{answer} has {share}, {rival} has {others}."),
    }
}

/// The feature that speaks most for one answer against another one.
fn heaviest(asked: &Asked, taken: &Scored, other: &Scored, names: &ValueNames) -> String {
    let weight = |of: &Scored, template: usize| of.weights.get(template).copied().unwrap_or(0);
    let lead = |template: &usize| weight(taken, *template) - weight(other, *template);
    let Some(template) = (0..asked.templates.len()).max_by_key(lead).filter(|it| lead(it) > 0) else {
        return String::new();
    };
    if taken.prior - other.prior > lead(&template) {
        let prior = taken.prior as f32 / HUNDREDTHS;
        return format!("; they differ most in the weight of the rule: {prior:+.2}");
    }
    let [ours, theirs] = [taken, other].map(|scored| feature(asked, scored, template, names));
    let side = |feature: &crate::explanation::Feature, has_features: bool| match has_features {
        true => format!("{:+.2} ({})", feature.weight, feature.values),
        false => "0".to_owned(),
    };
    let ours_in_words = side(&ours, taken.description.is_some());
    let theirs_in_words = side(&theirs, other.description.is_some());
    format!("; they differ most in {}: {ours_in_words} against {theirs_in_words}", ours.fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_loses_its_middle() {
        assert_eq!(shortened("one two three four five six", 6), "one tw … ve six");
        assert_eq!(quoted("“We  won,”"), "“We won,”");
    }

    #[test]
    fn a_terminal_gets_no_control_characters() {
        assert_eq!(one_line("a\u{1b}[2J\r\nb"), "a\u{FFFD}[2J b");
    }

    #[test]
    fn only_what_is_certain_has_100_percent() {
        assert_eq!(
            [0.0, 0.001, 0.5, 0.999, 1.0].map(percent),
            ["0 %", "under 1 %", "50 %", "over 99 %", "100 %"]
        );
    }
}
