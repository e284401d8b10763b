//! How much of what is written down is true.

use crate::charts::precision::precision as share_true;
use crate::findings::finding::Finding;
use crate::numbers::{Run, Side};
use demerit_words::{Words, say};

pub(super) fn precision(run: &Run<'_>) -> Option<Finding> {
    let words = run.words;
    let window = run.last_year();
    let Some(here) = share_true(run, Side::Here, "all", window) else {
        let says = say!(words, "found-record-none", when = run.last_year_said());
        return run.is_measured().then(|| Finding::plain("precision", "–".to_owned(), says));
    };
    let twin = share_true(run, Side::Twin, "all", window)
        .map(|twin| say!(words, "found-twin-is", value = words.percent_said(twin.mean)))
        .unwrap_or_default();
    let (share, when) = (words.percent_said(here.mean), run.last_year_said());
    let says = say!(words, "found-record", share = share, when = when, twin = &twin);
    let found = Finding::plain("precision", words.percent(here.mean), says);
    let found = found.adding(say!(words, "found-record-others"));
    Some(found.over_seeds(words, [Some(here), None], Words::percent))
}
