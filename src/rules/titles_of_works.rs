//! Titles of works: “Salt Road” in "Kofi Mensah wrote the song “Salt Road”" is no speech.

use crate::language::Classes;
use crate::reading::Reading;
use crate::text::index::UnitIdx;
use crate::tokenizer::TokenKind;

/// The longest title, in words.
const LONGEST: usize = 8;

/// Words that are not capitalised in a title.
const SMALL: Classes = Classes::PREPOSITION
    .or(Classes::DETERMINER)
    .or(Classes::CONJUNCTION)
    .or(Classes::AUXILIARY)
    .or(Classes::CLITIC);

/// Whether the quotation at this unit is the title of a work: it is written like one, and a noun, a verb of naming
/// or the owner of a programme precedes it.
pub(super) fn is_title(reading: Reading<'_>, quotation: UnitIdx) -> bool {
    let Some(before) = quotation.before() else { return false };
    introduces_title(reading, before) && is_written_like_title(reading, quotation)
}

fn introduces_title(reading: Reading<'_>, before: UnitIdx) -> bool {
    let object = Classes::OBJECT.or(Classes::PRONOUN);
    let names = reading.is(before, Classes::NAMING) && !reading.is(before.saturating_sub(1), object);
    names
        || reading.is(before, Classes::DOCUMENT.or(Classes::WORK))
        || is_apposition_to_work(reading, before)
        || is_broadcast(reading, before)
        || is_made_by(reading, before)
}

/// "her new film, “Salt Road,”".
fn is_apposition_to_work(reading: Reading<'_>, comma: UnitIdx) -> bool {
    reading.is_comma(comma) && comma > reading.start() && reading.is(comma - 1, Classes::WORK)
}

/// "on KTV’s “Salt Road”", "on Friday’s “Salt Road”".
fn is_broadcast(reading: Reading<'_>, clitic: UnitIdx) -> bool {
    let Some(owner) = clitic.before().filter(|owner| *owner >= reading.start()) else { return false };
    let is_channel = reading.token(owner).is_some_and(|at| reading.paragraph().document.is_all_capitals(at));
    reading.is(clitic, Classes::CLITIC) && (is_channel || reading.is(owner, Classes::CALENDAR))
}

/// "the author of “Salt Road”".
fn is_made_by(reading: Reading<'_>, of: UnitIdx) -> bool {
    reading.is(of, Classes::GENITIVE) && of > reading.start() && reading.is(of - 1, Classes::MAKER)
}

fn is_written_like_title(reading: Reading<'_>, quotation: UnitIdx) -> bool {
    let Some(tokens) = reading.quoted(quotation) else { return false };
    let document = reading.paragraph().document;
    let mut count = 0;
    for word in tokens.iter().filter(|&token| document.kind(token) == Some(TokenKind::Word)) {
        count += 1;
        if count > LONGEST || !(document.is_capitalised(word) || document.is(word, SMALL)) {
            return false;
        }
    }
    count > 0
}
