//! The characters that may speak a turn, and what is near it.

use crate::dialogue::characters::Characters;
use crate::dialogue::decide::Answers;
use crate::dialogue::paragraphs::Paragraphs;
use crate::dialogue::tags::Who;
use crate::dialogue::turns::{Turn, Turns};
use crate::dialogue::Scene;
use crate::language::Classes;
use crate::speakers::name::GrammaticalRole;
use crate::speakers::Gender;
use crate::text::index::{CharacterId, MentionIdx, MentionRange, TokenIdx, TokenRange};

/// Paragraphs before a turn whose characters may speak it.
const REACH: usize = 14;

/// The maximum number of mentions that are read before a turn.
const MENTIONS: usize = 120;

/// The number of turns before a turn whose speakers may speak it, and how far back they may be in paragraphs.
const TURNS: usize = 8;
const REACH_OF_TURNS: usize = 40;

/// The number of turns right before a turn of which it matters who spoke which.
const LAST: usize = 3;

/// The number of turns ahead among which a tag with a name is looked for.
const AHEAD: usize = 8;

/// The number of paragraphs without quotations after which a conversation has ended. More of them count no more, and the
/// start of the text counts as so many.
pub(super) const LONGEST_GAP: usize = 3;

/// The maximum number of candidates.
const CANDIDATES: usize = 24;

/// What precedes and follows a turn, and who may speak it.
pub(super) struct Surroundings {
    /// The candidates that do not depend on the answers for other turns.
    around: Vec<CharacterId>,
    /// Paragraphs without quotations since the last turn, up to [`LONGEST_GAP`].
    pub gap: usize,
    /// The characters that the narration names before the turn, the last one first, as far as the gender of the turn's
    /// pronoun allows them.
    pub fitting: Vec<CharacterId>,
    /// The same for those that it names as subjects.
    pub acted: Vec<CharacterId>,
    /// The mentions in the narration between the last turn and this one.
    pub between: MentionRange,
    /// Those of them in the paragraph directly before.
    pub lead_in: MentionRange,
    /// The mentions in the paragraph after the turn, if it has no quotations.
    pub follows: MentionRange,
    /// Whether the next turn belongs to the same conversation.
    pub is_followed: bool,
    /// Whom the next tag with a name names, in turns that follow each other directly, and whether the turns before it are
    /// even in number.
    pub named_ahead: Option<(CharacterId, bool)>,
    /// The number of turns before whose speakers may speak this one.
    reach: usize,
    /// The number of turns right before that belong to the same conversation, up to [`LAST`].
    same: usize,
    /// How many turns before the last turn is whose pronoun has the gender of this turn's.
    same_pronoun: Option<usize>,
}

/// Whoever spoke before a turn. The answers for the turns before count for no more than this.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Before {
    /// The speakers of the last turns, each once, the last one first.
    spoke: [Option<CharacterId>; TURNS],
    /// The speakers of the last three turns, as far as they belong to the same conversation.
    pub last: [Option<CharacterId>; LAST],
    /// Who spoke the last turn whose pronoun has the gender of the turn's.
    pub chain: Option<CharacterId>,
    /// How many of the last turns two speakers spoke alternately.
    pub alternation: usize,
}

impl Before {
    pub(super) fn spoke(&self) -> impl Iterator<Item = CharacterId> + '_ {
        self.spoke.iter().map_while(|speaker| *speaker)
    }
}

/// A turn among the others, with the answers so far.
#[derive(Clone, Copy)]
pub(super) struct Place<'a, 't> {
    pub scene: Scene<'a, 't>,
    pub paragraphs: &'a Paragraphs,
    pub turns: &'a Turns,
    pub characters: &'a Characters,
    pub at: usize,
}

