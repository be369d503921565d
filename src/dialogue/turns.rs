//! The turns of a dialogue, and what each paragraph shows about its speaker.

use crate::dialogue::actors::Actors;
use crate::dialogue::characters::Characters;
use crate::dialogue::intro::Intro;
use crate::dialogue::paragraphs::Paragraphs;
use crate::dialogue::splits::TagReader;
use crate::dialogue::tags::{DescriptionKind, Pronoun, Tag, TagOrder, Who};
use crate::dialogue::Scene;
use crate::language::Classes;
use crate::models::{value, Value};
use crate::quotes::Quotes;
use crate::rules::{AttributionOfQuotations, Draft, Rule};
use crate::speakers::name::GrammaticalRole;
use crate::speakers::Gender;
use crate::text::index::{
    CharacterId, MentionIdx, ParagraphIdx, PieceIdx, PieceRange, QuotationId, TokenIdx, TokenRange,
};

/// The turns of a text, in order.
pub(super) struct Turns {
    pub list: Vec<Turn>,
    /// The persons without a name who do something.
    pub actors: Actors,
}

/// What one speaker says: the quotations of a paragraph, or of several where a quotation runs on.
pub(super) struct Turn {
    pub first: ParagraphIdx,
    pub last: ParagraphIdx,
    pub pieces: PieceRange,
    pub tag: Option<Tag>,
    /// The sentence before the quotations.
    pub intro: Option<Intro>,
    /// The characters that the paragraph names outside the quotations.
    pub beats: Vec<Beat>,
    /// The first pronoun that is the subject of a sentence beside the quotations: "He rose."
    pub pronoun: Option<Pronoun>,
    /// The characters that the quotations name, and whether they address them.
    pub named: Vec<(CharacterId, bool)>,
    /// The gender of a person addressed by a title: "sir".
    pub titled: Option<Gender>,
    /// Whether the paragraph before ends with a colon or a comma.
    pub is_led_in: bool,
    /// Whether the last quotation ends with a question mark.
    pub asks: bool,
    /// The gender of whom the tag describes: "said her mother".
    pub described: Option<Gender>,
    /// What the first word of the quotations is: “Yes”, “No”, “And”, “You”.
    pub opening: Value,
}

/// A character named beside the quotations of a turn.
#[derive(Clone, Copy)]
pub(super) struct Beat {
    pub character: CharacterId,
    /// Whether it is the subject of its sentence.
    pub is_subject: bool,
}

impl Turn {
    /// The quotations of the turn, each once.
    pub(super) fn quotations<'q>(&self, quotes: &'q Quotes) -> impl Iterator<Item = QuotationId> + 'q {
        let mut last = None;
        self.pieces.iter().map(|at| quotes.piece(at).quotation()).filter(move |quotation| {
            let is_new = last != Some(*quotation);
            last = Some(*quotation);
            is_new
        })
    }

    /// The rule by which a quotation without a cue has this speaker.
    pub(super) fn rule(&self, speaker: CharacterId) -> Rule {
        match self.beats.iter().any(|beat| beat.character == speaker) {
            true => Rule::Beat,
            false => Rule::Turn,
        }
    }

    /// Whether no tag says who speaks, and the narration beside the quotations is about "I" alone.
    pub(super) fn is_beside_i(&self) -> bool {
        self.tag.is_none() && self.beats.is_empty() && self.pronoun == Some(Pronoun::I)
    }

    pub(super) fn addresses(&self, character: CharacterId) -> Option<bool> {
        let mut mentions = self.named.iter().filter(|(named, _)| *named == character);
        let first = mentions.next()?.1;
        Some(first || mentions.any(|(_, is_addressed)| *is_addressed))
    }
}

