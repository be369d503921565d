//! Rows of few weights, laid over one another.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::build::fields::Field;
use crate::build::files::Error;
use crate::build::layout::{Bits, Template};

/// A cell without a weight; its column is that of no key.
const FREE: u32 = u32::MAX;

/// The weights of a model.
#[derive(Default)]
pub(crate) struct Packed {
    /// Where each row starts among the cells. Rows without a weight start at zero, all others at a place of their own,
    /// so that the column tells whether a cell belongs to a row.
    pub rows: Vec<u16>,
    /// The column in the high half, the weight in hundredths in the low half.
    pub cells: Vec<u32>,
    /// The weights of templates with few keys.
    pub dense: Vec<i16>,
}

/// Packs the weights of a model, given by template and key.
pub(crate) fn pack(
    model: &str,
    weights: &[(usize, usize, i16)],
    templates: &[&[Field]],
    bits: &Bits,
) -> Result<Packed, Error> {
    let layouts: Vec<Template> =
        templates.iter().map(|fields| Template::of(templates, fields, bits)).collect();
    let size = |dense: bool| {
        layouts.iter().filter(move |layout| layout.is_dense() == dense).map(|layout| layout.size())
    };
    let mut packed =
        Packed { rows: vec![0; size(false).sum()], dense: vec![0; size(true).sum()], cells: Vec::new() };
    let mut rows: BTreeMap<usize, Vec<(usize, i16)>> = BTreeMap::new();
    for &(template, key, weight) in weights {
        let layout = layouts[template];
        if layout.is_dense() {
            packed.dense[layout.start + key] = weight;
        } else {
            let row = layout.start + layout.row(key);
            rows.entry(row).or_default().push((layout.column(key), weight));
        }
    }
    let last = packed.lay(rows);
    let columns = layouts.iter().filter(|layout| !layout.is_dense()).map(|layout| 1 << layout.column_bits);
    packed.cells.resize(last + columns.max().unwrap_or(0), FREE);
    match last <= usize::from(u16::MAX) {
        true => Ok(packed),
        false => Err(Error::of_file(model, "the model has more weights than rows of 16 bits can reach")),
    }
}

impl Packed {
    /// Lays the rows over one another, the longest first. The last place where one starts.
    fn lay(&mut self, rows: BTreeMap<usize, Vec<(usize, i16)>>) -> usize {
        let mut rows: Vec<_> = rows.into_iter().collect();
        rows.sort_by_key(|(_, cells)| Reverse(cells.len()));
        let mut taken = vec![true];
        let (mut hint, mut before) = (1, usize::MAX);
        for (row, cells) in rows {
            if cells.len() != before {
                (hint, before) = (1, cells.len());
            }
            let mut start = hint;
            while taken.get(start) == Some(&true) || !self.is_free(start, &cells) {
                start += 1;
            }
            hint = start;
            taken.resize(taken.len().max(start + 1), false);
            taken[start] = true;
            self.rows[row] = start as u16;
            for (column, weight) in cells {
                let at = start + column;
                self.cells.resize(self.cells.len().max(at + 1), FREE);
                self.cells[at] = (column as u32) << 16 | u32::from(weight as u16);
            }
        }
        taken.len() - 1
    }

    fn is_free(&self, start: usize, cells: &[(usize, i16)]) -> bool {
        cells.iter().all(|(column, _)| self.cells.get(start + column).is_none_or(|cell| *cell == FREE))
    }
}
