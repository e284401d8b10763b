//! Twins: the same persons with the same luck in two worlds, compared one by one.
//!
//! These measures need both worlds at once and are taken by the study, with [`Pair::of`], for the first world
//! of a study.

use crate::counting::view::{View, sanction};
use crate::measure::Measure;
use crate::unit::Unit;
use demerit_kernel::LANES;
use demerit_society::Chunk;
use demerit_society::society::home;

/// The measures of this family; they are taken with [`Pair`].
pub(crate) const MEASURES: &[Measure] = &[
    Measure::end("sanctioned-only-here", Unit::Share)
        .titled("Sanctioned here and not in the twin")
        .defined("Persons under a sanction in this world and not in its twin, as a share of all persons."),
    Measure::end("sanctioned-only-in-twin", Unit::Share)
        .titled("Sanctioned only in twin")
        .defined("Persons under a sanction in the twin and not in this world, as a share of all persons."),
    Measure::end("sanctioned-in-both", Unit::Share)
        .titled("Sanctioned in both")
        .defined("Persons under a sanction in this world and in its twin, as a share of all persons."),
    Measure::mean("partner-sorting", Unit::Correlation)
        .titled("How alike the scores of partners are")
        .defined(
            "Correlation of the scores that two partners have in this world, over the couples of this world \
             and over those of its twin: the one less the other is what standing does to who is together, \
             and what passes from one partner to the other where points spill over.",
        )
        .yearly(),
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
                let under =
                    |view: &View<'_>, chunk: &Chunk| sanction(view.regime(block), chunk, at).is_some();
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

    /// The two counts together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            only_here: self.only_here + other.only_here,
            only_in_twin: self.only_in_twin + other.only_in_twin,
            in_both: self.in_both + other.in_both,
        }
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

/// Sums over the scores of two partners, each couple counted both ways.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sorting {
    persons: u64,
    sum: i64,
    square: i64,
    cross: i64,
}

impl Sorting {
    /// Fewest partners over whom a correlation says something.
    const FEWEST: u64 = 200;

    /// Over the couples that are there in the chunks of `couples`, with the scores of the same chunks of
    /// `scores`.
    #[must_use]
    pub fn of(view: &View<'_>, scores: &[&Chunk], couples: &[&Chunk]) -> Self {
        let mut sums = Self::default();
        for (scores, couples) in scores.iter().zip(couples) {
            for block in 0..couples.tables.len() as u32 {
                sums.count_block(view, scores, couples, block);
            }
        }
        sums
    }

    fn count_block(&mut self, view: &View<'_>, scores: &Chunk, couples: &Chunk, block: u32) {
        let number = couples.first_block.0 + block;
        let from = (block * LANES) as usize;
        let to = (from + LANES as usize).min(couples.persons());
        if view.regime(number).scale.is_none() {
            return;
        }
        let home = home(
            view.society.pattern(number),
            &couples.born[from..to],
            &couples.tables[block as usize].flags,
            &couples.tables[block as usize].marks.couples,
            number * LANES,
            view.tick,
        );
        for lane in 0..(to - from) as u16 {
            if let Some(other) = home.partner(lane) {
                let score = |lane: u16| i64::from(scores.score[from + usize::from(lane)]);
                let (mine, theirs) = (score(lane), score(other));
                self.persons += 1;
                self.sum += mine;
                self.square += mine * mine;
                self.cross += mine * theirs;
            }
        }
    }

    /// The correlation; `None` where there are too few couples or all scores are one.
    #[must_use]
    pub fn correlation(&self) -> Option<f64> {
        let n = self.persons as f64;
        let mean = self.sum as f64 / n;
        let spread = self.square as f64 / n - mean * mean;
        (self.persons >= Self::FEWEST && spread > 0.0).then(|| (self.cross as f64 / n - mean * mean) / spread)
    }

    /// Adds the sums over other couples.
    pub const fn add(&mut self, other: &Self) {
        self.persons += other.persons;
        self.sum += other.sum;
        self.square += other.square;
        self.cross += other.cross;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn couples_alike_correlate_wholly_and_opposite_ones_inversely() {
        let of = |pairs: &[(i64, i64)]| {
            let mut sums = Sorting::default();
            for &(one, other) in pairs.iter().cycle().take(100 * pairs.len()) {
                for (mine, theirs) in [(one, other), (other, one)] {
                    sums.add(&Sorting { persons: 1, sum: mine, square: mine * mine, cross: mine * theirs });
                }
            }
            sums.correlation()
        };
        assert!(of(&[(1, 1), (5, 5)]).is_some_and(|one| (one - 1.0).abs() < 1e-12));
        assert!(of(&[(1, 5), (5, 1)]).is_some_and(|one| (one + 1.0).abs() < 1e-12));
        assert!(of(&[(1, 5), (1, 1), (5, 5), (5, 1)]).is_some_and(|one| one.abs() < 1e-12));
        assert_eq!(of(&[(3, 3)]), None, "one score alone has no correlation");
        assert_eq!(Sorting::default().correlation(), None);
    }
}
