//! Posts lost to the public, by reason: what stays up in the twin and not here, in parts that sum to it.

use crate::numbers::{Run, Side, key};
use demerit_measures::estimate::Window;
use demerit_words::say;

/// The measures whose sum is `posts-lost`, each with its sign and its word.
pub(super) const REASONS: [(&str, f64, &str); 6] = [
    ("posts-withheld", 1.0, "plot-speech-withheld"),
    ("posts-withheld-for-others", 1.0, "plot-speech-for-others"),
    ("posts-muted", 1.0, "plot-speech-muted"),
    ("posts-silenced", 1.0, "plot-speech-closed"),
    ("posts-removed", 1.0, "plot-speech-removed"),
    ("posts-for-points", -1.0, "plot-speech-for-points"),
];

/// What a measure is here beyond the twin, for each 1,000 persons and year; without a twin what it is here.
pub(super) fn beyond_twin(run: &Run<'_>, measure: &str, stance: &str, window: Window) -> Option<f64> {
    let per_1000 = 1000.0 / f64::from(run.data.manifest.persons.max(1)) / run.years(window);
    let beyond = run.over_seeds(|seed| {
        let sum = |side| run.sum_of(seed, side, key(measure, "all", stance), window);
        let twin = if run.world(Side::Twin).is_some() { sum(Side::Twin)? } else { 0.0 };
        Some((sum(Side::Here)? - twin) * per_1000)
    });
    Some(beyond?.mean)
}

/// The reasons of what is lost of a stance, in shares that sum to 1; `None` where nothing is lost, or some of
/// it was not measured.
pub(super) fn shares(run: &Run<'_>, stance: &str, window: Window) -> Option<Vec<(&'static str, f64)>> {
    let lost = beyond_twin(run, "posts-lost", stance, window).filter(|lost| *lost > 0.0)?;
    let share = |(measure, sign, word): &(&str, f64, &'static str)| {
        Some((*word, sign * beyond_twin(run, measure, stance, window)? / lost))
    };
    REASONS.iter().map(share).collect()
}

/// In a sentence, what became of the critical posts that the public cannot read here.
pub(super) fn told(run: &Run<'_>) -> Option<String> {
    let words = run.words;
    let shares = shares(run, "stance:critical", run.last_year())?;
    let part = |(word, share): &(&str, f64)| {
        let [name] = words.each([*word]);
        format!("{name} {}", words.percent(*share))
    };
    let parts: Vec<String> = shares.iter().filter(|one| one.1 != 0.0).map(part).collect();
    Some(if run.world(Side::Twin).is_some() {
        say!(words, "plot-speech-lost-to-twin", parts = parts.join("; "))
    } else {
        say!(words, "plot-speech-lost-here", parts = parts.join("; "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::tests::{add, told as told_by};
    use demerit_words::Words;

    #[test]
    fn the_reasons_of_what_is_lost_sum_to_it() {
        // Here 30 + 20 + 10 + 5 + 15 posts are lost, in the twin 0 + 0 + 4 + 0 + 6.
        let lost = [("posts-lost", 80.0, 10.0), ("posts-for-points", 0.0, 0.0), ("posts-muted", 10.0, 4.0)];
        let others = [
            ("posts-withheld", 30.0, 0.0),
            ("posts-withheld-for-others", 20.0, 0.0),
            ("posts-silenced", 5.0, 0.0),
            ("posts-removed", 15.0, 6.0),
        ];
        let group = "stance:critical";
        let told_of = |left_out: &str| {
            let mut data = told_by("posts", [0.0; 2], [0.0; 2]);
            add(&mut data, ("posts", group), [0.0; 2], [0.0; 2]);
            for (measure, here, twin) in lost.into_iter().chain(others).filter(|one| one.0 != left_out) {
                add(&mut data, (measure, group), [here; 2], [twin; 2]);
            }
            data
        };
        let data = told_of("none");
        let run = Run::new(Words::default(), &data);
        let shares = shares(&run, "stance:critical", run.last_year()).expect("all are measured");
        let all: Vec<f64> = shares.iter().map(|one| (one.1 * 70.0).round()).collect();
        assert_eq!(all, [30.0, 20.0, 6.0, 5.0, 9.0, 0.0]);
        assert!((shares.iter().map(|one| one.1).sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(told(&run).is_some_and(|told| told.contains("withheld out of own fear 43")));
        let data = told_of("posts-removed");
        assert_eq!(told(&Run::new(Words::default(), &data)), None, "parts that cannot sum are not told");
    }
}
