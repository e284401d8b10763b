//! A finding: a plain sentence with a figure, computed from the tables.
//!
//! Each finding has a figure, a sentence that begins it and what else belongs to it. A direction is said only
//! where the numbers bear it (see [`Direction`]); where the seeds do not settle it, the sentence says so.
//! What was not measured is left out; what is zero is said to be nobody.

use crate::numbers::Direction;
use demerit_measures::estimate::Spread;
use demerit_words::{Words, say};

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// The figure that stands out, as short as it can be.
    pub(crate) figure: String,
    /// The sentence that says it.
    pub(crate) says: String,
    /// What else belongs to it, empty for nothing.
    pub(crate) adds: String,
    /// The intervals over the seeds, empty where one seed was run.
    pub(crate) intervals: String,
    /// Name of the chart that shows it.
    pub(crate) chart: &'static str,
}

impl Finding {
    /// A figure, the sentence that says it, and the chart that shows it.
    pub(crate) fn plain(chart: &'static str, figure: String, says: String) -> Self {
        Self { figure, says, adds: String::new(), intervals: String::new(), chart }
    }

    /// The same with what else belongs to it.
    pub(crate) fn adding(self, adds: String) -> Self {
        Self { adds, ..self }
    }

    /// The same with the intervals over the seeds of its figures, here and in the twin.
    pub(crate) fn over_seeds(
        self,
        words: Words,
        [here, twin]: [Option<Spread>; 2],
        show: fn(Words, f64) -> String,
    ) -> Self {
        self.with_intervals(words, &[("", here), (&say!(words, "found-interval-twin"), twin)], show)
    }

    /// The same with the intervals over the seeds of figures that are named.
    pub(crate) fn with_intervals(
        mut self,
        words: Words,
        figures: &[(&str, Option<Spread>)],
        show: fn(Words, f64) -> String,
    ) -> Self {
        let known = figures.iter().filter_map(|&(name, spread)| Some((name, spread?)));
        let several: Vec<(&str, Spread)> = known.filter(|(_, spread)| spread.seeds > 1).collect();
        let Some(seeds) = several.iter().map(|(_, spread)| spread.seeds).max() else { return self };
        let part =
            |(name, spread): &(&str, Spread)| match [spread.low, spread.high].map(|end| show(words, end)) {
                [low, high] if low == high => say!(words, "found-interval-each", name = *name, low = &low),
                [low, high] => say!(words, "found-interval-range", name = *name, low = &low, high = &high),
            };
        let parts: Vec<String> = several.iter().map(part).collect();
        self.intervals = say!(words, "found-interval", seeds = seeds, parts = parts.join("; "));
        self
    }
}

/// A change against the twin as a figure; the value itself where the seeds do not settle it.
pub(crate) fn figure(words: Words, direction: Option<Direction>, by: Option<f64>, value: String) -> String {
    match (direction, by) {
        (Some(Direction::Less(_) | Direction::More(_)), Some(by)) => words.signed_percent(by),
        (Some(Direction::Same), _) => "±0".to_owned(),
        _ => value,
    }
}

/// A direction as words: `that is 12 % less`, `the regime made no difference`.
pub(crate) fn direction_words(words: Words, direction: Direction) -> String {
    match direction {
        Direction::More(Some(by)) if by >= 1.0 => {
            say!(words, "found-direction-times", times = words.decimal(by + 1.0, 1))
        }
        Direction::More(Some(by)) => say!(words, "found-direction-more", share = words.percent_said(by)),
        Direction::Less(Some(by)) => say!(words, "found-direction-less", share = words.percent_said(by)),
        Direction::More(None) => say!(words, "found-direction-only-here"),
        Direction::Less(None) => say!(words, "found-direction-less-than-twin"),
        Direction::Same => say!(words, "found-direction-same"),
        Direction::Unclear => say!(words, "found-direction-unclear"),
    }
}
