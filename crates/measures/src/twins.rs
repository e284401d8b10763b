//! Twins: the same persons with the same luck in two worlds, compared one by one.
//!
//! These measures need both worlds at once and are taken by the study, with [`Pair::of`], for the first world of a study.

use crate::reading::{Measure, Moment};
use crate::stock::{View, sanction};
use demerit_kernel::LANES;
use demerit_society::Chunk;

/// The measures of this family; they are taken with [`Pair`].
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "sanctioned-only-here",
        definition: "Persons under a sanction in this world and not in its twin, as a share of all persons.",
        unit: "share",
        source: "our definition",
        moment: Moment::Period,
        take: |_, _| {},
    },
    Measure {
        name: "sanctioned-only-in-twin",
        definition: "Persons under a sanction in the twin and not in this world, as a share of all persons.",
        unit: "share",
        source: "our definition",
        moment: Moment::Period,
        take: |_, _| {},
    },
    Measure {
        name: "sanctioned-in-both",
        definition: "Persons under a sanction in this world and in its twin, as a share of all persons.",
        unit: "share",
        source: "our definition",
        moment: Moment::Period,
        take: |_, _| {},
    },
];

/// Persons by where they are under a sanction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// Here and not in the twin.
    pub only_here: u64,
    /// In the twin and not here.
    pub only_in_twin: u64,
    /// In both.
    pub in_both: u64,
}

impl Pair {
    /// Compares the same chunks of two worlds.
    #[must_use]
    pub fn of(here: (&View<'_>, &[&Chunk]), twin: (&View<'_>, &[&Chunk])) -> Self {
        let mut pair = Self::default();
        for (mine, theirs) in here.1.iter().zip(twin.1) {
            for at in 0..mine.persons().min(theirs.persons()) {
                let block = mine.first_block.0 + at as u32 / LANES;
                let under = |view: &View<'_>, chunk: &Chunk| {
                    let city = usize::from(view.society.cities.index_of_block(block));
                    sanction(&view.regimes[usize::from(view.in_force[city])], chunk, at).is_some()
                };
                match (under(here.0, mine), under(twin.0, theirs)) {
                    (true, false) => pair.only_here += 1,
                    (false, true) => pair.only_in_twin += 1,
                    (true, true) => pair.in_both += 1,
                    (false, false) => {}
                }
            }
        }
        pair
    }

    /// The values, by name of the measure.
    #[must_use]
    pub fn named(&self) -> [(&'static str, u64); 3] {
        [
            ("sanctioned-only-here", self.only_here),
            ("sanctioned-only-in-twin", self.only_in_twin),
            ("sanctioned-in-both", self.in_both),
        ]
    }
}
