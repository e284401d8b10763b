//! Faults of a file: what is wrong, at which line and column, and what was probably meant.
//!
//! All faults of one file are gathered in [`Faults`] and shown together: as one picture of the file with a
//! label at each fault ([`Faults::render`]), as one plain line a fault
//! (`path:line:column: key: message (hint)`, its `Display`), or as JSON (its `Serialize`). They are kept in
//! the order of their places.
//!
//! Symbols: `span` is a range of bytes of the text, cut at the end of its first line; `line` and `column`
//! count from 1, the column in characters; `key` is the place in the file's own words, such as
//! `rules[3].points`.
//!
//! A file can be hostile: at most [`MOST_FAULTS`] faults are kept (the rest are counted), what they quote is
//! cut and letters that would steer a terminal are written out, and a file with very long lines is shown
//! without its picture. So is a text that has none of our keys at its top ([`form`]): it may be any file of
//! its owner, whose lines are nobody's business.
//!
//! The warnings of a file that is right have the same form: see `load/warnings.rs`.

pub(crate) mod diagnostics;

use std::fmt::{self, Write as _};
use std::ops::Range;
use std::sync::Arc;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource, Report};
use serde::{Serialize, Serializer};

use crate::catalogue::form::form;
use crate::shown::{brief, shown, steers};

/// The most faults that are kept of one file; further ones are counted in [`Faults::left_out`].
pub const MOST_FAULTS: usize = 100;

/// The longest line, in bytes, that is still drawn in a picture.
const LONGEST_DRAWN_LINE: usize = 1000;

/// One thing that is wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The path of the file, as the user named it.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// The bytes of the text that are at fault; never more than one line of them.
    pub span: Range<usize>,
    /// The place in the file's own words, such as `rules[3].points`; empty for the file as a whole.
    #[serde(serialize_with = "briefly")]
    pub key: String,
    /// What is wrong, without a full stop.
    pub message: String,
    /// What was probably meant, or what is allowed.
    pub hint: Option<String>,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}:{}: ", self.path, self.line, self.column)?;
        if !self.key.is_empty() {
            write!(formatter, "{}: ", brief(&self.key))?;
        }
        formatter.write_str(&self.words())
    }
}

/// Writes a place as it is shown.
fn briefly<S: Serializer>(key: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&brief(key))
}

impl Fault {
    /// What is wrong, with its hint.
    fn words(&self) -> String {
        let hint = self.hint.as_ref().map_or_else(String::new, |hint| format!(" ({hint})"));
        format!("{}{hint}", self.message)
    }
}

/// Everything that is wrong in one file.
#[derive(Clone, Debug, Serialize)]
pub struct Faults {
    /// The path of the file, as the user named it.
    pub path: String,
    /// The text of the file.
    #[serde(skip)]
    pub text: Arc<str>,
    /// The faults, in the order of their places.
    pub faults: Vec<Fault>,
    /// How many faults there are beyond those kept.
    pub left_out: u32,
    /// How many may be kept.
    #[serde(skip)]
    room: usize,
}

impl Faults {
    /// No faults yet.
    #[must_use]
    pub fn new(path: &str, text: impl Into<Arc<str>>) -> Self {
        Self { path: path.to_owned(), text: text.into(), faults: Vec::new(), left_out: 0, room: MOST_FAULTS }
    }

    /// No faults yet of a part of a file of which these are known: together they are kept up to the most.
    pub(crate) fn beside(mut self, known: &Self) -> Self {
        self.room = known.room.saturating_sub(known.faults.len());
        self
    }

    /// Takes in the faults of a part.
    pub(crate) fn take(&mut self, mut part: Self) {
        self.faults.append(&mut part.faults);
        self.left_out = self.left_out.saturating_add(part.left_out);
    }

    /// One fault of a file as a whole, such as one that cannot be read.
    #[must_use]
    pub fn of_file(path: &str, message: impl Into<String>, hint: Option<String>) -> Self {
        let mut faults = Self::new(path, "");
        faults.add_at(0..0, String::new(), message.into(), hint);
        faults
    }

    /// Adds a fault at a range of bytes of the text. A second fault with the same words at the same bytes is
    /// dropped.
    pub fn add_at(&mut self, span: Range<usize>, key: String, message: String, hint: Option<String>) {
        if self.is_full() {
            self.left_out = self.left_out.saturating_add(1);
            return;
        }
        let span = self.within_line(span);
        let (line, column) = self.line_and_column(span.start);
        let (message, hint) = (brief(&message), hint.as_deref().map(brief));
        let fault = Fault { path: self.path.clone(), line, column, span, key, message, hint };
        if self.faults.contains(&fault) {
            return;
        }
        let order = self.faults.partition_point(|other| other.span.start <= fault.span.start);
        self.faults.insert(order, fault);
    }

