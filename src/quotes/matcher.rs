//! Pairs the marks of one paragraph.

use super::marks::{Family, Glyph, Mark};

/// A quotation within one paragraph, as indices into its marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub open: usize,
    /// The mark that closes it.
    pub close: Option<usize>,
    /// Where it ends for want of a closing mark: before this mark, or with the paragraph.
    pub stopped_by: Option<usize>,
}

/// Marks opened inside more open ones than this are passed over, so that a mark is found in the stack
/// in bounded time.
const DEEPEST: usize = 32;

/// Pairs marks from left to right with a stack. Each mark is pushed and popped at most once.
pub(super) struct Matcher<'m> {
    marks: &'m [Mark],
    ahead: Vec<Ahead>,
    open: Vec<usize>,
    pairs: Vec<Pair>,
}

/// What is still to come after a mark in its paragraph.
#[derive(Clone, Copy, Default)]
struct Ahead {
    straight: u32,
    /// Closing double marks less opening ones.
    surplus: i32,
    /// The next single mark that certainly opens or certainly closes does close.
    single_closes: bool,
}

impl<'m> Matcher<'m> {
    pub(super) fn pairs(marks: &'m [Mark]) -> Vec<Pair> {
        let mut matcher = Matcher {
            marks,
            ahead: look_ahead(marks),
            open: Vec::new(),
            pairs: Vec::with_capacity(marks.len() / 2 + 1),
        };
        for at in 0..marks.len() {
            matcher.step(at);
        }
        for open in std::mem::take(&mut matcher.open) {
            matcher.pairs.push(Pair { open, close: None, stopped_by: None });
        }
        matcher.pairs.sort_unstable_by_key(|pair| pair.open);
        matcher.pairs
    }

    fn step(&mut self, at: usize) {
        match self.marks[at].family {
            Family::Double => self.double(at),
            Family::Single => self.single(at),
            Family::Guillemet | Family::Corner => self.directed(at),
        }
    }

    /// How deep in the stack the innermost open mark of this family is.
    fn innermost(&self, family: Family) -> Option<usize> {
        self.open.iter().rposition(|&open| self.marks[open].family == family)
    }

    fn open(&mut self, at: usize) {
        if self.open.len() < DEEPEST {
            self.open.push(at);
        }
    }

    /// Closes the open mark at this depth; what was opened inside it and never closed was no quotation.
    fn close(&mut self, depth: usize, at: usize) {
        let open = self.open[depth];
        self.open.truncate(depth);
        self.pairs.push(Pair { open, close: Some(at), stopped_by: None });
    }

    /// Gives up the open mark at this depth: its quotation ends before the mark `at`.
    fn stop(&mut self, depth: usize, at: usize) {
        let open = self.open[depth];
        self.open.truncate(depth);
        self.pairs.push(Pair { open, close: None, stopped_by: Some(at) });
    }

    fn double(&mut self, at: usize) {
        let mark = self.marks[at];
        let Some(depth) = self.innermost(Family::Double) else {
            let stray = mark.can_only_close() || (mark.glyph == Glyph::Closing && !mark.can_only_open());
            if !stray || mark.glyph == Glyph::Opening {
                self.open(at);
            }
            return;
        };
        let opener = self.marks[self.open[depth]].glyph;
        match mark.glyph {
            Glyph::Closing => self.close(depth, at),
            Glyph::Opening
                if mark.can_only_close() || self.marks[self.open[depth]].is_low && mark.touches_previous =>
            {
                self.close(depth, at);
            }
            Glyph::Opening if self.ahead[at].surplus > 1 || opener == Glyph::Straight => self.open(at),
            Glyph::Opening => {
                self.stop(depth, at);
                self.open(at);
            }
            Glyph::Straight => self.straight(at, depth),
        }
    }

    fn straight(&mut self, at: usize, depth: usize) {
        let mark = self.marks[at];
        let opener = self.marks[self.open[depth]];
        let Ahead { straight, surplus, .. } = self.ahead[at];
        let odd_ahead = straight % 2 == 1;
        let inside_curly = opener.glyph != Glyph::Straight;
        // What closes a low mark counts as an opening one elsewhere.
        let curly_ahead = inside_curly && surplus > 0 || opener.is_low && surplus != 0;
        if mark.may_be_inches && mark.can_only_close() && (odd_ahead || curly_ahead) {
            return;
        }
        if !(mark.can_only_open() && odd_ahead) {
            self.close(depth, at);
        } else if inside_curly {
            self.open(at);
        } else {
            self.stop(depth, at);
            self.open(at);
        }
    }

    fn single(&mut self, at: usize) {
        let mark = self.marks[at];
        let opens = match mark.glyph {
            Glyph::Opening => mark.touches_next,
            Glyph::Closing => false,
            Glyph::Straight => mark.touches_next && !mark.touches_previous || mark.can_only_open(),
        };
        let inner = self.innermost(Family::Single).filter(|depth| depth + 1 == self.open.len());
        match inner {
            Some(depth)
                if mark.touches_previous
                    && (self.marks[self.open[depth]].is_low || !(opens && mark.glyph == Glyph::Opening)) =>
            {
                let is_apostrophe = mark.may_be_apostrophe && self.ahead[at].single_closes;
                if !is_apostrophe {
                    self.close(depth, at);
                }
            }
            // An opening mark with no closing one ahead of it is an apostrophe.
            _ if (opens || inner.is_none() && mark.touches_next && mark.glyph != Glyph::Closing)
                && !mark.can_only_close() =>
            {
                self.open(at);
            }
            _ => {}
        }
    }

    /// Guillemets and corner marks, whichever way round: the first one to touch what follows opens.
    fn directed(&mut self, at: usize) {
        let mark = self.marks[at];
        match self.innermost(mark.family) {
            Some(depth) if self.marks[self.open[depth]].glyph != mark.glyph => self.close(depth, at),
            _ if mark.glyph == Glyph::Opening || mark.can_only_open() => self.open(at),
            _ => {}
        }
    }
}

fn look_ahead(marks: &[Mark]) -> Vec<Ahead> {
    let mut ahead = vec![Ahead::default(); marks.len()];
    let mut next = Ahead::default();
    for (at, mark) in marks.iter().enumerate().rev() {
        let seen_after = next;
        match (mark.family, mark.glyph) {
            (Family::Double, Glyph::Straight) => next.straight += 1,
            (Family::Double, Glyph::Opening) => next.surplus -= 1,
            (Family::Double, Glyph::Closing) => next.surplus += 1,
            (Family::Single, _) if mark.can_only_open() => next.single_closes = false,
            (Family::Single, _) if !mark.may_be_apostrophe => next.single_closes = mark.touches_previous,
            _ => {}
        }
        ahead[at] = seen_after;
    }
    ahead
}
