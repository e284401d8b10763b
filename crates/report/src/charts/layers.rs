//! How many are wrongly under a sanction, layer by layer: the more counts as wrong, the longer the bar.

use crate::drawing::{Anchor, Declared, Drawing, Shape, Shown, Table, both, broken, steps, value_step};
use crate::html::or_dash;
use crate::numbers::{Run, Side, everybody, key};
use demerit_measures::estimate::Spread;
use demerit_words::{Words, say};

pub(super) const CHART: Declared = Declared {
    name: "layers",
    measures: &[
        "wrong-in-layers",
        "wrongly-sanctioned",
        "wrong-in-either-reading",
        "deserved-in-twin-alone",
        "sanctioned",
    ],
    show,
};

/// The layers, each with all before it; the second reading of *deserved* comes last.
const LAYERS: [&str; 4] = ["layer:identity", "layer:tie", "layer:inference", "layer:whole"];
const COLOURS: [&str; 5] = ["c1", "c5", "c2", "c6", "c4"];

/// A bar of the chart.
struct Row {
    name: String,
    share: Spread,
    /// The same of those under a sanction.
    of_sanctioned: Option<Spread>,
}

/// The layers of a run, the narrowest first, and the second reading where the run has it.
fn rows(run: &Run<'_>) -> Vec<Row> {
    let words = run.words;
    let row = |name: String, of| {
        let of_sanctioned = run.over_seeds(|seed| {
            let all = run.lately_of(seed, Side::Here, everybody("sanctioned")).filter(|all| *all > 0.0)?;
            Some(run.lately_of(seed, Side::Here, of)? / all)
        });
        Some(Row { name, share: run.lately(Side::Here, of)?, of_sanctioned })
    };
    let layers = LAYERS.into_iter().filter_map(|group| {
        let name = words.named("group-", &group.replace(':', "-")).unwrap_or_default();
        row(name, key("wrong-in-layers", "all", group))
    });
    // Without a twin there is no second reading.
    let twin = run.world(Side::Twin);
    let of_twin = say!(words, "plot-layers-second");
    let second = twin.and_then(|_| row(of_twin, everybody("wrong-in-either-reading")));
    layers.chain(second).collect()
}

fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let rows = rows(run);
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return Shown::nothing(say!(words, "plot-layers-empty"), say!(words, "plot-layers-empty-why"));
    };
    let (least, most) = (words.percent_said(first.share.mean), words.percent_said(last.share.mean));
    let title = if last.share.mean > 0.0 {
        say!(words, "plot-layers-title", least = least, most = most)
    } else {
        say!(words, "plot-layers-none", when = run.last_year_said())
    };
    let persons = f64::from(run.data.manifest.persons);
    let head = words.each([
        "plot-layers-layer",
        "plot-layers-share",
        "plot-layers-range",
        "plot-layers-number",
        "plot-layers-of-sanctioned",
    ]);
    let table = Table::of(head, &rows, |row| {
        let range = Some(row.share).filter(|share| share.seeds > 1);
        [
            row.name.clone(),
            words.percent(row.share.mean),
            or_dash(range, |one| words.range(&words.percent(one.low), &words.percent(one.high))),
            words.count(row.share.mean * persons),
            or_dash(row.of_sanctioned, |one| words.percent(one.mean)),
        ]
    });
    let alone = run.lately(Side::Here, everybody("deserved-in-twin-alone"));
    let second = match (run.world(Side::Twin), alone) {
        (None, _) => String::new(),
        (_, Some(alone)) => {
            format!(" {}", say!(words, "plot-layers-twin", share = words.percent(alone.mean)))
        }
        (_, None) => format!(" {}", say!(words, "plot-layers-no-second")),
    };
    Some(Shown {
        title,
        subtitle: say!(words, "plot-layers-subtitle", when = run.last_year_said()),
        legend: Vec::new(),
        drawings: both(|shape| draw(words, &rows, shape)),
        caption: say!(words, "plot-layers-caption") + &second,
        table,
    })
}

fn draw(words: Words, rows: &[Row], shape: Shape) -> Drawing {
    let most = rows.iter().map(|row| row.share.high).fold(0.0, f64::max);
    let most = if most > 0.0 { most } else { 0.01 };
    let step = value_step(most);
    let end = (most / step).ceil() * step;
    // Names take up to two lines where the page is narrow.
    let (right, top, thick) = (shape.pick(90.0, 64.0), 26.0, 18.0);
    let (high, below) = (shape.pick(48.0, 62.0), shape.pick(22.0, 36.0));
    let height = top + high * rows.len() as f64 + 6.0;
    let mut drawing = Drawing::new(shape.width(), height);
    // Room for half of the scale's first number.
    let left = 16.0;
    let x = |share: f64| left + share / end * (shape.width() - left - right);
    for tick in steps(0.0, end + step * 0.01, step) {
        drawing.tick(x(tick), (top, height - 6.0), tick <= 0.0, &words.percent_tick(tick, step));
    }
    for ((index, row), colour) in rows.iter().enumerate().zip(COLOURS) {
        let y = top + high * index as f64;
        let said = words.percent(row.share.mean);
        let note = say!(words, "plot-layers-note", name = &row.name, share = &said);
        let name = broken(&row.name, shape.pick(110, 50));
        drawing.lines_of_text((2.0, y + 16.0), Anchor::Start, "tick", &name);
        drawing.bar((left, y + below), (x(row.share.mean) - left, thick), colour, 1.0, &note);
        let middle = y + below + thick / 2.0;
        if row.share.seeds > 1 {
            drawing.line((x(row.share.low), middle), (x(row.share.high), middle), "axis", 2.0, "");
        }
        let after = x(row.share.high.max(row.share.mean)) + 8.0;
        drawing.text(after, middle + 4.0, Anchor::Start, "end", &said);
    }
    drawing
}
