//! A measure, what it gives, and how its readings become one number.

use crate::counting::reading::{Reading, ratio};
use crate::unit::Unit;
use std::borrow::Cow;
use std::fmt::Display;

/// When a measure is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// At the end of each period.
    Period,
    /// At the end of each year.
    Year,
}

demerit_kernel::named! {
    /// How readings become one number.
    Kind {
        /// A count of what happened in the period: values add up.
        Sum = "sum",
        /// A share or a mean of what happened in the period: values have a mean and no sum.
        Mean = "mean",
        /// What is so at the end of the period: the last value counts.
        End = "end",
    }
}

impl Kind {
    /// How the readings of a span of time become one number: what adds up is summed, anything else has its
    /// mean.
    #[must_use]
    pub const fn over_time(self) -> Self {
        match self {
            Self::Sum => Self::Sum,
            Self::Mean | Self::End => Self::Mean,
        }
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
    /// What the value weighs in a mean over several readings: what it is a share or a mean of; the ticks of
    /// the period where it says nothing.
    pub weight: Option<u64>,
}

impl Value {
    /// The value for everybody in every domain.
    #[must_use]
    pub const fn whole(value: f64) -> Self {
        Self { domain: Cow::Borrowed("all"), group: Cow::Borrowed("all"), value, weight: None }
    }

    /// The ratio of two counts, which weighs as much as the second; `None` where there is nothing to divide
    /// by.
    pub(crate) fn ratio((part, whole): (u64, u64)) -> Option<Self> {
        Some(Self { weight: Some(whole), ..Self::whole(ratio(part, whole)?) })
    }

    /// The same value of a group or category.
    #[must_use]
    pub fn grouped(self, group: impl Into<Cow<'static, str>>) -> Self {
        Self { group: group.into(), ..self }
    }

    /// The value for a group or category.
    pub(crate) fn of_group(group: impl Into<Cow<'static, str>>, value: f64) -> Self {
        Self::whole(value).grouped(group)
    }

    /// The count of a category, by its kind and name.
    pub(crate) fn of_category(kind: &str, name: impl Display, count: u64) -> Self {
        Self::of_group(format!("{kind}:{name}"), count as f64)
    }

