//! The pair of worlds that a run moves, and how it comes into the world: as `demerit-explore` makes it, or as a test wants it.

use demerit_explore::{Explored, Film, Limits};
use demerit_scenario::load::Scenario;
use demerit_study::run::{RunError, fits, pool};
use demerit_worlds::tables::RunTables;
use serde_json::{Value, json};
use std::sync::Arc;

/// How many persons of each sort are named whose lives show most.
const STRIKING: usize = 3;

/// Two worlds that move together.
pub(crate) trait Pair {
    /// Lives a week; says whether there are more.
    fn step(&mut self) -> Result<bool, RunError>;
    /// Weeks lived.
    fn tick(&self) -> u32;
    /// The frames, which grow in number from week to week.
    fn film(&self) -> Arc<Film>;
    /// How many readings of measures there are.
    fn readings(&self) -> usize;
    /// The tables so far.
    fn tables(&self) -> RunTables;
    /// Adds to tables what was read since.
    fn catch_up(&self, tables: &mut RunTables);
    /// Persons whose lives show most.
    fn striking(&self) -> Value;
}

/// How a pair comes into the world.
pub(crate) type Begin = dyn Fn(&Scenario) -> Result<Box<dyn Pair>, RunError> + Send + Sync;

/// Peoples two worlds.
pub(crate) fn begin(scenario: &Scenario) -> Result<Box<dyn Pair>, RunError> {
    fits(scenario, 1)?;
    Ok(Box::new(Explored::begin(scenario, &Limits::default(), pool(None)?)?))
}

impl Pair for Explored {
    fn step(&mut self) -> Result<bool, RunError> {
        Ok(Self::step(self)?)
    }

    fn tick(&self) -> u32 {
        Self::tick(self)
    }

    fn film(&self) -> Arc<Film> {
        Self::film(self)
    }

    fn readings(&self) -> usize {
        Self::readings(self)
    }

    fn tables(&self) -> RunTables {
        Self::tables(self)
    }

    fn catch_up(&self, tables: &mut RunTables) {
        Self::catch_up(self, tables);
    }

    fn striking(&self) -> Value {
        json!(Self::striking(self, STRIKING))
    }
}
