//! Lives: of a run's cohort, the one life that is told, here and in the twin.
//!
//! Model: rows of persons and of the ledger pass by, those of a seed's persons before those of its ledger or
//! all persons before all ledgers. Kept is the life that shows most so far, or that of the person who is
//! asked for; what was kept of another goes.

use super::{LedgerRow, PersonRow};
use crate::manifest::Manifest;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Numbers of members that are named where one is asked for that there is not.
const EXAMPLES: usize = 5;

/// What is known of the lives of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lives {
    /// The person who is asked for, else the one whose life shows most.
    pub asked: Option<u32>,
    /// Names of the first world and of its twin.
    worlds: Vec<String>,
    /// Rows of the first world's cohort that passed.
    pub members: usize,
    /// The first numbers of members.
    pub numbers: BTreeSet<u32>,
    /// The person, in the first world.
    pub person: Option<PersonRow>,
    /// The same person in the twin.
    pub twin: Option<PersonRow>,
    /// What befell the person, in both worlds.
    pub ledger: Vec<LedgerRow>,
}

impl Lives {
    /// Those of a run, of which one person is asked for or the one whose life shows most.
    #[must_use]
    pub fn of(manifest: &Manifest, asked: Option<u32>) -> Self {
        let worlds = manifest.worlds.iter().take(2).map(|world| world.name.clone()).collect();
        Self { asked, worlds, ..Self::default() }
    }

    /// Whether a world is the first one, 0, or its twin, 1.
    fn is(&self, world: &str, number: usize) -> bool {
        self.worlds.get(number).is_some_and(|name| name == world)
    }

    /// Lets a member of the cohort pass.
    pub fn person(&mut self, row: &PersonRow) {
        let place = |row: &PersonRow| (row.seed, row.person);
        if self.is(&row.world, 0) {
            self.members += 1;
            self.numbers.insert(row.person);
            if self.numbers.len() > EXAMPLES {
                self.numbers.pop_last();
            }
            let is_better = match (self.asked, &self.person) {
                (Some(asked), known) => {
                    row.person == asked && known.as_ref().is_none_or(|known| row.seed < known.seed)
                }
                (None, known) => known.as_ref().is_none_or(|known| rank(row) > rank(known)),
            };
            if is_better {
                self.ledger.clear();
                self.twin = self.twin.take().filter(|twin| place(twin) == place(row));
                self.person = Some(row.clone());
            }
        } else if self.is(&row.world, 1)
            && self.twin.is_none()
            && self.person.as_ref().is_some_and(|person| place(person) == place(row))
        {
            self.twin = Some(row.clone());
        }
    }

    /// Lets a row of the ledger pass.
    pub fn entry(&mut self, row: &LedgerRow) {
        let theirs = |person: &PersonRow| (row.seed, row.person) == (person.seed, person.person);
        if self.person.as_ref().is_some_and(theirs) && (self.is(&row.world, 0) || self.is(&row.world, 1)) {
            self.ledger.push(row.clone());
        }
    }
}

/// How much a life shows.
fn rank(row: &PersonRow) -> (bool, u32, u32, u32, u32, Reverse<(u64, u32)>) {
    let (weeks, wrongly) = (row.weeks_sanctioned, row.weeks_wrongly_sanctioned);
    let shows = wrongly > 0 && row.refusals > 0;
    (shows, wrongly, weeks, row.refusals, row.entries, Reverse((row.seed, row.person)))
}
