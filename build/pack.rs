//! Rows of few weights, laid over one another.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::build::files::Error;
use crate::build::templates::Layout;

/// A cell without a weight; its column is that of no key.
const FREE: u32 = u32::MAX;

/// The weights of a model, or of all models.
#[derive(Default)]
pub(crate) struct Packed {
    /// Where each row starts among the cells. Rows without a weight start at zero, all others at a place of their own,
    /// so that the column tells whether a cell belongs to a row.
    pub rows: Vec<u16>,
    /// The column in the high half, the weight in hundredths in the low half.
    pub cells: Vec<u32>,
    /// The weights of templates with few rows.
    pub dense: Vec<i16>,
    /// The number of cells that rows may reach.
    reach: usize,
}

/// A weight and its place.
pub(crate) struct Placed {
    pub is_dense: bool,
    pub row: usize,
    pub column: usize,
    pub weight: i16,
}

/// Packs the weights of a model.
pub(crate) fn pack(model: &str, weights: &[Placed], layout: &Layout) -> Result<Packed, Error> {
    let mut packed = Packed { rows: vec![0; layout.rows], dense: vec![0; layout.dense], ..Packed::default() };
    let mut rows: BTreeMap<usize, Vec<(usize, i16)>> = BTreeMap::new();
    for &Placed { is_dense, row, column, weight } in weights {
        if is_dense {
            packed.dense[row] = weight;
        } else {
            rows.entry(row).or_default().push((column, weight));
        }
    }
    let last = packed.lay(rows);
    packed.cells.resize(last + layout.columns, FREE);
    match last <= usize::from(u16::MAX) {
        true => Ok(packed),
        false => Err(Error::of_file(model, "the model has more weights than rows of 16 bits can reach")),
    }
}

impl Packed {
    /// The bits of all places where rows start.
    pub(crate) fn places(&self) -> usize {
        (usize::from(self.rows.iter().copied().max().unwrap_or(0)) + 1).next_power_of_two() - 1
    }

    /// Adds the weights of another model, whose rows have so many columns. There is a cell for each column of a row that
    /// starts at any place with these bits.
    pub(crate) fn append(&mut self, mut other: Packed, columns: usize) {
        self.reach = self.reach.max(self.cells.len() + other.places() + columns);
        self.rows.append(&mut other.rows);
        self.cells.append(&mut other.cells);
        self.dense.append(&mut other.dense);
    }

    /// All cells.
    pub(crate) fn finish(mut self) -> Packed {
        self.cells.resize(self.cells.len().max(self.reach), FREE);
        self
    }

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
