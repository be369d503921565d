//! The forms of a regular English verb.

/// "deny" → "denies", "push" → "pushes", "say" → "says".
pub(crate) fn third(lemma: &str) -> String {
    match ending(lemma) {
        Ending::ConsonantY(stem) => format!("{stem}ies"),
        _ if lemma.ends_with(['s', 'x', 'z', 'o']) || lemma.ends_with("sh") || lemma.ends_with("ch") => {
            format!("{lemma}es")
        }
        _ => format!("{lemma}s"),
    }
}

/// "deny" → "denied", "declare" → "declared", "add" → "added".
pub(crate) fn past(lemma: &str) -> String {
    match ending(lemma) {
        Ending::ConsonantY(stem) => format!("{stem}ied"),
        Ending::E(stem) => format!("{stem}ed"),
        Ending::Other => format!("{lemma}ed"),
    }
}

/// "declare" → "declaring", "deny" → "denying", "agree" → "agreeing".
pub(crate) fn gerund(lemma: &str) -> String {
    match ending(lemma) {
        Ending::E(stem) if !lemma.ends_with("ee") => format!("{stem}ing"),
        _ => format!("{lemma}ing"),
    }
}

enum Ending<'l> {
    ConsonantY(&'l str),
    E(&'l str),
    Other,
}

fn ending(lemma: &str) -> Ending<'_> {
    match (lemma.strip_suffix('y'), lemma.strip_suffix('e')) {
        (Some(stem), _) if !stem.ends_with(['a', 'e', 'o', 'u']) => Ending::ConsonantY(stem),
        (_, Some(stem)) => Ending::E(stem),
        _ => Ending::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms() {
        for (lemma, forms) in [
            ("say", ["says", "sayed", "saying"]),
            ("deny", ["denies", "denied", "denying"]),
            ("declare", ["declares", "declared", "declaring"]),
            ("agree", ["agrees", "agreed", "agreeing"]),
            ("stress", ["stresses", "stressed", "stressing"]),
        ] {
            assert_eq!([third(lemma), past(lemma), gerund(lemma)], forms);
        }
    }
}
