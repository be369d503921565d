//! Pairs the marks of one paragraph.
//!
//! Imports the marks of `quotes` and typed indices.

use crate::quotes::marks::Mark;
use crate::text::index::Idx;
use crate::tokenizer::marks::{Family, Side};

/// The marks of a paragraph that count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Marked;

/// A position in the marks of a paragraph.
pub(crate) type MarkIdx = Idx<Marked>;

/// A quotation within one paragraph, as indices into its marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    pub open: MarkIdx,
    pub ending: QuoteEnd,
}

/// Where a quotation ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QuoteEnd {
    /// With the mark that closes it.
    Closed(MarkIdx),
    /// Before this mark, since no mark closes it.
    Before(MarkIdx),
    /// With its paragraph.
    Paragraph,
}

/// The maximum number of open marks. Deeper ones are skipped, so that a mark is found in the stack in bounded
/// time.
const DEEPEST: usize = 32;

/// Pairs the marks of one paragraph after another.
#[derive(Default)]
pub(crate) struct Matcher {
    ahead: Vec<Ahead>,
    open: Vec<MarkIdx>,
    pairs: Vec<Pair>,
}

/// Facts about the marks after one in its paragraph.
#[derive(Clone, Copy, Default)]
struct Ahead {
    /// Closing double marks less opening ones.
    surplus: i32,
    /// Whether straight double marks are odd in number.
    is_odd: bool,
    /// Whether the next single mark that certainly opens or certainly closes does close.
    single_closes: bool,
}

impl Matcher {
    /// The pairs of these marks, in the order in which they open.
    pub(crate) fn pairs(&mut self, marks: &[Mark]) -> &[Pair] {
        look_ahead(marks, &mut self.ahead);
        self.pairs.clear();
        let mut pairing = Pairing { marks, ahead: &self.ahead, open: &mut self.open, pairs: &mut self.pairs };
        for at in 0..marks.len() {
            pairing.step(MarkIdx::new(at));
        }
        let open = self.open.drain(..);
        self.pairs.extend(open.map(|open| Pair { open, ending: QuoteEnd::Paragraph }));
        self.pairs.sort_unstable_by_key(|pair| pair.open);
        &self.pairs
    }
}

/// Goes from left to right with a stack. Each mark is pushed and popped at most once.
struct Pairing<'m> {
    marks: &'m [Mark],
    ahead: &'m [Ahead],
    open: &'m mut Vec<MarkIdx>,
    pairs: &'m mut Vec<Pair>,
}

