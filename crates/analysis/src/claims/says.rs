//! A test and its number as a line of English.

use super::file::{Beyond, TestFile};
use super::form::Form;
use super::verdict::Outcome;
use demerit_measures::estimate::Estimate;
use demerit_measures::{Unit, named};
use demerit_worlds::thousands::grouped;

/// The line: what is measured, the number as filed with its interval, its range, and what the test asks for.
pub(super) fn line(
    test: &TestFile,
    filed: Option<Estimate>,
    range: Option<[f64; 5]>,
    outcome: Option<Outcome>,
) -> String {
    let form = test.form();
    let text = |value: f64| number(form, value);
    let between = |[low, high]: [f64; 2]| format!("{} to {}", text(low), text(high));
    let mut line = format!("{}: ", what(test));
    match filed {
        None => line.push_str("not measured"),
        Some(filed) => {
            line += &text(filed.value);
            line += &filed.interval.map(|ends| format!(" ({})", between(ends))).unwrap_or_default();
            line += &unit(test, form);
        }
    }
    if let Some([lowest, low, _, high, highest]) = range {
        let (half, most) = (between([low, high]), between([lowest, highest]));
        line += &format!("; half of all draws {half}, nine in ten {most}");
    }
    let side = match test.is {
        Beyond::Above => "above",
        Beyond::Below => "below",
    };
    let why = test.why.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
    line += &format!("; asked for: {side} {}{why}", text(test.threshold));
    line + match outcome {
        None => "",
        Some(Outcome::Holds) => ": holds",
        Some(Outcome::InPart) => ": holds in part",
        Some(Outcome::Fails) => ": fails",
    }
}

/// What is measured.
fn what(test: &TestFile) -> String {
    let named = |measure: &str, parts: [Option<&String>; 2]| {
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        if parts.is_empty() { measure.to_owned() } else { format!("{measure} [{}]", parts.join(", ")) }
    };
    let mut what = named(&test.measure, [test.domain.as_ref(), test.group.as_ref()]);
    if let Some(over) = &test.over {
        what = format!("{what} over {}", named(&over.measure, [over.domain.as_ref(), over.group.as_ref()]));
    }
    if let Some(world) = &test.world {
        what = format!("{what} in {world}");
    }
    match (&test.against, test.relative) {
        (Some(other), true) => format!("{what}, against {other}"),
        (Some(other), false) => format!("{what}, less {other}"),
        (None, _) => what,
    }
}

fn number(form: Form, value: f64) -> String {
    let size = value.abs();
    let text = match form {
        Form::Share => format!("{:.*} %", usize::from(size < 0.1) + 1, 100.0 * size),
        Form::Points => format!("{:.2} points", 100.0 * size),
        _ if size >= 1000.0 => grouped(size),
        _ if size >= 10.0 => format!("{size:.0}"),
        _ if size >= 0.1 || size == 0.0 => format!("{size:.2}"),
        _ => format!("{size:.4}"),
    };
    let is_nothing = text.chars().all(|letter| !('1'..='9').contains(&letter));
    if value < 0.0 && !is_nothing { format!("−{text}") } else { text }
}

fn unit(test: &TestFile, form: Form) -> String {
    let unit = named(&test.measure).map(|one| one.unit).filter(|unit| !unit.is_plain());
    match (form, unit) {
        (Form::PerThousand, Some(Unit::Persons)) => " for each 1,000 persons".to_owned(),
        (Form::PerThousand, Some(unit)) => format!(" {} for each 1,000 persons", unit.name()),
        (Form::Plain, Some(unit)) if test.over.is_none() => format!(" {}", unit.name()),
        _ => String::new(),
    }
}
