//! Tables over the results of many documents, as `whosaid` writes them: JSON Lines, one analysis with its `id` a line.
//!
//! * [`SpeakerTable`] says who speaks in them, each person in one row, with totals by gender.
//! * [`Comparer`] says which quotations several documents have, and to whom each of them gives these.
//!
//! Both read one line at a time ([`for_each_line`]) and keep no text but what they print. Rows are plain structs that
//! serialise; [`Speakers::write`] and [`Comparison::write`] write text, CSV and JSON. The same results in the same
//! order give the same bytes.
//!
//! # Which speakers are one row
//!
//! A wrong join is worse than a missing one: it gives words to somebody who did not say them, and nobody sees it. So a
//! row is joined only where names say so.
//!
//! * **The same id** is the same speaker, whatever the name. Two ids are never one.
//! * **The same full name** is the same person: capitals, accents, points and apostrophes aside. The genders that
//!   documents guess from pronouns may differ; the one of most documents counts. "Mr. Jo Holt" and "Mrs. Jo Holt" are
//!   two.
//! * **Middle names** may be missing or initials: "Marta Holt", "Marta J. Holt", "Marta Jane Holt". With two different
//!   ones ("Marta J. Holt", "Marta K. Holt") each full form is a row, and "Marta Holt" is one too.
//! * **Initials and short forms** ("M. Holt", "Bob Pike") join the only person they can mean, if the genders agree and
//!   no document has both as two speakers.
//! * **"Jr.", "Sr.", "II"** keep father and son apart: from each other, and from the name without it.
//! * **A family name alone** ("Holt") joins the only person of this name whose gender does not conflict. A title
//!   decides between several if one person has it in three documents, and nobody else of the name has it in a third as
//!   many: "President Holt". Full names that are used once and begin with no known given name ("Year Marta Holt", from a
//!   headline) make nothing ambiguous beside one used in three documents. Where a document has "Holt" and "Marta Holt"
//!   as two speakers, its "Holt" stays apart.
//! * A family name that may mean several people stays a row **for each document**. If nobody with a full name can be
//!   meant, the documents share a row, men and women apart, "Mrs." and "Miss" apart; but not if it is a given name:
//!   every Bob is called Bob.
//! * **Organisations** join by their name, without "the", with points or without, and by well-known abbreviations
//!   ("U.N."). They never join people. "Holt campaign" or "his office" describe an organisation and stay apart.
//! * **Descriptions** ("a spokesman", "officials", "Prime Minister", "the report") never join: a row for each document.
//!
//! Not joined, therefore: a person who changed the family name; "Xi" and "Xi Jinping", as the last word of a name is
//! taken for the family name; a given name alone; two spellings of a transliterated name. Wrongly joined are two people
//! of the same full name.
//!
//! # What is counted
//!
//! A quotation counts if somebody is reported to have said it; titles of works and words that the author only
//! distances himself from do not. Each word counts once, for the speaker of the outermost quotation. `share` is a
//! speaker's part of all these words, those of speakers without a name and of nobody in particular included. What is
//! said without quotation marks, and turns of a transcript, are `statements`; results hold no words of these.
//!
//! # Totals by gender
//!
//! [`GenderTotal::sources`] follows the Gender Gap Tracker (Asr, Mazraeh, Lopes, Gautam, Gonzales, Rao and Taboada 2021,
//! "The Gender Gap Tracker: Using Natural Language Processing to measure gender bias in media", PLOS ONE 16(1),
//! <https://doi.org/10.1371/journal.pone.0245533>): in each article, every person who is quoted, directly or not,
//! counts once, however often; only people whom the article names by more than one word count; the articles are
//! added up; the shares are of women, men and people of unknown gender together. (In its code: `quote_assign`,
//! `remove_invalid_nes` and `run` in `nlp/english/entity_gender_annotator.py`, `expertwomen_info_by_date` in
//! `api/english/endpoints/outlet_stats.py` of <https://github.com/sfu-discourse-lab/GenderGapTracker>.) It asks a
//! service for the gender of a name; here it is the gender of the row. The other columns count everybody.
//!
//! # Which quotations are the same
//!
//! Quotations are compared as words, without marks, capitals and accents. The shorter one has to have at least half of
//! the words of the longer one, and all of them in its order, but for one in eight, which may differ. Words may be
//! missing: up to eight in a place, or up to forty at an ellipsis. Words between brackets replace others. Quotations of
//! fewer than six words ("Yes.") are not compared, as different people say them.
//!
//! The longest wording leads a group, and the others are compared with it, not with one another: so no chain of small
//! changes joins what has nothing in common. Each wording is compared with a bounded number of longer ones, found by
//! its rarest sequences of four words; if very many quotations share all of these, a group may be missed.

mod compare;
mod document;
mod names;
mod speakers;
pub mod spreadsheet;
mod words;
mod write;

pub use compare::{
    Comparer, Comparison, QuotationUse, SharedQuotation, SpeakerCount, Verdict, DEFAULT_MIN_WORDS,
};
pub use document::{
    for_each_line, parse, Attribution, Document, Line, Quotation, ReadError, Speaker, DEFAULT_MAX_LINE,
};
pub use speakers::{GenderTotal, SpeakerRow, SpeakerTable, Speakers};
pub use write::Format;
