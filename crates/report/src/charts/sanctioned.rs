//! Share of persons under a sanction over time, beside the twin.

use crate::chart::{Chart, Kind, both, worlds_legend};
use crate::course::{self, beside_twin};
use crate::data::{Run, Side, key};
use demerit_words::{Words, say};

const MEASURES: &[&str] = &["sanctioned", "sanctioned-only-here", "sanctioned-only-in-twin"];

pub(super) fn chart(run: &Run<'_>) -> Chart {
    let words = run.words;
    let of = key("sanctioned", "all", "all");
    let (here, twin) = (run.course(Side::Here, of), run.course(Side::Twin, of));
    let Some(last) = here.last() else {
        return Chart::empty(
            "sanctioned",
            &say!(words, "plot-sanctioned-empty"),
            &say!(words, "plot-not-measured"),
            MEASURES,
        );
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
    let apart =
        if run.called(Side::Twin).is_some() { say!(words, "plot-sanctioned-apart") } else { String::new() };
    Chart {
        name: "sanctioned",
        title,
        subtitle: say!(words, "plot-sanctioned-subtitle"),
        legend: worlds_legend(run, (Kind::Line, Kind::Line)),
        drawings: both(|shape| {
            beside_twin(run, "sanctioned", of, (&label, Words::percent_tick), shape, None)
        }),
        caption: say!(words, "plot-sanctioned-caption", apart = &apart, band = &band),
        measures: MEASURES,
        table: course::table(run, of, Words::percent),
    }
}
