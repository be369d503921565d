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
