//! Text in columns: numbers with separators, aligned tables, wrapped paragraphs.
//!
//! Widths are counted in columns of a terminal, so that letters beyond ASCII do not shift a table.

use demerit_words::{Language, Words};
use textwrap::Options;
use textwrap::core::display_width;

/// Columns between two columns of a table.
const GAP: usize = 2;

/// Narrowest that a column of a table is wrapped to.
const NARROWEST: usize = 14;

/// The terminal speaks English.
pub(crate) const ENGLISH: Words = Words::new(Language::En);

/// A number of a table: commas between thousands, four significant digits below a thousand.
pub(crate) fn number(value: f64) -> String {
    if !value.is_finite() {
        return value.to_string();
    }
    let sign = if value < 0.0 { "-" } else { "" };
    let size = value.abs();
    if size >= 1000.0 {
        return format!("{sign}{}", ENGLISH.thousands(size.round() as u64));
    }
    let decimals = match size {
        size if size >= 100.0 => 1,
        size if size >= 10.0 => 2,
        size if size >= 1.0 => 3,
        size if size >= 0.1 => 4,
        _ => 5,
    };
    let text = format!("{size:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "0" { text.to_owned() } else { format!("{sign}{text}") }
}

/// A rate or a count at a glance: `980`, `12.3 thousand`, `41.7 million`, `1.2 billion`.
pub(crate) fn glance(value: f64) -> String {
    match value {
        value if value >= 1e9 => format!("{:.1} billion", value / 1e9),
        value if value >= 1e6 => format!("{:.1} million", value / 1e6),
        value if value >= 1e4 => format!("{:.1} thousand", value / 1e3),
        value => ENGLISH.thousands(value.max(0.0).round() as u64),
    }
}

/// A span of time at a glance: `40 ms`, `0.4 s`, `12 s`, `3 min 05 s`, `2 h 10 min`.
pub(crate) fn time(seconds: f64) -> String {
    let whole = seconds.max(0.0).round() as u64;
    match whole {
        0 if seconds < 0.1 => format!("{:.0} ms", seconds.max(0.0) * 1000.0),
        0..10 => format!("{seconds:.1} s"),
        10..60 => format!("{whole} s"),
        60..3600 => format!("{} min {:02} s", whole / 60, whole % 60),
        _ => format!("{} h {:02} min", whole / 3600, whole % 3600 / 60),
    }
}

/// Paragraphs wrapped at `width`, each line after `indent` columns; ends with a newline.
pub(crate) fn paragraph(text: &str, indent: usize, width: usize) -> String {
    let margin = " ".repeat(indent);
    let options = Options::new(width).initial_indent(&margin).subsequent_indent(&margin).break_words(false);
    let mut lines = textwrap::wrap(text.trim(), options).join("\n");
    lines.push('\n');
    lines
}

/// How a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A table of text.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    aligns: Vec<Align>,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
    indent: usize,
}

impl Table {
    /// A table with a column for each alignment and heading; without a line of headings if all are empty.
    pub(crate) fn new(aligns: &[Align], heads: &[&str]) -> Self {
        let heads = heads.iter().map(|&head| head.to_owned()).collect();
        Self { aligns: aligns.to_vec(), heads, rows: Vec::new(), indent: 0 }
    }

    /// Begins each line after `indent` columns.
    pub(crate) fn indented(mut self, indent: usize) -> Self {
        self.indent = indent;
        self
    }

    /// Adds a row with a cell for each column.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The table within `width`: where it is too wide, its last column is wrapped, then others of words, the
    /// widest first.
    pub(crate) fn text(&self, width: usize) -> String {
        let heads = self.heads.iter().any(|head| !head.is_empty()).then_some(&self.heads);
        let widths = self.widths(heads, width);
        let mut text = String::new();
        for row in heads.into_iter().chain(&self.rows) {
            self.line(row, &widths, &mut text);
        }
        text
    }

