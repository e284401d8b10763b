//! Numbers of a file against the bounds of a schema.
//!
//! A number is allowed if `minimum <= x <= maximum`, as far as the schema gives them. Infinite numbers and
//! `nan` are never allowed. The bounds of our schemas lie below 2⁵³, so that whole numbers compare with them
//! as fractions do.

use super::schema::Schema;
use std::fmt;
use toml::de::{DeFloat, DeInteger, DeValue};

/// A number of a file or of a schema.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Number {
    Whole(i128),
    Real(f64),
}

impl Number {
    /// The number that a value of the file holds.
    ///
    /// # Errors
    /// What is wrong with it, if it is infinite, `nan`, or larger than any number that can be kept.
    pub(super) fn of_file(value: &DeValue<'_>) -> Option<Result<Self, &'static str>> {
        match value {
            DeValue::Integer(number) => Some(whole(number)),
            DeValue::Float(number) => Some(real(number)),
            _ => None,
        }
    }

    pub(super) const fn value(self) -> f64 {
        match self {
            Self::Whole(whole) => whole as f64,
            Self::Real(real) => real,
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(whole) => whole.fmt(formatter),
            Self::Real(real) if real.abs() >= 1e16 || (real.abs() < 1e-6 && *real != 0.0) => {
                write!(formatter, "{real:e}")
            }
            Self::Real(real) => real.fmt(formatter),
        }
    }
}

const TOO_LARGE: &str = "the number is too large to be kept";

fn whole(number: &DeInteger<'_>) -> Result<Number, &'static str> {
    let whole = i128::from_str_radix(number.as_str(), number.radix()).map_err(|_| TOO_LARGE)?;
    let is_kept = (i128::from(i64::MIN)..=i128::from(u64::MAX)).contains(&whole);
    if is_kept { Ok(Number::Whole(whole)) } else { Err(TOO_LARGE) }
}

fn real(number: &DeFloat<'_>) -> Result<Number, &'static str> {
    let real = number.as_str().parse::<f64>().map_err(|_| TOO_LARGE)?;
    if real.is_finite() {
        Ok(Number::Real(real))
    } else if number.as_str().contains("inf") || real.is_nan() {
        Err("the number must be finite")
    } else {
        Err(TOO_LARGE)
    }
}

/// What a schema allows of a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    least: Option<f64>,
    most: Option<f64>,
}

impl Bounds {
    pub(super) fn of(schema: Schema<'_>) -> Self {
        Self { least: schema.number("minimum"), most: schema.number("maximum") }
    }

    /// Whether a number is inside.
    pub(super) fn hold(&self, number: f64) -> bool {
        self.nearest(number) == number
    }

    /// The number inside that is nearest.
    pub(super) fn nearest(&self, number: f64) -> f64 {
        number.min(self.most.unwrap_or(f64::INFINITY)).max(self.least.unwrap_or(f64::NEG_INFINITY))
    }
}

impl fmt::Display for Bounds {
    /// Writes the bounds as in `from 0 to 1`; nothing at all if there are none.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.least.map(Number::Real), self.most.map(Number::Real)) {
            (Some(least), Some(most)) => write!(formatter, "from {least} to {most}"),
            (Some(least), None) => write!(formatter, "at least {least}"),
            (None, Some(most)) => write!(formatter, "at most {most}"),
            (None, None) => Ok(()),
        }
    }
}
