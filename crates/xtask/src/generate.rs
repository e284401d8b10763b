//! The reference documents, written from the program so that they cannot drift from it.
//!
//! | file | from |
//! |---|---|
//! | `docs/reference/cli.md` | `demerit --help` and the help of every command below it |
//! | `docs/reference/measures.md` | `demerit list measures --json` |
//! | `docs/reference/catalogue.md` | `demerit list regimes`, `societies`, `studies`, each with `--json` |
//! | `docs/reference/tables.md` | `demerit list columns --json` |
//! | `docs/reference/yardsticks.md` | `demerit list yardsticks --json` |
//! | `docs/reference/parameters.md` | `demerit list parameters --json` |
//! | `docs/reference/model.md` | the heads of the model's source files, and `demerit list mechanisms --json` |
//! | `docs/mechanisms.md` | `demerit list mechanisms --json` |
//! | `docs/claims.md` | `docs/claims.json`, which `demerit claims --json` wrote |
//! | `docs/reference/{society,regime,study}.schema.json` | `demerit schema society`, `regime`, `study` |
//!
//! `--check` compares byte for byte, names each file that differs with its first differing line, and writes
//! nothing. A file in the folder that nothing generates is a fault too, since nobody would keep it true.

use crate::built::{self, Program};
use crate::outcome::Outcome;
use crate::place;
use crate::reference::{claims, command_line, lists, mechanisms, model, parameters};
use crate::steps::Passed;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where the generated documents stand.
const FOLDER: &str = "docs/reference";

/// The generated documents that stand among those that are written, as seen from the folder.
const BESIDE: [&str; 2] = ["../mechanisms.md", "../claims.md"];

/// Writes the documents, or compares them.
pub(crate) fn run(check: bool, program: Option<PathBuf>) -> Outcome<()> {
    let folder = place::root().join(FOLDER);
    let program = program.map_or_else(built::program, Ok)?;
    let due = documents(&Program(program))?;
    if check {
        let faults = differences(&due, &present(&folder)?);
        if !faults.is_empty() {
            return Err(format!(
                "generated documents are not up to date; run `cargo xtask generate`:\n  {}",
                faults.join("\n  ")
            ));
        }
        println!("{} documents are up to date", due.len());
        return Ok(());
    }
    std::fs::create_dir_all(&folder).map_err(|fault| format!("cannot make {}: {fault}", folder.display()))?;
    for (name, text) in &due {
        place::write(&folder.join(name), text)?;
        println!("wrote {}", place_of(name));
    }
    Ok(())
}

/// The comparison as a step of the checks.
pub(crate) fn check_step() -> Outcome<Passed> {
    if !place::root().join(FOLDER).is_dir() {
        return Ok(Passed::LeftOut(format!(
            "there is no folder `{FOLDER}`; `cargo xtask generate` makes it"
        )));
    }
    run(true, None).map(|()| Passed::plainly())
}

/// The path of a document, from the root of the repository.
fn place_of(name: &str) -> String {
    let outside = name.strip_prefix("../").and_then(|name| Some((name, FOLDER.rsplit_once('/')?.0)));
    outside.map_or_else(|| format!("{FOLDER}/{name}"), |(name, folder)| format!("{folder}/{name}"))
}

fn documents(program: &Program) -> Outcome<BTreeMap<String, String>> {
    let mut due = BTreeMap::from(
        [
            ("cli.md", command_line::document(program)?),
            ("measures.md", lists::measures(program)?),
            (BESIDE[0], mechanisms::document(program)?),
            (BESIDE[1], claims::document()?),
            ("catalogue.md", lists::catalogue(program)?),
            ("parameters.md", parameters::document(program)?),
            ("tables.md", lists::tables(program)?),
            ("yardsticks.md", lists::yardsticks(program)?),
            ("model.md", model::document(program)?),
        ]
        .map(|(name, text)| (name.to_owned(), text)),
    );
    for kind in ["society", "regime", "study"] {
        let schema = program.says_json(&["schema", kind])?;
        let text =
            serde_json::to_string_pretty(&schema).map_err(|fault| format!("schema of {kind}: {fault}"))?;
        due.insert(format!("{kind}.schema.json"), text + "\n");
    }
    Ok(due)
}

fn present(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let entries =
        std::fs::read_dir(folder).map_err(|fault| format!("cannot read {}: {fault}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|fault| format!("cannot read {}: {fault}", folder.display()))?.path();
        let text = place::read(&path)?;
        found.insert(path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text);
    }
    for name in BESIDE {
        if let Ok(text) = std::fs::read_to_string(folder.join(name)) {
            found.insert(name.to_owned(), text);
        }
    }
    Ok(found)
}

/// One line for each file that is missing, differs, or has no business here.
fn differences(due: &BTreeMap<String, String>, present: &BTreeMap<String, String>) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, text) in due {
        match present.get(name) {
            None => faults.push(format!("{} is missing", place_of(name))),
            Some(old) if old != text => {
                let same = old.lines().zip(text.lines()).take_while(|(old, new)| old == new).count();
                let due_line = text.lines().nth(same).unwrap_or("the end of the file");
                faults.push(format!("{} differs at line {}; due is: {due_line}", place_of(name), same + 1));
            }
            Some(_) => {}
        }
    }
    let strangers = present.keys().filter(|name| !due.contains_key(*name));
    faults.extend(strangers.map(|name| format!("{} is generated by nothing", place_of(name))));
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> BTreeMap<String, String> {
        list.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn documents_are_named_from_the_root() {
        assert_eq!(place_of("cli.md"), "docs/reference/cli.md");
        assert_eq!(BESIDE.map(place_of), ["docs/mechanisms.md", "docs/claims.md"]);
    }

    #[test]
    fn equal_folders_have_no_differences() {
        let due = files(&[("cli.md", "a\nb\n")]);
        assert_eq!(differences(&due, &due), Vec::<String>::new());
    }

    #[test]
    fn missing_different_and_strange_files_are_named() {
        let due = files(&[("cli.md", "a\nb\n"), ("measures.md", "m\n")]);
        let present = files(&[("cli.md", "a\nc\n"), ("old.md", "o\n")]);
        let faults = differences(&due, &present).join("\n");
        assert!(faults.contains("cli.md differs at line 2; due is: b"), "{faults}");
        assert!(faults.contains("measures.md is missing"), "{faults}");
        assert!(faults.contains("old.md is generated by nothing"), "{faults}");
    }
}
