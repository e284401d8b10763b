//! Whether standing is handed on: how income and sanctions follow from parents to children, over the years
//! and beside the twin.

use crate::drawing::course::{self, beside_twin};
use crate::drawing::{Anchor, Declared, Drawing, Kind, Shape, Shown, both, worlds_legend};
use crate::numbers::{Run, Side, everybody};
use demerit_words::{Words, say};

pub(super) const CHART: Declared =
    Declared { name: "persistence", measures: &["income-persistence", "sanction-persistence"], show };

/// The chart, where the run is long enough for children to come of age.
fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let mut panels = CHART.measures.to_vec();
    panels.retain(|measure| run.course(Side::Here, everybody(measure)).len() > 1);
    let first = panels.first()?;
    let drawings = both(|shape| {
        let mut drawing = Drawing::new(shape.width(), 0.0);
        for panel in &panels {
            let part = draw(run, panel, shape);
            drawing.put((0.0, drawing.height), &part);
            drawing.height += part.height;
        }
        drawing
    });
    let lately = |side| Some(words.percent_said(run.lately(side, everybody(first))?.mean));
    let title = match (*first, lately(Side::Here), lately(Side::Twin)) {
        ("income-persistence", Some(here), Some(twin)) => {
            say!(words, "plot-persistence-title", here = here, twin = twin)
        }
        _ => say!(words, "plot-persistence-untold"),
    };
    Some(Shown {
        title,
        subtitle: say!(words, "plot-persistence-subtitle"),
        legend: worlds_legend(run, (Kind::Line, Kind::Line)),
        drawings,
        caption: say!(words, "plot-persistence-caption"),
        table: course::table(run, everybody(first), Words::short),
    })
}

fn draw(run: &Run<'_>, measure: &str, shape: Shape) -> Drawing {
    let name = match measure {
        "income-persistence" => say!(run.words, "plot-persistence-income"),
        _ => say!(run.words, "plot-persistence-sanction"),
    };
    let (label, height) = (say!(run.words, "plot-label-here"), shape.pick(250.0, 220.0));
    let of = everybody(measure);
    let inner = beside_twin(run, measure, of, (&label, Words::tick), shape, Some(height));
    let mut drawing = Drawing::new(inner.width, inner.height + 24.0);
    drawing.text(0.0, 14.0, Anchor::Start, "head", &name);
    drawing.put((0.0, 24.0), &inner);
    drawing
}
