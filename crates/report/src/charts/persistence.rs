//! Whether standing is handed on: how income and sanctions follow from parents to children, over the years and beside the twin.

use super::{Chart, Kind, Table, both, course_table, highest, line, phases, span, worlds_legend};
use crate::data::{Run, Side, key};
use crate::numbers::{percent, short};
use crate::plot::{Frame, Line, lines};
use crate::svg::{Anchor, Drawing, Shape};

const MEASURES: &[&str] = &["income-persistence", "sanction-persistence"];
const PANELS: [(&str, &str); 2] = [
    ("income-persistence", "How far income follows the parents’ income"),
    ("sanction-persistence", "How often under a sanction after a parent was, over others"),
];

/// The chart, where the run is long enough for children to come of age.
pub(super) fn chart(run: &Run<'_>) -> Option<Chart> {
    let panels: Vec<(&str, &str)> = PANELS
        .into_iter()
        .filter(|(measure, _)| run.course(Side::Here, key(measure, "all", "all")).len() > 1)
        .collect();
    let (first, _) = panels.first()?;
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
        ("income-persistence", Some(here), Some(twin)) => format!(
            "Of a difference between parents’ incomes, {} is handed on; in the twin, {}",
            percent(here.mean),
            percent(twin.mean)
        ),
        _ => "Whether standing is handed on from parents to children".to_owned(),
    };
    let tables = panels.iter().map(|(measure, _)| course_table(run, key(measure, "all", "all"), short));
    let table = tables.into_iter().next().unwrap_or_else(Table::default);
    Some(Chart {
        name: "persistence",
        title,
        subtitle: "Adults who came of age within the run: slope of income on the parents’ income (0: none, 1: all of it); and a ratio of rates (1: no \
                   difference)"
            .to_owned(),
        legend: worlds_legend(run, (Kind::Line, Kind::Line)),
        drawings,
        caption: "Incomes are handed on in both worlds, by schooling and by chance; what the regime adds is the difference between the two lines. The \
                  curves begin when enough children of the run have come of age."
            .to_owned(),
        measures: MEASURES,
        table,
    })
}

fn draw(run: &Run<'_>, &(measure, name): &(&str, &str), shape: Shape) -> Drawing {
    let of = key(measure, "all", "all");
    let (here, twin) = (run.course(Side::Here, of), run.course(Side::Twin, of));
    let mut frame = Frame::new(shape, span(run), highest([here.as_slice(), twin.as_slice()]), short);
    frame.phases = phases(run);
    frame.size.1 = shape.pick(250.0, 220.0);
    let label = |text: &str| if shape == Shape::Wide { text.to_owned() } else { String::new() };
    let mut both: Vec<Line> = Vec::new();
    if !twin.is_empty() {
        both.push(line(&twin, "twin", false, &label("the twin")));
    }
    both.push(line(&here, "here", false, &label("here")));
    let inner = lines(&format!("{measure}-{}", shape.width()), &frame, &both);
    let mut drawing = Drawing::new(inner.width, inner.height + 24.0);
    drawing.text(0.0, 14.0, Anchor::Start, "head", name);
    drawing.place((0.0, 24.0), &inner);
    drawing
}
