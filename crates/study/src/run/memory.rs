//! Memory: what a run will need, and what the machine has.
//!
//! Model: each world keeps, for a person, the columns of its state, known to the byte, and what the side
//! tables and the mail take at their busiest. The latter depends on all that happens: a large run is tried
//! small first ([`super::trial`]); for a small one as much again as the columns is counted on. To that come
//! the ledger of the cohort and what any run takes.

use crate::machine::{free_memory, gibibytes};
use demerit_kernel::{BlockId, LANES};
use demerit_scenario::load::Scenario;
use demerit_society::Chunk;
use demerit_worlds::LiveError;
use demerit_worlds::seed::WITH_LIVES;

/// Bytes of ledger for a year of a member of the cohort: some forty events.
const LEDGER: f64 = 18_000.0;
/// Bytes that any run takes: the program, patterns, readings, the report.
const BASE: f64 = 60e6;
/// What the allocator takes for a byte of side tables and mail, in bytes: they are many and small.
const ROUNDED: f64 = 1.15;
/// What is added to what a trial found, as a share: small societies differ from large ones.
const MARGIN: f64 = 0.04;
/// Bytes of a society, a person: patterns and cities of its neighbourhoods.
const SOCIETY: f64 = 8.0 / LANES as f64;

/// What a run needs in memory, in bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// For a person in all worlds.
    each: f64,
    /// For the run, whatever its size.
    fixed: f64,
}

impl Memory {
    /// The least that a run can do with: columns alone.
    pub(super) fn least(scenario: &Scenario, seeds: u32) -> Self {
        Self { each: columns(scenario), fixed: fixed(scenario, seeds) }
    }

    /// What a small run is taken to need.
    pub(super) fn roughly(scenario: &Scenario, seeds: u32) -> Self {
        Self { each: 2.0 * columns(scenario) + SOCIETY, fixed: fixed(scenario, seeds) }
    }

    /// What a run needs of which a trial found the bytes of a person, and those that threads have at hand.
    pub(super) fn tried(scenario: &Scenario, seeds: u32, of_a_person: f64, at_hand: f64) -> Self {
        let columns = columns(scenario);
        let tables = (of_a_person - columns).max(0.0) * ROUNDED;
        Self { each: (columns + tables) * (1.0 + MARGIN) + SOCIETY, fixed: fixed(scenario, seeds) + at_hand }
    }

    /// Bytes for this many persons.
    pub(super) fn of(&self, persons: u32) -> u64 {
        (self.fixed + self.each * f64::from(persons)) as u64
    }

    /// Refuses a run that the machine has not the memory for; says nothing where the machine does not tell.
    pub(super) fn check(&self, persons: u32, worlds: usize, free: Option<u64>) -> Result<(), LiveError> {
        self.fits(persons, &format!("{}, and the ledger of the cohort,", peopled(worlds, persons)), "", free)
    }

    /// Refuses an analysis whose workers live a world of the scenario each, side by side, where that does not
    /// fit.
    ///
    /// # Errors
    /// A machine without the memory.
    pub fn check_side_by_side(scenario: &Scenario, workers: usize) -> Result<(), LiveError> {
        let persons = scenario.study.persons;
        let (how, fewer) = if workers > 1 {
            (" side by side", " or fewer `--threads`")
        } else {
            (", and what is read of it,", "")
        };
        let what = format!("{}{how}", peopled(workers, persons));
        Self::side_by_side(workers).fits(persons, &what, fewer, free_memory())
    }

    fn side_by_side(workers: usize) -> Self {
        Self { each: workers as f64 * (2.0 * column() + SOCIETY), fixed: BASE }
    }

