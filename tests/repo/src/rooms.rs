//! The house is made of rooms that a reader can hold in mind: few in a folder, and no crate that swallows the
//! others.

use crate::code::program::program;
use crate::tree::TextFile;
use std::collections::{BTreeMap, BTreeSet};

/// The most rooms in one folder.
const ROOMS: usize = 16;

/// The largest share of the program's lines that one crate may have, in percent.
const LARGEST: f64 = 15.0;

/// The crates that the program is not built from.
const NO_PART: [&str; 3] = ["reference", "score100", "xtask"];

/// Folders of source that hold more rooms than a reader can look over. A room is a module: its file, its
/// folder, or both.
#[must_use]
pub fn crowded(files: &[TextFile]) -> Vec<String> {
    let mut rooms: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for file in files.iter().filter(|file| is_source(file)) {
        let Some(begin) = file.path.find("/src/").map(|at| at + 4) else { continue };
        let ends = file.path[begin..].match_indices('/').map(|(at, _)| begin + at);
        for end in ends {
            let inner = &file.path[end + 1..];
            let room = inner.split(['/', '.']).next().unwrap_or(inner);
            if !["lib", "main", "mod"].contains(&room) {
                rooms.entry(&file.path[..end]).or_default().insert(room);
            }
        }
    }
    rooms
        .into_iter()
        .filter(|(_, rooms)| rooms.len() > ROOMS)
        .map(|(folder, rooms)| format!("{folder} holds {} rooms, more than {ROOMS}", rooms.len()))
        .collect()
}

/// Crates that hold too much of the program.
#[must_use]
pub fn swollen(files: &[TextFile]) -> Vec<String> {
    let lines = lines(files);
    let all: usize = lines.values().sum();
    let share = |own: usize| 100.0 * own as f64 / all.max(1) as f64;
    lines
        .iter()
        .filter(|(_, own)| share(**own) >= LARGEST)
        .map(|(name, own)| {
            format!("{name} has {own} of {all} lines, {:.1} %: more than {LARGEST} %", share(*own))
        })
        .collect()
}

/// The lines of each crate that the program is built from, those of tests and empty ones left out.
#[must_use]
pub fn lines(files: &[TextFile]) -> BTreeMap<&str, usize> {
    let mut lines = BTreeMap::new();
    for file in files.iter().filter(|file| is_source(file)) {
        let name = file.path.split('/').nth(1).unwrap_or_default();
        if !NO_PART.contains(&name) {
            // Comments count: they are read like the rest. What `program` blanks out under the mark of tests
            // does not.
            let kept = program(&file.text);
            let tests = kept.lines().count() - kept.trim_end().lines().count();
            *lines.entry(name).or_default() += file.text.lines().count() - tests;
        }
    }
    lines
}

fn is_source(file: &TextFile) -> bool {
    file.is("rs") && file.path.starts_with("crates/") && file.path.contains("/src/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_too_many_rooms_is_found() {
        let of = |count: usize, more: &[&str]| -> Vec<String> {
            let rooms = (0..count).map(|number| format!("crates/a/src/room{number}.rs"));
            let more = more.iter().map(|path| format!("crates/a/src/{path}"));
            let files: Vec<TextFile> = rooms.chain(more).map(|path| TextFile::new(&path, "")).collect();
            crowded(&files)
        };
        assert_eq!(of(16, &["lib.rs", "room1/inner.rs", "room1/other.rs"]), Vec::<String>::new());
        assert_eq!(of(17, &[]).len(), 1);
        assert_eq!(of(16, &["folder/inner.rs"]).len(), 1, "a folder is a room");
    }

    #[test]
    fn a_crate_that_swallows_the_others_is_found() {
        let line = "fn f() {}\n";
        let mut files: Vec<TextFile> =
            (0..9).map(|n| TextFile::new(&format!("crates/c{n}/src/lib.rs"), &line.repeat(10))).collect();
        assert_eq!(swollen(&files), Vec::<String>::new(), "nine of ninety lines have 11 % each");
        files.push(TextFile::new("crates/big/src/lib.rs", &line.repeat(20)));
        assert_eq!(swollen(&files).len(), 1);
        let tests = format!("{}#[cfg(test)]\nmod tests {{\n{}}}\n", line.repeat(10), line.repeat(30));
        files.pop();
        files.push(TextFile::new("crates/big/src/lib.rs", &tests));
        assert_eq!(swollen(&files), Vec::<String>::new(), "tests do not count");
    }
}
