//! Violations of law against the twin: the benefit that the regime claims.

use super::{Direction, Finding, against_twin, direction_words, unmeasured};
use crate::charts::{last_year_words, violations as rate};
use crate::data::{Run, Side};
use crate::numbers::{change, percent, short};

pub(super) fn violations(run: &Run<'_>) -> Finding {
    let all = |side| run.over_seeds(|seed| rate(run, seed, side));
    let Some(here) = all(Side::Here) else {
        return unmeasured("benefits");
    };
    let twin = all(Side::Twin);
    let direction = against_twin(run, |seed, side| rate(run, seed, side));
    let by = twin.and_then(|twin| change(twin.mean, here.mean));
    let figure = match (direction, by) {
        (Some(Direction::Less(_) | Direction::More(_)), Some(by)) => {
            format!("{}{}", if by < 0.0 { "−" } else { "+" }, percent(by.abs()))
        }
        (Some(Direction::Same), _) => "±0".to_owned(),
        _ => short(here.mean),
    };
    let begin = match direction {
        Some(Direction::Less(_)) => "Law is broken less often",
        Some(Direction::More(_)) => "Law is broken more often",
        Some(Direction::Same) => "Law is broken as often as in the twin",
        _ => "Law is broken",
    };
    let mut says = format!(
        "{begin}: {} times for each 1,000 persons and year, {}",
        short(here.mean),
        last_year_words(run)
    );
    if let (Some(twin), Some(direction)) = (twin, direction) {
        says.push_str(&format!("; in the twin {}: {}", short(twin.mean), direction_words(direction)));
    }
    says.push('.');
    let finding = Finding {
        figure,
        says,
        adds: "This is the good that such a regime is said to do. Counted is what was done, whether or not anybody saw it.".to_owned(),
        intervals: String::new(),
        chart: "benefits",
    };
    finding.over_seeds(&[("", Some(here)), ("in the twin ", twin)], short)
}