impl Turns {
    /// Reads the paragraphs with quotations. Linear in their length.
    pub(super) fn read(
        scene: Scene<'_, '_>,
        paragraphs: &Paragraphs,
        drafts: &[Draft],
        of_quotations: &AttributionOfQuotations,
        characters: &mut Characters,
    ) -> Turns {
        let mut list: Vec<Turn> = Vec::new();
        let mut piece = PieceIdx::START;
        let mut before = None;
        for (at, paragraph) in paragraphs.iter() {
            let first = scene.quotes.piece_from(paragraph.tokens.start, piece);
            piece = scene.quotes.piece_from(paragraph.tokens.end, first);
            let pieces = first.to(piece);
            if pieces.is_empty() {
                continue;
            }
            let quotation = scene.quotes.piece(first).quotation();
            let tags = TagReader { scene, paragraph, drafts, of_quotations };
            for (tokens, pieces, tag) in tags.turns(pieces, characters) {
                let reader = TurnReader { scene, tokens, pieces };
                let mut turn = reader.read(at, tag);
                match list.last_mut().filter(|_| before == Some(quotation) && pieces.start == first) {
                    Some(last) => last.extend(turn),
                    None => {
                        if tokens.start == paragraph.tokens.start {
                            turn.is_led_in = is_led_in(scene, tokens.start);
                            turn.tag = turn.tag.or_else(|| tags.announced(pieces));
                        }
                        list.push(turn);
                    }
                }
            }
            before = pieces.last().map(|last| scene.quotes.piece(last).quotation());
        }
        for turn in &mut list {
            if let Some(Who::Described(_, character)) = turn.tag.map(|tag| tag.who) {
                turn.described = characters.get(character).gender;
            }
        }
        Turns { list, actors: Actors::find(scene, paragraphs, characters) }
    }
}

/// Whether the text before a token announces a quotation.
fn is_led_in(scene: Scene<'_, '_>, start: TokenIdx) -> bool {
    scene.document.is(start - 1, Classes::COLON.or(Classes::COMMA))
}

impl Turn {
    /// Adds a paragraph in which the last quotation runs on.
    fn extend(&mut self, more: Turn) {
        self.last = more.last;
        self.asks = more.asks;
        self.pieces.end = more.pieces.end;
        self.tag = self.tag.or(more.tag);
        self.pronoun = self.pronoun.or(more.pronoun);
        self.titled = self.titled.or(more.titled);
        self.beats.extend(more.beats);
        self.named.extend(more.named);
    }
}

/// Reads what a paragraph, or the part of one that holds a turn, shows about its speaker.
struct TurnReader<'a, 't> {
    scene: Scene<'a, 't>,
    tokens: TokenRange,
    pieces: PieceRange,
}

impl TurnReader<'_, '_> {
    fn read(&self, at: ParagraphIdx, tag: Option<Tag>) -> Turn {
        let mut turn = Turn {
            first: at,
            last: at,
            pieces: self.pieces,
            tag,
            intro: Intro::before(self.scene, self.pieces.start),
            beats: Vec::new(),
            pronoun: None,
            named: Vec::new(),
            titled: None,
            is_led_in: false,
            asks: self.ends_with_question(),
            described: None,
            opening: self.opening(),
        };
        let names = self.scene.names;
        for mention in names.before(self.tokens.start).to(names.before(self.tokens.end)).iter() {
            self.read_mention(mention, &mut turn);
        }
        turn.pronoun = self.pronoun_outside();
        turn.titled = self.title_inside();
        turn
    }

    fn read_mention(&self, mention: MentionIdx, turn: &mut Turn) {
        let name = &self.scene.names[mention];
        let character = self.scene.character(mention);
        if name.is_quoted {
            turn.named.push((character, self.scene.is_address(mention)));
        } else if name.role != GrammaticalRole::Possessor {
            let is_subject = name.role == GrammaticalRole::Subject
                || self.scene.document.begins_sentence(name.titled_start());
            turn.beats.push(Beat { character, is_subject });
        }
    }

