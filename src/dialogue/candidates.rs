//! The characters that may speak a turn, and what is near it.

use crate::dialogue::characters::Characters;
use crate::dialogue::decide::Answers;
use crate::dialogue::paragraphs::Paragraphs;
use crate::dialogue::tags::Who;
use crate::dialogue::turns::{Turn, Turns};
use crate::dialogue::Scene;
use crate::speakers::Gender;
use crate::text::index::{CharacterId, MentionIdx, MentionRange, TokenRange};

/// Paragraphs before a turn whose characters may speak it.
const REACH: usize = 14;

/// The maximum number of mentions that are read before a turn.
const MENTIONS: usize = 120;

/// The number of turns before a turn whose speakers may speak it, and how far back they may be in paragraphs.
const TURNS: usize = 8;
const REACH_OF_TURNS: usize = 40;

/// The number of turns right before a turn of which it matters who spoke which.
const LAST: usize = 3;

/// The maximum number of candidates.
const CANDIDATES: usize = 24;

/// What precedes and follows a turn, and who may speak it.
pub(super) struct Surroundings {
    /// The candidates that do not depend on the answers for other turns.
    around: Vec<CharacterId>,
    /// Paragraphs without quotations since the last turn: up to 3, which also stands for the start of the text.
    pub gap: usize,
    /// The characters that the narration names before the turn, the last one first, as far as the gender of the turn's
    /// pronoun allows them.
    pub fitting: Vec<CharacterId>,
    /// The mentions in the narration between the last turn and this one.
    pub between: MentionRange,
    /// Those of them in the paragraph directly before.
    pub lead_in: MentionRange,
    /// The mentions in the paragraph after the turn, if it has no quotations.
    pub follows: MentionRange,
    /// Whether the next turn belongs to the same conversation.
    pub is_followed: bool,
    /// The number of turns before whose speakers may speak this one.
    reach: usize,
    /// The number of turns right before that belong to the same conversation, up to 3.
    same: usize,
}

/// Whoever spoke before a turn. The answers for the turns before count for no more than this.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Before {
    /// The speakers of the last turns, each once, the last one first.
    spoke: [Option<CharacterId>; TURNS],
    /// The speakers of the last three turns, as far as they belong to the same conversation.
    pub last: [Option<CharacterId>; LAST],
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
        let gap = before.map_or(3, |before| (turn.first - before.last).saturating_sub(1).min(3));
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
        let mut fitting = recent;
        fitting.retain(agrees);
        // Kept for each turn of a text.
        fitting.shrink_to_fit();
        let is_followed = next.is_some_and(|next| next.first - turn.last <= 2);
        Surroundings {
            around,
            gap,
            fitting,
            between,
            lead_in,
            follows,
            is_followed,
            reach: self.reach(),
            same: self.same(gap),
        }
    }

    /// The number of turns before whose speakers may speak this one.
    fn reach(&self) -> usize {
        let is_near = |count: &usize| {
            let before = self.turn_before(*count);
            before.is_some_and(|before| self.turn().first - before.first < REACH_OF_TURNS)
        };
        (1..=TURNS).take_while(is_near).count()
    }

    /// The number of turns right before that belong to the same conversation, up to 3.
    fn same(&self, gap: usize) -> usize {
        let follows = |count: &usize| match *count {
            1 => gap < 3,
            _ => {
                let (before, turn) = (self.turn_before(*count), self.turn_before(*count - 1));
                before.zip(turn).is_some_and(|(before, turn)| turn.first - before.last <= 3)
            }
        };
        (1..=LAST).take_while(follows).count()
    }

    /// Whoever spoke before the turn, given the answers for the turns before.
    pub(super) fn before(&self, near: &Surroundings, answers: &Answers) -> Before {
        let mut before = Before { spoke: [None; TURNS], last: [None; LAST] };
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
        before
    }

    /// The characters named in the narration before a mention, each once, the last one first.
    fn recent(&self, start: MentionIdx) -> Vec<CharacterId> {
        let first = self.paragraphs.get(self.turn().first.saturating_sub(REACH)).mentions.start;
        let mut recent = Vec::with_capacity(CANDIDATES);
        let window = first.max(start.saturating_sub(MENTIONS)).to(start);
        for (mention, _) in self.scene.narrated(window).rev() {
            let character = self.scene.character(mention);
            if !recent.contains(&character) && self.characters.get(character).may_speak {
                recent.push(character);
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
    }

    /// Everybody named in the turn or near it, given those that the narration names before it.
    fn around(&self, recent: &[CharacterId]) -> Vec<CharacterId> {
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
            .chain(recent.iter().copied())
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
