//! Counts tests from what the test runners print, while showing it unchanged.
//!
//! Two runners are understood. nextest ends with `Summary [ 3.2s] 40 tests run: 40 passed, 1 skipped`; the
//! runner that comes with Rust ends each program with `test result: ok. 40 passed; 0 failed; …`. A call whose
//! output holds neither line counts as unknown, and then no total is printed: a total is only worth printing
//! if it is true.

use crate::cargo;
use crate::outcome::Outcome;
use anstream::adapter::strip_str;
use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::process::{Command, Stdio};
use std::thread;

/// Runs the call, shows all it writes, and counts the tests that passed; `None` if no count was printed.
pub(crate) fn run(call: &mut Command) -> Outcome<Option<u64>> {
    if std::io::stderr().is_terminal() && std::env::var_os("CARGO_TERM_COLOR").is_none() {
        call.env("CARGO_TERM_COLOR", "always");
    }
    let words = cargo::in_words(call);
    let mut child = call
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|fault| format!("cannot start `{words}`: {fault}"))?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let from_err = thread::spawn(move || err.and_then(|stream| show(stream, &mut std::io::stderr())));
    let from_out = out.and_then(|stream| show(stream, &mut std::io::stdout()));
    let from_err = from_err.join().map_err(|_| "a reader of test output broke".to_owned())?;
    let status = child.wait().map_err(|fault| format!("lost sight of `{words}`: {fault}"))?;
    if !status.success() {
        return Err(format!("`{words}` ended with {status}"));
    }
    Ok(match (from_out, from_err) {
        (None, None) => None,
        (one, other) => Some(one.unwrap_or(0) + other.unwrap_or(0)),
    })
}

/// Copies a stream to `target` line by line and sums the counts in it.
fn show(stream: impl Read, target: &mut impl Write) -> Option<u64> {
    let mut reader = BufReader::new(stream);
    let mut line = Vec::new();
    let mut total = None;
    while reader.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
        let shown = target.write_all(&line).and_then(|()| target.flush());
        if let Some(count) = passed_in(&strip_str(&String::from_utf8_lossy(&line)).to_string()) {
            total = Some(total.unwrap_or(0) + count);
        }
        line.clear();
        if shown.is_err() {
            break;
        }
    }
    total
}

/// The number of passed tests that a line of a runner's summary states.
fn passed_in(line: &str) -> Option<u64> {
    let line = line.trim();
    let counts = if line.starts_with("Summary [") {
        line.split_once(" run: ")?.1
    } else {
        line.strip_prefix("test result: ")?.split_once(". ")?.1
    };
    let (number, rest) = counts.split_once(' ')?;
    if rest.starts_with("passed") { number.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_runners_are_understood() {
        assert_eq!(
            passed_in("     Summary [   3.210s] 41 tests run: 41 passed (1 slow), 2 skipped"),
            Some(41)
        );
        assert_eq!(passed_in("     Summary [   0.010s] 1 test run: 1 passed, 0 skipped"), Some(1));
        assert_eq!(
            passed_in("test result: ok. 7 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out"),
            Some(7)
        );
        assert_eq!(passed_in("test ordering::result ... ok"), None);
        assert_eq!(passed_in(""), None);
    }

    #[test]
    fn colours_do_not_hide_the_count() {
        let line = "\u{1b}[32;1m     Summary\u{1b}[0m [   0.1s] \u{1b}[1m3\u{1b}[0m tests run: \u{1b}[1m3\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m";
        assert_eq!(passed_in(&strip_str(line).to_string()), Some(3));
    }

    #[test]
    fn what_is_read_is_shown_unchanged_and_summed() {
        let text = "test result: ok. 2 passed; 0 failed\nhello\ntest result: ok. 3 passed; 0 failed";
        let mut shown = Vec::new();
        assert_eq!(show(text.as_bytes(), &mut shown), Some(5));
        assert_eq!(shown, text.as_bytes());
    }
}
