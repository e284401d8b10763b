//! Numbers and dates as a reader wants them: thousands set apart, sensible rounding, shares as percent or "1
//! in 29".
//!
//! English writes 1,234.5 and 3.4 %, Indonesian 1.234,5 and 3,4%. Rounding is our choice: two figures that
//! count below ten percent, one place above, none for counts. A value that is not zero is never shown as
//! zero.

use crate::language::Language;
use crate::words::Words;
use crate::{catalogue, digits};

/// A space at which no line breaks, between a number and its unit.
pub const GAP: char = '\u{a0}';

impl Words {
    /// A number of things, rounded, with thousands set apart: `1,234`.
    #[must_use]
    pub fn count(self, value: f64) -> String {
        catalogue::count(self.language(), value)
    }

    /// A whole number with thousands set apart, however large.
    #[must_use]
    pub fn thousands(self, number: u64) -> String {
        digits::thousands(self.language(), number)
    }

    /// A number with a given count of places, without thousands set apart.
    #[must_use]
    pub fn decimal(self, value: f64, places: usize) -> String {
        self.written(&format!("{value:.places$}"))
    }

    fn written(self, text: &str) -> String {
        digits::written(self.language(), text)
    }

    /// A share as percent, for tables and drawings: `3.4 %`, `3,4%`.
    #[must_use]
    pub fn percent(self, share: f64) -> String {
        match self.language() {
            Language::En => self.hundredths(share, &format!("{GAP}%")),
            Language::Id => self.hundredths(share, "%"),
        }
    }

    /// A share as percent, for sentences: `3.4 %`, `3,4 persen`.
    #[must_use]
    pub fn percent_said(self, share: f64) -> String {
        match self.language() {
            Language::En => self.percent(share),
            Language::Id => self.hundredths(share, &format!("{GAP}persen")),
        }
    }

    /// A difference of two shares, in percentage points: `3.4 points`, `3,4 poin`.
    #[must_use]
    pub fn points(self, difference: f64) -> String {
        let unit = match self.language() {
            Language::En => "points",
            Language::Id => "poin",
        };
        let sign = if difference < 0.0 { "−" } else { "" };
        format!("{sign}{}", self.hundredths(difference.abs(), &format!("{GAP}{unit}")))
    }

    fn hundredths(self, share: f64, sign: &str) -> String {
        if !share.is_finite() {
            return say!(self, "number-not-known");
        }
        let value = 100.0 * share;
        let size = value.abs();
        let text = if value == 0.0 {
            "0".to_owned()
        } else if size < 0.005 {
            return say!(self, "number-below", least = format!("{}{sign}", self.written("0.01")));
        } else if size < 0.095 {
            format!("{value:.2}")
        } else if size < 9.95 || (size > 99.0 && size < 100.0) {
            format!("{value:.1}")
        } else {
            format!("{value:.0}")
        };
        format!("{}{sign}", self.written(&text))
    }

    /// A number at an axis whose ticks are `step` apart: as many places as the step needs, `2.5` and `5.0`;
    /// zero is `0`.
    #[must_use]
    pub fn tick(self, value: f64, step: f64) -> String {
        match places(step) {
            _ if value.abs() < 1e-6 * step => "0".to_owned(),
            0 => self.count(value.round()),
            places => self.decimal(value, places),
        }
    }

    /// A share at such an axis, as percent, without a space.
    #[must_use]
    pub fn percent_tick(self, share: f64, step: f64) -> String {
        format!("{}%", self.tick(100.0 * share, 100.0 * step))
    }

    /// A change with its sign: `+3.4 %`, `−12 %`.
    #[must_use]
    pub fn signed_percent(self, by: f64) -> String {
        format!("{}{}", if by < 0.0 { "−" } else { "+" }, self.percent(by.abs()))
    }

    /// A number with about three figures that count: `0.045`, `1.24`, `37.2`, `1,234`.
    #[must_use]
    pub fn short(self, value: f64) -> String {
        if !value.is_finite() {
            return say!(self, "number-not-known");
        }
        let size = value.abs();
        let text = if size == 0.0 {
            "0".to_owned()
        } else if size < 0.0005 {
            return self.written(&format!("{value:.0e}"));
        } else if size < 0.1 {
            format!("{value:.3}")
        } else if size < 10.0 {
            format!("{value:.2}")
        } else if size < 100.0 {
            format!("{value:.1}")
        } else {
            return self.count(value);
        };
        let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
        self.written(text)
    }