impl Pairing<'_> {
    fn step(&mut self, at: MarkIdx) {
        match self.marks[at.get()].family {
            Family::Double => self.double(at),
            Family::Single => self.single(at),
            Family::Guillemet | Family::Corner => self.directed(at),
        }
    }

    /// The depth in the stack of the innermost open mark of this family.
    fn innermost(&self, family: Family) -> Option<usize> {
        self.open.iter().rposition(|&open| self.marks[open.get()].family == family)
    }

    /// The open mark at this depth.
    fn opener(&self, depth: usize) -> &Mark {
        &self.marks[self.open[depth].get()]
    }

    fn open(&mut self, at: MarkIdx) {
        if self.open.len() < DEEPEST {
            self.open.push(at);
        }
    }

    /// Closes the open mark at this depth. Marks that were opened inside it and never closed are no quotations.
    fn close(&mut self, depth: usize, at: MarkIdx) {
        let open = self.open[depth];
        self.open.truncate(depth);
        self.pairs.push(Pair { open, ending: QuoteEnd::Closed(at) });
    }

    /// Gives up the open mark at this depth: its quotation ends before the mark `at`.
    fn stop(&mut self, depth: usize, at: MarkIdx) {
        let open = self.open[depth];
        self.open.truncate(depth);
        self.pairs.push(Pair { open, ending: QuoteEnd::Before(at) });
    }

    fn double(&mut self, at: MarkIdx) {
        let mark = self.marks[at.get()];
        let Some(depth) = self.innermost(Family::Double) else {
            let stray = mark.can_only_close() || (mark.side == Side::Closing && !mark.can_only_open());
            if !stray || mark.side == Side::Opening {
                self.open(at);
            }
            return;
        };
        let opener = self.opener(depth).side;
        match mark.side {
            Side::Closing => self.close(depth, at),
            Side::Opening
                if mark.can_only_close()
                    || self.opener(depth).is_low && (mark.touches_previous || !mark.touches_next) =>
            {
                self.close(depth, at);
            }
            Side::Opening if self.ahead[at.get()].surplus > 1 || opener == Side::Straight => self.open(at),
            Side::Opening => {
                self.stop(depth, at);
                self.open(at);
            }
            Side::Straight => self.straight(at, depth),
        }
    }

    fn straight(&mut self, at: MarkIdx, depth: usize) {
        let mark = self.marks[at.get()];
        let opener = self.opener(depth);
        let Ahead { is_odd: odd_ahead, surplus, .. } = self.ahead[at.get()];
        let inside_curly = opener.side != Side::Straight;
        // A mark that closes a low one counts as an opening one elsewhere.
        let curly_ahead = inside_curly && surplus > 0 || opener.is_low && surplus != 0;
        if mark.may_be_inches && mark.can_only_close() && (odd_ahead || curly_ahead) {
            return;
        }
        if !(mark.can_only_open() && odd_ahead) {
            match inside_curly || !self.opens_within(at) {
                true => self.close(depth, at),
                false => self.open(at),
            }
        } else if inside_curly {
            self.open(at);
        } else {
            self.stop(depth, at);
            self.open(at);
        }
    }

    /// Whether a straight mark opens a quotation within one in the same marks: after a space, and the next two close.
    fn opens_within(&self, at: MarkIdx) -> bool {
        let closes = |mark: &Mark| {
            mark.family == Family::Double && mark.side == Side::Straight && mark.touches_previous
        };
        let ahead = self.marks.get(at.get() + 1..).unwrap_or_default();
        let mut double = ahead.iter().filter(|mark| mark.family == Family::Double).take(2);
        self.marks[at.get()].can_only_open()
            && double.next().is_some_and(closes)
            && double.next().is_some_and(Mark::can_only_close)
    }

    fn single(&mut self, at: MarkIdx) {
        let mark = self.marks[at.get()];
        let opens = match mark.side {
            Side::Opening => mark.touches_next,
            Side::Closing => false,
            Side::Straight => mark.touches_next && !mark.touches_previous || mark.can_only_open(),
        };
        let inner = self.innermost(Family::Single).filter(|depth| depth + 1 == self.open.len());
        match inner {
            Some(depth)
                if (mark.touches_previous || mark.stands_alone())
                    && (self.opener(depth).is_low || !(opens && mark.side == Side::Opening)) =>
            {
                let is_apostrophe = mark.may_be_apostrophe && self.ahead[at.get()].single_closes;
                if !is_apostrophe {
                    self.close(depth, at);
                }
            }
            // If no mark closes it, `paragraphs` drops it as an apostrophe.
            _ if (opens || inner.is_none() && mark.touches_next && mark.side != Side::Closing)
                && !mark.can_only_close() =>
            {
                self.open(at);
            }
            _ => {}
        }
    }

    /// Guillemets and corner marks, either way round: the first one that touches the next token opens.
    fn directed(&mut self, at: MarkIdx) {
        let mark = self.marks[at.get()];
        match self.innermost(mark.family) {
            Some(depth) if self.opener(depth).side != mark.side => self.close(depth, at),
            _ if mark.side == Side::Opening || mark.can_only_open() => self.open(at),
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
        match (mark.family, mark.side) {
            (Family::Double, Side::Straight) => next.is_odd = !next.is_odd,
            (Family::Double, Side::Opening) => next.surplus -= 1,
            (Family::Double, Side::Closing) => next.surplus += 1,
            (Family::Single, _) if mark.can_only_open() => next.single_closes = false,
            (Family::Single, _) if !mark.may_be_apostrophe => {
                next.single_closes = mark.touches_previous || mark.stands_alone();
            }
            _ => {}
        }
    }
}
