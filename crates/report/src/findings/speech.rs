//! Critical posts against the twin and against the years before.

use crate::charts::speech::rate;
use crate::findings::finding::{Direction, Finding, against_twin, figure};
use crate::numbers::{Run, Side, change, key};
use demerit_words::{Words, say};

const CRITICAL: &str = "stance:critical";

pub(super) fn critical(run: &Run<'_>) -> Option<Finding> {
    let words = run.words;
    let window = run.last_year();
    let here = rate(run, Side::Here, "posts", CRITICAL, window)?;
    let twin = rate(run, Side::Twin, "posts", CRITICAL, window);
    let before = run.before().and_then(|before| rate(run, Side::Here, "posts", CRITICAL, before));
    let direction =
        against_twin(run, |seed, side| run.sum_of(seed, side, key("posts", "all", CRITICAL), window));
    let mut says = say!(words, "found-speech", posts = words.rough(here.mean), when = run.last_year_said());
    if let Some(twin) = twin {
        says += &say!(words, "found-twin-is", value = words.rough(twin.mean));
        let said = |by| words.percent_said(by);
        says += &match direction {
            Some(Direction::Less(Some(by))) => say!(words, "found-speech-lost", share = said(by)),
            Some(Direction::More(Some(by))) => say!(words, "found-speech-gained", share = said(by)),
            Some(Direction::Same) => say!(words, "found-speech-same"),
            Some(Direction::Unclear) => say!(words, "found-unclear"),
            _ => String::new(),
        };
    }
    says.push('.');
    let mut adds = Vec::new();
    if let Some(before) = before {
        let by = change(before.mean, here.mean);
        let (posts, share) = (words.rough(before.mean), by.map(|by| words.percent_said(by.abs())));
        let share = share.unwrap_or_default();
        adds.push(match by {
            Some(by) if by.abs() < 0.005 => say!(words, "found-speech-before-same", posts = posts),
            Some(by) if by < 0.0 => say!(words, "found-speech-fell", posts = posts, by = share),
            Some(_) => say!(words, "found-speech-rose", posts = posts, by = share),
            None => say!(words, "found-speech-before-none"),
        });
    }
    let withheld = rate(run, Side::Here, "posts-withheld", CRITICAL, window).filter(|rate| rate.mean > 0.0);
    if let Some(withheld) = withheld {
        adds.push(say!(words, "found-speech-withheld", posts = words.rough(withheld.mean)));
    }
    let by = twin.and_then(|twin| change(twin.mean, here.mean));
    let figure = figure(words, direction, by, words.rough(here.mean));
    let found = Finding::plain("speech", figure, says).adding(adds.join(" "));
    Some(found.over_seeds(words, [Some(here), twin], Words::rough))
}
