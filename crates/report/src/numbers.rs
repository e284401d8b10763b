//! Numbers as a reader wants them: thousands set apart, sensible rounding, shares as percent or "1 in 29".
//!
//! Rounding is our choice: two figures that count below ten percent, one place above, none for counts. A value that is not zero
//! is never shown as zero.

/// A non-breaking space between a number and its unit.
const GAP: char = '\u{a0}';

/// A whole number with thousands set apart: `1,234`.
#[must_use]
pub(crate) fn count(value: f64) -> String {
    if !value.is_finite() {
        return "not known".to_owned();
    }
    let rounded = value.round();
    if rounded == 0.0 && value > 0.0 {
        return "less than 1".to_owned();
    }
    let digits = format!("{:.0}", rounded.abs());
    let mut text = String::new();
    if rounded < 0.0 {
        text.push('−');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A share as percent: `3.4 %`.
#[must_use]
pub(crate) fn percent(share: f64) -> String {
    if !share.is_finite() {
        return "not known".to_owned();
    }
    let value = 100.0 * share;
    let size = value.abs();
    let text = if value == 0.0 {
        "0".to_owned()
    } else if size < 0.005 {
        return format!("less than 0.01{GAP}%");
    } else if size < 0.095 {
        format!("{value:.2}")
    } else if size < 9.95 || (size > 99.0 && size < 100.0) {
        format!("{value:.1}")
    } else {
        format!("{value:.0}")
    };
    format!("{}{GAP}%", text.replace('-', "−"))
}

/// A number with about three figures that count: `0.045`, `1.24`, `37.2`, `1,234`.
#[must_use]
pub(crate) fn short(value: f64) -> String {
    if !value.is_finite() {
        return "not known".to_owned();
    }
    let size = value.abs();
    let text = if size == 0.0 {
        "0".to_owned()
    } else if size < 0.0005 {
        return format!("{value:.0e}").replace('-', "−");
    } else if size < 0.1 {
        format!("{value:.3}")
    } else if size < 10.0 {
        format!("{value:.2}")
    } else if size < 100.0 {
        format!("{value:.1}")
    } else {
        return count(value);
    };
    trimmed(&text)
}

/// A number as one says it: two places below one, one place below ten, none above.
#[must_use]
pub(crate) fn rough(value: f64) -> String {
    let size = value.abs();
    if size >= 9.95 {
        return count(value);
    }
    let places = if size >= 0.995 { 10.0 } else { 100.0 };
    let rounded = (value * places).round() / places;
    if rounded == 0.0 { short(value) } else { short(rounded) }
}

/// A number as it stands in a file: no rounding but that of its shortest form.
#[must_use]
pub(crate) fn exact(value: f64) -> String {
    if value.is_finite() && value == value.trunc() && value.abs() >= 10_000.0 {
        return count(value);
    }
    format!("{value}").replace('-', "−")
}

fn trimmed(text: &str) -> String {
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text };
    text.replace('-', "−")
}

/// A share as "1 in 29", where that reads well.
#[must_use]
pub(crate) fn one_in(share: f64) -> Option<String> {
    (share.is_finite() && share > 0.0 && share < 0.4).then(|| {
        let many = 1.0 / share;
        let rounded = if many < 100.0 {
            many.round()
        } else {
            let unit = 10_f64.powf(many.log10().floor() - 1.0);
            (many / unit).round() * unit
        };
        format!("1 in {}", count(rounded))
    })
}

/// A number of persons or things with its noun: `1 person`, `3,400 persons`.
#[must_use]
pub(crate) fn many(value: f64, one: &str, several: &str) -> String {
    if value.round() == 1.0 { format!("1 {one}") } else { format!("{} {several}", count(value)) }
}

/// A year on the calendar as a month: `Jul 2014`.
#[must_use]
pub(crate) fn month(year: f64) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    if !year.is_finite() {
        return "?".to_owned();
    }
    let place = ((year - year.floor()) * 12.0).floor().clamp(0.0, 11.0) as usize;
    format!("{} {:.0}", MONTHS[place], year.floor())
}

/// A change as a reader says it: `fell by 12 %`, `rose by 3 %`, `more than doubled`; `None` where the start is zero.
#[must_use]
pub(crate) fn change(from: f64, to: f64) -> Option<f64> {
    (from.is_finite() && to.is_finite() && from > 0.0).then(|| to / from - 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_their_thousands_set_apart() {
        assert_eq!(count(0.0), "0");
        assert_eq!(count(999.4), "999");
        assert_eq!(count(1_234_567.0), "1,234,567");
        assert_eq!(count(-1500.0), "−1,500");
        assert_eq!(count(0.2), "less than 1");
        assert_eq!(count(f64::NAN), "not known");
    }

    #[test]
    fn shares_never_round_to_nothing() {
        assert_eq!(percent(0.0), "0\u{a0}%");
        assert_eq!(percent(0.0344), "3.4\u{a0}%");
        assert_eq!(percent(0.00042), "0.04\u{a0}%");
        assert_eq!(percent(0.000_000_1), "less than 0.01\u{a0}%");
        assert_eq!(percent(0.9951), "99.5\u{a0}%");
        assert_eq!(percent(1.0), "100\u{a0}%");
    }

    #[test]
    fn one_in_many_is_rounded_as_one_says_it() {
        assert_eq!(one_in(1.0 / 29.0).as_deref(), Some("1 in 29"));
        assert_eq!(one_in(0.000_123).as_deref(), Some("1 in 8,100"));
        assert_eq!(one_in(0.0), None);
        assert_eq!(one_in(0.7), None);
    }

    #[test]
    fn months_at_the_edges_of_a_year() {
        assert_eq!(month(2014.0), "Jan 2014");
        assert_eq!(month(2014.5), "Jul 2014");
        assert_eq!(month(2014.9999), "Dec 2014");
    }

    #[test]
    fn short_numbers() {
        assert_eq!(short(0.0), "0");
        assert_eq!(short(1.0), "1");
        assert_eq!(short(0.045), "0.045");
        assert_eq!(short(37.25), "37.2");
        assert_eq!(short(-2.5), "−2.5");
        assert_eq!(short(12_345.6), "12,346");
        assert_eq!(["32", "9.4", "0.32", "0.002", "0"], [31.9, 9.43, 0.324, 0.002, 0.0].map(rough));
    }
}
