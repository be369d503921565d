//! What is known of a word: a set of classes.

use std::ops::BitOr;

/// A set of word classes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Classes(u128);

/// The classes by their names in the data files.
const NAMES: &[(&str, Classes)] = &[
    ("pronoun", Classes::PRONOUN),
    ("object", Classes::OBJECT),
    ("possessive", Classes::POSSESSIVE),
    ("relative", Classes::RELATIVE),
    ("that", Classes::THAT),
    ("to", Classes::TO),
    ("determiner", Classes::DETERMINER),
    ("quantifier", Classes::QUANTIFIER),
    ("preposition", Classes::PREPOSITION),
    ("subordinator", Classes::SUBORDINATOR),
    ("conjunction", Classes::CONJUNCTION),
    ("auxiliary", Classes::AUXILIARY),
    ("negation", Classes::NEGATION),
    ("adverb", Classes::ADVERB),
    ("clitic", Classes::CLITIC),
    ("speech", Classes::SPEECH),
    ("stance", Classes::STANCE),
    ("verb", Classes::VERB),
    ("phrasal", Classes::PHRASAL),
    ("speech-noun", Classes::SPEECH_NOUN),
    ("attitude", Classes::ATTITUDE),
    ("cue-word", Classes::CUE_WORD),
    ("first-person", Classes::FIRST_PERSON),
    ("naming", Classes::NAMING),
    ("particle-of-speech", Classes::PARTICLE_OF_SPEECH),
    ("base", Classes::BASE),
    ("third", Classes::THIRD),
    ("past", Classes::PAST),
    ("participle", Classes::PARTICIPLE),
    ("gerund", Classes::GERUND),
    ("title", Classes::TITLE),
    ("role", Classes::ROLE),
    ("given", Classes::GIVEN),
    ("particle", Classes::PARTICLE),
    ("suffix", Classes::SUFFIX),
    ("male", Classes::MALE),
    ("female", Classes::FEMALE),
    ("plural", Classes::PLURAL),
    ("organisation", Classes::ORGANISATION),
    ("document", Classes::DOCUMENT),
    ("demonym", Classes::DEMONYM),
    ("place", Classes::PLACE),
    ("calendar", Classes::CALENDAR),
    ("common", Classes::COMMON),
    ("comma", Classes::COMMA),
    ("semicolon", Classes::SEMICOLON),
    ("colon", Classes::COLON),
    ("dash", Classes::DASH),
    ("stop", Classes::STOP),
    ("opening-bracket", Classes::OPENING_BRACKET),
    ("closing-bracket", Classes::CLOSING_BRACKET),
    ("adjunct", Classes::ADJUNCT),
    ("clause-opener", Classes::CLAUSE_OPENER),
    ("be", Classes::BE),
    ("fresh", Classes::FRESH),
];

impl Classes {
    pub(crate) const NONE: Classes = Classes(0);

    // The closed classes.
    pub(crate) const PRONOUN: Classes = Classes(1 << 0);
    pub(crate) const OBJECT: Classes = Classes(1 << 1);
    pub(crate) const POSSESSIVE: Classes = Classes(1 << 2);
    pub(crate) const RELATIVE: Classes = Classes(1 << 3);
    pub(crate) const THAT: Classes = Classes(1 << 4);
    pub(crate) const TO: Classes = Classes(1 << 5);
    pub(crate) const DETERMINER: Classes = Classes(1 << 6);
    pub(crate) const QUANTIFIER: Classes = Classes(1 << 7);
    pub(crate) const PREPOSITION: Classes = Classes(1 << 8);
    pub(crate) const SUBORDINATOR: Classes = Classes(1 << 9);
    pub(crate) const CONJUNCTION: Classes = Classes(1 << 10);
    pub(crate) const AUXILIARY: Classes = Classes(1 << 11);
    pub(crate) const NEGATION: Classes = Classes(1 << 12);
    pub(crate) const ADVERB: Classes = Classes(1 << 13);
    pub(crate) const CLITIC: Classes = Classes(1 << 14);

