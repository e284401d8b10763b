//! Share of persons under a sanction over time, beside the twin.

use crate::drawing::course::{self, beside_twin};
use crate::drawing::{Declared, Kind, Shown, both, worlds_legend};
use crate::numbers::{Run, Side, everybody};
use demerit_words::{Words, say};

pub(super) const CHART: Declared = Declared {
    name: "sanctioned",
    measures: &["sanctioned", "sanctioned-only-here", "sanctioned-only-in-twin"],
    show,
};

fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let of = everybody("sanctioned");
    let lately = |side| run.lately(side, of).map(|spread| spread.mean);
    let Some(here) = lately(Side::Here) else {
        return Shown::nothing(say!(words, "plot-sanctioned-empty"), say!(words, "plot-not-measured"));
    };
    let (share, when) = (words.percent_said(here), run.last_year_said());
    let title = match lately(Side::Twin) {
        twin if here <= 0.0 && twin.is_none_or(|twin| twin <= 0.0) => {
            say!(words, "plot-sanctioned-none", when = when)
        }
        Some(twin) => {
            let twin = words.percent_said(twin);
            say!(words, "plot-sanctioned-title", share = share, twin = twin, when = when)
        }
        None => say!(words, "plot-sanctioned-title-alone", share = share, when = when),
    };
    let label = say!(words, "plot-label-regime");
    let band = if run.seeds() > 1 { say!(words, "plot-sanctioned-bands") } else { String::new() };
    let apart = run.if_twin(|| say!(words, "plot-sanctioned-apart"));
    Some(Shown {
        title,
        subtitle: say!(words, "plot-sanctioned-subtitle"),
        legend: worlds_legend(run, (Kind::Line, Kind::Line)),
        drawings: both(|shape| {
            beside_twin(run, "sanctioned", of, (&label, Words::percent_tick), shape, None)
        }),
        caption: say!(words, "plot-sanctioned-caption", apart = &apart, band = &band),
        table: course::table(run, of, Words::percent),
    })
}
