//! Describes the candidates for a turn to the models `turn` and `review`.

use crate::dialogue::candidates::{gap, Before, Place, Surroundings, LONGEST_GAP};
use crate::dialogue::decide::Answers;
use crate::dialogue::intro::Intro;
use crate::dialogue::tags::{Pronoun, TagOrder, Who};
use crate::dialogue::turns::Turn;
use crate::models::buckets::{bucket, yes, DOUBLINGS, FEW, GAPS_OF_TURNS};
use crate::models::fields::Field;
use crate::models::{value, Description, Value};
use crate::speakers::name::GrammaticalRole;
use crate::speakers::Gender;
use crate::text::index::{CharacterId, MentionRange};

/// The speakers of the next three turns by the first pass, as far as they belong to the same conversation.
pub(super) struct Ahead([Option<CharacterId>; 3]);

impl Ahead {
    pub(super) fn of(place: Place<'_, '_>, answers: &Answers) -> Self {
        let mut ahead = [None; 3];
        let mut last = place.turn().last;
        for (count, answer) in ahead.iter_mut().enumerate() {
            let Some(turn) = place.turn_after(count + 1).filter(|turn| turn.first - last <= 2) else { break };
            *answer = answers.at(place.at + count + 1);
            last = turn.last;
        }
        Ahead(ahead)
    }
}

/// What all candidates for a turn share, as far as it does not depend on the speakers before it.
pub(super) fn describe_turn(place: Place<'_, '_>, near: &Surroundings) -> Description {
    let mut description = Description::NOTHING;
    description.set(Field::TurnTag, class(place.turn()));
    description.set(Field::Told, yes(!place.scene.known.is_empty()));
    description.set(Field::TurnGap, bucket(near.gap, &GAPS_OF_TURNS));
    let before = place.turn_before(1).filter(|_| near.gap < LONGEST_GAP);
    description.set(Field::LastTag, before.map_or(Value::NONE, class));
    description.set(Field::OpensWith, place.turn().opening);
    description.set(Field::Asks, yes(place.turn().asks));
    let after = place.turn_after(1);
    let ahead = after.map_or(LONGEST_GAP, |after| gap(place.turn(), after));
    description.set(Field::GapAfter, bucket(ahead, &GAPS_OF_TURNS));
    description.set(Field::TagOfLater, after.filter(|_| ahead < LONGEST_GAP).map_or(Value::NONE, class));
    description.set(Field::Asked, before.map_or(Value::NONE, |before| yes(before.asks)));
    description
}

/// What the paragraph of a turn shows about its speaker.
fn class(turn: &Turn) -> Value {
    if turn.tag.is_some_and(|tag| tag.order == TagOrder::Announced) {
        return value!("earlier");
    }
    match turn.tag.map(|tag| tag.who) {
        Some(Who::Named(_)) => value!("name"),
        Some(Who::Described(description, _)) => description.value(),
        Some(Who::Pronoun(Pronoun::I)) => value!("i"),
        Some(Who::Pronoun(_)) => value!("pronoun"),
        None if !turn.beats.is_empty() => value!("subject"),
        None if turn.pronoun.is_some() => value!("possessive"),
        None => value!("none"),
    }
}

