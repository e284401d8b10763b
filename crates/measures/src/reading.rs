//! A measure, what it reads, and what it gives.

use crate::generations::Generations;
use crate::stock::{Groups, Stock};
use demerit_kernel::Tick;
use demerit_regime::Regime;
use demerit_society::{Chunk, Society, Tally};
use std::borrow::Cow;
use std::sync::OnceLock;

/// When a measure is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// At the end of each period.
    Period,
    /// At the end of each year.
    Year,
}

/// What becomes of a measure's values over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A count of what happened in the period: values add up.
    Flow,
    /// What is so at the end of the period: the last value counts.
    State,
    /// A share or a mean of what happened in the period: values have a mean and no sum.
    Rate,
}

impl Kind {
    /// Whether values add up over time.
    #[must_use]
    pub const fn adds_up(self) -> bool {
        matches!(self, Self::Flow)
    }
}

/// One value of a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Domain or channel, `all` where there is none.
    pub domain: Cow<'static, str>,
    /// Group or category, `all` or `kind:name`.
    pub group: Cow<'static, str>,
    /// The value, in the unit of the measure.
    pub value: f64,
}

impl Value {
    /// The value for everybody in every domain.
    #[must_use]
    pub const fn whole(value: f64) -> Self {
        Self { domain: Cow::Borrowed("all"), group: Cow::Borrowed("all"), value }
    }

    /// The value for a group or category.
    pub fn of_group(group: impl Into<Cow<'static, str>>, value: f64) -> Self {
        Self { domain: Cow::Borrowed("all"), group: group.into(), value }
    }

    /// The value in a domain.
    pub fn in_domain(domain: impl Into<Cow<'static, str>>, value: f64) -> Self {
        Self { domain: domain.into(), group: Cow::Borrowed("all"), value }
    }

    /// The value for a group in a domain.
    pub fn new(
        domain: impl Into<Cow<'static, str>>,
        group: impl Into<Cow<'static, str>>,
        value: f64,
    ) -> Self {
        Self { domain: domain.into(), group: group.into(), value }
    }
}

/// What measures read at the end of a period.
pub struct Reading<'a> {
    /// The society.
    pub society: &'a Society,
    /// Regimes of the world.
    pub regimes: &'a [Regime],
    /// Number of the regime in force in each city.
    pub in_force: &'a [u8],
    /// The state.
    pub chunks: &'a [&'a Chunk],
    /// Counts of the period.
    pub tally: &'a Tally,
    /// Persons in each group.
    pub population: &'a Groups,
    /// Stocks at this moment.
    pub stock: &'a Stock,
    /// Last tick of the period.
    pub tick: Tick,
    /// Ticks in the period.
    pub ticks: u32,
    /// What several measures need and one walk over the state finds.
    pub kept: Kept,
}

/// What was found for one measure and is kept for the next.
#[derive(Debug, Default)]
pub struct Kept {
    pub(crate) generations: OnceLock<Generations>,
}

impl Reading<'_> {
    /// Person-years lived in the period.
    #[must_use]
    pub fn person_years(&self) -> f64 {
        f64::from(self.society.persons) * f64::from(self.ticks) / f64::from(demerit_society::TICKS_PER_YEAR)
    }

    /// What `find` finds in each chunk, in order; chunks are looked through in parallel.
    pub(crate) fn each<R: Send>(&self, find: impl Fn(&Chunk) -> R + Sync + Send) -> Vec<R> {
        demerit_kernel::map_ordered(self.chunks, |chunk| find(chunk))
    }

    /// Number of the regime in force in a neighbourhood.
    pub(crate) fn regime_number(&self, block: u32) -> u8 {
        self.in_force[usize::from(self.society.cities.index_of_block(block))]
    }

    /// The regime in force in a neighbourhood.
    pub(crate) fn regime(&self, block: u32) -> &Regime {
        &self.regimes[usize::from(self.regime_number(block))]
    }

    /// `count` of all persons as a share.
    #[must_use]
    pub fn share(&self, count: u64) -> f64 {
        count as f64 / f64::from(self.society.persons)
    }
}

/// The ratio of two counts; `None` where there is nothing to divide by.
#[must_use]
pub(crate) fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// A measure.
#[derive(Clone, Copy)]
pub struct Measure {
    /// Name in tables.
    pub name: &'static str,
    /// What it is, in whole sentences.
    pub definition: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// Where the definition comes from, or "our definition".
    pub source: &'static str,
    /// When it is taken.
    pub moment: Moment,
    /// What becomes of its values over time.
    pub kind: Kind,
    /// Takes it. Values that do not exist (a ratio over nothing) are left out.
    pub take: fn(&Reading<'_>, &mut Vec<Value>),
}
