//! Memory: what a run will need, and what the machine has.
//!
//! Model: each world keeps, for a person, the columns of its state, known to the byte, and what the side
//! tables and the mail take at their busiest. The latter depends on all that happens: a large run is tried
//! small first ([`super::trial`]); for a small one as much again as the columns is counted on. To that come
//! what is known of each member of the cohort, what is kept of each seed for the report, and what any run
//! takes. Rows of the tables go to the disk as they come.
//!
//! A tenth of the machine stays free.

use crate::machine::{Free, free_memory, gibibytes};
use demerit_kernel::{BlockId, LANES};
use demerit_scenario::load::Scenario;
use demerit_society::Chunk;
use demerit_worlds::LiveError;
use demerit_worlds::reader::Reader;
use demerit_worlds::tables::WITH_LIVES;

/// Bytes for a member of the cohort in a world: what the weeks and the entries add up to, and a row at the
/// end.
const MEMBER: f64 = 400.0;
/// Bytes that any run takes: the program, patterns, batches of rows, the report.
const BASE: f64 = 60e6;
/// Bytes that are kept of a reading of a world for the report, where all is measured.
const READING: f64 = 25e3;
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
    /// For a seed, whose readings are kept for the report.
    seed: f64,
    /// For the run, whatever its size.
    fixed: f64,
}

/// What is to be lived, for a refusal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub(super) persons: u32,
    pub(super) worlds: usize,
    pub(super) seeds: u32,
}

impl Asked {
    pub(super) fn of(scenario: &Scenario, seeds: u32) -> Self {
        Self { persons: scenario.study.persons, worlds: scenario.worlds().len(), seeds }
    }
}

impl Memory {
    /// The least that a run can do with: columns alone.
    pub(super) fn least(scenario: &Scenario) -> Self {
        Self { each: columns(scenario), seed: 0.0, fixed: BASE + cohort(scenario) }
    }

    /// What a small run is taken to need.
    #[must_use]
    pub fn roughly(scenario: &Scenario) -> Self {
        let readings = (1..=scenario.horizon()).filter(|&done| Reader::is_due(scenario, done)).count();
        let seed = (readings * scenario.worlds().len()) as f64 * READING;
        Self { each: 2.0 * columns(scenario) + SOCIETY, seed, ..Self::least(scenario) }
    }

    /// What a run needs of which a trial found the bytes of a person, those that threads have at hand, and
    /// those that are kept of a seed.
    pub(super) fn tried(scenario: &Scenario, of_a_person: f64, at_hand: f64, seed: f64) -> Self {
        let columns = columns(scenario);
        let tables = (of_a_person - columns).max(0.0) * ROUNDED;
        let each = (columns + tables) * (1.0 + MARGIN) + SOCIETY;
        Self { each, seed, fixed: BASE + cohort(scenario) + at_hand }
    }

    /// Bytes for this many persons and seeds.
    #[must_use]
    pub fn of(&self, persons: u32, seeds: u32) -> u64 {
        (self.fixed + self.each * f64::from(persons) + self.seed * f64::from(seeds)) as u64
    }

    /// About how many persons so many bytes are enough for, beside the readings of these seeds.
    #[must_use]
    pub fn persons_in(&self, bytes: u64, seeds: u32) -> u32 {
        whole((bytes as f64 - self.fixed - self.seed * f64::from(seeds)) / self.each)
    }

    /// Refuses a run that the machine has not the memory for; says nothing where the machine does not tell.
    pub(super) fn check(&self, asked: Asked, free: Option<Free>) -> Result<(), LiveError> {
        let seeds = if asked.seeds > 1 {
            format!(", and the readings of {} seeds,", asked.seeds)
        } else {
            String::new()
        };
        self.fits(asked, &format!("{}{seeds}", peopled(asked.worlds, asked.persons)), "", free)
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
        let asked = Asked { persons, worlds: workers, seeds: 1 };
        Self::side_by_side(workers).fits(asked, &what, fewer, free_memory())
    }

    fn side_by_side(workers: usize) -> Self {
        Self { each: workers as f64 * (2.0 * column() + SOCIETY), seed: 0.0, fixed: BASE }
    }

    fn fits(&self, asked: Asked, what: &str, fewer: &str, left: Option<Free>) -> Result<(), LiveError> {
        let needed = self.of(asked.persons, asked.seeds);
        let Some(left) = left.filter(|left| left.to_take < needed) else { return Ok(()) };
        let to_take = left.to_take as f64;
        let persons = self.persons_in(left.to_take, asked.seeds);
        let seeds = whole((to_take - self.fixed - self.each * f64::from(asked.persons)) / self.seed.max(1.0));
        let mut hints = Vec::new();
        if persons > 0 {
            let most = demerit_worlds::thousands::grouped(f64::from(persons));
            hints.push(format!("at most about {most} persons fit: try `--persons {persons}`{fewer}"));
        }
        if asked.seeds > 1 && seeds > 0 && seeds < asked.seeds {
            hints.push(format!("at most about {seeds} seeds fit: try `--seeds {seeds}`"));
        }
        if hints.is_empty() {
            hints.push("not even one person fits: end other programs".to_owned());
        }
        let [needed, free, to_take] = [needed, left.free, left.to_take].map(gibibytes);
        let told = format!(
            "{what} need about {needed} of memory, and {free} are free, of which {to_take} may be taken, since a tenth of the \
             machine is left to others; {}",
            hints.join(", or ")
        );
        Err(LiveError::Options(told))
    }
}

