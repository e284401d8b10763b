//! Consequences: what sanctions do to lives, each with its own figures, and what a neighbourhood keeps of it.
//!
//! Model: see [`crate::consequences::hardship`], [`crate::consequences::shunning`], [`crate::consequences::home_town`], [`crate::consequences::migration`], [`crate::consequences::partner`] and [`crate::consequences::upbringing`]. A part without figures does nothing. What few have is kept in side tables by lane.
//!
//! Symbols: those of the parts. Source(s): those of the parts. Leaves out: what no part says.

pub mod hardship;
pub mod home_town;
pub mod migration;
pub mod partner;
pub mod shunning;
pub mod upbringing;

use crate::consequences::hardship::{Hardship, HardshipTable};
use crate::consequences::home_town::HomeTown;
use crate::consequences::migration::Leaving;
use crate::consequences::partner::{Couples, Partners};
use crate::consequences::shunning::Shunning;
use crate::consequences::upbringing::{Upbringing, UpbringingTable};
use demerit_kernel::Digest;
use demerit_regime::{Mechanism, Mechanisms};

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
    pub leaving: Option<Leaving>,
}

impl Consequences {
    /// The consequences with these mechanisms. Figures that set a ceiling of candidates stay what they are.
    #[must_use]
    pub fn switched(&self, mechanisms: Mechanisms) -> Self {
        let off = |one: Mechanism| !mechanisms.on(one);
        let mut all = self.clone();
        if off(Mechanism::Scarring) {
            all.hardship = all.hardship.map(Hardship::without_scars);
        }
        if off(Mechanism::Scarring) || off(Mechanism::Adaptation) {
            all.shunning = None;
        }
        if off(Mechanism::Adaptation) {
            all.leaving = None;
        }
        if off(Mechanism::HomeTown) {
            all.home_town = None;
        }
        if off(Mechanism::Partners) {
            all.partners = all.partners.map(Partners::without_regard);
        }
        if off(Mechanism::Generations) {
            all.upbringing = all.upbringing.map(Upbringing::without_standing);
        }
        all
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

impl Marks {
    /// Takes out whatever is about a lane: somebody new lives there.
    pub fn clear(&mut self, lane: u16) {
        self.hardship.clear(lane);
        self.upbringing.clear(lane);
        self.couples.part(lane);
    }

    /// Bytes that the tables hold beyond themselves.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.hardship.bytes() + self.upbringing.bytes() + self.couples.bytes()
    }

    /// Adds everything to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        self.hardship.digest(digest);
        self.upbringing.digest(digest);
        self.couples.digest(digest);
    }
}
