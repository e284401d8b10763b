//! The tables of a run folder as rows: measures in long form, the sampled cohort, and its ledger.
//!
//! Every table names its seed and its world, so that rows of several seeds and of twins stand side by side.
//! How they are stored is another module's business; what they mean is written here.
//!
//! Leaves out: every person outside the cohort. Persons are numbers of a made-up society; no table can be read back
//! into a study.

pub mod column;
mod event;
mod rows;

use crate::manifest::Manifest;
use serde::Serialize;

pub use event::LedgerEvent;
pub use rows::{Described, described};

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
        let fits = |seed: u64, tick: u32, year: f64| {
            seeds.binary_search(&seed).is_ok()
                && tick <= run.ticks
                && (year - f64::from(run.start_year)).abs() <= 601.0
        };
        let wrong = |table: &'static str, found: String| Err((table, format!("{found} is not of this run")));
        if let Some(row) = self.measures.iter().find(|row| !fits(row.seed, row.tick, row.year)) {
            let (seed, tick, year) = (row.seed, row.tick, row.year);
            return wrong("measures.parquet", format!("week {tick} ({year}) of seed {seed}"));
        }
        if let Some(row) = self.ledger.iter().find(|row| !fits(row.seed, row.tick, row.year)) {
            let (seed, tick, year) = (row.seed, row.tick, row.year);
            return wrong("ledger.parquet", format!("week {tick} ({year}) of seed {seed}"));
        }
        let fits = |row: &PersonRow| {
            seeds.binary_search(&row.seed).is_ok()
                && row.person < run.persons
                && (0.0..=1000.0).contains(&row.age)
        };
        if let Some(row) = self.persons.iter().find(|row| !fits(row)) {
            let (person, age, seed) = (row.person, row.age, row.seed);
            return wrong("persons.parquet", format!("person {person} of {age} years of seed {seed}"));
        }
        Ok(())
    }
}

/// One value of one measure: a row of `measures.parquet`.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureRow {
    /// Seed of the run that gave the value.
    pub seed: u64,
    /// Name of the world, as the study names it (for instance `regime` and `twin`).
    pub world: String,
    /// Last tick of the period that the value is about.
    pub tick: u32,
    /// The same moment in years of the study's calendar, for instance 2014.5.
    pub year: f64,
    /// Name of the measure; `demerit list measures` tells what each means.
    pub measure: String,
    /// Domain or channel that the value is about, `all` where there is none.
    pub domain: String,
    /// Group of persons or category that the value is about, `all` or `kind:name`.
    pub group: String,
    /// The value, in `unit`.
    pub value: f64,
    /// Unit of the value.
    pub unit: String,
}

/// One made-up person of the sampled cohort in one world at the end: a row of `persons.parquet`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PersonRow {
    /// Seed of the run.
    pub seed: u64,
    /// Name of the world.
    pub world: String,
    /// Number of the person (of the place in the household: who dies is followed by a newborn there).
    pub person: u32,
    /// Name of the city, for instance `c017`.
    pub city: String,
    /// `urban` or `rural`.
    pub residence: String,
    /// `female` or `male`.
    pub sex: String,
    /// Age in years at the end of the run.
    pub age: f64,
    /// Persons in the household.
    pub household: u32,
    /// Occupation at the end of the run.
    pub occupation: String,
    /// Fifth of the income distribution, 1 the poorest to 5 the richest.
    pub income_fifth: u32,
    /// Score at the end, in points; `None` where the regime keeps no score.
    pub score: Option<i32>,
    /// Score that the person's own true deeds would have given, in points.
    pub deserved: Option<i32>,
    /// Tier at the end, empty where the regime has none.
    pub tier: String,
    /// Whether the person stands on the court's list at the end.
    pub listed: bool,
    /// Weeks under a sanction.
    pub weeks_sanctioned: u32,
    /// Weeks under a sanction that the deserved record would not have brought.
    pub weeks_wrongly_sanctioned: u32,
    /// Requests refused.
    pub refusals: u32,
    /// Entries written into the record.
    pub entries: u32,
}

/// One event in the life of a made-up person of the cohort: a row of `ledger.parquet`.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerRow {
    /// Seed of the run.
    pub seed: u64,
    /// Name of the world.
    pub world: String,
    /// Number of the person.
    pub person: u32,
    /// Tick of the event.
    pub tick: u32,
    /// The same moment in years of the study's calendar.
    pub year: f64,
    /// What happened; the columns `event`, `what`, `origin`, `channel` and `rule` of the table.
    pub event: LedgerEvent,
    /// Points gained or lost by this event.
    pub points: i32,
    /// Score after the event, `None` where the regime keeps no score.
    pub score_after: Option<i32>,
    /// Deserved score after the event.
    pub deserved_after: Option<i32>,
    /// Another person concerned: whose deed it was, or whose tie brought it.
    pub other: Option<u32>,
}
