//! Mutation tests of the model crates: each change that `cargo mutants` can think of is made in a copy of the
//! tree, and some test has to fail.
//!
//! What is not mutated, and why, stands in `.cargo/mutants.toml`; what was found, in `docs/mutants.md`. It
//! takes hours: `--shard` takes a part.

use crate::outcome::Outcome;
use crate::{built, cargo};

/// The crates whose arithmetic figures hang on, those that others stand on first.
const MODEL: [&str; 5] = ["kernel", "regime", "society", "measures", "engine"];
/// Files that `cargo mutants` leaves behind, one mutant a line.
const ENDS: [&str; 4] = ["caught", "missed", "timeout", "unviable"];

/// Mutates the crates named (all model crates where none is), and prints how many mutants ended how.
pub(crate) fn run(crates: &[String], shard: Option<&str>) -> Outcome<()> {
    if let Some(unknown) = crates.iter().find(|one| !MODEL.contains(&one.as_str())) {
        return Err(format!("`{unknown}` is no model crate; they are {}", MODEL.join(", ")));
    }
    if !cargo::works(cargo::command().args(["mutants", "--version"])) {
        return Err("cargo-mutants is missing: `cargo install cargo-mutants --locked`".into());
    }
    let chosen = MODEL.into_iter().filter(|one| crates.is_empty() || crates.iter().any(|other| other == one));
    for one in chosen {
        let folder = built::target_folder()?.join("mutants-of").join(one);
        std::fs::create_dir_all(&folder)
            .map_err(|fault| format!("cannot make {}: {fault}", folder.display()))?;
        let mut call = cargo::command();
        call.args(["mutants", "--package", &format!("demerit-{one}"), "--output"]).arg(&folder);
        call.args(shard.into_iter().flat_map(|shard| ["--shard", shard]));
        // Survivors make it end with a failure; they are told below, and the table in the document is theirs.
        let ended = call.status().map_err(|fault| format!("cannot start cargo: {fault}"))?;
        let counts =
            ENDS.map(|end| (end, lines(&folder.join("mutants.out").join(end).with_extension("txt"))));
        if counts.iter().all(|(_, count)| *count == 0) {
            return Err(format!("no mutant of {one} was tried: cargo mutants ended with {ended}"));
        }
        println!("{one}: {}", counts.map(|(end, count)| format!("{count} {end}")).join(", "));
    }
    Ok(())
}

fn lines(path: &std::path::Path) -> usize {
    std::fs::read_to_string(path).map_or(0, |text| text.lines().count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place;

    #[test]
    fn only_model_crates_are_mutated() {
        let said = run(&["cli".into()], None).unwrap_err();
        assert!(said.contains("`cli`") && said.contains("kernel, regime"), "{said}");
    }

    #[test]
    fn a_missing_file_has_no_mutants() {
        assert_eq!(lines(&place::root().join("no-such-file.txt")), 0);
        assert!(lines(&place::root().join("Cargo.toml")) > 10);
    }
}
