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
    Measure::end("wrong-in-either-reading", Unit::Share)
        .titled("Wrongly under a sanction, in one reading of deserved or the other")
        .defined(
            "Persons under a sanction whom the regime's own rules, put to their true deeds in this world or to \
             those in the twin, would not have sanctioned, as a share of all persons. Whom a wrong sanction made \
             poor, and who then defaults, deserves it by the deeds of this world and not by those of the twin.",
        ),
    Measure::end("deserved-in-twin-alone", Unit::Share)
        .titled("Wrongly under a sanction by the deeds of this world, rightly by those of the twin")
        .defined(
            "Persons under a sanction that their true deeds in this world would not have brought, and those in \
             the twin would have, as a share of all persons: they changed what they do under the regime.",
        ),
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
    /// Here, and by the deeds of the two worlds: where the twin is assessed by the regimes of this one.
    pub readings: Option<Readings>,
}

/// Persons under a sanction, by what the regime makes of their true deeds here and in the twin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Readings {
    /// It is wrong by the deeds here or by those in the twin.
    pub either_wrong: u64,
    /// It is wrong by the deeds here, and right by those in the twin.
    pub right_in_twin_alone: u64,
}

impl Pair {
    /// Compares the same chunks of two worlds; `assessed` says whether the twin is assessed by the regimes of
    /// this world.
    #[must_use]
    pub fn of(here: (&View<'_>, &[&Chunk]), twin: (&View<'_>, &[&Chunk]), assessed: bool) -> Self {
        let mut pair = Self { readings: assessed.then(Readings::default), ..Self::default() };
        for (mine, theirs) in here.1.iter().zip(twin.1) {
            for at in 0..mine.persons().min(theirs.persons()) {
                let block = mine.first_block.0 + at as u32 / LANES;
                let regime = here.0.regime(block);
                let under = sanction(regime, mine, at);
                match (under.is_some(), sanction(twin.0.regime(block), theirs, at).is_some()) {
                    (true, false) => pair.only_here += 1,
                    (false, true) => pair.only_in_twin += 1,
                    (true, true) => pair.in_both += 1,
                    (false, false) => {}
                }
                if let (Some(readings), Some(under)) = (&mut pair.readings, under)
                    && let Some(right_in_twin) = theirs.assessed_as_deserving(regime, at)
                {
                    readings.either_wrong += u64::from(under.is_wrong() || !right_in_twin);
                    readings.right_in_twin_alone += u64::from(under.is_wrong() && right_in_twin);
                }
            }
        }
        pair
    }

    /// The two counts together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let readings = self.readings.into_iter().chain(other.readings).reduce(|one, other| Readings {
            either_wrong: one.either_wrong + other.either_wrong,
            right_in_twin_alone: one.right_in_twin_alone + other.right_in_twin_alone,
        });
        Self {
            readings,
            only_here: self.only_here + other.only_here,
            only_in_twin: self.only_in_twin + other.only_in_twin,
            in_both: self.in_both + other.in_both,
        }
    }

    /// The values, by name of the measure.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, u64)> + use<> {
        let pair = [
            ("sanctioned-only-here", self.only_here),
            ("sanctioned-only-in-twin", self.only_in_twin),
            ("sanctioned-in-both", self.in_both),
        ];
        let readings = self.readings.map(|one| {
            [
                ("wrong-in-either-reading", one.either_wrong),
                ("deserved-in-twin-alone", one.right_in_twin_alone),
            ]
        });
        pair.into_iter().chain(readings.into_iter().flatten())
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
