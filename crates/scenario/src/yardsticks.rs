//! The grades of the legal yardsticks, row by row with their reasons, as lists and documents print them.

use demerit_regime::{BORNE, DISTANCES, SEVERITIES, WHOLE};
use serde::Serialize;

/// A row of a legal yardstick.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Grade {
    /// What is graded: `speech to travel`, a request, a gravity.
    pub name: String,
    /// The yardstick: `distance` of two contexts, `severity` of a shut door, what a gravity has `borne`.
    pub yardstick: &'static str,
    /// The grade, from 0 to 1.
    pub value: f64,
    /// Why.
    pub reason: &'static str,
}

/// All grades, those of a yardstick together.
#[must_use]
pub fn grades() -> Vec<Grade> {
    let row = |yardstick, name: String, value, reason| Grade { name, yardstick, value, reason };
    let eighths = |weight: u64| weight as f64 / WHOLE as f64;
    let distances = DISTANCES.iter().map(|&(cause, answer, distance, reason)| {
        row("distance", format!("{cause} to {answer}"), distance.halves() as f64 / 2.0, reason)
    });
    let doors = SEVERITIES
        .iter()
        .map(|&(request, weight, reason)| row("severity", request.to_string(), eighths(weight), reason));
    let deeds = BORNE
        .iter()
        .map(|&(gravity, weight, reason)| row("borne", gravity.to_string(), eighths(weight), reason));
    distances.chain(doors).chain(deeds).collect()
}
