//! The outlet: all that the program says goes through here, to standard output and standard error alike.
//!
//! Whatever steers a terminal is written out (see [`demerit_scenario::shown`]), whether it comes from a file,
//! a name or an argument. Only styles of the program's own pass: they are marked where they are made, with a
//! mark that is drawn anew for each call, so that no file can hold it.

use demerit_scenario::shown::shown;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, Write};
use std::sync::OnceLock;

/// What begins an escape sequence.
const ESCAPE: &str = "\u{1b}";

/// What stands for the beginning of an escape sequence of the program's own.
fn mark() -> &'static str {
    static MARK: OnceLock<String> = OnceLock::new();
    MARK.get_or_init(|| format!("{ESCAPE}{:016x}", RandomState::new().build_hasher().finish()))
}

/// A text whose escape sequences are all the program's own.
pub(crate) fn own(text: &str) -> String {
    text.replace(ESCAPE, mark())
}

/// The text as it goes out.
pub(crate) fn seen(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for (number, piece) in text.split(mark()).enumerate() {
        if number > 0 {
            whole.push_str(ESCAPE);
        }
        whole.push_str(&shown(piece));
    }
    whole
}

/// Writes to standard output.
pub(crate) fn say(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(seen(text).as_bytes())?;
    out.flush()
}

/// Writes to standard error; there is nowhere left to say that this failed.
pub(crate) fn warn(text: &str) {
    let _ = io::stderr().lock().write_all(seen(text).as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_of_the_program_pass_and_nothing_else() {
        let text = format!("{}\u{1b}[31mtitle\u{9b}\u{202e}{}\n", own("\u{1b}[1m"), own("\u{1b}[0m"));
        assert_eq!(seen(&text), "\u{1b}[1m\\u{1b}[31mtitle\\u{9b}\\u{202e}\u{1b}[0m\n");
    }
}
