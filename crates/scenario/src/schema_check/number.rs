//! Numbers of a file against the bounds of a schema.
//!
//! A number is allowed if `minimum <= x <= maximum` and `exclusiveMinimum < x < exclusiveMaximum`, as far as the
//! schema gives them, and if it fits its `format` (`uint8`, `int32` and so on). Whole numbers are compared as
//! whole numbers, others as `f64`. Infinite numbers and `nan` are never allowed.

use std::fmt;

use serde_json::Value;
use toml::de::{DeFloat, DeInteger, DeValue};

use super::view::View;

/// A number that was read from a file or from a schema.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Number {
    Whole(i128),
    Real(f64),
}

impl Number {
    fn real(self) -> f64 {
        match self {
            Self::Whole(whole) => whole as f64,
            Self::Real(real) => real,
        }
    }

    /// True if this number is below the other.
    pub(super) fn is_below(self, other: Self) -> bool {
        match (self, other) {
            (Self::Whole(one), Self::Whole(two)) => one < two,
            (one, two) => one.real() < two.real(),
        }
    }

    fn of_schema(value: &Value) -> Option<Self> {
        let whole = value.as_i64().map(i128::from).or_else(|| value.as_u64().map(i128::from));
        whole.map(Self::Whole).or_else(|| value.as_f64().map(Self::Real))
    }

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
    if (i128::from(i64::MIN)..=i128::from(u64::MAX)).contains(&whole) {
        Ok(Number::Whole(whole))
    } else {
        Err(TOO_LARGE)
    }
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
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bounds {
    least: Option<Number>,
    most: Option<Number>,
    above: Option<Number>,
    below: Option<Number>,
}

impl Bounds {
    /// The bounds that a schema gives.
    pub(super) fn of(view: &View<'_>) -> Self {
        let bound = |keyword| view.find(keyword).and_then(Number::of_schema);
        Self {
            least: bound("minimum"),
            most: bound("maximum"),
            above: bound("exclusiveMinimum"),
            below: bound("exclusiveMaximum"),
        }
    }

    /// The bounds of the type in which the number is kept, where it is a type of whole numbers.
    pub(super) fn of_format(view: &View<'_>) -> Self {
        let (least, most) = match view.find("format").and_then(Value::as_str) {
            Some("int8") => (i128::from(i8::MIN), i128::from(i8::MAX)),
            Some("int16") => (i128::from(i16::MIN), i128::from(i16::MAX)),
            Some("int32") => (i128::from(i32::MIN), i128::from(i32::MAX)),
            Some("int64" | "int") => (i128::from(i64::MIN), i128::from(i64::MAX)),
            Some("uint8") => (0, i128::from(u8::MAX)),
            Some("uint16") => (0, i128::from(u16::MAX)),
            Some("uint32") => (0, i128::from(u32::MAX)),
            Some("uint64" | "uint") => (0, i128::from(u64::MAX)),
            _ => return Self::default(),
        };
        Self { least: Some(Number::Whole(least)), most: Some(Number::Whole(most)), ..Self::default() }
    }

    /// True if the number is inside.
    pub(super) fn hold(&self, number: Number) -> bool {
        self.least.is_none_or(|least| !number.is_below(least))
            && self.most.is_none_or(|most| !most.is_below(number))
            && self.above.is_none_or(|above| above.is_below(number))
            && self.below.is_none_or(|below| number.is_below(below))
    }

    /// The number inside that is nearest; beyond an end that is left out, one of the same kind near it.
    pub(super) fn nearest(&self, number: Number) -> Number {
        let by = |end: Number, step: i8| match end {
            Number::Whole(whole) => Number::Whole(whole + i128::from(step)),
            Number::Real(real) => Number::Real(real + f64::from(step) * 1e-6 * (1.0 + real.abs())),
        };
        let least =
            self.above.map(|above| by(above, 1)).or(self.least).filter(|least| number.is_below(*least));
        let most = self.below.map(|below| by(below, -1)).or(self.most).filter(|most| most.is_below(number));
        least.or(most).unwrap_or(number)
    }
}

impl fmt::Display for Bounds {
    /// Writes the bounds as in `from 0 to 1`; nothing at all if there are none.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lower = match (self.least, self.above) {
            (_, Some(above)) => Some(format!("above {above}")),
            (Some(least), None) => Some(format!("at least {least}")),
            (None, None) => None,
        };
        let upper = match (self.most, self.below) {
            (_, Some(below)) => Some(format!("below {below}")),
            (Some(most), None) => Some(format!("at most {most}")),
            (None, None) => None,
        };
        match (self, lower, upper) {
            (Self { least: Some(least), most: Some(most), above: None, below: None }, ..) => {
                write!(formatter, "from {least} to {most}")
            }
            (_, Some(lower), Some(upper)) => write!(formatter, "{lower} and {upper}"),
            (_, Some(one), None) | (_, None, Some(one)) => formatter.write_str(&one),
            (_, None, None) => Ok(()),
        }
    }
}
