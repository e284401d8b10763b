//! Violations of law against the twin: the benefit that the regime claims.

use super::{Direction, Finding, against_twin, direction_words, interval, unmeasured};
use crate::charts::{last_year_words, violations as rate};
use crate::data::{Run, Side};
use crate::numbers::{change, percent, short};

pub(super) fn violations(run: &Run<'_>) -> Finding {
    let all = |side| run.over_seeds(|seed| rate(run, seed, side));
    let Some(here) = all(Side::Here) else {
        return unmeasured("How often law is broken", "benefits");
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
    let mut says = format!(
        "What fell or rose of what the regime fights: law is broken {} times for each 1,000 persons and year, {}{}",
        short(here.mean),
        last_year_words(run),
        interval(here, short)
    );
    if let (Some(twin), Some(direction)) = (twin, direction) {
        says.push_str(&format!("; in the twin {}: {}", short(twin.mean), direction_words(direction)));
    }
    says.push('.');
    Finding {
        figure,
        says,
        adds: "Counted is what was done, whether or not anybody saw it.".to_owned(),
        chart: "benefits",
    }
}
