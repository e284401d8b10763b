//! What Demerit must never become: a way in for records of real persons, a way out into anyone's life, or a
//! search for the rules that obey best, silence most or punish most.
//!
//! | fence | holds |
//! |---|---|
//! | [`machine`] | what computes opens no file, reads no clock, calls nobody and chooses no threads |
//! | [`packages`] | packages that would make it easy to become that are in no list of packages, at any depth |
//! | [`tables`] | tables are read back where a run folder is opened, and nowhere else |
//! | [`network`] | nothing calls out; what listens does so on this machine alone |
//! | [`outlet`] | what is said, and all JSON, leaves by one way each, where what steers is written out |
//! | [`explorer`] | the explorer opens no file, starts no program and calls nobody; its page asks nobody but its own server |
//! | [`aims`] | nothing is named for a goal to reach; every command has a purpose that was looked at |
//!
//! The lists name what is commonly used; they are fences against drift, not a proof. Each has a sample of
//! what it must catch beside it, so that a fence which holds nothing would be noticed.

pub mod aims;
pub mod explorer;
pub mod machine;
pub mod network;
pub mod outlet;
pub mod packages;
pub mod tables;

use crate::tree::TextFile;

fn is_program(file: &TextFile) -> bool {
    file.is("rs") && file.path.starts_with("crates/") && file.path.contains("/src/")
}

/// Lines in which one of the names stands as a whole word.
fn uses(file: &TextFile, names: &[&str], what: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        if let Some(name) = names.iter().find(|name| holds_word(line, name)) {
            faults.push(format!("{}:{}: `{name}` {what}", file.path, index + 1));
        }
    }
    faults
}

/// Whether `word` stands in `line` with no letter, digit or underscore on either side.
#[must_use]
pub fn holds_word(line: &str, word: &str) -> bool {
    let part_of_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].chars().next_back().is_some_and(part_of_word)
            && !line[at + word.len()..].chars().next().is_some_and(part_of_word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole() {
        assert!(holds_word("a csv file", "csv") && holds_word("csv", "csv"));
        assert!(!holds_word("csvs and my_csv", "csv"));
    }
}
