//! The text of a document, with what is said in it.
//!
//! The element of class `text` has the text of the document as its text content, character by character. What is added
//! to it (numbers, places to link to) has no text of its own.

use std::collections::BTreeMap;
use std::fmt::Write;

use maud::{html, Markup, PreEscaped};
use whosaid::{tokenizer, AttributionKind, Span};

use crate::facts;
use crate::runs::{runs, Mark, Role, Run};
use crate::view::{View, Voice};

/// A heading is a first paragraph of at most so many bytes that ends without a mark.
const LONGEST_HEADING: usize = 160;

pub(crate) fn article(view: &View<'_>) -> Markup {
    html! { div.text { (Article::new(view).write()) } }
}

/// Everything that is put into the text.
struct Article<'v> {
    view: &'v View<'v>,
    marks: Vec<Mark>,
    /// The ids of places in the text, each with the byte it is before.
    anchors: BTreeMap<usize, Vec<String>>,
    /// The attributions whose content ends at a byte.
    ends: BTreeMap<usize, Vec<usize>>,
    html: String,
}

impl<'v> Article<'v> {
    fn new(view: &'v View<'v>) -> Self {
        let mut article = Article {
            view,
            marks: Vec::new(),
            anchors: BTreeMap::new(),
            ends: BTreeMap::new(),
            html: String::new(),
        };
        article.collect_attributions();
        article.collect_quotations();
        article
    }

    fn collect_attributions(&mut self) {
        for attribution in self.view.analysis().attributions() {
            let record = attribution.index();
            let mut mark = |span, role| self.marks.push(Mark { span, role, record });
            for &span in attribution.content() {
                mark(span, Role::Content);
                if attribution.kind() == AttributionKind::Turn {
                    mark(span, Role::Spoken);
                }
            }
            if let Some(source) = attribution.source() {
                mark(source.span(), Role::Source);
            }
            if let Some(cue) = attribution.cue() {
                mark(cue.span(), Role::Cue);
            }
            // Even of an attribution that does not fit the text, for the links of the record to lead somewhere.
            let first = attribution.content().first().copied().unwrap_or_default();
            let last = attribution.content().last().copied().unwrap_or_default();
            let start = self.in_text(first.start());
            let end = self.in_text(last.end());
            self.anchors.entry(start).or_default().push(self.view.id('t', record));
            self.ends.entry(end).or_default().push(record);
        }
    }

    fn collect_quotations(&mut self) {
        for quotation in self.view.analysis().quotations() {
            let (role, record) = match quotation.attribution() {
                Some(attribution) => (Role::Spoken, attribution.index()),
                None => (Role::Unattributed, quotation.index()),
            };
            self.marks.push(Mark { span: quotation.span(), role, record });
            if role == Role::Unattributed {
                let start = self.in_text(quotation.span().start());
                self.anchors.entry(start).or_default().push(self.view.id('q', record));
            }
        }
    }

    /// The place itself, or the end of the text for one of another text.
    fn in_text(&self, place: usize) -> usize {
        let text = self.view.document.text;
        if text.is_char_boundary(place) {
            place
        } else {
            text.len()
        }
    }

    fn write(mut self) -> PreEscaped<String> {
        let text = self.view.document.text;
        let paragraphs: Vec<Span> = tokenizer::paragraphs(text).collect();
        let mut cuts: Vec<usize> = paragraphs.iter().flat_map(|it| [it.start(), it.end()]).collect();
        cuts.extend(self.anchors.keys().chain(self.ends.keys()));
        let mut left = paragraphs.into_iter().peekable();
        let mut open: Option<Span> = None;
        for run in runs(text, &self.marks, &cuts) {
            let start = run.span.start();
            // The numbers of what ends here belong to the paragraph that ends here.
            self.write_numbers(start);
            if open.is_some_and(|paragraph| paragraph.end() <= start) {
                self.html.push_str("</p>");
                open = None;
            }
            if let Some(paragraph) = left.next_if(|paragraph| paragraph.start() <= start) {
                let class = if is_heading(text, paragraph) { " class=\"heading\"" } else { "" };
                let _ = write!(self.html, "<p dir=\"auto\"{class}>");
                open = Some(paragraph);
            }
            self.write_anchors(start);
            self.write_run(&run);
        }
        self.write_numbers(text.len());
        if open.is_some() {
            self.html.push_str("</p>");
        }
        self.write_anchors(text.len());
        PreEscaped(self.html)
    }