    /// A number as one says it: two places below one, one place below ten, none above.
    #[must_use]
    pub fn rough(self, value: f64) -> String {
        let size = value.abs();
        if size >= 9.95 {
            return self.count(value);
        }
        let places = if size >= 0.995 { 10.0 } else { 100.0 };
        let rounded = (value * places).round() / places;
        if rounded == 0.0 { self.short(value) } else { self.short(rounded) }
    }

    /// A number as it stands in a file: no rounding but that of its shortest form.
    #[must_use]
    pub fn exact(self, value: f64) -> String {
        if value.is_finite() && value == value.trunc() && value.abs() >= 10_000.0 {
            return self.count(value);
        }
        self.written(&format!("{value}"))
    }

    /// From a lower end to an upper one: `4 to 6`.
    #[must_use]
    pub fn range(self, low: &str, high: &str) -> String {
        say!(self, "number-range", low = low, high = high)
    }

    /// A value with its interval: `5 (4 to 6)`.
    #[must_use]
    pub fn within(self, value: &str, low: &str, high: &str) -> String {
        say!(self, "number-within", value = value, low = low, high = high)
    }

    /// A share as "1 in 29", where that reads well.
    #[must_use]
    pub fn one_in(self, share: f64) -> Option<String> {
        (share.is_finite() && share > 0.0 && share < 0.4).then(|| {
            let many = 1.0 / share;
            let rounded = if many < 100.0 {
                many.round()
            } else {
                let unit = 10_f64.powf(many.log10().floor() - 1.0);
                (many / unit).round() * unit
            };
            say!(self, "number-one-in", many = rounded)
        })
    }

    /// A year on the calendar as a month: `Jul 2014`.
    #[must_use]
    pub fn month(self, year: f64) -> String {
        if !year.is_finite() {
            return "?".to_owned();
        }
        let month = ((year - year.floor()) * 12.0).floor().clamp(0.0, 11.0) as usize;
        let names = say!(self, "number-months");
        let name = names.split_whitespace().nth(month).unwrap_or_default();
        format!("{name} {:.0}", year.floor())
    }
}

