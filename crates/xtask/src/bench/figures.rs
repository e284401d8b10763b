//! Figures of the benchmark: the spread of a few, their digits, and how they are shown.

use crate::outcome::Outcome;
use crate::thousands::grouped;
use serde_json::{Value, json};

/// The share of its time that a program may wait for a processor before it is said.
pub(crate) const DISTURBED: f64 = 0.05;

/// The smallest, the middle and the largest of some numbers.
pub(crate) fn spread(numbers: impl IntoIterator<Item = f64>) -> Value {
    let mut numbers: Vec<f64> = numbers.into_iter().collect();
    numbers.sort_by(f64::total_cmp);
    let Some((&first, &last)) = numbers.first().zip(numbers.last()) else { return Value::Null };
    let middle = numbers.len() / 2;
    let median =
        if numbers.len() % 2 == 1 { numbers[middle] } else { (numbers[middle - 1] + numbers[middle]) / 2.0 };
    json!({ "median": rounded(median), "min": rounded(first), "max": rounded(last) })
}

/// A number with six significant digits, so that the file stays readable.
pub(crate) fn rounded(number: f64) -> f64 {
    format!("{number:.5e}").parse().unwrap_or(number)
}

/// A field as a number; an error that names it.
pub(crate) fn number(fields: &Value, field: &str) -> Outcome<f64> {
    fields[field].as_f64().ok_or_else(|| format!("there is no number `{field}` in {fields}"))
}

/// A value as a number; nought where it is none.
pub(crate) fn or_nought(value: &Value) -> f64 {
    value.as_f64().unwrap_or(0.0)
}

/// A value as a text; nothing where it is none.
pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("")
}

/// A spread for a reader: the median, and in brackets the least and the most.
pub(crate) fn ranged(spread: &Value) -> String {
    let [median, least, most] = ["median", "min", "max"].map(|name| short(or_nought(&spread[name])));
    format!("{median} ({least} to {most})")
}

/// A figure of about three digits: whole from ten on, else with one place.
pub(crate) fn short(number: f64) -> String {
    if number >= 9.95 { grouped(number) } else { format!("{number:.1}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_short() {
        assert_eq!((short(9.94), short(9.96), short(1234.4)), ("9.9".into(), "10".into(), "1,234".into()));
    }

    #[test]
    fn the_median_of_an_even_count_lies_halfway() {
        assert_eq!(spread([3.0, 1.0, 2.0]), json!({ "median": 2.0, "min": 1.0, "max": 3.0 }));
        assert_eq!(spread([4.0, 1.0])["median"], 2.5);
        assert_eq!(spread([]), Value::Null);
        assert_eq!(rounded(1234567.0), 1234570.0);
    }
}
