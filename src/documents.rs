//! The Rust code of the README and of the guides, which runs as documentation tests.
//!
//! A file for each page, so that a failure names its page. `tests/documents.rs` checks that no guide is missing.

macro_rules! pages {
    ($($module:ident = $page:literal,)*) => {
        $(
            #[doc = include_str!($page)]
            mod $module {}
        )*
    };
}

pages! {
    readme = "../README.md",
    command_line = "../docs/guides/command-line.md",
    count = "../docs/guides/count.md",
    cues = "../docs/guides/cues.md",
    explain = "../docs/guides/explain.md",
    extract = "../docs/guides/extract.md",
    features = "../docs/guides/features.md",
    json = "../docs/guides/json.md",
    known_speakers = "../docs/guides/known-speakers.md",
    many_documents = "../docs/guides/many-documents.md",
    notebook = "../docs/guides/notebook.md",
    novels_and_transcripts = "../docs/guides/novels-and-transcripts.md",
    own_corpus = "../docs/guides/own-corpus.md",
    probability = "../docs/guides/probability.md",
}
