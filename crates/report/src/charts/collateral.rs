//! Persons sanctioned for another's deed for each one sanctioned for their own, over time.

use crate::chart::{Chart, Kind, both, worlds_legend};
use crate::course::{self, beside_twin};
use crate::data::{Run, Side, key};
use demerit_words::{Words, say};

const MEASURES: &[&str] = &["collateral-ratio", "wrongly-sanctioned-by-origin"];

pub(super) fn chart(run: &Run<'_>) -> Chart {
    let words = run.words;
    let of = key("collateral-ratio", "all", "all");
    let Some(last) = run.end(Side::Here, of) else {
        return Chart::empty(
            "collateral",
            &say!(words, "plot-collateral-empty"),
            &say!(words, "plot-collateral-empty-why"),
            MEASURES,
        );
    };
    let hundred = words.rough(100.0 * last.mean);
    let title = if last.mean > 0.0 {
        say!(words, "plot-collateral-title", hundred = &hundred)
    } else {
        say!(words, "plot-collateral-none")
    };
    let label = say!(words, "plot-label-regime");
    Chart {
        name: "collateral",
        title,
        subtitle: say!(words, "plot-collateral-subtitle"),
        legend: worlds_legend(run, (Kind::Line, Kind::Line)),
        drawings: both(|shape| beside_twin(run, "collateral", of, (&label, hundred_tick), shape, None)),
        caption: say!(words, "plot-collateral-caption"),
        measures: MEASURES,
        table: course::table(run, of, Words::short),
    }
}

fn hundred_tick(words: Words, ratio: f64) -> String {
    words.short(100.0 * ratio)
}
