//! What measures read at the end of a period.

use crate::counting::groups::ByGroup;
use crate::counting::lineage::Lineage;
use crate::counting::stock::Stock;
use crate::counting::view::View;
use demerit_society::{Chunk, Tally};
use std::sync::OnceLock;

/// A world at the end of a period, and what was counted in it.
pub struct Reading<'a> {
    pub(crate) view: View<'a>,
    pub(crate) chunks: &'a [&'a Chunk],
    pub(crate) tally: &'a Tally,
    pub(crate) population: &'a ByGroup,
    pub(crate) stock: &'a Stock,
    pub(crate) ticks: u32,
    lineage: OnceLock<Lineage>,
}

impl<'a> Reading<'a> {
    /// The state of a world, the counts of a period of `ticks`, persons in each group, and stocks, at the
    /// period's last tick.
    #[must_use]
    pub const fn new(
        view: View<'a>,
        chunks: &'a [&'a Chunk],
        tally: &'a Tally,
        population: &'a ByGroup,
        stock: &'a Stock,
        ticks: u32,
    ) -> Self {
        Self { view, chunks, tally, population, stock, ticks, lineage: OnceLock::new() }
    }

    /// Ticks in the period.
    #[must_use]
    pub const fn ticks(&self) -> u32 {
        self.ticks
    }

    /// `count` for each 1,000 person-years lived in the period.
    pub(crate) fn rate(&self, count: u64) -> f64 {
        let persons = f64::from(self.view.society.persons);
        let years = persons * f64::from(self.ticks) / f64::from(demerit_society::TICKS_PER_YEAR);
        1000.0 * count as f64 / years
    }

    /// Counts of persons at the period's end, for each of its weeks: two of them make a ratio that weighs as
    /// much as the period is long.
    pub(crate) fn weeks(&self, (part, whole): (u64, u64)) -> (u64, u64) {
        (part * u64::from(self.ticks), whole * u64::from(self.ticks))
    }

    /// What `find` finds in each chunk, in order; chunks are looked through in parallel.
    pub(crate) fn each<R: Send>(&self, find: impl Fn(&Chunk) -> R + Sync + Send) -> Vec<R> {
        demerit_kernel::map_ordered(self.chunks, |chunk| find(chunk))
    }

    /// `count` of all persons as a share.
    pub(crate) fn share(&self, count: u64) -> f64 {
        count as f64 / f64::from(self.view.society.persons)
    }

    /// Sums over those who came of age within the run: one walk for all measures of them.
    pub(crate) fn lineage(&self) -> &Lineage {
        self.lineage.get_or_init(|| Lineage::of(&self.view, self.chunks))
    }
}

/// The ratio of two counts; `None` where there is nothing to divide by.
#[must_use]
pub(crate) fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
