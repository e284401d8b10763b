//! Share of persons under a sanction over time, beside the twin.

use crate::drawing::chart::{Declared, Kind, Shown, both, worlds_legend};
use crate::drawing::course::{self, beside_twin};
use crate::numbers::data::{Run, Side, everybody};
use demerit_words::{Words, say};

pub(super) const CHART: Declared = Declared {
    name: "sanctioned",
    measures: &["sanctioned", "sanctioned-only-here", "sanctioned-only-in-twin"],
    show,
};

fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let of = everybody("sanctioned");
    let (here, twin) = (run.course(Side::Here, of), run.course(Side::Twin, of));
    let Some(last) = here.last() else {
        return Shown::nothing(say!(words, "plot-sanctioned-empty"), say!(words, "plot-not-measured"));
    };
    let title = match twin.last() {
        _ if last.spread.mean <= 0.0 && twin.last().is_none_or(|other| other.spread.mean <= 0.0) => {
            say!(words, "plot-sanctioned-none")
        }
        Some(other) => say!(
            words,
            "plot-sanctioned-title",
            share = words.percent_said(last.spread.mean),
            twin = words.percent_said(other.spread.mean)
        ),
        None => say!(words, "plot-sanctioned-title-alone", share = words.percent_said(last.spread.mean)),
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
