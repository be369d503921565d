//! Where the weights of each template of a model are.

use crate::build::fields::{Field, FIELDS};
use crate::build::layout::{Shifts, Template, MAX_FIELDS};
use crate::build::pack::Packed;

/// How many bits the number of a field's value takes, by field.
pub(crate) type Bits = [u32; FIELDS];

/// The maximum number of bits of a template whose weights are in a plain list.
const DENSE: u32 = 13;

/// The maximum number of bits of a column.
const MAX_COLUMN_BITS: u32 = 12;

/// The templates of a model, and how many rows, places of the plain list and columns they have.
#[derive(Default)]
pub(crate) struct Layout {
    pub templates: Vec<Template>,
    pub rows: usize,
    pub dense: usize,
    pub columns: usize,
}

impl Layout {
    /// Templates whose rows are the values of the same field have them side by side, since one feature of each is looked
    /// up at the same time.
    pub(crate) fn of(templates: &[&[Field]], bits: &Bits) -> Layout {
        let mut layout = Layout::default();
        let shapes: Vec<Shape> = templates.iter().map(|fields| Shape::of(fields, bits)).collect();
        for (at, shape) in shapes.iter().enumerate() {
            let is_beside = |other: &&Shape| shape.row_field.is_some() && other.row_field == shape.row_field;
            let (before, after) = shapes.split_at(at);
            let place = before.iter().filter(is_beside).count();
            let stride = (place + after.iter().filter(is_beside).count()).max(1);
            let first = before.iter().position(|other| is_beside(&other));
            let size = stride << shape.row_bits;
            let start = match (shape.is_dense, first) {
                (true, _) => layout.dense,
                (false, Some(first)) => layout.templates[first].start + place,
                (false, None) => layout.rows,
            };
            match (shape.is_dense, first) {
                (true, _) => layout.dense += size,
                (false, Some(_)) => {}
                (false, None) => layout.rows += size,
            }
            layout.columns = layout.columns.max(1 << shape.column_bits);
            let Shape { is_dense, row, column, .. } = *shape;
            layout.templates.push(Template { is_dense, start, stride, cells: 0, places: 0, row, column });
        }
        layout
    }
}

impl Layout {
    /// Moves the weights to after those of other models.
    pub(crate) fn follow(&mut self, others: &Packed, places: usize) {
        for template in &mut self.templates {
            template.start += if template.is_dense { others.dense.len() } else { others.rows.len() };
            (template.cells, template.places) = (others.cells.len(), places);
        }
    }
}

/// How the fields of a template are divided into row and column.
struct Shape {
    is_dense: bool,
    row: Shifts,
    column: Shifts,
    row_bits: u32,
    column_bits: u32,
    /// The field that makes up the rows alone, where they are no places of the plain list.
    row_field: Option<usize>,
}

impl Shape {
    /// The fields with the fewest values make up the column, as many as fit; the last field is the row.
    fn of(fields: &[Field], bits: &Bits) -> Shape {
        let mut order: Vec<usize> = (0..fields.len()).collect();
        order.sort_by_key(|at| bits[fields[*at] as usize]);
        let size = |at: &usize| bits[fields[*at] as usize];
        let is_dense = order.iter().map(size).sum::<u32>() <= DENSE;
        let (mut row, mut column) = ([None; MAX_FIELDS], [None; MAX_FIELDS]);
        let (mut row_bits, mut column_bits, mut in_row) = (0, 0, 0);
        for (place, at) in order.iter().enumerate() {
            let fits = column_bits + size(at) <= MAX_COLUMN_BITS && place + 1 < order.len();
            if !is_dense && in_row == 0 && fits {
                column[*at] = Some(column_bits);
                column_bits += size(at);
            } else {
                row[*at] = Some(row_bits);
                row_bits += size(at);
                in_row += 1;
            }
        }
        assert!(row_bits + column_bits <= u32::BITS, "a row has to fit in a usize of every target");
        let last = order.last().map(|at| fields[*at] as usize);
        let row_field = last.filter(|_| !is_dense && in_row == 1);
        Shape { is_dense, row, column, row_bits, column_bits, row_field }
    }
}
