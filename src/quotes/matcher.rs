//! Pairs the marks of one paragraph.

use crate::quotes::marks::{Family, Glyph, Mark};

/// A quotation within one paragraph, as indices into its marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    open: u32,
    pub ending: Ending,
}

/// Where a quotation ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// With the mark that closes it.
    Closed(u32),
    /// Before this mark, for want of one that closes it.
    Before(u32),
    /// With its paragraph.
    Paragraph,
}

impl Pair {
    pub(crate) fn open(self) -> usize {
        self.open as usize
    }
}

/// Marks opened inside more open ones than this are passed over, so that a mark is found in the stack
/// in bounded time.
const DEEPEST: usize = 32;

/// Pairs the marks of one paragraph after another.
#[derive(Default)]
pub(crate) struct Matcher {
    ahead: Vec<Ahead>,
    open: Vec<u32>,
    pairs: Vec<Pair>,
}

/// What is still to come after a mark in its paragraph.
#[derive(Clone, Copy, Default)]
struct Ahead {
    /// Closing double marks less opening ones.
    surplus: i32,
    /// Whether straight double marks are odd in number.
    is_odd: bool,
    /// The next single mark that certainly opens or certainly closes does close.
    single_closes: bool,
}

impl Matcher {
    /// The pairs of these marks, in the order in which they open.
    pub(crate) fn pairs(&mut self, marks: &[Mark]) -> &[Pair] {
        look_ahead(marks, &mut self.ahead);
        self.pairs.clear();
        let mut pairing = Pairing { marks, ahead: &self.ahead, open: &mut self.open, pairs: &mut self.pairs };
        for at in 0..marks.len() {
            pairing.step(at);
        }
        let open = self.open.drain(..);
        self.pairs.extend(open.map(|open| Pair { open, ending: Ending::Paragraph }));
        self.pairs.sort_unstable_by_key(|pair| pair.open);
        &self.pairs
    }
}

/// Goes from left to right with a stack. Each mark is pushed and popped at most once.
struct Pairing<'m> {
    marks: &'m [Mark],
    ahead: &'m [Ahead],
    open: &'m mut Vec<u32>,
    pairs: &'m mut Vec<Pair>,
}

impl Pairing<'_> {
    fn step(&mut self, at: usize) {
        match self.marks[at].family {
            Family::Double => self.double(at),
            Family::Single => self.single(at),
            Family::Guillemet | Family::Corner => self.directed(at),
        }
    }

    /// How deep in the stack the innermost open mark of this family is.
    fn innermost(&self, family: Family) -> Option<usize> {
        self.open.iter().rposition(|&open| self.marks[open as usize].family == family)
    }

    /// The open mark at this depth.
    fn opener(&self, depth: usize) -> &Mark {
        &self.marks[self.open[depth] as usize]
    }

    fn open(&mut self, at: usize) {
        if self.open.len() < DEEPEST {
            self.open.push(at as u32);
        }
    }

    /// Closes the open mark at this depth; what was opened inside it and never closed was no quotation.
    fn close(&mut self, depth: usize, at: usize) {
        let open = self.open[depth];
        self.open.truncate(depth);
        self.pairs.push(Pair { open, ending: Ending::Closed(at as u32) });
    }

    /// Gives up the open mark at this depth: its quotation ends before the mark `at`.
    fn stop(&mut self, depth: usize, at: usize) {
        let open = self.open[depth];
        self.open.truncate(depth);
        self.pairs.push(Pair { open, ending: Ending::Before(at as u32) });
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
        let opener = self.opener(depth).glyph;
        match mark.glyph {
            Glyph::Closing => self.close(depth, at),
            Glyph::Opening if mark.can_only_close() || self.opener(depth).is_low && mark.touches_previous => {
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
        let opener = self.opener(depth);
        let Ahead { is_odd: odd_ahead, surplus, .. } = self.ahead[at];
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
                    && (self.opener(depth).is_low || !(opens && mark.glyph == Glyph::Opening)) =>
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
            Some(depth) if self.opener(depth).glyph != mark.glyph => self.close(depth, at),
            _ if mark.glyph == Glyph::Opening || mark.can_only_open() => self.open(at),
            _ => {}
        }
    }
}

fn look_ahead(marks: &[Mark], ahead: &mut Vec<Ahead>) {
    ahead.clear();
    ahead.resize(marks.len(), Ahead::default());
    let mut next = Ahead::default();
    for (mark, ahead) in marks.iter().zip(ahead).rev() {
        *ahead = next;
        match (mark.family, mark.glyph) {
            (Family::Double, Glyph::Straight) => next.is_odd = !next.is_odd,
            (Family::Double, Glyph::Opening) => next.surplus -= 1,
            (Family::Double, Glyph::Closing) => next.surplus += 1,
            (Family::Single, _) if mark.can_only_open() => next.single_closes = false,
            (Family::Single, _) if !mark.may_be_apostrophe => next.single_closes = mark.touches_previous,
            _ => {}
        }
    }
}
