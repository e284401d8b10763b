//! The tables of a run folder as rows: measures in long form, the sampled cohort, and its ledger.
//!
//! Every table names its seed and its world, so that rows of several seeds and of twins stand side by side.
//! How they are stored is another module's business; what they mean is written here.
//!
//! Leaves out: every person outside the cohort. Persons are numbers of a made-up society; no table can be
//! read back into a study.

pub mod column;
mod event;
mod rows;

use crate::manifest::Manifest;
use column::Row;
use demerit_society::TICKS_PER_YEAR;

pub use event::LedgerEvent;
pub use rows::{Described, LedgerRow, MeasureRow, PersonRow, described};

/// The calendar year that a tick lies in, and its week from 1 to 52.
#[must_use]
pub const fn calendar(start_year: i32, tick: u32) -> (i32, u32) {
    (start_year + (tick / TICKS_PER_YEAR) as i32, tick % TICKS_PER_YEAR + 1)
}

/// The tables of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct RunTables {
    /// What was run.
    pub manifest: Manifest,
    /// Values of measures.
    pub measures: Vec<MeasureRow>,
    /// The cohort.
    pub persons: Vec<PersonRow>,
    /// Their ledger.
    pub ledger: Vec<LedgerRow>,
}

impl RunTables {
    /// Whether the rows are of the run that the manifest tells of; else the table and what is wrong.
    pub fn check(&self) -> Result<(), (&'static str, String)> {
        let run = &self.manifest;
        let mut seeds = run.seeds.clone();
        seeds.sort_unstable();
        let fits = |seed: u64, tick: u32, year: i32| {
            let ends = [0, run.horizon].map(|tick| calendar(run.start_year, tick).0);
            seeds.binary_search(&seed).is_ok() && tick <= run.horizon && (ends[0]..=ends[1]).contains(&year)
        };
        let wrong = |table: &'static str, found: String| Err((table, format!("{found} is not of this run")));
        if let Some(row) = self.measures.iter().find(|row| !fits(row.seed, row.tick, row.year)) {
            let (seed, tick, year) = (row.seed, row.tick, row.year);
            return wrong(MeasureRow::FILE, format!("week {tick} ({year}) of seed {seed}"));
        }
        if let Some(row) = self.ledger.iter().find(|row| !fits(row.seed, row.tick, row.year)) {
            let (seed, tick, year) = (row.seed, row.tick, row.year);
            return wrong(LedgerRow::FILE, format!("week {tick} ({year}) of seed {seed}"));
        }
        let fits = |row: &PersonRow| {
            seeds.binary_search(&row.seed).is_ok()
                && row.person < run.persons
                && (0.0..=1000.0).contains(&row.age)
        };
        if let Some(row) = self.persons.iter().find(|row| !fits(row)) {
            let (person, age, seed) = (row.person, row.age, row.seed);
            return wrong(PersonRow::FILE, format!("person {person} of {age} years of seed {seed}"));
        }
        Ok(())
    }
}