    /// The same value in a domain.
    pub(crate) fn in_domain(self, domain: impl Into<Cow<'static, str>>) -> Self {
        Self { domain: domain.into(), ..self }
    }
}

/// How a measure is taken. Values that do not exist (a ratio over nothing) are left out.
#[derive(Clone, Copy)]
enum Take {
    Count(fn(&Reading<'_>) -> u64),
    Share(fn(&Reading<'_>) -> u64),
    Rate(fn(&Reading<'_>) -> u64),
    Ratio(fn(&Reading<'_>) -> (u64, u64)),
    Number(fn(&Reading<'_>) -> Option<f64>),
    Values(fn(&Reading<'_>) -> Vec<Value>),
    /// No value of one world alone: see [`crate::twins`].
    Twins,
}

/// A measure.
#[derive(Clone, Copy)]
pub struct Measure {
    /// Name in tables.
    pub name: &'static str,
    /// Unit.
    pub unit: Unit,
    /// What a reader calls it, in words that need no glossary.
    pub title: &'static str,
    /// What it is, in whole sentences.
    pub definition: &'static str,
    /// Where the definition comes from, or "our definition".
    pub source: &'static str,
    /// When it is taken.
    pub moment: Moment,
    /// How its readings become one number.
    pub kind: Kind,
    /// Whether a category without a value counted nothing, so that its value is zero.
    pub is_sparse: bool,
    /// Whether it is one number of its unit less another.
    is_difference: bool,
    take: Take,
}

impl Measure {
    const fn new(kind: Kind, name: &'static str, unit: Unit) -> Self {
        let (source, moment) = ("our definition", Moment::Period);
        let (title, definition, is_sparse, is_difference, take) = ("", "", false, false, Take::Twins);
        Self { name, unit, title, definition, source, moment, kind, is_sparse, is_difference, take }
    }

    /// A count of what happened in each period, by our definition.
    pub(crate) const fn sum(name: &'static str, unit: Unit) -> Self {
        Self::new(Kind::Sum, name, unit)
    }

    /// A share or a mean of what happened in each period, by our definition.
    pub(crate) const fn mean(name: &'static str, unit: Unit) -> Self {
        Self::new(Kind::Mean, name, unit)
    }

    /// What is so at the end of each period, by our definition.
    pub(crate) const fn end(name: &'static str, unit: Unit) -> Self {
        Self::new(Kind::End, name, unit)
    }

    /// What a reader calls it, in words that need no glossary.
    pub(crate) const fn titled(self, title: &'static str) -> Self {
        Self { title, ..self }
    }

    /// What it is, in whole sentences.
    pub(crate) const fn defined(self, definition: &'static str) -> Self {
        Self { definition, ..self }
    }

    /// Taken at the end of each year only.
    pub(crate) const fn yearly(self) -> Self {
        Self { moment: Moment::Year, ..self }
    }

    /// One number of its unit less another.
    pub(crate) const fn difference(self) -> Self {
        Self { is_difference: true, ..self }
    }

    /// After somebody's definition.
    pub(crate) const fn after(self, source: &'static str) -> Self {
        Self { source, ..self }
    }

    /// Taken as a count for everybody.
    pub(crate) const fn count(self, count: fn(&Reading<'_>) -> u64) -> Self {
        Self { take: Take::Count(count), ..self }
    }

    /// Taken as a count of persons, as a share of all.
    pub(crate) const fn share(self, count: fn(&Reading<'_>) -> u64) -> Self {
        Self { take: Take::Share(count), ..self }
    }

    /// Taken as a count for each 1,000 years of persons.
    pub(crate) const fn rate(self, count: fn(&Reading<'_>) -> u64) -> Self {
        Self { take: Take::Rate(count), ..self }
    }

    /// Taken as one count over another.
    pub(crate) const fn ratio(self, counts: fn(&Reading<'_>) -> (u64, u64)) -> Self {
        Self { take: Take::Ratio(counts), ..self }
    }

    /// Taken as a number for everybody.
    pub(crate) const fn number(self, number: fn(&Reading<'_>) -> Option<f64>) -> Self {
        Self { take: Take::Number(number), ..self }
    }

    /// Taken as values of groups and domains.
    pub(crate) const fn values(self, values: fn(&Reading<'_>) -> Vec<Value>) -> Self {
        Self { take: Take::Values(values), ..self }
    }

    /// Taken as counts of categories; a category that counted nothing has no value.
    pub(crate) const fn counts(self, values: fn(&Reading<'_>) -> Vec<Value>) -> Self {
        Self { is_sparse: true, ..self.values(values) }
    }

    /// The least and the most that it can be.
    #[must_use]
    pub const fn bounds(&self) -> [f64; 2] {
        let [least, most] = self.unit.bounds();
        if self.is_difference { [least - most, most - least] } else { [least, most] }
    }

    /// Whether it compares two worlds, so that one alone has no value of it.
    #[must_use]
    pub const fn compares_worlds(&self) -> bool {
        matches!(self.take, Take::Twins)
    }

    /// Takes it.
    #[must_use]
    pub fn take(&self, reading: &Reading<'_>) -> Vec<Value> {
        let number = match self.take {
            Take::Count(count) => Some(count(reading) as f64),
            Take::Share(count) => Some(reading.share(count(reading))),
            Take::Rate(count) => Some(reading.rate(count(reading))),
            Take::Ratio(counts) => return Value::ratio(counts(reading)).into_iter().collect(),
            Take::Number(number) => number(reading),
            Take::Values(values) => return values(reading),
            Take::Twins => None,
        };
        number.map(Value::whole).into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_measure_is_taken_of_one_world_or_of_twins() {
        for one in crate::all() {
            let of_twins = crate::twins::MEASURES.iter().any(|measure| measure.name == one.name);
            assert_eq!(one.compares_worlds(), of_twins, "{}", one.name);
        }
    }
}
