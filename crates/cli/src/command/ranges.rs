//! Ranges: how far each number goes over what the files leave open, as tables and sentences.

use crate::layout::Align::{Left, Right};
use crate::layout::{ENGLISH, Table};
use demerit_analysis::ensemble::{Ensemble, Quantity, Ranges};
use demerit_analysis::summary::{LINES, Show};

/// A line of the summary with its ranges.
pub(super) struct RangeLine<'a> {
    pub(super) label: &'static str,
    pub(super) quantity: &'a Quantity,
    show: Show,
}

/// The lines of the summary that an ensemble knows.
pub(super) fn lines(found: &Ensemble) -> Vec<RangeLine<'_>> {
    let line = |&(label, key, _): &(&'static str, demerit_worlds::readings::Key<'static>, &str)| {
        let quantity = found.number(key)?;
        Some(RangeLine { label, quantity, show: Show::of(key.measure)? })
    };
    LINES.iter().filter_map(line).collect()
}

impl RangeLine<'_> {
    /// From one quantile of the first world to another; counts are those of so many persons.
    pub(super) fn between(&self, low: usize, high: usize, persons: u32) -> Option<String> {
        let ranges = self.quantity.here.as_ref()?;
        let size = if self.quantity.per_thousand { f64::from(persons) / 1000.0 } else { 1.0 };
        let ends = [low, high].map(|at| ranges.quantiles[at].value * size);
        Some(self.show.between(ends, false))
    }
}

/// The ranges in the first world, or of its difference to the twin.
pub(super) fn table(lines: &[RangeLine<'_>], differs: bool, title: &str, width: usize) -> String {
    let mut table = Table::new(
        &[Left, Right, Right, Right, Right, Right, Right],
        &[title, "as filed", "half of all draws", "nine in ten", "regime", "society", "luck"],
    );
    for RangeLine { label, quantity, show } in lines {
        let side = if differs { &quantity.difference } else { &quantity.here };
        let Some(ranges) = side else { continue };
        let text = |value: f64| match (quantity.per_thousand, differs) {
            (true, true) if value > 0.0 => format!("+{}", rate(value)),
            (true, _) => rate(value),
            (false, true) => show.difference(value),
            (false, false) => show.text(value),
        };
        let between = |low: usize, high: usize| {
            let [low, high] = [low, high].map(|at| ranges.quantiles[at].value);
            if quantity.per_thousand {
                return format!("{} to {}", text(low), text(high));
            }
            show.between([low, high], differs)
        };
        table.row([
            if quantity.per_thousand { format!("{label} *") } else { (*label).to_owned() },
            ranges.filed.map_or_else(|| "–".to_owned(), |filed| text(filed.value)),
            between(1, 3),
            between(0, 4),
            share(ranges, "regime"),
            share(ranges, "society"),
            share(ranges, "luck"),
        ]);
    }
    table.text(width)
}

/// How much of a spread a part leaves open.
fn share(ranges: &Ranges, name: &str) -> String {
    let part = ranges.parts.iter().find(|part| part.of == name);
    part.map_or_else(String::new, |part| format!("{:.0} %", 100.0 * part.share.value))
}

/// A count for each 1,000 persons.
fn rate(value: f64) -> String {
    if value.abs() >= 10.0 { format!("{value:.0}") } else { format!("{value:.2}") }
}

/// What is to be known of the ranges, in sentences: whose sign is not certain, and what they hang on.
pub(super) fn sentences(found: &Ensemble, lines: &[RangeLine<'_>]) -> Vec<String> {
    let mut said = Vec::new();
    let is_outside =
        |line: &&RangeLine<'_>| line.quantity.here.as_ref().is_some_and(Ranges::leaves_filed_outside);
    let outside: Vec<&str> = lines.iter().filter(is_outside).map(|line| line.label).collect();
    if !outside.is_empty() {
        said.push(format!(
            "As filed these lie outside nine in ten draws, since ranges need not lie evenly about a value: {}.",
            outside.join(", ")
        ));
    }
    let unsure = lines.iter().filter_map(|RangeLine { label, quantity, .. }| {
        let ranges = quantity.difference.as_ref().filter(|ranges| ranges.has_unsure_sign())?;
        Some(format!("{label} ({:.0} %)", (100.0 * ranges.above).round()))
    });
    let unsure: Vec<String> = unsure.collect();
    if !unsure.is_empty() {
        let unsure = unsure.join(", ");
        said.push(format!("The sign is not certain, with more than in the twin in so many draws: {unsure}."));
    }
    let mut none = Vec::new();
    for RangeLine { label, quantity, .. } in lines {
        let Some(ranges) = &quantity.here else { continue };
        let stand_out: Vec<String> = ranges
            .hangs
            .iter()
            .filter(|one| one.stands_out)
            .map(|one| format!("{} ({:+.2})", one.figure, one.correlation.value))
            .collect();
        if stand_out.is_empty() {
            none.push(*label);
        } else {
            said.push(format!("{label} hangs most on {}.", stand_out.join(", ")));
        }
    }
    if !none.is_empty() {
        let all = if none.len() == lines.len() { "any number".to_owned() } else { none.join(", ") };
        said.push(format!(
            "With so few draws no single figure stands out from chance for {all}; the report names the three strongest. \
             More --draws, or `demerit sensitivity`, tell them apart.",
        ));
    }
    said.push(format!(
        "Not varied: {} figures without a declared range; `ensemble.json` names them.",
        ENGLISH.thousands(found.not_varied.len() as u64)
    ));
    said
}
