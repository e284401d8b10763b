//! Violations of law against the twin: the benefit that the regime claims.

use crate::charts::benefits::violations as rate;
use crate::findings::finding::{Direction, Finding, against_twin, direction_words, figure};
use crate::numbers::{Run, Side, change};
use demerit_words::{Words, say};

pub(super) fn violations(run: &Run<'_>) -> Option<Finding> {
    let words = run.words;
    let all = |side| run.over_seeds(|seed| rate(run, seed, side));
    let here = all(Side::Here)?;
    let twin = all(Side::Twin);
    let direction = against_twin(run, |seed, side| rate(run, seed, side));
    let by = twin.and_then(|twin| change(twin.mean, here.mean));
    let figure = figure(words, direction, by, words.short(here.mean));
    let begin = match direction {
        Some(Direction::Less(_)) => say!(words, "found-law-less"),
        Some(Direction::More(_)) => say!(words, "found-law-more"),
        Some(Direction::Same) => say!(words, "found-law-same"),
        _ => say!(words, "found-law"),
    };
    let (times, when) = (words.short(here.mean), run.last_year_said());
    let mut says = say!(words, "found-law-times", begin = &begin, times = times, when = when);
    if let (Some(twin), Some(direction)) = (twin, direction) {
        let (value, direction) = (words.short(twin.mean), direction_words(words, direction));
        says += &say!(words, "found-law-twin", value = value, direction = direction);
    }
    says.push('.');
    let found = Finding::plain("benefits", figure, says).adding(say!(words, "found-law-good"));
    Some(found.over_seeds(words, [Some(here), twin], Words::short))
}