/// Describes a candidate as far as that does not depend on the speakers before the turn.
pub(super) fn describe_candidate(
    place: Place<'_, '_>,
    near: &Surroundings,
    ahead: Option<&Ahead>,
    candidate: CharacterId,
    description: &mut Description,
) {
    let view = Candidate { place, near, candidate };
    let turn = place.turn();
    let mut set = |field, value| description.set(field, value);
    let character = place.characters.get(candidate);
    set(Field::Tagged, view.tagged(turn));
    set(Field::TagOrder, turn.tag.map_or(Value::NONE, |tag| tag.order.value()));
    set(Field::Agrees, view.agrees(turn.wanted_pronoun()));
    set(Field::Narrates, yes(place.characters.narrator == Some(candidate)));
    set(Field::Beat, view.beat());
    let is_alone = turn.beats.iter().all(|beat| beat.character == candidate);
    set(Field::OnlyBeat, yes(!turn.beats.is_empty() && is_alone));
    set(Field::Intro, view.intro());
    set(Field::Utters, turn.intro.map_or(Value::NONE, |intro| intro.utters(place.scene, candidate)));
    set(Field::Acted, position(near.acted.iter().copied(), candidate));
    set(Field::Addressed, addressed(Some(turn), candidate));
    set(Field::AddressedBefore, addressed(place.turn_before(1).filter(|_| near.gap < 2), candidate));
    set(Field::AddressedAfter, addressed(view.next(), candidate));
    set(Field::AddressedTwoBefore, addressed(place.turn_before(2).filter(|_| near.gap < 2), candidate));
    set(Field::TitleHere, view.title(Some(turn)));
    set(Field::TitleBefore, view.title(place.turn_before(1).filter(|_| near.gap < 2)));
    set(Field::TitleAfter, view.title(view.next()));
    set(Field::Recent, position(near.fitting.iter().copied(), candidate));
    set(Field::Narration, view.narration());
    set(Field::LeadIn, view.lead_in());
    set(Field::Follows, view.place_in(near.follows));
    set(Field::TagOfNext, view.next().map_or(Value::NONE, |next| view.tagged(next)));
    set(Field::NextPronoun, view.agrees(view.next().and_then(Turn::tag_pronoun)));
    set(Field::TagAfterNext, view.tag_after_next());
    set(Field::TagAhead, view.tag_ahead());
    set(Field::Often, bucket(usize::BITS as usize - character.mentions.leading_zeros() as usize, &DOUBLINGS));
    set(Field::Certain, yes(character.is_certain));
    if let Some(Ahead(next)) = ahead {
        set(Field::NextTurns, pattern(next.map(|next| next == Some(candidate))));
    }
}

/// What the answers for other turns show about a candidate: the fields that are open for the models (`is_open` in
/// `linear.rs`).
#[derive(Clone, Copy, PartialEq)]
pub(super) struct OpenFields {
    circle: Value,
    last_turns: Value,
    spoke: Value,
    /// Whether the candidate spoke the turn before.
    is_last: bool,
    chain: Value,
    alternation: Value,
    around: Value,
}

impl OpenFields {
    pub(super) fn of(before: &Before, ahead: Option<&Ahead>, candidate: CharacterId) -> Self {
        let is = |who: Option<CharacterId>| who == Some(candidate);
        let [last, before_last, _] = before.last.map(is);
        let around = |Ahead(next): &Ahead| around([before_last, last, is(next[0]), is(next[1])]);
        OpenFields {
            circle: bucket(before.spoke().count(), &FEW),
            last_turns: pattern(before.last.map(is)),
            spoke: position(before.spoke(), candidate),
            is_last: last,
            chain: before.chain.map_or(Value::NONE, |_| same(before.chain, candidate)),
            alternation: alternation(before, candidate),
            around: ahead.map_or(Value::NONE, around),
        }
    }

    /// Completes the description of the candidate.
    pub(super) fn add_to(&self, description: &mut Description) {
        description.set(Field::Circle, self.circle);
        description.set(Field::LastTurns, self.last_turns);
        description.set(Field::Spoke, self.spoke);
        if self.is_last {
            let own = addressed_by_itself(description.value(Field::AddressedBefore));
            description.set(Field::AddressedBefore, own);
        }
        description.set(Field::Chain, self.chain);
        description.set(Field::Alternation, self.alternation);
        description.set(Field::Around, self.around);
    }
}

/// How many turns two speakers alternated, if it is the candidate's turn.
fn alternation(before: &Before, candidate: CharacterId) -> Value {
    match before.last {
        _ if before.alternation == 0 => Value::NONE,
        [_, Some(due), _] if due == candidate => bucket(before.alternation, &FEW),
        [Some(last), ..] if last == candidate => value!("last"),
        _ => value!("none"),
    }
}

