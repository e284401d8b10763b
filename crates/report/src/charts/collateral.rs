//! Persons sanctioned for another's deed for each one sanctioned for their own, over time.

use crate::drawing::chart::{Declared, Kind, Shown, both, worlds_legend};
use crate::drawing::course::{self, beside_twin};
use crate::numbers::data::{Run, Side, everybody};
use demerit_words::{Words, say};

pub(super) const CHART: Declared =
    Declared { name: "collateral", measures: &["collateral-ratio", "wrongly-sanctioned-by-origin"], show };

fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let of = everybody("collateral-ratio");
    let Some(last) = run.end(Side::Here, of) else {
        return Shown::nothing(
            say!(words, "plot-collateral-empty"),
            say!(words, "plot-collateral-empty-why"),
        );
    };
    let hundred = words.rough(100.0 * last.mean);
    let title = if last.mean > 0.0 {
        say!(words, "plot-collateral-title", hundred = &hundred)
    } else {
        say!(words, "plot-collateral-none")
    };
    let label = say!(words, "plot-label-regime");
    Some(Shown {
        title,
        subtitle: say!(words, "plot-collateral-subtitle"),
        legend: worlds_legend(run, (Kind::Line, Kind::Line)),
        drawings: both(|shape| beside_twin(run, "collateral", of, (&label, hundred_tick), shape, None)),
        caption: say!(words, "plot-collateral-caption"),
        table: course::table(run, of, Words::short),
    })
}

fn hundred_tick(words: Words, ratio: f64) -> String {
    words.short(100.0 * ratio)
}
