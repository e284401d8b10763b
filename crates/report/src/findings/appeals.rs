//! What became of appeals.

use crate::findings::finding::Finding;
use crate::numbers::{Run, Side, everybody};
use demerit_measures::estimate::Window;
use demerit_words::{Words, say};

pub(super) fn answered(run: &Run<'_>) -> Option<Finding> {
    let words = run.words;
    let sum = |measure| run.sum(Side::Here, everybody(measure), Window::ALL).map(|spread| spread.mean);
    let filed = run.sum(Side::Here, everybody("appeals-filed"), Window::ALL)?;
    if filed.mean <= 0.0 {
        return Some(Finding::plain("life", "0".to_owned(), say!(words, "found-appeals-none")));
    }
    let (upheld, rejected) = (sum("appeals-upheld").unwrap_or(0.0), sum("appeals-rejected").unwrap_or(0.0));
    let answered = (upheld + rejected) / filed.mean;
    let mut says = say!(
        words,
        "found-appeals",
        filed = filed.mean,
        answered = words.percent_said(answered),
        upheld = words.percent_said(upheld / filed.mean),
        rejected = words.percent_said(rejected / filed.mean),
    );
    if let Some(silent) = sum("appeals-silent").filter(|silent| *silent > 0.0) {
        says.push_str(&say!(words, "found-appeals-silence", share = words.percent_said(silent / filed.mean)));
    }
    let mut adds = Vec::new();
    if let Some(waiting) = run.end(Side::Here, everybody("appeals-waiting")) {
        adds.push(match waiting.mean.round() {
            0.0 => say!(words, "found-appeals-none-waiting"),
            _ => say!(words, "found-appeals-waiting", appeals = waiting.mean),
        });
    }
    let innocent = run.over_seeds(|seed| {
        run.mean_of(seed, Side::Here, everybody("appeal-success-given-innocence"), run.last_year())
    });
    if let Some(innocent) = innocent {
        let share = words.percent_said(innocent.mean.clamp(0.0, 1.0));
        adds.push(say!(words, "found-appeals-innocent", share = share));
    }
    let share = run.over_seeds(|seed| {
        let sum = |measure| run.sum_of(seed, Side::Here, everybody(measure), Window::ALL);
        let filed = sum("appeals-filed").filter(|filed| *filed > 0.0)?;
        Some((sum("appeals-upheld").unwrap_or(0.0) + sum("appeals-rejected").unwrap_or(0.0)) / filed)
    });
    let found = Finding::plain("life", words.percent(answered), says).adding(adds.join(" "));
    let named = [(&*say!(words, "found-interval-answered"), share)];
    Some(found.with_intervals(words, &named, Words::percent))
}