impl<'a> Place<'a, '_> {
    pub(super) fn turn(&self) -> &'a Turn {
        &self.turns.list[self.at]
    }

    /// The tokens of its first quotation.
    pub(super) fn tokens(&self) -> TokenRange {
        self.scene.quotes.piece(self.turn().pieces.start).tokens()
    }

    /// An earlier turn.
    pub(super) fn turn_before(&self, count: usize) -> Option<&'a Turn> {
        self.turns.list.get(self.at.checked_sub(count)?)
    }

    pub(super) fn turn_after(&self, count: usize) -> Option<&'a Turn> {
        self.turns.list.get(self.at + count)
    }

    /// The gender that the turn's pronoun shows.
    pub(super) fn gender(&self) -> Option<Gender> {
        self.turn().wanted_pronoun()?.gender()
    }

    /// Finds what is near the turn, as far as it does not depend on the answers for other turns.
    pub(super) fn surroundings(&self) -> Surroundings {
        let turn = self.turn();
        let start = MentionIdx::new(self.paragraphs.get(turn.first).mentions.start.get());
        let before = self.turn_before(1);
        let gap = before.map_or(LONGEST_GAP, |before| gap(before, turn));
        let nothing = start.to(start);
        let between = before
            .filter(|_| gap > 0)
            .map_or(nothing, |before| self.paragraphs.get(before.last).mentions.end.to(start));
        let lead_in = match gap {
            0 => nothing,
            _ => self.paragraphs.get(turn.first.saturating_sub(1)).mentions,
        };
        let next = self.turn_after(1);
        let is_last = turn.last == self.paragraphs.last();
        let follows = match next.is_some_and(|next| next.first == turn.last + 1) || is_last {
            true => nothing,
            false => self.paragraphs.get(turn.last + 1).mentions,
        };
        let recent = self.recent(start);
        let gender = self.gender();
        let agrees = |id: &CharacterId| !gender.is_some_and(|g| g.conflicts(self.characters.get(*id).gender));
        let around = self.around(&recent);
        let mut fitting: Vec<_> = recent.iter().map(|(id, _)| *id).filter(agrees).collect();
        let subjects = recent.iter().filter(|(_, is_subject)| *is_subject).map(|(id, _)| *id);
        let mut acted: Vec<_> = subjects.filter(agrees).collect();
        // Kept for each turn of a text.
        fitting.shrink_to_fit();
        acted.shrink_to_fit();
        let is_followed = next.is_some_and(|next| next.first - turn.last <= 2);
        Surroundings {
            around,
            gap,
            fitting,
            acted,
            between,
            lead_in,
            follows,
            is_followed,
            named_ahead: self.named_ahead(),
            reach: self.reach(),
            same: self.same(gap),
            same_pronoun: self.same_pronoun(),
        }
    }

    fn named_ahead(&self) -> Option<(CharacterId, bool)> {
        let mut last = self.turn().last;
        for count in 1..=AHEAD {
            let turn = self.turn_after(count).filter(|turn| turn.first - last <= 1)?;
            last = turn.last;
            if let Some(speaker) = turn.named_speaker().filter(|_| count > 2) {
                return Some((speaker, count % 2 == 0));
            }
        }
        None
    }

    /// The number of turns before whose speakers may speak this one.
    fn reach(&self) -> usize {
        let is_near = |count: &usize| {
            let before = self.turn_before(*count);
            before.is_some_and(|before| self.turn().first - before.first < REACH_OF_TURNS)
        };
        (1..=TURNS).take_while(is_near).count()
    }

    /// The number of turns right before that belong to the same conversation, up to [`LAST`].
    fn same(&self, gap: usize) -> usize {
        let follows = |count: &usize| match *count {
            1 => gap < LONGEST_GAP,
            _ => {
                let (before, turn) = (self.turn_before(*count), self.turn_before(*count - 1));
                before.zip(turn).is_some_and(|(before, turn)| self::gap(before, turn) < LONGEST_GAP)
            }
        };
        (1..=LAST).take_while(follows).count()
    }

    /// How many turns before the last turn is whose pronoun has the gender of this turn's.
    fn same_pronoun(&self) -> Option<usize> {
        let gender = self.gender()?;
        let is_same = |count: &usize| {
            let pronoun = self.turn_before(*count).and_then(Turn::wanted_pronoun);
            pronoun.and_then(|pronoun| pronoun.gender()) == Some(gender)
        };
        (1..=TURNS).find(is_same)
    }

    /// Whoever spoke before the turn, given the answers for the turns before.
    pub(super) fn before(&self, near: &Surroundings, answers: &Answers) -> Before {
        let mut before = Before { spoke: [None; TURNS], last: [None; LAST], chain: None, alternation: 0 };
        for (last, speaker) in before.last.iter_mut().zip(answers.back().take(near.same)) {
            *last = speaker;
        }
        let mut length = 0;
        for speaker in answers.back().take(near.reach) {
            if speaker.is_some() && !before.spoke[..length].contains(&speaker) {
                before.spoke[length] = speaker;
                length += 1;
            }
        }
        before.chain = near.same_pronoun.and_then(|count| answers.back().nth(count - 1)?);
        before.alternation = alternation(&before.last, answers);
        before
    }

    /// The characters named in the narration before a mention, each once, the last one first, and whether as a subject.
    fn recent(&self, start: MentionIdx) -> Vec<(CharacterId, bool)> {
        let first = self.paragraphs.get(self.turn().first.saturating_sub(REACH)).mentions.start;
        let mut recent: Vec<(CharacterId, bool)> = Vec::with_capacity(CANDIDATES);
        let window = first.max(start.saturating_sub(MENTIONS)).to(start);
        for (mention, name) in self.scene.narrated(window).rev() {
            let character = self.scene.character(mention);
            let is_subject = name.role == GrammaticalRole::Subject;
            match recent.iter_mut().find(|(known, _)| *known == character) {
                Some((_, known)) => *known |= is_subject,
                None if self.characters.get(character).may_speak => recent.push((character, is_subject)),
                None => {}
            }
        }
        recent
    }

    /// Whoever the tag names; else everybody named in the turn or near it, the last speakers and the narrator.
    pub(super) fn candidates(&self, near: &Surroundings, before: &Before, found: &mut Vec<CharacterId>) {
        found.clear();
        if let Some(speaker) = self.turn().named_speaker() {
            found.push(speaker);
            return;
        }
        if let Some(actor) = self.acts_here() {
            found.push(actor);
            return;
        }
        found.extend(self.tagged());
        let spoke = before.spoke().chain(self.characters.narrator);
        add_new(spoke, |character| self.may_speak(character), found);
        // Each of them is there once.
        let first = found.len();
        for character in &near.around {
            if found.len() < CANDIDATES && !found[..first].contains(character) {
                found.push(*character);
            }
        }
        if let Some(actor) = self.actor(found) {
            found.clear();
            found.push(actor);
        }
    }

    /// The only person without a name who does something before the quotations of the turn, if no tag says who speaks, the
    /// narration beside them names nobody, and no caller named the characters: "The judge looked up. “Next.”"
    fn acts_here(&self) -> Option<CharacterId> {
        let turn = self.turn();
        if turn.tag.is_some() || !turn.beats.is_empty() || !self.scene.known.is_empty() {
            return None;
        }
        let start = self.paragraphs.get(turn.first).tokens.start;
        let first = self.scene.quotes.piece(turn.pieces.start).start();
        let mut actors = self.turns.actors.within(start.to(first));
        let (_, actor) = actors.next()?;
        // "The old man" may be the ferryman of before.
        let is_wide = |noun: TokenIdx| self.scene.document.is(noun, Classes::MALE.or(Classes::FEMALE));
        let is_sure = actors.next().is_none() && !self.characters.get(actor).name.last().is_some_and(is_wide);
        is_sure.then_some(actor)
    }

    /// The last person without a name who did something, if the tag has a pronoun that no character near the turn agrees
    /// with, and the narration since then names nobody who does.
    fn actor(&self, found: &[CharacterId]) -> Option<CharacterId> {
        let gender = self.turn().tag_pronoun()?.gender()?;
        let agrees = |id: CharacterId| !gender.conflicts(self.characters.get(id).gender);
        // In the narration "she" is not whoever tells the story.
        if found.iter().any(|id| agrees(*id) && self.characters.narrator != Some(*id)) {
            return None;
        }
        let start = self.paragraphs.get(self.turn().first.saturating_sub(REACH)).tokens.start;
        let before = start.to(self.tokens().start);
        let (at, actor) = self.turns.actors.within(before).find(|(_, actor)| agrees(*actor))?;
        let names = self.scene.names;
        let since = names.before(at).to(names.before(before.end));
        let is_named = |mention| {
            let character = self.scene.character(mention);
            self.characters.get(character).may_speak && agrees(character)
        };
        (!self.scene.narrated(since).any(|(mention, _)| is_named(mention))).then_some(actor)
    }

    /// Everybody named in the turn or near it, given those that the narration names before it.
    fn around(&self, recent: &[(CharacterId, bool)]) -> Vec<CharacterId> {
        let turn = self.turn();
        if turn.named_speaker().is_some() {
            return Vec::new();
        }
        let mut found = Vec::with_capacity(CANDIDATES);
        let after = self.paragraphs.mentions(turn.first, turn.last + 1);
        let after = after.start.to(after.end.min(after.start + MENTIONS));
        let quoted = self.paragraphs.mentions(turn.first.saturating_sub(REACH), turn.first);
        let quoted = quoted.start.max(quoted.end.saturating_sub(MENTIONS)).to(quoted.end);
        let all = (after.iter().map(|mention| self.scene.character(mention)))
            .chain(recent.iter().map(|(character, _)| *character))
            .chain(quoted.iter().rev().map(|mention| self.scene.character(mention)));
        add_new(all, |character| self.may_speak(character), &mut found);
        found.shrink_to_fit();
        found
    }

    /// The character that the tag names or describes.
    fn tagged(&self) -> Option<CharacterId> {
        match self.turn().tag?.who {
            Who::Named(character) | Who::Described(_, character) => Some(character),
            Who::Pronoun(_) => None,
        }
    }

    /// Whether a character may be meant where no tag says so.
    fn may_speak(&self, character: CharacterId) -> bool {
        self.characters.get(character).may_speak && self.turn().addresses(character) != Some(true)
    }
}

/// The number of paragraphs without quotations between two turns, up to [`LONGEST_GAP`].
pub(super) fn gap(before: &Turn, after: &Turn) -> usize {
    (after.first - before.last).saturating_sub(1).min(LONGEST_GAP)
}

/// How many of the last turns the last two speakers spoke alternately.
fn alternation(last: &[Option<CharacterId>; LAST], answers: &Answers) -> usize {
    let [Some(last), Some(before), _] = *last else { return 0 };
    if last == before {
        return 0;
    }
    let due = [last, before].into_iter().cycle();
    answers.back().take(TURNS).zip(due).take_while(|(speaker, due)| *speaker == Some(*due)).count()
}

/// Adds those that may speak and are not among the candidates yet, up to the maximum number.
fn add_new(
    more: impl Iterator<Item = CharacterId>,
    may_speak: impl Fn(CharacterId) -> bool,
    found: &mut Vec<CharacterId>,
) {
    for character in more {
        if found.len() == CANDIDATES {
            break;
        }
        if !found.contains(&character) && may_speak(character) {
            found.push(character);
        }
    }
}
