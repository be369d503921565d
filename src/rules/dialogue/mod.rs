//! The rules of dialogue: why a quotation without a cue has its speaker. `dialogue` chooses the speaker.

pub(super) mod beat;
pub(super) mod dash;
pub(super) mod turn;
