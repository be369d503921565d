//! Unrealistic texts, each of which stresses one part of the library.

/// The name of each text and the string that it repeats.
const REPEATED: &[(&str, &str)] = &[
    ("quotation marks only", "\""),
    ("opening marks only", "“"),
    ("alternating marks", "“”"),
    ("one quotation a word", "“word” "),
    ("names only", "Ann Wu Kofi Mensah "),
    ("\"said\" only", "said "),
    ("pronouns only", "he she they "),
    ("\"Mr.\" only", "Mr. "),
    ("labels only", "KING: Yes.\n\nWU: No.\n\n"),
    ("questions and answers", "Do you know?\n\nI do, Ann Wu.\n\n"),
    ("one speaker a word", "Ann: Kofi: Wu: "),
    ("a beat a turn", "Ann Wu rose. “Q?”\n\n“Q.” Kofi Mensah sat.\n\n"),
    ("quotations within others", "“I said, ‘She told me, “Go.”’” "),
];

/// Returns texts of about `bytes` bytes with their names.
pub fn pathological(bytes: usize) -> Vec<(&'static str, String)> {
    let mut texts: Vec<_> =
        REPEATED.iter().map(|(name, unit)| (*name, unit.repeat(bytes / unit.len()))).collect();
    let new_titles = |word: &str| format!("“Q,” said {word} minister Ann Wu. ");
    texts.push(("a new title each time", numbered(bytes, new_titles)));
    let new_names = |word: &str| format!("“Q,” said Ann W{word}. ");
    texts.push(("a new name each time", numbered(bytes, new_names)));
    let new_labels = |word: &str| format!("A{}: Yes, I said “no.”\n\n", word.to_uppercase());
    texts.push(("a new label a line", numbered(bytes, new_labels)));
    let new_speakers = |word: &str| format!("Ann W{word} smiled. “Where is Lee W{word}?”\n\n“Here.”\n\n");
    let new_lines = |word: &str| format!("Lee W{word} looked at him.\n\n“Where, Lee W{word}?”\n\n");
    texts.push(("a new name a line", numbered(bytes, new_lines)));
    let new_words = |word: &str| format!("“Q,” W{word} said. ");
    texts.push(("a new speaker a word", numbered(bytes, new_words)));
    let many_labels = |word: &str| format!("W{}: Yes.\n\n", word[1..].to_uppercase());
    texts.push(("thousands of labels in turn", numbered(bytes, many_labels)));
    texts.push(("dialogue of new names", numbered(bytes, new_speakers)));
    let new_dashes = |word: &str| format!("— Who are you? asked Ann W{word}.\n\n— Nobody.\n\n");
    texts.push(("dashes of new names", numbered(bytes, new_dashes)));
    texts.push(("nested to any depth", nested(bytes)));
    texts.push(("random bytes", random(bytes)));
    texts
}

/// Returns deeply nested quotations, all closed at the end.
fn nested(bytes: usize) -> String {
    let (open, close) = ("“a ‘b ", "c’ d” ");
    let depth = bytes / (open.len() + close.len());
    open.repeat(depth) + &close.repeat(depth)
}

/// Returns sentences, each with a word that occurs only once.
fn numbered(bytes: usize, sentence: impl Fn(&str) -> String) -> String {
    let mut text = String::with_capacity(bytes);
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        text += &sentence(&letters(number));
    }
    text
}

/// Encodes a number as six letters.
fn letters(number: usize) -> String {
    [15, 12, 9, 6, 3, 0].iter().map(|shift| char::from(b'a' + (number >> shift & 7) as u8)).collect()
}

/// Returns deterministic random bytes, decoded as invalid UTF-8.
fn random(bytes: usize) -> String {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let noise: Vec<u8> = (0..bytes)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        })
        .collect();
    String::from_utf8_lossy(&noise).into_owned()
}
