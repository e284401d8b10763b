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

/// Of how many worlds, the first and its twin, the lives of the cohort are kept.
pub const WITH_LIVES: usize = 2;
/// Oldest age that a row may tell, in years.
const OLDEST: f64 = 1000.0;

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

/// What rows have to be to be of a run.
pub struct Fits {
    seeds: Vec<u64>,
    start_year: i32,
    horizon: u32,
    persons: u32,
    worlds: Vec<String>,
    /// Names of all measures in order, with the names of their units.
    measures: Vec<(&'static str, &'static str)>,
}

/// Whether rows of a kind are of a run.
pub trait Fit<R> {
    /// Whether this one is.
    ///
    /// # Errors
    /// What is not of the run.
    fn fit(&self, row: &R) -> Result<(), String>;
}

impl Fits {
    /// The run that a manifest tells of.
    #[must_use]
    pub fn of(run: &Manifest) -> Self {
        let mut seeds = run.seeds.clone();
        seeds.sort_unstable();
        let mut measures: Vec<_> =
            demerit_measures::all().iter().map(|one| (one.name, one.unit.name())).collect();
        measures.sort_unstable();
        let worlds = run.worlds.iter().map(|world| world.name.clone()).collect();
        let &Manifest { start_year, horizon, persons, .. } = run;
        Self { seeds, start_year, horizon, persons, worlds, measures }
    }

    fn seed(&self, seed: u64) -> Result<(), String> {
        let has = self.seeds.binary_search(&seed).is_ok();
        if has { Ok(()) } else { Err(format!("seed {seed} is not of this run")) }
    }

    /// Whether a world is among the first so many.
    fn world(&self, world: &str, most: usize) -> Result<(), String> {
        let has = self.worlds.iter().take(most).any(|name| name == world);
        if has { Ok(()) } else { Err(format!("the world `{world}` is not of this run")) }
    }

    fn moment(&self, tick: u32, year: i32, week: u32) -> Result<(), String> {
        if tick < self.horizon && (year, week) == calendar(self.start_year, tick) {
            return Ok(());
        }
        Err(format!("tick {tick} in week {week} of {year} is not of this run"))
    }

    fn place(&self, person: u32) -> Result<(), String> {
        let has = person < self.persons;
        if has { Ok(()) } else { Err(format!("person {person} is not of this run, of {}", self.persons)) }
    }
}

impl Fit<MeasureRow> for Fits {
    fn fit(&self, row: &MeasureRow) -> Result<(), String> {
        self.seed(row.seed)?;
        self.world(&row.world, self.worlds.len())?;
        self.moment(row.tick, row.year, row.week)?;
        let known = self.measures.binary_search_by_key(&row.measure.as_str(), |one| one.0);
        if !known.is_ok_and(|at| self.measures[at].1 == row.unit) {
            return Err(format!("`{}` in `{}` is no measure", row.measure, row.unit));
        }
        let has = row.weight >= 0.0;
        if has { Ok(()) } else { Err(format!("a weight of {}; allowed: 0 or more", row.weight)) }
    }
}

impl Fit<PersonRow> for Fits {
    fn fit(&self, row: &PersonRow) -> Result<(), String> {
        self.seed(row.seed)?;
        self.world(&row.world, WITH_LIVES)?;
        self.place(row.person)?;
        self.place(row.household)?;
        let weeks =
            row.weeks_wrongly_sanctioned <= row.weeks_sanctioned && row.weeks_sanctioned <= self.horizon;
        let fits = weeks
            && (0.0..=OLDEST).contains(&row.age)
            && (1..=self.persons).contains(&row.household_size)
            && (1..=5).contains(&row.income_fifth)
            && row.life <= self.horizon;
        if fits { Ok(()) } else { Err(format!("person {} has a figure that no run gives", row.person)) }
    }
}

impl Fit<LedgerRow> for Fits {
    fn fit(&self, row: &LedgerRow) -> Result<(), String> {
        self.seed(row.seed)?;
        self.world(&row.world, WITH_LIVES)?;
        self.moment(row.tick, row.year, row.week)?;
        self.place(row.person)?;
        row.other.map_or(Ok(()), |other| self.place(other))?;
        let fits =
            row.life <= self.horizon && row.income_lacking.is_none_or(|one| (0.0..=1.0).contains(&one));
        if fits { Ok(()) } else { Err(format!("person {} has a figure that no run gives", row.person)) }
    }
}
