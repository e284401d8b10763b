//! What is told of a run: its manifest, its readings in short, and one life of its cohort.

use super::{LedgerRow, Lives, MeasureRow, Measures, PersonRow, RunTables};
use crate::manifest::Manifest;

/// What is told of a run, whatever the number of its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What was run.
    pub manifest: Manifest,
    /// Values of measures.
    pub measures: Measures,
    /// The cohort.
    pub lives: Lives,
}

impl Told {
    /// A run of which no rows are known yet, and of whose cohort one person is asked for or the one whose
    /// life shows most.
    #[must_use]
    pub fn begin(manifest: Manifest, asked: Option<u32>) -> Self {
        let lives = Lives::of(&manifest, asked);
        Self { manifest, measures: Measures::default(), lives }
    }

    /// What the tables of a run tell.
    #[must_use]
    pub fn of(tables: &RunTables, asked: Option<u32>) -> Self {
        let mut told = Self::begin(tables.manifest.clone(), asked);
        told.measures(&tables.measures);
        told.persons(&tables.persons);
        told.ledger(&tables.ledger);
        told
    }

    /// Lets readings pass.
    pub fn measures(&mut self, rows: &[MeasureRow]) {
        self.measures.add(rows);
    }

    /// Lets members of the cohort pass.
    pub fn persons(&mut self, rows: &[PersonRow]) {
        rows.iter().for_each(|row| self.lives.person(row));
    }

    /// Lets the ledger pass.
    pub fn ledger(&mut self, rows: &[LedgerRow]) {
        rows.iter().for_each(|row| self.lives.entry(row));
    }
}