    fn write_anchors(&mut self, place: usize) {
        for id in self.anchors.get(&place).into_iter().flatten() {
            let _ = write!(self.html, "<span class=\"place\" id=\"{id}\"></span>");
        }
    }

    /// Writes the numbers that link to the record.
    fn write_numbers(&mut self, place: usize) {
        for record in self.ends.remove(&place).unwrap_or_default() {
            let Some(attribution) = self.view.analysis().attributions().nth(record) else { continue };
            let Some(voice) = self.view.voice(record) else { continue };
            let label = format!("{}: {}, {}", record + 1, voice.name(), facts::kind(attribution.kind()));
            let number = html! {
                a class={ "number " (voice.ink()) } id=(self.view.id('n', record))
                    href={ "#" (self.view.id('a', record)) } data-number=(record + 1) aria-label=(label) {}
            };
            self.html.push_str(&number.into_string());
        }
    }

    fn write_run(&mut self, run: &Run) {
        let text = run.span.of(self.view.document.text).unwrap_or("");
        let records = |roles: &[Role]| -> Vec<usize> {
            let marks = run.marks.iter().map(|&at| &self.marks[at]);
            marks.filter(|mark| roles.contains(&mark.role)).map(|mark| mark.record).collect()
        };
        let spoken = records(&[Role::Spoken]);
        let content = records(&[Role::Content]);
        let words = records(&[Role::Source, Role::Cue]);
        let is_source = self.innermost(run, &[Role::Source, Role::Cue]) == Some(Role::Source);
        let is_unattributed =
            self.innermost(run, &[Role::Spoken, Role::Unattributed]) == Some(Role::Unattributed);
        if spoken.is_empty() && content.is_empty() && words.is_empty() && !is_unattributed {
            escape(text, &mut self.html);
            return;
        }
        let mut classes = vec!["run".to_owned()];
        let voice = |records: &[usize]| records.first().and_then(|&record| self.view.voice(record));
        classes.extend(voice(&spoken).map(Voice::shade));
        classes.extend(voice(&content).map(Voice::underline));
        classes.extend(voice(&words).map(Voice::ink));
        classes.extend((!words.is_empty()).then(|| if is_source { "source" } else { "cue" }.to_owned()));
        classes.extend((is_unattributed && spoken.is_empty()).then(|| "unattributed".to_owned()));
        let _ = write!(self.html, "<span class=\"{}\"", classes.join(" "));
        for (letter, records) in [('t', spoken), ('u', content), ('w', words)] {
            if !records.is_empty() {
                let numbers: Vec<String> = records.iter().map(|record| (record + 1).to_string()).collect();
                let _ = write!(self.html, " data-{letter}=\"{}\"", numbers.join(" "));
            }
        }
        self.html.push('>');
        escape(text, &mut self.html);
        self.html.push_str("</span>");
    }

    fn innermost(&self, run: &Run, roles: &[Role]) -> Option<Role> {
        run.marks.iter().map(|&at| self.marks[at].role).find(|role| roles.contains(role))
    }
}

fn is_heading(text: &str, paragraph: Span) -> bool {
    let first = text.get(..paragraph.start()).is_some_and(|before| before.trim().is_empty());
    let line = paragraph.of(text).unwrap_or("");
    let follows = text.get(paragraph.end()..).is_some_and(|after| !after.trim().is_empty());
    first && follows && line.len() <= LONGEST_HEADING && line.ends_with(char::is_alphanumeric)
}

/// Appends text so that a page reads the same characters from it.
///
/// A carriage return has to be a reference, because HTML reads the plain one as a line feed. It has no way to write
/// NUL.
fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\r' => html.push_str("&#13;"),
            '\0' => html.push('\u{fffd}'),
            c => html.push(c),
        }
    }
}
