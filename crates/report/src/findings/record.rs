//! How much of what is written down is true.

use crate::charts::precision::precision as share_true;
use crate::data::{Run, Side};
use crate::finding::{Finding, unmeasured};
use demerit_words::{Words, say};

pub(super) fn precision(run: &Run<'_>) -> Finding {
    let words = run.words;
    let window = run.last_year();
    let Some(here) = share_true(run, Side::Here, "all", window) else {
        let mut finding = unmeasured("precision");
        if run.is_measured() {
            finding.says = say!(words, "found-record-none", when = run.last_year_said());
        }
        return finding;
    };
    let twin = share_true(run, Side::Twin, "all", window)
        .map(|twin| say!(words, "found-twin-is", value = words.percent_said(twin.mean)))
        .unwrap_or_default();
    let says = say!(
        words,
        "found-record",
        share = words.percent_said(here.mean),
        when = run.last_year_said(),
        twin = &twin
    );
    let finding = Finding::plain("precision", words.percent(here.mean), says)
        .adding(say!(words, "found-record-others"));
    finding.over_seeds(words, &[("", Some(here))], Words::percent)
}
