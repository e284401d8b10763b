//! What people do under the regime: violations of law, the benefit that it claims, and critical posts,
//! against the twin and the years before.

use crate::charts::{benefits, speech};
use crate::findings::finding::{Finding, direction_words, figure};
use crate::numbers::{Direction, Run, Side, change, key};
use demerit_words::{Words, say};

pub(super) fn violations(run: &Run<'_>) -> Option<Finding> {
    let words = run.words;
    let all = |side| run.over_seeds(|seed| benefits::violations(run, seed, side));
    let here = all(Side::Here)?;
    let twin = all(Side::Twin);
    let direction = run.against_twin(|seed, side| benefits::violations(run, seed, side));
    let by = twin.and_then(|twin| change(twin.mean, here.mean));
    let figure = figure(words, direction, by, words.short(here.mean));
    let begin = match direction {
        Some(Direction::Less(_)) => say!(words, "found-law-less", once = run.once()),
        Some(Direction::More(_)) => say!(words, "found-law-more", once = run.once()),
        Some(Direction::Same) => say!(words, "found-law-same", once = run.once()),
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

const CRITICAL: &str = "stance:critical";

pub(super) fn critical(run: &Run<'_>) -> Option<Finding> {
    let words = run.words;
    let window = run.last_year();
    let here = speech::rate(run, Side::Here, "posts", CRITICAL, window)?;
    let twin = speech::rate(run, Side::Twin, "posts", CRITICAL, window);
    let before = run.before().and_then(|before| speech::rate(run, Side::Here, "posts", CRITICAL, before));
    let of = key("posts", "all", CRITICAL);
    let direction = run.against_twin(|seed, side| run.sum_of(seed, side, of, window));
    let mut says = say!(words, "found-speech", posts = words.rough(here.mean), when = run.last_year_said());
    if let Some(twin) = twin {
        says += &say!(words, "found-twin-is", value = words.rough(twin.mean));
        let said = |by| words.percent_said(by);
        says += &match direction {
            Some(Direction::Less(Some(by))) => {
                say!(words, "found-speech-lost", share = said(by), once = run.once())
            }
            Some(Direction::More(Some(by))) => {
                say!(words, "found-speech-gained", share = said(by), once = run.once())
            }
            Some(Direction::Same) => say!(words, "found-speech-same", once = run.once()),
            Some(Direction::Unclear) => say!(words, "found-unclear"),
            _ => String::new(),
        };
    }
    says.push('.');
    let mut adds = Vec::new();
    if let (Some(earlier), Some(span)) = (before, run.before()) {
        let rate = |span| move |seed| Some(run.sum_of(seed, Side::Here, of, span)? / run.years(span));
        let (posts, once) = (words.rough(earlier.mean), run.once());
        adds.push(match run.compare(rate(window), rate(span)) {
            Some(Direction::Less(Some(by))) => {
                say!(words, "found-speech-fell", posts = posts, by = words.percent_said(by), once = once)
            }
            Some(Direction::More(Some(by))) => {
                say!(words, "found-speech-rose", posts = posts, by = words.percent_said(by), once = once)
            }
            Some(Direction::Same) => say!(words, "found-speech-before-same", posts = posts),
            Some(Direction::Unclear) => say!(words, "found-speech-before-unclear", posts = posts),
            _ => say!(words, "found-speech-before-none"),
        });
    }
    let withheld =
        speech::rate(run, Side::Here, "posts-withheld", CRITICAL, window).filter(|rate| rate.mean > 0.0);
    if let Some(withheld) = withheld {
        adds.push(say!(words, "found-speech-withheld", posts = words.rough(withheld.mean)));
    }
    let by = twin.and_then(|twin| change(twin.mean, here.mean));
    let figure = figure(words, direction, by, words.rough(here.mean));
    let found = Finding::plain("speech", figure, says).adding(adds.join(" "));
    Some(found.over_seeds(words, [Some(here), twin], Words::rough))
}
