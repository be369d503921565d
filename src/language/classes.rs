//! What a word may be in any place: a set of classes.
//!
//! The build script includes this file to read class names in the data files, so it imports nothing of the
//! crate.

use std::fmt;
use std::ops::BitOr;

/// A set of word classes.
///
/// Two numbers rather than one of 128 bits: the compiler keeps them in registers, most questions need only the first,
/// and a view of a token takes a third less, since it is aligned to eight bytes.
#[derive(Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub(crate) struct Classes {
    pub(crate) low: u64,
    pub(crate) high: u64,
}

/// Declares the classes, each with its name in the data files.
macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident = $name:literal,)*) => {
        /// One bit a class, in the order of declaration. The variants have the names of the constants.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Bit { $($class),* }

        impl Classes {
            $($(#[$doc])* pub(crate) const $class: Classes = Classes::nth(Bit::$class as u32);)*
        }

        /// All classes with their names in the data files.
        pub(crate) const NAMES: &[(&str, Classes)] = &[$(($name, Classes::$class)),*];
    };
}

classes! {
    // Closed classes.
    /// A pronoun in the nominative: "he", "they".
    PRONOUN = "pronoun",
    /// A pronoun in an object case: "him".
    OBJECT = "object",
    /// "his", "their".
    POSSESSIVE = "possessive",
    /// "who", "which".
    RELATIVE = "relative",
    /// The word that introduces a content clause: "that".
    THAT = "that",
    /// The infinitive marker: "to".
    TO = "to",
    /// "the", "a", "this".
    DETERMINER = "determiner",
    /// "some", "many", "one".
    QUANTIFIER = "quantifier",
    /// "in", "for".
    PREPOSITION = "preposition",
    /// "because", "if".
    SUBORDINATOR = "subordinator",
    /// "and", "but".
    CONJUNCTION = "conjunction",
    /// "has", "would".
    AUXILIARY = "auxiliary",
    /// "not", "never".
    NEGATION = "negation",
    /// "also", "quietly".
    ADVERB = "adverb",
    /// A frequent adjective: "recent".
    ADJECTIVE = "adjective",
    /// "’s", "’ll".
    CLITIC = "clitic",
    // Verbs and their forms.
    /// Reports words and may precede its subject: "said Smith".
    SPEECH = "speech",
    /// Introduces quoted words of its subject: "called it “vile”".
    STANCE = "stance",
    /// A verb that is no cue by itself.
    VERB = "verb",
    /// The base form: "say".
    BASE = "base",
    /// The third person singular: "says".
    THIRD = "third",
    /// The past form: "said".
    PAST = "past",
    /// The past participle: "written".
    PARTICIPLE = "participle",
    /// The form in "-ing" or its like: "saying".
    GERUND = "gerund",
    /// A cue together with one of the particles of speech: "went on".
    PHRASAL = "phrasal",
    /// "on" in "went on", "back" in "shot back".
    PARTICLE_OF_SPEECH = "particle-of-speech",
    /// Shows what its subject thinks or wants: "doubted whether".
    ATTITUDE = "attitude",
    /// Moves the body or the face, as speakers do in a story: "nodded".
    GESTURE = "gesture",
    // People, organisations and documents.
    /// Precedes a name: "Mr.", "President".
    TITLE = "title",
    /// What a person is or does: "baker".
    ROLE = "role",
    /// A given name.
    GIVEN = "given",
    /// Joins parts of a name: "von", "de".
    PARTICLE = "particle",
    /// Follows a name: "Jr.".
    SUFFIX = "suffix",
    /// Shows a man or a boy.
    MALE = "male",
    /// Shows a woman or a girl.
    FEMALE = "female",
    /// A plural noun or pronoun.
    PLURAL = "plural",
    /// Names or heads an organisation: "ministry".
    ORGANISATION = "organisation",
    /// States or quotes something: "report".
    DOCUMENT = "document",
    /// "French", "Republican".
    DEMONYM = "demonym",
    /// "France", "Texas".
    PLACE = "place",
    /// "Monday", "July", "today".
    CALENDAR = "calendar",
    /// A frequent word that is no name.
    COMMON = "common",
    /// "I", "us", "our".
    FIRST_PERSON = "first-person",
    /// "you".
    SECOND_PERSON = "second-person",
    /// Introduces a name or a title of a work: "called", "entitled".
    NAMING = "naming",
    /// An adjective or adverb that reports: "confident", "reportedly".
    CUE_WORD = "cue-word",
    /// A noun for what is said or thought: "claim".
    SPEECH_NOUN = "speech-noun",
    // Marks.
    COMMA = "comma",
    SEMICOLON = "semicolon",
    COLON = "colon",
    DASH = "dash",
    STOP = "stop",
    OPENING_BRACKET = "opening-bracket",
    CLOSING_BRACKET = "closing-bracket",
    /// A mark after which a capital need not mean a name.
    FRESH = "fresh",
    // What opens a phrase of time or place, or a clause; forms of "be".
    /// Opens a phrase of time, place or manner.
    ADJUNCT = "adjunct",
    /// Opens a clause: "while", "and".
    CLAUSE_OPENER = "clause-opener",
    /// A form of "be".
    BE = "be",
    // Roles of single words that a rule asks for.
    /// Marks the agent of a passive: "by".
    AGENT = "agent",
    /// Joins a noun to what it belongs to: "of".
    GENITIVE = "genitive",
    /// Marks where something comes from: "from".
    ORIGIN = "origin",
    /// May mark where somebody is from or works: "in", "at", "of", "from".
    LOCATIVE = "locative",
    /// Introduces a capacity or a manner: "as".
    CAPACITY = "capacity",
    /// Opens an absolute clause: "with Guterres saying".
    ACCOMPANIMENT = "accompaniment",
    /// Joins a verb to the infinitive of a cue: "on" in "went on to say".
    CONTINUING = "continuing",
    /// Introduces the subject of an infinitive: "for" in "It is rare for residents to say".
    SUBJECT_PREPOSITION = "subject-preposition",
    /// The relative pronoun of persons: "who".
    PERSON_RELATIVE = "person-relative",
    /// The relative pronoun of owners: "whose".
    OWNER_RELATIVE = "owner-relative",
    /// The pronoun of several people: "they", "them".
    GROUP_PRONOUN = "group-pronoun",
    /// The pronoun of things and organisations: "it".
    NEUTER = "neuter",
    /// "the".
    DEFINITE_ARTICLE = "definite-article",
    /// "a", "an".
    INDEFINITE_ARTICLE = "indefinite-article",
    /// Says by what something is counted, or names a source: "per head", "per Ann Wu".
    DISTRIBUTIVE = "distributive",
    /// Introduces one more of a kind: "another".
    ADDITIONAL = "additional",
    /// Points to what is near: "this".
    PROXIMAL = "proximal",
    /// Opens the title of somebody who no longer has it: "former".
    FORMER = "former",
    /// Opens a phrase of time before its noun: "last", "next".
    TIME_DETERMINER = "time-determiner",
    /// May be between subject and verb: "yesterday", "twice".
    TIME_ADVERB = "time-adverb",
    /// The conjunction that joins words of a name: "and".
    ADDITIVE = "additive",
    /// A preposition inside names of organisations: "for", "on".
    NAME_PREPOSITION = "name-preposition",
    /// "&".
    AMPERSAND = "ampersand",
    /// May mean any organisation: "company", "group".
    GENERIC_ORGANISATION = "generic-organisation",
    /// A title that is abbreviated to its first letters before a name: "senator", "Sen.".
    ABBREVIATED_TITLE = "abbreviated-title",
    /// A noun or adjective that ends as adverbs do: "family", "elderly".
    NOT_ADVERB = "not-adverb",
    /// A verb that speaks only right before a quotation: "goes, “What?”".
    QUOTATIVE = "quotative",
    /// A verb of speech that things may be the object of as well: "claimed lives", "shared rooms".
    HANDLING = "handling",
    /// A verb for what things without a voice do as well: "the cream promises a fresh finish".
    PROMISING = "promising",
    /// What somebody wins: "title", "equaliser".
    PRIZE = "prize",
    /// Introduces what is only supposed: "if", "unless".
    CONDITIONAL = "conditional",
    /// Means any person: "anyone".
    ANYBODY = "anybody",
    /// Takes an object that does something: "heard the guide saying".
    PERCEIVING = "perceiving",
    /// A role that takes "to" of its own: "ambassador", "adviser".
    DELEGATE = "delegate",
    /// An adjective that takes "with" of its own: "familiar".
    RELATIONAL = "relational",
    /// The first word of a phrase that precedes a source: "according", "in" ("in the words of").
    SOURCE_OPENER = "source-opener",
    /// The first word of such a phrase that reports without a quotation as well: "according".
    SOURCE_PHRASE = "source-phrase",
    /// A form of the plain verb of speech: "say".
    PLAIN_SPEECH = "plain-speech",
    /// A form of the verb that gives names and also means to telephone: "call".
    CALLING = "calling",
    /// "." as a token of its own.
    FULL_STOP = "full-stop",
    /// "-" as a token of its own.
    HYPHEN = "hyphen",
    /// "…", "...".
    ELLIPSIS = "ellipsis",
    /// Addresses somebody before a name and is no part of it: "dear", "oh".
    ADDRESS = "address",
    /// A polite form of address before a name: "Mr.", "Lady".
    HONORIFIC = "honorific",
    /// That of a married woman: "Mrs.".
    MARRIED = "married",
    /// That of an unmarried woman or a boy: "Miss".
    UNMARRIED = "unmarried",
    /// That of a person of rank: "Sir", "Lady".
    NOBLE = "noble",
    /// Opens a line in which nobody speaks, before a colon: "note", "photo".
    NOTICE = "notice",
    /// Says after a name how much later something was said: "minutes" in "Holt minutes later", "afterwards".
    TIME_UNIT = "time-unit",
    /// A work that has a title: "film".
    WORK = "work",
    /// Somebody who makes a work or appears in it: "author".
    MAKER = "maker",
    /// An office only together with its field: "head", as in "head of sales".
    OFFICE = "office",
    /// Distinguishes two of one family: "the younger Holt".
    SENIORITY = "seniority",
    /// An honour, a degree or an office in letters after a name: "CBE", "MP".
    HONOUR = "honour",
    /// What somebody speaks with or in: "voice", as in "the clear voice of".
    VOICE = "voice",
    /// Says which part of a place before its name: "South" in "South Africa".
    DIRECTION = "direction",
    /// "―", which opens a turn of speech or a signature.
    QUOTATION_DASH = "quotation-dash",
}

impl Classes {
    pub(crate) const NONE: Classes = Classes::of_halves(0, 0);
    /// A verb of any kind.
    pub(crate) const ANY_VERB: Classes = Classes::SPEECH.or(Classes::STANCE).or(Classes::VERB);

    /// The set whose classes are these bits.
    pub(crate) const fn of_halves(low: u64, high: u64) -> Classes {
        Classes { low, high }
    }

    /// The class with this number.
    const fn nth(bit: u32) -> Classes {
        match bit < u64::BITS {
            true => Classes::of_halves(1 << bit, 0),
            false => Classes::of_halves(0, 1 << (bit - u64::BITS)),
        }
    }

    /// Whether the two sets share a class.
    #[inline]
    pub(crate) const fn any(self, of: Classes) -> bool {
        (self.low & of.low) | (self.high & of.high) != 0
    }

    /// What a table has for the first of its sets that shares a class with this one.
    pub(crate) fn first_of<T: Copy>(self, table: &[(Classes, T)]) -> Option<T> {
        table.iter().find(|(of, _)| self.any(*of)).map(|(_, item)| *item)
    }

    pub(crate) const fn not(self) -> Classes {
        Classes::of_halves(!self.low, !self.high)
    }

    pub(crate) const fn and(self, other: Classes) -> Classes {
        Classes::of_halves(self.low & other.low, self.high & other.high)
    }

    pub(crate) const fn or(self, other: Classes) -> Classes {
        Classes::of_halves(self.low | other.low, self.high | other.high)
    }
}

impl BitOr for Classes {
    type Output = Classes;

    fn bitor(self, other: Classes) -> Classes {
        self.or(other)
    }
}

impl fmt::Debug for Classes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(NAMES.iter().filter(|(_, class)| self.any(*class)).map(|(name, _)| name))
            .finish()
    }
}
