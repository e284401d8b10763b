//! Precision of the record: of what the channels write down about persons, how much is true.

use crate::chart::{Chart, Kind, Swatch, Table, both};
use crate::data::{Run, Side, key};
use crate::names;
use crate::svg::{Anchor, Drawing, Shape};
use demerit_measures::estimate::{Spread, Window};
use demerit_words::{Words, say};

const MEASURES: &[&str] = &["record-precision", "entries"];

/// A channel with its precision and its entries of the last year.
struct Row<'a> {
    channel: &'a str,
    precision: Spread,
    entries: f64,
}

/// Share of a channel's entries in a window that are true: counted entries where there are any, else the mean
/// of the periods.
pub(crate) fn precision(run: &Run<'_>, side: Side, channel: &str, window: Window) -> Option<Spread> {
    let counted = run.over_seeds(|seed| {
        let (mut own, mut all) = (0.0, 0.0);
        for (domain, group) in run.breakdown("entries") {
            if domain != channel && !(channel == "all" && domain != "all") {
                continue;
            }
            let sum = run.sum_of(seed, side, key("entries", domain, group), window).unwrap_or(0.0);
            all += sum;
            if group == "origin:own-deed" {
                own += sum;
            }
        }
        (all > 0.0).then(|| own / all)
    });
    counted.or_else(|| {
        run.over_seeds(|seed| run.mean_of(seed, side, key("record-precision", channel, "all"), window))
    })
}

pub(super) fn chart(run: &Run<'_>) -> Chart {
    let words = run.words;
    let window = run.last_year();
    let mut channels = run.domains("record-precision");
    channels.extend(run.domains("entries"));
    channels.sort_unstable();
    channels.dedup();
    let mut rows: Vec<Row<'_>> = channels
        .into_iter()
        .filter_map(|channel| {
            let precision = precision(run, Side::Here, channel, window)?;
            let groups = run.breakdown("entries").into_iter().filter(|(domain, _)| *domain == channel);
            let entries = groups
                .filter_map(|(domain, group)| run.sum(Side::Here, key("entries", domain, group), window))
                .map(|spread| spread.mean)
                .sum();
            Some(Row { channel, precision, entries })
        })
        .collect();
    rows.sort_by(|one, other| {
        one.precision.mean.total_cmp(&other.precision.mean).then(one.channel.cmp(other.channel))
    });
    let (Some(worst), whole) = (rows.first(), precision(run, Side::Here, "all", window)) else {
        return Chart::empty(
            "precision",
            &say!(words, "plot-precision-empty"),
            &say!(words, "plot-precision-empty-why", when = run.last_year_said()),
            MEASURES,
        );
    };
    let title = match whole {
        Some(whole) if rows.len() > 1 => say!(
            words,
            "plot-precision-title",
            share = words.percent_said(whole.mean),
            channel = names::channel(words, worst.channel),
            worst = words.percent_said(worst.precision.mean)
        ),
        _ => say!(words, "plot-precision-title-alone", share = words.percent_said(worst.precision.mean)),
    };
    Chart {
        name: "precision",
        title,
        subtitle: say!(words, "plot-precision-subtitle", when = run.last_year_said()),
        legend: vec![
            Swatch { colour: "true", name: say!(words, "plot-precision-true"), kind: Kind::Fill },
            Swatch { colour: "wrong", name: say!(words, "plot-precision-untrue"), kind: Kind::Fill },
        ],
        drawings: both(|shape| draw(words, &rows, shape)),
        caption: say!(words, "plot-precision-caption"),
        measures: MEASURES,
        table: Table {
            head: vec![
                say!(words, "plot-precision-channel"),
                say!(words, "plot-precision-column"),
                say!(words, "plot-precision-entries"),
            ],
            rows: rows
                .iter()
                .map(|row| {
                    vec![
                        names::begun(&names::channel(words, row.channel)),
                        words.percent(row.precision.mean),
                        words.count(row.entries),
                    ]
                })
                .collect(),
        },
    }
}

fn draw(words: Words, rows: &[Row<'_>], shape: Shape) -> Drawing {
    let (left, right, top, high) =
        (shape.pick(150.0, 108.0), shape.pick(150.0, 20.0), 26.0, shape.pick(34.0, 46.0));
    let height = top + high * rows.len() as f64 + 4.0;
    let mut drawing = Drawing::new(shape.width(), height);
    let x = |share: f64| left + share * (shape.width() - left - right);
    for quarter in 0..=4 {
        let share = f64::from(quarter) / 4.0;
        drawing.line(
            (x(share), top - 6.0),
            (x(share), height - 4.0),
            if quarter > 0 { "rule" } else { "axis" },
            1.0,
            "",
        );
        drawing.text(x(share), top - 12.0, Anchor::Middle, "tick", &words.percent_tick(share));
    }
    for (index, row) in rows.iter().enumerate() {
        let y = top + high * index as f64;
        let name = names::begun(&names::channel(words, row.channel));
        let thick = 16.0;
        let at = y + shape.pick((high - thick) / 2.0, 6.0);
        let entries = say!(words, "plot-precision-of", entries = row.entries);
        drawing.text(left - 12.0, at + 12.0, Anchor::End, "end", &name);
        drawing.bar(
            (left, at),
            (x(1.0) - left, thick),
            "wrong",
            1.0,
            &say!(
                words,
                "plot-precision-note-untrue",
                name = &name,
                share = words.percent(1.0 - row.precision.mean)
            ),
        );
        drawing.bar(
            (left, at),
            (x(row.precision.mean) - left, thick),
            "true",
            1.0,
            &say!(
                words,
                "plot-precision-note",
                name = &name,
                share = words.percent(row.precision.mean),
                entries = &entries
            ),
        );
        let shown = words.percent(row.precision.mean);
        if row.precision.mean > 0.2 {
            drawing.text(left + 8.0, at + 12.5, Anchor::Start, "inside", &shown);
        } else {
            drawing.text(x(row.precision.mean) + 8.0, at + 12.5, Anchor::Start, "inside", &shown);
        }
        match shape {
            Shape::Wide => drawing.text(x(1.0) + 12.0, at + 12.0, Anchor::Start, "tick", &entries),
            Shape::Narrow => drawing.text(left, at + thick + 14.0, Anchor::Start, "tick", &entries),
        }
    }
    drawing
}
