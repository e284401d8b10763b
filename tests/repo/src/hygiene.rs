//! Text that a later reader can rely on: no machine paths, no loose ends, every source file with a head,
//! lengths and names within the style.
//!
//! The forbidden words are put together from parts here, so that this file does not hold them itself.

use crate::limits::holds_word;
use crate::tree::TextFile;

/// The longest a source file may be without a reason at its head, in lines.
const LONG: usize = 400;

/// The widest line of a comment, in columns.
const WIDE: usize = 110;

/// The rule of clippy that no exception is made from.
const CROWDED_CALLS: &str = concat!("too_many_", "arguments");

/// How a file says why it is long, in the comment at its head.
const REASON: &str = "//! Long because";

/// Marks of unfinished work.
const LOOSE_ENDS: [&str; 6] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("db", "g!"),
    concat!("to", "do!"),
    concat!("unimple", "mented!"),
];

/// Beginnings of paths that exist on one machine only.
const MACHINE_PATHS: [&str; 5] = [
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/tm", "p/"),
    concat!("../sha", "red"),
];

/// Hosts of package registries, which no document or source needs to name.
const REGISTRIES: [&str; 4] =
    [concat!("crates", ".io"), concat!("py", "pi.org"), concat!("npm", "js.com"), concat!("npm", "js.org")];

/// Names that say nothing about what a file holds.
const EMPTY_NAMES: [&str; 8] = ["utils", "util", "helpers", "helper", "common", "misc", "shared", "stuff"];

/// Machine paths, registry hosts and marks of unfinished work, with their lines.
#[must_use]
pub fn forbidden_words(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    // Lock files are written by cargo, which names its registry there.
    for file in files.iter().filter(|file| !file.path.split('/').any(|part| part == "Cargo.lock")) {
        for (index, line) in file.text.lines().enumerate() {
            let place = format!("{}:{}", file.path, index + 1);
            if let Some(path) = MACHINE_PATHS.iter().find(|path| holds_path(line, path)) {
                faults.push(format!("{place}: `{path}` is a path of one machine"));
            }
            if let Some(host) = REGISTRIES.iter().find(|host| line.contains(**host)) {
                faults.push(format!("{place}: `{host}` is the host of a registry"));
            }
            if let Some(mark) = LOOSE_ENDS.iter().find(|mark| holds_word(line, mark)) {
                faults.push(format!("{place}: `{mark}` marks unfinished work"));
            }
        }
    }
    faults
}

/// Whether an absolute path that begins with `path` stands in the line: what comes before must not continue a
/// path.
fn holds_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        !line[..at]
            .chars()
            .next_back()
            .is_some_and(|letter| letter.is_alphanumeric() || "._-/*})>".contains(letter))
    })
}

/// Source files without a head, or longer than allowed with no reason in their head.
#[must_use]
pub fn heads_and_lengths(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.is("rs") || file.is("py")) {
        let head = if file.is("rs") { "//!" } else { "\"\"\"" };
        if !file.text.starts_with(head) {
            faults.push(format!("{}: does not open with `{head}` and what it is", file.path));
        }
        let lines = file.text.lines().count();
        let reasoned =
            file.text.lines().take_while(|line| line.starts_with("//!")).any(|line| line.starts_with(REASON));
        if lines > LONG && !reasoned {
            faults.push(format!(
                "{}: {lines} lines, more than {LONG}, and its head gives no reason",
                file.path
            ));
        }
    }
    faults
}

/// Comments that are wider than a reader's eye, with their lines; a row of a table and a line with an address
/// may be.
#[must_use]
pub fn wide_comments(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.is("rs") || file.is("js")) {
        for (index, line) in file.text.lines().enumerate() {
            let columns = line.chars().count();
            let words = line.trim_start();
            let is_comment = ["//", "/*", "* "].iter().any(|mark| words.starts_with(mark));
            let row = words.trim_start_matches(['/', '!', ' ']).starts_with('|');
            if is_comment && !row && columns > WIDE && !line.contains("://") {
                faults.push(format!(
                    "{}:{}: a comment of {columns} columns, more than {WIDE}",
                    file.path,
                    index + 1
                ));
            }
        }
    }
    faults
}

/// Exceptions from the rule that few things are handed to a function.
#[must_use]
pub fn crowded_calls(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.is("rs")) {
        for (index, line) in file.text.lines().enumerate() {
            if line.contains(CROWDED_CALLS) {
                faults.push(format!("{}:{}: an exception from `{CROWDED_CALLS}`", file.path, index + 1));
            }
        }
    }
    faults
}

