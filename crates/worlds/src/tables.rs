//! The tables of a run folder as rows: measures in long form, the sampled cohort, and its ledger.
//!
//! Every table names its seed and its world, so that rows of several seeds and of twins stand side by side.
//! How they are stored is another module's business; what they mean is written here.
//!
//! Leaves out: every person outside the cohort. Persons are numbers of a made-up society; no table can be
//! read back into a study.

pub mod column;
mod event;
mod lives;
mod measures;
mod rows;
mod told;

use crate::manifest::Manifest;
use column::Row;
use demerit_society::TICKS_PER_YEAR;

pub use event::LedgerEvent;
pub use lives::Lives;
pub use measures::{Key, Measures};
pub use rows::{Described, LedgerRow, MeasureRow, PersonRow, described};
pub use told::Told;

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
        let fits = Fits::of(&self.manifest);
        self.measures.iter().try_for_each(|row| fits.measure(row))?;
        self.ledger.iter().try_for_each(|row| fits.entry(row))?;
        self.persons.iter().try_for_each(|row| fits.person(row))
    }
}

/// What rows have to be to be of a run.
pub struct Fits {
    seeds: Vec<u64>,
    horizon: u32,
    years: [i32; 2],
    persons: u32,
}

impl Fits {
    /// The run that a manifest tells of.
    #[must_use]
    pub fn of(run: &Manifest) -> Self {
        let mut seeds = run.seeds.clone();
        seeds.sort_unstable();
        let years = [0, run.horizon].map(|tick| calendar(run.start_year, tick).0);
        Self { seeds, horizon: run.horizon, years, persons: run.persons }
    }

    /// Whether a reading is of it; else the table and what is wrong. So with the others.
    pub fn measure(&self, row: &MeasureRow) -> Result<(), (&'static str, String)> {
        self.moment(MeasureRow::FILE, row.seed, row.tick, row.year)
    }

    /// Whether an entry of the ledger is of it.
    pub fn entry(&self, row: &LedgerRow) -> Result<(), (&'static str, String)> {
        self.moment(LedgerRow::FILE, row.seed, row.tick, row.year)
    }

    /// Whether a person is of it.
    pub fn person(&self, row: &PersonRow) -> Result<(), (&'static str, String)> {
        let (person, age, seed) = (row.person, row.age, row.seed);
        let fits = self.has(seed) && person < self.persons && (0.0..=1000.0).contains(&age);
        let told = || format!("person {person} of {age} years of seed {seed} is not of this run");
        if fits { Ok(()) } else { Err((PersonRow::FILE, told())) }
    }

    fn has(&self, seed: u64) -> bool {
        self.seeds.binary_search(&seed).is_ok()
    }

    fn moment(
        &self,
        table: &'static str,
        seed: u64,
        tick: u32,
        year: i32,
    ) -> Result<(), (&'static str, String)> {
        let [first, last] = self.years;
        let fits = self.has(seed) && tick <= self.horizon && (first..=last).contains(&year);
        let told = || format!("week {tick} ({year}) of seed {seed} is not of this run");
        if fits { Ok(()) } else { Err((table, told())) }
    }
}
