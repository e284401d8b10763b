//! Documents that stay true: their links lead somewhere, the paths that they name exist, and the README opens
//! with the two commands that a stranger types.

use crate::tree::TextFile;
use std::collections::BTreeSet;

/// The two commands a stranger types first, in order.
pub const FIRST_COMMANDS: [&str; 2] = ["cargo run --release -- run", "cargo xtask test"];

/// Beginnings by which a word in backticks is taken for a path of the repository.
const PLACES: [&str; 8] =
    [".ci/", ".cargo/", "bench/", "catalogue/", "crates/", "docs/", "tests/", "validation/"];

/// Links between documents, and to their headings, that lead nowhere.
#[must_use]
pub fn broken_links(files: &[TextFile]) -> Vec<String> {
    let places = places(files);
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.is("md")) {
        for (line, target) in links(&file.text) {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let (path, heading) = target.split_once('#').unwrap_or((&target, ""));
            let full = if path.is_empty() { file.path.clone() } else { resolved(&file.path, path) };
            let known = places.contains(full.trim_end_matches('/'));
            let headed = heading.is_empty()
                || files.iter().any(|other| other.path == full && headings(&other.text).contains(heading));
            if !known || !headed {
                faults.push(format!("{}:{line}: the link to {target} leads nowhere", file.path));
            }
        }
    }
    faults
}

/// Paths in backticks that do not exist. A path with `*`, `<` or a word in capitals is a pattern and is not
/// looked up; the changelog may name what is gone.
#[must_use]
pub fn unknown_paths(files: &[TextFile]) -> Vec<String> {
    let places = places(files);
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.is("md") && file.path != "CHANGELOG.md") {
        for (index, line) in file.text.lines().enumerate() {
            let quoted = line.split('`').skip(1).step_by(2);
            for name in quoted.filter(|name| PLACES.iter().any(|place| name.starts_with(place))) {
                let pattern = name.contains(['*', '<', '{', ' ', '…']) || name.split('/').any(in_capitals);
                if !pattern && !places.contains(name.trim_end_matches('/')) {
                    faults.push(format!("{}:{}: there is no {name}", file.path, index + 1));
                }
            }
        }
    }
    faults
}

fn in_capitals(part: &str) -> bool {
    part.chars().any(char::is_alphabetic) && !part.contains('.') && part == part.to_uppercase()
}

/// Every file and every folder above one.
fn places(files: &[TextFile]) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for file in files {
        found.insert(file.path.as_str());
        found.extend(file.path.match_indices('/').map(|(at, _)| &file.path[..at]));
    }
    found
}

/// The links of a document with their lines; what stands in code is not a link.
fn links(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut in_code = false;
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        if in_code {
            continue;
        }
        let prose: String = line.split('`').step_by(2).collect::<Vec<_>>().join("`");
        for (at, _) in prose.match_indices("](") {
            if let Some(end) = prose[at..].find(')') {
                found.push((index + 1, prose[at + 2..at + end].to_owned()));
            }
        }
    }
    found
}

/// The anchors of a document's headings: small letters, hyphens for spaces, no other signs.
fn headings(text: &str) -> BTreeSet<String> {
    let anchor = |heading: &str| -> String {
        let kept = heading.trim().to_lowercase().replace(' ', "-");
        kept.chars().filter(|letter| letter.is_alphanumeric() || "-_".contains(*letter)).collect()
    };
    text.lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| anchor(line.trim_start_matches('#')))
        .collect()
}

/// The path that `target` means in a link in the file `from`.
fn resolved(from: &str, target: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// The commands of cargo in the code blocks of a document, in order, without what follows a `#`.
#[must_use]
pub fn commands(text: &str) -> Vec<String> {
    let mut in_code = false;
    let mut found = Vec::new();
    for line in text.lines() {
        if line.starts_with("```") {
            in_code = !in_code;
        } else if in_code && line.trim_start().starts_with("cargo ") {
            let command = line.split_once(" #").map_or(line, |(command, _)| command);
            found.push(command.trim().to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Vec<TextFile> {
        vec![
            TextFile::new("README.md", "see [the house](docs/house.md#the-tick) and [top](#)"),
            TextFile::new("docs/house.md", "# The house\n\n## The tick\n\nback to [it](../README.md)\n"),
        ]
    }

    #[test]
    fn links_that_lead_somewhere_are_fine() {
        assert_eq!(broken_links(&tree()), Vec::<String>::new());
    }

    #[test]
    fn links_that_lead_nowhere_are_found() {
        let mut files = tree();
        files.push(TextFile::new(
            "docs/bad.md",
            "[a](gone.md) [b](house.md#gone)\n```\n[c](code.md)\n```\n`[d](e.md)`",
        ));
        let faults = broken_links(&files);
        assert_eq!(faults.len(), 2, "{faults:?}");
    }

    #[test]
    fn named_paths_must_exist_and_patterns_are_let_be() {
        let mut files = tree();
        files.push(TextFile::new(
            "docs/paths.md",
            "`docs/house.md`, `docs/`, `docs/NAME/page.md`, `docs/*.md`, `docs/gone.md`",
        ));
        let faults = unknown_paths(&files);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].contains("docs/gone.md"));
    }

    #[test]
    fn commands_come_from_code_blocks_only() {
        let text = "cargo nothing\n```sh\ncargo run --release -- run   # the study\n```\n```\ncargo xtask test\n```\n";
        assert_eq!(commands(text), FIRST_COMMANDS);
        assert!(commands("cargo run").is_empty());
    }
}