    // Verbs and their forms.
    pub(crate) const SPEECH: Classes = Classes(1 << 15);
    pub(crate) const STANCE: Classes = Classes(1 << 16);
    pub(crate) const VERB: Classes = Classes(1 << 17);
    /// A verb of any kind.
    pub(crate) const ANY_VERB: Classes = Classes::SPEECH.or(Classes::STANCE).or(Classes::VERB);
    pub(crate) const BASE: Classes = Classes(1 << 18);
    pub(crate) const THIRD: Classes = Classes(1 << 19);
    pub(crate) const PAST: Classes = Classes(1 << 20);
    pub(crate) const PARTICIPLE: Classes = Classes(1 << 21);
    pub(crate) const GERUND: Classes = Classes(1 << 22);

    // People, bodies and papers.
    pub(crate) const TITLE: Classes = Classes(1 << 23);
    pub(crate) const ROLE: Classes = Classes(1 << 24);
    pub(crate) const GIVEN: Classes = Classes(1 << 25);
    pub(crate) const PARTICLE: Classes = Classes(1 << 26);
    pub(crate) const SUFFIX: Classes = Classes(1 << 27);
    pub(crate) const MALE: Classes = Classes(1 << 28);
    pub(crate) const FEMALE: Classes = Classes(1 << 29);
    pub(crate) const PLURAL: Classes = Classes(1 << 30);
    pub(crate) const ORGANISATION: Classes = Classes(1 << 31);
    pub(crate) const DOCUMENT: Classes = Classes(1 << 32);
    pub(crate) const DEMONYM: Classes = Classes(1 << 33);
    pub(crate) const PLACE: Classes = Classes(1 << 34);
    pub(crate) const CALENDAR: Classes = Classes(1 << 35);
    pub(crate) const COMMON: Classes = Classes(1 << 36);
    pub(crate) const PHRASAL: Classes = Classes(1 << 37);
    pub(crate) const PARTICLE_OF_SPEECH: Classes = Classes(1 << 38);
    pub(crate) const FIRST_PERSON: Classes = Classes(1 << 40);
    pub(crate) const NAMING: Classes = Classes(1 << 41);
    pub(crate) const ATTITUDE: Classes = Classes(1 << 43);
    pub(crate) const CUE_WORD: Classes = Classes(1 << 42);
    pub(crate) const SPEECH_NOUN: Classes = Classes(1 << 39);

    // Marks.
    pub(crate) const COMMA: Classes = Classes(1 << 44);
    pub(crate) const SEMICOLON: Classes = Classes(1 << 45);
    pub(crate) const COLON: Classes = Classes(1 << 46);
    pub(crate) const DASH: Classes = Classes(1 << 47);
    pub(crate) const STOP: Classes = Classes(1 << 48);
    pub(crate) const OPENING_BRACKET: Classes = Classes(1 << 49);
    pub(crate) const CLOSING_BRACKET: Classes = Classes(1 << 50);

    // What opens a phrase of time or place, or a clause; forms of "be".
    pub(crate) const ADJUNCT: Classes = Classes(1 << 51);
    pub(crate) const CLAUSE_OPENER: Classes = Classes(1 << 52);
    pub(crate) const BE: Classes = Classes(1 << 53);
    /// A mark behind which a capital need not mean a name.
    pub(crate) const FRESH: Classes = Classes(1 << 59);

    /// The class of this name in the data files.
    pub(crate) fn named(name: &str) -> Option<Classes> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, class)| *class)
    }

    /// Whether the two sets share a class.
    pub(crate) const fn any(self, of: Classes) -> bool {
        self.0 & of.0 != 0
    }

    pub(crate) const fn not(self) -> Classes {
        Classes(!self.0)
    }

    pub(crate) const fn and(self, other: Classes) -> Classes {
        Classes(self.0 & other.0)
    }

    pub(crate) const fn or(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

impl BitOr for Classes {
    type Output = Classes;

    fn bitor(self, other: Classes) -> Classes {
        self.or(other)
    }
}
