//! Sanctions as a test: of those under one, how many deserve it; of those who deserve one, how many are under
//! one; of those who do not, how many are all the same. By group, and by instrument.

use super::groups::GROUPS;
use crate::drawing::{Anchor, Declared, Drawing, Kind, Shape, Shown, Swatch, Table, both};
use crate::numbers::{Run, Side, everybody, key};
use crate::{html::or_dash, names};
use demerit_measures::estimate::Spread;
use demerit_words::{Words, begun, say};

pub(super) const CHART: Declared = Declared {
    name: "mirror",
    measures: &[
        "sanction-precision",
        "sanction-recall",
        "innocent-sanctioned",
        "deserving-spared",
        "deserving",
        "instrument-precision",
        "instrument-recall",
    ],
    show,
};
const INSTRUMENTS: [&str; 3] = ["instrument:tier", "instrument:list", "instrument:refusal"];

/// A row of the chart.
struct Row {
    family: &'static str,
    group: &'static str,
    precision: Option<Spread>,
    recall: Option<Spread>,
    innocent: Option<Spread>,
    deserving: Option<Spread>,
}

fn rows(run: &Run<'_>) -> Vec<Row> {
    let instrument = |group| {
        let lately = |measure| run.lately(Side::Here, key(measure, "all", group));
        let (precision, recall) = (lately("instrument-precision"), lately("instrument-recall"));
        Row { family: "instrument", group, precision, recall, innocent: None, deserving: None }
    };
    let of_group = |(family, group)| {
        let lately = |measure| run.lately(Side::Here, key(measure, "all", group));
        Row {
            family,
            group,
            precision: lately("sanction-precision"),
            recall: lately("sanction-recall"),
            innocent: lately("innocent-sanctioned"),
            deserving: lately("deserving"),
        }
    };
    let groups = GROUPS.into_iter().filter(|(family, _)| *family != "rollout");
    let mut pairs = groups.flat_map(|(family, groups)| groups.iter().map(move |group| (family, *group)));
    let whole = pairs.next().map(of_group);
    let all = whole.into_iter().chain(INSTRUMENTS.map(instrument)).chain(pairs.map(of_group));
    all.filter(|row| row.precision.is_some() || row.recall.is_some()).collect()
}

fn show(run: &Run<'_>) -> Option<Shown> {
    let words = run.words;
    let rows = rows(run);
    if rows.is_empty() {
        return Shown::nothing(say!(words, "plot-mirror-empty"), say!(words, "plot-mirror-empty-why"));
    }
    let lately = |measure| run.lately(Side::Here, everybody(measure));
    let title = match (lately("sanction-precision"), lately("sanction-recall")) {
        (Some(precision), Some(recall)) => {
            let [right, found] = [precision, recall].map(|one| words.percent_said(one.mean));
            say!(words, "plot-mirror-title", right = right, found = found)
        }
        (Some(precision), None) => {
            say!(words, "plot-mirror-none-deserving", right = words.percent_said(precision.mean))
        }
        (None, _) => say!(words, "plot-mirror-nobody", when = run.last_year_said()),
    };
    let head = words.each([
        "plot-mirror-of",
        "plot-mirror-precision",
        "plot-mirror-recall",
        "plot-mirror-innocent",
        "plot-mirror-spared",
        "plot-mirror-deserving",
    ]);
    let table = Table::of(head, &rows, |row| {
        let show = |spread: Option<Spread>| or_dash(spread, |one| said(words, one));
        let spared = row.recall.map(|one| Spread {
            mean: 1.0 - one.mean,
            low: 1.0 - one.high,
            high: 1.0 - one.low,
            ..one
        });
        let name = begun(&names::group(words, row.group));
        [name, show(row.precision), show(row.recall), show(row.innocent), show(spared), show(row.deserving)]
    });
    let [precision, recall] = words.each(["plot-mirror-precision", "plot-mirror-recall"]);
    Some(Shown {
        title,
        subtitle: say!(words, "plot-mirror-subtitle", when = run.last_year_said()),
        legend: vec![
            Swatch { colour: "true", name: precision, kind: Kind::Dot },
            Swatch { colour: "here", name: recall, kind: Kind::Ring },
        ],
        drawings: both(|shape| draw(words, &rows, shape)),
        caption: say!(words, "plot-mirror-caption"),
        table,
    })
}

/// A share with the interval over seeds, where there are several.
fn said(words: Words, share: Spread) -> String {
    let mean = words.percent(share.mean);
    if share.seeds < 2 {
        return mean;
    }
    format!("{mean} ({})", words.range(&words.percent(share.low), &words.percent(share.high)))
}

fn draw(words: Words, rows: &[Row], shape: Shape) -> Drawing {
    let (left, right, top, high, extra) =
        (shape.pick(190.0, 124.0), shape.pick(120.0, 66.0), 40.0, 24.0, 22.0);
    let heads = rows.chunk_by(|one, other| one.family == other.family).count() - 1;
    let height = top + high * rows.len() as f64 + extra * heads as f64 + 8.0;
    let mut drawing = Drawing::new(shape.width(), height);
    let x = |share: f64| left + share * (shape.width() - left - right);
    for quarter in 0..=4 {
        let share = f64::from(quarter) / 4.0;
        drawing.tick(x(share), (top, height - 6.0), quarter == 0, &words.percent_tick(share, 0.25));
    }
    let aside = say!(words, "plot-mirror-aside");
    drawing.text(shape.width(), 14.0, Anchor::End, "tick", &aside);
    let mut y = top + 4.0;
    let mut family = rows[0].family;
    for row in rows {
        if row.family != family {
            family = row.family;
            y += extra;
            let head = words.named("family-", family).unwrap_or_default();
            drawing.text(0.0, y - 2.0, Anchor::Start, "head", &head);
        }
        let middle = y + high / 2.0;
        let name = begun(&names::group(words, row.group));
        let class = if row.family.is_empty() { "end" } else { "tick" };
        drawing.text(left - 12.0, middle + 4.0, Anchor::End, class, &name);
        for (share, colour, filled) in [(row.precision, "true", true), (row.recall, "here", false)] {
            let Some(share) = share else { continue };
            if share.seeds > 1 {
                drawing.line((x(share.low), middle), (x(share.high), middle), colour, 5.0, "");
            }
            let at = said(words, share);
            let note = if filled {
                say!(words, "plot-mirror-note-precision", name = &name, share = at)
            } else {
                say!(words, "plot-mirror-note-recall", name = &name, share = at)
            };
            drawing.dot((x(share.mean), middle), 5.0, colour, filled, &note);
        }
        if let Some(innocent) = row.innocent {
            let share = words.percent(innocent.mean);
            drawing.text(shape.width(), middle + 4.0, Anchor::End, "tick", &share);
        }
        y += high;
    }
    drawing
}