/// Files and folders whose name says nothing.
#[must_use]
pub fn empty_names(files: &[TextFile]) -> Vec<String> {
    let says_nothing = |part: &str| EMPTY_NAMES.contains(&part.split('.').next().unwrap_or(part));
    let named = files.iter().filter(|file| file.path.split('/').any(says_nothing));
    named.map(|file| format!("{}: a name of its path says nothing about what it holds", file.path)).collect()
}

/// Functions named `get_…`: a function that reads is named by what it gives.
#[must_use]
pub fn getters(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.is("rs") && file.path.starts_with("crates/")) {
        for (index, line) in file.text.lines().enumerate() {
            if line.contains("fn get_") {
                faults.push(format!("{}:{}: a function is named `get_`", file.path, index + 1));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> usize {
        forbidden_words(&[TextFile::new("docs/page.md", text)]).len()
    }

    #[test]
    fn machine_paths_are_found_and_longer_paths_are_not() {
        assert_eq!(count(&format!("see {}main/docs", MACHINE_PATHS[0])), 1);
        assert_eq!(count(&format!("\"{}x\"", MACHINE_PATHS[1])), 1);
        assert_eq!(count(&format!("a/home{}x", MACHINE_PATHS[0])), 0);
        assert_eq!(count("ordinary words"), 0);
    }

    #[test]
    fn loose_ends_are_found_as_whole_words() {
        assert_eq!(count(&format!("// {}: later", LOOSE_ENDS[0])), 1);
        assert_eq!(count(&format!("{}(x);", LOOSE_ENDS[3])), 1);
        assert_eq!(count(&format!("MY{}S", LOOSE_ENDS[0])), 0);
    }

    #[test]
    fn registry_hosts_are_found_but_not_in_the_lock_file() {
        let text = format!("from {}", REGISTRIES[0]);
        assert_eq!(count(&text), 1);
        assert!(forbidden_words(&[TextFile::new("Cargo.lock", &text)]).is_empty());
        assert!(forbidden_words(&[TextFile::new("bench/a/Cargo.lock", &text)]).is_empty());
    }

    #[test]
    fn a_long_file_needs_a_reason_and_every_file_a_head() {
        let body = "let x = 1;\n".repeat(LONG);
        let found = |text: &str| heads_and_lengths(&[TextFile::new("crates/a/src/b.rs", text)]).len();
        assert_eq!(found(&format!("//! What it is.\n{body}")), 1);
        assert_eq!(found(&format!("//! What it is.\n{REASON} the table is one piece.\n{body}")), 0);
        assert_eq!(found("use std::fmt;\n"), 1);
        assert_eq!(found("//! What it is.\n"), 0);
        let python = |text: &str| heads_and_lengths(&[TextFile::new("bench/a/model.py", text)]).len();
        assert_eq!((python("import sys\n"), python("\"\"\"What it is.\"\"\"\n")), (1, 0));
    }

    #[test]
    fn wide_comments_are_found_and_wide_code_is_let_be() {
        let found = |text: &str| wide_comments(&[TextFile::new("crates/a/src/b.rs", text)]).len();
        assert_eq!(found(&format!("    /// {}\n", "é".repeat(WIDE - 8))), 0);
        assert_eq!(found(&format!("    /// {}\n", "é".repeat(WIDE - 7))), 1);
        assert_eq!(found(&format!(" * {}", "x".repeat(WIDE))), 1, "within a block");
        assert_eq!(found(&"x".repeat(WIDE + 1)), 0);
        assert_eq!(found(&format!("//! | {} |\n", "x".repeat(WIDE))), 0, "a row of a table");
        assert_eq!(found(&format!("//! https://{}\n", "x".repeat(WIDE))), 0);
    }

    #[test]
    fn exceptions_for_crowded_calls_are_found() {
        let file =
            TextFile::new("crates/a/src/b.rs", &format!("#[expect(clippy::{CROWDED_CALLS})]\nfn f() {{}}\n"));
        assert_eq!(crowded_calls(&[file]).len(), 1);
    }

    #[test]
    fn names_that_say_nothing_are_found() {
        let found = |path: &str| empty_names(&[TextFile::new(path, "")]).len();
        assert_eq!(found("crates/a/src/utils.rs"), 1);
        assert_eq!(found("crates/a/src/common/mod.rs"), 1);
        assert_eq!(found("crates/a/src/commons.rs"), 0);
    }

    #[test]
    fn getters_are_found() {
        let file = TextFile::new("crates/a/src/b.rs", "pub fn get_score() {}\n");
        assert_eq!(getters(&[file]).len(), 1);
    }
}
