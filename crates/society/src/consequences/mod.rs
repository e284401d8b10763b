//! Consequences: what sanctions do to lives, each with its own figures, and what a neighbourhood keeps of it.
//!
//! Model: see [`crate::consequences::hardship`], [`crate::consequences::shunning`],
//! [`crate::consequences::home_town`], [`crate::consequences::migration`], [`crate::consequences::partner`]
//! and [`crate::consequences::upbringing`]. A part without figures does nothing. What few have is kept in
//! side tables by lane.
//!
//! Symbols: those of the parts. Source(s): those of the parts. Leaves out: what no part says.

pub mod hardship;
pub mod home_town;
pub mod migration;
pub mod partner;
pub mod shunning;
pub mod upbringing;

use crate::{
    Couples, Hardship, HardshipTable, HomeTown, Migration, Partners, Shunning, Upbringing, UpbringingTable,
};
use demerit_kernel::side_tables;
use demerit_regime::Mechanism;

/// The figures of each consequence; `None` where the society knows none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Consequences {
    /// Income lost.
    pub hardship: Option<Hardship>,
    /// What a childhood leaves.
    pub upbringing: Option<Upbringing>,
    /// How standing counts with couples.
    pub partners: Option<Partners>,
    /// What a refused seat leads to.
    pub home_town: Option<HomeTown>,
    /// How ties are cut and heal.
    pub shunning: Option<Shunning>,
    /// How often people move away and come back.
    pub migration: Option<Migration>,
}

impl Consequences {
    /// Takes a mechanism away.
    pub(crate) fn without(&mut self, off: Mechanism) {
        match off {
            Mechanism::Scarring => {
                self.hardship = self.hardship.map(Hardship::without_scars);
                self.shunning = None;
            }
            Mechanism::HomeTown => self.home_town = None,
            Mechanism::Partners => self.partners = self.partners.map(Partners::without_regard),
            Mechanism::Generations => self.upbringing = self.upbringing.map(Upbringing::without_standing),
            Mechanism::Adaptation => (self.shunning, self.migration) = (None, None),
            _ => {}
        }
    }
}

/// What a neighbourhood keeps of consequences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Income lost, by lane.
    pub hardship: HardshipTable,
    /// Childhoods, by lane.
    pub upbringing: UpbringingTable,
    /// Couples formed within the run.
    pub couples: Couples,
}

side_tables!(Marks { hardship, upbringing, couples });
