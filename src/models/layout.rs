//! How the values of a template's fields make up the key of a feature, and where its weight is.
//!
//! The build script includes this file to lay the weights out, so it imports only the fields beside it.

use super::fields::{Field, FIELDS};

/// How many bits the number of a field's value takes, by field.
pub(crate) type Bits = [u32; FIELDS];

/// The maximum number of fields of a template.
pub(crate) const MAX_FIELDS: usize = 4;

/// The maximum number of bits of the keys of a template whose weights are in a plain list.
const DENSE: u32 = 13;

/// The maximum number of bits of a column.
const MAX_COLUMN_BITS: u32 = 12;

/// How the numbers of the values of a template's fields make up a key: its low bits are the column, the rest is
/// the row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Template {
    /// Its first row, or its first place in the plain list.
    pub start: usize,
    /// How far the number of each field's value is shifted.
    shifts: [u32; MAX_FIELDS],
    /// How many bits a column has.
    pub column_bits: u32,
    bits: u32,
}

impl Template {
    /// The template of these fields, which is one of a model's.
    pub(crate) const fn of(templates: &[&[Field]], fields: &[Field], bits: &Bits) -> Template {
        let (mut rows, mut dense, mut at) = (0, 0, 0);
        while at < templates.len() {
            let template = Template::laid_out(templates[at], bits);
            let start = if template.is_dense() { &mut dense } else { &mut rows };
            if are_same(templates[at], fields) {
                return Template { start: *start, ..template };
            }
            *start += template.size();
            at += 1;
        }
        panic!("the model has no such template")
    }

    /// The field with the most values has the highest bits.
    const fn laid_out(fields: &[Field], bits: &Bits) -> Template {
        let (mut shifts, mut placed) = ([0; MAX_FIELDS], [false; MAX_FIELDS]);
        let (mut used, mut column_bits) = (0, 0);
        let mut left = fields.len();
        while left > 0 {
            let least = smallest(fields, bits, &placed);
            placed[least] = true;
            shifts[least] = used;
            used += bits[fields[least] as usize];
            // The last field is the row, unless it is the only one.
            if used <= MAX_COLUMN_BITS && left > 1 || fields.len() == 1 {
                column_bits = used;
            }
            left -= 1;
        }
        assert!(used <= u32::BITS, "a key has to fit in a usize of every target");
        Template { start: 0, shifts, column_bits, bits: used }
    }

    /// Whether its weights are in a plain list by their keys.
    pub(crate) const fn is_dense(self) -> bool {
        self.bits <= DENSE
    }

    /// How many rows it has, or how many keys where its weights are in a plain list.
    pub(crate) const fn size(self) -> usize {
        1 << if self.is_dense() { self.bits } else { self.bits - self.column_bits }
    }

    /// The key that the numbers of the values of its fields make up.
    #[inline]
    pub(crate) fn key<const N: usize>(self, numbers: [usize; N]) -> usize {
        let mut key = 0;
        for (number, shift) in numbers.iter().zip(self.shifts) {
            key |= number << shift;
        }
        key
    }

    #[inline]
    pub(crate) const fn row(self, key: usize) -> usize {
        key >> self.column_bits
    }

    #[inline]
    pub(crate) const fn column(self, key: usize) -> usize {
        key & ((1 << self.column_bits) - 1)
    }
}

/// The field with the fewest bits that has no place yet.
const fn smallest(fields: &[Field], bits: &Bits, placed: &[bool; MAX_FIELDS]) -> usize {
    let (mut least, mut at) = (0, 0);
    while at < fields.len() {
        if !placed[at] && (placed[least] || bits[fields[at] as usize] < bits[fields[least] as usize]) {
            least = at;
        }
        at += 1;
    }
    least
}

/// Whether two templates have the same fields.
const fn are_same(one: &[Field], other: &[Field]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] as usize != other[at] as usize {
            return false;
        }
        at += 1;
    }
    true
}
