//! Which attribution lies in the content of which other one.
//!
//! Imports drafts and typed indices.

use crate::rules::Draft;
use crate::text::index::AttributionId;

/// How many attributions may hold one another around one that has a parent. Quotations within quotations within a turn
/// are fewer; it keeps the search linear where contents overlap without end.
const MAX_DEPTH: usize = 16;

/// For each draft the innermost one that holds its content and its cue. The drafts are in the order of the text, one
/// that holds another before it. Linear.
pub(crate) fn parents(drafts: &[Draft]) -> Vec<Option<AttributionId>> {
    let mut around: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(drafts.len());
    for (index, draft) in drafts.iter().enumerate() {
        let Some(extent) = draft.extent() else {
            parents.push(None);
            continue;
        };
        let is_over = |last: &usize| drafts[*last].extent().is_none_or(|outer| outer.end <= extent.start);
        while around.last().is_some_and(is_over) {
            around.pop();
        }
        let mut candidates = around.iter().rev().take(MAX_DEPTH);
        let parent = candidates.find(|outer| drafts[**outer].nests(draft));
        parents.push(parent.map(|outer| AttributionId::new(*outer)));
        around.push(index);
    }
    parents
}