/// Places behind the point that a step needs; 12 at most.
fn places(step: f64) -> usize {
    let is_whole = |places: &usize| {
        let scaled = step.abs() * 10_f64.powi(*places as i32);
        (scaled - scaled.round()).abs() <= 1e-6 * scaled
    };
    (0..12).find(is_whole).unwrap_or(12)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Words = Words::new(Language::En);
    const ID: Words = Words::new(Language::Id);

    #[test]
    fn counts_have_their_thousands_set_apart() {
        assert_eq!(EN.count(0.0), "0");
        assert_eq!(EN.count(999.4), "999");
        assert_eq!([EN, ID].map(|words| words.count(1_234_567.0)), ["1,234,567", "1.234.567"]);
        assert_eq!([EN, ID].map(|words| words.count(-1500.0)), ["−1,500", "−1.500"]);
        assert_eq!([EN, ID].map(|words| words.count(0.2)), ["less than 1", "kurang dari 1"]);
        assert_eq!([EN, ID].map(|words| words.count(f64::NAN)), ["not known", "tidak diketahui"]);
    }

    #[test]
    fn whole_numbers_have_their_thousands_set_apart_however_large() {
        assert_eq!(EN.thousands(0), "0");
        assert_eq!(EN.thousands(999), "999");
        assert_eq!(EN.thousands(1_000), "1,000");
        assert_eq!([EN, ID].map(|words| words.thousands(1_247_000_123)), ["1,247,000,123", "1.247.000.123"]);
        assert_eq!(EN.thousands(u64::MAX), "18,446,744,073,709,551,615");
    }

    #[test]
    fn shares_never_round_to_nothing() {
        assert_eq!(EN.percent(0.0), "0\u{a0}%");
        assert_eq!(EN.percent(0.0344), "3.4\u{a0}%");
        assert_eq!(EN.percent(0.00042), "0.04\u{a0}%");
        assert_eq!(EN.percent(0.000_000_1), "less than 0.01\u{a0}%");
        assert_eq!(EN.percent(0.9951), "99.5\u{a0}%");
        assert_eq!(EN.percent(1.0), "100\u{a0}%");
        assert_eq!(ID.percent(0.0344), "3,4%");
        assert_eq!(ID.percent_said(0.0344), "3,4\u{a0}persen");
        assert_eq!(ID.percent_said(0.000_000_1), "kurang dari 0,01\u{a0}persen");
        assert_eq!(EN.percent_said(0.0344), EN.percent(0.0344));
        assert_eq!([EN, ID].map(|words| words.signed_percent(-0.125)), ["−12\u{a0}%", "−12%"]);
    }

    #[test]
    fn ticks_have_the_places_of_their_step() {
        let ticks = |step: f64| [0.0, 1.0, 2.0, 3.0, 5.0].map(|many| EN.tick(many * step, step));
        assert_eq!(ticks(2.5), ["0", "2.5", "5.0", "7.5", "12.5"]);
        assert_eq!(ticks(0.1), ["0", "0.1", "0.2", "0.3", "0.5"]);
        assert_eq!(ticks(0.025), ["0", "0.025", "0.050", "0.075", "0.125"]);
        assert_eq!(ticks(500.0), ["0", "500", "1,000", "1,500", "2,500"]);
        assert_eq!([EN, ID].map(|words| words.tick(-7.5, 2.5)), ["−7.5", "−7,5"]);
        assert_eq!([EN, ID].map(|words| words.percent_tick(0.075, 0.025)), ["7.5%", "7,5%"]);
        assert_eq!([0.01, 0.05].map(|share| EN.percent_tick(share, 0.01)), ["1%", "5%"]);
        assert_eq!(EN.tick(1e-17, 1.0), "0", "what a sum of steps leaves");
    }

    #[test]
    fn ticks_are_written_apart_and_say_their_value() {
        for (unit, part) in (-6..7).flat_map(|unit| [1.0, 2.0, 2.5, 5.0].map(|part| (unit, part))) {
            let step = part * 10_f64.powi(unit);
            let told: Vec<String> = (0..40).map(|many| EN.tick(f64::from(many) * step, step)).collect();
            assert!(told.windows(2).all(|two| two[0] != two[1]), "{told:?}");
            for (many, text) in told.iter().enumerate() {
                let read: f64 = text.replace(',', "").parse().expect("a number");
                assert!((read - many as f64 * step).abs() <= 1e-6 * step, "{text} for {many} times {step}");
            }
        }
    }

    #[test]
    fn one_in_many_is_rounded_as_one_says_it() {
        assert_eq!(EN.one_in(1.0 / 29.0).as_deref(), Some("1 in 29"));
        assert_eq!(EN.one_in(0.000_123).as_deref(), Some("1 in 8,100"));
        assert_eq!(ID.one_in(0.000_123).as_deref(), Some("1 dari 8.100"));
        assert_eq!(EN.one_in(0.0), None);
        assert_eq!(EN.one_in(0.7), None);
    }

    #[test]
    fn months_at_the_edges_of_a_year() {
        assert_eq!(EN.month(2014.0), "Jan 2014");
        assert_eq!(EN.month(2014.5), "Jul 2014");
        assert_eq!([EN, ID].map(|words| words.month(2014.9999)), ["Dec 2014", "Des 2014"]);
        for words in [EN, ID] {
            assert_eq!(say!(words, "number-months").split_whitespace().count(), 12);
        }
    }

    #[test]
    fn short_numbers() {
        assert_eq!(EN.short(0.0), "0");
        assert_eq!(EN.short(1.0), "1");
        assert_eq!([EN, ID].map(|words| words.short(0.045)), ["0.045", "0,045"]);
        assert_eq!(EN.short(37.25), "37.2");
        assert_eq!([EN, ID].map(|words| words.short(-2.5)), ["−2.5", "−2,5"]);
        assert_eq!([EN, ID].map(|words| words.short(12_345.6)), ["12,346", "12.346"]);
        assert_eq!(
            ["32", "9.4", "0.32", "0.002", "0"],
            [31.9, 9.43, 0.324, 0.002, 0.0].map(|one| EN.rough(one))
        );
        assert_eq!([EN, ID].map(|words| words.exact(0.254)), ["0.254", "0,254"]);
        assert_eq!([EN, ID].map(|words| words.exact(25_000.0)), ["25,000", "25.000"]);
        assert_eq!([EN, ID].map(|words| words.decimal(-1.25, 1)), ["−1.2", "−1,2"]);
    }
}
