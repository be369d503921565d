//! The words of one paragraph, with all that is known of each where it stands.

mod tagged;
mod verbs;
mod view;

pub(crate) use tagged::Tagged;
pub(crate) use view::{Shape, View};

use crate::language::Classes;
use crate::text::lists;
use crate::tokenizer::Range;
use crate::words::verbs::is_finite_verb;

/// The tokens of a paragraph and their classes, found once for all that ask for them.
///
/// Tokens are those of the text; of one outside the paragraph nothing is known.
pub(crate) struct Words<'a, 't> {
    pub text: &'a Tagged<'t>,
    tokens: Range,
    views: &'a mut Vec<View>,
    /// Whether Every Word of It Is Capitalised.
    pub is_headline: bool,
}

impl<'a, 't> Words<'a, 't> {
    /// Of no paragraph yet; fills this list over and over.
    pub(crate) fn new(text: &'a Tagged<'t>, views: &'a mut Vec<View>) -> Self {
        Words { text, tokens: 0..0, views, is_headline: false }
    }

    /// Empties its list for another text.
    pub(crate) fn finish(self) {
        lists::empty(self.views);
    }

    /// Goes on to the paragraph of these tokens.
    pub(crate) fn read(&mut self, tokens: Range) {
        let text = self.text;
        self.views.clear();
        let mut begins = text.begins_sentence(tokens.start);
        // A participle that begins a text is no part of a noun phrase.
        let mut before =
            tokens.start.checked_sub(1).map_or(Classes::AUXILIARY, |last| text.view(last).classes);
        self.views.extend(tokens.clone().map(|token| {
            let view = text.view(token);
            let is_finite = is_finite_verb(view, before, || text.ends_in_ed(token));
            let shape = view.shape | Shape::BEGINS.when(begins) | Shape::FINITE.when(is_finite);
            begins = text.is_fresh(token, view);
            before = view.classes;
            View { shape, ..view }
        }));
        self.tokens = tokens;
        self.is_headline = self.is_written_like_headline();
    }

    pub(crate) fn tokens(&self) -> Range {
        self.tokens.clone()
    }

    /// What is known of a token and of its place.
    #[inline]
    pub(crate) fn view(&self, token: usize) -> View {
        self.views.get(token.wrapping_sub(self.tokens.start)).copied().unwrap_or(View::NONE)
    }

    /// The classes of the word at a token.
    #[inline]
    pub(crate) fn classes(&self, token: usize) -> Classes {
        self.view(token).classes
    }

    /// The views of these tokens of the paragraph.
    pub(crate) fn slice(&self, tokens: Range) -> &[View] {
        &self.views[tokens.start - self.tokens.start..tokens.end - self.tokens.start]
    }

    /// Whether a token is of one of these classes.
    #[inline]
    pub(crate) fn is(&self, token: usize, of: Classes) -> bool {
        self.classes(token).any(of)
    }

    /// Whether a token has one of these shapes.
    #[inline]
    pub(crate) fn has(&self, token: usize, shape: Shape) -> bool {
        self.view(token).has(shape)
    }

    /// Whether a token is a word, and no number.
    #[inline]
    pub(crate) fn is_word(&self, token: usize) -> bool {
        let view = self.view(token);
        view.has(Shape::WORD) && !view.has(Shape::NUMBER)
    }

    /// Whether a token is a word that is written like a name.
    #[inline]
    pub(crate) fn is_capitalised(&self, token: usize) -> bool {
        self.has(token, Shape::CAPITAL)
    }

    /// Whether a token of the paragraph is exactly these characters.
    pub(crate) fn reads(&self, token: usize, word: &str) -> bool {
        self.tokens.contains(&token) && self.text.text_of(token) == word
    }

    /// Whether most ordinary words of the paragraph start like a name.
    fn is_written_like_headline(&self) -> bool {
        if self.views.len() > LONGEST_HEADLINE {
            return false;
        }
        let (mut words, mut capitalised) = (0u32, 0u32);
        for view in self.views.get(1..).unwrap_or(&[]) {
            let is_ordinary = view.is(ORDINARY) & !view.has(Shape::BEGINS);
            words += u32::from(is_ordinary);
            capitalised += u32::from(is_ordinary & view.has(Shape::CAPITAL));
        }
        capitalised * 2 > words
    }
}

/// The longest line that is looked at as a headline, in tokens.
const LONGEST_HEADLINE: usize = 40;

/// Words that no sentence of prose writes with a capital in its midst.
const ORDINARY: Classes = Classes::COMMON
    .or(Classes::ADVERB)
    .or(Classes::AUXILIARY)
    .or(Classes::ANY_VERB)
    .or(Classes::PRONOUN)
    .or(Classes::SUBORDINATOR)
    .or(Classes::POSSESSIVE);
