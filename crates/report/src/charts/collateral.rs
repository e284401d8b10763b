//! Persons sanctioned for another's deed for each one sanctioned for their own, over time.

use super::{Chart, Kind, both, course_table, highest, line, phases, span, worlds_legend};
use crate::data::{Run, Side, key};
use crate::plot::{Frame, lines};
use crate::svg::Shape;
use demerit_words::{Words, say};

const MEASURES: &[&str] = &["collateral-ratio", "wrongly-sanctioned-by-origin"];

pub(super) fn chart(run: &Run<'_>) -> Chart {
    let words = run.words;
    let of = key("collateral-ratio", "all", "all");
    let (here, twin) = (run.course(Side::Here, of), run.course(Side::Twin, of));
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
    let top = highest([here.as_slice(), twin.as_slice()]);
    let drawings = both(|shape| {
        let mut frame = Frame::new(words, shape, span(run), top, hundred_tick);
        frame.phases = phases(run);
        let label = |text: String| if shape == Shape::Wide { text } else { String::new() };
        let mut all = Vec::new();
        if !twin.is_empty() {
            all.push(line(&twin, "twin", false, &label(say!(words, "plot-label-twin"))));
        }
        all.push(line(&here, "here", false, &label(say!(words, "plot-label-regime"))));
        lines(&format!("collateral-{}", shape.width()), &frame, &all)
    });
    Chart {
        name: "collateral",
        title,
        subtitle: say!(words, "plot-collateral-subtitle"),
        legend: worlds_legend(run, (Kind::Line, Kind::Line)),
        drawings,
        caption: say!(words, "plot-collateral-caption"),
        measures: MEASURES,
        table: course_table(run, of, Words::short),
    }
}

fn hundred_tick(words: Words, ratio: f64) -> String {
    words.short(100.0 * ratio)
}
