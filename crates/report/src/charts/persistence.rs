//! Whether standing is handed on: how income and sanctions follow from parents to children, over the years and beside the twin.

use super::{Chart, Kind, Table, both, course_table, highest, line, phases, span, worlds_legend};
use crate::data::{Run, Side, key};
use crate::plot::{Frame, Line, lines};
use crate::svg::{Anchor, Drawing, Shape};
use demerit_words::{Words, say};

const MEASURES: &[&str] = &["income-persistence", "sanction-persistence"];
const PANELS: [&str; 2] = ["income-persistence", "sanction-persistence"];

/// The chart, where the run is long enough for children to come of age.
pub(super) fn chart(run: &Run<'_>) -> Option<Chart> {
    let words = run.words;
    let panels: Vec<&str> = PANELS
        .into_iter()
        .filter(|measure| run.course(Side::Here, key(measure, "all", "all")).len() > 1)
        .collect();
    let first = panels.first()?;
    let drawings = both(|shape| {
        let parts: Vec<Drawing> = panels.iter().map(|panel| draw(run, panel, shape)).collect();
        let height = parts.iter().map(|part| part.height).sum();
        let mut drawing = Drawing::new(shape.width(), height);
        let mut top = 0.0;
        for part in &parts {
            drawing.place((0.0, top), part);
            top += part.height;
        }
        drawing
    });
    let end = |side| run.end(side, key(first, "all", "all"));
    let title = match (*first, end(Side::Here), end(Side::Twin)) {
        ("income-persistence", Some(here), Some(twin)) => say!(
            words,
            "plot-persistence-title",
            here = words.percent_said(here.mean),
            twin = words.percent_said(twin.mean)
        ),
        _ => say!(words, "plot-persistence-untold"),
    };
    let tables = panels.iter().map(|measure| course_table(run, key(measure, "all", "all"), Words::short));
    let table = tables.into_iter().next().unwrap_or_else(Table::default);
    Some(Chart {
        name: "persistence",
        title,
        subtitle: say!(words, "plot-persistence-subtitle"),
        legend: worlds_legend(run, (Kind::Line, Kind::Line)),
        drawings,
        caption: say!(words, "plot-persistence-caption"),
        measures: MEASURES,
        table,
    })
}

fn draw(run: &Run<'_>, measure: &str, shape: Shape) -> Drawing {
    let words = run.words;
    let name = match measure {
        "income-persistence" => say!(words, "plot-persistence-income"),
        _ => say!(words, "plot-persistence-sanction"),
    };
    let of = key(measure, "all", "all");
    let (here, twin) = (run.course(Side::Here, of), run.course(Side::Twin, of));
    let mut frame =
        Frame::new(words, shape, span(run), highest([here.as_slice(), twin.as_slice()]), Words::short);
    frame.phases = phases(run);
    frame.size.1 = shape.pick(250.0, 220.0);
    let label = |text: &str| if shape == Shape::Wide { text.to_owned() } else { String::new() };
    let mut both: Vec<Line> = Vec::new();
    if !twin.is_empty() {
        both.push(line(&twin, "twin", false, &label(&say!(words, "plot-label-twin"))));
    }
    both.push(line(&here, "here", false, &label(&say!(words, "plot-label-here"))));
    let inner = lines(&format!("{measure}-{}", shape.width()), &frame, &both);
    let mut drawing = Drawing::new(inner.width, inner.height + 24.0);
    drawing.text(0.0, 14.0, Anchor::Start, "head", &name);
    drawing.place((0.0, 24.0), &inner);
    drawing
}
