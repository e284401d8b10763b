//! What standard output and standard error are: a terminal or not, how wide, with colours or not.
//!
//! Colours follow `--color`, and with `auto` the usual environment (`NO_COLOR`, `CLICOLOR_FORCE`, `TERM`).

use crate::outlet::own;
use anstream::{AutoStream, ColorChoice};
use clap::builder::styling::{AnsiColor, Style};
use std::io::{self, IsTerminal};

/// Width where there is neither a terminal nor `COLUMNS`, in columns.
const PLAIN_WIDTH: usize = 100;

/// Widest that text is set, in columns; longer lines are hard to read.
const WIDEST: usize = 120;

/// Where text goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terminal {
    /// Columns for text.
    pub(crate) width: usize,
    /// Colours on standard output.
    pub(crate) out_color: bool,
    /// Colours on standard error.
    pub(crate) err_color: bool,
    /// Whether somebody watches standard error.
    pub(crate) is_watched: bool,
}

impl Terminal {
    /// The terminal that the program was started in.
    pub(crate) fn here() -> Self {
        let columns = || std::env::var("COLUMNS").ok()?.parse().ok();
        let width = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)).or_else(columns);
        Self {
            width: width.unwrap_or(PLAIN_WIDTH).clamp(40, WIDEST),
            out_color: AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            err_color: AutoStream::choice(&io::stderr()) != ColorChoice::Never,
            is_watched: io::stderr().is_terminal(),
        }
    }

    /// A heading on standard output.
    pub(crate) fn heading(&self, text: &str) -> String {
        styled(text, Style::new().bold(), self.out_color)
    }

    /// A word such as `error:` on standard error.
    pub(crate) fn alarm(&self, text: &str) -> String {
        styled(text, AnsiColor::Red.on_default().bold(), self.err_color)
    }

    /// A word such as `hint:` on standard error.
    pub(crate) fn advice(&self, text: &str) -> String {
        styled(text, AnsiColor::Cyan.on_default().bold(), self.err_color)
    }
}

fn styled(text: &str, style: Style, color: bool) -> String {
    if color {
        format!("{}{text}{}", own(&style.to_string()), own(&format!("{style:#}")))
    } else {
        text.to_owned()
    }
}