    /// Adds what further checks say of the same file, one for each way of reading it: only what all of them
    /// say, and nothing of places that are at fault already.
    pub(crate) fn further(&mut self, checks: Vec<Self>) {
        let told: Vec<String> = self.faults.iter().map(|fault| fault.key.clone()).collect();
        let mut checks = checks.into_iter();
        let Some(first) = checks.next() else { return };
        let others: Vec<Self> = checks.collect();
        self.left_out = self.left_out.saturating_add(first.left_out);
        for fault in first.faults {
            let known = told.iter().any(|key| touches(key, &fault.key) || touches(&fault.key, key));
            if !known && others.iter().all(|other| other.faults.contains(&fault)) {
                self.add_at(fault.span, fault.key, fault.message, fault.hint);
            }
        }
    }

    /// True while nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty() && self.left_out == 0
    }

    /// How many faults there are, those left out included.
    #[must_use]
    pub fn count(&self) -> usize {
        self.faults.len() + self.left_out as usize
    }

    /// True once no further fault would be kept.
    #[must_use]
    pub(crate) fn is_full(&self) -> bool {
        self.faults.len() >= self.room
    }

    /// The value if nothing is wrong, and all the faults otherwise.
    ///
    /// # Errors
    /// Gives itself back if it holds at least one fault.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }

    /// One picture of the file with a label at each fault, `width` characters wide where lines can be
    /// wrapped.
    #[must_use]
    pub fn render(&self, color: bool, width: usize) -> String {
        if !self.is_drawable() {
            return format!("{self}\n");
        }
        let theme = if color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(width.clamp(40, 400))
            .with_links(false)
            .with_context_lines(1)
            .without_syntax_highlighting();
        let source = NamedSource::new(shown(&self.path), harmless(&self.text));
        let picture = Report::new(self.picture()).with_source_code(source);
        let mut drawn = String::new();
        let is_drawn = handler.render_report(&mut drawn, picture.as_ref()).is_ok()
            && self.faults.iter().all(|fault| drawn.contains(&fault.message));
        if is_drawn { drawn } else { format!("{self}\n") }
    }

    /// What is handed to the drawing library.
    fn picture(&self) -> MietteDiagnostic {
        let label = |fault: &Fault| LabeledSpan::new_with_span(Some(fault.words()), fault.span.clone());
        let labels = self.faults.iter().map(label);
        let plural = if self.count() == 1 { "" } else { "s" };
        let picture = MietteDiagnostic::new(format!("{}: {} fault{plural}", shown(&self.path), self.count()));
        let help = (self.left_out > 0).then(|| format!("and {} more that are not shown", self.left_out));
        MietteDiagnostic { help, ..picture.with_labels(labels) }
    }

    /// True if the text is a scenario of ours in kind, and no line that would be shown is so long that nobody
    /// could read the picture.
    fn is_drawable(&self) -> bool {
        form(&self.text).is_some()
            && !self.faults.is_empty()
            && self.faults.iter().all(|fault| {
                let before = self.text[..fault.span.start].rsplit('\n').take(2);
                let after = self.text[fault.span.start..].split('\n').take(2);
                before.chain(after).all(|part| part.len() <= LONGEST_DRAWN_LINE)
            })
    }

    /// Cuts a span at the end of its first line and at the boundaries of characters. The end of the file
    /// counts as the end of its last line that is not blank, so that it can be shown.
    fn within_line(&self, span: Range<usize>) -> Range<usize> {
        let text = &self.text;
        let mut start = if span.start < text.len() { span.start } else { text.trim_end().len() };
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let mut end = span.end.clamp(start, text.len());
        while !text.is_char_boundary(end) {
            end += 1;
        }
        let line = text[start..end].split(['\n', '\r']).next().unwrap_or_default();
        start..start + line.len()
    }

    fn line_and_column(&self, offset: usize) -> (u32, u32) {
        let before = &self.text[..offset];
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (order, fault) in self.faults.iter().enumerate() {
            if order > 0 {
                formatter.write_char('\n')?;
            }
            fault.fmt(formatter)?;
        }
        match self.left_out {
            0 => Ok(()),
            left_out => write!(formatter, "\n{}: and {left_out} more", self.path),
        }
    }
}

impl std::error::Error for Faults {}

/// Whether a place is another or lies around it; the file as a whole lies around nothing.
fn touches(outer: &str, inner: &str) -> bool {
    !outer.is_empty()
        && inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The text with every letter that steers replaced by a visible one of as many bytes; ends of lines of two
/// signs have a blank for the first.
fn harmless(text: &str) -> String {
    let visible = |letter: char| match (letter, letter.len_utf8()) {
        ('\r', _) => ' ',
        (_, 1) => '?',
        (_, 2) => '\u{bf}',
        (_, 3) => '\u{fffd}',
        _ => '\u{1f533}',
    };
    text.chars().map(|letter| if steers(letter) { visible(letter) } else { letter }).collect()
}

#[cfg(test)]
mod tests;
