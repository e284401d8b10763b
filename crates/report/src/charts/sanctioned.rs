//! Share of persons under a sanction over time, beside the twin.

use super::{Chart, Kind, both, course_table, highest, line, phases, span, worlds_legend};
use crate::data::{Run, Side, key};
use crate::plot::{Frame, lines};
use crate::svg::Shape;
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
    let top = highest([here.as_slice(), twin.as_slice()]);
    let drawings = both(|shape| {
        let mut frame = Frame::new(words, shape, span(run), top, Words::percent_tick);
        frame.phases = phases(run);
        let label = |text: String| if shape == Shape::Wide { text } else { String::new() };
        let mut all = Vec::new();
        if !twin.is_empty() {
            all.push(line(&twin, "twin", false, &label(say!(words, "plot-label-twin"))));
        }
        all.push(line(&here, "here", false, &label(say!(words, "plot-label-regime"))));
        lines(&format!("sanctioned-{}", shape.width()), &frame, &all)
    });
    let band = if run.seeds() > 1 { say!(words, "plot-sanctioned-bands") } else { String::new() };
    let apart =
        if run.called(Side::Twin).is_some() { say!(words, "plot-sanctioned-apart") } else { String::new() };
    Chart {
        name: "sanctioned",
        title,
        subtitle: say!(words, "plot-sanctioned-subtitle"),
        legend: worlds_legend(run, (Kind::Line, Kind::Line)),
        drawings,
        caption: say!(words, "plot-sanctioned-caption", apart = &apart, band = &band),
        measures: MEASURES,
        table: course_table(run, of, Words::percent),
    }
}
