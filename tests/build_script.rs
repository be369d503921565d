//! The build script refuses data files with mistakes, and names file and line.

#[path = "../build/mod.rs"]
mod build;

use std::path::Path;

use build::{compile, Error, Files};

/// A language of a few words and two weights.
fn small() -> Files {
    let mut files = Files::default();
    for (path, text) in [
        ("marks.tsv", ",\tcomma\n"),
        ("compounds.tsv", "role\n"),
        ("tags.tsv", "closed\tcomma\tcomma\nform\tpast\tpast\nnoun\trole\trole\n"),
        ("english/lexicon/words.tsv", "# Words.\nto\tpreposition,to\nbaker\trole\naccording\tcommon\n"),
        ("english/lexicon/verbs.tsv", "say\tspeech\tsaid\nclaim\tspeech\n"),
        ("english/inflection.tsv", "third\t-\t-s\npast\t-e\t-ed\npast\t-\t-ed\ngerund\t-\t-ing\n"),
        ("english/word_order.txt", "say\nto\n"),
        ("english/phrases.tsv", "source\taccording to\n"),
        ("english/apostrophes.tsv", "clitic\ts\n"),
        ("english/endings.tsv", "past\t-ed\ntag\t-ly\tadverb\n"),
        ("english/nicknames.tsv", "bill\twilliam,guillermo\n"),
        ("english/wider_roles.tsv", "senator\tlawmaker\n"),
        ("english/words/abbreviations.txt", "Mr\n"),
        ("english/models/cue.tsv", "Kind\nspeech\t1.25\nLemma Form\nsay past\t-0.5\n"),
    ] {
        files.insert(path, text);
    }
    files
}

/// What is wrong after one file has this text.
fn mistake(path: &str, text: &str) -> String {
    let mut files = small();
    files.insert(path, text);
    compile(&files).expect_err("a mistake is found").to_string()
}

fn code<'c>(output: &'c [(String, String)], name: &str) -> &'c str {
    output.iter().find(|(known, _)| known == name).map_or("", |(_, code)| code)
}

#[test]
fn a_small_language_compiles() -> Result<(), Error> {
    let output = compile(&small())?;
    let names: Vec<&str> = output.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["english.rs", "tags.rs", "layout.rs", "weights.rs"]);
    let english = code(&output, "english.rs");
    // Words with weights come first, each part in the order of frequency, then by name.
    assert!(
        english.contains("idioms: Phrases::new(&[]),\nsources: Phrases::new(&[&[4, 2], ]),"),
        "{english}"
    );
    assert!(english.contains("abbreviations: WordList::new(&[\"Mr\"])"));
    assert!(code(&output, "weights.rs").contains("125,"));
    Ok(())
}

#[test]
fn the_languages_of_the_library_compile() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Files::load(root, Path::new("src/language")).expect("the data files");
    files.load_rule_names(&root.join("src/rules/quotation")).expect("the files of rules");
    let output = compile(&files).expect("no mistake in the data files");
    for name in ["english.rs", "spanish.rs", "weights.rs"] {
        assert!(!code(&output, name).is_empty(), "{name}");
    }
}

#[test]
fn mistakes_in_a_lexicon_are_found() {
    let words = "english/lexicon/words.tsv";
    for (text, message) in [
        ("to\tto\nbaker\n", ":2: 1 columns instead of 2 to 4"),
        ("to\tto\nbaker\t\n", ":2: an empty column"),
        ("# A comment.\nto\tto\nbaker\trole,bread\n", ":3: no class is called \"bread\""),
        ("Baker\trole\n", ":1: \"Baker\" is not one word in lower case with straight apostrophes"),
        ("baker\trole\tas=cook\n", ":1: \"as=cook\" is neither value=word nor lemma=word"),
        ("to\tto\naccording\tcommon\nbaker\trole\tvalue=zzyzx\n", ":3: no value is called \"zzyzx\""),
        ("baker\trole\tlemma=zzyzx\n", ":1: the lemma \"zzyzx\" is no word of the lexicon"),
        (
            "incomprehensibilitiesnesslessness\trole\n",
            ":1: \"incomprehensibilitiesnesslessness\" has more than 32 bytes",
        ),
    ] {
        assert_eq!(mistake(words, text), format!("{words}{message}"));
    }
    let no_rule = mistake("english/inflection.tsv", "past\t-e\t-ed\n");
    assert_eq!(no_rule, "english/lexicon/verbs.tsv:1: no rule of inflection fits \"say\"");
}