    fn fits(&self, persons: u32, what: &str, fewer: &str, free: Option<u64>) -> Result<(), LiveError> {
        let needed = self.of(persons);
        let Some(free) = free.filter(|free| *free < needed) else { return Ok(()) };
        let fit = ((free as f64 - self.fixed) / self.each).max(0.0) as u32;
        // Two digits are enough to choose by, and the last bytes are better left to others.
        let step = 10u32.pow(fit.max(1).ilog10().saturating_sub(1));
        let fit = fit / step * step;
        let hint = if fit > 0 {
            let most = demerit_worlds::thousands::grouped(f64::from(fit));
            format!("at most about {most} persons fit: try `--persons {fit}`{fewer}")
        } else {
            "not even one person fits".to_owned()
        };
        let [needed, free] = [needed, free].map(gibibytes);
        let told = format!("{what} need about {needed} of memory, and {free} are free; {hint}");
        Err(LiveError::Options(told))
    }
}

/// Worlds with this many persons in each, in words.
fn peopled(worlds: usize, persons: u32) -> String {
    let worlds = if worlds == 1 { "a world".to_owned() } else { format!("{worlds} worlds") };
    format!("{worlds} of {} persons", demerit_worlds::thousands::grouped(f64::from(persons)))
}

fn fixed(scenario: &Scenario, seeds: u32) -> f64 {
    let study = &scenario.study;
    let lives = f64::from(study.cohort) * scenario.worlds().len().min(WITH_LIVES) as f64;
    BASE + lives * study.horizon.unwrap_or(study.years) * f64::from(seeds) * LEDGER
}

/// Refuses a scenario that this machine has not the memory for.
///
/// # Errors
/// A machine without the memory.
pub fn fits(scenario: &Scenario, seeds: u32) -> Result<(), LiveError> {
    let (persons, worlds) = (scenario.study.persons, scenario.worlds().len());
    Memory::least(scenario, seeds).check(persons, worlds, free_memory())
}

/// Bytes of the columns of a person in all worlds, and of empty side tables.
fn columns(scenario: &Scenario) -> f64 {
    scenario.worlds().len() as f64 * column()
}

/// The same in one world.
fn column() -> f64 {
    Chunk::new(BlockId(0), 1, LANES, &[]).bytes() as f64 / f64::from(LANES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_scenario::load::NoFiles;

    #[test]
    fn memory_needed_is_a_persons_by_their_number_and_a_fixed_part() {
        let memory = Memory { each: 20.0, fixed: 1e8 };
        assert_eq!(memory.of(1_000_000), 120_000_000);
        assert!(memory.check(1_000_000, 2, None).is_ok(), "a machine that does not tell");
        assert!(memory.check(1_000_000, 2, Some(120_000_000)).is_ok());
        let refused = memory.check(3_000_000_000, 1, Some(20 << 30)).unwrap_err().to_string();
        assert_eq!(
            refused,
            "a world of 3,000,000,000 persons, and the ledger of the cohort, need about 56.0 GiB of memory, and 20.0 GiB are \
             free; at most about 1,000,000,000 persons fit: try `--persons 1000000000`"
        );
        let none = memory.check(10, 3, Some(1000)).unwrap_err().to_string();
        assert!(none.ends_with("not even one person fits"), "{none}");
    }

    #[test]
    fn worlds_side_by_side_are_counted_all() {
        let (one, four) = (Memory::side_by_side(1), Memory::side_by_side(4));
        assert!(four.of(1_000_000_000) - BASE as u64 == 4 * (one.of(1_000_000_000) - BASE as u64));
        assert!(one.of(1_000_000_000) > 10_000_000_000, "columns and tables");
        let scenario = demerit_scenario::load::study("no-dark-corner", &NoFiles).unwrap();
        assert!(Memory::check_side_by_side(&scenario, 1).is_ok());
        if free_memory().is_some() {
            let refused = Memory::check_side_by_side(&scenario, 1_000_000).unwrap_err().to_string();
            assert!(refused.starts_with("1000000 worlds of 250,000 persons side by side need"), "{refused}");
            assert!(
                refused.ends_with("or fewer `--threads`") || refused.ends_with("person fits"),
                "{refused}"
            );
        }
    }
}
