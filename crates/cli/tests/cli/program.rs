//! The program, called in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// Variables that would change what the program says.
const OUTSIDE: [&str; 8] =
    ["COLUMNS", "LINES", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "RUST_BACKTRACE", "TERM"];

/// An empty folder in which the program is called.
pub(crate) struct Place(TempDir);

/// What a call gave.
#[derive(Debug)]
pub(crate) struct Said {
    /// The call, as typed.
    pub(crate) call: String,
    /// Exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A path in the folder.
    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file into the folder.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    /// A call that is not made yet.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_demerit"));
        command.args(words).current_dir(self.0.path()).stdin(Stdio::null());
        for name in OUTSIDE {
            command.env_remove(name);
        }
        command
    }

    /// Calls the program with words divided by spaces.
    pub(crate) fn demerit(&self, line: &str) -> Said {
        let words: Vec<&str> = line.split_whitespace().collect();
        Said::of(format!("demerit {line}"), self.command(&words).output().unwrap())
    }

    /// Names in a folder, sorted; empty where there is no such folder.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.path(folder)) else { return Vec::new() };
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Said {
    /// What a call gave; the program never panics, and no colour gets out where there is no terminal.
    pub(crate) fn of(call: String, output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let code = output.status.code().unwrap_or_else(|| panic!("{call}: ended by a signal"));
        let said = Self { call, code, out: text(output.stdout), err: text(output.stderr) };
        assert!(!said.err.contains("panicked") && said.code != 70, "{said}");
        said
    }

    /// The same, where it went well.
    #[track_caller]
    pub(crate) fn fine(self) -> Self {
        assert_eq!(self.code, 0, "{self}");
        self
    }

    /// The same, where it ended with this code and printed nothing.
    #[track_caller]
    pub(crate) fn refused(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self}");
        assert_eq!(self.out, "", "{self}");
        self
    }

    /// The same, with every occurrence of a text replaced.
    pub(crate) fn with(mut self, old: &str, new: &str) -> Self {
        self.call = self.call.replace(old, new);
        self.out = self.out.replace(old, new);
        self.err = self.err.replace(old, new);
        self
    }
}

/// The whole of it, as a snapshot holds it.
impl std::fmt::Display for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { call, code, out, err } = self;
        write!(f, "$ {call}\n{out}")?;
        if !err.is_empty() {
            write!(f, "--- on standard error\n{err}")?;
        }
        writeln!(f, "--- exit code {code}")
    }
}

/// Compares what was said with the snapshot of this name.
#[track_caller]
pub(crate) fn compare(name: &str, said: &Said) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, said.to_string()));
}
