//! Leaves long runs of zeros out of a program's data: its memory is zero where nothing is written.
//!
//! They are the empty places in the tables of words and weights.

use std::mem::take;
use std::ops::Range;

use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, Module};

/// The length of a run that is left out. A part of the data takes ten bytes of its own, and browsers refuse a program
/// with more than 100,000 parts.
const RUN: usize = 32;

pub(crate) fn leave_out(program: &mut Module) {
    let active = program.data.iter().filter_map(|data| match data.kind {
        DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(start)) } => {
            Some((data.id(), memory, start))
        }
        _ => None,
    });
    for (id, memory, start) in active.collect::<Vec<_>>() {
        let bytes = take(&mut program.data.get_mut(id).value);
        program.data.delete(id);
        let memory_parts = &mut program.memories.get_mut(memory).data_segments;
        memory_parts.remove(&id);
        for part in parts(&bytes) {
            let offset = ConstExpr::Value(Value::I32(start + part.start as i32));
            let kind = DataKind::Active { memory, offset };
            memory_parts.insert(program.data.add(kind, bytes[part].to_vec()));
        }
    }
}

/// What is between long runs of zeros.
fn parts(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte != 0) {
        match parts.last_mut() {
            Some(part) if at - part.end < RUN => part.end = at + 1,
            _ => parts.push(at..at + 1),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{parts, RUN};

    #[test]
    fn only_long_runs_of_zeros_are_left_out() {
        let mut bytes = vec![0; 200];
        bytes[1] = 1;
        bytes[1 + RUN] = 1; // RUN - 1 zeros before it
        bytes[2 + RUN + RUN] = 1; // RUN zeros before it
        assert_eq!(parts(&bytes), [1..2 + RUN, 2 + RUN + RUN..3 + RUN + RUN]);
        assert!(parts(&[0; 100]).is_empty());
    }
}