/// A whole number to choose by: two digits are enough.
fn whole(number: f64) -> u32 {
    let number = number.max(0.0) as u32;
    let step = 10u32.pow(number.max(1).ilog10().saturating_sub(1));
    number / step * step
}

/// Worlds with this many persons in each, in words.
fn peopled(worlds: usize, persons: u32) -> String {
    let worlds = if worlds == 1 { "a world".to_owned() } else { format!("{worlds} worlds") };
    format!("{worlds} of {} persons", demerit_worlds::thousands::grouped(f64::from(persons)))
}

/// Bytes for the cohort: no more of it than there are persons.
fn cohort(scenario: &Scenario) -> f64 {
    let members = scenario.study.cohort.min(scenario.study.persons);
    f64::from(members) * scenario.worlds().len().min(WITH_LIVES) as f64 * MEMBER
}

/// Refuses a scenario that this machine has not the memory for.
///
/// # Errors
/// A machine without the memory.
pub fn fits(scenario: &Scenario, seeds: u32) -> Result<(), LiveError> {
    Memory::least(scenario).check(Asked::of(scenario, seeds), free_memory())
}

/// Bytes of the columns of a person in all worlds, and of empty side tables.
pub(super) fn columns(scenario: &Scenario) -> f64 {
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

    const fn asked(persons: u32, worlds: usize, seeds: u32) -> Asked {
        Asked { persons, worlds, seeds }
    }

    #[test]
    fn memory_needed_is_a_persons_by_their_number_and_a_fixed_part() {
        let memory = Memory { each: 20.0, seed: 0.0, fixed: 1e8 };
        assert_eq!(memory.of(1_000_000, 9), 120_000_000);
        assert!(memory.check(asked(1_000_000, 2, 1), None).is_ok(), "a machine that does not tell");
        assert!(memory.check(asked(1_000_000, 2, 1), Some(Free::of(0, 120_000_000))).is_ok());
        assert!(memory.check(asked(1_000_000, 2, 1), Some(Free::of(100_000_000, 120_000_000))).is_err());
        let refused = memory.check(asked(3_000_000_000, 1, 1), Some(Free::of(40 << 30, 20 << 30)));
        assert_eq!(
            refused.unwrap_err().to_string(),
            "a world of 3,000,000,000 persons need about 56.0 GiB of memory, and 20.0 GiB are free, of which 16.0 GiB may be \
             taken, since a tenth of the machine is left to others; at most about 850,000,000 persons fit: try `--persons \
             850000000`"
        );
        let none = memory.check(asked(10, 3, 1), Some(Free::of(1000, 1000))).unwrap_err().to_string();
        assert!(none.ends_with("not even one person fits: end other programs"), "{none}");
    }

    #[test]
    fn many_seeds_are_named_where_their_readings_do_not_fit() {
        let memory = Memory { each: 20.0, seed: 1e6, fixed: 1e8 };
        assert_eq!(memory.of(1000, 40), 140_020_000);
        let refused = memory.check(asked(1000, 2, 9000), Some(Free::of(0, 5_000_000_000))).unwrap_err();
        let told = refused.to_string();
        assert!(
            told.starts_with("2 worlds of 1,000 persons, and the readings of 9000 seeds, need"),
            "{told}"
        );
        assert!(told.ends_with("at most about 4800 seeds fit: try `--seeds 4800`"), "{told}");
    }

    #[test]
    fn no_more_of_a_cohort_is_counted_than_there_are_persons() {
        let mut scenario = demerit_scenario::load::study("no-dark-corner", &NoFiles).unwrap();
        (scenario.study.cohort, scenario.study.persons) = (100_000, 10);
        assert!(Memory::least(&scenario).of(10, 70) < 2 * BASE as u64);
    }

    #[test]
    fn worlds_side_by_side_are_counted_all() {
        let (one, four) = (Memory::side_by_side(1), Memory::side_by_side(4));
        let of = |memory: Memory| memory.of(1_000_000_000, 1) - BASE as u64;
        assert!(of(four) == 4 * of(one) && of(one) > 10_000_000_000, "columns and tables");
        let scenario = demerit_scenario::load::study("no-dark-corner", &NoFiles).unwrap();
        assert!(Memory::check_side_by_side(&scenario, 1).is_ok());
        if free_memory().is_some() {
            let refused = Memory::check_side_by_side(&scenario, 1_000_000).unwrap_err().to_string();
            assert!(refused.starts_with("1000000 worlds of 250,000 persons side by side need"), "{refused}");
            assert!(refused.contains("or fewer `--threads`") || refused.contains("person fits"), "{refused}");
        }
    }
}
