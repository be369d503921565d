//! How the values of a template's fields make up the place of a feature's weight.
//!
//! The build script includes this file to lay the weights out, so it imports nothing.

/// The maximum number of fields of a template.
pub(crate) const MAX_FIELDS: usize = 4;

/// How far the number of each field's value is shifted in a row or a column; `None` for a field that is no part of it.
pub(crate) type Shifts = [Option<u32>; MAX_FIELDS];

/// How the numbers of the values of a template's fields make up a row and a column. Its functions are always inlined: of a
/// constant template only a few shifts and additions remain.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Template {
    /// Whether its weights are in a plain list, by their rows.
    pub is_dense: bool,
    /// Its first row.
    pub start: usize,
    /// From one of its rows to the next one.
    pub stride: usize,
    /// The first cell of its model, and the bits of the places among them where rows start.
    pub cells: usize,
    pub places: usize,
    pub row: Shifts,
    pub column: Shifts,
}

impl Template {
    /// The row of a feature.
    #[inline(always)]
    pub(crate) fn row<const N: usize>(self, numbers: [usize; N]) -> usize {
        self.start + self.stride * shifted(numbers, self.row)
    }

    /// The column of a feature.
    #[inline(always)]
    pub(crate) fn column<const N: usize>(self, numbers: [usize; N]) -> usize {
        shifted(numbers, self.column)
    }
}

/// The number that those of some fields make up.
#[inline(always)]
fn shifted<const N: usize>(numbers: [usize; N], shifts: Shifts) -> usize {
    let part = |at: usize| shifts[at].map_or(0, |shift| numbers[at] << shift);
    (0..N).fold(0, |sum, at| sum | part(at))
}
