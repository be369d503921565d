//! Which attributions are within what another one reports.

use crate::analysis::Attribution;
use crate::text::index::AttributionId;
use crate::text::span::Span;

/// How many contents that begin before an attribution are looked at, the nearest first.
const DEPTH: usize = 8;

/// Sets the parent of each attribution: the innermost other one whose content holds its cue and its content. Linear but
/// for a sort.
pub(crate) fn set_parents(attributions: &mut [Attribution<'_>]) {
    let extents: Vec<Option<(usize, usize)>> = attributions.iter().map(extent_with_cue).collect();
    let parts = attributions
        .iter()
        .enumerate()
        .flat_map(|(id, outer)| outer.content.iter().map(move |part| (*part, id)));
    let mut parts: Vec<(Span, usize)> = parts.collect();
    parts.sort_by_key(|(part, id)| (part.start(), std::cmp::Reverse(part.end()), *id));
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    order.sort_by_key(|id| extents[*id].map(|extent| extent.0));
    let mut open: Vec<(Span, usize)> = Vec::new();
    let mut next = parts.into_iter().peekable();
    for id in order {
        let Some((start, end)) = extents[id] else { continue };
        while let Some(part) = next.next_if(|(part, _)| part.start() <= start) {
            open.push(part);
        }
        while open.last().is_some_and(|(part, _)| part.end() <= start) {
            open.pop();
        }
        let holds = |(part, outer): &&(Span, usize)| *outer != id && end <= part.end();
        let outer = open.iter().rev().take(DEPTH).find(holds);
        attributions[id].parent = outer.map(|(_, outer)| AttributionId::new(*outer));
    }
}

/// From the first byte of cue and content to the last; `None` without a cue, which nobody within another content says.
fn extent_with_cue(attribution: &Attribution<'_>) -> Option<(usize, usize)> {
    let cue = attribution.cue.as_ref()?.span;
    let all = || attribution.content.iter().chain([&cue]);
    Some((all().map(|span| span.start()).min()?, all().map(|span| span.end()).max()?))
}
