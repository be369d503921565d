//! Texts that nobody writes, each made of what some part of the library looks at closely.

/// What each text is called, and what it repeats.
const REPEATED: &[(&str, &str)] = &[
    ("quotation marks only", "\""),
    ("opening marks only", "“"),
    ("alternating marks", "“”"),
    ("one quotation a word", "“word” "),
    ("names only", "Ann Wu Kofi Mensah "),
    ("\"said\" only", "said "),
    ("pronouns only", "he she they "),
    ("\"Mr.\" only", "Mr. "),
];

/// Each of the texts, of about so many bytes, with its name.
pub fn pathological(bytes: usize) -> Vec<(&'static str, String)> {
    let mut texts: Vec<_> =
        REPEATED.iter().map(|(name, unit)| (*name, unit.repeat(bytes / unit.len()))).collect();
    let new_titles = |word: &str| format!("“Q,” said {word} minister Ann Wu. ");
    texts.push(("a new title each time", ever_new(bytes, new_titles)));
    let new_names = |word: &str| format!("“Q,” said Ann W{word}. ");
    texts.push(("a new name each time", ever_new(bytes, new_names)));
    texts.push(("nested to any depth", nested(bytes)));
    texts.push(("random bytes", random(bytes)));
    texts
}

/// Quotations in quotations, all of them closed at the end.
fn nested(bytes: usize) -> String {
    let (open, close) = ("“a ‘b ", "c’ d” ");
    let depth = bytes / (open.len() + close.len());
    open.repeat(depth) + &close.repeat(depth)
}

/// Sentences with a word in them that none before had.
fn ever_new(bytes: usize, sentence: impl Fn(&str) -> String) -> String {
    let mut text = String::with_capacity(bytes);
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        text += &sentence(&spelt(number));
    }
    text
}

/// A number in letters, as many for each.
fn spelt(number: usize) -> String {
    [15, 12, 9, 6, 3, 0].iter().map(|shift| char::from(b'a' + (number >> shift & 7) as u8)).collect()
}

/// Noise, the same in every run, read as UTF-8 that is damaged throughout.
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
