//! Failures of a command: what is said of them, and the exit code.

use crate::layout;
use crate::outlet::own;
use crate::terminal::Terminal;
use demerit_report::ReportError;
use demerit_scenario::faults::Faults;
use demerit_scenario::load::LoadError;
use demerit_scenario::shown::cut;
use demerit_study::run_folder::FolderError;
use std::fmt::Write;
use std::io;
use std::path::Path;

/// Exit code of a problem of the input.
pub(crate) const INPUT: u8 = 1;

/// Exit code of a problem of the call.
pub(crate) const CALL: u8 = 2;

/// Exit code of a fault of ours.
pub(crate) const OURS: u8 = 70;

/// The longest message, in letters: it may hold a path, which is cut nowhere else.
const LONGEST: usize = 2000;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A problem of the input, told in a sentence.
    Problem {
        /// What is wrong.
        message: String,
        /// What may help.
        hint: Option<String>,
    },
    /// A problem of the call that only the work itself could find.
    Call {
        /// What is wrong.
        message: String,
    },
    /// Faults in files.
    Faults(Vec<Faults>),
    /// Some of several files are not right; the text tells of each.
    Some {
        /// What was found, for standard output.
        text: String,
        /// What is wrong.
        failures: Vec<Failure>,
        /// The sum of it, in a sentence.
        message: Option<String>,
    },
    /// Stopped from outside.
    Stopped {
        /// The exit code.
        code: u8,
        /// What there is to tell all the same, for standard output.
        text: String,
        /// What became of the work.
        message: String,
        /// How to go on.
        hint: Option<String>,
    },
    /// A fault of ours.
    Ours(String),
}

impl Failure {
    /// A problem of the input.
    pub(crate) fn problem(message: impl Into<String>) -> Self {
        Self::Problem { message: message.into(), hint: None }
    }

    /// The exit code.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::Problem { .. } | Self::Faults(_) | Self::Some { .. } => INPUT,
            Self::Call { .. } => CALL,
            Self::Stopped { code, .. } => *code,
            Self::Ours(_) => OURS,
        }
    }

    /// The text that goes to standard output all the same.
    pub(crate) fn take_text(&mut self) -> String {
        if let Self::Some { text, .. } | Self::Stopped { text, .. } = self {
            std::mem::take(text)
        } else {
            String::new()
        }
    }

    /// What is said on standard error.
    pub(crate) fn render(&self, terminal: &Terminal) -> String {
        let error = terminal.alarm("error:");
        match self {
            Self::Problem { message, hint } => {
                format!("{error} {}\n{}", cut(message, LONGEST), hinted(hint.as_deref(), terminal))
            }
            Self::Call { message } => {
                format!("{error} {}\n\nFor more information, try '--help'.\n", cut(message, LONGEST))
            }
            Self::Faults(all) => {
                all.iter().map(|faults| own(&faults.render(terminal.err_color, terminal.width))).collect()
            }
            Self::Some { failures, message, .. } => {
                let mut text: String = failures.iter().map(|failure| failure.render(terminal)).collect();
                if let Some(message) = message {
                    let _ = writeln!(text, "{error} {message}");
                }
                text
            }
            Self::Stopped { message, hint, .. } => {
                format!("{message}\n{}", hinted(hint.as_deref(), terminal))
            }
            Self::Ours(message) => our_fault(message),
        }
    }
}

/// A line with what may help.
fn hinted(hint: Option<&str>, terminal: &Terminal) -> String {
    hint.map_or_else(String::new, |hint| format!(" {} {}\n", terminal.advice("hint:"), cut(hint, LONGEST)))
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Faults(faults) => Self::Faults(faults),
            LoadError::Io { path, source } => Self::problem(cannot("read", &path, &source)),
            LoadError::Stopped => Self::problem(error.to_string()),
            LoadError::Unknown { ref hint, .. } => {
                Self::Problem { hint: hint.clone(), message: error.to_string() }
            }
        }
    }
}

impl From<FolderError> for Failure {
    fn from(error: FolderError) -> Self {
        let hint = match &error {
            FolderError::Io { what: "read", path, .. } => {
                FolderError::Foreign { path: path.clone(), message: String::new() }.hint()
            }
            other => other.hint(),
        };
        let hint = Some(hint.to_owned());
        let message = match &error {
            FolderError::Io { what, path, source } => cannot(what, path, source),
            other => other.to_string(),
        };
        Self::Problem { message, hint }
    }
}

impl From<ReportError> for Failure {
    fn from(error: ReportError) -> Self {
        Self::problem(error.to_string())
    }
}

/// What is said of a fault of ours.
pub(crate) fn our_fault(message: &str) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let advice = format!(
        "This should not happen, whatever the input. Please report it with the command, the files that it read and the \
         version of demerit, {version}. With RUST_BACKTRACE=1 it tells more."
    );
    format!("error: demerit has a fault: {message}\n{}", layout::paragraph(&advice, 0, 100))
}

/// What is said of a path that could not be read, written or the like.
pub(crate) fn cannot(what: &str, path: &Path, error: &io::Error) -> String {
    format!("cannot {what} {}: {}", path.display(), plain(error))
}

/// An error of the system without its number.
pub(crate) fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error ").next().unwrap_or(&text).to_owned()
}