    /// Width of each column.
    fn widths(&self, heads: Option<&Vec<String>>, width: usize) -> Vec<usize> {
        let mut widths: Vec<usize> = (0..self.aligns.len())
            .map(|column| {
                let cells = heads.into_iter().chain(&self.rows).filter_map(|row| row.get(column));
                cells.flat_map(|cell| cell.lines()).map(display_width).max().unwrap_or(0)
            })
            .collect();
        let gaps = GAP * widths.len().saturating_sub(1);
        let mut over = (self.indent + gaps + widths.iter().sum::<usize>()).saturating_sub(width);
        let last = widths.len().saturating_sub(1);
        let words: Vec<usize> =
            (0..widths.len()).filter(|column| self.aligns[*column] == Align::Left).collect();
        while over > 0 {
            let wide = || words.iter().copied().filter(|column| widths[*column] > NARROWEST);
            let column =
                wide().find(|column| *column == last).or_else(|| wide().max_by_key(|column| widths[*column]));
            let Some(column) = column else { break };
            widths[column] -= 1;
            over -= 1;
        }
        widths
    }

    /// A row, as many lines high as its highest cell.
    fn line(&self, row: &[String], widths: &[usize], text: &mut String) {
        let cells: Vec<Vec<_>> = row
            .iter()
            .zip(widths)
            .map(|(cell, width)| textwrap::wrap(cell, Options::new((*width).max(1)).break_words(false)))
            .collect();
        for height in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            let mut line = " ".repeat(self.indent);
            for (column, lines) in cells.iter().enumerate() {
                let cell = lines.get(height).map_or("", |cell| cell);
                let space = " ".repeat(widths[column].saturating_sub(display_width(cell)));
                let (before, after) = if self.aligns[column] == Align::Left {
                    ("", space.as_str())
                } else {
                    (space.as_str(), "")
                };
                line.extend([before, cell, after, &" ".repeat(GAP)]);
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Align::{Left, Right};
    use super::*;

    #[test]
    fn numbers_of_a_table_have_four_digits_that_count() {
        let written: Vec<String> =
            [0.0, 0.1795, 5.0, 22.04, 105.07, -3.5, 15467.2, 0.00718, -0.000_001].map(number).into();
        assert_eq!(written, ["0", "0.1795", "5", "22.04", "105.1", "-3.5", "15,467", "0.00718", "0"]);
        assert_eq!(number(f64::NAN), "NaN");
    }

    #[test]
    fn rates_and_times_are_read_at_a_glance() {
        assert_eq!(
            [950.0, 41_660.0, 41_660_000.0, 1.25e9].map(glance).join("|"),
            "950|41.7 thousand|41.7 million|1.2 billion"
        );
        assert_eq!(
            [0.042, 0.42, 9.6, 59.0, 185.0, 7_800.0].map(time).join("|"),
            "42 ms|0.4 s|10 s|59 s|3 min 05 s|2 h 10 min"
        );
    }

    #[test]
    fn a_table_is_aligned_and_its_last_column_wrapped() {
        let mut table = Table::new(&[Left, Right, Left], &["name", "value", "note"]);
        table.row(["é".into(), "7".into(), "a word and another one here".into()]);
        table.row(["three".into(), "1,000".into(), String::new()]);
        let expected = "name   value  note\n\
                        é          7  a word and another\n              one here\n\
                        three  1,000\n";
        assert_eq!(table.text(34), expected);
    }

    #[test]
    fn where_the_last_column_is_narrow_the_widest_one_is_wrapped() {
        let mut table = Table::new(&[Left, Right, Left], &[""; 3]).indented(1);
        table.row(["cities of more than a million persons".into(), "12".into(), "[1]".into()]);
        table.row(["towns".into(), "1,234".into(), "[2]\nand [3]".into()]);
        let expected = " cities of more than a     12  [1]\n\
                        \x20million persons\n\
                        \x20towns                  1,234  [2]\n\
                        \x20                              and [3]\n";
        assert_eq!(table.text(38), expected);
    }

    #[test]
    fn a_table_without_headings_or_rows_is_nothing() {
        assert_eq!(Table::new(&[Left], &[""; 1]).text(80), "");
        assert_eq!(paragraph("one two", 2, 6), "  one\n  two\n");
    }
}