/// Whether somebody is the candidate.
fn same(who: Option<CharacterId>, candidate: CharacterId) -> Value {
    match who == Some(candidate) {
        true => value!("same"),
        false => value!("other"),
    }
}

/// Which of three turns a candidate speaks.
fn pattern(turns: [bool; 3]) -> Value {
    match turns {
        [false, false, false] => value!("000"),
        [false, false, true] => value!("001"),
        [false, true, false] => value!("010"),
        [false, true, true] => value!("011"),
        [true, false, false] => value!("100"),
        [true, false, true] => value!("101"),
        [true, true, false] => value!("110"),
        [true, true, true] => value!("111"),
    }
}

/// Which of the two turns before and the two after a candidate speaks.
fn around([before, last, next, after]: [bool; 4]) -> Value {
    match (before, last, next, after) {
        (false, false, false, false) => value!("00-00"),
        (false, false, false, true) => value!("00-01"),
        (false, false, true, false) => value!("00-10"),
        (false, false, true, true) => value!("00-11"),
        (false, true, false, false) => value!("01-00"),
        (false, true, false, true) => value!("01-01"),
        (false, true, true, false) => value!("01-10"),
        (false, true, true, true) => value!("01-11"),
        (true, false, false, false) => value!("10-00"),
        (true, false, false, true) => value!("10-01"),
        (true, false, true, false) => value!("10-10"),
        (true, false, true, true) => value!("10-11"),
        (true, true, false, false) => value!("11-00"),
        (true, true, false, true) => value!("11-01"),
        (true, true, true, false) => value!("11-10"),
        (true, true, true, true) => value!("11-11"),
    }
}

/// The position of a candidate in a list of the last ones.
fn position(mut list: impl Iterator<Item = CharacterId>, candidate: CharacterId) -> Value {
    match list.position(|other| other == candidate) {
        Some(at) => bucket(at, &FEW),
        None => Value::NONE,
    }
}

/// Whether the quotations of a turn address or name a candidate.
fn addressed(turn: Option<&Turn>, candidate: CharacterId) -> Value {
    match turn.and_then(|turn| turn.addresses(candidate)) {
        Some(true) => value!("you"),
        Some(false) => value!("name"),
        None => Value::NONE,
    }
}

/// Whether the last turn addresses or names a candidate, where the candidate spoke it.
fn addressed_by_itself(addressed: Value) -> Value {
    match addressed {
        _ if addressed == value!("you") => value!("we"),
        _ if addressed == value!("name") => value!("i"),
        _ => addressed,
    }
}

/// A candidate for a turn.
struct Candidate<'a, 't> {
    place: Place<'a, 't>,
    near: &'a Surroundings,
    candidate: CharacterId,
}

