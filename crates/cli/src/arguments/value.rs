//! Values of the call: what stands for the study unless one is named, and numbers with the range that is
//! allowed.
//!
//! Underscores and commas between digits are allowed, as in `1_000_000`.

use crate::layout::ENGLISH;
use std::ops::RangeInclusive;

/// The name of the study that is run unless another is named.
pub(super) const STUDY: &str = "no-dark-corner";

/// Makes readers of whole numbers of a type within a range.
macro_rules! whole_numbers {
    ($($(#[$doc:meta])* $name:ident: $type:ty, $range:expr;)+) => {$(
        $(#[$doc])*
        pub(super) fn $name(text: &str) -> Result<$type, String> {
            whole(text, $range).map(|number| number as $type)
        }
    )+};
}

whole_numbers! {
    /// Persons in a society.
    persons: u32, 1..=1_500_000_000;
    /// A seed; the highest is what every reader of JSON can hold.
    seed: u64, 0..=9_007_199_254_740_991;
    /// Number of seeds.
    seeds: u32, 1..=1_000;
    /// Weeks between two checkpoints.
    weeks: u32, 1..=1_000_000;
    /// Number of samples of an analysis.
    samples: u32, 2..=100_000;
    /// Number of draws of an ensemble.
    draws: u32, 8..=100_000;
    /// Number of threads.
    threads: usize, 1..=1_024;
    /// A port of this machine.
    port: u16, 0..=u64::from(u16::MAX);
}

/// Number of draws of a run's ensemble, or none.
pub(super) fn draws_or_none(text: &str) -> Result<u32, String> {
    if text == "0" { Ok(0) } else { draws(text).map_err(|allowed| format!("{allowed}, or 0 for none")) }
}

/// Years of a run.
pub(super) fn years(text: &str) -> Result<f64, String> {
    let allowed = "allowed is a number above 0 up to 600, such as 3 or 0.5";
    let years: f64 = text.parse().map_err(|_| format!("not a number; {allowed}"))?;
    if years > 0.0 && years <= 600.0 { Ok(years) } else { Err(allowed.to_owned()) }
}

fn whole(text: &str, range: RangeInclusive<u64>) -> Result<u64, String> {
    let [low, high] = [range.start(), range.end()].map(|end| ENGLISH.thousands(*end));
    let allowed = format!("allowed is a whole number from {low} to {high}");
    let bare = text.replace(['_', ','], "");
    let digits = bare.strip_prefix('-').unwrap_or(&bare);
    if digits.is_empty() || digits.contains(|letter: char| !letter.is_ascii_digit()) {
        return Err(format!("not a whole number; {allowed}"));
    }
    bare.parse().ok().filter(|number| range.contains(number)).ok_or(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_within_the_range_are_taken() {
        assert_eq!(persons("1"), Ok(1));
        assert_eq!(persons("1_000_000"), Ok(1_000_000));
        assert_eq!(persons("1,500,000,000"), Ok(1_500_000_000));
        assert_eq!(seed("0"), Ok(0));
        assert_eq!(years("0.5"), Ok(0.5));
        assert_eq!((port("0"), port("65535")), (Ok(0), Ok(65535)));
        assert_eq!((seeds("1000"), threads("8")), (Ok(1000), Ok(8)));
    }

    #[test]
    fn all_others_are_refused_with_the_range() {
        for text in ["0", "-1", "1500000001", "99999999999999999999999"] {
            assert_eq!(
                persons(text),
                Err("allowed is a whole number from 1 to 1,500,000,000".to_owned()),
                "{text}"
            );
        }
        for text in ["", "-", "1.5", "1e6", "ten", "--"] {
            assert!(
                persons(text).is_err_and(|error| error.starts_with("not a whole number; allowed")),
                "{text}"
            );
        }
        for text in ["0", "-1", "nan", "inf", "-inf", "600.1", "1e400", "x", "-0"] {
            assert!(years(text).is_err_and(|error| error.contains("above 0 up to 600")), "{text}");
        }
        assert!(port("65536").is_err() && port("-1").is_err());
        assert!(
            samples("1").is_err() && seeds("0").is_err() && threads("0").is_err() && threads("1025").is_err()
        );
    }
}