#[test]
fn mistakes_in_lists_are_found() {
    for (path, text, message) in [
        ("english/inflection.tsv", "future\t-\t-s\n", "1: no form of verbs is called \"future\""),
        ("english/inflection.tsv", "third\ty\t-s\n", "1: the ending \"y\" does not start with a hyphen"),
        ("english/word_order.txt", "say\nto\nzzyzx\n", "3: \"zzyzx\" is no word of the lexicon"),
        ("english/word_order.txt", "say\nsay\n", "2: \"say\" is listed twice"),
        ("english/phrases.tsv", "source\tby zzyzx\n", "1: \"by\" is no word of the lexicon"),
        ("english/phrases.tsv", "proverb\tto say\n", "1: \"proverb\" is none of idiom, source"),
        (
            "english/apostrophes.tsv",
            "possessor\ts\n",
            "1: \"possessor\" is none of clitic, elision, clipped, name-article",
        ),
        ("english/endings.tsv", "past\ted\n", "1: the ending \"ed\" does not start with a hyphen"),
        ("english/endings.tsv", "tag\t-ed\tzzyzx\n", "1: src/models/values.rs lists no value \"zzyzx\""),
        (
            "english/endings.tsv",
            "past\t-ed\tpast\n",
            "1: expected a kind and an ending, or tag, an ending and a value",
        ),
        ("english/nicknames.tsv", "bill\twilliam,\n", "1: a word and those beside it are in lower case"),
        ("english/words/abbreviations.txt", "Mr\nDr\tno\n", "2: 2 columns instead of 1"),
        ("english/words/turn_labels.txt", "Q\nAns\n", "2: \"Ans\" is not one capital letter of ASCII"),
        ("tags.tsv", "open\trole\trole\n", "1: no group of tags is called \"open\""),
        ("tags.tsv", "noun\trole\tzzyzx\n", "1: src/models/values.rs lists no value \"zzyzx\""),
    ] {
        assert_eq!(mistake(path, text), format!("{path}:{message}"));
    }
}

#[test]
fn mistakes_in_models_are_found() {
    let cue = "english/models/cue.tsv";
    for (text, message) in [
        ("Kind\nspeech\tmuch\n", ":2: \"much\" is not a number"),
        ("Kind\nspeech\tNaN\n", ":2: the weight NaN is not between -9 and 9"),
        ("Kind\nspeech\t9.5\n", ":2: the weight 9.5 is not between -9 and 9"),
        ("Kind\nzzyzx\t1\n", ":2: \"zzyzx\" is no value of the field Kind"),
        ("Kinds\nspeech\t1\n", ":1: no field is called \"Kinds\""),
        ("Form Kind\nspeech past\t1\n", ":1: the model has no template \"Form Kind\""),
        ("Kind\nspeech past\t1\n", ":2: 2 values of 1 fields"),
        ("Kind\nspeech\t1\nspeech\t2\n", ":3: \"speech\" has a weight already"),
        ("speech\t1\n", ":1: a weight before the names of its fields"),
    ] {
        assert_eq!(mistake(cue, text), format!("{cue}{message}"));
    }
    let unknown = mistake("english/models/verdict.tsv", "Kind\nspeech\t1\n");
    assert_eq!(unknown, "english/models/verdict.tsv: src/models/schemas.rs declares no model \"verdict\"");
}