impl<'a> Candidate<'a, '_> {
    /// The next turn, if it belongs to the same conversation.
    fn next(&self) -> Option<&'a Turn> {
        self.place.turn_after(1).filter(|_| self.near.is_followed)
    }

    /// Whether the tag of a turn names the candidate or another.
    fn tagged(&self, turn: &Turn) -> Value {
        match turn.tag.map(|tag| tag.who) {
            Some(Who::Named(character) | Who::Described(_, character)) => self.same(Some(character)),
            Some(Who::Pronoun(Pronoun::I)) => self.same(self.place.characters.narrator),
            Some(Who::Pronoun(_)) | None => Value::NONE,
        }
    }

    fn same(&self, other: Option<CharacterId>) -> Value {
        same(other, self.candidate)
    }

    /// Whether the gender of the candidate agrees with a pronoun.
    fn agrees(&self, pronoun: Option<Pronoun>) -> Value {
        match pronoun {
            None => Value::NONE,
            Some(Pronoun::They) => value!("they"),
            Some(Pronoun::I) => match self.place.characters.narrator == Some(self.candidate) {
                true => value!("i"),
                false => value!("he"),
            },
            Some(Pronoun::Person(gender)) => self.gender(gender),
        }
    }

    fn gender(&self, gender: Gender) -> Value {
        match self.place.characters.get(self.candidate).gender {
            None => value!("nothing"),
            Some(own) if own == gender => value!("same"),
            Some(_) => value!("other"),
        }
    }

    /// Where the paragraph of the turn names the candidate outside the quotations.
    fn beat(&self) -> Value {
        let beats = &self.place.turn().beats;
        let Some(at) = beats.iter().position(|beat| beat.character == self.candidate) else {
            return Value::NONE;
        };
        let is_subject = beats.iter().any(|beat| beat.character == self.candidate && beat.is_subject);
        match (at, is_subject) {
            (0, true) => value!("subject"),
            (0, false) => value!("first"),
            (_, true) => value!("later"),
            (_, false) => value!("in"),
        }
    }

    /// Whether a turn addresses somebody of the candidate's gender by a title: "sir".
    fn title(&self, turn: Option<&Turn>) -> Value {
        turn.and_then(|turn| turn.titled).map_or(Value::NONE, |gender| self.gender(gender))
    }

    /// Where the narration since the last turn names the candidate.
    fn narration(&self) -> Value {
        let mut mentions = self.place.scene.narrated(self.near.between);
        let is_own = |mention| self.place.scene.character(mention) == self.candidate;
        let Some((first, _)) = mentions.next() else { return Value::NONE };
        let last = mentions.next_back().map_or(first, |(last, _)| last);
        match (is_own(first), is_own(last)) {
            (true, true) => value!("both"),
            (false, true) => value!("last"),
            (true, false) => value!("first"),
            (false, false) if mentions.any(|(mention, _)| is_own(mention)) => value!("middle"),
            (false, false) => value!("none"),
        }
    }

    /// How the paragraph before the turn, if it has no quotations, names the candidate.
    fn lead_in(&self) -> Value {
        let mut own = (self.place.scene.narrated(self.near.lead_in))
            .filter(|(mention, _)| self.place.scene.character(*mention) == self.candidate)
            .map(|(_, name)| name.role == GrammaticalRole::Subject)
            .peekable();
        match (own.peek().is_none(), own.any(|is_subject| is_subject), self.place.turn().is_led_in) {
            (true, ..) => Value::NONE,
            (_, true, true) => value!("colon"),
            (_, true, false) => value!("subject"),
            (_, false, true) => value!("comma"),
            (_, false, false) => value!("in"),
        }
    }

    /// Whether the candidate is named first among these mentions, or later.
    fn place_in(&self, mentions: MentionRange) -> Value {
        let mut mentions = self.place.scene.narrated(mentions);
        match mentions.position(|(mention, _)| self.place.scene.character(mention) == self.candidate) {
            Some(0) => value!("first"),
            Some(_) => value!("in"),
            None => Value::NONE,
        }
    }

    fn intro(&self) -> Value {
        let intro = self.place.turn().intro;
        let names =
            |intro: Intro| intro.names(self.place.scene, self.candidate, |gender| self.gender(gender));
        intro.map_or(Value::NONE, names)
    }

    /// Whether the next tag with a name names the candidate, and whether the turns before it are even in number.
    fn tag_ahead(&self) -> Value {
        match self.near.named_ahead.map(|(speaker, is_even)| (speaker == self.candidate, is_even)) {
            None => Value::NONE,
            Some((true, true)) => value!("same-even"),
            Some((true, false)) => value!("same-odd"),
            Some((false, true)) => value!("other-even"),
            Some((false, false)) => value!("other-odd"),
        }
    }

    /// Whether the tag of the turn after the next one names the candidate.
    fn tag_after_next(&self) -> Value {
        let Some(next) = self.next() else { return Value::NONE };
        let after = self.place.turn_after(2).filter(|after| after.first - next.last <= 1);
        after.map_or(Value::NONE, |after| self.tagged(after))
    }
}
