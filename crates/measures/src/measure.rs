//! A measure, what it gives, and how its readings become one number.

use crate::reading::Reading;
use crate::unit::Unit;
use std::borrow::Cow;

/// When a measure is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// At the end of each period.
    Period,
    /// At the end of each year.
    Year,
}

/// How readings become one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A count of what happened in the period: values add up.
    Sum,
    /// A share or a mean of what happened in the period: values have a mean and no sum.
    Mean,
    /// What is so at the end of the period: the last value counts.
    End,
}

impl Kind {
    /// Its word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Mean => "mean",
            Self::End => "end",
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

/// A measure.
#[derive(Clone, Copy)]
pub struct Measure {
    /// Name in tables.
    pub name: &'static str,
    /// What a reader calls it, in words that need no glossary.
    pub title: &'static str,
    /// What it is, in whole sentences.
    pub definition: &'static str,
    /// Unit.
    pub unit: Unit,
    /// Where the definition comes from, or "our definition".
    pub source: &'static str,
    /// When it is taken.
    pub moment: Moment,
    /// How its readings become one number.
    pub kind: Kind,
    /// Takes it. Values that do not exist (a ratio over nothing) are left out.
    pub take: fn(&Reading<'_>, &mut Vec<Value>),
}