    /// The tokens outside quotations.
    fn outside(&self) -> impl Iterator<Item = TokenIdx> + '_ {
        let quotes = self.scene.quotes;
        let ends = self.pieces.iter().map(|piece| quotes.piece(piece).end());
        let starts = self.pieces.iter().map(|piece| quotes.piece(piece).start());
        let gaps = std::iter::once(self.tokens.start)
            .chain(ends)
            .zip(starts.chain(std::iter::once(self.tokens.end)));
        gaps.flat_map(|(start, end)| start.to(end).iter())
    }

    fn ends_with_question(&self) -> bool {
        let last = self.pieces.last().map(|last| self.scene.quotes.piece(last).end());
        last.is_some_and(|end| self.scene.document.text_of(end - 2) == "?")
    }

    fn opening(&self) -> Value {
        let Some(first) = self.pieces.iter().next() else { return Value::NONE };
        let document = self.scene.document;
        let classes = document.classes(self.scene.quotes.piece(first).start() + 1);
        let kinds = [
            (Classes::ADDRESS, value!("address")),
            (Classes::NEGATION, value!("negation")),
            (Classes::CONJUNCTION, value!("conjunction")),
            (Classes::SECOND_PERSON, value!("you")),
            (Classes::FIRST_PERSON, value!("i")),
        ];
        kinds.iter().find(|(kind, _)| classes.any(*kind)).map_or(Value::NONE, |(_, opening)| *opening)
    }

    fn pronoun_outside(&self) -> Option<Pronoun> {
        self.outside()
            .filter(|&at| self.scene.document.begins_sentence(at))
            .find_map(|at| Pronoun::at(self.scene, at))
    }

    /// The gender of a title or of a word for a relative that addresses somebody: "Yes, sir." "Oh! papa, look."
    fn title_inside(&self) -> Option<Gender> {
        let document = self.scene.document;
        let is_title = |at: &TokenIdx| {
            document.is(*at, Classes::TITLE.or(Classes::ROLE))
                && !document.is_capitalised(*at)
                && (!document.is_word(*at - 1) || document.is(*at - 1, Classes::ADDRESS))
                && !document.is_word(*at + 1)
        };
        let inside = self.pieces.iter().flat_map(|piece| self.scene.quotes.piece(piece).tokens().iter());
        inside.filter(is_title).find_map(|at| Gender::of(document.classes(at)))
    }
}

/// The number of words of endearment that may precede a name in an address: "my dear".
const ENDEARMENTS: usize = 2;

impl Scene<'_, '_> {
    /// Whether a name in a quotation addresses somebody: it is between commas, or at an end of the quotation.
    pub(super) fn is_address(&self, mention: MentionIdx) -> bool {
        let (document, name) = (self.document, &self.names[mention]);
        let is_break = |at: TokenIdx| !document.is_word(at) && !document.is(at, Classes::CLITIC);
        let before = name.titled_start() - 1;
        let mut words = (0..=ENDEARMENTS).map(|count| before - count);
        let opening = words.find(|&at| is_break(at) || !self.may_endear(at));
        is_break(name.end()) && opening.is_some_and(is_break)
    }

    /// Whether a word may be between a break and a name that is addressed: "dear", "oh", "well".
    fn may_endear(&self, at: TokenIdx) -> bool {
        let excluded = Classes::PREPOSITION.or(Classes::DETERMINER).or(Classes::AUXILIARY).or(Classes::PAST);
        !self.document.is(at, excluded)
    }
}

impl Turn {
    /// The character that the tag names, or describes like a name: "said Emma", "said the Professor".
    pub(super) fn named_speaker(&self) -> Option<CharacterId> {
        match self.tag.filter(|tag| tag.order != TagOrder::Announced)?.who {
            Who::Named(speaker) | Who::Described(DescriptionKind::Capitalised, speaker) => Some(speaker),
            Who::Described(..) | Who::Pronoun(_) => None,
        }
    }

    /// The pronoun of the tag.
    pub(super) fn tag_pronoun(&self) -> Option<Pronoun> {
        match self.tag?.who {
            Who::Pronoun(pronoun) => Some(pronoun),
            Who::Named(_) | Who::Described(..) => None,
        }
    }

    /// The pronoun that shows the speaker: of the tag, or the one that agrees with its description, or else of a sentence
    /// beside the quotations.
    pub(super) fn wanted_pronoun(&self) -> Option<Pronoun> {
        match self.tag {
            Some(_) => self.tag_pronoun().or(self.described.map(Pronoun::Person)),
            None => self.pronoun,
        }
    }
}
