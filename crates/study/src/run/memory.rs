//! Memory: what a run will need, and whether the machine has it.
//!
//! Model: each world keeps 16 bytes a person and a byte for each capped rule, and about as much again as half of it in mail and
//! buffers at the busiest (measured: 24 bytes a person in all for the study `no-dark-corner`). The estimate is generous
//! and says so.

use super::RunError;
use std::path::Path;

/// Bytes a person and world that are counted on, buffers and mail included.
const EACH: u64 = 36;
/// Bytes of ledger for a year of a member of the cohort: some thirty events.
const LEDGER: f64 = 15_000.0;
/// Bytes that any run needs: patterns, tables, the report.
const BASE: u64 = 300_000_000;

/// Refuses a run that the machine has no memory for; says nothing where the machine does not tell.
pub(super) fn check(persons: u32, worlds: usize, life_years: f64) -> Result<(), RunError> {
    let needed = needed(persons, worlds) + (life_years * LEDGER) as u64;
    match available(Path::new("/proc/meminfo")) {
        Some(there) if there < needed => Err(RunError::Options(format!(
            "{persons} persons in {worlds} worlds, and the ledger of the cohort, need about {} of memory, and {} are free; at most {} persons fit",
            gibibytes(needed),
            gibibytes(there),
            there.saturating_sub(BASE) / (EACH * worlds.max(1) as u64),
        ))),
        _ => Ok(()),
    }
}

fn needed(persons: u32, worlds: usize) -> u64 {
    BASE + u64::from(persons) * EACH * worlds as u64
}

/// Bytes that can be had without swapping, as Linux tells.
fn available(file: &Path) -> Option<u64> {
    let text = std::fs::read_to_string(file).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("MemAvailable:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

fn gibibytes(bytes: u64) -> String {
    format!("{:.1} GiB", bytes as f64 / f64::from(1 << 30))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        assert_eq!(needed(1_000_000, 2), 372_000_000);
        assert_eq!(gibibytes(3 << 30), "3.0 GiB");
    }

    #[test]
    fn the_machine_is_read_and_a_strange_one_is_let_pass() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("meminfo");
        std::fs::write(&file, "MemTotal: 9 kB\nMemAvailable:    2048 kB\n").unwrap();
        assert_eq!(available(&file), Some(2 << 20));
        std::fs::write(&file, "MemAvailable: lots\n").unwrap();
        assert_eq!(available(&file), None);
        assert_eq!(available(&folder.path().join("none")), None);
        assert!(check(1, 2, 1.0).is_ok());
    }
}
